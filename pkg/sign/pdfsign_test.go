package sign_test

import (
	"crypto"
	"crypto/x509"
	"os"
	"path/filepath"
	"testing"
	"time"

	pdfsign "github.com/digitorus/pdfsign/sign"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/sign"
	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

// TestPdfsign judges what another signer writes: digitorus/pdfsign, certifying
// and approving, the second on top of the first.
func TestPdfsign(t *testing.T) {
	p := testPKI()
	dir := t.TempDir()
	name := func(i int) string { return filepath.Join(dir, string(rune('0'+i))+".pdf") }
	require.NoError(t, os.WriteFile(name(0), signtest.Blank(2), 0o600))
	for i, kind := range []pdfsign.CertType{pdfsign.CertificationSignature, pdfsign.ApprovalSignature} {
		require.NoError(t, pdfsign.SignFile(name(i), name(i+1), pdfsign.SignData{
			Signature: pdfsign.SignDataSignature{
				CertType: kind, DocMDPPerm: pdfsign.AllowFillingExistingFormFieldsAndSignaturesPerms,
				Info: pdfsign.SignDataSignatureInfo{Name: "UBND phường Sa Đéc", Reason: "Phát hành", Date: time.Now()},
			},
			Signer: p.person.Key, DigestAlgorithm: crypto.SHA256, Certificate: p.person.Cert,
			CertificateChains: [][]*x509.Certificate{{p.person.Cert, p.sub.Cert, p.root.Cert}},
			Appearance:        pdfsign.Appearance{Visible: kind == pdfsign.ApprovalSignature, Page: 1, LowerLeftX: 400, LowerLeftY: 50, UpperRightX: 500, UpperRightY: 100},
		}))
	}
	for i := 1; i <= 2; i++ {
		b, err := os.ReadFile(name(i))
		require.NoError(t, err)
		rep := validate(t, b, sign.Options{Trust: p.trust})
		require.Len(t, rep.Signatures, i)
		for j := range rep.Signatures {
			s := &rep.Signatures[j]
			assert.Equal(t, sign.Intact, s.Integrity, "%v", s.Reasons)
			assert.Equal(t, sign.Trusted, s.Trust)
			assert.Equal(t, sign.TotalPassed, s.Indication, "%d of %d: %s %v %+v", j+1, i, s.Coverage, s.Reasons, s.ChangeList)
			assert.Equal(t, j == 1, s.Visible())
		}
		assert.Equal(t, 2, rep.Signatures[0].DocMDP)
	}
}
