package sign

import (
	"crypto/x509/pkix"
	"encoding/asn1"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestDistinguishedName(t *testing.T) {
	at := func(v string, oid ...int) pkix.AttributeTypeAndValue {
		return pkix.AttributeTypeAndValue{Type: asn1.ObjectIdentifier(oid), Value: v}
	}
	n := pkix.Name{Names: []pkix.AttributeTypeAndValue{
		at("VN", 2, 5, 4, 6), at("UBND phường Sa Đéc, Đồng Tháp", 2, 5, 4, 10), at("Chủ tịch", 2, 5, 4, 12), at("CCCD:087", 0, 9, 2342, 19200300, 100, 1, 1),
		at(" #An", 2, 5, 4, 3), at("x", 1, 2, 3),
	}}
	assert.Equal(t, `1.2.3=x,CN=\ #An,UID=CCCD:087,T=Chủ tịch,O=UBND phường Sa Đéc\, Đồng Tháp,C=VN`, DistinguishedName(n))
	assert.Equal(t, "CN=An", DistinguishedName(pkix.Name{CommonName: "An"}), "a name that was never parsed")
}
