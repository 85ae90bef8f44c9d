package sign

import (
	"crypto/x509/pkix"
	"fmt"
	"strings"
)

// attributeNames are the short names of attribute types (RFC 4519, RFC 4514
// clause 3, and those that Vietnamese and European authorities use beside them).
var attributeNames = map[string]string{
	"2.5.4.3": "CN", "2.5.4.4": "SN", "2.5.4.5": "SERIALNUMBER", "2.5.4.6": "C", "2.5.4.7": "L", "2.5.4.8": "ST", "2.5.4.9": "STREET",
	"2.5.4.10": "O", "2.5.4.11": "OU", "2.5.4.12": "T", "2.5.4.17": "POSTALCODE", "2.5.4.20": "TELEPHONENUMBER", "2.5.4.42": "GN",
	"2.5.4.97": "ORGANIZATIONIDENTIFIER", "1.2.840.113549.1.9.1": "E", "0.9.2342.19200300.100.1.1": "UID", "0.9.2342.19200300.100.1.25": "DC",
}

// DistinguishedName writes a name as RFC 4514 does, the last attribute first,
// with the usual short names in place of numbers: pkix.Name.String writes what it
// does not know in hexadecimal, which nobody can read.
func DistinguishedName(n pkix.Name) string {
	if len(n.Names) == 0 {
		return n.String()
	}
	var parts []string
	for i := len(n.Names) - 1; i >= 0; i-- {
		a := n.Names[i]
		name, ok := attributeNames[a.Type.String()]
		if !ok {
			name = a.Type.String()
		}
		parts = append(parts, name+"="+escapeValue(fmt.Sprint(a.Value)))
	}
	return strings.Join(parts, ",")
}

// escapeValue escapes what RFC 4514 clause 2.4 asks for.
func escapeValue(v string) string {
	var b strings.Builder
	for i, r := range v {
		switch {
		case strings.ContainsRune(`,+"\<>;`, r), r == '#' && i == 0, r == ' ' && (i == 0 || i == len(v)-1):
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == 0:
			b.WriteString(`\00`)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
