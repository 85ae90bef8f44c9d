package report_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/report"
)

func TestBlock(t *testing.T) {
	s := officeSample()
	b := report.NewBlock(report.TextOptions{Width: 60})
	title := msg.Message{ID: "t", VI: "Tệp {file}", EN: "File {file}"}
	label := msg.Message{ID: "l", VI: "Nhãn:", EN: "Label:"}
	b.Head(title.With("file", "a"), s.head)
	b.Blank()
	b.Heading(2, title.With("file", "\x1b[2J"), lint.Rejected, label.With())
	b.Field(4, label, title.With("file", strings.Repeat("b ", 40)))
	b.Item(2, title.With("file", "c\u202e"))
	b.Line(0, title.With("file", "d"))
	b.Findings(s.results[1].Findings)
	b.Unchecked(s.results[3])
	b.Unchecked(s.results[0])
	text := string(b.Bytes())
	for _, want := range []string{
		"Tệp a\nNgày kiểm tra:  23/11/2026\nChứng thư gốc:", "\n\n  Tệp \\x1b[2J – Nhãn:\n    Nhãn:       Tệp\n                b b b", "  - Tệp c\\u202e\nTệp d\n",
		"LỖI: Giấy chứng nhận kết hôn thiếu chữ ký của vợ.", "Cách xử lý:", "Chưa kiểm tra được:\n  - Ảnh quét quá mờ (72 dpi)",
	} {
		assert.Contains(t, text, want)
	}
	assert.Empty(t, b.Bytes(), "it was emptied")
	assert.Equal(t, "trang 2, ô rộng 3 mm, cao 4 mm, cách mép trái trang 1 mm, cách mép trên 2 mm",
		strings.ReplaceAll(b.Place(lint.Place{Page: 2, Box: lint.Box{X: 1, Y: 2, W: 3, H: 4}}), "\u00a0", " "))
}

func TestRecordsAreThoseOfTheReport(t *testing.T) {
	s := officeSample()
	for want, record := range map[string]any{
		`"rule":"field/spouse-signature","severity":"error","messageId":"field/spouse-signature"`:                                                   report.RecordFinding(&s.results[1].Findings[0], msg.English),
		`{"rule":"field/spouse-signature","subject":"H20.30-260911-0004/KQ1.pdf","state":"not-checked","because":"The scan is too coarse (72 dpi)"`: report.RecordOutcome(&s.results[3].Outcomes[0], msg.English),
		`{"x":1.23,"y":2,"w":3,"h":4}`: report.RecordBox(lint.Box{X: 1.234, Y: 2, W: 3, H: 4}),
		`null`:                         report.RecordBox(lint.Box{}),
	} {
		got, err := json.Marshal(record)
		require.NoError(t, err)
		assert.Contains(t, string(got), want)
	}
}
