package signtest

import (
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"time"
)

// Vietnam holds authorities whose names, attribute order, string types, terms,
// digests and extensions are those of the Vietnamese ones, with keys of this
// package. Their roots are RSA 2048 throughout, which keeps tests quick.
type Vietnam struct {
	// The special-use PKI of the Government, first generation: ASCII names,
	// SHA-1, with the root below which agencies and persons are certified.
	G1, G1State, G1Finance *Authority
	// Its second generation: UTF-8 names, SHA-256.
	G2, G2State *Authority
	// The national root with a public authority, for enterprises and citizens,
	// and a time-stamping authority.
	National, Public *Authority
	TSA              *Identity
}

// NewVietnam makes the authorities. A mark, when not empty, is put behind their
// common names, so that a file that leaves the memory of a test cannot be taken
// for a real one.
func NewVietnam(mark string) (*Vietnam, error) {
	v := &Vietnam{}
	var err error
	make := func(to **Authority, parent *Authority, utf8 bool, name string, s Subject) {
		if err != nil {
			return
		}
		s.Name = Name(marked(name, mark, utf8)...)
		s.CommonName = name // for the seed of the key
		if parent == nil {
			*to, err = NewAuthority("vietnam"+mark, s)
			return
		}
		*to, err = parent.Sub(s)
	}
	g1 := Subject{SHA1: true, NotBefore: day(2010, 3, 10), NotAfter: day(2030, 3, 5)}
	make(&v.G1, nil, false, "C=VN, O=Ban Co yeu Chinh phu, CN=Co quan chung thuc so chuyen dung Chinh phu (RootCA)", g1)
	make(&v.G1State, v.G1, false, "C=VN, O=Ban Co yeu Chinh phu, CN=Co quan chung thuc so Chinh phu", g1)
	make(&v.G1Finance, v.G1, false, "C=VN, O=Ban Co yeu Chinh phu, CN=Co quan chung thuc so Bo Tai chinh", g1)
	g2 := Subject{NotBefore: day(2018, 8, 22), NotAfter: day(2048, 8, 14)}
	make(&v.G2, nil, true, "C=VN, O=Ban Cơ yếu Chính phủ, CN=RootCA chuyên dùng Chính phủ G2", g2)
	g2.MaxPathLen = -1
	make(&v.G2State, v.G2, true, "C=VN, O=Ban Cơ yếu Chính phủ, CN=CA phục vụ các cơ quan Nhà nước G2", g2)
	national := Subject{NotBefore: day(2014, 4, 15), NotAfter: day(2039, 4, 15)}
	make(&v.National, nil, false, "C=VN, O=Ministry of Information and Communications, OU=National Centre of Digital Signature Authentication, CN=Vietnam National Root CA", national)
	public := Subject{NotBefore: day(2019, 8, 30), NotAfter: day(2029, 8, 30), MaxPathLen: -1}
	make(&v.Public, v.National, false, "CN=PUBLIC-CA SHA2, O=PUBLIC TELECOMMUNICATIONS GROUP, C=VN", public)
	if err != nil {
		return nil, err
	}
	v.TSA, err = v.G2.IssueTSA(Subject{Name: Name(marked("C=VN, O=Ban Cơ yếu Chính phủ, CN=Dịch vụ cấp dấu thời gian", mark, true)...), CommonName: "tsa", NotBefore: day(2018, 8, 22), NotAfter: day(2048, 8, 14), Key: P256})
	return v, err
}

func marked(name, mark string, utf8 bool) []RDN {
	out := Names(name, utf8)
	for i := range out {
		if out[i].Type == "CN" {
			out[i].Value += mark
		}
	}
	return out
}

// Anchors are the three roots.
func (v *Vietnam) Anchors() []*x509.Certificate {
	return []*x509.Certificate{v.G1.Cert, v.G2.Cert, v.National.Cert}
}

// Intermediates are the authorities below the roots.
func (v *Vietnam) Intermediates() []*x509.Certificate {
	return []*x509.Certificate{v.G1State.Cert, v.G1Finance.Cert, v.G2State.Cert, v.Public.Cert}
}

// LeafG1 fills in what certificates of the first generation hold: a key usage
// that is not critical and names four purposes, extended usages of log-on cards,
// a Netscape comment and an empty IssuerAltName. With a KeyUsage of
// contentCommitment alone it is one of the older kind, without extended usages.
func LeafG1(name string, s Subject) Subject {
	s.Name, s.CommonName = Name(Names(name, true)...), name
	s.Extensions = append(s.Extensions,
		pkix.Extension{Id: asn1.ObjectIdentifier{2, 16, 840, 1, 113730, 1, 13}, Value: der(0x16, []byte("User Sign of Chinh phu"))},
		pkix.Extension{Id: asn1.ObjectIdentifier{2, 5, 29, 18}, Value: der(0x30)})
	usage := pkix.Extension{Id: asn1.ObjectIdentifier{2, 5, 29, 15}, Value: der(0x03, []byte{4, 0xF0})}
	if s.KeyUsage == x509.KeyUsageContentCommitment {
		usage.Value = der(0x03, []byte{6, 0x40})
		s.Extensions = append(s.Extensions, usage)
		return s
	}
	s.KeyUsage = x509.KeyUsageDigitalSignature | x509.KeyUsageContentCommitment | x509.KeyUsageKeyEncipherment | x509.KeyUsageDataEncipherment
	s.Extensions = append(s.Extensions, usage, usages())
	return s
}

// LeafG2 fills in what certificates of the second generation hold: the same
// purposes in a critical key usage, and the policy of the Government's authority.
func LeafG2(name string, s Subject) Subject {
	s.Name, s.CommonName = Name(Names(name, true)...), name
	s.KeyUsage = x509.KeyUsageDigitalSignature | x509.KeyUsageContentCommitment | x509.KeyUsageKeyEncipherment | x509.KeyUsageDataEncipherment
	s.Extensions = append(s.Extensions, usages(),
		pkix.Extension{Id: asn1.ObjectIdentifier{2, 5, 29, 32}, Value: der(0x30, der(0x30, oid(2, 16, 704, 1, 1, 1, 1, 1)))})
	return s
}

// usages are clientAuth, emailProtection and the smart-card log-on of Microsoft.
func usages() pkix.Extension {
	return pkix.Extension{Id: asn1.ObjectIdentifier{2, 5, 29, 37}, Value: der(0x30,
		oid(1, 3, 6, 1, 5, 5, 7, 3, 2), oid(1, 3, 6, 1, 5, 5, 7, 3, 4), oid(1, 3, 6, 1, 4, 1, 311, 20, 2, 2))}
}

func day(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }
