package trust

import (
	"crypto/x509"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/tthclint/tthclint/pkg/sign"
)

// Writer changes the folder that a store was opened over.
type Writer interface {
	// WriteFile puts a file into the folder, whole or not at all; it creates
	// the folder where there is none.
	WriteFile(name string, data []byte) error
	// Remove takes a file out of the folder.
	Remove(name string) error
}

// ImportOptions say how to import.
type ImportOptions struct {
	// AsAnchor makes a certificate that no pin confirms an anchor: the user's
	// own decision.
	AsAnchor bool
	// Day is noted for an anchor of the user's own.
	Day time.Time
}

// Why an import is refused.
var (
	// ErrUnpinned: no pin confirms the certificate, and the user did not decide
	// to make it an anchor.
	ErrUnpinned = errors.New("no pin confirms this certificate")
	// ErrNotAuthority: a certificate of a person, an agency or a server cannot
	// be an anchor: it has issued nothing.
	ErrNotAuthority = errors.New("this is not the certificate of an authority")
)

// RefusedError is a certificate that an import did not take.
type RefusedError struct {
	Certificate *x509.Certificate
	SHA256      string
	Likely      *Pin // names the certificate without proving it; may be nil
	Err         error
}

func (e *RefusedError) Error() string {
	return fmt.Sprintf("%s (SHA-256 %s): %v", e.Certificate.Subject, e.SHA256, e.Err)
}

func (e *RefusedError) Unwrap() error { return e.Err }

// Outcome tells what an import did.
type Outcome string

// Outcomes.
const (
	OutcomeImported Outcome = "imported"
	OutcomePresent  Outcome = "present"  // it was there before
	OutcomeBuiltIn  Outcome = "built-in" // its name and key are compiled in, nothing to do
)

// Import takes a certificate into the store if a pin confirms it, or if the
// options make it an anchor of the user's own. A refusal is a [*RefusedError];
// any other error is one of the folder.
func (s *Store) Import(w Writer, c *x509.Certificate, o ImportOptions) (Entry, Outcome, error) {
	sum, pin := digest256(c), confirming(s.pins, c)
	refuse := func(err error) (Entry, Outcome, error) {
		return Entry{}, "", &RefusedError{c, sum, naming(s.pins, c), err}
	}
	have := s.find(sum)
	switch {
	case pin != nil && pin.BuiltIn:
		return Entry{Certificate: c, SHA256: sum, Status: StatusPinned, Pin: pin}, OutcomeBuiltIn, nil
	case have != nil && (have.Anchor() || !o.AsAnchor):
		return *have, OutcomePresent, nil
	case pin == nil && !o.AsAnchor:
		return refuse(ErrUnpinned)
	case pin == nil && !authority(c):
		return refuse(ErrNotAuthority)
	case len(encodeEntry(c)) > maxEntry || len(s.entries) >= maxEntries:
		return refuse(errors.New("the certificate or the folder is too large"))
	}
	// The certificate goes first: what is on the list and not in the folder
	// would be an anchor that is silently missing.
	file := sum + ".pem"
	if have == nil {
		if err := w.WriteFile(file, encodeEntry(c)); err != nil {
			return Entry{}, "", err
		}
	}
	if pin == nil || o.AsAnchor && pin.Kind != Root {
		own := s.own.without(sum)
		own.Anchors = append(own.Anchors, ownAnchor{sum, sign.DistinguishedName(c.Subject), o.Day.Format(time.DateOnly)})
		if err := w.WriteFile(OwnList, own.encode()); err != nil {
			if have == nil {
				_ = w.Remove(file) // the first error tells more
			}
			return Entry{}, "", err
		}
		s.own = own
	}
	e, err := s.entry(c)
	if err != nil {
		return Entry{}, "", err
	}
	s.entries = slices.DeleteFunc(s.entries, func(x Entry) bool { return x.SHA256 == sum })
	s.entries = append(s.entries, e)
	return e, OutcomeImported, nil
}

// authority tells whether a certificate may have issued others. Old roots are
// version 1 and do not say (RFC 5280 clause 6.1.4 (k)).
func authority(c *x509.Certificate) bool {
	if c.Version < 3 {
		return string(c.RawSubject) == string(c.RawIssuer)
	}
	return c.BasicConstraintsValid && c.IsCA
}

// Remove takes a certificate out of the store, by its SHA-256 in lower-case
// hexadecimal. It reports whether there was one.
func (s *Store) Remove(w Writer, sum string) (bool, error) {
	e := s.find(sum)
	if e == nil {
		return false, nil
	}
	// The list goes first, so that a failure leaves a folder that is refused
	// rather than one with an anchor that was to go.
	if _, own := s.own.day(sum); own {
		list := s.own.without(sum)
		if err := w.WriteFile(OwnList, list.encode()); err != nil {
			return false, err
		}
		s.own = list
	}
	if err := w.Remove(e.File); err != nil {
		return false, err
	}
	s.entries = slices.DeleteFunc(s.entries, func(x Entry) bool { return x.SHA256 == sum })
	return true, nil
}
