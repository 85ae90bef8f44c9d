// Package result holds the rules on whether a result is attached and is the
// right file.
package result

import (
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
)

type rule = lint.Rule[*evidence.Dossier]

// Rules returns the rules of this family in their order.
func Rules() []rule {
	return []rule{Missing(), NotFound(), OtherCode(), UnclearRole(), Empty(), NotPDF(), Duplicate(), WrongName()}
}

// OnPages returns the rules of this family that look into files that can be
// read, and so run after the rules on that.
func OnPages() []rule {
	return []rule{QRMismatch(), WrongDocument(), OtherDossier(), DistrictUnit(), Metadata(), ComponentMissing(), SamePicture()}
}
