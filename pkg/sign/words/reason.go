package words

import (
	"cmp"
	"strconv"
	"strings"
	"time"

	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/sign"
)

// Reason says why an answer is what it is. A code of a later version, which has
// no words here, is put as a technical detail.
func Reason(r sign.Reason) msg.Text {
	if r.Code == sign.CodeRevocationBad && len(r.Args) > 2 {
		return badRevocation(r.Args[0], r.Args[1], r.Args[2])
	}
	w, ok := codes[r.Code]
	if !ok {
		return unknown.With("detail", string(r.Code))
	}
	return w.text(r)
}

// ReasonFor is [Reason] for a signature or a document timestamp: the time of a
// timestamp is never its signer's claim.
func ReasonFor(kind sign.Kind, r sign.Reason) msg.Text {
	if w, ok := stampCodes[r.Code]; ok && kind == sign.KindTimestamp {
		return w.text(r)
	}
	return Reason(r)
}

// codeWords are the words for a reason code. args name the arguments of the
// reason in their order; [argument] says what each name means.
type codeWords struct {
	vi, en string
	args   []string
}

func (w codeWords) text(r sign.Reason) msg.Text {
	m := msg.Message{ID: "sign-code/" + string(r.Code), VI: w.vi, EN: w.en}
	var pairs []any
	for i, name := range w.args {
		value := ""
		if i < len(r.Args) {
			value = r.Args[i]
		}
		if name == "usages" {
			value = strings.Join(r.Args, ", ")
		}
		pairs = append(pairs, name, argument(name, value))
	}
	return m.With(pairs...)
}

// argument says the value of an argument as its name asks for.
func argument(name, value string) any {
	switch name {
	case "offset": // of no use where it is not known
		if n, err := strconv.ParseInt(value, 10, 64); err != nil || n < 0 {
			return ""
		}
		return atOffset.With("n", value)
	case "revoked":
		return RevocationReason(value)
	case "detail":
		return Detail(value)
	}
	if value == "" {
		return "…"
	}
	switch name {
	case "time":
		if t, err := time.Parse(time.RFC3339, value); err == nil {
			return t.In(law.Vietnam())
		}
	case "class":
		if sign.Changes(value) == sign.ChangesOther { // within a sentence
			return otherChange.With()
		}
		if m, ok := classes[sign.Changes(value)]; ok {
			return m.With()
		}
	case "level":
		if m, ok := levels[sign.Changes(value)]; ok {
			return m.With()
		}
	case "code":
		if m, ok := faults[value]; ok {
			return m.With()
		}
	case "seconds":
		if d, err := time.ParseDuration(value); err == nil {
			return Span(d)
		}
		if n, err := strconv.ParseFloat(value, 64); err == nil {
			return Span(time.Duration(n * float64(time.Second)))
		}
	case "usages":
		return usages(value)
	case "subject", "issuer", "root":
		return Clip(CommonName(value))
	}
	return Clip(value)
}

// Changes says a class of change; one without words is shown as it is.
func Changes(class sign.Changes) msg.Text {
	if m, ok := classes[class]; ok {
		return m.With()
	}
	return unknown.With("detail", string(class))
}

var classes = map[sign.Changes]msg.Message{
	sign.ChangesNone:       {ID: "verify/changes-none", VI: "không có thay đổi nào sau khi ký", EN: "nothing was changed after signing"},
	sign.ChangesLTA:        {ID: "verify/changes-lta", VI: "chỉ thêm dữ liệu xác thực lâu dài hoặc dấu thời gian", EN: "data for long-term validation or timestamps were added"},
	sign.ChangesForm:       {ID: "verify/changes-form", VI: "thêm chữ ký hoặc điền biểu mẫu", EN: "signatures were added or form fields filled in"},
	sign.ChangesAnnotation: {ID: "verify/changes-annotation", VI: "thêm hoặc sửa ghi chú trên trang", EN: "annotations were added or edited"},
	sign.ChangesOther:      {ID: "verify/changes-other", VI: "CÓ thay đổi không giải thích được", EN: "there ARE changes that nothing explains"},
}

var otherChange = msg.Message{ID: "sign-detail/class-other", VI: "thay đổi không giải thích được", EN: "changes that nothing explains"}

// levels say what may follow a signature.
var levels = map[sign.Changes]msg.Message{
	sign.ChangesNone:       {ID: "verify/level-lta", VI: "chỉ được thêm dữ liệu xác thực lâu dài", EN: "only data for long-term validation may be added"},
	sign.ChangesLTA:        {ID: "verify/level-lta", VI: "chỉ được thêm dữ liệu xác thực lâu dài", EN: "only data for long-term validation may be added"},
	sign.ChangesForm:       {ID: "verify/level-form", VI: "chỉ được điền biểu mẫu và ký thêm", EN: "only form filling and further signatures are allowed"},
	sign.ChangesAnnotation: {ID: "verify/level-annotation", VI: "chỉ được điền biểu mẫu, ký thêm và ghi chú", EN: "only form filling, further signatures and comments are allowed"},
}

// RevocationReason says why a certificate was revoked (RFC 5280 5.3.1).
func RevocationReason(name string) msg.Text {
	if m, ok := revocationReasons[name]; ok {
		return m.With()
	}
	return unknown.With("detail", Clip(name))
}

var unstated = msg.Message{ID: "revocation/unstated", VI: "không nêu", EN: "not stated"}

var revocationReasons = map[string]msg.Message{
	"":                     unstated,
	"unspecified":          unstated,
	"keyCompromise":        {ID: "revocation/key-compromise", VI: "lộ khóa của người ký", EN: "the signer's key was compromised"},
	"cACompromise":         {ID: "revocation/ca-compromise", VI: "lộ khóa của tổ chức cấp chứng thư", EN: "the issuer's key was compromised"},
	"aACompromise":         {ID: "revocation/aa-compromise", VI: "lộ khóa của tổ chức cấp thuộc tính", EN: "the attribute authority's key was compromised"},
	"affiliationChanged":   {ID: "revocation/affiliation", VI: "thay đổi thông tin hoặc nơi công tác", EN: "the holder's data or affiliation changed"},
	"superseded":           {ID: "revocation/superseded", VI: "đã thay bằng chứng thư mới", EN: "it was superseded"},
	"cessationOfOperation": {ID: "revocation/cessation", VI: "ngừng sử dụng", EN: "it is no longer used"},
	"certificateHold":      {ID: "revocation/hold", VI: "tạm dừng", EN: "it is on hold"},
	"privilegeWithdrawn":   {ID: "revocation/withdrawn", VI: "bị rút quyền", EN: "a privilege was withdrawn"},
}

// Span says a length of time.
func Span(d time.Duration) msg.Text {
	d = max(d, -d)
	switch {
	case d >= 48*time.Hour:
		return spanDays.With("n", int(d/(24*time.Hour)))
	case d >= 2*time.Hour:
		return spanHours.With("n", float64(d.Round(time.Minute))/float64(time.Hour))
	case d >= 2*time.Minute:
		return spanMinutes.With("n", int(d/time.Minute))
	}
	return spanSeconds.With("n", int(d/time.Second))
}

// Clip bounds what one value of a document may fill of a screen.
func Clip(s string) string {
	const most = 200
	n := 0
	for i := range s {
		if n++; n > most {
			return s[:i] + "…"
		}
	}
	return s
}

// CommonName is what people call the holder of a distinguished name as RFC 4514
// writes it: the common name, else the organization, else all of it.
func CommonName(dn string) string {
	organization := ""
	for start := 0; start < len(dn); {
		end := start
		for end < len(dn) && dn[end] != ',' && dn[end] != '+' {
			if dn[end] == '\\' {
				end++
			}
			end++
		}
		end = min(end, len(dn))
		if name, ok := strings.CutPrefix(dn[start:end], "CN="); ok && name != "" {
			return unescape(name)
		}
		if name, ok := strings.CutPrefix(dn[start:end], "O="); ok && organization == "" {
			organization = unescape(name)
		}
		start = end + 1
	}
	return cmp.Or(organization, dn)
}

func unescape(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) {
			i++
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// Technical is the id of a text for what has no words: the detail stands in it
// as it is.
const Technical = "sign-detail/technical"

var (
	unknown  = msg.Message{ID: Technical, VI: "chi tiết kỹ thuật: {detail}", EN: "technical detail: {detail}"}
	atOffset = msg.Message{ID: "sign-detail/offset", VI: ", byte {n}", EN: ", byte {n}"}

	spanDays    = msg.Message{ID: "verify/days", VI: "{n} ngày", EN: "{n} days"}
	spanHours   = msg.Message{ID: "verify/hours", VI: "{n} giờ", EN: "{n} hours"}
	spanMinutes = msg.Message{ID: "verify/minutes", VI: "{n} phút", EN: "{n} minutes"}
	spanSeconds = msg.Message{ID: "verify/seconds", VI: "{n} giây", EN: "{n} seconds"}
)
