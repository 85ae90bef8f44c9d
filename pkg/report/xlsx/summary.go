package xlsx

import (
	"maps"
	"slices"
	"strconv"

	"github.com/xuri/excelize/v2"

	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/report"
)

// rates writes the indicators with their parts by unit, procedure and week.
func (p *printer) rates(all []lint.Rate) error {
	s, err := p.book.sheet(p.say(sheetRates), []column{
		{p.say(colIndicator), 44}, {p.say(colBy), 14}, {p.say(colGroup), 40}, {p.say(colNumerator), 10}, {p.say(colDenominator), 10},
		{p.say(colShare), 12}, {p.say(colTarget), 12}, {p.say(colReached), 16}, {p.say(colUnchecked), 18}, {p.say(colFailing), 60},
	})
	if err != nil {
		return err
	}
	for i := range all {
		r := &all[i]
		if err := p.rate(s, r, "", "", r.Counts); err != nil {
			return err
		}
		for j := range r.Groups {
			g := &r.Groups[j]
			if err := p.rate(s, r, p.by(g.By), p.group(g), g.Counts); err != nil {
				return err
			}
		}
	}
	return nil
}

func (p *printer) rate(s *sheet, r *lint.Rate, by, group string, c lint.Counts) error {
	target := ""
	if r.Target > 0 {
		target = strconv.FormatFloat(100*r.Target, 'f', -1, 64) + " %"
	}
	failing := ""
	for i, id := range c.Failing {
		if i > 0 {
			failing += ", "
		}
		failing += id
	}
	if c.FailingMore > 0 {
		failing += more.With("n", c.FailingMore).In(p.o.Lang)
	}
	return s.row(text(p.say(r.Title)), text(by), text(group), c.Numerator, c.Denominator, share(&c, r.Target), target, text(p.reached(c.Against(r.Target))), c.Unchecked, text(failing))
}

func (p *printer) by(b lint.By) string {
	switch b {
	case lint.ByUnit:
		return p.say(byUnit)
	case lint.ByProcedure:
		return p.say(byProcedure)
	default:
		return p.say(byWeek)
	}
}

func (p *printer) group(g *lint.Group) string {
	switch {
	case g.Key == "":
		return p.say(report.UnknownWord(g.By))
	case g.By == lint.ByWeek && !g.From.IsZero():
		return weekOf.With("week", g.Key, "from", law.Date(g.From.In(law.Vietnam()).Date())).In(p.o.Lang)
	case g.Name != "":
		return g.Name + " (" + g.Key + ")"
	}
	return g.Key
}

func (p *printer) reached(r lint.Reach) string {
	switch r {
	case lint.Reached:
		return p.say(reached)
	case lint.NotReached:
		return p.say(notReached)
	case lint.Undecided:
		return p.say(undecided)
	default:
		return ""
	}
}

// byUnit writes how the dossiers of each office stand.
func (p *printer) byUnit() error {
	s, err := p.book.sheet(p.say(sheetUnits), []column{
		{p.say(colUnit), 44}, {p.say(colDossiers), 10}, {p.say(accepted), 10}, {p.say(rejected), 14}, {p.say(undetermined), 18}, {p.say(colErrors), 8}, {p.say(colWarnings), 11},
	})
	if err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(p.units)) {
		u := p.units[name]
		if name == "" {
			name = p.say(report.UnknownWord(lint.ByUnit))
		}
		if err := s.row(text(name), u.Dossiers, u.Accepted, u.Rejected, u.Undetermined, u.Findings[lint.Error], u.Findings[lint.Warning]); err != nil {
			return err
		}
	}
	return nil
}

// summary fills the first sheet.
func (p *printer) summary(s lint.Summary) error {
	row := 0
	put := func(style int, cells ...any) error {
		row++
		at, err := excelize.CoordinatesToCellName(1, row)
		if err != nil {
			return err
		}
		if err := p.book.file.SetSheetRow(p.book.first, at, &cells); err != nil || style == 0 {
			return err
		}
		return p.book.file.SetCellStyle(p.book.first, at, at, style)
	}
	lines := []struct {
		style int
		cells []any
	}{
		{p.book.bold, []any{p.say(title)}},
		{0, []any{p.say(checkedOn), p.o.Lang.Pick(p.head.AsOf.In(law.Vietnam()).Format("02/01/2006"), law.Day(p.head.AsOf))}},
		{0, []any{p.say(program), text(p.head.ToolName + " " + p.head.ToolVersion)}},
	}
	add := func(cells ...any) {
		lines = append(lines, struct {
			style int
			cells []any
		}{0, cells})
	}
	switch {
	case p.head.Register != nil:
		add(p.say(register), text(p.head.Register.File), p.head.Register.Rows)
	default:
		add(p.say(register), p.say(noRegister))
	}
	if s.Interrupted {
		add(p.say(interrupted))
	}
	add()
	add(p.say(colDossiers), s.Dossiers)
	add(p.say(accepted), s.Accepted)
	add(p.say(rejected), s.Rejected)
	add(p.say(undetermined), s.Undetermined)
	add(p.say(unreadable), s.Unreadable)
	add()
	add(p.say(colErrors), s.Findings[lint.Error])
	add(p.say(colWarnings), s.Findings[lint.Warning])
	add(p.say(infos), s.Findings[lint.Info])
	add(p.say(waived), s.Waived)
	add()
	for i := range s.Rates {
		r := &s.Rates[i]
		add(text(p.say(r.Title)), share(&r.Counts, r.Target), p.reached(r.Against(r.Target)))
	}
	add()
	add(p.say(unofficial))
	for _, l := range lines {
		if err := put(l.style, l.cells...); err != nil {
			return err
		}
	}
	if err := p.book.file.SetColWidth(p.book.first, "A", "A", 44); err != nil {
		return err
	}
	return p.book.file.SetColWidth(p.book.first, "B", "C", 24)
}
