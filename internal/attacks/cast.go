package attacks

import (
	"crypto/x509"
	"sync"
	"time"

	"github.com/tthclint/tthclint/pkg/pdf"
	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

// AsOf is the day on which the verdicts of the catalogue hold.
var AsOf = time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)

// Mark stands behind the names of the authorities, lest anybody takes them for
// real ones.
const Mark = " (GIA MAO, KHONG CO GIA TRI)"

var (
	ict    = time.FixedZone("", 7*3600)
	signed = time.Date(2023, 9, 11, 8, 30, 0, 0, ict)

	// Places in mm from the top left of an A4 page.
	topRight = pdf.Box{X: 120, Y: 8, W: 75, H: 14}
	topLeft  = pdf.Box{X: 10, Y: 8, W: 60, H: 14}
	bottom   = pdf.Box{X: 115, Y: 215, W: 70, H: 25}
	fee      = pdf.Box{X: 22, Y: 92, W: 120, H: 12} // covers the line that says the fee
)

// Cast are those who sign in the catalogue.
type Cast struct {
	Root, Sub *signtest.Authority
	Agency    *signtest.Identity // RSA 2048
	Person    *signtest.Identity // RSA 2048
	Scanner   *signtest.Identity // P-256
	TSA       *signtest.Identity
	Forger    *signtest.Identity // self-signed, under the name of Agency
	Vietnam   *signtest.Vietnam
	Officials *Officials // under Vietnam
}

var newCast = sync.OnceValues(func() (*Cast, error) {
	c := &Cast{}
	var err error
	if c.Root, err = signtest.NewAuthority("attacks", signtest.Subject{CommonName: "Forge Root CA" + Mark}); err != nil {
		return nil, err
	}
	if c.Sub, err = c.Root.Sub(signtest.Subject{CommonName: "Forge Sub CA" + Mark}); err != nil {
		return nil, err
	}
	if c.Agency, err = c.Sub.Issue(signtest.Subject{CommonName: agencyName, Organization: "UBND TỈNH ĐỒNG THÁP", UID: "MST:1400000000", NotBefore: date(2021, 1, 1)}); err != nil {
		return nil, err
	}
	if c.Person, err = c.Sub.Issue(signtest.Subject{CommonName: "Nguyễn Văn An", Organization: "UBND PHƯỜNG SA ĐÉC", Title: "Chủ tịch"}); err != nil {
		return nil, err
	}
	if c.Scanner, err = c.Sub.Issue(signtest.Subject{CommonName: "Trần Thị Bình", Organization: "UBND PHƯỜNG SA ĐÉC", Key: signtest.P256}); err != nil {
		return nil, err
	}
	if c.TSA, err = c.Root.IssueTSA(signtest.Subject{CommonName: "Forge TSA" + Mark, Key: signtest.P256}); err != nil {
		return nil, err
	}
	if c.Forger, err = signtest.SelfSigned("forger", signtest.Subject{CommonName: agencyName}); err != nil {
		return nil, err
	}
	if c.Vietnam, err = signtest.NewVietnam(Mark); err != nil {
		return nil, err
	}
	c.Officials, err = NewOfficials(c.Vietnam)
	return c, err
})

const agencyName = "ỦY BAN NHÂN DÂN PHƯỜNG SA ĐÉC"

// NewCast makes the identities, once for all callers.
func NewCast() (*Cast, error) { return newCast() }

// Anchors are the roots that the verdicts of the catalogue suppose.
func (c *Cast) Anchors() []*x509.Certificate {
	return append(c.Root.Certs(), c.Vietnam.Anchors()...)
}

// Intermediates are the authorities that the verdicts suppose to be at hand.
func (c *Cast) Intermediates() []*x509.Certificate {
	return append(c.Sub.Certs(), c.Vietnam.Intermediates()...)
}
