package sign_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/pdf"
	"github.com/tthclint/tthclint/pkg/sign"
	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

// TestPermit: what the caller allows, within what the document allows.
func TestPermit(t *testing.T) {
	p := testPKI()
	kinds := map[sign.Changes]func([]byte) ([]byte, error){
		sign.ChangesLTA:        func(b []byte) ([]byte, error) { return signtest.AddDSS(b, p.sub.Cert.Raw) },
		sign.ChangesForm:       func(b []byte) ([]byte, error) { return signtest.Sign(b, p.agency, signtest.Options{Time: signed}) },
		sign.ChangesAnnotation: func(b []byte) ([]byte, error) { return signtest.Annotate(b, 1, "Text", stamp, "x") },
		sign.ChangesOther:      func(b []byte) ([]byte, error) { return signtest.ReplaceContent(b, 1, "BT ET") },
	}
	for level := range 4 {
		base := mustSign(t, signtest.Blank(1), p.person, signtest.Options{Time: signed, DocMDP: level})
		for permit, most := range map[sign.Changes]sign.Changes{"": "", sign.ChangesNone: sign.ChangesLTA, sign.ChangesForm: sign.ChangesForm, sign.ChangesAnnotation: sign.ChangesAnnotation} {
			for class, f := range kinds {
				out, err := f(base)
				require.NoError(t, err)
				s := validate(t, out, sign.Options{Trust: p.full, Permit: permit}).Signatures[0]
				allowed := most
				switch {
				case level == 0 && permit == "":
					allowed = sign.ChangesForm
				case permit == "" || level > 0 && severity[levels[level]] < severity[allowed]:
					allowed = levels[level]
				}
				require.NotNil(t, s.Permitted)
				assert.Equal(t, severity[class] <= severity[allowed], *s.Permitted, "P=%d, permit %q, %s: %+v", level, permit, class, s.ChangeList)
			}
		}
	}
}

// locked is rich with a signature whose field holds a lock dictionary.
func locked(t *testing.T, lock string) []byte {
	t.Helper()
	base := update(t, rich(), set(oEmpty, "Lock", lock))
	return mustSign(t, base, testPKI().person, signtest.Options{Time: signed, Existing: true, Field: "empty"})
}

// TestLock: the lock of a signed field (ISO 32000-2 table 236) binds by its
// fields, by exactly their names or those below them, and by its /P.
func TestLock(t *testing.T) {
	fillName := set(oText, "V", "(Binh)")
	fillGroup := set(oGroup, "V", "(2)")
	note := set(oNote, "Contents", "(y)")
	for _, c := range []struct {
		lock string
		edit edit
		ok   bool
	}{
		{"<</Action /All>>", fillName, false},
		{"<</Action /Include /Fields [(name)]>>", fillName, false},
		{"<</Action /Include /Fields [(name)]>>", fillGroup, true},
		{"<</Action /Include /Fields [(nam)]>>", fillName, true},
		{"<</Action /Include /Fields [(group.name)]>>", fillName, true},
		{"<</Action /Exclude /Fields [(name)]>>", fillName, true},
		{"<</Action /Exclude /Fields [(name)]>>", fillGroup, false},
		{"<</Action /Unheard>>", fillGroup, false},
		{"<</Action /Include /Fields [(group)]>>", set(oWidget, "Rect", "[0 0 9 9]"), false},
		{"<</Action /Include /Fields [(x)] /P 1>>", fillName, false},
		{"<</Action /Include /Fields [(x)] /P 2>>", fillName, true},
		{"<</Action /Include /Fields [(x)] /P 2>>", note, false},
		{"<</Action /Include /Fields [(x)] /P 3>>", note, false}, // grants nothing
	} {
		out := update(t, locked(t, c.lock), c.edit)
		s := validate(t, out, sign.Options{Trust: testPKI().full}).Signatures[0]
		require.Equal(t, sign.Intact, s.Integrity)
		require.NotNil(t, s.Permitted, "%s %+v", c.lock, s.ChangeList)
		assert.Equal(t, c.ok, *s.Permitted, "%s %v %+v", c.lock, s.Reasons, s.ChangeList)
	}
	// Whoever signs in a field of its own changes none that is locked.
	out := mustSign(t, locked(t, "<</Action /All>>"), testPKI().agency, signtest.Options{Time: signed, Field: "Second"})
	s := validate(t, out, sign.Options{Trust: testPKI().full}).Signatures[0]
	assert.True(t, *s.Permitted, s.Reasons)
	// P = 1 forbids that too, but not a document timestamp.
	base := locked(t, "<</Action /Include /Fields [] /P 1>>")
	out = mustSign(t, base, testPKI().agency, signtest.Options{Time: signed, Field: "Second"})
	assert.False(t, *validate(t, out, sign.Options{Trust: testPKI().full}).Signatures[0].Permitted)
	out, err := signtest.Timestamp(base, testPKI().tsa, signed, "")
	require.NoError(t, err)
	assert.True(t, *validate(t, out, sign.Options{Trust: testPKI().full}).Signatures[0].Permitted)
}

// TestCertificationOrder: one certification, and the first of all.
func TestCertificationOrder(t *testing.T) {
	p := testPKI()
	base := mustSign(t, signtest.Blank(1), p.person, signtest.Options{Time: signed, Field: "First"})
	out := mustSign(t, base, p.agency, signtest.Options{Time: signed, Field: "Second", DocMDP: 2})
	sigs := validate(t, out, sign.Options{Trust: p.full}).Signatures
	assert.True(t, sigs[1].Has(sign.CodeCertificationOrder))
	assert.True(t, *sigs[0].Permitted)

	base = mustSign(t, signtest.Blank(1), p.person, signtest.Options{Time: signed, Field: "First", DocMDP: 2})
	out = mustSign(t, base, p.agency, signtest.Options{Time: signed, Field: "Second", DocMDP: 3})
	sigs = validate(t, out, sign.Options{Trust: p.full}).Signatures
	assert.Equal(t, sign.ChangesOther, sigs[0].Changes, "another signature certifies now")
	assert.True(t, sigs[1].Has(sign.CodeCertificationOrder))
	// It does not widen what the first one allowed.
	out, err := signtest.Annotate(out, 1, "Text", stamp, "x")
	require.NoError(t, err)
	assert.False(t, *validate(t, out, sign.Options{Trust: p.full}).Signatures[1].Permitted)

	gone := update(t, base, func(u *signtest.Update) {
		num, cat := u.Catalog()
		u.Replace(num, signtest.With(cat, map[pdf.Name]string{"Perms": ""}))
	})
	s := validate(t, gone, sign.Options{Trust: p.full}).Signatures[0]
	assert.Equal(t, sign.ChangesOther, s.Changes)
	assert.False(t, *s.Permitted)
}

// TestSneakyUpdate: a change that comes with a further signature is that
// change, whoever signs.
func TestSneakyUpdate(t *testing.T) {
	p := testPKI()
	base := mustSign(t, signtest.Blank(1), p.person, signtest.Options{Time: signed, Field: "First"})
	// The page content changes in the very update that holds the signature:
	// the placeholder of the page is replaced before it is signed.
	content := update(t, base, func(u *signtest.Update) { u.ReplaceStream(4, "", "0 0 9 9 re f") })
	out := mustSign(t, content, p.agency, signtest.Options{Time: signed, Field: "Second"})
	sigs := validate(t, out, sign.Options{Trust: p.full}).Signatures
	require.Len(t, sigs, 2)
	assert.Equal(t, sign.ChangesOther, sigs[0].Changes)
	assert.False(t, *sigs[0].Permitted)
	assert.Equal(t, sign.ChangesNone, sigs[1].Changes)
	assert.Equal(t, sign.TotalPassed, sigs[1].Indication, fmt.Sprint(sigs[1].Reasons))
}
