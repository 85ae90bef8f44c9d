package sign

import (
	"bytes"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// Trust is the caller's trust store: anchors, which alone make a chain trusted,
// and intermediates, which only help to build one. It is not changed after
// [LoadTrust] or [NewTrust] and may be shared between goroutines.
type Trust struct {
	anchors       []Anchor
	roots         []*x509.Certificate // of the anchors, in their order
	intermediates []*x509.Certificate
}

// NewTrust makes a trust store of parsed certificates, as the user's own. An
// anchor need not be self-signed: who is named as an anchor is one.
func NewTrust(anchors, intermediates []*x509.Certificate) *Trust {
	var as []Anchor
	for _, c := range anchors {
		if c != nil {
			as = append(as, AnchorOf(c, OriginOwn, ""))
		}
	}
	t, err := TrustOf(as, intermediates)
	if err != nil {
		panic(err) // only anchors without a certificate have a key left to parse
	}
	return t
}

// TrustOf makes a trust store of trust-anchor information. Of two anchors with
// the same name and key the first counts. An error means that the public key of
// an anchor cannot be read.
func TrustOf(anchors []Anchor, intermediates []*x509.Certificate) (*Trust, error) {
	t := &Trust{intermediates: dedupe(intermediates)}
	seen := map[string]bool{}
	for _, a := range anchors {
		key := string(a.Subject) + "\x00" + string(a.PublicKey)
		if seen[key] {
			continue
		}
		seen[key] = true
		c, err := a.certificate()
		if err != nil {
			return nil, fmt.Errorf("trust: anchor %s: %w", a.Name, err)
		}
		t.anchors, t.roots = append(t.anchors, a), append(t.roots, c)
	}
	return t, nil
}

// With returns a trust store that holds the anchors and intermediates of both.
func (t *Trust) With(more *Trust) *Trust {
	if t == nil {
		return more
	}
	if more == nil {
		return t
	}
	both, err := TrustOf(append(t.Anchors()[:len(t.anchors):len(t.anchors)], more.anchors...), append(t.intermediates[:len(t.intermediates):len(t.intermediates)], more.intermediates...))
	if err != nil {
		panic(err) // both were made by TrustOf
	}
	return both
}

// LoadTrust reads every certificate file in fsys: names ending in .pem, .crt,
// .cer or .der, in any letter case, each one DER certificate or any number of
// PEM ones. A self-signed certificate becomes an anchor, any other an
// intermediate. Other names are passed over. A file that cannot be read or
// parsed is an error that names it, since a trust store with a hole in it
// would silently turn trusted signatures into untrusted ones.
func LoadTrust(fsys fs.FS) (*Trust, error) {
	var anchors, inter []*x509.Certificate
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return fmt.Errorf("trust: %s: %w", name, err)
		}
		if d.IsDir() || !certificateName(name) {
			return nil
		}
		b, err := readRegular(fsys, name)
		if err != nil {
			return fmt.Errorf("trust: %s: %w", name, err)
		}
		certs, err := parseCertificates(b)
		if err != nil {
			return fmt.Errorf("trust: %s: %w", name, err)
		}
		for _, c := range certs {
			if selfSigned(c) {
				anchors = append(anchors, c)
			} else {
				inter = append(inter, c)
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return NewTrust(anchors, inter), nil
}

// Anchors returns the anchors in the order they were given.
func (t *Trust) Anchors() []Anchor {
	if t == nil {
		return nil
	}
	return t.anchors
}

// find returns which anchor c is, itself or by bearing its name and key; -1 when
// it is none.
func (t *Trust) find(c *x509.Certificate) int {
	return slices.IndexFunc(t.rootCertificates(), func(r *x509.Certificate) bool {
		return bytes.Equal(r.RawSubject, c.RawSubject) && bytes.Equal(r.RawSubjectPublicKeyInfo, c.RawSubjectPublicKeyInfo)
	})
}

// anchorOf returns the anchor that c is, nil when it is none.
func (t *Trust) anchorOf(c *x509.Certificate) *Anchor {
	if i := t.find(c); i >= 0 {
		return &t.anchors[i]
	}
	return nil
}

// own returns the anchor's own certificate in place of one that merely bears its
// name and key: anybody can write a longer term and no constraints into that.
func (t *Trust) own(c *x509.Certificate) *x509.Certificate {
	if i := t.find(c); i >= 0 {
		return t.roots[i]
	}
	return c
}

func (t *Trust) rootCertificates() []*x509.Certificate {
	if t == nil {
		return nil
	}
	return t.roots
}

// Intermediates returns the intermediates in the order they were given.
func (t *Trust) Intermediates() []*x509.Certificate {
	if t == nil {
		return nil
	}
	return t.intermediates
}

// maxTrustFile bounds a file of a trust or evidence folder; CRLs are the largest.
const maxTrustFile = 64 << 20

// readRegular reads a file that is one: a pipe would wait for ever.
func readRegular(fsys fs.FS, name string) ([]byte, error) {
	info, err := fs.Stat(fsys, name)
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, errors.New("not a regular file")
	case info.Size() > maxTrustFile:
		return nil, fmt.Errorf("larger than %d MiB", maxTrustFile>>20)
	}
	return fs.ReadFile(fsys, name)
}

func certificateName(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".pem", ".crt", ".cer", ".der":
		return true
	}
	return false
}

func parseCertificates(b []byte) ([]*x509.Certificate, error) {
	if !bytes.Contains(b, []byte("-----BEGIN ")) {
		c, err := parseCertificate(b)
		if err != nil {
			return nil, err
		}
		return []*x509.Certificate{c}, nil
	}
	var out []*x509.Certificate
	for rest := b; ; {
		var blk *pem.Block
		if blk, rest = pem.Decode(rest); blk == nil {
			break
		}
		if blk.Type != "CERTIFICATE" && blk.Type != "TRUSTED CERTIFICATE" && blk.Type != "X509 CERTIFICATE" {
			// A key in the trust folder is a slip worth telling, but no reason
			// to look into it.
			return nil, fmt.Errorf("holds a PEM block %q, want CERTIFICATE", blk.Type)
		}
		c, err := parseCertificate(blk.Bytes)
		if err != nil {
			return nil, err
		}
		out = append(out, c)
	}
	if len(out) == 0 {
		return nil, errors.New("holds no certificate")
	}
	return out, nil
}

func dedupe(in []*x509.Certificate) []*x509.Certificate {
	seen := make(map[string]bool, len(in))
	out := make([]*x509.Certificate, 0, len(in))
	for _, c := range in {
		if c != nil && !seen[string(c.Raw)] {
			seen[string(c.Raw)] = true
			out = append(out, c)
		}
	}
	return out
}
