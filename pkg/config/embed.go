package config

import _ "embed"

//go:embed schema.json
var schema string

//go:embed tthclint.yaml
var sample string

// Schema returns the JSON Schema of a file (draft 2020-12), which is also
// docs/schema/config-v1.schema.json. It knows the names of columns and indicators
// and not those of rules and forms, which are more with every version.
func Schema() string { return schema }

// Sample returns a file that has every setting, commented out, with a word on
// each in both languages. A line that begins with # and a letter or two blanks is
// a setting; without its # the file is one as well.
func Sample() string { return sample }
