package main

import (
	"crypto/sha256"
	"crypto/x509"
	"encoding/hex"
	"time"

	"github.com/tthclint/tthclint/pkg/check"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/pdf"
	"github.com/tthclint/tthclint/pkg/report"
	"github.com/tthclint/tthclint/pkg/sign"
	"github.com/tthclint/tthclint/pkg/sign/words"
)

// verifySchema is the value of the key "schema" and the $id of the JSON Schema
// in docs/schema. Version 1 only grows: keys are added, never removed or
// changed.
const verifySchema = "https://github.com/tthclint/tthclint/docs/schema/verify-v1.schema.json"

// The records below fix names and order of the keys. Strings and arrays are
// never null: an unknown string is empty. Unknown times, numbers, booleans and
// objects are null; no key is ever missing.

type verifyRecord struct {
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
	Tool           verifyToolRecord  `json:"tool"`
	AsOf           string            `json:"asOf"`
}

type verifyToolRecord struct {
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

type signatureRecord struct {
	Field         string             `json:"field"`
	Fields        []string           `json:"fields"`
	Kind          sign.Kind          `json:"kind"`
	Revision      *int               `json:"revision"`
	Removed       bool               `json:"removed"`
	SubFilter     string             `json:"subFilter"`
	ByteRange     []int64            `json:"byteRange"`
	Integrity     sign.Integrity     `json:"integrity"`
	Coverage      sign.Coverage      `json:"coverage"`
	Changes       sign.Changes       `json:"changes"`
	Permitted     *bool              `json:"permitted"`
	Indication    sign.Indication    `json:"indication"`
	SubIndication sign.Sub           `json:"subIndication"`
	Signer        string             `json:"signer"`
	Role          sign.Role          `json:"role"`
	ClaimedTime   *string            `json:"claimedTime"`
	ClaimedBy     string             `json:"claimedBy"`
	ProvenTime    *string            `json:"provenTime"`
	SkewSeconds   *int64             `json:"skewSeconds"`
	Page          *int               `json:"page"`
	Box           any                `json:"box"`
	Reasons       []sign.Code        `json:"reasons"`
	Explanations  []explainedRecord  `json:"explanations"`
	ChangeList    []changeRecord     `json:"changeList"`
	Trust         sign.TrustState    `json:"trust"`
	Term          sign.Term          `json:"term"`
	Anchor        *anchorRecord      `json:"anchor"`
	Revocation    sign.Revocation    `json:"revocation"`
	Statuses      []statusRecord     `json:"statuses"`
	Certificate   *certificateRecord `json:"certificate"`
	Timestamp     *timestampRecord   `json:"timestamp"`
	Level         string             `json:"level"`
	Digest        string             `json:"digest"`
	Algorithm     string             `json:"algorithm"`
	KeyBits       *int               `json:"keyBits"`
	DocMDP        *int               `json:"docMDP"`
	Claims        claimsRecord       `json:"claims"`
	Appearance    *appearanceRecord  `json:"appearance"`
}

// explainedRecord is a reason with its arguments and in words.
type explainedRecord struct {
	Code sign.Code `json:"code"`
	Args []string  `json:"args"`
	Text string    `json:"text"`
}

type changeRecord struct {
	Revision int          `json:"revision"`
	Object   *int         `json:"object"`
	Action   sign.Action  `json:"action"`
	Class    sign.Changes `json:"class"`
	Code     sign.Code    `json:"code"`
	Page     *int         `json:"page"`
	Field    string       `json:"field"`
	Detail   string       `json:"detail"`
	Text     string       `json:"text"`
}

type anchorRecord struct {
	Name     string      `json:"name"`
	Subject  string      `json:"subject"`
	SHA256   string      `json:"sha256"`
	Origin   sign.Origin `json:"origin"`
	Source   string      `json:"source"`
	NotAfter *string     `json:"notAfter"`
}

type statusRecord struct {
	Subject    string          `json:"subject"`
	Revocation sign.Revocation `json:"revocation"`
	Kind       string          `json:"kind"`
	Origin     string          `json:"origin"`
	Issuer     string          `json:"issuer"`
	ThisUpdate *string         `json:"thisUpdate"`
	NextUpdate *string         `json:"nextUpdate"`
	RevokedAt  *string         `json:"revokedAt"`
	Reason     string          `json:"reason"`
}

type certificateRecord struct {
	Subject   string  `json:"subject"`
	Issuer    string  `json:"issuer"`
	Serial    string  `json:"serial"`
	SHA256    string  `json:"sha256"`
	NotBefore *string `json:"notBefore"`
	NotAfter  *string `json:"notAfter"`
}

type timestampRecord struct {
	Time         *string           `json:"time"`
	Integrity    sign.Integrity    `json:"integrity"`
	Trust        sign.TrustState   `json:"trust"`
	Authority    string            `json:"authority"`
	Reasons      []sign.Code       `json:"reasons"`
	Explanations []explainedRecord `json:"explanations"`
}

type claimsRecord struct {
	Name     string `json:"name"`
	Reason   string `json:"reason"`
	Location string `json:"location"`
	Contact  string `json:"contact"`
}

type appearanceRecord struct {
	Text   string `json:"text"`
	Images int    `json:"images"`
	Unread bool   `json:"unread"`
}

// record returns the answer about a file as the JSON forms have it.
func (v *verified) record(lang msg.Lang) *verifyRecord {
	r := &verifyRecord{
		File: v.file, Verdict: v.verdict(),
		Signatures: []signatureRecord{}, UnsignedFields: []fieldRecord{}, Findings: []any{}, Unchecked: []any{},
		Marks: []markRecord{}, FileReasons: []explainedRecord{},
		Schema: verifySchema, Tool: verifyToolRecord{v.head.ToolName, v.head.ToolVersion}, AsOf: law.Day(v.head.AsOf),
	}
	if v.size >= 0 {
		r.Size = &v.size
	}
	if v.fault != nil {
		r.Error = &faultRecord{v.fault.code, v.fault.what.In(lang), v.fault.remedy.In(lang)}
	}
	if v.found == nil {
		return r
	}
	if v.found.Fault == check.FaultEncrypted {
		encrypted := true
		r.Encrypted = &encrypted
	}
	for i := range v.found.Result.Findings {
		r.Findings = append(r.Findings, report.RecordFinding(&v.found.Result.Findings[i], lang))
	}
	for _, o := range openOutcomes(v.found.Result) {
		r.Unchecked = append(r.Unchecked, report.RecordOutcome(&o, lang))
	}
	if rep := v.report(); rep != nil {
		r.add(rep, lang)
	}
	return r
}

func (r *verifyRecord) add(rep *sign.Report, lang msg.Lang) {
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

func recordSignature(s *sign.Signature, lang msg.Lang) signatureRecord {
	r := signatureRecord{
		Field: s.Field, Fields: append([]string{}, s.Fields...), Kind: s.Kind, Revision: positive(s.Revision), Removed: s.Removed,
		SubFilter: s.SubFilter, ByteRange: append([]int64{}, s.ByteRange...),
		Integrity: s.Integrity, Coverage: s.Coverage, Changes: s.Changes, Permitted: s.Permitted,
		Indication: s.Indication, SubIndication: s.Sub, Signer: signerName(s.Signer), Role: s.Role,
		ClaimedTime: recordTime(s.Claimed), ClaimedBy: s.ClaimedBy, ProvenTime: recordTime(s.Proven),
		Page: positive(s.Page), Box: recordBox(s.Box),
		Reasons: codesOf(s.Reasons), Explanations: recordReasons(s.Kind, s.Reasons, lang),
		ChangeList: []changeRecord{}, Trust: s.Trust, Term: s.Term, Revocation: s.Revocation, Statuses: []statusRecord{},
		Certificate: recordCertificate(s.Signer), Level: s.Level, Digest: s.Digest, Algorithm: s.Algorithm,
		KeyBits: positive(s.KeyBits), DocMDP: positive(s.DocMDP), Claims: claimsRecord{s.Name, s.Reason, s.Location, s.ContactInfo},
	}
	if len(r.Fields) == 0 {
		r.Fields = []string{s.Field}
	}
	if !s.Claimed.IsZero() && !s.Proven.IsZero() {
		skew := int64(s.Skew / time.Second)
		r.SkewSeconds = &skew
	}
	for i := range s.ChangeList {
		c := &s.ChangeList[i]
		r.ChangeList = append(r.ChangeList, changeRecord{
			c.Revision, positive(c.Object), c.Action, c.Class, c.Code, positive(c.Page), c.Field, c.Detail, changeText(c).In(lang),
		})
	}
	if a := s.Anchor; a != nil {
		r.Anchor = &anchorRecord{a.Name, a.SubjectString(), hex.EncodeToString(a.SHA256[:]), a.Origin, a.Source, recordTime(a.NotAfter)}
	}
	for _, st := range s.Statuses {
		subject := ""
		if st.Certificate != nil {
			subject = sign.DistinguishedName(st.Certificate.Subject)
		}
		r.Statuses = append(r.Statuses, statusRecord{
			subject, st.Revocation, st.Kind, st.Origin, st.Issuer, recordTime(st.ThisUpdate), recordTime(st.NextUpdate), recordTime(st.RevokedAt), st.Reason,
		})
	}
	if t := s.Timestamp; t != nil {
		r.Timestamp = &timestampRecord{recordTime(t.Time), t.Integrity, t.Trust, signerName(t.Authority), codesOf(t.Reasons), recordReasons(sign.KindTimestamp, t.Reasons, lang)}
	}
	if a := s.Appearance; a != nil {
		r.Appearance = &appearanceRecord{a.Text, a.Images, a.Unread}
	}
	return r
}

func recordCertificate(c *x509.Certificate) *certificateRecord {
	if c == nil {
		return nil
	}
	sum := sha256.Sum256(c.Raw)
	return &certificateRecord{
		sign.DistinguishedName(c.Subject), sign.DistinguishedName(c.Issuer), serial(c), hex.EncodeToString(sum[:]), recordTime(c.NotBefore), recordTime(c.NotAfter),
	}
}

// serial is the serial number in hexadecimal.
func serial(c *x509.Certificate) string {
	if c.SerialNumber == nil {
		return ""
	}
	return c.SerialNumber.Text(16)
}

// signerName is the common name of a certificate, or its whole subject where it
// has none; empty without a certificate. What the document claims is no name of
// the signer.
func signerName(c *x509.Certificate) string {
	switch {
	case c == nil:
		return ""
	case c.Subject.CommonName != "":
		return c.Subject.CommonName
	}
	return sign.DistinguishedName(c.Subject)
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
