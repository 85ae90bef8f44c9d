// Package pdf holds the rules on whether the file of a result can be read.
package pdf

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
func Rules() []rule { return []rule{Unreadable(), Encrypted()} }

// readable returns the two editions of a rule whose ground is that a result
// carries its full content.
func readable(e edition) []edition {
	before, since := e, e
	before.In, before.Basis = basis.BeforeDigitization(), []law.Citation{basis.ElectronicResult("a")}
	since.In, since.Basis = basis.SinceDigitization(), []law.Citation{basis.ElectronicResult("a"), basis.Digitization("Điều 8 khoản 2")}
	return []edition{before, since}
}
