package rules_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/evidence/evidencetest"
	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/ink"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/rules"
	"github.com/tthclint/tthclint/pkg/sign"
)

func judge(t *testing.T, e *evidence.Dossier) *lint.Result {
	t.Helper()
	l, err := lint.New(lint.Options[*evidence.Dossier]{Rules: rules.All(), AsOf: law.Date(2026, 11, 23), Evidence: evidencetest.Always(e)})
	require.NoError(t, err)
	return l.Judge(t.Context(), e.Dossier)
}

func certificate(t *testing.T) *form.Form {
	t.Helper()
	forms, err := form.Builtin()
	require.NoError(t, err)
	return forms.Form("ket_hon")
}

// TestNothingSeenIsNothingPassed gives every rule a result about which no fact
// can be had: each that applies must say that it was not checked.
func TestNothingSeenIsNothingPassed(t *testing.T) {
	r := judge(t, evidencetest.Dossier(evidencetest.Expecting("1.000894", certificate(t)), evidencetest.Document("a.pdf")))
	assert.Equal(t, lint.Undetermined, r.Verdict)
	seesNoContent := map[string]bool{"result/missing": true, "result/other-code": true, "result/duplicate": true} // judge names and digests
	for _, o := range r.Outcomes {
		if o.State == lint.NotApplicable || seesNoContent[o.Rule] {
			continue
		}
		assert.Equal(t, lint.NotChecked, o.State, o.Rule)
	}
}

// TestPanicUnderAFactIsNotAPass does the same with facts that panic.
func TestPanicUnderAFactIsNotAPass(t *testing.T) {
	doc := evidencetest.Document("a.pdf", evidencetest.Content(evidence.PDF))
	doc.Structure = evidence.Of(func() (*evidence.Structure, error) { panic("parser") })
	doc.Signatures = evidence.Of(func() (*sign.Report, error) { panic("parser") })
	doc.Pages = evidence.Of(func() ([]evidence.PageReading, error) { panic("parser") })
	r := judge(t, evidencetest.Dossier(evidencetest.Expecting("1.000894", certificate(t)), doc))
	assert.Equal(t, lint.Undetermined, r.Verdict)
	failed := 0
	for _, o := range r.Outcomes {
		if o.State == lint.Failed {
			failed++
		}
	}
	assert.Equal(t, 53, failed, "three rules on the PDF, 22 on signatures, 28 on the pages")
}

// TestOneCauseIsToldOnce gives each root cause and asks for no second finding.
func TestOneCauseIsToldOnce(t *testing.T) {
	for want, doc := range map[string]*evidence.Document{
		"result/empty":   evidencetest.Document("a.pdf", evidencetest.Content(evidence.Empty)),
		"result/not-pdf": evidencetest.Document("a.pdf", evidencetest.Content(evidence.JPEG)),
		"pdf/unreadable": evidencetest.Document("a.pdf", evidencetest.Damaged()),
	} {
		r := judge(t, evidencetest.Dossier(evidencetest.Expecting("1.000894", certificate(t)), doc))
		require.Len(t, r.Findings, 1, want)
		assert.Equal(t, want, r.Findings[0].Rule)
		assert.False(t, r.Unchecked(), "%s: what follows from it is not listed as unchecked", want)
	}
}

// TestAnUnsignedSheetIsToldPersonByPerson gives a certificate that was scanned
// before anybody signed: who is missing is told, what follows is not.
func TestAnUnsignedSheetIsToldPersonByPerson(t *testing.T) {
	f := certificate(t)
	page := evidencetest.Shows(f, evidencetest.Field(form.WifeSignature, ink.Absent), evidencetest.Field(form.HusbandSignature, ink.Absent),
		evidencetest.Field(form.OfficialSignature, ink.Absent), evidencetest.Field(form.SealField, ink.Absent))
	r := judge(t, evidencetest.Dossier(evidencetest.Expecting("1.000894", f), evidencetest.Document("a.pdf", evidencetest.Signed(), evidencetest.Pages(page))))
	var found []string
	for _, f := range r.Findings {
		if f.Severity > lint.Info && (strings.HasPrefix(f.Rule, "field/") || strings.HasPrefix(f.Rule, "scan/")) {
			found = append(found, f.Message.ID)
		}
	}
	assert.ElementsMatch(t, []string{"field/spouse-signature.wife", "field/spouse-signature.husband", "field/official-signature"}, found)
}

func TestEveryRuleIsWellFormed(t *testing.T) {
	_, err := lint.New(lint.Options[*evidence.Dossier]{
		Rules: rules.All(), AsOf: law.Date(2026, 11, 23), Evidence: evidencetest.Always(evidencetest.Dossier(nil)),
	})
	require.NoError(t, err)
}
