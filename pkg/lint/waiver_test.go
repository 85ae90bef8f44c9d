package lint

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestVerdictWithWaivers(t *testing.T) {
	waiver := &Waiver{Reason: "x", By: "y"}
	unread := Outcome{Rule: "b/later", Subject: "a.pdf", State: NotChecked, After: "a/first", severity: Error}
	passed := Outcome{Rule: "c/other", Subject: "a.pdf", State: Passed, severity: Error}
	first := func(w *Waiver) Finding {
		return Finding{Rule: "a/first", Severity: Error, Place: Place{File: "a.pdf"}, Waived: w}
	}
	for name, c := range map[string]struct {
		findings []Finding
		outcomes []Outcome
		want     Verdict
	}{
		"not waived":                {[]Finding{first(nil)}, []Outcome{passed}, Rejected},
		"waived":                    {[]Finding{first(waiver)}, []Outcome{passed}, Accepted},
		"one of two":                {[]Finding{first(waiver), first(nil)}, []Outcome{passed}, Rejected},
		"with its consequences":     {[]Finding{first(waiver)}, []Outcome{passed, unread}, Accepted},
		"unread for another reason": {[]Finding{first(waiver)}, []Outcome{passed, {Rule: "b/later", Subject: "a.pdf", State: NotChecked, severity: Error}}, Undetermined},
		"unread of another file":    {[]Finding{first(waiver)}, []Outcome{passed, {Rule: "b/later", Subject: "b.pdf", State: NotChecked, After: "a/first", severity: Error}}, Undetermined},
	} {
		r := &Result{Dossier: "d", Findings: c.findings, Outcomes: c.outcomes}
		assert.Equal(t, c.want, verdict(r), name)
	}
	known := Result{Findings: []Finding{{Severity: Error, Known: true}, {Severity: Warning}, {Severity: Error, Waived: waiver}}}
	assert.Equal(t, Warning, known.Worst())
	var s Summary
	s.Add(&known)
	assert.Equal(t, 1, s.Waived)
	assert.Equal(t, 1, s.Known)
	assert.Equal(t, 1, s.Findings[Error], "a known finding is one still")
}
