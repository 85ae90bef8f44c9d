package trust

import (
	"crypto/sha1"
	"crypto/sha256"
	"crypto/x509"
	"encoding/hex"
)

// Kind tells a root from what stands below one.
type Kind string

// Kinds.
const (
	Root         Kind = "root"
	Intermediate Kind = "intermediate"
)

// Certainty tells how well a pin is known.
type Certainty string

// Certainties.
const (
	// Computed: from the bytes of the certificate, on which several public
	// copies agree.
	Computed Certainty = "computed"
	// Reported: told by one public source. The bytes were not seen.
	Reported Certainty = "reported"
)

// Pin is what is known beforehand of the certificate of an authority. One with
// a SHA-256 confirms the certificate that has it. One without only names a
// certificate: SHA-1 can be met on purpose, and a name can be written by anybody.
type Pin struct {
	Name      string // common name, or what the source calls it
	Subject   string // as RFC 2253 writes it, as far as it is known
	SHA256    string // of the DER certificate, lower-case hexadecimal; empty if not known
	SHA1      string // likewise
	Kind      Kind
	BuiltIn   bool     // its name and key are compiled in, see [BuiltIn]
	Source    string   // who tells the fingerprint
	Download  []string // where the publisher offers the certificate
	Publisher string
	Note      string
	Certainty Certainty
}

// Confirms tells whether the pin proves that c is the certificate it is about.
func (p *Pin) Confirms(c *x509.Certificate) bool {
	return p.SHA256 != "" && p.SHA256 == digest256(c)
}

// names tells whether c may be the certificate that a pin without SHA-256 is
// about.
func (p *Pin) names(c *x509.Certificate) bool {
	if p.SHA256 != "" {
		return false
	}
	if p.SHA1 != "" {
		s := sha1.Sum(c.Raw)
		return p.SHA1 == hex.EncodeToString(s[:])
	}
	return p.Name == c.Subject.CommonName
}

// confirming returns the pin that confirms c, or nil.
func confirming(pins []Pin, c *x509.Certificate) *Pin {
	for i := range pins {
		if pins[i].Confirms(c) {
			return &pins[i]
		}
	}
	return nil
}

// naming returns the pin that names c without proving it, or nil.
func naming(pins []Pin, c *x509.Certificate) *Pin {
	for i := range pins {
		if pins[i].names(c) {
			return &pins[i]
		}
	}
	return nil
}

func digest256(c *x509.Certificate) string {
	s := sha256.Sum256(c.Raw)
	return hex.EncodeToString(s[:])
}

// Who tells fingerprints.
const (
	fromBytes    = "computed from the certificate; public copies in several repositories agree"
	fromVerifier = "a public verifier of official-duty signatures pins it"
	fromChecker  = "a public list of thumbprints of accepted authorities"
	fromPackage  = "a public Go package that embeds the national roots"
)

// Pins returns every certificate that is known beforehand, built-in anchors
// first. The caller may change the slice.
//
// G1 and G2 of VGCA are generations, not persons and agencies: certificates of
// G1 with terms of ten years are in use until 2026.
func Pins() []Pin {
	var all []Pin
	for _, d := range anchorTable() {
		a, err := d.anchor()
		if err != nil {
			panic(err) // constants
		}
		kind := Root
		if d.name == stateCAG2.name {
			kind = Intermediate
		}
		all = append(all, Pin{
			Name: d.name, Subject: a.SubjectString(), SHA256: d.sha256, SHA1: d.sha1, Kind: kind, BuiltIn: true,
			Source: fromBytes, Download: []string{d.source}, Publisher: d.publisher, Certainty: Computed,
		})
	}
	all = append(all,
		Pin{
			Name: "Co quan chung thuc so chuyen dung Chinh phu (RootCA)", Subject: "CN=Co quan chung thuc so chuyen dung Chinh phu (RootCA),O=Ban Co yeu Chinh phu,C=VN",
			SHA256: "f7bc89054cec7f12730d7b8cd3eb7955b163835087e5eb873edfb584763b3f90", SHA1: "90273e913b6f7012863306ff4d97e0e03e441242",
			Kind: Root, Source: fromBytes, Download: []string{"http://ca.gov.vn/pki/pub/cert/rootca.crt"}, Publisher: publisherVGCA,
			Note: "G1, 2010-03-10 to 2030-03-05, signs with SHA-1", Certainty: Computed,
		},
		Pin{
			Name: "Co quan chung thuc so Chinh phu", SHA256: "75e969c07ba35c29c72bbc1bfb880f20f3891a619b00b77eb02ca6160736a1fe", SHA1: "0729c929d018b97f1e1b9f23be603a4593061926",
			Kind: Intermediate, Source: fromVerifier, Download: []string{"http://ca.gov.vn/pki/pub/cert/cp.crt"}, Publisher: publisherVGCA,
			Note: "below the G1 root; its key identifier is 053140de34beb38fc0db6ec5430e3e12f763c61c", Certainty: Reported,
		},
		Pin{
			Name: "Co quan chung thuc so Bo Tai chinh", SHA1: "785aa4c078e31d9cf67eaa42f6940b1ee1bd2c36",
			Kind: Intermediate, Source: fromChecker, Download: []string{"http://ca.gov.vn/pki/pub/cert/btc.crt"}, Publisher: publisherVGCA,
			Note: "below the G1 root; its key identifier is 9e389ad62995896a057f2aff5f0197b4573066b2", Certainty: Reported,
		},
		Pin{
			Name: "CA phục vụ các cơ quan Đảng G2", SHA256: "e4b402e3cb4cacc0a20d21fa49bce76beb4eb47ba7ffb7a8f71c554dbe561a81",
			Kind: Intermediate, Source: fromVerifier, Publisher: publisherVGCA, Note: "below the G2 root", Certainty: Reported,
		},
		Pin{
			Name: "VNPT-CA SHA2", Subject: "CN=VNPT-CA SHA2,O=VIETNAM POSTS AND TELECOMMUNICATIONS GROUP,C=VN",
			SHA256: "7d6ba5245317f9ed5d8bc765a4634d26ac6340d36b9f584df3b52d9c4a81a306", SHA1: "b5f411428e90466e99f4f2d31e394c1e7714d835",
			Kind: Intermediate, Source: fromBytes, Publisher: "VNPT", Note: "below the national root, 2024-08-30 to 2029-08-30", Certainty: Computed,
		},
		Pin{
			Name: "Vietnam National Root CA G3", Subject: "CN=Vietnam National Root CA G3",
			Kind: Root, Source: fromPackage, Publisher: publisherNEAC, Note: "2024 to 2049; no fingerprint is known", Certainty: Reported,
		},
		Pin{
			Name: "VIETNAM NATIONAL ROOT CA - TSA", Subject: "CN=VIETNAM NATIONAL ROOT CA - TSA",
			Kind: Root, Source: fromPackage, Publisher: publisherNEAC, Note: "timestamps, 2025-11-25 to 2050; no fingerprint is known", Certainty: Reported,
		},
		Pin{
			Name: "VIETNAM NATIONAL ROOT CA - RS", Subject: "CN=VIETNAM NATIONAL ROOT CA - RS",
			Kind: Root, Source: fromPackage, Publisher: publisherNEAC, Note: "remote signing; no fingerprint is known", Certainty: Reported,
		},
		Pin{
			Name: "MIC National Root CA", SHA1: "42843bc401476cda242034b945bbf409a6bdd5c7",
			Kind: Root, Source: fromChecker, Publisher: publisherNEAC, Note: "the national root before 2014", Certainty: Reported,
		},
	)
	for _, old := range []struct{ name, sha1, note string }{
		{"VIETTELCA", "587a00b53a56d9a72fe4d5a3d5e21c7fb225f2d8", ""},
		{"VNPTCA", "42a9b879177da96ab659a503dc6f2b4dc8d59622", ""},
		{"FPTCA", "2d1b8e8738c2bcf62685e18ea55d8ebd63c6165a", ""},
		{"BKAVCA", "96c501f3550ee2de58bb47d2993e857161b019cc", ""},
		{"CA2", "fb3588819753b2fb8a8318d43b31ba5e555babfb", ""},
		{"NEWTEL", "3f34ee1709df90e787342b810a8c610b9cd14807", ""},
		{"SafeCA", "6b0ffe76a18af51686c04cdaedc8bb6c5f24b4b3", ""},
		{"SmartSign", "5a8c1f27bfd9accbbc3c9455a63620d3bfa6bb5d", ""},
		{"BNG", "78edee138cc4bed91d56fa9e6d7afce4ee81b9ba", "Ngoại giao"},
		{"DCS", "0bc1ddd3777e8eb9e49c3484e6473817ae814ce6", "Đảng"},
	} {
		all = append(all, Pin{Name: old.name, SHA1: old.sha1, Kind: Intermediate, Source: fromChecker, Note: old.note, Certainty: Reported})
	}
	return all
}
