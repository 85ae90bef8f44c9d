package sign

import (
	"bytes"
	"crypto/x509"
)

// certificates keeps what was parsed and verified of the certificates of one
// file: its signatures mostly carry the same ones. The zero value is empty.
type certificates struct {
	parsed map[string]*x509.Certificate
	links  map[[2]*x509.Certificate]link
	work   budget
}

// parse is [parseCertificate] from memory, so that equal certificates are the
// same pointer.
func (cs *certificates) parse(der []byte) (*x509.Certificate, error) {
	if c := cs.parsed[string(der)]; c != nil {
		return c, nil
	}
	c, err := parseCertificate(der)
	if err != nil {
		return nil, err
	}
	if cs.parsed == nil {
		cs.parsed = map[string]*x509.Certificate{}
	}
	cs.parsed[string(c.Raw)] = c
	return c, nil
}

// selfSigned is [selfSigned] from memory.
func (cs *certificates) selfSigned(c *x509.Certificate) bool {
	return bytes.Equal(c.RawIssuer, c.RawSubject) && cs.link(c, c) != linkBad
}

// link is [checkLink] from memory, and a bad one past the budget.
func (cs *certificates) link(child, parent *x509.Certificate) link {
	key := [2]*x509.Certificate{child, parent}
	l, known := cs.links[key]
	if !known {
		if cs.links == nil {
			cs.links = map[[2]*x509.Certificate]link{}
		}
		if cs.work.spend(publicKey(parent)) {
			l = checkLink(child, parent)
		}
		cs.links[key] = l
	}
	return l
}
