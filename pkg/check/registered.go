package check

import (
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/register"
)

// registerInfo says how a register was read, for the head of the report.
func registerInfo(reg *register.Register) *lint.RegisterInfo {
	info := &lint.RegisterInfo{File: reg.File, Rows: reg.Len()}
	for _, m := range reg.Mappings {
		list := lint.RegisterList{File: reg.File, Sheet: m.Sheet, Header: m.Header}
		for _, c := range m.Columns {
			list.Columns = append(list.Columns, lint.RegisterColumn{Number: c.Number, Header: c.Header, Field: c.Field})
		}
		info.Lists = append(info.Lists, list)
		addNotes(info, reg.File, m.Notes)
	}
	addNotes(info, reg.File, reg.Notes)
	return info
}

// addNotes adds notes, those on procedures that are not known apart.
func addNotes(info *lint.RegisterInfo, file string, notes []register.Note) {
	for _, n := range notes {
		if n.Kind == register.NoteProcedure {
			code, _ := n.Text.Args["code"].(string)
			name, _ := n.Text.Args["name"].(string)
			info.Procedures = append(info.Procedures, lint.RegisterProcedure{Code: code, Name: name, Lines: n.Count})
			continue
		}
		info.Notes = append(info.Notes, lint.RegisterNote{
			Kind: string(n.Kind), File: file, Sheet: n.Sheet, Row: n.Row, Column: n.Column, Count: n.Count, Text: n.Text,
		})
	}
}
