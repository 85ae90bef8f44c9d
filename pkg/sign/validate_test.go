package sign_test

import (
	"bytes"
	"context"
	"crypto"
	"crypto/x509"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/pdf"
	"github.com/tthclint/tthclint/pkg/sign"
	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

func TestGoodSignature(t *testing.T) {
	p := testPKI()
	out := mustSign(t, signtest.Blank(2), p.person, signtest.Options{
		Time: signed, Field: "KySo", Page: 2, Box: stamp, Name: "Nguyễn Văn An", Reason: "Sao y", Lines: []string{"Sao y; UBND phường; 11.09.2023 08:30:00 +07:00"},
	})
	rep := validate(t, out, sign.Options{Trust: p.full, AsOf: today})
	assert.Equal(t, 2, rep.Revisions)
	assert.Equal(t, 2, rep.Pages)
	require.Len(t, rep.Signatures, 1)
	s := rep.Signatures[0]
	assert.Equal(t, "KySo", s.Field)
	assert.Equal(t, sign.KindSignature, s.Kind)
	assert.Equal(t, 2, s.Revision)
	assert.Equal(t, sign.Intact, s.Integrity)
	assert.Equal(t, sign.WholeFile, s.Coverage)
	assert.Equal(t, sign.ChangesNone, s.Changes)
	assert.Nil(t, s.Permitted)
	assert.Equal(t, sign.Trusted, s.Trust, s.Reasons)
	assert.Equal(t, sign.TermWithin, s.Term)
	assert.Equal(t, sign.TotalPassed, s.Indication)
	assert.Equal(t, sign.RolePerson, s.Role)
	assert.True(t, s.Claimed.Equal(signed))
	assert.Equal(t, "signing-time", s.ClaimedBy)
	assert.True(t, s.Proven.IsZero())
	assert.Equal(t, "Nguyễn Văn An", s.Name)
	assert.Equal(t, 2, s.Page)
	assert.InDelta(t, stamp.X, s.Box.X, 0.01)
	assert.InDelta(t, stamp.Y, s.Box.Y, 0.01)
	assert.InDelta(t, stamp.W, s.Box.W, 0.01)
	assert.True(t, s.Visible())
	assert.Len(t, s.Path, 3)
}

// TestKinds: every sub-filter and algorithm verifies, and stops to when a bit of
// the document changes.
func TestKinds(t *testing.T) {
	p := testPKI()
	ids := map[signtest.Key]*signtest.Identity{}
	for _, k := range []signtest.Key{signtest.RSA1024, signtest.RSA3072, signtest.P256, signtest.P384, signtest.P521, signtest.Ed25519} {
		id, err := p.sub.Issue(signtest.Subject{CommonName: "Phòng Tư pháp", Key: k})
		require.NoError(t, err)
		ids[k] = id
	}
	for name, c := range map[string]struct {
		id   *signtest.Identity
		o    signtest.Options
		algo string
		code sign.Code
	}{
		"cades":         {p.person, signtest.Options{}, "RSA", ""},
		"pkcs7":         {p.person, signtest.Options{SubFilter: signtest.PKCS7}, "RSA", ""},
		"pkcs7.sha1":    {p.person, signtest.Options{SubFilter: signtest.PKCS7SHA1}, "RSA", sign.CodeWeakDigest},
		"x509.rsa_sha1": {p.person, signtest.Options{SubFilter: signtest.X509RSASHA1}, "RSA", sign.CodeWeakDigest},
		"sha1":          {p.person, signtest.Options{CMS: signtest.CMS{Digest: crypto.SHA1}}, "RSA", sign.CodeWeakDigest},
		"sha512":        {p.person, signtest.Options{CMS: signtest.CMS{Digest: crypto.SHA512}}, "RSA", ""},
		"sha3":          {p.person, signtest.Options{CMS: signtest.CMS{Digest: crypto.SHA3_256}}, "RSA", ""},
		"pss":           {p.person, signtest.Options{CMS: signtest.CMS{PSS: true}}, "RSA-PSS", ""},
		"ski":           {p.person, signtest.Options{CMS: signtest.CMS{BySKI: true}}, "RSA", ""},
		"no attributes": {p.person, signtest.Options{SubFilter: signtest.PKCS7, CMS: signtest.CMS{NoSignedAttributes: true}}, "RSA", sign.CodeNoSignedAttributes},
		"ess v1":        {p.person, signtest.Options{SubFilter: signtest.PKCS7, CMS: signtest.CMS{SigningCertificateV1: true}}, "RSA", ""},
		"xref stream":   {p.person, signtest.Options{XRefStream: true}, "RSA", ""},
		"rsa1024":       {ids[signtest.RSA1024], signtest.Options{}, "RSA", sign.CodeWeakKey},
		"rsa3072":       {ids[signtest.RSA3072], signtest.Options{}, "RSA", ""},
		"p256":          {ids[signtest.P256], signtest.Options{}, "ECDSA", ""},
		"p384":          {ids[signtest.P384], signtest.Options{CMS: signtest.CMS{Digest: crypto.SHA384}}, "ECDSA", ""},
		"p521":          {ids[signtest.P521], signtest.Options{CMS: signtest.CMS{Digest: crypto.SHA512}}, "ECDSA", ""},
		"ed25519":       {ids[signtest.Ed25519], signtest.Options{CMS: signtest.CMS{Digest: crypto.SHA512}}, "Ed25519", ""},
	} {
		t.Run(name, func(t *testing.T) {
			c.o.Time = signed
			out := mustSign(t, signtest.Blank(1), c.id, c.o)
			s := one(t, out)
			assert.Equal(t, sign.Intact, s.Integrity, s.Reasons)
			assert.Equal(t, sign.WholeFile, s.Coverage)
			if c.code == sign.CodeWeakDigest || c.code == sign.CodeWeakKey {
				assert.Equal(t, sign.Indeterminate, s.Indication, "made in 2023")
				assert.Equal(t, sign.SubCryptoNoPOE, s.Sub)
			} else {
				assert.Equal(t, sign.TotalPassed, s.Indication, s.Reasons)
			}
			assert.Equal(t, c.algo, s.Algorithm)
			if c.code != "" {
				assert.Contains(t, codesOf(s.Reasons), c.code)
			}
			at := bytes.Index(out, []byte("/MediaBox [0 0 595"))
			bad := one(t, signtest.FlipByte(out, at+15))
			assert.Equal(t, sign.Broken, bad.Integrity)
			assert.Equal(t, sign.TotalFailed, bad.Indication)
			assert.Equal(t, sign.SubHashFailure, bad.Sub)
			assert.Equal(t, sign.Trusted, bad.Trust, "a broken signature keeps its own answer on trust")
		})
	}
}

func TestBroken(t *testing.T) {
	p := testPKI()
	other, err := p.sub.Issue(signtest.Subject{CommonName: "Trần Thị Bình"})
	require.NoError(t, err)
	for name, c := range map[string]struct {
		o         signtest.Options
		integrity sign.Integrity
		code      sign.Code
		sub       sign.Sub
	}{
		"signature value":      {signtest.Options{CMS: signtest.CMS{CorruptSignature: true}}, sign.Broken, sign.CodeSignatureInvalid, sign.SubSigCryptoFailure},
		"two signers":          {signtest.Options{CMS: signtest.CMS{TwoSigners: true}}, sign.Intact, sign.CodeSignerCount, sign.SubFormatFailure},
		"encapsulated content": {signtest.Options{Encapsulate: true}, sign.Broken, sign.CodeEncapsulatedContent, sign.SubFormatFailure},
		"other certificate":    {signtest.Options{CMS: signtest.CMS{OtherSigningCert: other.Cert}}, sign.Intact, sign.CodeSigningCertMismatch, sign.SubNoSigningCertificate},
		"no certificate":       {signtest.Options{CMS: signtest.CMS{NoCertificates: true}}, sign.Unverifiable, sign.CodeSignerNotFound, sign.SubNoSigningCertificate},
		"unknown sub-filter":   {signtest.Options{SubFilter: "Acme.custom"}, sign.Intact, sign.CodeSubFilterUnknown, sign.SubSigConstraints},
	} {
		t.Run(name, func(t *testing.T) {
			c.o.Time = signed
			s := one(t, mustSign(t, signtest.Blank(1), p.person, c.o))
			assert.Equal(t, c.integrity, s.Integrity, s.Reasons)
			assert.Contains(t, codesOf(s.Reasons), c.code)
			assert.NotEqual(t, sign.TotalPassed, s.Indication)
			assert.Equal(t, c.sub, s.Sub)
		})
	}
}

func TestByteRange(t *testing.T) {
	p := testPKI()
	for name, c := range map[string]struct {
		br       func([4]int64) []int64
		coverage sign.Coverage
		code     sign.Code
	}{
		"three numbers": {func(r [4]int64) []int64 { return r[:3] }, sign.Incoherent, sign.CodeByteRangeMalformed},
		"six numbers":   {func(r [4]int64) []int64 { return []int64{0, 10, 10, r[1] - 10, r[2], r[3]} }, sign.Incoherent, sign.CodeByteRangeMalformed},
		"not from 0":    {func(r [4]int64) []int64 { return []int64{1, r[1] - 1, r[2], r[3]} }, sign.Incoherent, sign.CodeByteRangeMalformed},
		"gap wide":      {func(r [4]int64) []int64 { return []int64{0, r[1], r[2] + 1, r[3] - 1} }, sign.Incoherent, sign.CodeByteRangeGap},
		"gap narrow":    {func(r [4]int64) []int64 { return []int64{0, r[1] + 1, r[2], r[3]} }, sign.Incoherent, sign.CodeByteRangeGap},
		"tail":          {func(r [4]int64) []int64 { return []int64{0, r[1], r[2], r[3] - 20} }, sign.Partial, sign.CodeByteRangeNotRevision},
		"beyond file":   {func(r [4]int64) []int64 { return []int64{0, r[1], r[2], r[3] + 1} }, sign.Incoherent, sign.CodeByteRangeOutOfFile},
		"negative":      {func(r [4]int64) []int64 { return []int64{0, r[1], r[2], -5} }, sign.Incoherent, sign.CodeByteRangeMalformed},
		"huge":          {func(r [4]int64) []int64 { return []int64{0, r[1], r[2], 1<<59 - 1} }, sign.Incoherent, sign.CodeByteRangeOutOfFile},
		"overlap":       {func(r [4]int64) []int64 { return []int64{0, r[2] + 10, r[2], r[3]} }, sign.Incoherent, sign.CodeByteRangeMalformed},
	} {
		t.Run(name, func(t *testing.T) {
			s := one(t, mustSign(t, signtest.Blank(1), p.person, signtest.Options{Time: signed, ByteRange: c.br}))
			assert.Equal(t, c.coverage, s.Coverage, s.Reasons)
			assert.Contains(t, codesOf(s.Reasons), c.code)
			assert.Equal(t, sign.TotalFailed, s.Indication)
			assert.Equal(t, sign.SubFormatFailure, s.Sub)
			assert.Equal(t, sign.ChangesOther, s.Changes, "what was signed is not known")
		})
	}
}

// TestForgeryBorrowedToken: anybody's time-stamp token under /ByteRange
// [0 0 0 0] must not pass as a signature of this file.
func TestForgeryBorrowedToken(t *testing.T) {
	p := testPKI()
	nothing := func([4]int64) []int64 { return []int64{0, 0, 0, 0} }
	for _, sf := range []string{signtest.PKCS7, signtest.CAdES, signtest.RFC3161, signtest.PKCS7SHA1} {
		for _, encapsulate := range []bool{false, true} {
			s := one(t, mustSign(t, signtest.Blank(1), p.tsa, signtest.Options{Time: signed, SubFilter: sf, ByteRange: nothing, Encapsulate: encapsulate}))
			assert.Equal(t, sign.Broken, s.Integrity, sf)
			assert.Equal(t, sign.Incoherent, s.Coverage, sf)
			assert.Equal(t, sign.TotalFailed, s.Indication, sf)
		}
	}
}

// TestForgeryUnrelatedRoot: a root in the bag does not vouch for a signer that
// it has nothing to do with, even when it is an anchor.
func TestForgeryUnrelatedRoot(t *testing.T) {
	p := testPKI()
	id, err := signtest.SelfSigned("forger", signtest.Subject{CommonName: "UBND phường Sa Đéc"})
	require.NoError(t, err)
	out := mustSign(t, signtest.Blank(1), id, signtest.Options{Time: signed, CMS: signtest.CMS{Extra: p.root.Certs()}})
	s := one(t, out)
	assert.Equal(t, sign.Intact, s.Integrity)
	assert.Equal(t, sign.SelfSigned, s.Trust)
	assert.Equal(t, sign.Indeterminate, s.Indication)
	assert.Equal(t, sign.SubNoCertificateChain, s.Sub)

	// Same name as an anchor, other key.
	fake, err := signtest.NewAuthority("other seed", signtest.Subject{CommonName: "Root", Organization: "Test"})
	require.NoError(t, err)
	id, err = fake.Issue(signtest.Subject{CommonName: "UBND phường Sa Đéc"})
	require.NoError(t, err)
	s = one(t, mustSign(t, signtest.Blank(1), id, signtest.Options{Time: signed, CMS: signtest.CMS{WholeChain: true, Extra: p.root.Certs()}}))
	assert.NotEqual(t, sign.Trusted, s.Trust)
	assert.Equal(t, sign.Indeterminate, s.Indication)
	s = one(t, mustSign(t, signtest.Blank(1), id, signtest.Options{Time: signed}))
	assert.Equal(t, sign.IncompleteChain, s.Trust)
	assert.True(t, s.Has(sign.CodeNameOfAnchor), "the leaf alone, below somebody of the anchor's name")
}

func TestTrust(t *testing.T) {
	p := testPKI()
	stranger, err := signtest.NewAuthority("stranger", signtest.Subject{CommonName: "Stranger", Key: signtest.P256})
	require.NoError(t, err)
	strange, err := stranger.Issue(signtest.Subject{CommonName: "Người lạ", Key: signtest.P256})
	require.NoError(t, err)
	notCA, err := p.root.Sub(signtest.Subject{CommonName: "Not a CA", Key: signtest.P256, NotCA: true})
	require.NoError(t, err)
	below, err := notCA.Issue(signtest.Subject{CommonName: "Dưới", Key: signtest.P256})
	require.NoError(t, err)
	short, err := p.root.Sub(signtest.Subject{CommonName: "Short", Key: signtest.P256, MaxPathLen: -1})
	require.NoError(t, err)
	deep, err := short.Sub(signtest.Subject{CommonName: "Deep", Key: signtest.P256})
	require.NoError(t, err)
	deepID, err := deep.Issue(signtest.Subject{CommonName: "Sâu", Key: signtest.P256})
	require.NoError(t, err)
	encipher, err := p.sub.Issue(signtest.Subject{CommonName: "Mã hóa", Key: signtest.P256, KeyUsage: x509.KeyUsageKeyEncipherment})
	require.NoError(t, err)
	mail, err := p.sub.Issue(signtest.Subject{CommonName: "Thư", Key: signtest.P256, KeyUsage: x509.KeyUsageContentCommitment, ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageEmailProtection, x509.ExtKeyUsageClientAuth}})
	require.NoError(t, err)
	in2010, in2021 := time.Date(2010, 3, 10, 0, 0, 0, 0, time.UTC), time.Date(2021, 3, 10, 0, 0, 0, 0, time.UTC)
	old, err := signtest.NewAuthority("g1", signtest.Subject{CommonName: "Legacy Root", Key: signtest.RSA2048, SHA1: true, NotBefore: in2010})
	require.NoError(t, err)
	oldSub, err := old.Sub(signtest.Subject{CommonName: "Legacy Sub", SHA1: true, NotBefore: in2010})
	require.NoError(t, err)
	oldID, err := oldSub.Issue(signtest.Subject{CommonName: "Cục Thuế", SHA1: true, NotBefore: in2010})
	require.NoError(t, err)
	lateID, err := oldSub.Issue(signtest.Subject{CommonName: "Chi cục Thuế", SHA1: true, NotBefore: in2021})
	require.NoError(t, err)
	server, err := p.sub.Issue(signtest.Subject{CommonName: "dichvucong.example", Key: signtest.P256, ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth, x509.ExtKeyUsageClientAuth}})
	require.NoError(t, err)

	whole := signtest.CMS{WholeChain: true}
	for name, c := range map[string]struct {
		id    *signtest.Identity
		cms   signtest.CMS
		trust *sign.Trust
		state sign.TrustState
		code  sign.Code
		sub   sign.Sub
	}{
		"intermediate from the caller":   {p.person, signtest.CMS{}, p.full, sign.Trusted, "", ""},
		"intermediate from the document": {p.person, whole, p.trust, sign.Trusted, "", ""},
		"intermediate missing":           {p.person, signtest.CMS{}, p.trust, sign.IncompleteChain, sign.CodeIncompleteChain, sign.SubNoCertificateChain},
		"no anchor":                      {p.person, whole, nil, sign.NoAnchor, sign.CodeNoAnchor, sign.SubNoCertificateChain},
		"stranger":                       {strange, whole, p.full, sign.StrangerRoot, sign.CodeStrangerRoot, sign.SubNoCertificateChain},
		"issuer is no CA":                {below, whole, p.full, sign.ChainInvalid, sign.CodeChainInvalid, sign.SubChainGeneral},
		"path too long":                  {deepID, whole, p.full, sign.ChainInvalid, sign.CodeChainInvalid, sign.SubChainGeneral},
		"key usage":                      {encipher, whole, p.full, sign.Trusted, sign.CodeKeyUsage, sign.SubChainConstraints},
		"extended usages are no matter":  {mail, whole, p.full, sign.Trusted, "", ""},
		"a web server's certificate":     {server, whole, p.full, sign.Trusted, sign.CodeExtendedUsage, sign.SubChainConstraints},
		"SHA-1 certificate of 2021":      {lateID, whole, sign.NewTrust(old.Certs(), nil), sign.Trusted, sign.CodeWeakLinkRefused, sign.SubCryptoConstraints},
		"SHA-1 branch":                   {oldID, whole, sign.NewTrust(old.Certs(), nil), sign.Trusted, sign.CodeLegacyLink, ""},
	} {
		t.Run(name, func(t *testing.T) {
			out := mustSign(t, signtest.Blank(1), c.id, signtest.Options{Time: signed, CMS: c.cms})
			rep := validate(t, out, sign.Options{Trust: c.trust, AsOf: today})
			s := rep.Signatures[0]
			assert.Equal(t, sign.Intact, s.Integrity)
			assert.Equal(t, c.state, s.Trust, s.Reasons)
			if c.code != "" {
				assert.Contains(t, codesOf(s.Reasons), c.code)
			}
			assert.Equal(t, c.sub, s.Sub)
			if c.sub == "" {
				assert.Equal(t, sign.TotalPassed, s.Indication)
			}
		})
	}
}

func TestTerm(t *testing.T) {
	p := testPKI()
	for name, c := range map[string]struct {
		at, asOf time.Time
		noTime   bool
		term     sign.Term
		ind      sign.Indication
		sub      sign.Sub
	}{
		"in term, still in term": {signed, time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC), false, sign.TermWithin, sign.TotalPassed, ""},
		"in term, expired today": {signed, today, false, sign.TermExpiredToday, sign.Indeterminate, sign.SubOutOfBoundsNoPOE},
		"in term, today unknown": {signed, time.Time{}, false, sign.TermWithin, sign.TotalPassed, ""},
		"after expiry":           {time.Date(2026, 11, 20, 0, 0, 0, 0, time.UTC), today, false, sign.TermAfter, sign.TotalFailed, sign.SubExpired},
		"before start":           {time.Date(2021, 11, 16, 0, 0, 0, 0, time.UTC), today, false, sign.TermBefore, sign.TotalFailed, sign.SubNotYetValid},
		"last second":            {time.Date(2026, 11, 16, 0, 0, 0, 0, time.UTC), time.Time{}, false, sign.TermWithin, sign.TotalPassed, ""},
		"no time, no today":      {time.Time{}, time.Time{}, true, sign.TermUnknown, sign.Indeterminate, sign.SubOutOfBoundsNoPOE},
		"no time, expired today": {time.Time{}, today, true, sign.TermUnknown, sign.Indeterminate, sign.SubOutOfBoundsNoPOE},
	} {
		t.Run(name, func(t *testing.T) {
			out := mustSign(t, signtest.Blank(1), p.agency, signtest.Options{Time: c.at})
			s := validate(t, out, sign.Options{Trust: p.full, AsOf: c.asOf}).Signatures[0]
			assert.Equal(t, sign.Intact, s.Integrity)
			assert.Equal(t, c.term, s.Term, s.Reasons)
			assert.Equal(t, c.ind, s.Indication)
			assert.Equal(t, c.sub, s.Sub)
		})
	}
	// /M is only a claim where the CMS makes none.
	s := one(t, mustSign(t, signtest.Blank(1), p.person, signtest.Options{M: signed}))
	assert.Equal(t, "M", s.ClaimedBy)
	assert.True(t, s.Claimed.Equal(signed))
}

func TestTimestamps(t *testing.T) {
	p := testPKI()
	at := signed.Add(time.Minute)
	sig := func(cms signtest.CMS) *sign.Signature {
		return one(t, mustSign(t, signtest.Blank(1), p.agency, signtest.Options{Time: signed, CMS: cms}))
	}
	s := sig(signtest.CMS{TSA: p.tsa, TSATime: at})
	require.NotNil(t, s.Timestamp)
	assert.Equal(t, sign.Intact, s.Timestamp.Integrity, s.Timestamp.Reasons)
	assert.Equal(t, sign.Trusted, s.Timestamp.Trust)
	assert.True(t, s.Proven.Equal(at))
	assert.Equal(t, sign.TermWithin, s.Term, "proven in term, though expired today")
	assert.Equal(t, sign.TotalPassed, s.Indication)

	s = sig(signtest.CMS{TSA: p.tsa, TSATime: at, CorruptTimestamp: true})
	assert.Equal(t, sign.Intact, s.Integrity, "a bad timestamp is its own failure")
	assert.Equal(t, sign.Broken, s.Timestamp.Integrity)
	assert.True(t, s.Proven.IsZero())

	s = sig(signtest.CMS{TSA: p.person, TSATime: at}) // no time-stamping usage
	assert.True(t, s.Proven.IsZero())

	// A document timestamp on top proves the time of what it covers.
	out := mustSign(t, signtest.Blank(1), p.agency, signtest.Options{Time: signed})
	out, err := signtest.Timestamp(out, p.tsa, at, "")
	require.NoError(t, err)
	rep := validate(t, out, sign.Options{Trust: p.full, AsOf: today})
	require.Len(t, rep.Signatures, 2)
	assert.Equal(t, sign.KindTimestamp, rep.Signatures[1].Kind)
	assert.Equal(t, sign.TotalPassed, rep.Signatures[1].Indication, rep.Signatures[1].Reasons)
	assert.Equal(t, sign.ChangesLTA, rep.Signatures[0].Changes, rep.Signatures[0].ChangeList)
	assert.True(t, rep.Signatures[0].Proven.Equal(at))
	assert.Equal(t, sign.TotalPassed, rep.Signatures[0].Indication)
}

func TestErrors(t *testing.T) {
	for name, b := range map[string][]byte{"empty": {}, "text": []byte("xin chào, đây là văn bản"), "picture": {0xff, 0xd8, 0xff, 0xe0}} {
		_, err := sign.Validate(context.Background(), bytes.NewReader(b), int64(len(b)), sign.Options{})
		assert.ErrorIs(t, err, pdf.ErrNotPDF, name)
	}
	b := []byte("%PDF-1.7\nnothing in it")
	_, err := sign.Validate(context.Background(), bytes.NewReader(b), int64(len(b)), sign.Options{})
	var se *pdf.SyntaxError
	assert.True(t, errors.As(err, &se), "%v", err)

	b, err = os.ReadFile(filepath.Join("..", "pdf", "testdata", "locked.pdf"))
	require.NoError(t, err)
	_, err = sign.Validate(context.Background(), bytes.NewReader(b), int64(len(b)), sign.Options{})
	assert.ErrorIs(t, err, pdf.ErrEncrypted)

	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	good := signtest.Blank(1)
	_, err = sign.Validate(ctx, bytes.NewReader(good), int64(len(good)), sign.Options{})
	assert.ErrorIs(t, err, context.Canceled)

	// A reader that fails is our trouble, not the document's.
	_, err = sign.Validate(context.Background(), failing{}, 1000, sign.Options{})
	assert.ErrorIs(t, err, errRead)
	assert.False(t, errors.As(err, &se))
}

var errRead = errors.New("disk on fire")

type failing struct{}

func (failing) ReadAt([]byte, int64) (int, error) { return 0, errRead }

func TestUnsignedFields(t *testing.T) {
	p := testPKI()
	out := mustSign(t, signtest.Blank(1), p.person, signtest.Options{Unsigned: true, Field: "ChuTich", Page: 1, Box: stamp})
	rep := validate(t, out, sign.Options{})
	require.Len(t, rep.UnsignedFields, 1)
	assert.Empty(t, rep.Signatures)
	assert.Equal(t, "ChuTich", rep.UnsignedFields[0].Field)
	assert.Equal(t, 1, rep.UnsignedFields[0].Page)
	assert.InDelta(t, stamp.Y, rep.UnsignedFields[0].Box.Y, 0.01)

	out = mustSign(t, out, p.person, signtest.Options{Existing: true, Field: "ChuTich", Time: signed})
	s := one(t, out)
	assert.Equal(t, sign.TotalPassed, s.Indication, s.Reasons)
}

// TestNothingDropped: garbage in place of the CMS is still a signature.
func TestNothingDropped(t *testing.T) {
	p := testPKI()
	out := mustSign(t, signtest.Blank(1), p.person, signtest.Options{Time: signed})
	at := bytes.Index(out, []byte("/Contents <")) + len("/Contents <")
	for name, fill := range map[string]string{"garbage": strings.Repeat("ab", 40), "no hex": strings.Repeat("zz", 40)} {
		b := bytes.Clone(out)
		copy(b[at:], fill)
		s := one(t, b)
		assert.NotEqual(t, sign.Intact, s.Integrity, name)
		assert.Equal(t, sign.TotalFailed, s.Indication, name)
		assert.Equal(t, sign.SubFormatFailure, s.Sub, name)
	}
}

// TestTimeInFuture: a claim beyond today says nothing, and nothing else does.
func TestTimeInFuture(t *testing.T) {
	p := testPKI()
	out := mustSign(t, signtest.Blank(1), p.person, signtest.Options{Time: today.AddDate(5, 0, 0)})
	s := one(t, out)
	assert.True(t, s.Has(sign.CodeTimeInFuture))
	assert.Equal(t, sign.TermUnknown, s.Term)
	assert.Equal(t, sign.Indeterminate, s.Indication)
	assert.Equal(t, sign.SubOutOfBoundsNoPOE, s.Sub)
	// The known quirk stays below a day.
	assert.Equal(t, sign.TotalPassed, one(t, mustSign(t, signtest.Blank(1), p.person, signtest.Options{Time: today.Add(7 * time.Hour)})).Indication)
}

func TestReportPassed(t *testing.T) {
	p := testPKI()
	good := mustSign(t, signtest.Blank(1), p.person, signtest.Options{Time: signed, Field: "A"})
	passed := func(b []byte) bool { return validate(t, b, sign.Options{Trust: p.full, AsOf: today}).Passed() }
	assert.True(t, passed(good))
	assert.False(t, passed(signtest.Blank(1)), "nothing is signed")
	assert.False(t, passed(signtest.FlipByte(good, bytes.Index(good, []byte("/MediaBox [0 0 595"))+15)))
	self, err := signtest.SelfSigned("self", signtest.Subject{CommonName: "Ai đó"})
	require.NoError(t, err)
	assert.False(t, passed(mustSign(t, good, self, signtest.Options{Time: signed, Field: "B"})), "one of two")
	stamp, err := signtest.Timestamp(signtest.Blank(1), p.tsa, signed, "")
	require.NoError(t, err)
	assert.False(t, passed(stamp), "a timestamp alone is nobody's signature")
}
