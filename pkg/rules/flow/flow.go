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
