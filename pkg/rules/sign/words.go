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
func signingTime(s *sign.Signature) time.Time {
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

// signersOf names the signers of signatures, each once.
func signersOf(signatures []*sign.Signature) string {
	var names []string
	for _, s := range signatures {
		if name := signer(s); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}

// oneLine returns the beginning of a text of the file as one line.
func oneLine(text string) string {
	const most = 80
	runes := []rune(strings.Join(strings.Fields(text), " "))
	if len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return string(runes)
}
