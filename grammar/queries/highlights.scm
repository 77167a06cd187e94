; Capture names are those Neovim and Helix share; Emacs maps them in its own rules.

(comment) @comment

(directive "#" @comment)
(directive "=" @operator)
(directive name: (directive_name) @keyword.directive)
(directive value: (directive_value) @string.special)

(keyword) @keyword
(unknown_instruction keyword: (keyword) @error)
(as) @keyword
(healthcheck_type) @keyword

(line_continuation) @punctuation.special

; ---- flags ----

(flag "--" @punctuation.delimiter)
(flag name: (flag_name) @attribute)
(flag "=" @operator)
(flag_value) @string
(option_key) @property
(mount_option "=" @operator)
(option_value) @string
(mount_options "," @punctuation.delimiter)
(flags_end) @punctuation.delimiter

; ---- images and stages ----

(image_registry) @string.special
(image_name) @type
(image_tag) @constant
(image_digest) @constant
(image_reference ["/" ":" "@"] @punctuation.delimiter)
(stage_name) @label

; ---- arguments ----

(key_value_pair key: (key) @property)
(key_value_pair "=" @operator)
(value) @string
(arg_instruction (key_value_pair key: (key) @variable))
(env_instruction (key_value_pair key: (key) @variable))

(path) @string.special.path
(port number: (port_number) @number)
(port "/" @punctuation.delimiter)
(port protocol: (port_protocol) @constant)
(user_name) @string
(user_group) @string
(user_instruction ":" @punctuation.delimiter)
(signal) @constant
(maintainer_name) @string
(argument) @string

(json_array ["[" "]"] @punctuation.bracket)
(json_array "," @punctuation.delimiter)
(json_string) @string

; ---- pieces ----

(double_quoted_string) @string
(single_quoted_string) @string
(escape_sequence) @string.escape
(variable "$" @punctuation.special)
(expansion ["${" "}"] @punctuation.special)
(expansion (operator) @operator)
(variable_name) @variable

; ---- heredocs ----

(heredoc_start) @label
(heredoc_end) @label
(heredoc_body) @string
