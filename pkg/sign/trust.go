package sign

import (
	"bytes"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
)

// Trust is the caller's trust store: anchors, which alone make a chain trusted,
// and intermediates, which only help to build one. It is not changed after
// [LoadTrust] or [NewTrust] and may be shared between goroutines.
type Trust struct {
	anchors       []*x509.Certificate
	intermediates []*x509.Certificate
}

// NewTrust makes a trust store of parsed certificates. An anchor need not be
// self-signed: who is named as an anchor is one.
func NewTrust(anchors, intermediates []*x509.Certificate) *Trust {
	return &Trust{anchors: dedupe(anchors), intermediates: dedupe(intermediates)}
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
		b, err := fs.ReadFile(fsys, name)
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
func (t *Trust) Anchors() []*x509.Certificate {
	if t == nil {
		return nil
	}
	return t.anchors
}

// Intermediates returns the intermediates in the order they were given.
func (t *Trust) Intermediates() []*x509.Certificate {
	if t == nil {
		return nil
	}
	return t.intermediates
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
		c, err := x509.ParseCertificate(b)
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
		c, err := x509.ParseCertificate(blk.Bytes)
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
