package score

import (
	"encoding/json"
	"io"
	"math"

	"github.com/tthclint/tthclint/pkg/ink"
	"github.com/tthclint/tthclint/pkg/msg"
)

// The records below fix names and order of the keys. A value without anything
// counted is null.

type reportRecord struct {
	All   tableRecord  `json:"all"`
	Parts []partRecord `json:"parts"`
}

type partRecord struct {
	Column string      `json:"column"`
	Value  string      `json:"value"`
	Score  tableRecord `json:"score"`
}

type tableRecord struct {
	Pages   int                `json:"pages"`
	Spouses pageRecord         `json:"spouses"`
	Fields  []fieldRecord      `json:"fields"`
	Groups  []groupRecord      `json:"groups"`
	Cases   []caseRecord       `json:"cases"`
	Forms   formsRecord        `json:"forms"`
	Wrong   []wrongRecord      `json:"wrong"`
	Values  []valueScoreRecord `json:"values"`
}

type rateRecord struct {
	K     int      `json:"k"`
	N     int      `json:"n"`
	Value *float64 `json:"value"`
	Low   *float64 `json:"low"`
	High  *float64 `json:"high"`
}

type pageRecord struct {
	Pages      int        `json:"pages"`
	Accuracy   rateRecord `json:"accuracy"`
	Answered   rateRecord `json:"answered"`
	FalsePass  rateRecord `json:"falsePass"`
	FalseAlarm rateRecord `json:"falseAlarm"`
	Unsure     rateRecord `json:"unsure"`
}

type classRecord struct {
	Precision rateRecord `json:"precision"`
	Recall    rateRecord `json:"recall"`
	F1        *float64   `json:"f1"`
	Low       *float64   `json:"f1Low"`
	High      *float64   `json:"f1High"`
}

type fieldRecord struct {
	Key          string             `json:"key"`
	N            int                `json:"n"`
	Unsure       int                `json:"unsure"`
	NotRead      int                `json:"notRead"`
	Present      classRecord        `json:"present"`
	Absent       classRecord        `json:"absent"`
	Fingerprints fingerprintsRecord `json:"fingerprints"`
	Confusion    Confusion          `json:"confusion"`
}

type fingerprintsRecord struct {
	Signed  rateRecord `json:"signed"`
	Named   rateRecord `json:"named"`
	Rightly rateRecord `json:"rightlyNamed"`
}

type groupRecord struct {
	Column string             `json:"column"`
	Values []groupValueRecord `json:"values"`
}

type groupValueRecord struct {
	Value string `json:"value"`
	pageRecord
}

type caseRecord struct {
	Case   string                `json:"case"`
	Fields map[string]caseCounts `json:"fields"`
}

type caseCounts struct {
	N      int `json:"n"`
	Right  int `json:"right"`
	Unsure int `json:"unsure"`
	Wrong  int `json:"wrong"`
}

type formsRecord struct {
	Accuracy  rateRecord                `json:"accuracy"`
	Confusion map[string]map[string]int `json:"confusion"`
}

type wrongRecord struct {
	File   string             `json:"file"`
	Line   int                `json:"line"`
	Fault  Fault              `json:"fault"`
	Form   string             `json:"form"`
	Want   string             `json:"wantForm"`
	Reason string             `json:"reason"`
	Causes []string           `json:"causes"`
	Fields []wrongFieldRecord `json:"fields"`
	Label  map[string]string  `json:"label"`
}

type wrongFieldRecord struct {
	Key        string          `json:"key"`
	Truth      ink.State       `json:"truth"`
	Read       ink.State       `json:"read"`
	Case       string          `json:"case"`
	Confidence *float64        `json:"confidence"`
	Because    string          `json:"because"`
	Features   json.RawMessage `json:"features"`
}

// WriteJSON writes a report as one JSON object. Confusion is counted by truth,
// then by what was read; the key "" is what was not read.
func WriteJSON(w io.Writer, r *Report, lang msg.Lang) error {
	out := reportRecord{All: recordTable(r.All, lang), Parts: []partRecord{}}
	for _, p := range r.Parts {
		out.Parts = append(out.Parts, partRecord{p.Column, p.Value, recordTable(p.Table, lang)})
	}
	e := json.NewEncoder(w)
	e.SetIndent("", " ")
	return e.Encode(out)
}

func recordTable(t *Table, lang msg.Lang) tableRecord {
	r := tableRecord{
		Pages: t.Pages, Spouses: recordPages(t.Spouses), Forms: formsRecord{recordRate(t.Forms.Right), t.Forms.Confusion},
		Fields: []fieldRecord{}, Groups: []groupRecord{}, Cases: []caseRecord{}, Wrong: []wrongRecord{},
		Values: recordValues(t.Values),
	}
	for _, f := range t.Fields {
		p := f.Fingerprints
		r.Fields = append(r.Fields, fieldRecord{
			f.Key, f.N, f.Unsure, f.Unread, recordClass(f.Present), recordClass(f.Absent),
			fingerprintsRecord{recordRate(p.Signed), recordRate(p.Named), recordRate(p.Rightly)}, f.Confusion,
		})
	}
	for _, g := range t.Groups {
		group := groupRecord{g.Column, []groupValueRecord{}}
		for _, v := range g.Values {
			group.Values = append(group.Values, groupValueRecord{v.Value, recordPages(v.PageScore)})
		}
		r.Groups = append(r.Groups, group)
	}
	for _, c := range t.Cases {
		fields := map[string]caseCounts{}
		for key, n := range c.Fields {
			fields[key] = caseCounts(n)
		}
		r.Cases = append(r.Cases, caseRecord{c.Name, fields})
	}
	for i := range t.Wrong {
		r.Wrong = append(r.Wrong, recordWrong(&t.Wrong[i], lang))
	}
	return r
}

func recordWrong(w *Wrong, lang msg.Lang) wrongRecord {
	r := wrongRecord{w.File, w.Line, w.Fault, w.Form, w.Want, string(w.Reason), []string{}, []wrongFieldRecord{}, w.Columns}
	for _, c := range w.causes() {
		r.Causes = append(r.Causes, c.In(lang))
	}
	for _, f := range w.Fields {
		features, err := json.Marshal(f.Features)
		if err != nil { // a measure that is no number
			features = []byte("{}")
		}
		r.Fields = append(r.Fields, wrongFieldRecord{f.Key, f.Truth, f.Read, f.Case, number(f.Confidence), f.Because, features})
	}
	return r
}

func recordPages(s PageScore) pageRecord {
	return pageRecord{s.Pages, recordRate(s.Accuracy()), recordRate(s.Answered()), recordRate(s.FalsePass()), recordRate(s.FalseAlarm()), recordRate(s.NotSure())}
}

func recordClass(c Class) classRecord {
	return classRecord{recordRate(c.Precision()), recordRate(c.Recall()), number(c.F1()), number(c.F1Low), number(c.F1High)}
}

func recordRate(r Rate) rateRecord {
	out := rateRecord{K: r.K, N: r.N}
	if r.N > 0 {
		low, high := r.Interval()
		out.Value, out.Low, out.High = number(r.Value()), number(low), number(high)
	}
	return out
}

// number rounds to a hundred-thousandth; NaN is null.
func number(v float64) *float64 {
	if math.IsNaN(v) {
		return nil
	}
	v = math.Round(v*1e5) / 1e5
	return &v
}
