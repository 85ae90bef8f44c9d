// Package pdf holds the rules on whether the file of a result can be read.
package pdf

import (
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/rules/basis"
)

type rule = lint.Rule[*evidence.Dossier]

// Rules returns the rules of this family in their order.
func Rules() []rule { return []rule{Unreadable(), Encrypted(), Restricted(), Version(), Blank()} }

// readable is the ground of a result carrying its full content.
func readable() []law.Ground { return basis.Digitized("a", "Điều 8 khoản 2") }
