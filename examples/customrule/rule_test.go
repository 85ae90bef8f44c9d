package main

import (
	"os"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/evidence/evidencetest"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/lint/linttest"
	"github.com/tthclint/tthclint/pkg/sign"
)

// TestTimestamp states facts by hand: no file is needed to test a rule.
func TestTimestamp(t *testing.T) {
	day := law.Date(2026, 9, 1)
	result := func(signatures ...sign.Signature) *evidence.Dossier {
		return evidencetest.Dossier(nil, evidencetest.Document("KQ1.pdf", evidencetest.Signed(signatures...)))
	}
	signed := func(claimed, proven time.Time) sign.Signature {
		return sign.Signature{Kind: sign.KindSignature, Integrity: sign.Intact, Claimed: claimed, Proven: proven}
	}
	about := func(s lint.State) map[string]lint.State { return map[string]lint.State{"KQ1.pdf": s} }
	linttest.Rule(t, Timestamp(),
		linttest.Case[*evidence.Dossier]{Name: "proven", Evidence: result(signed(day, day)), States: about(lint.Passed)},
		linttest.Case[*evidence.Dossier]{Name: "claimed", Evidence: result(signed(day, time.Time{})), States: about(lint.Found), Messages: []string{"office/timestamp"}},
		linttest.Case[*evidence.Dossier]{Name: "signed before the decision", Evidence: result(signed(law.Date(2026, 6, 30), time.Time{})), States: map[string]lint.State{"": lint.NotInForce}},
		linttest.Case[*evidence.Dossier]{Name: "no result", Evidence: evidencetest.Dossier(nil), States: map[string]lint.State{"": lint.NotApplicable}},
		linttest.Case[*evidence.Dossier]{Name: "damaged", Evidence: evidencetest.Dossier(nil, evidencetest.Document("KQ1.pdf", evidencetest.Damaged())), States: about(lint.NotChecked)},
	)
}

func TestRun(t *testing.T) {
	var out strings.Builder
	require.NoError(t, run(t.Context(), &out, os.DirFS("../ho-so"), os.DirFS("../trust"), law.Date(2026, 11, 24)))
	assert.Contains(t, out.String(), "H20.30-240422-0003: error sign/broken: ")
	assert.Contains(t, out.String(), "H20.30-261109-0002: warning office/timestamp: 2 chữ ký số không có dấu thời gian. (Điều 3 Quyết định 12/QĐ-UBND của UBND phường (ví dụ))")
	assert.Contains(t, out.String(), "H20.30-250905-0010: chưa kiểm tra được sign/missing: ")
	assert.NotContains(t, out.String(), "H20.30-240315-0004", "it was signed before the decision")
}
