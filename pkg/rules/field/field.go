// Package field holds the rules on what must be on the paper of a result.
package field

import (
	"fmt"

	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
)

type rule = lint.Rule[*evidence.Dossier]

// Rules returns the rules of this family in their order.
func Rules() []rule {
	return []rule{
		PastedSignature(), SpouseSignature(), OfficialSignature(), Seal(), RequiredSignature(), IdenticalSignatures(),
		Blank(), NameMismatch(), HandoverDate(), HandoverSignature(),
	}
}

// identity names a field in a document, so that a finding stays the same when
// another engine places its box elsewhere.
func identity(page *evidence.PageReading, key string) string {
	return fmt.Sprintf("%d/%s", page.Page, key)
}
