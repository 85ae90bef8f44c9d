package sign_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/tthclint/tthclint/pkg/pdf"
	"github.com/tthclint/tthclint/pkg/sign"
	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

// TestDeepParents: a field below thousands of parents that no list names. Nobody
// has such a form, so an update below it is not excused, and costs little.
func TestDeepParents(t *testing.T) {
	const levels = 20_000
	top := 0
	base := update(t, signtest.Blank(1), func(u *signtest.Update) {
		top = u.New("<</T (top)>>")
		parent := top
		for range levels {
			parent = u.New(fmt.Sprintf("<</Parent %d 0 R>>", parent))
		}
		f := u.New(fmt.Sprintf("<</FT /Tx /T (a) /V (1) /Parent %d 0 R>>", parent))
		num, cat := u.Catalog()
		u.Replace(num, signtest.With(cat, map[pdf.Name]string{"AcroForm": fmt.Sprintf("<</Fields [%d 0 R]>>", f)}))
	})
	base = mustSign(t, base, testPKI().person, signtest.Options{Time: signed, Field: "Sig"})
	out := update(t, base, func(u *signtest.Update) { u.Replace(top, "<</T (top) /V (2)>>") })
	s := validate(t, out, sign.Options{Trust: testPKI().full, AsOf: today}).Signatures[0]
	assert.Equal(t, sign.ChangesOther, s.Changes)
	assert.NotEqual(t, sign.TotalPassed, s.Indication)
}
