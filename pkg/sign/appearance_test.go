package sign_test

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/pdf"
	"github.com/tthclint/tthclint/pkg/sign"
	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

// widgetEntries adds a visible field named F to a file, with these entries in
// its widget.
func widgetEntries(t testing.TB, src []byte, f func(*signtest.Update) map[pdf.Name]string) []byte {
	t.Helper()
	src = mustSign(t, src, testPKI().person, signtest.Options{Unsigned: true, Field: "F", Page: 1, Box: stamp})
	u, err := signtest.NewUpdate(src)
	require.NoError(t, err)
	w := widgetOf(u)
	u.Replace(w.Num, signtest.With(u.View.Dict(w), f(u)))
	return u.Bytes()
}

func normal(num int) map[pdf.Name]string {
	return map[pdf.Name]string{"AP": fmt.Sprintf("<</N %d 0 R>>", num)}
}

// drawn returns a form with lines of text, Vietnamese in a composite font.
func drawn(u *signtest.Update, lines ...string) int {
	var cmap, ops strings.Builder
	codes := map[rune]int{}
	fmt.Fprint(&ops, "BT /F1 8 Tf 3 50 Td 10 TL")
	for _, l := range lines {
		ops.WriteString(" <")
		for _, r := range l {
			if codes[r] == 0 {
				codes[r] = len(codes) + 1
				fmt.Fprintf(&cmap, "1 beginbfchar <%04X> <%04X> endbfchar\n", codes[r], r)
			}
			fmt.Fprintf(&ops, "%04X", codes[r])
		}
		ops.WriteString("> Tj T*")
	}
	ops.WriteString(" ET")
	m := u.NewStream("", "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"+cmap.String())
	return u.NewStream(fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 170 57] /Resources <</Font <</F1 <</Subtype /Type0 /BaseFont /A /Encoding /Identity-H /ToUnicode %d 0 R /DescendantFonts [<</DW 500>>]>>>>>>", m), ops.String())
}

func TestAppearance(t *testing.T) {
	p := testPKI()
	b := widgetEntries(t, signtest.Blank(1), func(u *signtest.Update) map[pdf.Name]string {
		return normal(drawn(u, "Người ký: Nguyễn Văn An", "Thời gian ký: 11.09.2023 08:30:00 +07:00"))
	})
	b = mustSign(t, b, p.person, signtest.Options{Time: signed, Field: "F", Existing: true})
	s := one(t, b)
	require.NotNil(t, s.Appearance)
	assert.Equal(t, sign.Appearance{Text: "Người ký: Nguyễn Văn An\nThời gian ký: 11.09.2023 08:30:00 +07:00"}, *s.Appearance)
	assert.Equal(t, s.Signer.Subject.CommonName, s.Appearance.Signer())
	assert.True(t, s.Claimed.Equal(s.Appearance.Time()))

	// Whatever a later revision draws, the signer saw the first.
	forged := update(t, b, func(u *signtest.Update) {
		w := widgetOf(u)
		u.Replace(w.Num, signtest.With(u.View.Dict(w), normal(drawn(u, "Người ký: Trần Thị Bình"))))
	})
	s = one(t, forged)
	assert.Equal(t, "Nguyễn Văn An", s.Appearance.Signer())
	assert.True(t, s.Has(sign.CodeAppearanceReplaced))
	overwritten := update(t, b, func(u *signtest.Update) {
		n := u.View.Dict(u.View.Dict(widgetOf(u)).Get("AP")).Get("N").(pdf.Ref)
		u.ReplaceStream(n.Num, "/Type /XObject /Subtype /Form /BBox [0 0 10 10]", "")
	})
	assert.Equal(t, "Nguyễn Văn An", one(t, overwritten).Appearance.Signer())
}

func TestAppearanceKinds(t *testing.T) {
	p := testPKI()
	const empty = "/Type /XObject /Subtype /Form /BBox [0 0 170 57]"
	for name, c := range map[string]struct {
		widget func(*signtest.Update) map[pdf.Name]string
		want   *sign.Appearance
	}{
		"none":  {func(*signtest.Update) map[pdf.Name]string { return nil }, nil},
		"empty": {func(u *signtest.Update) map[pdf.Name]string { return normal(u.NewStream(empty, "% DSBlank")) }, &sign.Appearance{}},
		"picture": {func(u *signtest.Update) map[pdf.Name]string {
			im := u.NewStream("/Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", "x")
			return normal(u.NewStream(fmt.Sprintf("%s /Resources <</XObject <</I %d 0 R>>>>", empty, im), "/I Do"))
		}, &sign.Appearance{Images: 1}},
		"state": {func(u *signtest.Update) map[pdf.Name]string {
			return map[pdf.Name]string{"AS": "/On", "AP": fmt.Sprintf("<</N <</Off %d 0 R /On %d 0 R>>>>", drawn(u, "off"), drawn(u, "on"))}
		}, &sign.Appearance{Text: "on"}},
		"hidden": {func(u *signtest.Update) map[pdf.Name]string {
			m := normal(drawn(u, "no"))
			m["F"] = "2"
			return m
		}, nil},
		"on paper only": {func(u *signtest.Update) map[pdf.Name]string {
			m := normal(drawn(u, "yes"))
			m["F"] = "36" // Print, NoView
			return m
		}, &sign.Appearance{Text: "yes"}},
		"font missing": {func(u *signtest.Update) map[pdf.Name]string {
			return normal(u.NewStream(empty, "BT /F1 8 Tf 3 3 Td (An) Tj ET"))
		}, &sign.Appearance{Unread: true}},
		"leads nowhere": {func(u *signtest.Update) map[pdf.Name]string { return normal(9999) }, nil},
	} {
		b := widgetEntries(t, signtest.Blank(1), c.widget)
		s := one(t, mustSign(t, b, p.person, signtest.Options{Time: signed, Field: "F", Existing: true}))
		assert.Equal(t, c.want, s.Appearance, name)
		assert.Equal(t, sign.Intact, s.Integrity, name)
	}
	s := one(t, mustSign(t, signtest.Blank(1), p.person, signtest.Options{Time: signed}))
	assert.Nil(t, s.Appearance, "invisible")
}

// TestAppearanceOnEveryPage: one field with a widget on each page.
func TestAppearanceOnEveryPage(t *testing.T) {
	p := testPKI()
	b := widgetEntries(t, signtest.Blank(2), func(u *signtest.Update) map[pdf.Name]string {
		pg := u.View.Pages()
		w := widgetOf(u)
		var kids [3]int
		for i, l := range []string{"trang 1", "trang 2", "on no page"} {
			kids[i] = u.New(fmt.Sprintf("<</Subtype /Widget /Rect [10 10 180 67] /Parent %d 0 R /F 4 /AP <</N %d 0 R>>>>", w.Num, drawn(u, l)))
		}
		for i := range pg {
			u.Replace(pg[i].Ref.Num, signtest.With(pg[i].Dict, map[pdf.Name]string{"Annots": fmt.Sprintf("[%d 0 R]", kids[i])}))
		}
		return map[pdf.Name]string{"Subtype": "", "Rect": "", "P": "", "Kids": fmt.Sprintf("[%d 0 R %d 0 R %d 0 R]", kids[0], kids[1], kids[2])}
	})
	s := one(t, mustSign(t, b, p.person, signtest.Options{Time: signed, Field: "F", Existing: true}))
	require.NotNil(t, s.Appearance)
	assert.Equal(t, "trang 1\ntrang 2", s.Appearance.Text)
}

// TestAppearanceBombs: many costly appearances end in time, and the
// signatures are still verified.
func TestAppearanceBombs(t *testing.T) {
	p := testPKI()
	b := mustSign(t, signtest.Blank(1), p.person, signtest.Options{Time: signed, Page: 1, Box: stamp, Lines: []string{"Signed by: A"}})
	b = update(t, b, func(u *signtest.Update) {
		var annots strings.Builder
		annots.WriteString(signtest.Format(widgetOf(u)))
		for i := range 120 {
			ops := "q Q 1 2 m "
			if i < 20 { // more than is executed for one file
				ops = strings.Repeat(ops, 200_000)
			}
			ap := u.NewStream("/Subtype /Form /BBox [0 0 9 9]", ops)
			fmt.Fprintf(&annots, " %d 0 R", u.New(fmt.Sprintf("<</Subtype /Stamp /Rect [0 0 9 9] /AP <</N %d 0 R>>>>", ap)))
		}
		pg := u.View.Pages()[0]
		u.Replace(pg.Ref.Num, signtest.With(pg.Dict, map[pdf.Name]string{"Annots": "[" + annots.String() + "]"}))
	})
	start := time.Now()
	rep, err := sign.Validate(context.Background(), bytes.NewReader(b), int64(len(b)), sign.Options{Trust: p.full})
	require.NoError(t, err)
	t.Log(time.Since(start))
	assert.Less(t, time.Since(start), 10*time.Second)
	assert.Equal(t, sign.Intact, rep.Signatures[0].Integrity)
	assert.Equal(t, "A", rep.Signatures[0].Appearance.Signer())
	assert.Len(t, rep.Marks, 100)
}

func BenchmarkAppearance(b *testing.B) {
	src := widgetEntries(b, signtest.Blank(1), func(u *signtest.Update) map[pdf.Name]string {
		return normal(drawn(u, "Người ký: Nguyễn Văn An", "Email: an@dongthap.gov.vn", "Cơ quan: UBND phường Sa Đéc, tỉnh Đồng Tháp", "Thời gian ký: 11.09.2023 08:30:00 +07:00"))
	})
	for name, id := range map[string]*signtest.Identity{"unsigned": nil, "signed": testPKI().person} {
		data := src
		if id != nil {
			data = mustSign(b, src, id, signtest.Options{Time: signed, Field: "F", Existing: true})
		}
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := sign.Validate(context.Background(), bytes.NewReader(data), int64(len(data)), sign.Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
