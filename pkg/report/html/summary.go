package html

import (
	"cmp"
	"html/template"
	"math"

	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/report"
)

// headView is what stands before the first dossier.
type headView struct {
	W            map[string]string
	Lang, Policy string
	Style        template.CSS
	Made         string
}

func (p *printer) headView() *headView {
	year, month, day := p.head.AsOf.In(law.Vietnam()).Date()
	return &headView{
		W: p.words, Lang: p.o.Lang.Pick("vi", "en"), Policy: policy(), Style: template.CSS(style),
		Made: p.say.text(wordMade.With("tool", p.head.ToolName, "version", p.head.ToolVersion, "date", law.Date(year, month, day))),
	}
}

// summaryView is what stands behind the last dossier and is shown first.
type summaryView struct {
	W           map[string]string
	Verdicts    []verdictView
	Counts      []countView
	Notes       []string
	Findings    []*findingView // about the settings of the run
	Rates       []rateView
	Tables      []tableView
	Rules       []ruleView
	MoreRules   string
	UnitList    []choice
	ProcList    []choice
	RuleList    []choice
	Basis       []report.Line
	Script      template.JS
	DossierText string
}

type verdictView struct {
	Verdict lint.Verdict
	Word    string
	N       int
	Share   float64 // percent
}

// tableView counts dossiers by unit or procedure.
type tableView struct {
	Title, Column, Select string
	Rows                  []rowView
	More                  string
}

type rowView struct {
	*tallied
	Name string
	// Parts of the bar in percent.
	Rejected100, Undetermined100, AcceptedFrom, Accepted100 float64
}

type ruleView struct {
	*tallied
	ID, Title   string
	Class, Word string
}

type choice struct {
	N    int
	Text string
	Of   int
}

// maxRows bounds the rows of a table of the summary.
const maxRows = 100

func (p *printer) summaryView(s lint.Summary) *summaryView {
	v := &summaryView{
		W: p.words, Basis: report.HeadLines(p.head, p.o.Lang), Script: template.JS(script),
		DossierText: p.say.text(wordDossiers.With("n", s.Dossiers)),
		Verdicts: []verdictView{
			{lint.Rejected, p.words["rejected"], s.Rejected, percent(s.Rejected, s.Dossiers)},
			{lint.Undetermined, p.words["open"], s.Undetermined, percent(s.Undetermined, s.Dossiers)},
			{lint.Accepted, p.words["accepted"], s.Accepted, percent(s.Accepted, s.Dossiers)},
		},
	}
	for _, severity := range []lint.Severity{lint.Error, lint.Warning, lint.Info} {
		v.Counts = append(v.Counts, countView{severity.String(), p.say.text(countWord(severity).With("n", s.Findings[severity]))})
	}
	v.Notes, v.Findings = p.notes(s), p.findingViews(s.Settings, nil)
	for i := range s.Rates {
		v.Rates = append(v.Rates, p.rateView(&s.Rates[i]))
	}
	v.Tables = []tableView{
		p.table(p.units, "byUnit", "unit", lint.ByUnit),
		p.table(p.procedures, "byProcedure", "procedure", lint.ByProcedure),
	}
	worst := p.rules.worst()
	for _, row := range worst[:min(len(worst), maxRows)] {
		v.Rules = append(v.Rules, ruleView{row, report.Inert(row.Name), p.titles[row.Name], row.Severity.String(), p.say.word(report.SeverityWord(row.Severity))})
	}
	v.MoreRules = p.more(len(worst))
	v.UnitList, v.ProcList, v.RuleList = p.choices(p.units, p.unknown(lint.ByUnit)), p.choices(p.procedures, p.unknown(lint.ByProcedure)), p.choices(p.rules, "")
	return v
}

func (p *printer) notes(s lint.Summary) (notes []string) {
	if p.open > 0 {
		notes = append(notes, p.say.text(wordOpen.With("n", p.open)))
	}
	if s.Waived > 0 {
		notes = append(notes, p.say.text(wordWaived.With("n", s.Waived)))
	}
	if s.Known > 0 {
		notes = append(notes, p.say.text(wordKnown.With("n", s.Known)))
	}
	if s.Unreadable > 0 {
		notes = append(notes, p.say.text(wordUnread.With("n", s.Unreadable)))
	}
	if bare := p.bareText(); bare != "" {
		notes = append(notes, bare)
	}
	return notes
}

func (p *printer) table(t *tally, title, column string, by lint.By) tableView {
	v := tableView{Title: p.words[title], Column: p.words[column], Select: column}
	worst := t.worst()
	for _, row := range worst[:min(len(worst), maxRows)] {
		v.Rows = append(v.Rows, rowView{
			tallied: row, Name: cmp.Or(report.Inert(row.Name), p.unknown(by)),
			Rejected100: percent(row.Rejected, row.Dossiers), Undetermined100: percent(row.Undetermined, row.Dossiers),
			AcceptedFrom: percent(row.Rejected+row.Undetermined, row.Dossiers), Accepted100: percent(row.Accepted, row.Dossiers),
		})
	}
	v.More = p.more(len(worst))
	return v
}

func (p *printer) more(rows int) string {
	if rows <= maxRows {
		return ""
	}
	return p.say.text(wordMoreRows.With("n", rows-maxRows))
}

func (p *printer) unknown(by lint.By) string { return p.say.word(report.UnknownWord(by)) }

// choices are the options of a filter. unknown stands for an empty name.
func (p *printer) choices(t *tally, unknown string) (all []choice) {
	for _, row := range t.byName() {
		all = append(all, choice{row.N, cmp.Or(report.Inert(row.Name), unknown), row.Dossiers})
	}
	return all
}

// percent is a share in percent with one decimal; 0 of nothing.
func percent(n, of int) float64 {
	if of <= 0 {
		return 0
	}
	return math.Round(1000*float64(n)/float64(of)) / 10
}
