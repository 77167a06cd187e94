; Instructions over several lines; an editor folds only what spans more than one.
[
  (from_instruction)
  (run_instruction)
  (cmd_instruction)
  (label_instruction)
  (env_instruction)
  (add_instruction)
  (copy_instruction)
  (entrypoint_instruction)
  (healthcheck_instruction)
  (arg_instruction)
  (expose_instruction)
  (volume_instruction)
  (shell_instruction)
  (onbuild_instruction)
] @fold

(heredoc_body) @fold
