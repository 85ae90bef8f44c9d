package signtest

import (
	"encoding/asn1"
	"strings"
)

// RDN is one attribute of a name in the order and string type in which an
// authority writes it.
type RDN struct {
	Type  string // "C", "O", "OU", "CN", "L", "ST", "T", "UID"
	Value string
	UTF8  bool // UTF8String; otherwise PrintableString
}

var attributeTypes = map[string]asn1.ObjectIdentifier{
	"C": {2, 5, 4, 6}, "O": {2, 5, 4, 10}, "OU": {2, 5, 4, 11}, "CN": {2, 5, 4, 3}, "L": {2, 5, 4, 7}, "ST": {2, 5, 4, 8},
	"T": {2, 5, 4, 12}, "UID": {0, 9, 2342, 19200300, 100, 1, 1},
}

// Name encodes a distinguished name, for [Subject.Name].
func Name(rdns ...RDN) []byte {
	var parts [][]byte
	for _, r := range rdns {
		tag := byte(0x13)
		if r.UTF8 {
			tag = 0x0C
		}
		parts = append(parts, der(0x31, der(0x30, oid(attributeTypes[r.Type]...), der(tag, []byte(r.Value)))))
	}
	return der(0x30, parts...)
}

// Names reads "C=VN, O=…, CN=…"; values hold no comma.
func Names(s string, utf8 bool) []RDN {
	var out []RDN
	for _, part := range strings.Split(s, ", ") {
		t, v, _ := strings.Cut(part, "=")
		// A country is a PrintableString whatever the rest is (RFC 5280 A.1).
		out = append(out, RDN{Type: t, Value: v, UTF8: utf8 && t != "C"})
	}
	return out
}
