package signatures

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/sign"
)

// TestVerdictCountsEverySignature has a document timestamp that is broken, which
// no rule speaks of.
func TestVerdictCountsEverySignature(t *testing.T) {
	f := &File{Result: &lint.Result{Verdict: lint.Accepted}, Report: &sign.Report{Signatures: []sign.Signature{
		{Indication: sign.TotalPassed}, {Kind: sign.KindTimestamp, Indication: sign.TotalFailed},
	}}}
	assert.Equal(t, lint.Rejected, f.Verdict())
	f.Report.Signatures[1].Indication = sign.Indeterminate
	assert.Equal(t, lint.Undetermined, f.Verdict())
	f.Report.Signatures[1].Indication = sign.TotalPassed
	assert.Equal(t, lint.Accepted, f.Verdict())
}

func TestVerdictWithoutReport(t *testing.T) {
	accepted := &lint.Result{Verdict: lint.Accepted}
	assert.Equal(t, lint.Undetermined, (&File{}).Verdict(), "it could not be opened")
	assert.Equal(t, lint.Undetermined, (&File{Result: accepted, Fault: &Fault{Code: CodeDamaged}}).Verdict())
	rejected := &lint.Result{Verdict: lint.Rejected, Findings: []lint.Finding{{Severity: lint.Error}}}
	assert.Equal(t, lint.Rejected, (&File{Result: rejected, Fault: &Fault{Code: CodeDamaged}}).Verdict())
	unreadable := &File{Result: rejected, Fault: &Fault{Code: CodeUnreadable}}
	assert.True(t, unreadable.Unreadable())
	assert.Equal(t, lint.Undetermined, unreadable.Verdict(), "nothing was looked at")
}
