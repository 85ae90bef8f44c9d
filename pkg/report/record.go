package report

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"time"

	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
)

// Schema is the value of the key "schema" and the $id of the JSON Schema in
// docs/schema. Version 1 only grows: keys are added, never removed or changed.
const Schema = "https://github.com/tthclint/tthclint/docs/schema/report-v1.schema.json"

// The records below fix names and order of the keys. Strings and arrays are
// never null: an unknown string is empty. Unknown numbers and objects are null.

type headRecord struct {
	Schema       string          `json:"schema"`
	Tool         toolRecord      `json:"tool"`
	AsOf         string          `json:"asOf"`
	Rules        []string        `json:"rules"`
	Engines      []toolRecord    `json:"engines"`
	Trust        trustRecord     `json:"trust"`
	Revocation   sourcesRecord   `json:"revocation"`
	Waivers      string          `json:"waivers"`
	Baseline     string          `json:"baseline"`
	Unchecked    []textRecord    `json:"unchecked"`
	Config       *configRecord   `json:"config"`
	Register     *registerRecord `json:"register"`
	Ignored      []string        `json:"ignored"`
	IgnoredCount int             `json:"ignoredCount"`
}

// maxIgnored bounds the list of ignored files, since a whole disk may have been
// named by mistake and the head is one line.
const maxIgnored = 1000

// textRecord is a sentence in the report's language with its id.
type textRecord struct {
	MessageID string `json:"messageId"`
	Text      string `json:"text"`
}

type toolRecord struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

type trustRecord struct {
	Anchors []anchorRecord `json:"anchors"`
}

type anchorRecord struct {
	Subject  string `json:"subject"`
	SHA256   string `json:"sha256"`
	NotAfter string `json:"notAfter"`
	Source   string `json:"source"`
	Origin   string `json:"origin"`
}

// sourcesRecord says where revocation data may have come from.
type sourcesRecord struct {
	Online   bool   `json:"online"`
	Evidence string `json:"evidence"`
}

type configRecord struct {
	File       string           `json:"file"`
	SHA256     string           `json:"sha256"`
	Severities []severityRecord `json:"severities"`
	Skipped    []string         `json:"skipped"`
}

type severityRecord struct {
	Rule     string `json:"rule"`
	Severity string `json:"severity"`
}

type resultRecord struct {
	Dossier       string           `json:"dossier"`
	Procedure     string           `json:"procedure"`
	ProcedureName string           `json:"procedureName"`
	Unit          string           `json:"unit"`
	Verdict       lint.Verdict     `json:"verdict"`
	Documents     []documentRecord `json:"documents"`
	Findings      []findingRecord  `json:"findings"`
	Outcomes      []outcomeRecord  `json:"outcomes"`
}

type documentRecord struct {
	Path   string `json:"path"`
	Role   string `json:"role"`
	Size   int64  `json:"size"`
	SHA256 string `json:"sha256"`
}

type findingRecord struct {
	Rule        string         `json:"rule"`
	Severity    string         `json:"severity"`
	MessageID   string         `json:"messageId"`
	Args        map[string]any `json:"args"`
	Message     string         `json:"message"`
	Remedy      string         `json:"remedy"`
	RemedyID    string         `json:"remedyId"`
	Place       placeRecord    `json:"place"`
	Basis       []law.Citation `json:"basis"`
	Fingerprint string         `json:"fingerprint"`
	Waived      *waiverRecord  `json:"waived"`
	Known       bool           `json:"known"`
}

type waiverRecord struct {
	Reason string `json:"reason"`
	By     string `json:"by"`
	Until  string `json:"until"` // the last day
	Source string `json:"source"`
}

type placeRecord struct {
	File   string     `json:"file"`
	Page   *int       `json:"page"`
	Box    *boxRecord `json:"box"`
	Sheet  string     `json:"sheet"`
	Row    *int       `json:"row"`
	Column *int       `json:"column"`
}

type boxRecord struct {
	X float64 `json:"x"`
	Y float64 `json:"y"`
	W float64 `json:"w"`
	H float64 `json:"h"`
}

type outcomeRecord struct {
	Rule        string         `json:"rule"`
	Subject     string         `json:"subject"`
	State       lint.State     `json:"state"`
	Because     string         `json:"because"`
	BecauseID   string         `json:"becauseId"`
	BecauseArgs map[string]any `json:"becauseArgs"`
	After       string         `json:"after"`
}

// argText is a text that stands as an argument of another.
type argText struct {
	MessageID string         `json:"messageId"`
	Args      map[string]any `json:"args"`
}

func recordHead(h lint.Head, lang msg.Lang) headRecord {
	r := headRecord{
		Schema:  Schema,
		Tool:    toolRecord{h.ToolName, h.ToolVersion},
		AsOf:    law.Day(h.AsOf),
		Rules:   append([]string{}, h.Rules...),
		Engines: array(h.Engines, func(e lint.Engine) toolRecord { return toolRecord(e) }),
		Trust: trustRecord{array(h.Anchors, func(a lint.Anchor) anchorRecord {
			return anchorRecord{a.Subject, a.SHA256, law.Day(a.NotAfter), a.Source, string(a.Origin)}
		})},
		Revocation: sourcesRecord{h.Online, h.Evidence},
		Waivers:    h.Waivers, Baseline: h.Baseline,
		Unchecked:    array(h.Unchecked, func(t msg.Text) textRecord { return textRecord{t.ID, t.In(lang)} }),
		Ignored:      append([]string{}, h.Ignored[:min(len(h.Ignored), maxIgnored)]...),
		IgnoredCount: len(h.Ignored),
	}
	r.Config = recordConfig(h.Config)
	if h.Register != nil {
		r.Register = recordRegister(h.Register, lang)
	}
	return r
}

func recordConfig(c *lint.ConfigInfo) *configRecord {
	if c == nil {
		return nil
	}
	r := &configRecord{File: c.File, SHA256: c.SHA256, Severities: []severityRecord{}, Skipped: append([]string{}, c.Skipped...)}
	for _, rule := range slices.Sorted(maps.Keys(c.Severities)) {
		r.Severities = append(r.Severities, severityRecord{rule, c.Severities[rule].String()})
	}
	return r
}

func recordResult(r *lint.Result, lang msg.Lang) resultRecord {
	return resultRecord{
		Dossier: r.Dossier, Procedure: r.Procedure, ProcedureName: r.ProcedureName, Unit: r.Unit, Verdict: r.Verdict,
		Documents: array(r.Documents, func(d lint.DocumentInfo) documentRecord {
			return documentRecord{d.Path, string(d.Role), d.Size, d.SHA256}
		}),
		Findings: array(r.Findings, func(f lint.Finding) findingRecord { return recordFinding(&f, lang) }),
		Outcomes: array(r.Outcomes, func(o lint.Outcome) outcomeRecord { return recordOutcome(&o, lang) }),
	}
}

func recordOutcome(o *lint.Outcome, lang msg.Lang) outcomeRecord {
	return outcomeRecord{o.Rule, o.Subject, o.State, o.Because.In(lang), o.Because.ID, recordArgs(o.Because.Args), o.After}
}

func recordFinding(f *lint.Finding, lang msg.Lang) findingRecord {
	return findingRecord{
		Rule: f.Rule, Severity: f.Severity.String(),
		MessageID: f.Message.ID, Args: recordArgs(f.Message.Args),
		Message: f.Message.In(lang), Remedy: f.Remedy.In(lang), RemedyID: f.Remedy.ID,
		Place:       recordPlace(f.Place),
		Basis:       append([]law.Citation{}, f.Basis...),
		Fingerprint: f.Fingerprint,
		Waived:      recordWaiver(f.Waived),
		Known:       f.Known,
	}
}

func recordWaiver(w *lint.Waiver) *waiverRecord {
	if w == nil {
		return nil
	}
	return &waiverRecord{w.Reason, w.By, law.Day(lastDay(w)), w.Source}
}

// lastDay returns the last day on which a waiver holds.
func lastDay(w *lint.Waiver) time.Time { return legalDay(w.Until.Add(-time.Second)) }

func recordPlace(p lint.Place) placeRecord {
	r := placeRecord{File: p.File, Sheet: p.Sheet, Page: known(p.Page), Row: known(p.Row), Column: known(p.Column)}
	if !p.Box.IsZero() && finite(p.Box.X, p.Box.Y, p.Box.W, p.Box.H) {
		r.Box = &boxRecord{hundredths(p.Box.X), hundredths(p.Box.Y), hundredths(p.Box.W), hundredths(p.Box.H)}
	}
	return r
}

// recordArgs turns arguments into what JSON can hold. The kinds that msg.Args
// allows keep their kind, a day becomes its date, a time RFC 3339, anything else its words.
func recordArgs(args msg.Args) map[string]any {
	out := make(map[string]any, len(args))
	for name, value := range args {
		out[name] = recordArg(value)
	}
	return out
}

func recordArg(value any) any {
	switch v := value.(type) {
	case string, bool, int, int8, int16, int32, int64, uint, uint8, uint16, uint32, uint64:
		return v
	case float64:
		if !finite(v) {
			return nil
		}
		return v
	case time.Time: // the same day, and hour if any, that the message shows
		if v.Hour() == 0 && v.Minute() == 0 && v.Second() == 0 {
			return v.Format(time.DateOnly)
		}
		return v.Format(time.RFC3339)
	case msg.Text:
		return argText{v.ID, recordArgs(v.Args)}
	default:
		return fmt.Sprint(v)
	}
}

// legalDay returns the beginning of the day in Vietnam that holds an instant.
func legalDay(t time.Time) time.Time { return law.Date(t.In(law.Vietnam()).Date()) }

// array maps a slice to one that is never nil.
func array[S, T any](in []S, f func(S) T) []T {
	out := make([]T, len(in))
	for i, v := range in {
		out[i] = f(v)
	}
	return out
}

// known returns nil for 0, the sign of an unknown number.
func known(n int) *int {
	if n == 0 {
		return nil
	}
	return &n
}

func finite(values ...float64) bool {
	for _, v := range values {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return false
		}
	}
	return true
}

func hundredths(v float64) float64 { return math.Round(v*100) / 100 }
