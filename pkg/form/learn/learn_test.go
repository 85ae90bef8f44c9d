package learn_test

import (
	"errors"
	"math"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/form/learn"
	"github.com/tthclint/tthclint/pkg/msg"
)

// at is a line of a sheet: where it begins, how high its letters are, and what it
// says.
type at struct {
	x, y, h float64
	text    string
}

// sheet is an invented paper of A4 with what one person filled in.
func sheet(number, day, giver, receiver string) []at {
	return []at{
		{20, 15, 4, "PHÒNG LƯU TRỮ"}, {110, 15, 4, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"},
		{20, 22, 4, "Số: " + number}, {125, 22, 4, "Độc lập - Tự do - Hạnh phúc"},
		{120, 30, 4, "Mẫu Đơn, ngày " + day + " tháng 3 năm 2026"},
		{60, 50, 6, "PHIẾU GIAO NHẬN SỔ SÁCH"},
		{25, 70, 4, "Người giao: " + giver}, {25, 80, 4, "Quốc tịch: Việt Nam"},
		{25, 90, 4, "Đã nhận đủ sổ sách như trên, không hư hỏng."},
		{35, 200, 4, "NGƯỜI GIAO"}, {130, 200, 4, "NGƯỜI NHẬN"},
		{33, 207, 4, "(Ký, ghi rõ họ tên)"}, {128, 207, 4, "(Ký, ghi rõ họ tên)"},
		{33, 248, 4, giver}, {128, 248, 4, receiver},
		{70, 280, 4, "Liên hệ: 0900000001"},
	}
}

// printOf sets the lines, laid aside by (dx, dy) mm and turned by a small angle
// about the middle.
func printOf(lines []at, dx, dy, degrees float64) *form.Print {
	p := &form.Print{Paper: form.Size{W: 210.2, H: 296.8}}
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	for _, l := range lines {
		var words []form.PrintWord
		x := l.x
		for _, w := range strings.Fields(l.text) {
			n := 0.5 * l.h * float64(utf8.RuneCountInString(w))
			mx, my := x+n/2-105, l.y+l.h/2-148.5
			u, v := 105+mx*cos-my*sin+dx, 148.5+mx*sin+my*cos+dy
			words = append(words, form.PrintWord{Text: w, Confidence: 0.95, Box: form.Box{X: u - n/2, Y: v - l.h/2, W: n, H: l.h}})
			x += n + 0.4*l.h
		}
		first, last := words[0].Box, words[len(words)-1].Box
		p.Lines = append(p.Lines, form.PrintLine{Words: words, Box: form.Box{X: first.X, Y: (first.Y + last.Y) / 2, W: last.X + last.W - first.X, H: l.h}})
	}
	return p
}

const paperMarks = `
id: giao_nhan
name: {vi: Phiếu giao nhận}
role: slip
from: "2026-01-01"
fields:
  - {key: nguoi_giao, label: {vi: Người giao, en: Giver}, kind: signature, required: true, box: [25, 212, 60, 34]}
  - {key: nguoi_nhan, label: {vi: Người nhận, en: Receiver}, kind: signature, box: [120, 204, 60, 42]}
  - {key: dau, label: {vi: Dấu, en: Seal}, kind: seal, with: nguoi_giao}
values:
  - {key: number, label: {vi: Số}, type: number, required: true, captions: ["Số: …"]}
  - {key: price, label: {vi: Giá}, captions: ["Đơn giá:"], side: below}
  - {key: giver_name, label: {vi: Tên}, type: name, signer: nguoi_giao, owner: true}
`

func four() []*form.Print {
	return []*form.Print{
		printOf(sheet("12/PGN", "5", "Nguyễn Văn Mẫu", "Lý Thị Khuôn"), 0, 0, 0),
		printOf(sheet("7/PGN", "5", "Trần Thị Thử", "Lý Thị Khuôn"), 1.5, -1, 0.7),
		printOf(sheet("130/PGN", "5", "Phạm Ví Dụ", "Lý Thị Khuôn"), -2, 0.5, -0.4),
		printOf(sheet("9/PGN", "5", "Đỗ Kiểm Định", "Lý Thị Khuôn"), 0.4, 2, 1.2),
	}
}

// The receiver is the same on all sheets, and so are the day and a citizenship:
// none of it is print.
func TestLearn(t *testing.T) {
	r, err := learn.Learn(parse(t, paperMarks), four())
	require.NoError(t, err)
	assert.Equal(t, 4, r.Sheets)
	assert.False(t, r.Same)
	text := string(r.YAML)
	for _, personal := range []string{"Nguyễn", "Trần", "Phạm", "Kiểm Định", "Khuôn", "Việt Nam", "PGN", "ngày 5", "2026\"]", "0900000001"} {
		assert.NotContains(t, text, personal)
	}
	var left []string
	for _, l := range r.Left {
		left = append(left, l.Text)
	}
	assert.Equal(t, []string{"Lý Thị Khuôn"}, left)
	f := r.Form
	assert.Equal(t, []string{"PHIẾU GIAO NHẬN SỔ SÁCH"}, f.Titles)
	assert.Equal(t, form.Slip, f.Role)
	assert.Equal(t, "Phiếu giao nhận", f.Name.EN, "for want of an English name")
	assert.Subset(t, f.Labels, []string{"Quốc tịch:", "Số:", "Mẫu Đơn, ngày …", "Đã nhận đủ sổ sách như trên, không hư hỏng."})
	assert.NotContains(t, f.Labels, "Người giao:", "which reads as the caption of a field does")
	assert.Equal(t, []string{"NGƯỜI GIAO"}, f.Field("nguoi_giao").Captions)
	assert.Equal(t, []string{"(Ký, ghi rõ họ tên)"}, f.Field("nguoi_nhan").Hints)
	assert.Empty(t, f.Field("dau").Captions)

	assert.Equal(t, []string{"price"}, r.Unseen)
	want := parse(t, paperMarks).Form.Values
	assert.Equal(t, want, f.Values, "written and read again")

	e := f.Editions[0]
	assert.Equal(t, form.Size{W: 210, H: 297}, e.Paper)
	assert.Equal(t, "2026-01-01", e.In.From.Format("2006-01-02"))
	title, ok := e.Caption("title")
	require.True(t, ok)
	assert.True(t, title.Title)
	assert.InDelta(t, 60, title.Box.X, 0.6)
	assert.InDelta(t, 50, title.Box.Y, 0.6)
	giver, ok := e.Place("nguoi_giao")
	require.True(t, ok)
	assert.Equal(t, form.Box{X: 25, Y: 212, W: 60, H: 34}, giver.Box)
	assert.Equal(t, []string{"nguoi_giao", "nguoi_giao_hint"}, giver.Anchors)
	seal, ok := e.Place("dau")
	require.True(t, ok)
	assert.Equal(t, giver.Box, seal.Box)
	receiver, ok := e.Place("nguoi_nhan")
	require.True(t, ok)
	assert.InDelta(t, 211.5, receiver.Box.Y, 0.7, "below the hint that the mark covers")
	assert.InDelta(t, 246, receiver.Box.Y+receiver.Box.H, 0.1)
	assert.Equal(t, []string{"nguoi_nhan"}, r.Moved)

	set, err := form.Builtin()
	require.NoError(t, err)
	for _, p := range set.Review(f) {
		assert.Fail(t, "looks wrong", p.What.In(msg.English))
	}
}

func TestLearnLeavesOthersOut(t *testing.T) {
	scans := four()
	other := printOf([]at{{30, 30, 5, "HÓA ĐƠN BÁN HÀNG"}, {30, 60, 4, "Tên hàng:"}, {30, 80, 4, "Đơn giá:"}, {30, 90, 4, "Thành tiền:"}, {30, 99, 4, "Cộng:"}}, 0, 0, 0)
	r, err := learn.Learn(parse(t, paperMarks), append(scans, other, scans[1]))
	require.NoError(t, err)
	assert.Equal(t, 4, r.Sheets)
	assert.Equal(t, []int{4}, r.Other)
	assert.Equal(t, []int{5}, r.Copies)
}

// One sheet twice, scanned anew, has nothing that differs; what is behind colons
// and names are still no print.
func TestLearnOneSheetTwice(t *testing.T) {
	lines := sheet("12/PGN", "5", "Nguyễn Văn Mẫu", "Lý Thị Khuôn")
	r, err := learn.Learn(parse(t, paperMarks), []*form.Print{printOf(lines, 0, 0, 0), printOf(lines, 1, 1, 0.3)})
	require.NoError(t, err)
	assert.True(t, r.Same)
	for _, personal := range []string{"Nguyễn", "Khuôn", "PGN"} {
		assert.NotContains(t, string(r.YAML), personal)
	}
}

func TestLearnSingle(t *testing.T) {
	r, err := learn.Learn(parse(t, paperMarks), four()[:1])
	require.NoError(t, err)
	assert.Equal(t, 1, r.Sheets)
	var taken []string
	for _, l := range r.Taken {
		taken = append(taken, l.Text)
	}
	assert.NotContains(t, taken, "Đã nhận đủ sổ sách như trên, không hư hỏng.", "nothing tells that this is print")
	assert.Subset(t, taken, []string{"Số:", "Người giao:", "NGƯỜI NHẬN", "(Ký, ghi rõ họ tên)", "Độc lập - Tự do - Hạnh phúc"})
	assert.NotContains(t, string(r.YAML), "Nguyễn")
}

// What is under the place names it where nothing is above.
func TestLearnCaptionBelow(t *testing.T) {
	m := parse(t, "id: x\nname: {vi: X}\nfields:\n  - {key: a, label: {vi: A}, kind: signature, box: [25, 160, 60, 38]}\n  - {key: b, label: {vi: B}, kind: signature, box: [120, 105, 60, 38]}\n")
	r, err := learn.Learn(m, four())
	require.NoError(t, err)
	a := r.Form.Field("a")
	assert.Equal(t, []string{"NGƯỜI GIAO"}, a.Captions)
	assert.Equal(t, form.Above, a.Area.Side)
	assert.Equal(t, []string{"b"}, r.Unnamed)
}

func TestLearnErrors(t *testing.T) {
	for name, c := range map[string]struct {
		marks string
		scans []*form.Print
		want  string
	}{
		"nothing":     {paperMarks, nil, "no print could be read"},
		"blank":       {paperMarks, []*form.Print{{Paper: form.Size{W: 210, H: 297}}}, "no print could be read"},
		"no title":    {paperMarks, []*form.Print{printOf([]at{{20, 20, 4, "Số: 5"}}, 0, 0, 0)}, "no title was found"},
		"other title": {strings.Replace(paperMarks, "role:", "titles: [GIẤY MỜI HỌP]\nrole:", 1), four(), "«GIẤY MỜI HỌP» was not found"},
		"outside":     {strings.Replace(paperMarks, "[120, 204", "[160, 204", 1), four(), "line 8: the field nguoi_nhan lies outside"},
		"wrong paper": {strings.Replace(paperMarks, "role:", "paper: [148, 210]\nrole:", 1), four(), "lies outside the sheet of 148 by 210 mm"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := learn.Learn(parse(t, c.marks), c.scans)
			require.ErrorContains(t, err, c.want)
			var words interface{ Text() msg.Text }
			require.True(t, errors.As(err, &words))
			assert.NotEmpty(t, words.Text().In(msg.Vietnamese))
		})
	}
}

// Whatever was read, the file is a form.
func TestLearnHostileText(t *testing.T) {
	scans := four()
	for _, s := range scans {
		s.Lines = append(s.Lines, printOf([]at{{25, 120, 4, "A\"b\\: {x}"}, {25, 130, 4, "&a *b !c \x1b[1m"}, {25, 140, 4, "- \"\\u0000\" #"}}, 0, 0, 0).Lines...)
	}
	r, err := learn.Learn(parse(t, paperMarks), scans)
	require.NoError(t, err)
	assert.NotContains(t, string(r.YAML), "\x1b")
}

func TestSuggest(t *testing.T) {
	marks := learn.Suggest(four()[0])
	m, err := form.ParseMarks(marks)
	require.NoError(t, err, "%s", marks)
	assert.Equal(t, "phieu_giao_nhan_so_sach", m.Form.ID)
	assert.Equal(t, "Phiếu giao nhận sổ sách", m.Form.Name.VI)
	require.Len(t, m.Form.Fields, 2)
	assert.NotContains(t, string(marks), "Nguyễn")
	giver := m.Boxes[m.Form.Fields[0].Key].Box
	assert.Equal(t, "Chữ ký: Người giao", m.Form.Fields[0].Label.VI)
	assert.InDelta(t, 212, giver.Y, 0.5)
	assert.InDelta(t, 30, giver.H, 0.2)
	r, err := learn.Learn(m, four())
	require.NoError(t, err)
	assert.Empty(t, r.Unnamed)

	m, err = form.ParseMarks(learn.Suggest(printOf([]at{{20, 20, 4, "Số: 5"}}, 0, 0, 0)))
	require.NoError(t, err, "what was not found is left to the office")
	assert.Len(t, m.Form.Fields, 1)
	m, err = form.ParseMarks(learn.Suggest(printOf(append(sheet("1", "2", "Lê Văn Mẫu", "Lê Thị Mẫu"), at{70, 215, 4, "(Ký tên, đóng dấu)"}), 0, 0, 0)))
	require.NoError(t, err)
	assert.NotNil(t, m.Form.Field(form.SealField))
}
