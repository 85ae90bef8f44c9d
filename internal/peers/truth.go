package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// planted is a file that was made to deceive, or to look as if.
type planted struct {
	file, class string
	truth       truth
}

// truth tells what a verifier has to say of a planted file.
type truth int

const (
	harmless truth = iota // valid, and nothing happened that is not permitted
	// arguable: saying something and saying nothing are both right, or what
	// matters is a term, a time or an algorithm, of which this program asks
	// nobody. Such files are not counted.
	arguable
	untrusted // all is well but for the certificate
	bad       // must not be called valid without a warning
)

// readTruth reads the table that internal/forge writes: file, class, integrity,
// coverage, changes, permitted, trusted, passes, removed, in the words of
// package sign, alternatives separated by "|". There is a row for each
// signature, and the worst one makes the file.
func readTruth(path string) ([]planted, error) {
	recs, err := readTable(path, "file", "class", "integrity", "coverage", "changes", "permitted", "trusted", "passes", "removed")
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
		out[i].truth = max(out[i].truth, truthOf(r))
	}
	return out, nil
}

func truthOf(r map[string]string) truth {
	worst := max(
		among(r["integrity"], bad, "intact"),
		among(r["coverage"], bad, "whole-file", "whole-revision"),
		among(r["changes"], bad, "none", "lta", "form", "annotation"),
		among(r["permitted"], bad, "none", "yes"),
		among(r["trusted"], untrusted, "trusted"),
		among(r["removed"], bad, "no"),
	)
	if r["passes"] == "no" || strings.Contains(r["changes"], "annotation") {
		worst = max(worst, arguable)
	}
	return worst
}

// among returns harmless when all the alternatives said are good ones, and what
// else it is when none is.
func among(said string, otherwise truth, good ...string) truth {
	if said == "" {
		return harmless
	}
	alternatives := strings.Split(said, "|")
	bad := slices.DeleteFunc(slices.Clone(alternatives), func(one string) bool { return slices.Contains(good, one) })
	switch len(bad) {
	case 0:
		return harmless
	case len(alternatives):
		return otherwise
	}
	return arguable
}

// tally counts the files of one class.
type tally struct{ flagged, fooled, undecided int }

// add counts a planted file: flagged when the verifier speaks against it.
func (t *tally) add(p planted, r result, there bool) {
	v := r.verdict
	speaks, decided := flags(v) || v.Failed, v.Integrity == intact
	if p.truth == untrusted {
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
	byPeer := make([]map[string]result, len(peers))
	for i, p := range peers {
		byPeer[i] = of(results, p.name)
	}
	attacks := classes{table: over("attacks: flagged / fooled / no verdict", peers)}
	sound := classes{table: over("harmless: accused / passed / no verdict", peers)}
	var skipped int
	var wrong []string
	for _, row := range rows {
		if row.truth == arguable {
			skipped++
			continue
		}
		one := make([]tally, len(peers))
		for i, p := range peers {
			r, there := byPeer[i][row.file]
			one[i].add(row, r, there)
			if row.truth == harmless && one[i].fooled == 0 || row.truth != harmless && (one[i].fooled > 0 || one[i].undecided > 0 && (r.outcome != done || r.verdict.Found == 0)) {
				v := r.verdict
				wrong = append(wrong, fmt.Sprintf("%s: %s: %s, integrity %s, warned %s, trusted %s; %s%s", row.file, p.name, r.outcome, v.Integrity, v.Warned, v.Trusted, v.Err, v.Note))
			}
		}
		if row.truth == harmless {
			sound.add(row.class, one)
		} else {
			attacks.add(row.class, one)
		}
	}
	attacks.write(w)
	sound.write(w)
	fmt.Fprintf(w, "\n%d more files are arguable and not counted. Not as planted:\n\n", skipped)
	for _, d := range wrong {
		fmt.Fprintln(w, "- "+d)
	}
}

// classes sums up tallies by class, in the order they come, and over all.
type classes struct {
	table *table
	names []string
	sums  map[string][]tally
	sizes map[string]int
}

func (c *classes) add(class string, one []tally) {
	if c.sums == nil {
		c.sums, c.sizes = map[string][]tally{}, map[string]int{}
	}
	if c.sums[class] == nil {
		c.names = append(c.names, class)
		c.sums[class] = make([]tally, len(one))
	}
	c.sizes[class]++
	for i, t := range one {
		s := &c.sums[class][i]
		s.flagged, s.fooled, s.undecided = s.flagged+t.flagged, s.fooled+t.fooled, s.undecided+t.undecided
	}
}

func (c *classes) write(w io.Writer) {
	var size int
	total := make([]tally, len(c.table.head)-1)
	for _, name := range c.names {
		size += c.sizes[name]
		for i, t := range c.sums[name] {
			total[i] = tally{total[i].flagged + t.flagged, total[i].fooled + t.fooled, total[i].undecided + t.undecided}
		}
		c.table.add(cells(name, c.sizes[name], c.sums[name])...)
	}
	c.table.add(cells("all", size, total)...)
	c.table.write(w)
}

func cells(name string, size int, tallies []tally) []string {
	out := []string{fmt.Sprintf("%s (%d)", name, size)}
	for _, t := range tallies {
		out = append(out, fmt.Sprintf("%d / %d / %d", t.flagged, t.fooled, t.undecided))
	}
	return out
}
