; Stages and variables. A Dockerfile has no nested scopes that a query can say; the file is one.
(source_file) @local.scope

(from_instruction name: (stage_name) @local.definition)

(arg_instruction (key_value_pair key: (key) @local.definition))
(env_instruction (key_value_pair key: (key) @local.definition))

(from_instruction image: (image_reference name: (image_name) @local.reference))
(variable_name) @local.reference
