package sign

import (
	"fmt"
	"slices"
)

// shown judges a change that came as a signature, a timestamp or a field to be
// signed, and draws something on a page. What is drawn there, somebody has to
// stand for: that is the signer, when the signature is sound. Otherwise it is a
// drawing like any other, as in sneaky signature attacks (Mainka, Mladenov,
// Rohlmann: Breaking the Specification, 2021).
func (e *engine) shown(sigs []Signature, s *Signature, c *Change) {
	if !c.draws {
		if c.Code == CodeTimestampAdded && c.Class == ChangesLTA && !verified(sigs, c, KindTimestamp) {
			// What calls itself a timestamp and is none is allowed as little
			// as any other value: at no level (ISO 32000-2 12.8.5.3).
			c.Class = ChangesForm
		}
		return
	}
	code := CodeAppearanceAdded
	switch c.Code {
	case CodeFieldAdded:
		if c.Class != ChangesForm || signedLater(sigs, c) {
			return
		}
		c.Class, code = ChangesOther, CodeAppearanceUnsigned
	case CodeSignatureAdded:
		if c.Class == ChangesForm && !sound(sigs, c, KindSignature) {
			c.Class, code = ChangesOther, CodeAppearanceUnsigned
		}
	case CodeTimestampAdded:
		// Everybody gets a token, and the authority looks at no page; so it
		// is no signing, and an annotation at best.
		code = CodeAppearanceUnsigned
		if c.Class = ChangesOther; sound(sigs, c, KindTimestamp) {
			c.Class = ChangesAnnotation
		}
	default:
		return
	}
	args := []string{fmt.Sprint(c.Page), c.Field}
	for _, r := range s.Reasons {
		if r.Code == code && slices.Equal(r.Args, args) {
			return
		}
	}
	s.add(code, args...)
}

// signedLater tells whether a field that was added empty was signed in the end.
func signedLater(sigs []Signature, c *Change) bool {
	return slices.ContainsFunc(sigs, func(t Signature) bool { return t.Revision > c.Revision && t.holds(c) })
}

// sound tells whether the signature that a change brings is intact, over ranges
// as they should be, and a timestamp of an authority that is not the forger's own.
func sound(sigs []Signature, c *Change, kind Kind) bool {
	return slices.ContainsFunc(sigs, func(t Signature) bool {
		return t.brings(c, kind) && (kind == KindSignature || t.Trust != SelfSigned && t.Trust != ChainInvalid && !t.Has(CodeTimestampUsage))
	})
}

// verified is sound, whoever the authority is.
func verified(sigs []Signature, c *Change, kind Kind) bool {
	return slices.ContainsFunc(sigs, func(t Signature) bool { return t.brings(c, kind) })
}

// brings tells whether a change is part of making this signature, which is intact.
func (s *Signature) brings(c *Change, kind Kind) bool {
	return s.Revision >= c.Revision && s.Kind == kind && s.holds(c) && s.Integrity == Intact &&
		(s.Coverage == WholeFile || s.Coverage == WholeRevision) && !s.Has(CodeDictionaryOverwrite)
}

// holds tells whether a change is about a field of a signature. Names do not
// tell: a second field may have the same.
func (s *Signature) holds(c *Change) bool {
	if c.owner > 0 && slices.Contains(s.objects, c.owner) {
		return true
	}
	if c.Object > 0 {
		return slices.Contains(s.objects, c.Object)
	}
	return c.Field == s.Field || slices.Contains(s.Fields, c.Field)
}
