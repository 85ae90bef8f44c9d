package main

import (
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/report"
	"github.com/tthclint/tthclint/pkg/sign"
	"github.com/tthclint/tthclint/pkg/sign/words"
)

// verifyText prints answers for people: for each file a block, in it one for
// each signature with its separate answers, then what the rules say about it.
type verifyText struct {
	w       io.Writer
	b       *report.Block
	lang    msg.Lang
	verbose bool
}

// briefly bounds the lists of a text that was not asked for all of it.
const briefly = 5

func (p *verifyText) begin(h lint.Head) error {
	p.b.Head(wordVerifyTitle.With("tool", h.ToolName, "version", h.ToolVersion), h)
	return p.flush()
}

func (p *verifyText) end(t *verifyTally) error {
	p.b.Blank()
	if t.files > 1 {
		p.b.Line(0, wordVerifyTotal.With(
			"n", t.files, "accepted", t.verdicts[lint.Accepted], "rejected", t.verdicts[lint.Rejected], "undetermined", t.verdicts[lint.Undetermined],
		))
	}
	p.b.Line(0, wordPreCheck.With())
	return p.flush()
}

func (p *verifyText) flush() error {
	_, err := p.w.Write(p.b.Bytes())
	return err
}

func (p *verifyText) file(v *verified) error {
	verdict := v.verdict()
	p.b.Blank()
	p.b.Heading(0, wordVerifyFile.With("file", v.file), verdict, verdictWord(verdict).With())
	if v.fault != nil {
		p.b.Line(2, wordVerifyError.With("what", v.fault.what))
		if v.found == nil || len(v.found.Result.Findings) == 0 {
			p.b.Field(2, labelRemedy, v.fault.remedy)
		}
	}
	if rep := v.report(); rep != nil {
		p.report(rep)
	}
	if v.found != nil {
		p.b.Findings(v.found.Result.Findings)
		if v.fault == nil {
			p.b.Unchecked(v.found.Result)
		}
	}
	return p.flush()
}

func verdictWord(v lint.Verdict) msg.Message {
	switch v {
	case lint.Accepted:
		return wordAccepted
	case lint.Rejected:
		return wordRejected
	}
	return wordUndetermined
}

func (p *verifyText) report(rep *sign.Report) {
	stamps := 0
	for i := range rep.Signatures {
		if rep.Signatures[i].Kind == sign.KindTimestamp {
			stamps++
		}
	}
	p.b.Field(2, labelHolds, wordVerifyHolds.With(
		"signatures", len(rep.Signatures)-stamps, "timestamps", stamps, "pages", rep.Pages, "revisions", rep.Revisions,
	))
	if len(rep.Signatures) == 0 {
		p.b.Line(2, wordVerifyNone.With())
	}
	for i := range rep.Signatures {
		p.signature(i+1, &rep.Signatures[i])
	}
	p.few(len(rep.UnsignedFields), func(i int) {
		f := &rep.UnsignedFields[i]
		var where any = ""
		if f.Page > 0 {
			where = wordOnPage.With("n", f.Page)
		}
		p.b.Item(2, wordUnsigned.With("field", words.Clip(f.Field), "where", where))
	})
	p.few(len(rep.Marks), func(i int) {
		m := &rep.Marks[i]
		var text any = ""
		if m.Text != "" {
			text = wordMarkText.With("text", words.Clip(m.Text))
		}
		p.b.Item(2, wordMark.With("kind", markWord(m.Kind), "where", p.b.Place(lint.Place{Page: m.Page, Box: boxOf(m.Box)}), "text", text))
	})
	p.few(len(rep.Reasons), func(i int) { p.b.Item(2, explained(rep.Reasons[i])) })
}

// few writes the items of a list, all of them only where that was asked for.
func (p *verifyText) few(n int, item func(i int)) {
	for i := range n {
		if i == briefly && !p.verbose {
			p.b.Item(2, wordEllipsis.With("n", n-i))
			return
		}
		item(i)
	}
}

func markWord(kind string) any {
	if m, ok := markWords[kind]; ok {
		return m.With()
	}
	return kind
}

func (p *verifyText) signature(n int, s *sign.Signature) {
	title := wordSignature
	if s.Kind == sign.KindTimestamp {
		title = wordTimestamp
	}
	var who any = wordNoSigner.With()
	if name := signerName(s.Signer); name != "" {
		who = words.Clip(name)
	}
	p.b.Heading(2, title.With("n", n, "signer", who), verdictOf(s.Indication), indicationWords[s.Indication].With())
	if s.Sub != sign.SubNone {
		p.b.Field(4, labelVerdict, wordSub.With("words", word(subWords, s.Sub), "code", string(s.Sub)))
	}
	if s.Kind == sign.KindSignature {
		p.b.Field(4, labelSigner, signerText(s))
	}
	p.b.Field(4, labelTime, p.timeText(s))
	p.b.Field(4, labelIntegrity, because(word(integrityWords, s.Integrity), s))
	coverage := word(coverageWords, s.Coverage)
	if s.Removed {
		coverage = wordAnd.With("a", coverage, "b", wordRemoved.With())
	}
	p.b.Field(4, labelCoverage, coverage)
	p.changes(s)
	p.b.Field(4, labelTrust, trustText(s))
	if c := s.Signer; c != nil {
		issuer := c.Issuer.CommonName
		if issuer == "" {
			issuer = sign.DistinguishedName(c.Issuer)
		}
		p.b.Field(4, msg.Message{}, wordIssued.With(
			"issuer", words.Clip(issuer), "serial", words.Clip(serial(c)), "from", dayOf(c.NotBefore), "to", dayOf(c.NotAfter),
		))
	}
	p.place(s)
	p.b.Field(4, labelTechnical, technical(s))
	p.reasons(s)
}

// dayOf is the day in Vietnam of an instant.
func dayOf(t time.Time) time.Time { return law.Date(t.In(law.Vietnam()).Date()) }

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
	return textOther.With("error", string(key))
}

// signerText says who the signer is besides the name: role, and the units that
// the certificate names, the nearest first.
func signerText(s *sign.Signature) msg.Text {
	role := word(roleWords, s.Role)
	if s.Signer == nil {
		return role
	}
	units := append(append([]string{}, s.Signer.Subject.OrganizationalUnit...), s.Signer.Subject.Organization...)
	if len(units) == 0 {
		return role
	}
	return wordWithRole.With("role", role, "organisation", words.Clip(strings.Join(units, ", ")))
}

func (p *verifyText) timeText(s *sign.Signature) msg.Text {
	claimed, proven := s.Claimed.In(law.Vietnam()), s.Proven.In(law.Vietnam())
	var t msg.Text
	switch {
	case !s.Proven.IsZero() && !s.Claimed.IsZero() && !s.Claimed.Equal(s.Proven):
		t = wordProvenClaimed.With("time", proven, "claimed", claimed)
	case !s.Proven.IsZero():
		t = wordProven.With("time", proven)
	case !s.Claimed.IsZero() && s.Kind == sign.KindTimestamp:
		t = wordStampTime.With("time", claimed)
	case !s.Claimed.IsZero():
		t = wordClaimed.With("time", claimed)
	default:
		t = wordNoTime.With()
	}
	if ts := s.Timestamp; ts != nil && s.Proven.IsZero() {
		why := word(trustWords, ts.Trust)
		for _, r := range ts.Reasons {
			if ts.Integrity != sign.Intact || ts.Trust == sign.Trusted {
				why = words.Reason(r)
				break
			}
		}
		t = wordAnd.With("a", t, "b", wordBadTimestamp.With("time", ts.Time.In(law.Vietnam()), "authority", words.Clip(signerName(ts.Authority)), "why", why))
	}
	return t
}

// because adds the reason why a signature is not intact.
func because(what msg.Text, s *sign.Signature) msg.Text {
	if r := decisive(s); r != nil {
		return wordBecause.With("what", what, "why", words.Reason(*r))
	}
	return what
}

// decisive is the reason why a signature is not intact; nil for one that is.
func decisive(s *sign.Signature) *sign.Reason {
	for i := range s.Reasons {
		if s.Integrity != sign.Intact && !saidElsewhere(s.Reasons[i].Code) {
			return &s.Reasons[i]
		}
	}
	return nil
}

// saidElsewhere reports whether a code only repeats one of the separate answers,
// which have their own lines.
func saidElsewhere(c sign.Code) bool {
	switch c {
	case sign.CodeNoAnchor, sign.CodeTimeUnproven, sign.CodeTimeMissing, sign.CodeRevocationUnknown, sign.CodeChanged,
		sign.CodeRemoved, sign.CodeSelfSigned:
		return true
	}
	return false
}

// changes says what came after signing, object by object.
func (p *verifyText) changes(s *sign.Signature) {
	class := words.Changes(s.Changes)
	switch {
	case s.Changes == sign.ChangesNone:
	case s.Permitted == nil:
		class = wordMaybe.With("changes", class)
	case *s.Permitted:
		class = wordPermitted.With("changes", class)
	default:
		class = wordNotPermitted.With("changes", class)
	}
	p.b.Field(4, labelChanges, class)
	for i := range s.ChangeList {
		if i == briefly && !p.verbose {
			p.b.Item(16, wordMoreChanges.With("n", len(s.ChangeList)-i))
			return
		}
		c := &s.ChangeList[i]
		t := changeText(c)
		if p.verbose && c.Detail != "" {
			t = wordReason.With("what", t, "code", words.Clip(c.Detail))
		}
		p.b.Item(16, t)
	}
}

// changeText says what an update did to which object, and where that shows.
func changeText(c *sign.Change) msg.Text {
	action := wordChangeAction.With()
	if m, ok := actionWords[c.Action]; ok {
		action = m.With()
	}
	object := wordTrailer.With()
	if c.Object > 0 {
		object = wordObject.With("n", c.Object)
	}
	var where any = ""
	if c.Page > 0 {
		where = wordOnPage.With("n", c.Page)
	}
	if c.Field != "" {
		where = wordBothPlaces.With("a", where, "b", wordInField.With("field", words.Clip(c.Field)))
	}
	what := words.Reason(sign.Reason{Code: c.Code})
	if c.Code == sign.CodeUpdateDoubtful { // the place is known by the object
		what = wordDoubtful.With()
	}
	t := wordChange.With("action", action, "object", object, "where", where, "what", what)
	if c.Revision > 0 {
		t = wordInRevision.With("n", c.Revision, "change", t)
	}
	return t
}

func trustText(s *sign.Signature) msg.Text {
	trust, term, revocation := word(trustWords, s.Trust), word(termWords, s.Term), word(revocationWords, s.Revocation)
	switch {
	case s.Signer == nil:
		return trust
	case s.Anchor != nil:
		return wordTrustAnchor.With("trust", trust, "anchor", words.Clip(s.Anchor.Name), "origin", word(originWords, s.Anchor.Origin), "term", term, "revocation", revocation)
	}
	return wordTrustPlain.With("trust", trust, "term", term, "revocation", revocation)
}

// place says where a signature is shown and what it shows.
func (p *verifyText) place(s *sign.Signature) {
	var where any = wordInvisible.With()
	if s.Visible() {
		where = p.b.Place(lint.Place{Page: s.Page, Box: boxOf(s.Box)})
	}
	if s.Field == "" {
		p.b.Field(4, labelPlace, textOther.With("error", where))
	} else {
		p.b.Field(4, labelPlace, wordInFieldAt.With("field", words.Clip(s.Field), "where", where))
	}
	if a := s.Appearance; a != nil && a.Text != "" {
		p.b.Field(4, labelShows, wordShows.With("text", words.Clip(strings.Join(strings.Fields(a.Text), " "))))
	}
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
	return textOther.With("error", words.Clip(strings.Join(parts, ", ")))
}

// reasons lists what speaks against a signature, or everything that was noted
// where that was asked for.
func (p *verifyText) reasons(s *sign.Signature) {
	var all []sign.Reason
	said := decisive(s)
	for i, r := range s.Reasons {
		if p.verbose || s.Indication != sign.TotalPassed && !saidElsewhere(r.Code) && &s.Reasons[i] != said {
			all = append(all, r)
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
		p.b.Field(4, label, explained(r))
	}
}

// explained is a reason in words with its code, by which it can be looked up.
func explained(r sign.Reason) msg.Text {
	return wordReason.With("what", words.Reason(r), "code", string(r.Code))
}
