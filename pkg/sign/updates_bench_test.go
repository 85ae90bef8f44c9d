package sign_test

import (
	"bytes"
	"context"
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/sign"
	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

// large is a tagged form of some 100,000 objects: 1,000 pages with 3 links and 2
// fields each, every paragraph an element of the structure.
func large() []byte {
	const pages, links, paras = 1000, 3, 85
	var objs []string
	add := func(s string) int { objs = append(objs, s); return len(objs) }
	add("") // catalog
	add("") // page tree
	add("") // form
	add("") // structure
	add("") // document element
	font := add("<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>")
	kids, fields, elems := "", "", ""
	for i := range pages {
		page := len(objs) + 1
		add("")
		content := add(stream("", "BT /F1 12 Tf (Trang) Tj ET"))
		annots := ""
		for range links {
			annots += fmt.Sprintf(" %d 0 R", add(fmt.Sprintf("<</Type /Annot /Subtype /Link /Rect [0 0 9 9] /P %d 0 R /Dest [%d 0 R /Fit]>>", page, page)))
		}
		for j := range 2 {
			ap := add(stream("/Type /XObject /Subtype /Form /BBox [0 0 100 20]", "BT (An) Tj ET"))
			f := add(fmt.Sprintf("<</Type /Annot /Subtype /Widget /FT /Tx /T (f%d-%d) /V (An) /F 4 /Rect [50 700 150 720] /P %d 0 R /AP <</N %d 0 R>>>>", i, j, page, ap))
			annots += fmt.Sprintf(" %d 0 R", f)
			fields += fmt.Sprintf(" %d 0 R", f)
		}
		section := len(objs) + 1
		add("")
		below := ""
		for j := range paras {
			below += fmt.Sprintf(" %d 0 R", add(fmt.Sprintf("<</Type /StructElem /S /P /P %d 0 R /Pg %d 0 R /K %d>>", section, page, j)))
		}
		objs[section-1] = fmt.Sprintf("<</Type /StructElem /S /Sect /P 5 0 R /K [%s]>>", below)
		elems += fmt.Sprintf(" %d 0 R", section)
		objs[page-1] = fmt.Sprintf("<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources <</Font <</F1 %d 0 R>>>> /Annots [%s]>>", content, font, annots)
		kids += fmt.Sprintf(" %d 0 R", page)
	}
	objs[0] = "<</Type /Catalog /Pages 2 0 R /AcroForm 3 0 R /StructTreeRoot 4 0 R /MarkInfo <</Marked true>>>>"
	objs[1] = fmt.Sprintf("<</Type /Pages /Count %d /Kids [%s]>>", pages, kids)
	objs[2] = fmt.Sprintf("<</Fields [%s]>>", fields)
	objs[3] = "<</Type /StructTreeRoot /K 5 0 R>>"
	objs[4] = fmt.Sprintf("<</Type /StructElem /S /Document /P 4 0 R /K [%s]>>", elems)
	return plain(objs...)
}

// filledIn appends n updates, each of which fills in one field.
func filledIn(tb testing.TB, base []byte, n int) []byte {
	tb.Helper()
	u, err := signtest.NewUpdate(base)
	require.NoError(tb, err)
	revs := u.File.Revisions()
	prev := revs[len(revs)-1].XRef
	b := bytes.NewBuffer(bytes.Clone(base))
	// The fields of a page stand 5 and 7 objects behind it; each has its
	// appearance before it.
	for i := range n {
		page := 7 + i*95
		f := page + 6
		obj := b.Len()
		fmt.Fprintf(b, "%d 0 obj\n<</Type /Annot /Subtype /Widget /FT /Tx /T (f%d-0) /V (Binh) /F 4 /Rect [50 700 150 720] /P %d 0 R /AP <</N %d 0 R>>>>\nendobj\n", f, i, page, f-1)
		ap := b.Len()
		fmt.Fprintf(b, "%d 0 obj\n%s\nendobj\n", f-1, stream("/Type /XObject /Subtype /Form /BBox [0 0 100 20]", "BT (Binh) Tj ET"))
		at := b.Len()
		fmt.Fprintf(b, "xref\n%d 2\n%010d 00000 n \n%010d 00000 n \ntrailer\n<</Size 200000 /Root 1 0 R /Prev %d>>\nstartxref\n%d\n%%%%EOF\n", f-1, ap, obj, prev, at)
		prev = int64(at)
	}
	return b.Bytes()
}

// TestManyUpdates: a large document with many small updates is judged, not
// given up: the limit is for what is compared, and that is little.
func TestManyUpdates(t *testing.T) {
	if testing.Short() {
		t.Skip("100,000 objects")
	}
	p := testPKI()
	out := filledIn(t, mustSign(t, large(), p.person, signtest.Options{Time: signed}), 100)
	rep := validate(t, out, sign.Options{Trust: p.full})
	s := &rep.Signatures[0]
	require.Equal(t, sign.ChangesForm, s.Changes, "%v", s.Reasons)
	require.Equal(t, sign.TotalPassed, s.Indication, s.Reasons)
	require.Equal(t, 101, rep.Revisions-1)
	filled := map[string]bool{}
	for _, c := range s.ChangeList {
		filled[c.Field] = true
	}
	require.Len(t, filled, 100)
	// The whole walk meets the limit, and counts as unexplained.
	s = &validate(t, out, sign.WalkAll(sign.Options{Trust: p.full})).Signatures[0]
	require.True(t, s.Has(sign.CodeChangeAnalysisLimited))
}

func benchmarkUpdates(b *testing.B, n int, all bool) {
	p := testPKI()
	data := filledIn(b, mustSign(b, large(), p.person, signtest.Options{Time: signed}), n)
	o := sign.Options{Trust: p.full}
	if all {
		o.Limits.Objects = 1 << 40
		o = sign.WalkAll(o)
	}
	b.ReportAllocs()
	for b.Loop() {
		rep, err := sign.Validate(context.Background(), bytes.NewReader(data), int64(len(data)), o)
		if err != nil || rep.Signatures[0].Changes == sign.ChangesOther {
			b.Fatal(err)
		}
	}
}

func BenchmarkUpdates0(b *testing.B)         { benchmarkUpdates(b, 0, false) }
func BenchmarkUpdates1(b *testing.B)         { benchmarkUpdates(b, 1, false) }
func BenchmarkUpdates25(b *testing.B)        { benchmarkUpdates(b, 25, false) }
func BenchmarkUpdates100(b *testing.B)       { benchmarkUpdates(b, 100, false) }
func BenchmarkUpdatesWalkAll1(b *testing.B)  { benchmarkUpdates(b, 1, true) }
func BenchmarkUpdatesWalkAll25(b *testing.B) { benchmarkUpdates(b, 25, true) }
