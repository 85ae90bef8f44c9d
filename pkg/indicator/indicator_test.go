package indicator_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/indicator"
	"github.com/tthclint/tthclint/pkg/lint"
)

// september2026 is a month of ten dossiers. The numbers that tests expect of it
// are worked out by hand from these lines.
func september2026() []planted {
	result := func(path string) *dossier.Document { return file(path, dossier.Result) }
	return []planted{
		// on time (Monday of week 37), two layers, papers in the folder, online
		{Dossier: registered("A", "Phường 1", "1.000894", dossier.Entry{
			Received: september(1), Due: september(8), Finished: september(7), Online: dossier.Yes,
		}, result("a.pdf"), file("tk.pdf", dossier.Component))},
		// late by a day, signed by the agency alone, papers digitized by the register
		{Dossier: registered("B", "PHƯỜNG  1", "1.000894", dossier.Entry{
			Received: september(2), Due: september(8), Finished: september(9), Digitized: dossier.Yes, Online: dossier.No,
		}, result("b.pdf")), found: map[string]string{"sign/one-layer": "sign/one-layer.no-person"}},
		// not signed (week 38), papers not digitized
		{Dossier: registered("C", "Phường 1", "2.000635", dossier.Entry{
			Received: september(14), Due: september(20), Finished: september(14), Digitized: dossier.No,
		}, result("c.pdf")), found: map[string]string{"sign/missing": "sign/missing"}},
		// on the day on which it was due, a Sunday at 23:30, still week 37; trust unknown
		{Dossier: registered("D", "Phường 2", "1.000894", dossier.Entry{
			Received: september(3), Due: september(13), Finished: september(13).Add(23*time.Hour + 30*time.Minute),
		}, result("d.pdf")), unable: []string{"sign/untrusted"}},
		// finished without a result and without a due day
		{Dossier: registered("E", "Phường 2", "2.000635", dossier.Entry{Received: september(4), Finished: september(15)})},
		// in hand: overdue, and in time
		{Dossier: registered("F", "Phường 2", "2.000635", dossier.Entry{Received: september(5), Due: september(10), Status: "Đang xử lý"})},
		{Dossier: registered("G", "Phường 2", "2.000635", dossier.Entry{Received: september(6), Due: september(30), Status: "Đang xử lý"})},
		// the register says nothing
		{Dossier: registered("H", "Phường 1", "2.000635", dossier.Entry{})},
		// not in the register, and a result in two files
		{Dossier: &dossier.Dossier{ID: "I", Documents: []*dossier.Document{result("i1.pdf"), result("i2.pdf")}, Registered: true}},
		// withdrawn
		{Dossier: registered("J", "Phường 1", "1.000894", dossier.Entry{Received: september(7), Status: "Công dân yêu cầu rút hồ sơ", Finished: september(8)})},
	}
}

func TestIndicatorsWorkedOutByHand(t *testing.T) {
	all := rates(t, indicator.Options{Every: true}, judged(t, september2026()...)...)
	for key, want := range map[string]lint.Counts{
		"digitized-components": {Numerator: 2, Denominator: 8, Unchecked: 5, Unknown: 1, Failing: []string{"C"}},
		"digitized-results":    {Numerator: 4, Denominator: 5, Unknown: 1, Failing: []string{"E"}},
		"linked":               {},
		"usable":               {Numerator: 3, Denominator: 5, Unchecked: 1, Failing: []string{"C"}},
		"electronic-results":   {Numerator: 2, Denominator: 5, Unchecked: 1, Unknown: 1, Failing: []string{"C", "E"}},
		"two-layer":            {Numerator: 3, Denominator: 5, Unchecked: 1, Failing: []string{"B"}},
		"on-time":              {Numerator: 3, Denominator: 5, Unchecked: 1, Unknown: 1, Failing: []string{"B"}},
		"open-in-time":         {Numerator: 1, Denominator: 2, Unknown: 1, Failing: []string{"F"}},
		"online":               {Numerator: 1, Denominator: 8, Unchecked: 6, Unknown: 1, Failing: []string{"B"}},
	} {
		require.Contains(t, all, key)
		assert.Equal(t, want, all[key].Counts, key)
	}
	assert.Len(t, all, 9)
}

func TestGroupsWorkedOutByHand(t *testing.T) {
	all := rates(t, indicator.Options{Every: true}, judged(t, september2026()...)...)
	one := lint.Counts{Numerator: 1, Denominator: 1}
	assert.Equal(t, []lint.Group{
		{By: lint.ByUnit, Key: "Phường 1", Counts: lint.Counts{Numerator: 3, Denominator: 3, Unknown: 1}},
		{By: lint.ByUnit, Key: "Phường 2", Counts: lint.Counts{Numerator: 1, Denominator: 2, Failing: []string{"E"}}},
		{By: lint.ByProcedure, Key: "1.000894", Counts: lint.Counts{Numerator: 3, Denominator: 3}},
		{By: lint.ByProcedure, Key: "2.000635", Counts: lint.Counts{Numerator: 1, Denominator: 2, Unknown: 1, Failing: []string{"E"}}},
		{By: lint.ByWeek, Key: "2026-W37", From: september(7), Counts: lint.Counts{Numerator: 3, Denominator: 3}},
		{By: lint.ByWeek, Key: "2026-W38", From: september(14), Counts: lint.Counts{Numerator: 1, Denominator: 2, Failing: []string{"E"}}},
		{By: lint.ByWeek, Counts: lint.Counts{Unknown: 1}},
	}, all["digitized-results"].Groups)
	assert.Equal(t, []lint.Group{
		{By: lint.ByUnit, Key: "Phường 2", Counts: lint.Counts{Numerator: 1, Denominator: 2, Failing: []string{"F"}}},
		{By: lint.ByUnit, Key: "Phường 1", Counts: lint.Counts{Unknown: 1}},
		{By: lint.ByWeek, Key: "2026-W37", From: september(7), Counts: lint.Counts{Denominator: 1, Failing: []string{"F"}}},
		{By: lint.ByWeek, Key: "2026-W40", From: september(28), Counts: one},
	}, pick(all["open-in-time"].Groups, 1, 0, 3, 4), "by the day on which they are due")
}

func pick(groups []lint.Group, at ...int) (picked []lint.Group) {
	for _, i := range at {
		picked = append(picked, groups[i])
	}
	return picked
}

func TestLinksAreCountedWhereTheRegisterHasThem(t *testing.T) {
	done := dossier.Entry{Finished: september(7)}
	with, without := registered("A", "", "", done), registered("B", "", "", done, file("b.pdf", dossier.Result))
	with.Entry.Results = []dossier.Attachment{{File: "nowhere.pdf"}}
	for _, d := range []*dossier.Dossier{with, without} {
		d.Entry.Fields = append(d.Entry.Fields, dossier.FieldFile)
	}
	all := rates(t, indicator.Options{Every: true}, judged(t, planted{Dossier: with}, planted{Dossier: without})...)
	assert.Equal(t, lint.Counts{Numerator: 1, Denominator: 2, Failing: []string{"B"}}, all["linked"].Counts)
	assert.Equal(t, lint.Counts{Numerator: 1, Denominator: 2, Failing: []string{"A"}}, all["digitized-results"].Counts)
}

func TestWithoutRegisterNothingIsKnownOfFinishedDossiers(t *testing.T) {
	loose := &dossier.Dossier{ID: "a.pdf", Documents: []*dossier.Document{file("a.pdf", dossier.Result)}}
	all := rates(t, indicator.Options{Every: true}, judged(t, planted{Dossier: loose})...)
	for _, key := range []string{"digitized-components", "digitized-results", "linked", "electronic-results", "on-time", "open-in-time", "online"} {
		assert.Equal(t, lint.Counts{}, all[key].Counts, key)
		assert.Equal(t, lint.NoTarget, all[key].Against(0.9), key)
	}
	assert.Equal(t, lint.Counts{Numerator: 1, Denominator: 1}, all["usable"].Counts)
	assert.Equal(t, lint.Counts{Numerator: 1, Denominator: 1}, all["two-layer"].Counts)
}

func TestRulesThatDidNotRunLeaveNoDenominator(t *testing.T) {
	results := judged(t, september2026()...)
	all := rates(t, indicator.Options{Rules: []string{"result/missing", "sign/missing"}}, results...)
	for _, key := range []string{"usable", "electronic-results", "two-layer"} {
		assert.Equal(t, lint.Counts{}, all[key].Counts, key)
	}
	assert.Equal(t, 5, all["digitized-results"].Denominator)

	all = rates(t, indicator.Options{Rules: append(indicator.SignatureRules(), "sign/one-layer")}, results...)
	assert.Equal(t, 5, all["two-layer"].Denominator)
	assert.Zero(t, all["usable"].Denominator, "other rules were left out")
}

func TestUsableIsAboutResultsAlone(t *testing.T) {
	d := registered("A", "", "", dossier.Entry{Finished: september(7)}, file("a.pdf", dossier.Result), file("phieu.pdf", dossier.ControlSlip))
	r := judged(t, planted{Dossier: d})[0]
	r.Findings = append(r.Findings, lint.Finding{Rule: "field/handover-date", Severity: lint.Error, Place: lint.Place{File: "phieu.pdf"}})
	assert.Equal(t, 1, rates(t, indicator.Options{Every: true}, r)["usable"].Numerator)
	r.Findings = append(r.Findings, lint.Finding{Rule: "field/seal", Severity: lint.Error, Place: lint.Place{File: "a.pdf"}})
	assert.Equal(t, []string{"A"}, rates(t, indicator.Options{Every: true}, r)["usable"].Failing)
}

func TestLinesThatCannotBeTrusted(t *testing.T) {
	late := dossier.Entry{Received: september(9), Due: september(8), Finished: september(10)}
	swapped := registered("A", "", "", late)
	swapped.Entry.Faults = []dossier.Fault{{Kind: dossier.FaultOrder}}
	collected := registered("B", "", "", dossier.Entry{Due: september(8), Returned: september(20)})
	twoStages := registered("C", "", "", dossier.Entry{Due: september(8), Finished: september(20), SecondDue: september(25)})
	again := registered("D", "", "", late) // the code stands in an earlier line
	again.Entry.File, again.Entry.Row = "so.csv", 7
	again.ID = again.Entry.Place()
	hours := registered("E", "", "", dossier.Entry{Due: september(8).Add(10 * time.Hour), Finished: september(8).Add(11 * time.Hour)})
	waiting := registered("F", "", "", dossier.Entry{Due: september(8), Status: "Yêu cầu bổ sung giấy tờ"})
	var all []planted
	for _, d := range []*dossier.Dossier{swapped, collected, twoStages, again, hours, waiting} {
		all = append(all, planted{Dossier: d})
	}
	counted := rates(t, indicator.Options{Every: true}, judged(t, all...)...)
	assert.Equal(t, lint.Counts{Numerator: 1, Denominator: 4, Unchecked: 2, Failing: []string{"E"}}, counted["on-time"].Counts)
	assert.Equal(t, lint.Counts{Denominator: 1, Unchecked: 1}, counted["open-in-time"].Counts)
}

func TestWaiversMendNothing(t *testing.T) {
	d := registered("A", "", "", dossier.Entry{Finished: september(7)}, file("a.pdf", dossier.Result))
	r := judged(t, planted{Dossier: d, found: map[string]string{"sign/missing": "sign/missing", "field/seal": "field/seal"}})[0]
	for i := range r.Findings {
		r.Findings[i].Waived, r.Findings[i].Known = &lint.Waiver{}, true
	}
	counted := rates(t, indicator.Options{Every: true}, r)
	assert.Equal(t, []string{"A"}, counted["usable"].Failing)
	assert.Equal(t, []string{"A"}, counted["electronic-results"].Failing)
}

func TestTargets(t *testing.T) {
	defaults := map[string]float64{}
	for _, one := range indicator.All() {
		if one.Target > 0 {
			defaults[one.Key] = one.Target
		}
	}
	assert.Equal(t, map[string]float64{"digitized-results": 0.9, "two-layer": 1, "online": 0.95}, defaults)

	all := rates(t, indicator.Options{Targets: map[string]float64{"on-time": 0.8, "two-layer": 0}})
	assert.Equal(t, 0.8, all["on-time"].Target)
	assert.Zero(t, all["two-layer"].Target)
	assert.Equal(t, 0.9, all["digitized-results"].Target)

	_, err := indicator.New(indicator.Options{Targets: map[string]float64{"ontime": 1}})
	var unknown *indicator.UnknownKeyError
	require.ErrorAs(t, err, &unknown)
	assert.Equal(t, "ontime", unknown.Key)
	assert.Contains(t, unknown.Known, "on-time")
	for _, wrong := range []float64{-0.1, 1.1, 90} {
		_, err := indicator.New(indicator.Options{Targets: map[string]float64{"on-time": wrong}})
		assert.Error(t, err)
	}
}
