// Package law names clauses of legal instruments and the periods in which they
// are in force.
//
// The law of digitized results moves: a decree is replaced, a circular loses
// its base, a form gets a new number. A rule therefore keeps its id and holds
// one edition per state of the law, each with its [Citation]s and its [Period].
package law

import (
	"strings"
	"time"
)

// Citation names one clause of one legal instrument.
//
// Both parts are kept as the gazette writes them, in Vietnamese, since an
// officer looks them up by these words.
type Citation struct {
	Instrument string `json:"instrument"` // the short official name, as "Nghị định 45/2020/NĐ-CP"
	Clause     string `json:"clause"`     // the place in it, as "Điều 14 khoản 3 điểm b"; may be empty
}

// String returns the citation as an officer writes it: clause, then instrument.
func (c Citation) String() string {
	if c.Clause == "" {
		return c.Instrument
	}
	return c.Clause + " " + c.Instrument
}

// english turns the words for the parts of an instrument into English. Numbers
// and the names of issuing bodies stay, so that the text can still be found.
var english = strings.NewReplacer(
	"Nghị định", "Decree", "Thông tư", "Circular", "Luật Hộ tịch", "Law on Civil Status",
	"Luật", "Law", "Quyết định", "Decision", "Nghị quyết", "Resolution", "Kế hoạch", "Plan", "Phụ lục", "Annex",
	"Điều", "Article", "khoản", "clause", "điểm", "point", "Mục", "Section", "Phần", "Part",
)

// English returns the citation with its structural words in English, as
// "Article 14 clause 3 point b Decree 45/2020/NĐ-CP".
func (c Citation) English() string { return english.Replace(c.String()) }

// Vietnam is the time zone of every legal date here: UTC+7, without summer time.
func Vietnam() *time.Location { return vietnam }

var vietnam = time.FixedZone("UTC+7", 7*60*60)

// Date returns the first instant of a day in Vietnam.
func Date(year int, month time.Month, day int) time.Time {
	return time.Date(year, month, day, 0, 0, 0, 0, vietnam)
}

// Day returns the day in Vietnam that holds an instant, as YYYY-MM-DD; empty for
// the zero time.
func Day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.In(vietnam).Format(time.DateOnly)
}

// Period is a half-open interval of time: From belongs to it, To does not. A
// zero bound is open, so the zero Period holds every instant.
type Period struct{ From, To time.Time }

// Last returns the beginning of the last day that belongs to the period; zero if
// it has no end yet. People read periods by their first and last day.
func (p Period) Last() time.Time {
	if p.To.IsZero() {
		return time.Time{}
	}
	return p.To.In(vietnam).AddDate(0, 0, -1)
}

// Ground is what a rule rests on in one state of the law.
type Ground struct {
	In    Period
	Basis []Citation
}

// Since returns the period that begins on a day in Vietnam and has no end yet.
func Since(year int, month time.Month, day int) Period {
	return Period{From: Date(year, month, day)}
}

// Contains reports whether t lies in the period.
func (p Period) Contains(t time.Time) bool {
	return (p.From.IsZero() || !t.Before(p.From)) && (p.To.IsZero() || t.Before(p.To))
}

// Compare orders periods by their first day; one without a first day comes first.
func (p Period) Compare(q Period) int { return p.From.Compare(q.From) }

// Overlaps reports whether the two periods share an instant.
func (p Period) Overlaps(q Period) bool {
	return (p.To.IsZero() || q.From.IsZero() || q.From.Before(p.To)) &&
		(q.To.IsZero() || p.From.IsZero() || p.From.Before(q.To))
}
