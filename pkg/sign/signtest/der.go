package signtest

import (
	"encoding/asn1"
	"slices"
	"time"
)

// der encodes one element; a class and constructed bit are part of tag.
func der(tag byte, parts ...[]byte) []byte {
	body := slices.Concat(parts...)
	n := len(body)
	var l []byte
	if n < 0x80 {
		l = []byte{byte(n)}
	} else {
		for m := n; m > 0; m >>= 8 {
			l = append([]byte{byte(m)}, l...)
		}
		l = append([]byte{0x80 | byte(len(l))}, l...)
	}
	return slices.Concat([]byte{tag}, l, body)
}

// DER encodes one element, for whoever builds what this package does not know. A
// class and the constructed bit are part of tag.
func DER(tag byte, parts ...[]byte) []byte { return der(tag, parts...) }

// OID encodes an object identifier.
func OID(ids ...int) []byte { return oid(ids...) }

func oid(ids ...int) []byte {
	b, err := asn1.Marshal(asn1.ObjectIdentifier(ids))
	if err != nil {
		panic(err) // the identifiers are constants of this package
	}
	return b
}

func integer(n int64) []byte {
	b, _ := asn1.Marshal(n)
	return b
}

// set encodes a SET OF in DER order.
func set(tag byte, parts ...[]byte) []byte {
	parts = slices.Clone(parts)
	slices.SortFunc(parts, slices.Compare[[]byte])
	return der(tag, parts...)
}

func utcTime(t time.Time) []byte {
	t = t.UTC()
	if t.Year() >= 1950 && t.Year() < 2050 {
		return der(0x17, []byte(t.Format("060102150405Z")))
	}
	return generalized(t)
}

func generalized(t time.Time) []byte { return der(0x18, []byte(t.UTC().Format("20060102150405Z"))) }

var null = []byte{5, 0}
