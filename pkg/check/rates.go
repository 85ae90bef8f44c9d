package check

import (
	"strings"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
)

// tally counts what the rates of a summary are made of, from what results say.
type tally struct {
	finished, attached int // dossiers
	results, signed    int // documents
	usable             int // dossiers with a result attached and nothing against it
	ran                map[string]bool
}

func (t *tally) add(r *lint.Result) {
	if t.ran == nil {
		t.ran = map[string]bool{}
	}
	wrong := map[string]bool{} // subjects whose signature is not in order
	for i := range r.Outcomes {
		o := &r.Outcomes[i]
		t.ran[o.Rule] = true
		if o.Rule == "result/missing" && (o.State == lint.Passed || o.State == lint.Found) {
			t.finished++
			if o.State == lint.Passed {
				t.attached++
				if r.Verdict == lint.Accepted {
					t.usable++
				}
			}
		}
		if strings.HasPrefix(o.Rule, "sign/") && decides(o.Rule) && o.State != lint.Passed {
			wrong[o.Subject] = true
		}
	}
	for i := range r.Documents {
		if d := &r.Documents[i]; d.Role == dossier.Result {
			t.results++
			if !wrong[d.Path] {
				t.signed++
			}
		}
	}
}

// signatureRules must all have passed for a result to count as signed.
var signatureRules = []string{"sign/missing", "sign/broken", "sign/changed-after", "sign/expired", "sign/untrusted"}

func decides(rule string) bool {
	for _, id := range signatureRules {
		if rule == id {
			return true
		}
	}
	return false
}

// The targets are those of the plan of Sa Đéc city after the inspection of
// 2023: 90 % digitized, 100 % signed.
const (
	attachedTarget = 0.9
	signedTarget   = 1.0
)

// rates returns the shares; one whose rules did not run has no denominator.
func (t *tally) rates() []lint.Rate {
	attached := lint.Rate{
		Key:       "attached",
		Title:     msg.Message{ID: "rate/attached", VI: "Hồ sơ đã xong có kết quả đính kèm", EN: "Finished dossiers with a result attached"},
		Numerator: t.attached, Denominator: t.finished, Target: attachedTarget,
	}
	signed := lint.Rate{
		Key:    "signed",
		Title:  msg.Message{ID: "rate/signed", VI: "Tệp kết quả có chữ ký số hợp lệ", EN: "Result files with valid digital signatures"},
		Target: signedTarget,
	}
	complete := true
	for _, id := range signatureRules {
		complete = complete && t.ran[id]
	}
	if complete {
		signed.Numerator, signed.Denominator = t.signed, t.results
	}
	usable := lint.Rate{
		Key:       "usable",
		Title:     msg.Message{ID: "rate/usable", VI: "Hồ sơ có kết quả dùng được trên số đã đính kèm", EN: "Dossiers with a usable result among those attached"},
		Numerator: t.usable, Denominator: t.attached,
	}
	return []lint.Rate{attached, signed, usable}
}
