package html

import (
	"slices"
	"strconv"
	"strings"

	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/report"
)

// dossierView is the section of one dossier. Numbers stand for the filter: of
// the unit, the procedure and the rules among those of the page.
type dossierView struct {
	W               map[string]string
	N               int
	ID              string
	Verdict         lint.Verdict
	VerdictWord     string
	Unit, Procedure string
	U, P            int
	Rules           string
	Severity        int // the highest among the findings
	Counts          []countView
	Files           []fileView
	Findings        []*findingView
	Unchecked       []string
	Pictures        []pictureView
	Bare            bool // there was no room for its pictures
}

type countView struct {
	Class string
	Text  string
}

type fileView struct {
	Path, Role, Size string
}

// findingView is what one deed mends: several boxes of a page may be empty.
type findingView struct {
	Class, Word string
	Says        []sayView
	Files       []string
	Remedy      string
	Basis       string
	Rule, Title string
	group       []*lint.Finding // the first of them, with what is alike
}

type sayView struct {
	Message, Where string
	Standing       []string // why it does not count
}

func (p *printer) dossierView(r *lint.Result) *dossierView {
	v := &dossierView{
		W: p.words, N: p.results, ID: report.SubjectText(r, p.o.Lang), Verdict: r.Verdict, VerdictWord: p.say.word(verdictWord(r.Verdict)),
		Unit: report.Inert(r.Unit), Procedure: report.ProcedureText(r),
		U: p.units.add(r.Unit, r.Verdict), P: p.procedures.add(report.ProcedureText(r), r.Verdict),
		Severity: int(worst(r)),
	}
	v.Rules = numbers(p.rules.addFindings(r))
	v.Counts = p.countViews(r)
	for i := range r.Documents {
		d := &r.Documents[i]
		v.Files = append(v.Files, fileView{report.Inert(d.Path), p.say.word(roleWord(d.Role)), p.say.text(sizeText(d.Size))})
	}
	v.Findings = p.findingViews(r.Findings, r.Documents)
	for _, why := range report.Reasons(r, p.o.Lang) {
		text := why.Because
		if len(why.Subjects) > 0 {
			text += " (" + strings.Join(why.Subjects, ", ") + ")"
		}
		if len(why.Rules) > 0 {
			text += " [" + strings.Join(why.Rules, ", ") + "]"
		}
		v.Unchecked = append(v.Unchecked, text)
	}
	p.addPictures(v, r)
	return v
}

// worst is the highest severity of what is not waived.
func worst(r *lint.Result) (worst lint.Severity) {
	for i := range r.Findings {
		if f := &r.Findings[i]; f.Waived == nil {
			worst = max(worst, f.Severity)
		}
	}
	return worst
}

// countViews counts the findings by severity, in words.
func (p *printer) countViews(r *lint.Result) (all []countView) {
	counts := map[lint.Severity]int{}
	for i := range r.Findings {
		if r.Findings[i].Waived == nil {
			counts[r.Findings[i].Severity]++
		}
	}
	for _, s := range []lint.Severity{lint.Error, lint.Warning, lint.Info} {
		if n := counts[s]; n > 0 {
			all = append(all, countView{s.String(), p.say.text(countWord(s).With("n", n))})
		}
	}
	return all
}

// findingViews lists the findings, the heaviest first and else in their order,
// those that one deed mends together.
func (p *printer) findingViews(all []lint.Finding, documents []lint.DocumentInfo) (views []*findingView) {
	all = slices.Clone(all)
	slices.SortStableFunc(all, func(a, b lint.Finding) int { return int(b.Severity) - int(a.Severity) })
	place := report.NewBlock(report.TextOptions{Lang: p.o.Lang})
	for _, group := range report.Alike(all, p.o.Lang) {
		f := group[0]
		said := sayView{p.say.text(f.Message), place.Place(f.Place), report.Standing(f, p.o.Lang)}
		if n := len(views); n > 0 && report.Together(views[n-1].group, group, p.o.Lang) {
			views[n-1].Says = append(views[n-1].Says, said)
			continue
		}
		views = append(views, &findingView{
			Class: f.Severity.String(), Word: p.say.word(report.SeverityWord(f.Severity)), Says: []sayView{said},
			Files: filesOf(group, documents), Remedy: p.say.text(f.Remedy), Basis: report.Basis(f.Basis, p.o.Lang),
			Rule: report.Inert(f.Rule), Title: p.titles[f.Rule], group: group,
		})
	}
	return views
}

// filesOf names the files of findings, unless it is the only one of the dossier,
// which stands above.
func filesOf(group []*lint.Finding, documents []lint.DocumentInfo) (files []string) {
	for _, f := range group {
		if f.Place.File != "" && (len(documents) != 1 || f.Place.File != documents[0].Path) {
			files = append(files, report.Inert(f.Place.File))
		}
	}
	return files
}

func numbers(all []int) string {
	words := make([]string, len(all))
	for i, n := range all {
		words[i] = strconv.Itoa(n)
	}
	return strings.Join(words, " ")
}
