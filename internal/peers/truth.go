package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// planted is a file that was made to deceive, or to look as if, with the truth
// about it.
type planted struct {
	file, class string
	bad         bool // a verifier must not call it valid without a warning
	untrusted   bool // what is bad is the certificate alone
}

// readTruth reads a table of attacks: file, class, integrity, coverage,
// changes, permitted, trusted, in the words of package sign, alternatives
// separated by "|". A file may have several rows, one for each signature.
func readTruth(path string) ([]planted, error) {
	recs, err := readTable(path, "file", "class", "integrity", "coverage", "changes", "permitted", "trusted")
	if err != nil {
		return nil, err
	}
	var out []planted
	at := map[string]int{}
	for _, r := range recs {
		i, known := at[r["file"]]
		if !known {
			i = len(out)
			at[r["file"]] = i
			out = append(out, planted{file: r["file"], class: r["class"]})
		}
		out[i].fold(r)
	}
	return out, nil
}

// fold adds what is said of one signature: one that is bad makes the file bad.
func (p *planted) fold(r map[string]string) {
	switch {
	case none(r["integrity"], "intact", "ok"), none(r["coverage"], "whole-file", "whole-revision"),
		none(r["changes"], "none", "lta", "form", "annotation"), none(r["permitted"], "true", "yes", "none"):
		p.bad, p.untrusted = true, false
	case none(r["trusted"], "true", "yes", "trusted") && !p.bad:
		p.bad, p.untrusted = true, true
	}
}

// none tells whether something is said, and not one of its alternatives is good.
func none(said string, good ...string) bool {
	if said == "" {
		return false
	}
	for one := range strings.SplitSeq(said, "|") {
		if slices.Contains(good, one) {
			return false
		}
	}
	return true
}

// tally counts the files of one class.
type tally struct{ flagged, fooled, undecided int }

// add counts a planted file: flagged when the verifier speaks against it.
func (t *tally) add(p planted, r result, there bool) {
	v := r.verdict
	speaks, decided := flags(v), v.Integrity == intact
	if p.untrusted {
		speaks, decided = v.Trusted == no || v.Integrity == broken, v.Trusted == yes
	}
	switch {
	case there && speaks:
		t.flagged++
	case there && decided:
		t.fooled++
	default:
		t.undecided++
	}
}

// writeClasses prints how the verifiers did on each class of attack.
func writeClasses(w io.Writer, peers []peer, rows []planted, results []result) {
	type group struct {
		class string
		bad   bool
	}
	var groups []group
	size := map[group]int{}
	counts := map[group][]tally{}
	var wrong []string
	for _, row := range rows {
		g := group{row.class, row.bad}
		if size[g]++; counts[g] == nil {
			groups = append(groups, g)
			counts[g] = make([]tally, len(peers))
		}
	}
	for i, p := range peers {
		by := of(results, p.name)
		for _, row := range rows {
			r, there := by[row.file]
			var one tally
			one.add(row, r, there)
			t := &counts[group{row.class, row.bad}][i]
			t.flagged, t.fooled, t.undecided = t.flagged+one.flagged, t.fooled+one.fooled, t.undecided+one.undecided
			if row.bad && one.flagged == 0 || !row.bad && one.fooled == 0 {
				wrong = append(wrong, fmt.Sprintf("%s: %s: %s, integrity %s, warned %s, trusted %s %s%s", row.file, p.name, r.outcome, r.verdict.Integrity, r.verdict.Warned, r.verdict.Trusted, r.verdict.Err, r.verdict.Note))
			}
		}
	}
	slices.SortFunc(groups, func(a, b group) int {
		switch {
		case a.bad == b.bad && a.class < b.class, a.bad && !b.bad:
			return -1
		case a == b:
			return 0
		}
		return 1
	})
	for _, bad := range []bool{true, false} {
		t := over("attacks: flagged / fooled / no verdict", peers)
		if !bad {
			t = over("harmless: passed / accused / no verdict", peers)
		}
		for _, g := range groups {
			if g.bad != bad {
				continue
			}
			cells := []string{fmt.Sprintf("%s (%d)", g.class, size[g])}
			for _, c := range counts[g] {
				if bad {
					cells = append(cells, fmt.Sprintf("%d / %d / %d", c.flagged, c.fooled, c.undecided))
				} else {
					cells = append(cells, fmt.Sprintf("%d / %d / %d", c.fooled, c.flagged, c.undecided))
				}
			}
			t.add(cells...)
		}
		if t.rows != nil {
			t.write(w)
		}
	}
	fmt.Fprintf(w, "\nNot as planted:\n\n")
	for _, d := range wrong {
		fmt.Fprintln(w, "- "+d)
	}
}
