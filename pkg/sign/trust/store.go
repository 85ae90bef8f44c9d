package trust

import (
	"bytes"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/tthclint/tthclint/pkg/sign"
)

// Status tells why a certificate may be in a store.
type Status string

// Statuses.
const (
	StatusPinned Status = "pinned" // its SHA-256 is compiled in
	StatusOwn    Status = "own"    // the user made it an anchor
)

// Entry is a certificate in a store.
type Entry struct {
	Certificate *x509.Certificate
	File        string // its name in the folder
	SHA256      string // lower-case hexadecimal
	Status      Status
	Pin         *Pin      // what confirms it; nil for one of the user's own that no pin knows
	Imported    time.Time // the day on which the user made it an anchor; zero for pinned ones
}

// Anchor tells whether chains may end at the entry. A pinned intermediate only
// helps to build them.
func (e *Entry) Anchor() bool { return e.Status == StatusOwn || e.Pin.Kind == Root }

// Store is a folder of imported certificates, as it was when it was opened. Its
// methods are not for use by several goroutines.
//
// The folder holds one PEM file per certificate, named by its SHA-256, and a
// list of the ones that the user made anchors ([OwnList]). A certificate that
// is neither pinned nor on the list was not imported, and the folder is refused:
// who can only write a file into it adds no anchor.
type Store struct {
	pins    []Pin
	entries []Entry
	own     ownList
}

// Bounds of a store.
const (
	maxEntries = 1000
	maxEntry   = 64 << 10 // bytes of one file
)

// StoreError tells which file of a store cannot be used, and why.
type StoreError struct {
	File string
	Err  error
}

func (e *StoreError) Error() string { return fmt.Sprintf("trust store: %s: %v", e.File, e.Err) }

func (e *StoreError) Unwrap() error { return e.Err }

// Why a store is refused.
var (
	// ErrTampered: the content of a file is not what its name says.
	ErrTampered = errors.New("the content is not the certificate that was imported under this name")
	// ErrNotImported: a certificate lies in the folder that is neither pinned
	// nor on the user's list.
	ErrNotImported = errors.New("this certificate was not imported")
	// ErrGone: a certificate is on the user's list, but not in the folder.
	ErrGone = errors.New("the certificate is on the list of own anchors, but its file is gone")
)

// OpenStore reads the store in fsys, whose certificates pins confirm: [Pins],
// or a list of the caller's own. A folder that does not exist is an empty store.
// An error is a [*StoreError] that names the file.
func OpenStore(fsys fs.FS, pins []Pin) (*Store, error) {
	s := &Store{pins: pins}
	files, err := fs.ReadDir(fsys, ".")
	if errors.Is(err, fs.ErrNotExist) {
		return s, nil
	}
	if err != nil {
		return nil, &StoreError{".", err}
	}
	if s.own, err = readOwnList(fsys); err != nil {
		return nil, &StoreError{OwnList, err}
	}
	for _, f := range files {
		if f.IsDir() || !certificateName(f.Name()) {
			continue
		}
		if len(s.entries) == maxEntries {
			return nil, &StoreError{".", errors.New("too many files")}
		}
		c, err := readEntry(fsys, f.Name())
		if err != nil {
			return nil, &StoreError{f.Name(), err}
		}
		e, err := s.entry(c)
		if err != nil {
			return nil, &StoreError{f.Name(), err}
		}
		s.entries = append(s.entries, e)
	}
	for _, o := range s.own.Anchors {
		if s.find(o.SHA256) == nil {
			return nil, &StoreError{o.SHA256 + ".pem", ErrGone}
		}
	}
	return s, nil
}

// certificateName tells whether a file claims to be a certificate. All of them
// are looked at, so that a file that somebody put there by hand is not taken
// for one that counts.
func certificateName(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".pem", ".crt", ".cer", ".der", ".p7b", ".p7c":
		return !strings.HasPrefix(name, ".")
	}
	return false
}

// readEntry reads a file as [encodeEntry] wrote it.
func readEntry(fsys fs.FS, name string) (*x509.Certificate, error) {
	b, err := readBounded(fsys, name, maxEntry)
	if err != nil {
		return nil, err
	}
	sum, ok := strings.CutSuffix(name, ".pem")
	if !ok || len(sum) != 64 {
		return nil, ErrNotImported
	}
	block, rest := pem.Decode(b)
	if block == nil || block.Type != "CERTIFICATE" || len(bytes.TrimSpace(rest)) > 0 {
		return nil, ErrTampered
	}
	c, err := x509.ParseCertificate(block.Bytes)
	if err != nil || digest256(c) != sum {
		return nil, ErrTampered
	}
	return c, nil
}

func readBounded(fsys fs.FS, name string, limit int64) ([]byte, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err == nil && int64(len(b)) > limit {
		err = errors.New("the file is too large")
	}
	return b, err
}

// encodeEntry writes a certificate for people and programs: what stands before
// the PEM block is passed over by readers.
func encodeEntry(c *x509.Certificate) []byte {
	block := pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: c.Raw})
	return append([]byte(oneLine(sign.DistinguishedName(c.Subject))+"\n"), block...)
}

// oneLine keeps a name that the certificate chose from looking like a PEM line.
func oneLine(s string) string {
	return "# " + strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r == 0x2028 || r == 0x2029 {
			return ' '
		}
		return r
	}, strings.ReplaceAll(s, "-----", "- - -"))
}

// entry tells what a certificate in the folder is.
func (s *Store) entry(c *x509.Certificate) (Entry, error) {
	sum := digest256(c)
	e := Entry{Certificate: c, File: sum + ".pem", SHA256: sum, Pin: confirming(s.pins, c)}
	if day, ok := s.own.day(sum); ok {
		e.Status, e.Imported = StatusOwn, day
		return e, nil
	}
	if e.Pin == nil {
		return e, ErrNotImported
	}
	e.Status = StatusPinned
	return e, nil
}

// Entries returns what the store holds, by file name.
func (s *Store) Entries() []Entry { return slices.Clone(s.entries) }

func (s *Store) find(sum string) *Entry {
	for i := range s.entries {
		if s.entries[i].SHA256 == sum {
			return &s.entries[i]
		}
	}
	return nil
}

// Trust returns the anchors and intermediates of the store, without those built
// in. folder names the store as the source of the user's own anchors.
func (s *Store) Trust(folder string) *sign.Trust {
	var anchors []sign.Anchor
	var intermediates []*x509.Certificate
	for i := range s.entries {
		e := &s.entries[i]
		switch {
		case e.Status == StatusOwn:
			anchors = append(anchors, sign.AnchorOf(e.Certificate, sign.OriginOwn, folder))
		case e.Anchor():
			source := e.Pin.Source
			if len(e.Pin.Download) > 0 {
				source = e.Pin.Download[0]
			}
			a := sign.AnchorOf(e.Certificate, sign.OriginPinned, source)
			a.Check = checkHow + e.Pin.Publisher
			anchors = append(anchors, a)
		default:
			intermediates = append(intermediates, e.Certificate)
		}
	}
	t, err := sign.TrustOf(anchors, intermediates)
	if err != nil {
		panic(err) // every anchor has its certificate
	}
	return t
}
