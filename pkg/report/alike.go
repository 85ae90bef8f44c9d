package report

import (
	"slices"

	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
)

// Alike puts findings of one dossier together that say the same of several files
// as a whole, as that nothing is known of the certificates of the same people: it
// has one cause and is told once. The order is that of the first of each.
func Alike(all []lint.Finding, lang msg.Lang) [][]*lint.Finding {
	type cause struct {
		words    string
		severity lint.Severity
		known    bool
	}
	groups, first := make([][]*lint.Finding, 0, len(all)), map[cause]int{}
	for i := range all {
		f := &all[i]
		if ofFile(f) {
			why := cause{words(f, lang), f.Severity, f.Known}
			if at, told := first[why]; told {
				groups[at] = append(groups[at], f)
				continue
			}
			first[why] = len(groups)
		}
		groups = append(groups, []*lint.Finding{f})
	}
	return groups
}

// Together reports whether two groups of [Alike] have the same cause and remedy,
// as two empty boxes on one page, so that one deed mends both.
func Together(first, second []*lint.Finding, lang msg.Lang) bool {
	a, b := first[0], second[0]
	return len(first) == 1 && len(second) == 1 && a.Rule == b.Rule && a.Severity == b.Severity && a.Place.File == b.Place.File &&
		a.Remedy.In(lang) == b.Remedy.In(lang) && slices.Equal(a.Basis, b.Basis)
}

// ofFile reports whether a finding is about a file as a whole and counts.
func ofFile(f *lint.Finding) bool {
	return f.Place.File != "" && f.Place == (lint.Place{File: f.Place.File}) && f.Waived == nil
}

// words are those of a finding, wherever it was found.
func words(f *lint.Finding, lang msg.Lang) string {
	return f.Message.In(lang) + "\x00" + advice(f, lang)
}

// advice is what a finding says besides what is wrong.
func advice(f *lint.Finding, lang msg.Lang) string {
	text := f.Rule + "\x00" + f.Remedy.In(lang)
	for _, c := range f.Basis {
		text += "\x00" + c.String()
	}
	return text
}
