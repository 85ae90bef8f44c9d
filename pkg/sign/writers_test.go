package sign_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/sign"
	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

// TestWriters: updates as programs in use write them, each harmless: a field
// filled in, and whatever the program leaves around it.
func TestWriters(t *testing.T) {
	base := mustSign(t, rich(), testPKI().person, signtest.Options{Time: signed, Field: "First", Page: 2, Box: stamp, DocMDP: 2})
	prev := lastStartXRef(base)
	field := "8 0 obj\n<</Type /Annot /Subtype /Widget /FT /Tx /T (name) /V (Binh) /Rect [50 700 150 720] /P 3 0 R /F 4 /DA (/Helv 10 Tf 0 g) /AP <</N 60 0 R>>>>\nendobj\n"
	ap := "60 0 obj\n" + stream("/Type /XObject /Subtype /Form /BBox [0 0 100 20]", "BT (Binh) Tj ET") + "\nendobj\n"
	// tail puts an update together: head before the objects, a table made by
	// rows from their offsets, and foot between trailer and startxref.
	type parts struct {
		head, foot, trailer, eol, end string
		back                          int // what startxref is too small by
		rows                          func(f, a int) string
		extra                         string // further objects
	}
	tail := func(p parts) []byte {
		if p.eol == "" {
			p.eol = "\n"
		}
		if p.end == "" {
			p.end = "%%EOF" + p.eol
		}
		out := append(bytes.Clone(base), p.head...)
		f := len(out)
		out = append(out, field...)
		a := len(out)
		out = append(out, ap+p.extra...)
		out = append(out, strings.Repeat(" ", p.back)...)
		at := len(out)
		if p.rows == nil {
			p.rows = func(f, a int) string {
				return fmt.Sprintf("0 1\n0000000000 65535 f \n8 1\n%010d 00000 n \n60 1\n%010d 00000 n \n", f, a)
			}
		}
		out = append(out, strings.ReplaceAll("xref\n"+p.rows(f, a)+"trailer\n<</Size 90 /Root 1 0 R /Prev "+prev+p.trailer+">>\n"+p.foot, "\n", p.eol)...)
		return fmt.Appendf(out, "startxref%s%d%s%s", p.eol, at-p.back, p.eol, p.end)
	}
	// own is the entry that the cross-reference stream has for itself, by its number.
	packed := func(num int, own func(at int) [3]int) []byte {
		f := strings.TrimSuffix(strings.TrimPrefix(field, "8 0 obj\n"), "\nendobj\n")
		out := bytes.Clone(base)
		a := len(out)
		out = append(out, ap...)
		s := len(out)
		out = fmt.Appendf(out, "61 0 obj\n%s\nendobj\n", stream("/Type /ObjStm /N 1 /First 4", "8 0 "+f))
		x := len(out)
		var rec []byte
		for _, r := range [][3]int{{2, 61, 0}, {1, a, 0}, {1, s, 0}, own(x)} {
			rec = append(rec, byte(r[0]), byte(r[1]>>16), byte(r[1]>>8), byte(r[1]), byte(r[2]))
		}
		out = fmt.Appendf(out, "%d 0 obj\n%s\nendobj\n", num, stream(fmt.Sprintf("/Type /XRef /W [1 3 1] /Index [8 1 60 2 %d 1] /Size 90 /Root 1 0 R /Prev %s", num, prev), string(rec)))
		return fmt.Appendf(out, "startxref\n%d\n%%%%EOF\n", x)
	}
	used := func(at int) [3]int { return [3]int{1, at, 0} }
	free := func(int) [3]int { return [3]int{0, 0, 255} }
	// PDFBox leaves a stream that repeats the table where it signs a hybrid file.
	stray := func(pageAt int) []byte {
		f, a := len(base), len(base)+len(field)
		var rec []byte
		for _, off := range []int{f, a} {
			rec = append(rec, byte(off>>16), byte(off>>8), byte(off))
		}
		index := "8 1 60 1"
		if pageAt > 0 {
			index += " 3 1"
			rec = append(rec, byte(pageAt>>16), byte(pageAt>>8), byte(pageAt))
		}
		return tail(parts{
			extra: "62 0 obj\n" + stream("/Type /XRef /W [0 3 0] /Index ["+index+"] /Size 90 /Root 1 0 R /Prev "+prev, string(rec)) + "\nendobj\n",
			rows: func(f, a int) string {
				return fmt.Sprintf("8 1\n%010d 00000 n \n60 1\n%010d 00000 n \n62 1\n%010d 00000 n \n", f, a, a+len(ap))
			},
		})
	}
	s := validate(t, stray(len(base)), sign.Options{Trust: testPKI().full}).Signatures[0]
	assert.True(t, s.Has(sign.CodeUpdateDoubtful), "the stream says something else about the page")
	assert.NotEqual(t, sign.TotalPassed, s.Indication)
	s = validate(t, packed(oContent, free), sign.Options{Trust: testPKI().full}).Signatures[0]
	assert.True(t, s.Has(sign.CodeUpdateDoubtful), "the stream has the number of the content of a page")
	s = validate(t, emptyUpdate(packed(62, used), "x"), sign.Options{Trust: testPKI().full}).Signatures[0]
	assert.NotEqual(t, sign.TotalPassed, s.Indication, "an empty update is not empty")
	for name, b := range map[string][]byte{
		"PDFBox: stream that repeats the table": stray(0),
		"plain":                                 tail(parts{}),
		"iText: its name before startxref":      tail(parts{foot: "%iText-Core-8.0.2-no-registered-products\n"}),
		"binary comment before the objects":     tail(parts{head: "%\xe2\xe3\xcf\xd3\n"}),
		"header once more":                      tail(parts{head: "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"}),
		"empty lines before the objects":        tail(parts{head: "\r\n\r\n"}),
		"PDFBox: lines end in CRLF": tail(parts{rows: func(f, a int) string {
			return fmt.Sprintf("0 1\n0000000000 65535 f\r\n8 1\n%010d 00000 n\r\n60 1\n%010d 00000 n\r\n", f, a)
		}}),
		"everything in CRLF": tail(parts{eol: "\r\n", rows: func(f, a int) string {
			return fmt.Sprintf("0 1\n0000000000 65535 f\n8 1\n%010d 00000 n\n60 1\n%010d 00000 n\n", f, a)
		}}),
		"entries of 19 bytes": tail(parts{rows: func(f, a int) string {
			return fmt.Sprintf("0 1\n0000000000 65535 f\n8 1\n%010d 00000 n\n60 1\n%010d 00000 n\n", f, a)
		}}),
		"no end of line at the end":       tail(parts{end: "%%EOF"}),
		"white space before the table":    tail(parts{back: 3}),
		"entries of the signed part":      tail(parts{rows: repeated(base)}),
		"identifier and info":             tail(parts{trailer: " /ID [<00> <01>] /Info 63 0 R"}),
		"object freed that nothing needs": tail(parts{rows: func(f, a int) string { return freed(f, a, 70) }}),
		"lines counted from the end of the line before": tail(parts{head: "\n", rows: func(f, a int) string {
			return fmt.Sprintf("8 1\n%010d 00000 n \n60 1\n%010d 00000 n \n", f-1, a)
		}}),
		"length in an object of its own": tail(parts{rows: func(f, a int) string {
			n := a + len(ap)
			return fmt.Sprintf("8 1\n%010d 00000 n \n60 1\n%010d 00000 n \n63 1\n%010d 00000 n \n64 1\n%010d 00000 n \n", f, a, n, n+len("63 0 obj\n3\nendobj\n"))
		}, extra: "63 0 obj\n3\nendobj\n64 0 obj\n<</Length 63 0 R>>\nstream\nabc\nendstream\nendobj\n"}),
		"object streams": packed(62, used),
		"iText 5: the stream lists itself as free": packed(62, free),
		"PDFBox: an update of nothing":             emptyUpdate(packed(62, used), ""),
	} {
		t.Run(name, func(t *testing.T) {
			s := validate(t, b, sign.Options{Trust: testPKI().full}).Signatures[0]
			require.Equal(t, sign.Intact, s.Integrity)
			assert.Equal(t, sign.ChangesForm, s.Changes, "%v %+v", s.Reasons, s.ChangeList)
			assert.Equal(t, sign.TotalPassed, s.Indication, s.Reasons)
		})
	}
}

// emptyUpdate appends what PDFBox writes where nothing changed: a cross-reference
// stream without fields, about the head of the list of free objects alone.
func emptyUpdate(b []byte, data string) []byte {
	at := len(b)
	out := fmt.Appendf(bytes.Clone(b), "63 0 obj\n%s\nendobj\n", stream("/Type /XRef /W [0 0 0] /Index [0 1] /Size 90 /Root 1 0 R /Prev "+lastStartXRef(b), data))
	return fmt.Appendf(out, "startxref\n%d\n%%%%EOF\n", at)
}

// repeated lists an object of the signed part again, where it stands.
func repeated(base []byte) func(f, a int) string {
	return func(f, a int) string {
		old := bytes.Index(base, []byte("\n5 0 obj")) + 1
		return fmt.Sprintf("5 1\n%010d 00000 n \n8 1\n%010d 00000 n \n60 1\n%010d 00000 n \n", old, f, a)
	}
}

func freed(f, a, num int) string {
	return fmt.Sprintf("0 1\n%010d 65535 f \n8 1\n%010d 00000 n \n60 1\n%010d 00000 n \n%d 1\n0000000000 00001 f \n", num, f, a, num)
}

// TestFreedObject: a writer frees what it took out of the document, and only
// that.
func TestFreedObject(t *testing.T) {
	base := mustSign(t, rich(), testPKI().person, signtest.Options{Time: signed, Field: "First", Page: 2, Box: stamp, DocMDP: 3})
	prev := lastStartXRef(base)
	free := func(page string, num int) []byte {
		at := len(base)
		obj := "3 0 obj\n" + page + "\nendobj\n"
		out := append(bytes.Clone(base), obj...)
		return fmt.Appendf(out, "xref\n3 1\n%010d 00000 n \n%d 1\n0000000000 00001 f \ntrailer\n<</Size 90 /Root 1 0 R /Prev %s>>\nstartxref\n%d\n%%%%EOF\n", at, num, prev, at+len(obj))
	}
	page := "<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources <</Font <</F1 6 0 R>>>> /Annots [8 0 R 9 0 R %s 14 0 R] /StructParents 0>>"
	// The popup is gone, and its note no longer names it.
	out := free(fmt.Sprintf(page, "10 0 R"), oPopup)
	s := validate(t, out, sign.Options{Trust: testPKI().full}).Signatures[0]
	assert.Equal(t, sign.ChangesOther, s.Changes, "the note still points at its popup: %+v", s.ChangeList)
	out = update(t, free(fmt.Sprintf(page, "10 0 R"), 70), both(set(oNote, "Popup", "")))
	s = validate(t, out, sign.Options{Trust: testPKI().full}).Signatures[0]
	assert.Equal(t, sign.ChangesAnnotation, s.Changes, "%v %+v", s.Reasons, s.ChangeList)
	assert.True(t, *s.Permitted)
	// What the page draws is freed.
	s = validate(t, free(fmt.Sprintf(page, "10 0 R 23 0 R"), oContent), sign.Options{Trust: testPKI().full}).Signatures[0]
	assert.Equal(t, sign.ChangesOther, s.Changes)
}
