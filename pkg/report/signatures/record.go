package signatures

import (
	"time"

	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/pdf"
	"github.com/tthclint/tthclint/pkg/report"
	"github.com/tthclint/tthclint/pkg/sign"
	"github.com/tthclint/tthclint/pkg/sign/words"
)

// Schema is the value of the key "schema" and the $id of the JSON Schema in
// docs/schema. Version 1 only grows: keys are added, never removed or changed.
const Schema = "https://github.com/tthclint/tthclint/docs/schema/verify-v1.schema.json"

// The records below fix names and order of the keys. Strings and arrays are
// never null: an unknown string is empty. Unknown times, numbers, booleans and
// objects are null; no key is ever missing.

type fileRecord struct {
	File           string            `json:"file"`
	Signatures     []signatureRecord `json:"signatures"`
	UnsignedFields []fieldRecord     `json:"unsignedFields"`
	Findings       []any             `json:"findings"`
	Error          *faultRecord      `json:"error"`
	Verdict        lint.Verdict      `json:"verdict"`
	Unchecked      []any             `json:"unchecked"`
	Marks          []markRecord      `json:"marks"`
	Size           *int64            `json:"size"`
	Pages          *int              `json:"pages"`
	Revisions      *int              `json:"revisions"`
	Encrypted      *bool             `json:"encrypted"`
	FileReasons    []explainedRecord `json:"fileReasons"`
	Schema         string            `json:"schema"`
	Tool           toolRecord        `json:"tool"`
	AsOf           string            `json:"asOf"`
	Config         any               `json:"config"`
}

type toolRecord struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

type faultRecord struct {
	Code    string `json:"code"`
	Message string `json:"message"`
	Remedy  string `json:"remedy"`
}

type fieldRecord struct {
	Field string `json:"field"`
	Page  *int   `json:"page"`
	Box   any    `json:"box"`
}

type markRecord struct {
	Kind string `json:"kind"`
	Page *int   `json:"page"`
	Box  any    `json:"box"`
	Text string `json:"text"`
}

// explainedRecord is a reason with its arguments and in words.
type explainedRecord struct {
	Code sign.Code `json:"code"`
	Args []string  `json:"args"`
	Text string    `json:"text"`
}

// recordFile returns the answer about a file as the JSON forms have it.
func recordFile(h *lint.Head, f *File, lang msg.Lang) *fileRecord {
	r := &fileRecord{
		File: f.Name, Verdict: f.Verdict(),
		Signatures: []signatureRecord{}, UnsignedFields: []fieldRecord{}, Findings: []any{}, Unchecked: []any{},
		Marks: []markRecord{}, FileReasons: []explainedRecord{},
		Schema: Schema, Tool: toolRecord{h.ToolName, h.ToolVersion}, AsOf: law.Day(h.AsOf), Config: report.RecordConfig(h.Config),
	}
	if f.Size >= 0 {
		r.Size = &f.Size
	}
	if f.Fault != nil {
		r.Error = &faultRecord{f.Fault.Code, f.Fault.What.In(lang), f.Fault.Remedy.In(lang)}
		if f.Fault.Code == CodeEncrypted {
			encrypted := true
			r.Encrypted = &encrypted
		}
	}
	findings := f.findings()
	for i := range findings {
		r.Findings = append(r.Findings, report.RecordFinding(&findings[i], lang))
	}
	for _, o := range openOutcomes(f.Result) {
		r.Unchecked = append(r.Unchecked, report.RecordOutcome(&o, lang))
	}
	if f.Report != nil {
		r.add(f.Report, lang)
	}
	return r
}

func (r *fileRecord) add(rep *sign.Report, lang msg.Lang) {
	r.Pages, r.Revisions, r.Encrypted = &rep.Pages, &rep.Revisions, &rep.Encrypted
	for i := range rep.Signatures {
		r.Signatures = append(r.Signatures, recordSignature(&rep.Signatures[i], lang))
	}
	for _, f := range rep.UnsignedFields {
		r.UnsignedFields = append(r.UnsignedFields, fieldRecord{f.Field, positive(f.Page), recordBox(f.Box)})
	}
	for _, m := range rep.Marks {
		r.Marks = append(r.Marks, markRecord{m.Kind, positive(m.Page), recordBox(m.Box), m.Text})
	}
	r.FileReasons = recordReasons(sign.KindSignature, rep.Reasons, lang)
}

func recordReasons(kind sign.Kind, reasons []sign.Reason, lang msg.Lang) []explainedRecord {
	out := make([]explainedRecord, len(reasons))
	for i, r := range reasons {
		out[i] = explainedRecord{r.Code, append([]string{}, r.Args...), words.ReasonFor(kind, r).In(lang)}
	}
	return out
}

// codesOf lists the codes of reasons, each once.
func codesOf(reasons []sign.Reason) []sign.Code {
	out := []sign.Code{}
	seen := map[sign.Code]bool{}
	for _, r := range reasons {
		if !seen[r.Code] {
			seen[r.Code] = true
			out = append(out, r.Code)
		}
	}
	return out
}

// recordTime writes a time as in RFC 3339, in the time of Vietnam; null where it
// is unknown or beyond what RFC 3339 can say.
func recordTime(t time.Time) *string {
	t = t.In(law.Vietnam())
	if t.IsZero() || t.Year() < 1 || t.Year() > 9999 {
		return nil
	}
	s := t.Format(time.RFC3339)
	return &s
}

func recordBox(b pdf.Box) any { return report.RecordBox(boxOf(b)) }

func boxOf(b pdf.Box) lint.Box { return lint.Box{X: b.X, Y: b.Y, W: b.W, H: b.H} }

// positive returns nil for 0, the sign of an unknown number.
func positive(n int) *int {
	if n <= 0 {
		return nil
	}
	return &n
}
