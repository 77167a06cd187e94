; Instructions are functions to an editor, their arguments parameters.
[
  (from_instruction)
  (run_instruction)
  (cmd_instruction)
  (label_instruction)
  (maintainer_instruction)
  (expose_instruction)
  (env_instruction)
  (add_instruction)
  (copy_instruction)
  (entrypoint_instruction)
  (volume_instruction)
  (user_instruction)
  (workdir_instruction)
  (arg_instruction)
  (onbuild_instruction)
  (stopsignal_instruction)
  (healthcheck_instruction)
  (shell_instruction)
] @function.outer @function.around

[(shell_command) (json_array) (heredoc_body)] @function.inner @function.inside

[(flag) (key_value_pair) (path) (port) (json_string)] @parameter.outer @parameter.around @parameter.inner @parameter.inside

(comment) @comment.outer @comment.around
(comment)+ @comment.inner @comment.inside
