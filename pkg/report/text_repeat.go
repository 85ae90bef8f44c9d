package report

import (
	"cmp"
	"crypto/sha256"
	"slices"

	"github.com/tthclint/tthclint/pkg/lint"
)

// repeats is what a text report has told so far, and what it passed over.
type repeats struct {
	said     map[[16]byte]bool
	infos    int      // remarks passed over
	dossiers int      // dossiers passed over for their warnings being told already
	rules    []string // of those warnings, sorted
}

// maxSaid bounds what is remembered; beyond it warnings are told in full again.
const maxSaid = 10_000

func (r *repeats) add(key [16]byte) {
	if r.said == nil {
		r.said = map[[16]byte]bool{}
	}
	if len(r.said) < maxSaid {
		r.said[key] = true
	}
}

// key stands for what was told.
func key(text string) [16]byte {
	h := sha256.Sum256([]byte(text))
	return [16]byte(h[:16])
}

// again reports whether a warning was told before in the same words. Errors are
// always told in full.
func (p *textPrinter) again(f *lint.Finding) bool {
	return p.folds(f) && p.told.said[key(words(f, p.o.Lang))]
}

// advised reports whether it was told before what to do about a warning, be it of
// others.
func (p *textPrinter) advised(f *lint.Finding) bool {
	return p.folds(f) && p.told.said[key(advice(f, p.o.Lang))]
}

func (p *textPrinter) folds(f *lint.Finding) bool {
	return !p.o.Verbose && !p.o.Quiet && f.Severity < lint.Error
}

// tell remembers a finding that is told.
func (p *textPrinter) tell(f *lint.Finding) {
	p.told.add(key(words(f, p.o.Lang)))
	p.told.add(key(advice(f, p.o.Lang)))
}

// worthTelling returns the findings to be listed, the heaviest first and else in
// their order.
func (p *textPrinter) worthTelling(all []lint.Finding) []lint.Finding {
	all = slices.Clone(all)
	if !p.o.Verbose && !p.o.Infos {
		n := len(all)
		all = slices.DeleteFunc(all, func(f lint.Finding) bool { return f.Severity <= lint.Info })
		p.told.infos += n - len(all)
	}
	if p.o.Quiet && !p.o.Verbose {
		all = slices.DeleteFunc(all, func(f lint.Finding) bool { return f.Known })
	}
	slices.SortStableFunc(all, func(a, b lint.Finding) int { return cmp.Compare(b.Severity, a.Severity) })
	return all
}

// nothingNew reports whether all findings of a dossier were told before, and
// counts it then. One without findings has nothing to count.
func (p *textPrinter) nothingNew(findings []lint.Finding) bool {
	for i := range findings {
		if !p.again(&findings[i]) {
			return false
		}
	}
	if len(findings) == 0 {
		return true
	}
	p.told.dossiers++
	for i := range findings {
		if rule := Inert(findings[i].Rule); !slices.Contains(p.told.rules, rule) {
			p.told.rules = append(p.told.rules, rule)
		}
	}
	slices.Sort(p.told.rules)
	return true
}
