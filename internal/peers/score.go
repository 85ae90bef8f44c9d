package main

import (
	"fmt"
	"io"
	"strings"
)

// score counts how one verifier did against the expectations.
type score struct {
	counted, countRight                     int // files with a number of signatures
	right, wrong, undecided                 int // files known as ok or broken
	falseValid, falseBroken                 int
	suspicious, flagged, fooled             int // files that were changed
	strictFlagged, strictFooled             int // the same when a remark on any signature counts
	legitimate, accused, strictAccused      int // files that were not, or as permitted
	errors, crashes, hangs, missing, judged int
	disagreements                           []string
}

// add counts one file.
func (s *score) add(e expectation, r result, there bool) {
	if !there {
		s.missing++
		return
	}
	s.judged++
	switch r.outcome {
	case failed:
		s.errors++
	case crash:
		s.crashes++
	case hang:
		s.hangs++
	}
	var odd []string
	v := r.verdict
	if e.signatures >= 0 {
		s.counted++
		if countRight(e, v) {
			s.countRight++
		} else {
			odd = append(odd, fmt.Sprintf("%d signatures found, %s expected", v.Found, both(e.signatures, e.timestamps)))
		}
	}
	if text := s.addIntegrity(e, v); text != "" {
		odd = append(odd, text)
	}
	if text := s.addChanges(e, v); text != "" {
		odd = append(odd, text)
	}
	if r.outcome != done {
		odd = append(odd, string(r.outcome)+": "+v.Err)
	}
	if odd != nil {
		line := fmt.Sprintf("%s: %s: %s", e.file, r.peer, strings.Join(odd, "; "))
		if v.Note != "" {
			line += " (" + v.Note + ")"
		}
		s.disagreements = append(s.disagreements, line)
	}
}

// countRight accepts the signatures with or without the document timestamps
// from who does not tell them apart.
func countRight(e expectation, v verdict) bool {
	if v.Timestamps >= 0 && e.timestamps >= 0 {
		return v.Found-v.Timestamps == e.signatures && v.Timestamps == e.timestamps
	}
	return v.Found == e.signatures || v.Found == e.signatures+max(e.timestamps, 0)
}

func both(signatures, timestamps int) string {
	if timestamps > 0 {
		return fmt.Sprintf("%d and %d timestamps", signatures, timestamps)
	}
	return fmt.Sprint(signatures)
}

func (s *score) addIntegrity(e expectation, v verdict) string {
	if e.integrity == unknown {
		return ""
	}
	switch v.Integrity {
	case e.integrity:
		s.right++
		return ""
	case unknown:
		s.undecided++
		return "integrity undecided, " + string(e.integrity) + " expected"
	case intact:
		s.falseValid++
	case broken:
		s.falseBroken++
	}
	s.wrong++
	return fmt.Sprintf("integrity %s, %s expected", v.Integrity, e.integrity)
}

// addChanges counts a changed file as flagged when it is said to have changed
// or to be broken, and the verifier as fooled when it calls the signature valid
// and warns of nothing. Neither is so when it gives no verdict.
func (s *score) addChanges(e expectation, v verdict) string {
	switch e.changes {
	case "suspicious":
		s.suspicious++
		strict := v
		strict.Warned = v.Remarked
		if flags(strict) {
			s.strictFlagged++
		} else if v.Integrity == intact {
			s.strictFooled++
		}
		switch {
		case flags(v):
			s.flagged++
			return ""
		case v.Integrity == intact:
			s.fooled++
			return "changed after signing, said valid without a warning"
		}
		return "changed after signing, no verdict"
	case "none", "permitted":
		s.legitimate++
		if v.Remarked == yes {
			s.strictAccused++
		}
		if v.Warned == yes {
			s.accused++
			return "said to be changed, expected " + e.changes
		}
	}
	return ""
}

func flags(v verdict) bool { return v.Warned == yes || v.Integrity == broken }

// writeScores prints the table of scores and every disagreement.
func writeScores(w io.Writer, peers []peer, rows []expectation, results []result) {
	scores := make([]score, len(peers))
	byPeer := make([]map[string]result, len(peers))
	for i, p := range peers {
		byPeer[i] = of(results, p.name)
	}
	for _, e := range rows {
		for i := range peers {
			r, there := byPeer[i][e.file]
			scores[i].add(e, r, there)
		}
	}
	first := scores[0]
	fmt.Fprintf(w, "\nScored: %d files with a verdict asserted by a test.", first.judged)
	if first.missing > 0 {
		fmt.Fprintf(w, " %d more are not in the folder.", first.missing)
	}
	fmt.Fprintln(w)
	t := over("", peers)
	row := func(name string, cell func(score) string) {
		cells := []string{name}
		for _, s := range scores {
			cells = append(cells, cell(s))
		}
		t.add(cells...)
	}
	row(fmt.Sprintf("number of signatures right, of %d", first.counted), func(s score) string { return fmt.Sprint(s.countRight) })
	row(fmt.Sprintf("integrity right / wrong / undecided, of %d", first.right+first.wrong+first.undecided), func(s score) string {
		return fmt.Sprintf("%d / %d / %d", s.right, s.wrong, s.undecided)
	})
	row("broken, said valid", func(s score) string { return fmt.Sprint(s.falseValid) })
	row("intact, said broken", func(s score) string { return fmt.Sprint(s.falseBroken) })
	row(fmt.Sprintf("changed after signing: flagged / fooled, of %d", first.suspicious), func(s score) string {
		return fmt.Sprintf("%d / %d", s.flagged, s.fooled)
	})
	row(fmt.Sprintf("unchanged or as permitted: accused, of %d", first.legitimate), func(s score) string { return fmt.Sprint(s.accused) })
	row("the last two when a remark on any signature counts", func(s score) string {
		return fmt.Sprintf("%d / %d, %d", s.strictFlagged, s.strictFooled, s.strictAccused)
	})
	row("errors / crashes / hangs", func(s score) string { return fmt.Sprintf("%d / %d / %d", s.errors, s.crashes, s.hangs) })
	t.write(w)
	fmt.Fprintf(w, "\nDisagreements:\n\n")
	for _, s := range scores {
		for _, d := range s.disagreements {
			fmt.Fprintln(w, "- "+d)
		}
	}
}
