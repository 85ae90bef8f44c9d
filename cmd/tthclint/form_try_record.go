package main

import (
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
)

// The JSON form of a trial: strings and arrays are never null.
type (
	trialRecord struct {
		Lang     string            `json:"lang"`
		Files    []triedFileRecord `json:"files"`
		Errors   int               `json:"errors"`
		Warnings int               `json:"warnings"`
	}
	triedFileRecord struct {
		File     string         `json:"file"`
		Form     string         `json:"form"`     // id; empty where the file cannot be used
		Replaces bool           `json:"replaces"` // a built-in form
		Remarks  []remarkRecord `json:"remarks"`
	}
	remarkRecord struct {
		Severity  string `json:"severity"`
		Line      int    `json:"line"` // 0: the file as a whole
		MessageID string `json:"messageId"`
		Message   string `json:"message"`
		Remedy    string `json:"remedy"`
	}
)

func (t *trial) record(lang msg.Lang) trialRecord {
	r := trialRecord{Lang: string(lang), Files: []triedFileRecord{}, Errors: t.count(lint.Error), Warnings: t.count(lint.Warning)}
	for _, f := range t.files {
		file := triedFileRecord{File: f.name, Replaces: f.replaces, Remarks: []remarkRecord{}}
		if f.form != nil {
			file.Form = f.form.ID
		}
		for _, m := range f.remarks {
			file.Remarks = append(file.Remarks, remarkRecord{m.severity.String(), m.Line, m.What.ID, m.What.In(lang), m.Remedy.In(lang)})
		}
		r.Files = append(r.Files, file)
	}
	return r
}
