; Commands are shell. Continuation marks, comments and blank lines between them are children of the command, so an editor
; leaves them out and the shell grammar sees the joined line, as the shell does.
((shell_command) @injection.content
  (#set! injection.language "bash"))

; The exec form is JSON.
((json_array) @injection.content
  (#set! injection.language "json")
  (#set! injection.include-children))

; A heredoc of RUN is a script.
(run_instruction
  (heredoc_body) @injection.content
  (#set! injection.language "bash"))

(onbuild_instruction
  trigger: (run_instruction)
  (heredoc_body) @injection.content
  (#set! injection.language "bash"))

((comment) @injection.content
  (#set! injection.language "comment"))
