// Package result holds the rules on whether a result is attached and is the
// right file.
package result

import (
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/rules/basis"
)

type (
	rule    = lint.Rule[*evidence.Dossier]
	edition = lint.Edition[*evidence.Dossier]
)

// Rules returns the rules of this family in their order.
func Rules() []rule {
	return []rule{Missing(), Empty(), NotPDF(), Duplicate()}
}

// digitized returns the two editions of a rule whose ground is the decree on
// electronic results alone until the circular on digitization joins it.
func digitized(decree, circular law.Citation, e edition) []edition {
	before, since := e, e
	before.In, before.Basis = basis.BeforeDigitization(), []law.Citation{decree}
	since.In, since.Basis = basis.SinceDigitization(), []law.Citation{decree, circular}
	return []edition{before, since}
}
