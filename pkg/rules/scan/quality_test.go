package scan_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/evidence/evidencetest"
	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/lint/linttest"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/quality"
	"github.com/tthclint/tthclint/pkg/raster"
	"github.com/tthclint/tthclint/pkg/rules/scan"
)

// with returns a dossier whose one result has these pages.
func with(pages ...evidence.PageReading) *evidence.Dossier {
	for i := range pages {
		pages[i].Page = i + 1
	}
	return evidencetest.Dossier(nil, evidencetest.Document("a.pdf", evidencetest.Pages(pages...)))
}

func blankPage() evidence.PageReading {
	page := evidencetest.Unrecognised(form.NoText)
	page.Blank = true
	return page
}

func electronicPage() evidence.PageReading {
	page := evidencetest.Undrawn()
	page.Electronic = true
	return page
}

func is(s lint.State) map[string]lint.State { return map[string]lint.State{"a.pdf": s} }

// outcome wants one finding of a severity that says something.
func outcome(s lint.Severity, says string) func(*testing.T, *lint.Result) {
	return func(t *testing.T, r *lint.Result) {
		require.Len(t, r.Findings, 1)
		assert.Equal(t, s, r.Findings[0].Severity)
		assert.Contains(t, r.Findings[0].Message.In(msg.Vietnamese), says)
	}
}

// poor is a change to a clean scan that a rule has to tell.
type poor struct {
	name, message, says string
	severity            lint.Severity
	change              func(*quality.Quality)
}

// TestPictureRules gives every rule on the picture of a page a clean scan, poor
// ones, and pages that it has nothing to say about.
func TestPictureRules(t *testing.T) {
	forms, err := form.Builtin()
	require.NoError(t, err)
	marriage := forms.Form("ket_hon")
	for _, c := range []struct {
		rule lint.Rule[*evidence.Dossier]
		poor []poor
		fine []func(*quality.Quality) // what must not be told
	}{
		{scan.Resolution(), []poor{
			{"coarse", "scan/resolution", "độ phân giải thực 150 dpi, thấp hơn mức tối thiểu 200 dpi", lint.Error, func(q *quality.Quality) { q.DPIX, q.DPIY = 150, 150 }},
			{"coarse one way", "scan/resolution", "98 dpi", lint.Error, func(q *quality.Quality) { q.DPIX, q.DPIY = 204, 98 }},
			{"enlarged", "scan/resolution.enlarged", "ảnh 200 dpi được phóng to từ ảnh khoảng 100 dpi", lint.Warning, func(q *quality.Quality) { q.Enlarged = 2 }},
		}, []func(*quality.Quality){
			func(q *quality.Quality) { q.DPIX, q.DPIY = 199.2, 198.4 },
			func(q *quality.Quality) { q.DPIX, q.DPIY, q.Enlarged = 600, 600, 2 },
			func(q *quality.Quality) { // A4 on a page of 72 pixels an inch
				q.DPIX, q.DPIY, q.WidthMM, q.HeightMM, q.Format = 72, 72, 583, 825, quality.Format{}
			},
		}},
		{scan.Colour(), []poor{
			{"bilevel", "scan/colour.bilevel", "đen trắng", lint.Error, func(q *quality.Quality) { q.Stored, q.Seen = raster.Bilevel, raster.Bilevel }},
			{"grey", "scan/colour.grey", "chế độ xám", lint.Error, func(q *quality.Quality) { q.Stored, q.Seen = raster.Grey, raster.Grey }},
			{"colour without colour", "scan/colour.no-hue", "không thấy dấu đỏ", lint.Warning, func(q *quality.Quality) { q.Seen = raster.Grey }},
		}, nil},
		{scan.Scale(), []poor{
			{"a page of pixels", "scan/scale", "583 × 825 mm, khoảng 278 %", lint.Warning, func(q *quality.Quality) { q.WidthMM, q.HeightMM, q.Format = 583, 825, quality.Format{} }},
			{"a thumbnail", "scan/scale", "khoảng 29 %", lint.Warning, func(q *quality.Quality) { q.WidthMM, q.HeightMM, q.Format = 60, 85, quality.Format{} }},
		}, []func(*quality.Quality){
			func(q *quality.Quality) { q.WidthMM, q.HeightMM, q.Format = 203, 291, quality.Format{} }, // cut by the scanner
			func(q *quality.Quality) { q.WidthMM, q.HeightMM, q.Format = 297, 420, quality.Format{Name: "A3"} },
			func(q *quality.Quality) { q.Scale = 0.9 }, // a form that is printed smaller
		}},
		{scan.Rotated(), []poor{
			{"upside down", "scan/rotated", "xoay 180°", lint.Warning, func(q *quality.Quality) { q.Rotation = 180 }},
			{"sideways", "scan/rotated", "xoay 90°", lint.Warning, func(q *quality.Quality) { q.Rotation = 90 }},
		}, []func(*quality.Quality){func(q *quality.Quality) { q.RotationKnown = false }}},
		{scan.Skew(), []poor{
			{"askew", "scan/skew", "nghiêng 4,2°", lint.Warning, func(q *quality.Quality) { q.Skew = -4.21 }},
		}, []func(*quality.Quality){
			func(q *quality.Quality) { q.Skew = 1.5 },
			func(q *quality.Quality) { q.Skew, q.SkewKnown = 9, false },
		}},
		{scan.Cropped(), []poor{
			{"cut", "scan/cropped", "cắt ở mép phải (11 chỗ chạm mép)", lint.Warning, func(q *quality.Quality) { q.Cropped = [4]int{quality.Right: 11, quality.Left: 5} }},
		}, []func(*quality.Quality){func(q *quality.Quality) { q.Cropped[quality.Top] = 1 }}},
		{scan.TooDark(), []poor{
			{"dark", "scan/too-dark", "độ sáng 31 %", lint.Warning, func(q *quality.Quality) { q.Light.Paper = 80 }},
			{"black", "scan/too-dark.black", "60 % diện tích trang bị đen", lint.Warning, func(q *quality.Quality) { q.Stored, q.Seen, q.Light.Black = raster.Bilevel, raster.Bilevel, 0.6 }},
		}, []func(*quality.Quality){func(q *quality.Quality) { q.Light.Paper = 190 }}}, // paper that is not white
		{scan.TooLight(), []poor{
			{"pale", "scan/too-light", "tương phản với nền giấy 17 %", lint.Warning, func(q *quality.Quality) { q.Light.Ink = 200 }},
		}, []func(*quality.Quality){func(q *quality.Quality) { q.Light.Paper, q.Light.Ink = 80, 60 }}}, // dark
		{scan.Blurred(), []poor{
			{"blurred", "scan/blurred", "rộng 0,62 mm", lint.Warning, func(q *quality.Quality) { q.EdgePX, q.EdgeMM = 4.9, 0.62 }},
		}, []func(*quality.Quality){func(q *quality.Quality) { q.EdgePX, q.EdgeMM = 1.9, 0.64 }}}, // coarse and sharp
		{scan.JPEGDamage(), []poor{
			{"coarse table", "scan/jpeg-damage", "chất lượng khoảng 12/100", lint.Warning, func(q *quality.Quality) { q.JPEGQuality, q.Blocks = 12, 2.4 }},
			{"coded before", "scan/jpeg-damage.blocks", "chênh nhau 4 mức sáng", lint.Warning, func(q *quality.Quality) { q.JPEGQuality, q.Blocks = 0, 4 }},
		}, []func(*quality.Quality){func(q *quality.Quality) { q.JPEGQuality, q.Blocks = 27, 0.3 }}},
		{scan.PhonePhoto(), []poor{
			{"on a table", "scan/phone-photo", "nền ngoài tờ giấy chiếm 20 %, mép lệch song song 1,8°, sáng tối chênh 25 %", lint.Warning, func(q *quality.Quality) {
				q.Ground, q.Light.Uneven = quality.Ground{Share: 0.2, Sides: 4, Keystone: 1.8}, 0.25
			}},
			{"by its own word", "scan/phone-photo.camera", "máy ảnh", lint.Warning, func(q *quality.Quality) { q.Camera = true }},
		}, []func(*quality.Quality){
			func(q *quality.Quality) { q.Ground = quality.Ground{Share: 0.5, Sides: 4} }, // a small sheet on a dark lid
			func(q *quality.Quality) { q.Light.Uneven = 0.3 },                            // a shadow
		}},
		{scan.SeveralSheets(), []poor{
			{"two", "scan/several-sheets", "có 2 tờ", lint.Warning, func(q *quality.Quality) { q.Sheets = 2 }},
		}, nil},
	} {
		t.Run(c.rule.ID, func(t *testing.T) {
			sharp := func(*quality.Quality) {}
			page := func(change func(*quality.Quality)) evidence.PageReading {
				return evidencetest.Measured(marriage, change)
			}
			bad := c.poor[0]
			tiny := evidencetest.Shows(marriage)
			tiny.Quality = nil
			cases := []testCase{
				{Name: "clean", Evidence: with(page(sharp)), States: is(lint.Passed)},
				{Name: "clean with a blank back", Evidence: with(page(sharp), blankPage()), States: is(lint.Passed)},
				{Name: "electronic", Evidence: with(electronicPage()), States: is(lint.NotApplicable)},
				{Name: "blank", Evidence: with(blankPage()), States: is(lint.NotApplicable)},
				{Name: "a picture", Evidence: evidencetest.Dossier(nil, evidencetest.Document("a.pdf", evidencetest.Content(evidence.JPEG))), States: is(lint.NotApplicable)},
				{Name: "cannot be drawn", Evidence: with(evidencetest.Undrawn()), States: is(lint.NotChecked)},
				{Name: "cannot be measured", Evidence: with(tiny), States: is(lint.NotChecked)},
				{Name: "nothing could be had", Evidence: evidencetest.Dossier(nil, evidencetest.Document("a.pdf")), States: is(lint.NotChecked)},
				{Name: "told once", Evidence: with(page(bad.change), page(sharp), page(bad.change), page(bad.change), page(bad.change)), States: is(lint.Found), Messages: []string{bad.message},
					Check: outcome(bad.severity, "Trang 1, 3–5")},
			}
			for _, p := range c.poor {
				cases = append(cases, testCase{Name: p.name, Evidence: with(page(p.change)), States: is(lint.Found), Messages: []string{p.message}, Check: outcome(p.severity, p.says)})
			}
			for _, f := range c.fine {
				cases = append(cases, testCase{Name: "fine", Evidence: with(page(f)), States: is(lint.Passed)})
			}
			linttest.Rule(t, c.rule, cases...)
		})
	}
}

// TestScaleByLayout gives a known form on a page of another size.
func TestScaleByLayout(t *testing.T) {
	forms, err := form.Builtin()
	require.NoError(t, err)
	marriage := forms.Form("ket_hon")
	shrunk := evidencetest.Measured(marriage, func(q *quality.Quality) {
		q.Scale, q.WidthMM, q.HeightMM, q.Format = 0.707, 148, 210, quality.Format{Name: "A5"}
	})
	shrunk.Reading.Edition = marriage.Edition("kh-2020-p")
	linttest.Rule(t, scan.Scale(),
		testCase{Name: "A4 on A5", Evidence: with(shrunk), States: is(lint.Found), Messages: []string{"scan/scale"}, Check: outcome(lint.Warning, "khoảng 71 %")},
		testCase{Name: "clean", Evidence: with(evidencetest.Shows(marriage)), States: is(lint.Passed)},
		testCase{Name: "electronic", Evidence: with(electronicPage()), States: is(lint.NotApplicable)},
	)
}

func TestBlankPage(t *testing.T) {
	forms, err := form.Builtin()
	require.NoError(t, err)
	front, bare := evidencetest.Shows(forms.Form("ket_hon")), electronicPage()
	bare.Blank = true
	linttest.Rule(t, scan.BlankPage(),
		testCase{Name: "a blank back", Evidence: with(front, blankPage()), States: is(lint.Passed)},
		testCase{Name: "two sheets with blank backs", Evidence: with(front, blankPage(), front, blankPage()), States: is(lint.Passed)},
		testCase{Name: "first", Evidence: with(blankPage(), front), States: is(lint.Found), Messages: []string{"scan/blank-page"}, Check: outcome(lint.Warning, "Trang 1 trắng")},
		testCase{Name: "two in a row", Evidence: with(front, blankPage(), blankPage()), States: is(lint.Found), Messages: []string{"scan/blank-page"}, Check: outcome(lint.Warning, "Trang 3 trắng")},
		testCase{Name: "electronic and bare", Evidence: with(bare, front), States: is(lint.Passed)},
		testCase{Name: "cannot be drawn", Evidence: with(front, evidencetest.Undrawn()), States: is(lint.NotChecked)},
		testCase{Name: "a picture", Evidence: evidencetest.Dossier(nil, evidencetest.Document("a.pdf", evidencetest.Content(evidence.JPEG))), States: is(lint.NotApplicable)},
		testCase{Name: "nothing could be had", Evidence: evidencetest.Dossier(nil, evidencetest.Document("a.pdf")), States: is(lint.NotChecked)},
	)
}

func TestPageCount(t *testing.T) {
	forms, err := form.Builtin()
	require.NoError(t, err)
	marriage := forms.Form("ket_hon")
	require.Equal(t, form.BackNotes, marriage.Back)
	land := *marriage
	land.Back = form.BackContent
	decision := forms.Form("quyet_dinh")
	require.Equal(t, form.NoBack, decision.Back)
	note := evidencetest.Unrecognised(form.NoMatch)
	linttest.Rule(t, scan.PageCount(),
		testCase{Name: "blank back", Evidence: with(evidencetest.Shows(marriage), blankPage()), States: is(lint.Passed)},
		testCase{Name: "written back", Evidence: with(evidencetest.Shows(&land), note), States: is(lint.Passed)},
		testCase{Name: "no back for notes", Evidence: with(evidencetest.Shows(marriage)), States: is(lint.Found), Messages: []string{"scan/page-count.notes"}, Check: outcome(lint.Info, "tệp chỉ có 1 trang")},
		testCase{Name: "no back with content", Evidence: with(evidencetest.Shows(&land)), States: is(lint.Found), Messages: []string{"scan/page-count"}, Check: outcome(lint.Warning, "thiếu mặt sau")},
		testCase{Name: "one back for two", Evidence: with(evidencetest.Shows(&land), note, evidencetest.Shows(&land)), States: is(lint.Found), Messages: []string{"scan/page-count"}},
		testCase{Name: "a form without a back", Evidence: with(evidencetest.Shows(decision)), States: is(lint.NotApplicable)},
		testCase{Name: "electronic", Evidence: with(electronicPage()), States: is(lint.NotApplicable)},
		testCase{Name: "not recognised", Evidence: with(note), States: is(lint.NotChecked)},
		testCase{Name: "cannot be drawn", Evidence: with(evidencetest.Shows(marriage), evidencetest.Undrawn()), States: is(lint.NotChecked)},
		testCase{Name: "nothing could be had", Evidence: evidencetest.Dossier(nil, evidencetest.Document("a.pdf")), States: is(lint.NotChecked)},
	)
}
