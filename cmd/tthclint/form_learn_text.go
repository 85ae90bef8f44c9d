package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/form/learn"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/report"
)

// learnText says what a form was made of.
type learnText struct {
	*Command
	*learn.Result
	names []string // of the scans
	out   string
}

// text tells how it went, what is to be reviewed and how to go on.
func (t learnText) text(known, all int, strangers []string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", learnDone.With("name", report.Inert(t.lang.Pick(t.Form.Name.VI, t.Form.Name.EN)), "n", t.Sheets, "path", t.out).In(t.lang))
	fmt.Fprintf(&b, "%s\n", learnTaken.With().In(t.lang))
	for _, l := range t.Taken {
		text := l.Text
		if l.Open {
			text += " …"
		}
		fmt.Fprintf(&b, "  %3d/%d  %s\n", l.Seen, t.Sheets, report.Inert(text))
	}
	for _, w := range t.warnings() {
		t.indented(&b, 0, learnWarning.With("severity", report.SeverityWord(lint.Warning).With(), "what", inert(w)).In(t.lang))
	}
	fmt.Fprintf(&b, "%s\n", learnKnown.With("n", known, "all", all).In(t.lang))
	slices.Sort(strangers)
	for _, id := range slices.Compact(strangers) {
		t.indented(&b, 0, learnWarning.With("severity", report.SeverityWord(lint.Warning).With(), "what", learnStranger.With("id", id)).In(t.lang))
	}
	fmt.Fprintf(&b, "%s\n", learnNext.With("folder", filepath.ToSlash(filepath.Dir(t.out)), "id", t.Form.ID).In(t.lang))
	return b.String()
}

// warnings lists what may be wrong with the form.
func (t learnText) warnings() []msg.Text {
	var out []msg.Text
	for _, i := range t.Other {
		out = append(out, learnOther.With("path", t.names[i]))
	}
	for _, i := range t.Copies {
		out = append(out, learnCopy.With("path", t.names[i]))
	}
	switch {
	case t.Sheets == 1:
		out = append(out, learnSingle.With())
	case t.Same:
		out = append(out, learnSame.With())
	}
	if n := len(t.Left); n > 0 {
		out = append(out, learnLeft.With("n", n))
	}
	for _, key := range t.Unnamed {
		out = append(out, learnUnnamed.With("field", key))
	}
	for _, key := range t.Unseen {
		out = append(out, learnUnseen.With("value", key))
	}
	for _, key := range t.Moved {
		out = append(out, learnMoved.With("field", key))
	}
	return out
}

// learnError finds the words for why no form could be made. Problems of the
// marks file are told with their lines.
func learnError(marks string, err error) error {
	if e := (*learn.Error)(nil); errors.As(err, &e) {
		return &userError{what: textOther.With("error", e.What), remedy: e.Remedy, err: err}
	}
	if e := (*form.FileError)(nil); errors.As(err, &e) {
		e.File = marks
	}
	return err
}
