package sign

import (
	"context"
	"crypto/x509"
	"encoding/pem"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"sync"
)

// Evidence is revocation data and certificates from outside the documents. It
// is not changed after it was made, may be shared between goroutines and must
// not be copied.
type Evidence struct {
	CRLs  [][]byte            // DER CertificateLists (RFC 5280)
	OCSPs [][]byte            // DER OCSPResponses (RFC 6960)
	Certs []*x509.Certificate // intermediates and responders

	once   sync.Once
	parsed revocationPool
}

// pool parses the data at its first use, once for all documents.
func (e *Evidence) pool() *revocationPool {
	if e == nil {
		return &revocationPool{}
	}
	e.once.Do(func() {
		for _, b := range e.CRLs {
			e.parsed.addCRL(b, originFolder)
		}
		for _, b := range e.OCSPs {
			e.parsed.addOCSP(b, originFolder)
		}
	})
	return &e.parsed
}

func (e *Evidence) certificates() []*x509.Certificate {
	if e == nil {
		return nil
	}
	return e.Certs
}

// LoadEvidence reads a folder of revocation data: CRLs (.crl, DER or PEM), OCSP
// answers (.ocsp, .ors) and certificates (.pem, .crt, .cer, .der). Other names
// are passed over. A file that cannot be read or parsed is an error that names
// it.
func LoadEvidence(fsys fs.FS) (*Evidence, error) {
	e := &Evidence{}
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return fmt.Errorf("evidence: %s: %w", name, err)
		}
		if d.IsDir() {
			return nil
		}
		ext := strings.ToLower(path.Ext(name))
		switch ext {
		case ".crl", ".ocsp", ".ors":
		default:
			if !certificateName(name) {
				return nil
			}
		}
		b, err := readRegular(fsys, name)
		if err == nil {
			err = e.add(ext, b)
		}
		if err != nil {
			return fmt.Errorf("evidence: %s: %w", name, err)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return e, nil
}

func (e *Evidence) add(ext string, b []byte) error {
	switch ext {
	case ".crl":
		if blk, _ := pem.Decode(b); blk != nil {
			b = blk.Bytes
		}
		if _, err := parseCRL(b, originFolder); err != nil {
			return err
		}
		e.CRLs = append(e.CRLs, b)
	case ".ocsp", ".ors":
		if _, err := parseOCSP(b, originFolder); err != nil {
			return err
		}
		e.OCSPs = append(e.OCSPs, b)
	default:
		certs, err := parseCertificates(b)
		if err != nil {
			return err
		}
		e.Certs = append(e.Certs, certs...)
	}
	return nil
}

// Fetcher obtains data over the network for [Options.Fetch]. Implementations
// bound time and size and are safe for concurrent use. An error means that the
// data is not to be had; it is never one of the document.
type Fetcher interface {
	// CRL returns the CRL at a URL of a distribution point, DER.
	CRL(ctx context.Context, url string) ([]byte, error)
	// OCSP posts a request to a responder and returns its answer, DER.
	OCSP(ctx context.Context, url string, request []byte) ([]byte, error)
	// Certificate returns the certificates at a caIssuers URL.
	Certificate(ctx context.Context, url string) ([]*x509.Certificate, error)
}
