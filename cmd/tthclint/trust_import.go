package main

import (
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/report"
	"github.com/tthclint/tthclint/pkg/sign"
	"github.com/tthclint/tthclint/pkg/sign/trust"
)

func (c *Command) trustImportCommand(dir *string) *cobra.Command {
	var asAnchor bool
	cmd := &cobra.Command{
		Use: "import " + c.say(helpFiles), Short: c.say(helpTrustImport), Long: c.say(helpTrustImportLong), Example: c.say(helpTrustImportExample), DisableFlagsInUseLine: true,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return &userError{what: textNoCertificate.With(), remedy: textNoCertificateRemedy.With()}
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			store, err := c.storeToChange(*dir)
			if err != nil {
				return err
			}
			paths, err := matched(args)
			if err != nil {
				return err
			}
			return c.importFiles(store, paths, asAnchor)
		},
	}
	cmd.Flags().BoolVar(&asAnchor, "as-anchor", false, c.say(helpAsAnchor))
	return cmd
}

// writable is a store that may be changed.
type writable struct {
	*trust.Store
	path string
}

// storeToChange opens the store that is to be changed.
func (c *Command) storeToChange(dir string) (*writable, error) {
	path, err := storePath(dir)
	if err != nil {
		return nil, err
	}
	if path == "" {
		return nil, &userError{what: textNoStore.With(), remedy: textStoreNamed.With()}
	}
	store, err := c.openStore(path)
	if err != nil {
		return nil, err
	}
	return &writable{store, path}, nil
}

// importFiles imports the certificates of all files. Those that are refused do
// not keep the others out; the last refusal is the error.
func (c *Command) importFiles(store *writable, files []string, asAnchor bool) error {
	var refused error
	for _, file := range files {
		certs, err := readCertificates(file)
		if err != nil {
			return err
		}
		for _, cert := range certs {
			err := c.importOne(store, cert, asAnchor)
			if e := (*trust.RefusedError)(nil); errors.As(err, &e) {
				if refused != nil {
					c.complain(refused)
				}
				refused = cannotImport(file, e)
			} else if err != nil {
				return err
			}
		}
	}
	return refused
}

// importOne imports one certificate and says what became of it.
func (c *Command) importOne(store *writable, cert *x509.Certificate, asAnchor bool) error {
	e, outcome, err := store.Import(storeFolder(store.path), cert, trust.ImportOptions{AsAnchor: asAnchor, Day: c.Now().In(law.Vietnam())})
	if e := (*trust.RefusedError)(nil); errors.As(err, &e) {
		return err
	} else if err != nil {
		return cannotStore(store.path, err)
	}
	what := textImported
	switch {
	case outcome == trust.OutcomeBuiltIn:
		what = textIsBuiltIn
	case outcome == trust.OutcomePresent:
		what = textIsPresent
	case e.Status == trust.StatusOwn:
		what = textImportedOwn
	case e.Anchor():
		what = textImportedRoot
	}
	return c.announce(what, cert, e.SHA256)
}

// announce writes what became of a certificate, with its fingerprint.
func (c *Command) announce(what msg.Message, cert *x509.Certificate, sum string) error {
	var b strings.Builder
	paragraph(&b, inert(what.With("subject", sign.DistinguishedName(cert.Subject))).In(c.lang))
	c.labelled(&b, labelSHA256, report.Fingerprint(sum))
	_, err := fmt.Fprint(c.Stdout, b.String())
	return err
}

// cannotImport says what a certificate is that was refused, and what its owner
// can do.
func cannotImport(file string, e *trust.RefusedError) error {
	args := []any{"path", file, "subject", sign.DistinguishedName(e.Certificate.Subject), "sha256", report.Fingerprint(e.SHA256)}
	switch {
	case errors.Is(e.Err, trust.ErrNotAuthority):
		return &userError{what: textNotAuthority.With(args...), remedy: textNotAuthorityRemedy.With(), err: e}
	case !errors.Is(e.Err, trust.ErrUnpinned):
		return &userError{what: textNotImported.With(append(args, "reason", reason(e.Err))...), err: e}
	case e.Likely != nil:
		return &userError{what: textLikely.With(append(args, "name", e.Likely.Name)...), remedy: textUnpinnedRemedy.With("path", file), err: e}
	}
	return &userError{what: textUnpinned.With(args...), remedy: textUnpinnedRemedy.With("path", file), err: e}
}

// maxCertificateFile bounds a file that is imported, in bytes.
const maxCertificateFile = 1 << 20

// readCertificates reads a file of certificates that the user names.
func readCertificates(path string) ([]*x509.Certificate, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, cannotOpen(path, err)
	}
	f, err := os.Open(abs)
	if err != nil {
		return nil, cannotOpen(path, err)
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.IsDir() {
		return nil, &userError{what: textCertificateIsFolder.With("path", path), remedy: textNoCertificateRemedy.With()}
	}
	b, err := io.ReadAll(io.LimitReader(f, maxCertificateFile+1))
	if err != nil {
		return nil, cannotOpen(path, err)
	}
	certs, err := trust.ParseCertificates(b)
	if err != nil {
		return nil, &userError{what: textNoCertificateIn.With("path", path, "reason", reason(err)), remedy: textNoCertificateRemedy.With(), err: err}
	}
	return certs, nil
}

// kindOf guesses what a certificate is that no pin knows.
func kindOf(cert *x509.Certificate) string {
	if string(cert.RawIssuer) == string(cert.RawSubject) {
		return string(trust.Root)
	}
	return string(trust.Intermediate)
}
