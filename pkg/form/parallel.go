package form

import (
	"slices"
	"strings"
)

// Of two captions on a line: how much of one must agree, and letters of the other.
const (
	leastParallel = 0.9
	leastOther    = 2
)

// parallel returns the captions of one signer that a phrase says beside something else behind
// a slash or a dash: papers in two languages say all in both, "CHỦ TỊCH / CHAIRMAN", and
// others name the office and its head on one line, "TM. UBND - CHỦ TỊCH". The place to sign
// is that of the whole line. Of two signers on one line, "Vợ / chồng", it tells neither.
func (s *script) parallel(p phrase) []claim {
	parts := p.parallels()
	if len(parts) < 2 {
		return nil
	}
	var out []claim
	for _, part := range parts {
		for _, c := range part.claims(s.wordings) {
			if c.likely >= leastParallel && c.has(isCaption) && (!c.short() || c.likely == 1) {
				c.box = p.box()
				out = append(out, c)
			}
		}
	}
	for _, c := range out {
		if slices.ContainsFunc(out, func(o claim) bool { return !c.sharesSigner(o) }) {
			return nil
		}
	}
	return out
}

func isCaption(u use) bool { return u.role == captionRole }

// sharesSigner reports whether two claims may be captions of one field.
func (c claim) sharesSigner(o claim) bool {
	return c.has(func(u use) bool {
		return isCaption(u) && o.has(func(v use) bool { return isCaption(v) && v.form == u.form && v.field == u.field })
	})
}

// parallels parts a phrase at slashes, and at signs that stand alone: a dash, or a slash
// that was read as "Í" or "|". What cannot be read, as pieces of a seal, is no part.
func (p phrase) parallels() []phrase {
	var out []phrase
	part := phrase{tilt: p.tilt}
	end := func() {
		if len(letters(part.text())) >= leastOther && part.confidence() >= unreadable {
			out = append(out, part)
		}
		part = phrase{tilt: p.tilt}
	}
	for _, w := range p.words {
		runes := []rune(w.text)
		if len(runes) == 1 {
			end()
			continue
		}
		begin := 0
		for i := 0; i <= len(runes); i++ {
			if i < len(runes) && runes[i] != '/' {
				continue
			}
			if strings.TrimSpace(string(runes[begin:i])) != "" {
				part.words = append(part.words, w.part(begin, i, runes))
			}
			if i < len(runes) {
				end()
			}
			begin = i + 1
		}
	}
	end()
	return out
}
