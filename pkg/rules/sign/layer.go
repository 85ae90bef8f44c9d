package sign

import "github.com/tthclint/tthclint/pkg/sign"

// answer is yes, no, or that it cannot be told.
type answer int

const (
	no answer = iota
	yes
	unsure
)

// stands tells whether a signature counts as a layer by its own verdict: one
// that is broken, malformed, of a certificate that leads nowhere, or made while
// that was out of term or revoked, is none. Where trust was not judged at all
// the layer counts; that is told once, by the rule on trust.
func stands(s *signature) answer {
	switch {
	case s.Integrity == sign.Broken, isMalformed(s):
		return no
	case s.Integrity != sign.Intact:
		return unsure
	case s.Trust == sign.StrangerRoot, s.Trust == sign.SelfSigned, s.Trust == sign.ChainInvalid,
		s.Term == sign.TermAfter, s.Term == sign.TermBefore, s.Revocation == sign.RevocationRevoked:
		return no
	}
	return yes
}
