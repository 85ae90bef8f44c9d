package report

import (
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
)

type registerRecord struct {
	File       string            `json:"file"`
	Rows       int               `json:"rows"`
	Lists      []listRecord      `json:"lists"`
	Notes      []noteRecord      `json:"notes"`
	Procedures []procedureRecord `json:"unknownProcedures"`
}

type listRecord struct {
	File    string         `json:"file"`
	Sheet   string         `json:"sheet"`
	Header  *int           `json:"header"`
	Columns []columnRecord `json:"columns"`
}

type columnRecord struct {
	Column int    `json:"column"`
	Header string `json:"header"`
	Field  string `json:"field"`
}

type noteRecord struct {
	Kind      string `json:"kind"`
	File      string `json:"file"`
	Sheet     string `json:"sheet"`
	Row       *int   `json:"row"`
	Column    *int   `json:"column"`
	Count     *int   `json:"count"`
	MessageID string `json:"messageId"`
	Message   string `json:"message"`
}

type procedureRecord struct {
	Code string `json:"code"`
	Name string `json:"name"`
	Rows int    `json:"rows"`
}

func recordRegister(r *lint.RegisterInfo, lang msg.Lang) *registerRecord {
	return &registerRecord{
		File: r.File, Rows: r.Rows,
		Lists: array(r.Lists, func(l lint.RegisterList) listRecord {
			return listRecord{l.File, l.Sheet, known(l.Header), array(l.Columns, func(c lint.RegisterColumn) columnRecord {
				return columnRecord{c.Number, c.Header, string(c.Field)}
			})}
		}),
		Notes: array(r.Notes, func(n lint.RegisterNote) noteRecord {
			return noteRecord{n.Kind, n.File, n.Sheet, known(n.Row), known(n.Column), known(n.Count), n.Text.ID, n.Text.In(lang)}
		}),
		Procedures: array(r.Procedures, func(p lint.RegisterProcedure) procedureRecord { return procedureRecord{p.Code, p.Name, p.Lines} }),
	}
}
