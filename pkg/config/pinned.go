package config

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/tthclint/tthclint/pkg/register"
)

// Pinned returns the lines of a file that fix the columns of lists as they were
// found. A column whose header stands elsewhere is fixed without it. It is empty
// where there is nothing to fix, as in a list in JSON.
func Pinned(found []register.Mapping) string {
	var b strings.Builder
	for _, m := range found {
		if m.Header == 0 {
			continue
		}
		if b.Len() == 0 {
			b.WriteString("register:\n  pinned:\n")
		}
		first := "    - "
		if m.Sheet != "" {
			fmt.Fprintf(&b, "%ssheet: %s\n", first, quoted(m.Sheet))
			first = "      "
		}
		fmt.Fprintf(&b, "%sheader: %d\n", first, m.Header)
		if m.Lines > 1 {
			fmt.Fprintf(&b, "      header_lines: %d\n", m.Lines)
		}
		b.WriteString("      columns:\n")
		for _, c := range m.Columns {
			switch {
			case c.Field == "":
			case c.Header == "" || c.Over > 0:
				fmt.Fprintf(&b, "        - {column: %s, field: %s}\n", ColumnName(c.Number), c.Field)
			default:
				fmt.Fprintf(&b, "        - {column: %s, field: %s, header: %s}\n", ColumnName(c.Number), c.Field, quoted(c.Header))
			}
		}
	}
	return b.String()
}

// quoted is a text in double quotes, as YAML and JSON read it alike.
func quoted(text string) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	_ = e.Encode(text) // a string
	return strings.TrimSuffix(b.String(), "\n")
}
