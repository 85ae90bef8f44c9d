// Package pki makes the certificates of the sample folder. Everybody can make
// their keys again, since the seed stands here: what they sign proves nothing.
package pki

import (
	"fmt"
	"time"

	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

const seed = "tthclint examples/trust: a public seed, what it signs proves nothing"

// Certificates are the authorities and signers of the sample folder. Their
// subjects follow those of real certificates; every authority says that it is a
// sample.
type Certificates struct {
	Root         *signtest.Authority // the anchor of examples/trust
	Intermediate *signtest.Authority // in examples/trust
	Withheld     *signtest.Authority // below Root, but in no folder and no PDF

	Ward     Office // until 30/6/2025: Ủy ban nhân dân Phường 3
	NewWard  Office // since 1/7/2025: Ủy ban nhân dân phường Sa Đéc
	TanDuong Office // since 1/7/2025: Ủy ban nhân dân xã Tân Dương
	HoaLong  Office // since 1/7/2025: Ủy ban nhân dân xã Hòa Long
	Expired  *signtest.Identity
	Stranger *signtest.Identity // below a root that nobody named
	Orphan   *signtest.Identity // below Withheld
	// Foreign is the agency of TanDuong below the root of Stranger.
	Foreign *signtest.Identity
	// Lapsed is the agency of NewWard until 31/8/2026.
	Lapsed *signtest.Identity
	TSA    *signtest.Identity // stamps times, below Root
}

// Office is who signs for an agency.
type Office struct {
	Person *signtest.Identity
	Agency *signtest.Identity
}

// Make makes all certificates; they are the same every time.
func Make() (*Certificates, error) {
	m := &maker{}
	c := &Certificates{}
	c.Root = m.root("MẪU THỬ tthclint Root (SAMPLE - NOT REAL)")
	c.Intermediate = m.sub(c.Root, "MẪU THỬ tthclint CA G1 (SAMPLE - NOT REAL)")
	c.Withheld = m.sub(c.Root, "MẪU THỬ tthclint CA G2 (SAMPLE - NOT REAL)")
	stranger := m.sub(m.root("NGƯỜI LẠ Root (SAMPLE - NOT REAL)"), "NGƯỜI LẠ CA (SAMPLE - NOT REAL)")

	ward := signtest.Subject{CommonName: "ỦY BAN NHÂN DÂN PHƯỜNG 3", Organization: "ỦY BAN NHÂN DÂN THÀNH PHỐ SA ĐÉC", Locality: "Đồng Tháp"}
	newWard := signtest.Subject{CommonName: "ỦY BAN NHÂN DÂN PHƯỜNG SA ĐÉC", Organization: "ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP", Locality: "Đồng Tháp"}
	c.Ward = Office{
		// A certificate that names its owner with the title in the common name.
		Person: m.issue(c.Intermediate, signtest.Subject{CommonName: "Phó Chủ tịch Phạm Minh Đức", Organization: ward.Organization, OrganizationalUnit: []string{ward.CommonName}, Locality: "Đồng Tháp", Email: "pmduc@example.vn"}),
		Agency: m.issue(c.Intermediate, ward),
	}
	c.NewWard = Office{
		// A certificate that names its owner by the identity number.
		Person: m.issue(c.Intermediate, signtest.Subject{CommonName: "Huỳnh Thị Thanh Vân", Organization: newWard.CommonName, Locality: "Đồng Tháp", Title: "Phó Chủ tịch", UID: "CCCD:099183000777"}),
		Agency: m.issue(c.Intermediate, newWard),
	}
	old := ward
	old.NotBefore, old.NotAfter = time.Date(2019, 6, 1, 0, 0, 0, 0, time.UTC), time.Date(2024, 5, 31, 23, 59, 59, 0, time.UTC)
	c.Expired = m.issue(c.Intermediate, old)
	c.Stranger = m.issue(stranger, ward)
	c.Orphan = m.issue(c.Withheld, newWard)
	c.TanDuong = m.commune(c.Intermediate, "XÃ TÂN DƯƠNG", "Chủ tịch Đoàn Văn Lộc")
	c.HoaLong = m.commune(c.Intermediate, "XÃ HÒA LONG", "Phó Chủ tịch Kha Thị Mộng Tuyền")
	c.Foreign = m.issue(stranger, signtest.Subject{CommonName: "ỦY BAN NHÂN DÂN XÃ TÂN DƯƠNG", Organization: newWard.Organization, Locality: "Đồng Tháp"})
	lapsed := newWard
	lapsed.NotBefore, lapsed.NotAfter = time.Date(2025, 7, 1, 0, 0, 0, 0, time.UTC), time.Date(2026, 8, 31, 23, 59, 59, 0, time.UTC)
	c.Lapsed = m.issue(c.Intermediate, lapsed)
	c.TSA = m.tsa(c.Root, "MẪU THỬ tthclint TSA (SAMPLE - NOT REAL)")
	return c, m.err
}

// commune returns who signs for the People's Committee of a commune.
func (m *maker) commune(up *signtest.Authority, name, person string) Office {
	agency := signtest.Subject{CommonName: "ỦY BAN NHÂN DÂN " + name, Organization: "ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP", Locality: "Đồng Tháp"}
	return Office{
		Person: m.issue(up, signtest.Subject{CommonName: person, Organization: agency.Organization, OrganizationalUnit: []string{agency.CommonName}, Locality: "Đồng Tháp"}),
		Agency: m.issue(up, agency),
	}
}

func (m *maker) tsa(up *signtest.Authority, name string) *signtest.Identity {
	if m.err != nil {
		return nil
	}
	id, err := up.IssueTSA(authority(name))
	m.keep(err)
	return id
}

// maker keeps the first error, so that the list above reads as a list.
type maker struct{ err error }

func (m *maker) keep(err error) {
	if m.err == nil && err != nil {
		m.err = fmt.Errorf("sample certificates: %w", err)
	}
}

func authority(name string) signtest.Subject {
	return signtest.Subject{CommonName: name, Organization: "MẪU THỬ tthclint"}
}

func (m *maker) root(name string) *signtest.Authority {
	a, err := signtest.NewAuthority(seed, authority(name))
	m.keep(err)
	return a
}

func (m *maker) sub(up *signtest.Authority, name string) *signtest.Authority {
	if m.err != nil {
		return nil
	}
	a, err := up.Sub(authority(name))
	m.keep(err)
	return a
}

func (m *maker) issue(up *signtest.Authority, s signtest.Subject) *signtest.Identity {
	if m.err != nil {
		return nil
	}
	id, err := up.Issue(s)
	m.keep(err)
	return id
}
