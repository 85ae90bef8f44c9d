package check

import (
	"slices"

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
	passed := map[string]int{} // path → signature rules that passed
	for i := range r.Outcomes {
		o := &r.Outcomes[i]
		t.ran[o.Rule] = true
		switch {
		case o.Rule == "result/missing" && o.State == lint.Found:
			t.finished++
		case o.Rule == "result/missing" && o.State == lint.Passed:
			t.finished++
			t.attached++
			if r.Verdict == lint.Accepted {
				t.usable++
			}
		case o.State == lint.Passed && slices.Contains(signatureRules(), o.Rule):
			passed[o.Subject]++
		}
	}
	for i := range r.Documents {
		if d := &r.Documents[i]; d.Role == dossier.Result {
			t.results++
			if passed[d.Path] == len(signatureRules()) {
				t.signed++
			}
		}
	}
}

// signatureRules must all have passed for a result to count as signed.
func signatureRules() []string {
	return []string{
		"sign/missing", "sign/broken", "sign/malformed", "sign/changed-after", "sign/not-permitted-change", "sign/invalid",
		"sign/untrusted", "sign/expired", "sign/not-yet-valid", "sign/revoked",
	}
}

// The targets are those of the plan of Sa Đéc city after the inspection of
// 2023: 90 % digitized, 100 % signed.
const (
	attachedTarget = 0.9
	signedTarget   = 1.0
)

// rates returns the shares. One whose rules did not run has no denominator, nor
// has the share of results attached without a register, which alone knows the
// results that are not.
func (t *tally) rates(registered bool) []lint.Rate {
	attached := lint.Rate{
		Key:       "attached",
		Title:     msg.Message{ID: "rate/attached", VI: "Hồ sơ đã xong có kết quả đính kèm", EN: "Finished dossiers with a result attached"},
		Numerator: t.attached, Denominator: t.finished, Target: attachedTarget,
	}
	if !registered {
		attached.Numerator, attached.Denominator = 0, 0
	}
	signed := lint.Rate{
		Key:    "signed",
		Title:  msg.Message{ID: "rate/signed", VI: "Tệp kết quả có chữ ký số toàn vẹn và tin cậy", EN: "Result files whose digital signatures are intact and trusted"},
		Target: signedTarget,
	}
	complete := true
	for _, id := range signatureRules() {
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
