package report

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
)

// TextOptions configure [NewText]. The zero value works.
type TextOptions struct {
	Lang    msg.Lang  // empty is Vietnamese
	Color   bool      // also colour severities and verdicts, which are always words as well
	Verbose bool      // also list dossiers with which everything is in order, remarks, repeated warnings, all files, and indicators by everything
	Infos   bool      // also list remarks
	By      []lint.By // also write the indicators by these
	Quiet   bool      // leave out the head, the indicators and the summary; what would only be counted there is listed
	Width   int       // columns of a line; 0 is 100, less than 60 is 60
}

// NewText returns a printer of text for people, grouped by dossier, errors first.
// A dossier that was checked in full without any finding is counted but not
// listed, unless the options ask for it. So are remarks, and dossiers of which
// there is nothing to say but a warning that stands above in the same words: what
// is the same everywhere must not bury what is not.
func NewText(w io.Writer, o TextOptions) Printer {
	if o.Verbose && o.By == nil {
		o.By = []lint.By{lint.ByUnit, lint.ByProcedure, lint.ByWeek}
	}
	return &textPrinter{w: w, o: o, width: max(cmp.Or(o.Width, 100), 60)}
}

type textPrinter struct {
	w     io.Writer
	o     TextOptions
	width int
	open  int // dossiers with something unchecked
	told  repeats

	b strings.Builder // the part that is being written

	fields func(label, value string) // takes the fields in place of b; may be nil
}

func (p *textPrinter) Begin(h lint.Head) error {
	if p.o.Quiet {
		return nil
	}
	p.line("%s", p.say(wordTitle.With("tool", h.ToolName, "version", h.ToolVersion)))
	p.basics(h)
	if h.Register != nil {
		p.register(h.Register)
	} else {
		p.field("", p.word(wordRegister), p.word(wordNoRegister))
	}
	p.beyond(h)
	if n := len(h.Ignored); n > 0 {
		shown := n
		if !p.o.Verbose {
			shown = min(n, 3)
		}
		files := array(h.Ignored[:shown], func(file string) string { return string(name(file)) })
		if shown < n {
			files = append(files, p.say(wordMore.With("n", n-shown)))
		}
		p.field("", p.word(wordIgnored), p.say(wordIgnoredAll.With("n", n, "files", whole(strings.Join(files, ", ")))))
	}
	return p.flush()
}

// basics says the day of the check, the anchors, and where revocation data may
// have come from.
func (p *textPrinter) basics(h lint.Head) {
	p.field("", p.word(wordDate), p.say(day.With("date", legalDay(h.AsOf))))
	p.anchors(h.Anchors)
	p.field("", p.word(wordRevocation), p.revocation(h))
	if h.Waivers != "" {
		p.field("", p.word(wordWaivers), string(name(h.Waivers)))
	}
	if h.Baseline != "" {
		p.field("", p.word(wordBaseline), string(name(h.Baseline)))
	}
	if h.Config != nil {
		p.config(h.Config, h.Rules)
	}
}

// config names the file of settings, and what it changes in how strictly is
// judged: nobody should take a report for a stricter one than it is.
func (p *textPrinter) config(c *lint.ConfigInfo, ran []string) {
	p.field("", p.word(wordConfig), p.say(wordConfigFile.With("path", name(c.File), "sha256", Fingerprint(c.SHA256[:min(len(c.SHA256), 16)]))))
	var changed []string
	for _, rule := range slices.Sorted(maps.Keys(c.Severities)) {
		changed = append(changed, p.say(wordSeverityOf.With("rule", rule, "severity", SeverityWord(c.Severities[rule]).With())))
	}
	if len(changed) > 0 {
		p.field("", "", p.say(wordSeverities.With("rules", strings.Join(changed, ", "))))
	}
	if len(c.Skipped) > 0 {
		p.field("", "", p.say(wordSkipped.With("n", len(c.Skipped), "rules", strings.Join(families(c.Skipped, ran), ", "))))
	}
}

// families puts a whole family, as scan/*, in the place of its rules where none
// of them ran.
func families(skipped, ran []string) (names []string) {
	for _, rule := range skipped {
		family, _, _ := strings.Cut(rule, "/")
		if !slices.ContainsFunc(ran, func(id string) bool { return strings.HasPrefix(id, family+"/") }) {
			rule = family + "/*"
		}
		if !slices.Contains(names, rule) {
			names = append(names, rule)
		}
	}
	return names
}

// anchors names what chains may end at. Those that are not built in stand there
// in full, each on its own, so that nobody trusts one without knowing.
func (p *textPrinter) anchors(all []lint.Anchor) {
	label := p.word(wordAnchors)
	var builtIn []string
	for _, a := range all {
		if a.Origin == lint.BuiltIn {
			builtIn = append(builtIn, a.Name)
		}
	}
	if len(builtIn) > 0 {
		p.field("", label, p.say(wordBuiltIn.With("names", strings.Join(builtIn, "; "))))
		label = ""
	}
	for _, a := range all {
		word := wordOwn
		switch a.Origin {
		case lint.BuiltIn:
			continue
		case lint.Pinned:
			word = wordPinned
		}
		p.field("", label, p.say(word.With("subject", a.Subject, "date", legalDay(a.NotAfter), "sha256", Fingerprint(a.SHA256), "source", name(a.Source))))
		label = ""
	}
	if len(all) == 0 {
		p.field("", label, p.word(wordNoAnchors))
	}
}

// Fingerprint writes a digest in groups, for people who compare it with another
// one.
func Fingerprint(digest string) string {
	var groups []string
	for group := range slices.Chunk([]byte(strings.ToUpper(digest)), 8) {
		groups = append(groups, string(group))
	}
	return strings.Join(groups, " ")
}

// revocation says where revocation data may have come from.
func (p *textPrinter) revocation(h lint.Head) string {
	switch {
	case h.Evidence == "" && h.Online:
		return p.word(wordOnline)
	case h.Evidence == "":
		return p.word(wordOffline)
	case h.Online:
		return p.say(wordOnlineBy.With("folder", name(h.Evidence)))
	}
	return p.say(wordOfflineBy.With("folder", name(h.Evidence)))
}

// beyond says what no rule looks at.
func (p *textPrinter) beyond(h lint.Head) {
	for i, t := range h.Unchecked {
		label := ""
		if i == 0 {
			label = p.word(wordBeyond)
		}
		p.field("", label, p.say(t))
	}
}

func (p *textPrinter) Result(r *lint.Result) error {
	unchecked := r.Unchecked()
	if unchecked {
		p.open++
	}
	findings := p.worthTelling(r.Findings)
	if !unchecked && !p.o.Verbose && p.nothingNew(findings) {
		return nil
	}
	p.line("")
	p.line("%s – %s", p.say(wordDossier.With("id", name(r.Dossier))), p.colored(verdictColor(r.Verdict), p.word(VerdictWord(r.Verdict))))
	if name := procedureText(r.Procedure, r.ProcedureName); name != "" {
		p.field("  ", p.word(wordProcedure), Inert(name))
	}
	if r.Unit != "" {
		p.field("  ", p.word(wordUnit), Inert(r.Unit))
	}
	if p.o.Verbose {
		for i, d := range r.Documents {
			label := ""
			if i == 0 {
				label = p.word(wordDocuments)
			}
			p.field("  ", label, string(name(d.Path)))
		}
	}
	p.findings(findings)
	if unchecked {
		p.unchecked(r)
	}
	return p.flush()
}

// procedureText names a procedure by name and code, as far as known.
func procedureText(code, name string) string {
	if name != "" && code != "" {
		return name + " (" + code + ")"
	}
	return name + code
}

// findings writes what was found. Findings that one deed mends, as two empty
// boxes on one page, share the lines that say it.
func (p *textPrinter) findings(all []lint.Finding) {
	again := make([]bool, len(all))
	for i := range all {
		again[i] = p.again(&all[i])
	}
	for i := range all {
		p.finding(&all[i])
		switch {
		case i+1 < len(all) && again[i] == again[i+1] && p.together(&all[i], &all[i+1]):
		case again[i]:
			p.field("    ", p.word(wordRule), p.say(wordAbove.With("rule", all[i].Rule)))
		default:
			p.advice(&all[i])
		}
	}
	for i := range all {
		p.told.add(p.key(&all[i]))
	}
}

// together reports whether two findings have the same cause and remedy.
func (p *textPrinter) together(a, b *lint.Finding) bool {
	return a.Rule == b.Rule && a.Severity == b.Severity && a.Place.File == b.Place.File &&
		a.Remedy.In(p.o.Lang) == b.Remedy.In(p.o.Lang) && slices.Equal(a.Basis, b.Basis)
}

// finding says what is wrong and where.
func (p *textPrinter) finding(f *lint.Finding) {
	word := p.word(SeverityWord(f.Severity))
	indent := "  "
	for i, l := range Wrap(p.say(f.Message), p.width-len(indent)-columns(word)-2) {
		if i == 0 {
			p.line("%s%s: %s", indent, p.colored(severityColor(f.Severity), word), l)
		} else {
			p.line("%s  %s", indent, l)
		}
	}
	if f.Waived != nil {
		p.field("    ", p.word(wordWaiver), WaiverText(f.Waived, p.o.Lang))
	}
	if f.Known {
		p.field("    ", p.word(wordWaiver), p.word(wordKnown))
	}
	if f.Place.File != "" {
		p.field("    ", p.word(wordFile), string(name(f.Place.File)))
	}
	if where := p.where(f.Place); where != "" {
		p.field("    ", p.word(wordWhere), where)
	}
}

// advice says what to do, by which clauses, and which rule says so.
func (p *textPrinter) advice(f *lint.Finding) {
	if !f.Remedy.IsZero() {
		p.field("    ", p.word(wordRemedy), p.say(f.Remedy))
	}
	if len(f.Basis) > 0 {
		p.field("    ", p.word(wordBasis), p.basis(f.Basis))
	}
	p.field("    ", p.word(wordRule), Inert(f.Rule))
}

// basis names the clauses, those of one instrument together.
func (p *textPrinter) basis(citations []law.Citation) string {
	var merged []law.Citation
	for _, c := range citations {
		if last := len(merged) - 1; last >= 0 && merged[last].Instrument == c.Instrument && c.Clause != "" && merged[last].Clause != "" {
			merged[last].Clause += ", " + c.Clause
		} else {
			merged = append(merged, c)
		}
	}
	parts := make([]string, len(merged))
	for i, c := range merged {
		parts[i] = Inert(p.o.Lang.Pick(c.String(), c.English()))
	}
	return strings.Join(parts, "; ")
}

// where says the place inside of a file in words.
func (p *textPrinter) where(at lint.Place) string {
	var parts []string
	if at.Page > 0 {
		parts = append(parts, p.say(wordPage.With("n", at.Page)))
	}
	if !at.Box.IsZero() && finite(at.Box.X, at.Box.Y, at.Box.W, at.Box.H) {
		parts = append(parts, p.say(wordBox.With("w", mm(at.Box.W), "h", mm(at.Box.H), "x", mm(at.Box.X), "y", mm(at.Box.Y))))
	}
	if at.Sheet != "" {
		parts = append(parts, p.say(wordSheet.With("name", name(at.Sheet))))
	}
	if at.Row > 0 {
		parts = append(parts, p.say(wordRow.With("n", at.Row)))
	}
	if at.Column > 0 {
		parts = append(parts, p.say(wordColumn.With("n", at.Column)))
	}
	return strings.Join(parts, ", ")
}

// mm rounds to what a ruler shows.
func mm(v float64) string { return fmt.Sprintf("%.0f", v) }

func (p *textPrinter) End(s lint.Summary) error {
	if len(s.Settings) > 0 {
		p.line("")
		p.line("%s", p.word(wordSettings))
		p.findings(s.Settings)
	}
	if !p.o.Quiet {
		p.summary(s)
	}
	if s.Interrupted {
		p.line("")
		p.line("%s", p.word(wordInterrupted))
	}
	return p.flush()
}

// summary counts what stands above, and says the indicators.
func (p *textPrinter) summary(s lint.Summary) {
	p.line("")
	p.line("%s", p.word(wordSummary))
	p.item("", p.say(wordCounts.With("n", s.Dossiers, "accepted", s.Accepted, "rejected", s.Rejected, "undetermined", s.Undetermined)))
	p.item("", p.say(wordFindings.With("errors", s.Findings[lint.Error], "warnings", s.Findings[lint.Warning], "infos", s.Findings[lint.Info])))
	if s.Waived > 0 {
		p.item("", p.say(wordWaived.With("n", s.Waived)))
	}
	if s.Known > 0 {
		p.item("", p.say(wordKnownAll.With("n", s.Known)))
	}
	if p.told.infos > 0 {
		p.item("", p.say(wordInfos.With("n", p.told.infos)))
	}
	if p.told.dossiers > 0 {
		p.item("", p.say(wordAlike.With("n", p.told.dossiers, "rules", strings.Join(p.told.rules, ", "))))
	}
	if p.open > 0 {
		p.item("", p.say(wordOpen.With("n", p.open)))
	}
	if s.Unreadable > 0 {
		p.item("", p.say(wordUnreadable.With("n", s.Unreadable)))
	}
	if j := s.Join; !j.IsZero() {
		p.join(j)
	}
	p.rates(s.Rates)
}

// say renders a text in the language of the report, inert and with the blanks of
// names held.
func (p *textPrinter) say(t msg.Text) string { return inertHeld(hold(t).In(p.o.Lang)) }

func (p *textPrinter) word(m msg.Message) string { return p.say(msg.Text{Message: m}) }

func (p *textPrinter) line(format string, args ...any) {
	fmt.Fprintf(&p.b, format, args...)
	p.b.WriteByte('\n')
}

// field writes a label and, beside it, its value, wrapped.
func (p *textPrinter) field(indent, label, value string) {
	if p.fields != nil {
		p.fields(label, value)
		return
	}
	column := 16 - len(indent)
	for i, l := range Wrap(value, p.width-len(indent)-column) {
		if i > 0 {
			label = ""
		}
		p.line("%s%s%s%s", indent, label, strings.Repeat(" ", max(column-columns(label), 1)), l)
	}
}

// item writes one point of a list, wrapped.
func (p *textPrinter) item(indent, value string) {
	mark := "- "
	for _, l := range Wrap(value, p.width-len(indent)-len(mark)) {
		p.line("%s%s%s", indent, mark, l)
		mark = "  "
	}
}

// flush writes what was collected in one piece.
func (p *textPrinter) flush() error {
	_, err := p.w.Write(p.take())
	return err
}

// take returns what was collected.
func (p *textPrinter) take() []byte {
	text := released(p.b.String())
	p.b.Reset()
	return []byte(text)
}
