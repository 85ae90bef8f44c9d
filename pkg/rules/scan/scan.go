// Package scan holds the rules on the pictures that a scanner made.
package scan

import (
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
)

type rule = lint.Rule[*evidence.Dossier]

// Rules returns the rules of this family in their order. A photograph stands
// before what follows from it.
func Rules() []rule {
	return []rule{
		PhonePhoto(), SeveralSheets(), Scale(), Resolution(), Colour(), Rotated(), Skew(), Cropped(), TooDark(), TooLight(),
		Blurred(), JPEGDamage(), BlankPage(), PageCount(), UnrecognisedForm(),
	}
}
