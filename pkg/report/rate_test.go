package report_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/report"
)

func rated(rates ...lint.Rate) *sample {
	for i := range rates {
		rates[i].Title = msg.Message{ID: "r", VI: "R", EN: "R"}
	}
	return &sample{summary: lint.Summary{Rates: rates}}
}

func TestShareIsNeverRoundedUpToItsTarget(t *testing.T) {
	s := rated(
		lint.Rate{Target: 0.9, Counts: lint.Counts{Numerator: 89999, Denominator: 100000}},
		lint.Rate{Counts: lint.Counts{Numerator: 99999, Denominator: 100000}},
		lint.Rate{Counts: lint.Counts{Numerator: 2, Denominator: 3}},
		lint.Rate{Target: 0.9, Counts: lint.Counts{Numerator: 9, Denominator: 10}},
		lint.Rate{Target: 0.95, Counts: lint.Counts{Numerator: 90, Denominator: 100, Unchecked: 5}},
		lint.Rate{Target: 0.95, Counts: lint.Counts{Numerator: 90, Denominator: 100, Unchecked: 4}},
	)
	var lines []string
	for l := range strings.Lines(s.text(t, report.TextOptions{})) {
		if strings.HasPrefix(l, "  R") {
			lines = append(lines, strings.Join(strings.Fields(l), " "))
		}
	}
	assert.Equal(t, []string{
		"R 89999/100000 89,99 % CHƯA ĐẠT chỉ tiêu 90 %", "R 99999/100000 99,99 %", "R 2/3 66,67 %", "R 9/10 90,00 % đạt chỉ tiêu 90 %",
		"R 90/100 90,00 % chưa kết luận được so với chỉ tiêu 95 %; 5 chưa kiểm tra được", "R 90/100 90,00 % CHƯA ĐẠT chỉ tiêu 95 %; 4 chưa kiểm tra được",
	}, lines)
}

func TestWithoutDenominatorIsNotApplicable(t *testing.T) {
	s := rated(lint.Rate{Target: 0.95}, lint.Rate{Counts: lint.Counts{Denominator: 3, Unchecked: 3}})
	assert.Contains(t, s.text(t, report.TextOptions{}), "  N/A (không có số liệu để tính): R; R (3 chưa kiểm tra được)\n")
	var out bytes.Buffer
	s.print(t, report.NewJSON(&out, report.JSONOptions{}))
	var got struct {
		Summary struct {
			Rates []struct {
				Percent *float64
				Reach   string
			}
		}
	}
	require.NoError(t, json.Unmarshal(out.Bytes(), &got))
	require.Len(t, got.Summary.Rates, 2)
	for _, r := range got.Summary.Rates {
		assert.Nil(t, r.Percent)
		assert.Empty(t, r.Reach)
	}
}

func TestIndicatorsAreNeverCalledOfficial(t *testing.T) {
	s := officeSample()
	assert.Contains(t, s.text(t, report.TextOptions{}), "CHỈ SỐ (số liệu tính theo tệp đã kiểm tra, không phải điểm chính thức)")
	for _, o := range []report.JSONOptions{{UTF8: true}, {Lang: msg.English}} {
		var out bytes.Buffer
		s.print(t, report.NewJSON(&out, o))
		assert.Contains(t, out.String(), o.Lang.Pick("không phải điểm chính thức", "not the official score"))
	}
}

func TestGroupsOnlyOnRequest(t *testing.T) {
	s := officeSample()
	assert.NotContains(t, s.text(t, report.TextOptions{}), "THEO")
	out := s.text(t, report.TextOptions{By: []lint.By{lint.ByWeek}})
	assert.Contains(t, out, "CHỈ SỐ THEO TUẦN\n  Tuần 37/2026 (07/09/2026 – 13/09/2026)\n    Kết quả đã đính kèm  2/2  100,00 %  đạt chỉ tiêu 90 %\n")
	assert.NotContains(t, out, "THEO ĐƠN VỊ")
	assert.Contains(t, s.text(t, report.TextOptions{By: []lint.By{lint.ByUnit}}), "  (không rõ đơn vị)\n    Kết quả đã đính kèm  0/1  0,00 %")
}

func TestInterruptedReportsAreWholeDocuments(t *testing.T) {
	s := officeSample()
	s.results, s.summary.Interrupted = s.results[:1], true
	var out bytes.Buffer
	s.print(t, report.NewJSON(&out, report.JSONOptions{}))
	validate(t, compileSchema(t, ""), out.Bytes())
	assert.Contains(t, out.String(), `"interrupted":true`)
	assert.Contains(t, s.text(t, report.TextOptions{}), "ĐÃ DỪNG GIỮA CHỪNG")
	assert.NotContains(t, officeSample().text(t, report.TextOptions{}), "ĐÃ DỪNG GIỮA CHỪNG")
}

func TestJoinIsTold(t *testing.T) {
	out := officeSample().text(t, report.TextOptions{})
	for _, want := range []string{
		"Đối chiếu với sổ: 3 hồ sơ có cả dòng trong sổ và tệp, 1 chỉ có trong sổ, 1 chỉ có tệp",
		"2 dòng của sổ không dùng được", "3 tên tệp ghi trong sổ không có trong hồ sơ (ở 2 hồ sơ)",
		"thủ tục chưa biết: Thủ tục mẫu (9.999999), 2 dòng", "… và 2 lưu ý khác về sổ",
	} {
		assert.Contains(t, out, want)
	}
	assert.NotContains(t, officeSample().text(t, report.TextOptions{Verbose: true}), "lưu ý khác về sổ")
}
