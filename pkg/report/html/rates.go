package html

import (
	"slices"
	"strings"

	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/report"
)

// rateView is an indicator in words and as a bar, and behind it the same by
// unit, procedure and week.
type rateView struct {
	Text    string
	Bar     barView
	Groups  []groupsView
	Failing string
}

// barView is a share with its target, in percent.
type barView struct {
	Class  string // reached, short, undecided, untargeted or unknown
	Share  float64
	Target float64 // 0: none
}

type groupsView struct {
	Title string
	Rows  []groupView
	More  string
}

type groupView struct {
	Name, Text string
	Bar        barView
}

func (p *printer) rateView(r *lint.Rate) rateView {
	v := rateView{Text: report.RateText(*r, p.o.Lang), Bar: barOf(&r.Counts, r.Target), Failing: p.failing(&r.Counts)}
	for _, by := range []struct {
		by    lint.By
		title string
	}{{lint.ByUnit, "byUnit"}, {lint.ByProcedure, "byProcedure"}, {lint.ByWeek, "byWeek"}} {
		if g := p.groupsView(r, by.by, p.words[by.title]); len(g.Rows) > 1 {
			v.Groups = append(v.Groups, g)
		}
	}
	return v
}

// groupsView lists the groups that have a share. There are as many rows as in
// other tables, of weeks the last ones.
func (p *printer) groupsView(r *lint.Rate, by lint.By, title string) groupsView {
	v := groupsView{Title: title}
	for i := range r.Groups {
		g := &r.Groups[i]
		if g.By == by && g.Judged() {
			v.Rows = append(v.Rows, groupView{report.GroupText(g, p.o.Lang), report.CountsText(&g.Counts, r.Target, p.o.Lang), barOf(&g.Counts, r.Target)})
		}
	}
	v.More = p.more(len(v.Rows))
	switch over := len(v.Rows) - maxRows; {
	case over > 0 && by == lint.ByWeek:
		v.Rows = v.Rows[over:]
	case over > 0:
		slices.SortStableFunc(v.Rows, func(a, b groupView) int { return int(a.Bar.Share*100) - int(b.Bar.Share*100) })
		v.Rows = v.Rows[:maxRows]
	}
	return v
}

func barOf(c *lint.Counts, target float64) barView {
	v := barView{Class: "unknown", Share: percent(c.Numerator, c.Denominator), Target: min(100, 100*target)}
	if !c.Judged() {
		return v
	}
	switch c.Against(target) {
	case lint.Reached:
		v.Class = "reached"
	case lint.NotReached:
		v.Class = "short"
	case lint.Undecided:
		v.Class = "undecided"
	default:
		v.Class = "untargeted"
	}
	return v
}

// failing names the dossiers that count against an indicator, as far as they
// are listed.
func (p *printer) failing(c *lint.Counts) string {
	if len(c.Failing) == 0 {
		return ""
	}
	const most = 50
	shown := c.Failing[:min(len(c.Failing), most)]
	names := make([]string, len(shown))
	for i, id := range shown {
		names[i] = report.Inert(id)
	}
	text := p.say.text(wordFailing.With("n", len(c.Failing)+c.FailingMore)) + " " + strings.Join(names, ", ")
	if len(shown) < len(c.Failing)+c.FailingMore {
		text += ", …"
	}
	return text
}
