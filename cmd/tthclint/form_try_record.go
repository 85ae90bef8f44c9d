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
		Samples  samplesRecord     `json:"samples"`
		Errors   int               `json:"errors"`
		Warnings int               `json:"warnings"`
	}
	triedFileRecord struct {
		File     string         `json:"file"`
		Form     string         `json:"form"`     // id; empty where the file cannot be used
		Replaces bool           `json:"replaces"` // a built-in form
		Remarks  []remarkRecord `json:"remarks"`
	}
	samplesRecord struct {
		Pages   int            `json:"pages"` // 0: nothing was compared; there are none, or the forms cannot be used
		Right   int            `json:"right"`
		Remarks []remarkRecord `json:"remarks"`
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
	r := trialRecord{Lang: string(lang), Files: []triedFileRecord{}, Samples: samplesRecord{Remarks: []remarkRecord{}}, Errors: t.count(lint.Error), Warnings: t.count(lint.Warning)}
	for _, f := range t.files {
		file := triedFileRecord{File: f.name, Replaces: f.replaces, Remarks: remarkRecords(f.remarks, lang)}
		if f.form != nil {
			file.Form = f.form.ID
		}
		r.Files = append(r.Files, file)
	}
	if s := t.samples; s != nil {
		r.Samples = samplesRecord{s.pages, s.right, remarkRecords(s.remarks, lang)}
	}
	return r
}

func remarkRecords(all []remark, lang msg.Lang) []remarkRecord {
	out := []remarkRecord{}
	for _, m := range all {
		out = append(out, remarkRecord{m.severity.String(), m.Line, m.What.ID, m.What.In(lang), m.Remedy.In(lang)})
	}
	return out
}
