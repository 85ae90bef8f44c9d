package sign_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/pdf"
	"github.com/tthclint/tthclint/pkg/sign"
	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

// failed asserts that a file with an attack is told: nothing passes, and what
// was signed first is either broken or followed by an unexplained change.
func failed(t *testing.T, b []byte) *sign.Report {
	t.Helper()
	rep := validate(t, b, sign.Options{Trust: testPKI().full})
	require.NotEmpty(t, rep.Signatures)
	for i := range rep.Signatures {
		s := &rep.Signatures[i]
		assert.NotEqual(t, sign.TotalPassed, s.Indication, "%s %v", s.Field, s.Reasons)
		if s.Integrity == sign.Intact {
			assert.Equal(t, sign.ChangesOther, s.Changes, "%v %+v", s.Reasons, s.ChangeList)
		}
	}
	return rep
}

// TestUSF: universal signature forgery takes away what a verifier needs, hoping
// that it then says nothing (CVE-2018-18688 and others, Mladenov et al. 2019).
func TestUSF(t *testing.T) {
	base := mustSign(t, signtest.Blank(1), testPKI().person, signtest.Options{Time: signed, Field: "Sig"})
	for name, set := range map[string]map[pdf.Name]string{
		"no contents":         {"Contents": ""},
		"contents null":       {"Contents": "null"},
		"contents empty":      {"Contents": "<>"},
		"contents zero":       {"Contents": "<00>"},
		"contents literal":    {"Contents": "(x)"},
		"contents reference":  {"Contents": "99 0 R"},
		"no ByteRange":        {"ByteRange": ""},
		"ByteRange null":      {"ByteRange": "null"},
		"ByteRange empty":     {"ByteRange": "[]"},
		"ByteRange negative":  {"ByteRange": "[0 -1 -1 0]"},
		"ByteRange of names":  {"ByteRange": "[/a /b /c /d]"},
		"ByteRange of reals":  {"ByteRange": "[0.0 10.5 20 30]"},
		"ByteRange huge":      {"ByteRange": "[0 99999999999999999999 1 1]"},
		"ByteRange zero":      {"ByteRange": "[0 0 0 0]"},
		"no sub-filter":       {"SubFilter": ""},
		"sub-filter unknown":  {"SubFilter": "/none"},
		"sub-filter timstamp": {"SubFilter": "/ETSI.RFC3161"},
		"sub-filter raw":      {"SubFilter": "/adbe.x509.rsa_sha1"},
		"nothing but a type":  {"Contents": "", "ByteRange": "", "SubFilter": ""},
	} {
		t.Run(name, func(t *testing.T) {
			out := update(t, base, func(u *signtest.Update) {
				v := u.View.Dict(widgetOf(u)).Get("V").(pdf.Ref)
				u.Replace(v.Num, signtest.With(u.View.Dict(v), set))
			})
			failed(t, out)
		})
	}
}

// TestISA: incremental saving attacks add an update that readers show, but that
// a careless verifier does not see as one.
func TestISA(t *testing.T) {
	base := mustSign(t, signtest.Blank(1), testPKI().person, signtest.Options{Time: signed})
	content := "4 0 obj\n<</Length 9>>\nstream\n0 0 9 9 re\nendstream\nendobj\n"
	at := len(base)
	for name, tail := range map[string]string{
		"objects alone":          content,
		"trailer without table":  content + "trailer\n<</Root 1 0 R /Size 9>>\nstartxref\n0\n%%EOF\n",
		"table without prev":     content + fmt.Sprintf("xref\n4 1\n%010d 00000 n \ntrailer\n<</Root 1 0 R /Size 9>>\nstartxref\n%d\n%%%%EOF\n", at, at+len(content)),
		"old startxref repeated": content + "startxref\n" + lastStartXRef(base) + "\n%%EOF\n",
		"no end":                 content + "xref\n0 0\ntrailer\n<<>>\n",
		"only an end":            content + "%%EOF\n",
	} {
		t.Run(name, func(t *testing.T) { failed(t, append(bytes.Clone(base), tail...)) })
	}
}

func lastStartXRef(b []byte) string {
	i := bytes.LastIndex(b, []byte("startxref\n"))
	return strings.Fields(string(b[i:]))[1]
}

// TestSWA: signature wrapping moves the second signed part and puts other
// objects into the room that this makes.
func TestSWA(t *testing.T) {
	base := mustSign(t, signtest.Blank(1), testPKI().person, signtest.Options{Time: signed, Reserve: 3000})
	s := one(t, base)
	br := s.ByteRange
	evil := "4 0 obj\n<</Length 9>>\nstream\n0 0 9 9 re\nendstream\nendobj\n"
	head, gap, tail := base[:br[1]], base[br[1]:br[2]], base[br[2]:]
	for name, in := range map[string]string{"object": evil, "object and table": evil + "xref\n4 1\n0000000000 00000 n \ntrailer <</Root 1 0 R>>\nstartxref\n0\n%%EOF\n"} {
		// The dictionary is closed early, with a ByteRange for the new place.
		moved := br[2] + int64(len(in)) + 200
		own := fmt.Sprintf(" /ByteRange [0 %d %d %d] >>\nendobj\n", br[1], moved, br[3])
		pad := strings.Repeat(" ", int(moved-br[2])-len(own)-len(in))
		out := append(append(append(bytes.Clone(head), gap...), own+in+pad...), tail...)
		t.Run(name, func(t *testing.T) { failed(t, out) })
	}
}
