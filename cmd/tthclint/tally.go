package main

import (
	"slices"
	"strings"

	"github.com/tthclint/tthclint/pkg/indicator"
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

// addRates adds the indicators of one input.
func (t *tally) addRates(rates []lint.Rate) {
	t.summary.Rates = indicator.Merge(t.summary.Rates, rates)
}

// commonHead is the head of a report about all inputs. It names a register only
// where every folder has one, since the notice that there is none must not be
// lost.
func commonHead(inputs []*input) lint.Head {
	head := inputs[0].run.Head()
	head.Dossiers, head.Ignored, head.Register = 0, nil, nil
	var files []string
	all := &lint.RegisterInfo{}
	for _, in := range inputs {
		h := in.run.Head()
		head.Dossiers += h.Dossiers
		for _, name := range h.Ignored {
			head.Ignored = append(head.Ignored, in.path(name))
		}
		if h.Register != nil {
			files = append(files, in.path(h.Register.File))
			in.addRegister(all, h.Register)
		}
	}
	if len(files) == len(inputs) {
		all.File = strings.Join(files, ", ")
		head.Register = all
	}
	return head
}

// addRegister adds the register of one input to that of all.
func (in *input) addRegister(all, one *lint.RegisterInfo) {
	all.Rows += one.Rows
	for _, list := range one.Lists {
		list.File = in.path(list.File)
		all.Lists = append(all.Lists, list)
	}
	for _, note := range one.Notes {
		note.File = in.path(note.File)
		all.Notes = append(all.Notes, note)
	}
	for _, p := range one.Procedures {
		i := slices.IndexFunc(all.Procedures, func(have lint.RegisterProcedure) bool { return have.Code == p.Code && have.Name == p.Name })
		if i < 0 {
			all.Procedures = append(all.Procedures, p)
			continue
		}
		all.Procedures[i].Lines += p.Lines
	}
}
