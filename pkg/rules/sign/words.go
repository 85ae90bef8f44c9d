package sign

import (
	"crypto/x509"
	"slices"
	"strings"
	"time"

	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/sign"
)

// signingTime returns when a signature was made: proven, else claimed, else the
// zero time.
func signingTime(s *signature) time.Time {
	if !s.Proven.IsZero() {
		return s.Proven
	}
	return s.Claimed
}

// nameOf returns what people call the holder of a certificate.
func nameOf(c *x509.Certificate) string {
	if c.Subject.CommonName != "" {
		return c.Subject.CommonName
	}
	return sign.DistinguishedName(c.Subject)
}

// shown is how many of a list a sentence names; the rest is counted.
const shown = 3

var (
	listOneText  = msg.Message{ID: "list/one", VI: "{a}", EN: "{a}"}
	listTwoText  = msg.Message{ID: "list/two", VI: "{a}; {b}", EN: "{a}; {b}"}
	listMoreText = msg.Message{ID: "list/more", VI: "{a}; và {n} điểm khác", EN: "{a}; and {n} more"}
)

// list returns the first texts of a list as one, and how many more there are.
// Equal texts are named once.
func list(all []msg.Text) msg.Text {
	var distinct []msg.Text
	for _, t := range all {
		if !slices.ContainsFunc(distinct, func(d msg.Text) bool { return d.In(msg.Vietnamese) == t.In(msg.Vietnamese) }) {
			distinct = append(distinct, t)
		}
	}
	var text msg.Text
	for i, t := range distinct {
		switch {
		case i == 0:
			text = listOneText.With("a", t)
		case i < shown:
			text = listTwoText.With("a", text, "b", t)
		default:
			return listMoreText.With("a", text, "n", len(distinct)-shown)
		}
	}
	return text
}

// signersOf names the signers of signatures, each once, as what belongs to them.
func signersOf(signatures []*signature) msg.Text {
	var names []any
	for _, s := range signatures {
		name := any(nameIn(&s.Signature))
		if name == "" {
			name = signer(s)
		}
		if !slices.ContainsFunc(names, func(have any) bool { return have == name }) {
			names = append(names, name)
		}
	}
	rest := len(names) - shown
	if rest > 0 {
		names = names[:shown]
	}
	text := listOneText.With("a", names[0])
	for i, name := range names[1:] {
		joint := ownersText
		if i == len(names)-2 && rest <= 0 {
			joint = lastOwnerText
		}
		text = joint.With("a", text, "b", name)
	}
	if rest > 0 {
		text = moreOwnersText.With("a", text, "n", rest)
	}
	return text
}

var (
	ownersText     = msg.Message{ID: "list/owners", VI: "{a}, của {b}", EN: "{a}, of {b}"}
	lastOwnerText  = msg.Message{ID: "list/last-owner", VI: "{a} và của {b}", EN: "{a} and of {b}"}
	moreOwnersText = msg.Message{ID: "list/more-owners", VI: "{a} và của {n} người ký khác", EN: "{a} and of {n} other signer(s)"}
)

// oneLine returns the beginning of a text of the file as one line.
func oneLine(text string) string {
	const most = 80
	runes := []rune(strings.Join(strings.Fields(text), " "))
	if len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return string(runes)
}
