package form

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/form/internal/writing"
	"github.com/tthclint/tthclint/pkg/ocr"
)

func TestColumnsOfLabels(t *testing.T) {
	at := func(x, y float64) expected { return expected{&label{}, Box{x, y, 30, 4}} }
	columns := columnsOf([]expected{at(22, 90), at(109, 90), at(23, 70), at(108, 110)})
	require.Len(t, columns, 2)
	assert.Equal(t, []float64{70, 90}, []float64{columns[0][0].box.Y, columns[0][1].box.Y})
	assert.Equal(t, []float64{90, 110}, []float64{columns[1][0].box.Y, columns[1][1].box.Y})
}

func TestLabelsOfBothSpousesMustBeFound(t *testing.T) {
	set, err := Builtin()
	require.NoError(t, err)
	f := set.Form("ket_hon")
	lines := func(lines ...string) []*notice {
		var out []*notice
		for i, text := range lines {
			for _, n := range notices(spoken(20, float64(10*i), text), labelsOf(f)) {
				out = append(out, &n)
			}
		}
		return out
	}
	all := []string{"Số:", "Họ, chữ đệm, tên vợ:", "Ngày, tháng, năm sinh:", "Nơi cư trú:", "Giấy tờ tùy thân:",
		"Họ, chữ đệm, tên chồng:", "Ngày, tháng, năm sinh:", "Nơi cư trú:", "Giấy tờ tùy thân:", "Nơi đăng ký kết hôn:", "Ngày, tháng, năm đăng ký:"}
	assert.True(t, complete(f, lines(all...)))
	for i := range all {
		assert.False(t, complete(f, lines(append(append([]string{}, all[:i]...), all[i+1:]...)...)), "without %s", all[i])
	}
}

// counted is an engine that counts what it is asked.
type counted struct{ calls int }

func (c *counted) Version() string { return "counted" }
func (c *counted) Read(context.Context, *ocr.Picture, ocr.Layout) ([]ocr.Line, error) {
	c.calls++
	return nil, nil
}

func TestLabelsThatAreNotInTheirColumnAreNotRead(t *testing.T) {
	e := &counted{}
	s := &script{engine: e, lines: []*candidate{{line: line{x0: 60, x1: 90, y0: 50, y1: 54}}, {line: line{x0: 22, x1: 52, y0: 90, y1: 94}}}}
	n, err := s.readLabel(t.Context(), &label{letters: "noisinh"}, Box{22, 50, 30, 4}, 0, 0)
	require.NoError(t, err)
	assert.Nil(t, n)
	assert.Zero(t, e.calls)
}

func TestTextsThatAreAskedFor(t *testing.T) {
	b := &board{}
	assert.True(t, b.wantsText(&Value{Type: NameValue}))
	assert.True(t, b.wantsText(&Value{Code: true}))
	assert.False(t, b.wantsText(&Value{Type: PlaceValue}))
	b.texts = true
	assert.True(t, b.wantsText(&Value{Type: PlaceValue}))
}

func TestDaysThatAreReadForTheirWords(t *testing.T) {
	day := &valueRoom{value: &Value{Type: DateValue}}
	b := &board{}
	figures, words := &writing.Reading{}, &writing.Reading{}
	figures.Wide, words.Wide = 8, 16
	assert.False(t, b.asksParts(day, figures))
	assert.True(t, b.asksParts(day, words))
	assert.True(t, b.asksParts(&valueRoom{value: &Value{Type: NumberValue}}, figures))
}

func TestUnknownLabels(t *testing.T) {
	set, err := Builtin()
	require.NoError(t, err)
	f := set.Form("xac_nhan_hon_nhan")
	b := boardOf(f, spoken(20, 50, "Họ và tên:"), spoken(20, 57, "Tôn giáo: Không"), spoken(20, 64, "Ngày sinh: 01/02/1990"))
	assert.Zero(t, roomOf(t, b, "person_name").below.W, "the next line is another label's")
	for text, want := range map[string]int{"Tôn giáo: Không": 1, "Xã An Bình, tỉnh Hà Nam": 0, "a b c d e f g: h": 0, ": …": 0} {
		assert.Len(t, notices(spoken(20, 50, text), labelsOf(f)), want, text)
	}
}

func TestTitlesAreNoLabels(t *testing.T) {
	set, err := Builtin()
	require.NoError(t, err)
	f := set.Form("quyen_su_dung_dat")
	value := f.Value("certificate_code")
	for text, want := range map[string]bool{"GIẤY CHỨNG NHẬN": false, "Mã Giấy chứng nhận: 12": true, "Mã Giấy chứng nhận206133411559": true} {
		is := false
		for _, n := range notices(spoken(20, 50, text), labelsOf(f)) {
			for _, v := range n.values {
				is = is || v == value
			}
		}
		assert.Equal(t, want, is, text)
	}
}

func TestFiguresJoinedToWords(t *testing.T) {
	for text, want := range map[string]string{
		"ngàyo7": "ngày|o7", "tháng?": "tháng|?", "tháng12": "tháng|12", "năm2024": "năm|2024", "nhận206133": "nhận|206133",
		"Nam": "Nam", "thang": "thang", "ng1y": "ng1y", "QĐ12": "QĐ12",
	} {
		var parts []string
		for _, w := range parted(word{text: text, box: Box{0, 0, 20, 4}}) {
			parts = append(parts, w.text)
		}
		assert.Equal(t, want, strings.Join(parts, "|"), text)
	}
}

func TestSignsOfNumbers(t *testing.T) {
	end, ok := signAt([]word{{"985QĐ-UBND", 0.03, Box{30, 10, 26, 4}}}, Box{29, 8, 40, 8})
	assert.True(t, ok)
	assert.Greater(t, end, 34.0, "what stands before the sign was read with it")
	for text, want := range map[string]int{"/23/TLKT-BS": 3, "/QĐ-UBND": 0, "12/2024": 2, "/22": -1, "./“BND-XNTTHN": 1, "/202ó": 0, "12/QĐ-UBND": 2, "1/2": -1} {
		assert.Equal(t, want, signSlash([]rune(text)), text)
	}
}
