// Package field holds the rules on what must be on the paper of a result.
package field

import (
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
)

type rule = lint.Rule[*evidence.Dossier]

// Rules returns the rules of this family in their order.
func Rules() []rule { return []rule{SpouseSignature()} }
