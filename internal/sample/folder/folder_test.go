package folder

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goitalic"
	"golang.org/x/image/font/gofont/goregular"

	"github.com/tthclint/tthclint/internal/sample/paper"
	"github.com/tthclint/tthclint/internal/sample/pki"
	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/raster"
	"github.com/tthclint/tthclint/pkg/register"
	"github.com/tthclint/tthclint/pkg/sign"
)

// examples is the folder of the repository that [Write] makes.
const examples = "../../../examples"

func newStudio(t *testing.T) *studio {
	t.Helper()
	faces, err := paper.ParseFaces(goregular.TTF, gobold.TTF, goitalic.TTF)
	require.NoError(t, err)
	forms, err := form.Builtin()
	require.NoError(t, err)
	certs, err := pki.Make()
	require.NoError(t, err)
	return &studio{faces: faces, dpi: 50, forms: forms, certs: certs}
}

func TestCasesCoverVerdictsRulesAndShapes(t *testing.T) {
	verdicts, rules, formats, codes := map[string]int{}, map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, c := range Cases() {
		assert.False(t, codes[c.Code], c.Code)
		codes[c.Code] = true
		verdicts[c.Wants.Verdict]++
		for _, r := range c.Wants.Rules() {
			rules[r] = true
		}
		assert.LessOrEqual(t, len(c.Wants.Rules()), 1, "%s: one defect, or none", c.Code)
		assert.True(t, c.Wants.Verdict != rejected || len(c.Wants.Rules()) == 1, "%s: rejected for what is planted", c.Code)
		assert.True(t, slices.IsSorted(c.Wants.Messages), c.Code)
		code, _, ok := dossier.FindCode(c.Code, dossier.CodeFormats())
		require.True(t, ok, c.Code)
		formats[code.Format] = true
		if !c.Row.Finished.IsZero() {
			assert.False(t, c.Row.Finished.Before(code.Received), c.Code)
		}
	}
	assert.GreaterOrEqual(t, verdicts[accepted], 3)
	assert.GreaterOrEqual(t, verdicts[undetermined], 2)
	for _, r := range []string{"result/missing", "result/empty", "result/not-pdf", "result/duplicate", "pdf/unreadable", "pdf/encrypted",
		"sign/missing", "sign/broken", "sign/expired", "sign/untrusted", "field/spouse-signature", "field/official-signature",
		"field/seal", "field/identical-signatures", "field/pasted-signature", "result/wrong-document", "scan/unrecognised-form"} {
		assert.True(t, rules[r], r)
	}
	assert.Len(t, formats, 2)
}

func TestRegisterIsReadWithoutFaults(t *testing.T) {
	text := Register(Cases())
	r, err := register.Read(t.Context(), bytes.NewReader(text), int64(len(text)), "ho-so.csv", register.Options{})
	require.NoError(t, err)
	require.Equal(t, len(Cases()), r.Len())
	for i := range r.Len() {
		e := r.At(i)
		assert.Empty(t, e.Faults, e.Code)
		assert.Equal(t, Cases()[i].Code, e.Code)
		assert.Equal(t, !Cases()[i].Row.Finished.IsZero(), e.Done(), e.Code)
	}
}

// TestSignatures makes the files of the cases about signatures, on pages drawn
// with fonts that every machine has, and judges them.
func TestSignatures(t *testing.T) {
	st := newStudio(t)
	trust, err := sign.LoadTrust(os.DirFS(filepath.Join(examples, "trust")))
	require.NoError(t, err)
	type want struct {
		integrity sign.Integrity
		trust     sign.TrustState
		term      sign.Term
	}
	good := want{sign.Intact, sign.Trusted, sign.TermWithin}
	wants := map[string][]want{
		"H20.30-240315-0004": {good, good},
		"H20.30-240422-0003": {{integrity: sign.Broken}, {integrity: sign.Broken}},
		"H20.30-240603-0008": {good, {sign.Intact, sign.Trusted, sign.TermAfter}},
		"H20.30-240819-0011": {good, {sign.Intact, sign.StrangerRoot, sign.TermWithin}},
		"H20.30-260309-0005": {good, {sign.Intact, sign.IncompleteChain, sign.TermWithin}},
		"H20.30-261109-0002": {good, good},
	}
	for _, c := range Cases() {
		ws, ok := wants[c.Code]
		if !ok {
			continue
		}
		b, err := st.make(c)
		require.NoError(t, err)
		r, err := sign.Validate(t.Context(), bytes.NewReader(b), int64(len(b)), sign.Options{Trust: trust, AsOf: time.Now()})
		require.NoError(t, err)
		require.Len(t, r.Signatures, 2, c.Code)
		for i, s := range r.Signatures {
			assert.Equal(t, ws[i].integrity, s.Integrity, "%s signature %d", c.Code, i+1)
			if s.Integrity == sign.Intact {
				assert.Equal(t, ws[i].trust, s.Trust, "%s signature %d", c.Code, i+1)
				assert.Equal(t, ws[i].term, s.Term, "%s signature %d", c.Code, i+1)
				assert.Equal(t, []sign.Role{sign.RolePerson, sign.RoleAgency}[i], s.Role, "%s signature %d", c.Code, i+1)
			}
		}
	}
}

// TestCommittedPages reads the clean committed certificates: their form is
// recognised. The main command judges the others.
func TestCommittedPages(t *testing.T) {
	forms, err := form.Builtin()
	require.NoError(t, err)
	for _, c := range Cases() {
		if c.File == "" || c.Row.Procedure != marriageProcedure || c.Wants.Verdict != accepted {
			continue
		}
		b, err := os.ReadFile(filepath.Join(examples, "ho-so", filepath.FromSlash(c.File)))
		require.NoError(t, err)
		doc, err := raster.Open(t.Context(), bytes.NewReader(b), int64(len(b)), raster.Limits{})
		require.NoError(t, err, c.Code)
		p, err := doc.Render(t.Context(), 1)
		require.NoError(t, err, c.Code)
		assert.Equal(t, raster.Colour, p.Mode, c.Code)
		assert.InDelta(t, 200, p.DPI, 0.5, c.Code)
		r, err := forms.Read(t.Context(), p, form.Options{})
		require.NoError(t, err)
		if assert.NotNil(t, r.Form, "%s: %s", c.Code, r.Reason) {
			assert.Equal(t, "ket_hon", r.Form.ID, c.Code)
		}
		require.NoError(t, doc.Close())
	}
}

func TestCommittedTablesAreTheGenerated(t *testing.T) {
	for name, want := range map[string][]byte{"ho-so/ho-so.csv": Register(Cases()), "ho-so/README.md": readme(Cases()), "expected.csv": Expected(Cases())} {
		got, err := os.ReadFile(filepath.Join(examples, filepath.FromSlash(name)))
		require.NoError(t, err)
		assert.Equal(t, string(want), string(got), "%s: run go run ./examples/gen", name)
	}
}
