// Package flow holds the rules on registers, deadlines and handover.
package flow

import (
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
)

type rule = lint.Rule[*evidence.Dossier]

// Rules returns the rules of this family in their order.
func Rules() []rule {
	return []rule{RegisterRow(), NotRegistered(), CodeDate(), RegisterDates(), TwoStages(), Late(), DueSoon(), Held(), HandoverOrder(), HandoverChain()}
}

// OnFiles returns the rules of this family that look into results, and so run
// after the rules on whether they can be read and on their signatures.
func OnFiles() []rule { return []rule{LateSigned(), SignedTooEarly()} }
