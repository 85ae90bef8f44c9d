package main

import (
	"slices"
	"strings"

	"github.com/tthclint/tthclint/pkg/lint"
)

// tally is what the exit code depends on, and the summary of all inputs.
type tally struct {
	summary    lint.Summary
	worst      lint.Severity
	unchecked  bool
	unreadable int // things that could not be read; an interrupt is none
}

// add counts a result that was printed, so that the summary of an interrupted
// run is about what stands above it.
func (t *tally) add(r *lint.Result) {
	t.summary.Add(r)
	t.worst = max(t.worst, r.Worst())
	t.unchecked = t.unchecked || r.Unchecked()
}

// code is the exit code of a run that came to its end.
func (t *tally) code(failOn lint.Severity, exitZero bool) int {
	worst := t.worst
	for i := range t.summary.Settings {
		worst = max(worst, t.summary.Settings[i].Severity)
	}
	switch {
	case t.unreadable > 0:
		return exitCannotRun
	case exitZero:
		return exitClean
	case worst >= failOn:
		return exitFindings
	case t.unchecked:
		return exitUnchecked
	}
	return exitClean
}

func (t *tally) addUnreadable() {
	t.unreadable++
	t.summary.Unreadable++
}

// settings takes what is wrong with the settings, which all inputs share: what
// the last one says is about all of them.
func (t *tally) settings(findings []lint.Finding) { t.summary.Settings = findings }

// addRates adds the rates of one input by their key.
func (t *tally) addRates(rates []lint.Rate) {
	sum := &t.summary
	for _, rate := range rates {
		i := slices.IndexFunc(sum.Rates, func(have lint.Rate) bool { return have.Key == rate.Key })
		if i < 0 {
			sum.Rates = append(sum.Rates, rate)
			continue
		}
		sum.Rates[i].Numerator += rate.Numerator
		sum.Rates[i].Denominator += rate.Denominator
	}
}

// commonHead is the head of a report about all inputs. It names a register only
// where every folder has one, since the notice that there is none must not be
// lost.
func commonHead(inputs []*input) lint.Head {
	head := inputs[0].run.Head()
	head.Dossiers, head.Ignored, head.Register = 0, nil, nil
	var files []string
	rows := 0
	for _, in := range inputs {
		h := in.run.Head()
		head.Dossiers += h.Dossiers
		for _, name := range h.Ignored {
			head.Ignored = append(head.Ignored, in.path(name))
		}
		if h.Register != nil {
			files = append(files, in.path(h.Register.File))
			rows += h.Register.Rows
		}
	}
	if len(files) == len(inputs) {
		head.Register = &lint.RegisterInfo{File: strings.Join(files, ", "), Rows: rows}
	}
	return head
}
