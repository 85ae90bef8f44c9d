package report

import (
	"iter"
	"strings"

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

// PlaceText says in words where in a file something is; empty where it is the
// file as a whole.
func PlaceText(at lint.Place, lang msg.Lang) string {
	var parts []string
	add := func(m msg.Message, pairs ...any) { parts = append(parts, inertText(m.With(pairs...), lang)) }
	if at.Page > 0 {
		add(wordPage, "n", at.Page)
	}
	if !at.Box.IsZero() && finite(at.Box.X, at.Box.Y, at.Box.W, at.Box.H) {
		add(wordBox, "w", mm(at.Box.W), "h", mm(at.Box.H), "x", mm(at.Box.X), "y", mm(at.Box.Y))
	}
	if at.Sheet != "" {
		add(wordSheet, "name", at.Sheet)
	}
	if at.Row > 0 {
		add(wordRow, "n", at.Row)
	}
	if at.Column > 0 {
		add(wordColumn, "n", at.Column)
	}
	return strings.Join(parts, ", ")
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
