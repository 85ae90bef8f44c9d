// Package signed makes small files for tests, one for every kind of answer about
// the signatures of a PDF.
package signed

import (
	"fmt"
	"strings"
	"time"

	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/pdf"
	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

// AwkwardName is the name of a signer that would steer a terminal.
const AwkwardName = "A\x1b[31m\u202eB\u2028C"

// Samples are files by their names without ".pdf".
type Samples struct {
	Files map[string][]byte
	Root  []byte // the certificate of the one anchor, as PEM
}

// Make makes all samples.
func Make() (*Samples, error) {
	m := &maker{files: map[string][]byte{}}
	root, err := signtest.NewAuthority("verify", signtest.Subject{Key: signtest.P256, CommonName: "Mẫu Root"})
	if err != nil {
		return nil, err
	}
	person := m.signer(root.Issue(signtest.Subject{Key: signtest.P256, CommonName: "Nguyễn Văn An", Organization: "UBND PHƯỜNG 3"}))
	agency := m.signer(root.Issue(signtest.Subject{Key: signtest.P256, CommonName: "ỦY BAN NHÂN DÂN PHƯỜNG 3"}))
	awkward := m.signer(root.Issue(signtest.Subject{Key: signtest.P256, CommonName: AwkwardName}))
	stranger := m.signer(signtest.SelfSigned("stranger", signtest.Subject{Key: signtest.P256, CommonName: "Người lạ"}))
	tsa := m.signer(root.IssueTSA(signtest.Subject{Key: signtest.P256, CommonName: "Mẫu TSA"}))
	if m.err != nil {
		return nil, m.err
	}
	m.signatures(person, agency, tsa)
	m.others(awkward, stranger)
	return &Samples{m.files, root.PEM()}, m.err
}

// maker keeps the first error.
type maker struct {
	files map[string][]byte
	err   error
}

func (m *maker) signer(s *signtest.Identity, err error) *signtest.Identity {
	if err != nil && m.err == nil {
		m.err = err
	}
	return s
}

// file keeps a file under a name.
func (m *maker) file(name string) func([]byte, error) []byte {
	return func(data []byte, err error) []byte {
		if err != nil && m.err == nil {
			m.err = fmt.Errorf("%s: %w", name, err)
		}
		m.files[name] = data
		return data
	}
}

var at = law.Date(2026, 3, 4).Add(9 * time.Hour)

// signatures makes what a person and an agency signed, and what became of it.
func (m *maker) signatures(person, agency, tsa *signtest.Identity) {
	one := m.file("one")(signtest.Sign(signtest.Blank(2), person, signtest.Options{
		Field: "Nguoi", Time: at, Page: 2, Box: pdf.Box{X: 100, Y: 200, W: 60, H: 20}, Lines: []string{"Nguyen Van An"}, Reason: "Phê duyệt",
	}))
	if m.err != nil {
		return
	}
	two := m.file("two")(signtest.Sign(one, agency, signtest.Options{Field: "CoQuan", Time: at.Add(time.Minute)}))
	if m.err != nil {
		return
	}
	m.file("stamped")(signtest.Timestamp(two, tsa, at.Add(time.Hour), "DauThoiGian"))
	m.file("changed")(signtest.ReplaceContent(two, 1, "0 0 m 99 99 l S"))
	m.file("removed")(signtest.RemoveFields(one))
	m.files["broken"] = signtest.FlipByte(one, 20)
	m.files["zero-range"] = []byte(strings.Replace(string(one), "/ByteRange [0 ", "/ByteRange [9 ", 1))
	m.files["cut"] = one[:len(one)/2]
}

// others makes what nobody signed, what strangers did, and what is no PDF.
func (m *maker) others(awkward, stranger *signtest.Identity) {
	blank := signtest.Blank(2)
	m.files["unsigned"] = blank
	m.file("unsigned-field")(signtest.Sign(blank, nil, signtest.Options{Field: "Chua ky", Unsigned: true, Page: 1, Box: pdf.Box{X: 10, Y: 10, W: 30, H: 10}}))
	m.file("awkward")(signtest.Sign(blank, awkward, signtest.Options{Field: "F\x1b]0;x\x07", Time: at, Reason: "r\x00\x1b[2J", Name: AwkwardName}))
	m.file("stranger")(signtest.Sign(blank, stranger, signtest.Options{Time: at}))
	m.files["damaged"] = []byte("%PDF-1.4\nnothing")
	m.files["empty"] = nil
	m.files["text"] = []byte("This is a text.")
}
