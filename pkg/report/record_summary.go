package report

import (
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
)

type summaryRecord struct {
	Dossiers     int             `json:"dossiers"`
	Accepted     int             `json:"accepted"`
	Rejected     int             `json:"rejected"`
	Undetermined int             `json:"undetermined"`
	Unreadable   int             `json:"unreadable"`
	Interrupted  bool            `json:"interrupted"`
	Findings     countRecord     `json:"findings"`
	Waived       int             `json:"waived"`
	Known        int             `json:"known"`
	Join         *joinRecord     `json:"join"`
	Rates        []rateRecord    `json:"rates"`
	RatesNote    textRecord      `json:"ratesNote"`
	Settings     []findingRecord `json:"settings"`
}

type countRecord struct {
	Error   int `json:"error"`
	Warning int `json:"warning"`
	Info    int `json:"info"`
}

type joinRecord struct {
	Matched   int `json:"matched"`
	LinesOnly int `json:"linesOnly"`
	FilesOnly int `json:"filesOnly"`
	Unusable  int `json:"unusableLines"`
	Unfound   int `json:"unfoundNames"`
	UnfoundIn int `json:"unfoundIn"`
}

// rateRecord is an indicator; the numbers of groups have the same keys.
type rateRecord struct {
	Key    string   `json:"key"`
	Title  string   `json:"title"`
	Target *float64 `json:"target"`
	sharesRecord
	Groups []groupRecord `json:"groups"`
}

type groupRecord struct {
	By   lint.By `json:"by"`
	Key  string  `json:"key"`
	Name string  `json:"name"`
	From string  `json:"from"`
	sharesRecord
}

type sharesRecord struct {
	Numerator   int        `json:"numerator"`
	Denominator int        `json:"denominator"`
	Percent     *float64   `json:"percent"`
	Unchecked   int        `json:"unchecked"`
	Failed      int        `json:"failed"`
	Unknown     int        `json:"unknown"`
	Reach       lint.Reach `json:"reach"`
	Failing     []string   `json:"failing"`
	FailingMore int        `json:"failingMore"`
}

func recordSummary(s lint.Summary, lang msg.Lang) summaryRecord {
	r := summaryRecord{
		Dossiers: s.Dossiers, Accepted: s.Accepted, Rejected: s.Rejected, Undetermined: s.Undetermined, Unreadable: s.Unreadable, Interrupted: s.Interrupted,
		Findings: countRecord{s.Findings[lint.Error], s.Findings[lint.Warning], s.Findings[lint.Info]},
		Waived:   s.Waived, Known: s.Known,
		Settings:  array(s.Settings, func(f lint.Finding) findingRecord { return recordFinding(&f, lang) }),
		Rates:     recordRates(s.Rates, lang),
		RatesNote: textRecord{wordNotOfficial.ID, wordNotOfficial.In(lang)},
	}
	if !s.Join.IsZero() {
		join := joinRecord(s.Join)
		r.Join = &join
	}
	return r
}

func recordRates(rates []lint.Rate, lang msg.Lang) []rateRecord {
	return array(rates, func(r lint.Rate) rateRecord { return recordRate(&r, lang) })
}

func recordRate(r *lint.Rate, lang msg.Lang) rateRecord {
	out := rateRecord{Key: r.Key, Title: r.Title.In(lang), sharesRecord: recordShares(&r.Counts, r.Target)}
	if r.Target != 0 && finite(r.Target) {
		out.Target = &r.Target
	}
	out.Groups = array(r.Groups, func(g lint.Group) groupRecord {
		return groupRecord{g.By, g.Key, g.Name, law.Day(g.From), recordShares(&g.Counts, r.Target)}
	})
	return out
}

func recordShares(c *lint.Counts, target float64) sharesRecord {
	r := sharesRecord{
		Numerator: c.Numerator, Denominator: c.Denominator, Unchecked: c.Unchecked, Failed: c.Bad(), Unknown: c.Unknown,
		Reach: c.Against(target), Failing: append([]string{}, c.Failing...), FailingMore: c.FailingMore,
	}
	if c.Judged() {
		percent := share(c, target)
		r.Percent = &percent
	}
	return r
}
