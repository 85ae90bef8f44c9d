package report

import (
	"io"
	"iter"

	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
)

var uncheckedWord = msg.Message{ID: "report/not-checked", VI: "Chưa kiểm tra được: {because}", EN: "Could not be checked: {because}"}

var waivedWord = msg.Message{ID: "report/waived", VI: "Được miễn trừ đến {until} ({by}): {reason}", EN: "Waived until {until} ({by}): {reason}"}

// WaiverText says who waived a finding, until when and why.
func WaiverText(w *lint.Waiver, lang msg.Lang) string {
	return inertText(waivedWord.With("until", lastDay(w), "by", w.By, "reason", w.Reason), lang)
}

// inertText renders a text for readers that show it as it stands.
func inertText(t msg.Text, lang msg.Lang) string { return Inert(t.In(lang)) }

// uncheckedText says why a rule has no answer.
func uncheckedText(o *lint.Outcome, lang msg.Lang) string {
	because := o.Because
	if because.IsZero() {
		because = msg.Text{Message: wordNoReason}
	}
	return inertText(uncheckedWord.With("because", because), lang)
}

// Open gives what of a result could not be judged, with the document that it is
// about; its place is zero where that is the dossier as a whole.
func Open(r *lint.Result) iter.Seq2[lint.Place, *lint.Outcome] {
	return func(yield func(lint.Place, *lint.Outcome) bool) {
		for i := range r.Outcomes {
			o := &r.Outcomes[i]
			if !o.Open() {
				continue
			}
			at := lint.Place{}
			if o.Subject != r.Dossier {
				at.File = o.Subject
			}
			if !yield(at, o) {
				return
			}
		}
	}
}

// writeAll writes parts one after another.
func writeAll(w io.Writer, parts ...string) error {
	for _, part := range parts {
		if _, err := io.WriteString(w, part); err != nil {
			return err
		}
	}
	return nil
}
