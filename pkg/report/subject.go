package report

import (
	"strings"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
)

// RegisterLine returns the line of the register that a result is about and that is
// no dossier of its own, having no code or that of a line above; or nil.
func RegisterLine(r *lint.Result) *dossier.Entry {
	if r.Judged == nil || r.Judged.Entry == nil || !r.Judged.Entry.Alone() {
		return nil
	}
	return r.Judged.Entry
}

// SubjectText names what a result is about, for people: the code of the dossier,
// or in words the line of the register that is none. It is inert; see [Inert].
func SubjectText(r *lint.Result, lang msg.Lang) string {
	if e := RegisterLine(r); e != nil {
		return released(wording(lang).say(lineText(r, e)))
	}
	return Inert(r.Dossier)
}

// heading is what stands over a result.
func heading(r *lint.Result) msg.Text {
	if e := RegisterLine(r); e != nil {
		return lineText(r, e)
	}
	return wordDossier.With("id", name(r.Dossier))
}

func lineText(r *lint.Result, e *dossier.Entry) msg.Text {
	file := name(strings.TrimSuffix(r.Dossier, e.Place()) + e.File) // with the folder that it was told apart by
	if e.Sheet != "" {
		return wordSheetLine.With("row", e.Row, "file", file, "sheet", name(e.Sheet))
	}
	return wordLine.With("row", e.Row, "file", file)
}
