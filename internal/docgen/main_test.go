package main

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules"
)

func TestSeverities(t *testing.T) {
	old, until := law.Date(2026, 1, 1), law.Date(2027, 3, 1)
	changing := []state{{law.Period{To: old}, lint.Error}, {law.Period{From: old, To: until}, lint.Error}, {law.Since(2027, 3, 1), lint.Warning}}
	assert.Equal(t, "lỗi; từ 01/03/2027 cảnh báo", severities(msg.Vietnamese, changing))
	assert.Equal(t, "error; warning since 2027-03-01", severities(msg.English, changing))
	assert.Equal(t, "lỗi", severities(msg.Vietnamese, changing[:2]))
}

// TestPagesReadAsExplain wants periods by their last day, as the command says
// them, in the language of the page.
func TestPagesReadAsExplain(t *testing.T) {
	r := rules.Rule{ID: "a/b", Editions: rules.All()[0].Editions[:1]}
	r.Editions[0].In = law.Period{To: law.Date(2027, 3, 1)}
	r.Editions[0].Basis = []law.Citation{{Instrument: "Luật Hộ tịch 60/2014/QH13", Clause: "Điều 17"}}
	r.Editions[0].Severity = lint.Error
	ways := languages()
	assert.Contains(t, page(ways[0], r), "- Đến hết 28/02/2027 (lỗi): Điều 17 Luật Hộ tịch 60/2014/QH13\n")
	assert.Contains(t, page(ways[1], r), "- Up to and including 2027-02-28 (error): Article 17 Law on Civil Status 60/2014/QH13\n")
}
