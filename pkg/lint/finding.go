package lint

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"

	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/msg"
)

// Finding is one thing that is wrong, where, by which clause, and what to do.
type Finding struct {
	Rule     string
	Severity Severity
	Place    Place
	Message  msg.Text
	Remedy   msg.Text
	Basis    []law.Citation
	// Identity tells this finding from others of the same rule and message about
	// the same bytes. Empty means the arguments of the message.
	Identity string
	// Item tells about which part of the document the finding is, such as which
	// of its signatures: its number in the list of the engine that read it, from
	// 1. 0 is the document as a whole. It is not printed.
	Item        int
	Fingerprint string // the same for the same finding about the same bytes, wherever they lie

	Waived *Waiver // the decision that it shall not count; nil where there is none
	Known  bool    // an earlier run found it already (baseline): the verdict stands, the exit code leaves it out
}

// Place says where in a dossier something is. Zero parts are unknown.
type Place struct {
	File   string // path in the linted folder, slash-separated
	Page   int    // from 1
	Box    Box    // on the page
	Sheet  string // of a register
	Row    int    // of a register, from 1
	Column int    // of a register, from 1
}

// Box is a rectangle on a displayed page, in mm from its top left corner.
type Box struct{ X, Y, W, H float64 }

// IsZero reports whether the box is unknown.
func (b Box) IsZero() bool { return b == Box{} }

// fingerprint names a finding by rule, content and identity, never by position,
// so that it survives a moved file.
func fingerprint(f *Finding, content string) string {
	identity := []byte(f.Identity)
	if f.Identity == "" {
		var err error
		if identity, err = json.Marshal(f.Message.Args); err != nil { // an argument of a foreign type
			identity = fmt.Append(nil, f.Message.Args)
		}
	}
	h := sha256.New()
	for _, part := range []string{f.Rule, content, f.Message.ID, string(identity)} {
		fmt.Fprintf(h, "%d:%s,", len(part), part)
	}
	return hex.EncodeToString(h.Sum(nil)[:12])
}

// compareFindings is a total order: by place, then by weight, rule and text.
func compareFindings(a, b Finding) int {
	return cmp.Or(
		cmp.Compare(a.Place.File, b.Place.File),
		cmp.Compare(a.Place.Page, b.Place.Page),
		cmp.Compare(a.Place.Row, b.Place.Row),
		cmp.Compare(a.Place.Column, b.Place.Column),
		cmp.Compare(b.Severity, a.Severity),
		cmp.Compare(a.Rule, b.Rule),
		cmp.Compare(a.Place.Box.Y, b.Place.Box.Y),
		cmp.Compare(a.Place.Box.X, b.Place.Box.X),
		cmp.Compare(a.Message.ID, b.Message.ID),
		cmp.Compare(a.Fingerprint, b.Fingerprint),
	)
}
