package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/report"
)

// change is what becomes of a rule on one day. An edition is nil where the rule
// does not apply.
type change struct {
	rule          *rule
	on            time.Time // the first day of the new state
	before, after *edition
}

// changeKind says what a change is, in JSON.
type changeKind string

const (
	began    changeKind = "began"    // the rule begins to apply
	ended    changeKind = "ended"    // it no longer applies
	reweighs changeKind = "severity" // the severity changed, and perhaps clauses
	rebased  changeKind = "basis"    // clauses changed, the severity did not
	rejudged changeKind = "judgement"
)

func (ch *change) kind() changeKind {
	switch {
	case ch.before == nil:
		return began
	case ch.after == nil:
		return ended
	case ch.before.Severity != ch.after.Severity:
		return reweighs
	case len(ch.added()) > 0 || len(ch.removed()) > 0:
		return rebased
	}
	return rejudged
}

func (ch *change) added() []law.Citation   { return without(clauses(ch.after), clauses(ch.before)) }
func (ch *change) removed() []law.Citation { return without(clauses(ch.before), clauses(ch.after)) }

func clauses(e *edition) []law.Citation {
	if e == nil {
		return nil
	}
	return e.Basis
}

func without(all, others []law.Citation) []law.Citation {
	return slices.DeleteFunc(slices.Clone(all), func(c law.Citation) bool { return slices.Contains(others, c) })
}

// changes returns what becomes of rules after one time up to another, by day and
// then in the order of the rules.
func changes(rules []rule, from, to time.Time) []change {
	var all []change
	for i := range rules {
		r := &rules[i]
		var days []time.Time
		for _, e := range r.Editions {
			days = append(days, e.In.From, e.In.To)
		}
		slices.SortFunc(days, time.Time.Compare)
		for _, day := range slices.CompactFunc(days, time.Time.Equal) {
			if day.After(from) && !day.After(to) {
				all = append(all, change{r, day, inForce(r, day.Add(-1)), inForce(r, day)})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b change) int { return a.on.Compare(b.on) })
	return all
}

// diffRules writes what changed in the law under the rules.
func (c *Command) diffRules(f *rulesFlags, rules []rule, args []string) error {
	from, err := c.dayOf("diff", f.diff)
	if err != nil {
		return err
	}
	to, err := c.dayOf("diff", cmp.Or(append(args, "")...))
	if err != nil {
		return err
	}
	if !from.Before(to) {
		return &userError{what: textDiffOrder.With("from", law.DayOf(from), "to", law.DayOf(to)), remedy: textDiffOrderRemedy.With()}
	}
	all := changes(rules, from, to)
	if f.format == "json" {
		return c.writeJSON(c.diffRecord(from, to, all), f.utf8)
	}
	_, err = fmt.Fprint(c.Stdout, c.diffText(from, to, all))
	return err
}

// diffText writes changes for people, under the day of each.
func (c *Command) diffText(from, to time.Time, all []change) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", listChanges.With("from", law.DayOf(from), "to", law.DayOf(to), "n", len(all)).In(c.lang))
	var day time.Time
	for i := range all {
		ch := &all[i]
		if !ch.on.Equal(day) {
			day = ch.on
			fmt.Fprintf(&b, "\n%s\n", changeDay.With("day", law.DayOf(day)).In(c.lang))
		}
		fmt.Fprintf(&b, "  %s: %s – %s\n", ch.rule.ID, c.say(ch.rule.Title), c.changed(ch))
		line := func(text string) {
			for _, part := range report.Wrap(text, helpWidth-4) {
				fmt.Fprintf(&b, "    %s\n", part)
			}
		}
		if more := ch.added(); len(more) > 0 {
			line(changeAdded.With("basis", report.Basis(more, c.lang)).In(c.lang))
		}
		if less := ch.removed(); len(less) > 0 && ch.after != nil {
			line(changeRemoved.With("basis", report.Basis(less, c.lang)).In(c.lang))
		}
	}
	return b.String()
}

// changed says a change in a few words.
func (c *Command) changed(ch *change) string {
	word := func(e *edition) any { return report.SeverityWord(e.Severity).With() }
	switch ch.kind() {
	case began:
		return changeBegan.With("severity", word(ch.after)).In(c.lang)
	case ended:
		return changeEnded.With("severity", word(ch.before)).In(c.lang)
	case reweighs:
		return changeSeverity.With("before", word(ch.before), "after", word(ch.after)).In(c.lang)
	case rebased:
		return c.say(report.SeverityWord(ch.after.Severity))
	}
	return c.say(changeJudged)
}

// diffRecord is what --diff says in JSON: strings and arrays are never null.
type diffRecord struct {
	Lang    string         `json:"lang"`
	From    string         `json:"from"`
	To      string         `json:"to"`
	Changes []changeRecord `json:"changes"`
}

type changeRecord struct {
	Rule    string         `json:"rule"`
	Title   string         `json:"title"`
	On      string         `json:"on"`
	Kind    changeKind     `json:"kind"`
	Before  string         `json:"severityBefore"` // empty: did not apply
	After   string         `json:"severityAfter"`  // empty: does not apply
	Added   []law.Citation `json:"basisAdded"`
	Removed []law.Citation `json:"basisRemoved"`
}

func (c *Command) diffRecord(from, to time.Time, all []change) diffRecord {
	severity := func(e *edition) string {
		if e == nil {
			return ""
		}
		return e.Severity.String()
	}
	record := diffRecord{Lang: string(c.lang), From: law.Day(from), To: law.Day(to), Changes: make([]changeRecord, len(all))}
	for i := range all {
		ch := &all[i]
		record.Changes[i] = changeRecord{
			Rule: ch.rule.ID, Title: c.say(ch.rule.Title), On: law.Day(ch.on), Kind: ch.kind(), Before: severity(ch.before), After: severity(ch.after),
			Added: append([]law.Citation{}, ch.added()...), Removed: append([]law.Citation{}, ch.removed()...),
		}
	}
	return record
}
