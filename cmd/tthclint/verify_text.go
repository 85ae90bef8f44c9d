package main

import (
	"crypto/x509"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/tthclint/tthclint/pkg/evidence"
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
	title := wordVerifyFile
	if v.folder {
		title = wordVerifyFolder
	}
	p.b.Heading(0, title.With("file", v.file), verdict, verdictWord(verdict).With())
	var findings []lint.Finding
	if v.found != nil {
		findings = v.found.Result.Findings
	}
	if v.fault != nil && len(findings) == 0 { // which say the same, and more
		p.b.Line(2, wordVerifyError.With("what", v.fault.what))
		p.b.Field(2, labelRemedy, v.fault.remedy)
	}
	rep := v.report()
	if rep != nil {
		p.report(rep, v.found.Sizes, faulty(findings))
	}
	p.b.Findings(told(findings, rep))
	if v.found != nil && v.fault == nil {
		p.unchecked(openOutcomes(v.found.Result))
	}
	return p.flush()
}

// unchecked tells what could not be checked of the file above.
func (p *verifyText) unchecked(open []lint.Outcome) {
	for i := range open {
		open[i].Subject = ""
	}
	if len(open) > 0 {
		p.b.Unchecked(&lint.Result{Verdict: lint.Undetermined, Outcomes: open})
	}
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

// many is the number of signatures of a file beyond which only the main points
// of each are told, unless all was asked for.
const many = 10

// report tells of every signature of a file, and of what may be taken for one.
// failed are the numbers of those that an error is about.
func (p *verifyText) report(rep *sign.Report, sizes []evidence.Size, failed map[int]bool) {
	stamps := 0
	for i := range rep.Signatures {
		if rep.Signatures[i].Kind == sign.KindTimestamp {
			stamps++
		}
	}
	held := wordSignatures.With("n", len(rep.Signatures)-stamps)
	switch {
	case len(rep.Signatures) == 0:
		held = wordVerifyNone.With()
	case stamps == len(rep.Signatures):
		held = wordListed.With("a", wordTimestamps.With("n", stamps), "b", wordVerifyNone.With())
	case stamps > 0:
		held = wordListed.With("a", held, "b", wordTimestamps.With("n", stamps))
	}
	p.b.Field(2, labelHolds, wordVerifyHolds.With("signatures", held, "pages", rep.Pages, "revisions", rep.Revisions))
	if len(rep.Signatures) > many && !p.verbose {
		p.b.Line(2, wordBrief.With())
	}
	for i := range rep.Signatures {
		p.signature(i+1, &rep.Signatures[i], rep, sizes, failed[i+1])
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
	p.few(len(rep.Reasons), func(i int) { p.b.Item(2, explained(sign.KindSignature, rep.Reasons[i])) })
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

func (p *verifyText) signature(n int, s *sign.Signature, rep *sign.Report, sizes []evidence.Size, failed bool) {
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

// issuedText says who issued a certificate, and its term: with the hours where
// it begins and ends on one day.
func issuedText(c *x509.Certificate) msg.Text {
	issuer := c.Issuer.CommonName
	if issuer == "" {
		issuer = sign.DistinguishedName(c.Issuer)
	}
	from, to := dayOf(c.NotBefore), dayOf(c.NotAfter)
	if from.Equal(to) {
		from, to = c.NotBefore.In(law.Vietnam()), c.NotAfter.In(law.Vietnam())
	}
	return wordIssued.With("issuer", words.Clip(issuer), "serial", words.Clip(serial(c)), "from", from, "to", to)
}

// subText says a sub-indication in words.
func subText(s *sign.Signature) msg.Text {
	if m, ok := trustSubWords[s.Trust]; ok && s.Sub == sign.SubNoCertificateChain {
		return m.With()
	}
	return word(subWords, s.Sub)
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
	units = slices.DeleteFunc(units, func(unit string) bool { return unit == "" || unit == s.Signer.Subject.CommonName })
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
				why = words.ReasonFor(sign.KindTimestamp, r)
				break
			}
		}
		t = wordAnd.With("a", t, "b", wordBadTimestamp.With("time", ts.Time.In(law.Vietnam()), "authority", words.Clip(signerName(ts.Authority)), "why", why))
	}
	return t
}

// because adds the reason why a signature is not intact.
func because(what msg.Text, s *sign.Signature) msg.Text {
	if r := broken(s); r != nil {
		return wordBecause.With("what", what, "why", words.ReasonFor(s.Kind, *r))
	}
	return what
}

// broken is the reason why a signature is not intact; nil for one that is.
func broken(s *sign.Signature) *sign.Reason {
	if s.Integrity == sign.Intact {
		return nil
	}
	reasons := speaking(s)
	if len(reasons) == 0 {
		return nil
	}
	return &reasons[0]
}

// changes says what came after signing, object by object.
func (p *verifyText) changes(s *sign.Signature) {
	if unjudged(s) {
		p.b.Field(4, labelChanges, wordUnjudged.With())
		return
	}
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
	if n := len(s.ChangeList); n > briefly && s.Permitted != nil && *s.Permitted && !p.verbose {
		p.b.Field(4, labelChanges, wordAllChanges.With("changes", class, "n", n)) // which ones matters to nobody
		return
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

// unjudged tells whether nothing that came after signing was looked at: it is
// not known what was signed.
func unjudged(s *sign.Signature) bool {
	return s.Changes == sign.ChangesOther && s.Permitted == nil && len(s.ChangeList) == 0 &&
		(s.Coverage == sign.Incoherent || s.Coverage == sign.Partial)
}

// overlaps warns, also where a signature passes, of what a reader may be misled
// by: annotations laid over what was there when it was signed, a signature most of
// all, and fields that show something else than they hold.
func (p *verifyText) overlaps(s *sign.Signature, rep *sign.Report) {
	for _, r := range s.Reasons {
		if r.Code == sign.CodeValueNotShown {
			p.b.Field(4, labelWarning, words.Reason(r))
		}
		if r.Code != sign.CodeAnnotationOverlap || len(r.Args) < 2 {
			continue
		}
		page, field := r.Args[0], words.Clip(r.Args[1])
		signed := func(o sign.Signature) bool {
			return field != "" && (o.Field == r.Args[1] || slices.Contains(o.Fields, r.Args[1]))
		}
		if slices.ContainsFunc(rep.Signatures, signed) {
			p.b.Field(4, labelWarning, wordOverlaps.With("page", page, "field", field))
			continue
		}
		where := any("")
		if field != "" {
			where = wordInField.With("field", field)
		}
		p.b.Field(4, labelNote, wordOverlapsNote.With("page", page, "where", where))
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
	switch c.Code {
	case sign.CodeUpdateDoubtful: // the place is known by the object
		what = wordDoubtful.With()
	case sign.CodeUnreachable:
		what = wordOrphan.With()
	}
	t := wordChange.With("action", action, "object", object, "where", where, "what", what)
	if c.Object == 0 && (c.Code == sign.CodeStructureUpdated || c.Code == sign.CodeCatalogUpdated) {
		t = wordRewritten.With()
	}
	if c.Revision > 0 {
		t = wordInRevision.With("n", c.Revision, "change", t)
	}
	return t
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

// place says where a signature is shown and what it shows.
func (p *verifyText) place(s *sign.Signature, sizes []evidence.Size, brief bool) {
	var where any = wordInvisible.With()
	switch {
	case s.Page > 0 && offPage(s, sizes):
		where = wordOffPage.With("n", s.Page)
	case s.Visible() && (s.Box.W < visible || s.Box.H < visible):
		where = wordTooSmall.With("n", s.Page)
	case s.Visible():
		where = p.b.Place(lint.Place{Page: s.Page, Box: boxOf(s.Box)})
	}
	if s.Field == "" {
		p.b.Field(4, labelPlace, textOther.With("error", where))
	} else {
		p.b.Field(4, labelPlace, wordInFieldAt.With("field", words.Clip(s.Field), "where", where))
	}
	if a := s.Appearance; a != nil && a.Text != "" && !brief {
		p.b.Field(4, labelShows, wordShows.With("text", words.Clip(strings.Join(strings.Fields(a.Text), " "))))
	}
}

// visible is how wide and high, in mm, a box is at least that anybody can see.
const visible = 0.5

// offPage reports whether nothing of a signature's box lies on its page.
func offPage(s *sign.Signature, sizes []evidence.Size) bool {
	b := s.Box
	if b.W <= 0 || b.H <= 0 {
		return false // which is how signatures that are not shown are made
	}
	if b.X+b.W <= 0 || b.Y+b.H <= 0 {
		return true
	}
	if s.Page > len(sizes) {
		return false
	}
	size := sizes[s.Page-1]
	return b.X >= size.W || b.Y >= size.H
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
