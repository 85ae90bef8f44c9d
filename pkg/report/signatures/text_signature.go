package signatures

import (
	"fmt"
	"strings"

	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/pdf"
	"github.com/tthclint/tthclint/pkg/sign"
	"github.com/tthclint/tthclint/pkg/sign/words"
)

func (p *textPrinter) signature(n int, s *sign.Signature, rep *sign.Report, sizes []pdf.Size, failed bool) {
	brief := len(rep.Signatures) > many && !p.verbose
	title := wordSignature
	if s.Kind == sign.KindTimestamp {
		title = wordTimestamp
	}
	var who any = wordNoSigner.With()
	if name := signerName(s.Signer); name != "" {
		who = words.Clip(name)
	}
	verdict, verdictWord := verdictOf(s.Indication), word(indicationWords, s.Indication)
	if failed && s.Indication == sign.Indeterminate {
		verdict, verdictWord = lint.Rejected, wordFaulty.With()
	}
	p.b.Heading(2, title.With("n", n, "signer", who), verdict, verdictWord)
	if s.Sub != sign.SubNone {
		p.b.Field(4, labelVerdict, wordSub.With("words", subText(s), "code", string(s.Sub)))
	}
	if s.Kind == sign.KindSignature && !brief {
		p.b.Field(4, labelSigner, signerText(s))
	}
	p.b.Field(4, labelTime, p.timeText(s))
	if !brief || s.Integrity != sign.Intact {
		p.b.Field(4, labelIntegrity, because(word(integrityWords, s.Integrity), s))
	}
	if !brief || s.Removed || s.Coverage != sign.WholeFile && s.Coverage != sign.WholeRevision {
		coverage := word(coverageWords, s.Coverage)
		if s.Removed {
			coverage = wordAnd.With("a", coverage, "b", wordRemoved.With())
		}
		p.b.Field(4, labelCoverage, coverage)
	}
	if !brief || s.Permitted != nil && !*s.Permitted || s.Changes == sign.ChangesOther {
		p.changes(s)
	}
	p.overlaps(s, rep)
	p.b.Field(4, labelTrust, trustText(s))
	if s.Signer != nil && !brief {
		p.b.Field(4, msg.Message{}, issuedText(s.Signer))
	}
	p.place(s, sizes, brief)
	if !brief {
		p.b.Field(4, labelTechnical, technical(s))
		p.reasons(s)
	}
}

// subText says a sub-indication in words.
func subText(s *sign.Signature) msg.Text {
	if m, ok := trustSubWords[s.Trust]; ok && s.Sub == sign.SubNoCertificateChain {
		return m.With()
	}
	return word(subWords, s.Sub)
}

func verdictOf(i sign.Indication) lint.Verdict {
	switch i {
	case sign.TotalPassed:
		return lint.Accepted
	case sign.TotalFailed:
		return lint.Rejected
	}
	return lint.Undetermined
}

// word looks a value up; one without words is shown as it is.
func word[K ~string](all map[K]msg.Message, key K) msg.Text {
	if m, ok := all[key]; ok {
		return m.With()
	}
	return wordAsIs.With("text", string(key))
}

// because adds the reason why a signature is not intact.
func because(what msg.Text, s *sign.Signature) msg.Text {
	if r := broken(s); r != nil {
		return wordBecause.With("what", what, "why", words.ReasonFor(s.Kind, *r))
	}
	return what
}

func trustText(s *sign.Signature) msg.Text {
	trust, term, revocation := word(trustWords, s.Trust), word(termWords, s.Term), word(revocationWords, s.Revocation)
	if s.Kind == sign.KindTimestamp {
		if m, ok := stampTermWords[s.Term]; ok {
			term = m.With()
		}
		if m, ok := stampRevocationWords[s.Revocation]; ok {
			revocation = m.With()
		}
	}
	switch {
	case s.Signer == nil:
		return trust
	case s.Anchor != nil:
		return wordTrustAnchor.With("trust", trust, "anchor", words.Clip(s.Anchor.Name), "origin", word(originWords, s.Anchor.Origin), "term", term, "revocation", revocation)
	}
	return wordTrustPlain.With("trust", trust, "term", term, "revocation", revocation)
}

// technical names format, level and algorithms.
func technical(s *sign.Signature) msg.Text {
	parts := []string{s.SubFilter}
	if s.Level != "" {
		parts = append(parts, "PAdES "+s.Level)
	}
	algorithm := strings.TrimSpace(s.Algorithm + " " + s.Digest)
	if algorithm != "" && s.KeyBits > 0 {
		algorithm += fmt.Sprintf(" (%d bit)", s.KeyBits)
	}
	if algorithm != "" {
		parts = append(parts, algorithm)
	}
	if s.DocMDP > 0 {
		parts = append(parts, fmt.Sprintf("DocMDP P=%d", s.DocMDP))
	}
	return wordAsIs.With("text", words.Clip(strings.Join(parts, ", ")))
}

// reasons lists what speaks against a signature, or everything that was noted
// where that was asked for.
func (p *textPrinter) reasons(s *sign.Signature) {
	all := s.Reasons
	if !p.verbose {
		all = speaking(s)
		if broken(s) != nil { // which is told with the integrity
			all = all[1:]
		}
		if s.Indication == sign.TotalPassed {
			all = nil
		}
	}
	for i, r := range all {
		label := labelReasons
		if i > 0 {
			label = msg.Message{}
		}
		if i == briefly && !p.verbose {
			p.b.Field(4, label, wordEllipsis.With("n", len(all)-i))
			return
		}
		p.b.Field(4, label, explained(s.Kind, r))
	}
}

// explained is a reason in words with its code, by which it can be looked up.
func explained(kind sign.Kind, r sign.Reason) msg.Text {
	return wordReason.With("what", words.ReasonFor(kind, r), "code", string(r.Code))
}
