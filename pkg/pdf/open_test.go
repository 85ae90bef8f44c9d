package pdf

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func open(t testing.TB, b []byte) *File {
	t.Helper()
	f, err := Open(bytes.NewReader(b), int64(len(b)), Limits{})
	require.NoError(t, err)
	return f
}

func fixture(t testing.TB, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", name))
	require.NoError(t, err)
	return b
}

func repairs(f *File) []string {
	var out []string
	for _, r := range f.Repairs() {
		out = append(out, r.Code)
	}
	return out
}

// builder writes PDFs by hand, sound or not.
type builder struct {
	bytes.Buffer
	offs map[int]int
}

func newBuilder() *builder {
	b := &builder{offs: map[int]int{}}
	b.WriteString("%PDF-1.7\n")
	return b
}

func (b *builder) obj(num int, body string) {
	b.offs[num] = b.Len()
	fmt.Fprintf(b, "%d 0 obj\n%s\nendobj\n", num, body)
}

func (b *builder) basic() {
	b.obj(1, "<</Type /Catalog /Pages 2 0 R>>")
	b.obj(2, "<</Type /Pages /Count 1 /Kids [3 0 R] /MediaBox [0 0 595 842]>>")
	b.obj(3, "<</Type /Page /Parent 2 0 R>>")
}

// table writes a cross-reference table for nums and returns its offset.
func (b *builder) table(trailer string, nums ...int) int {
	at := b.Len()
	b.WriteString("xref\n0 1\n0000000000 65535 f \n")
	for _, n := range nums {
		fmt.Fprintf(b, "%d 1\n%010d 00000 n \n", n, b.offs[n])
	}
	fmt.Fprintf(b, "trailer\n<<%s>>\nstartxref\n%d\n%%%%EOF\n", trailer, at)
	return at
}

func TestOpenErrors(t *testing.T) {
	for name, b := range map[string]string{
		"empty": "", "text": "Giấy chứng nhận kết hôn", "zip": "PK\x03\x04", "header too far in": strings.Repeat(" ", 2000) + "%PDF-1.4",
	} {
		_, err := Open(strings.NewReader(b), int64(len(b)), Limits{})
		assert.ErrorIs(t, err, ErrNotPDF, name)
	}
	for name, b := range map[string]string{
		"header only": "%PDF-1.7\n", "no catalog": "%PDF-1.7\n1 0 obj <</A 1>> endobj\n",
		"cut": string(fixture(t, "table.pdf")[:60]),
	} {
		_, err := Open(strings.NewReader(b), int64(len(b)), Limits{})
		var se *SyntaxError
		assert.True(t, errors.As(err, &se), "%s: %v", name, err)
		assert.NotErrorIs(t, err, ErrNotPDF, name)
	}
	_, err := Open(failing{}, 100, Limits{})
	assert.ErrorIs(t, err, io.ErrClosedPipe)
}

type failing struct{}

func (failing) ReadAt([]byte, int64) (int, error) { return 0, io.ErrClosedPipe }

func TestOpenTable(t *testing.T) {
	b := newBuilder()
	b.basic()
	b.table("/Size 4 /Root 1 0 R", 1, 2, 3)
	f := open(t, b.Bytes())
	assert.Empty(t, f.Repairs())
	assert.Equal(t, "1.7", f.Version())
	require.Len(t, f.Revisions(), 1)
	r := f.Revisions()[0]
	assert.True(t, r.Linked && r.Complete && !r.Far)
	assert.Equal(t, int64(b.Len()), r.End)
	assert.Equal(t, r.End-1, r.EOF)
	pages := f.Latest().Pages()
	require.Len(t, pages, 1)
	w, h := pages[0].Size()
	assert.InDelta(t, 209.9, w, 0.1)
	assert.InDelta(t, 297.0, h, 0.1)
}

// TestRevisions: an update replaces an object; the view before it does not see
// that.
func TestRevisions(t *testing.T) {
	b := newBuilder()
	b.basic()
	first := b.table("/Size 4 /Root 1 0 R", 1, 2, 3)
	end := b.Len()
	b.obj(1, "<</Type /Catalog /Pages 2 0 R /Version /2.0 /New (x)>>")
	b.obj(4, "(added)")
	b.table(fmt.Sprintf("/Size 5 /Root 1 0 R /Prev %d", first), 1, 4)
	f := open(t, b.Bytes())
	require.Len(t, f.Revisions(), 2)
	assert.Equal(t, int64(end), f.Revisions()[0].End)
	assert.Equal(t, int64(end), f.Revisions()[1].First)
	assert.Nil(t, f.View(0).Catalog().Get("New"))
	assert.NotNil(t, f.View(1).Catalog().Get("New"))
	assert.Equal(t, []int{1, 4}, f.View(1).Changed())
	assert.Equal(t, Null{}, f.View(0).Resolve(Ref{Num: 4}))
	s, ok := f.View(1).Resolve(Ref{Num: 4}).(String)
	require.True(t, ok)
	assert.Equal(t, "(added)", string(b.Bytes()[s.Span.Start:s.Span.End]))
	assert.Equal(t, "2.0", f.Version())
	rev, off, in, ok := f.Latest().Where(4)
	assert.True(t, ok)
	assert.Equal(t, 1, rev)
	assert.Equal(t, int64(b.offs[4]), off)
	assert.Zero(t, in)
}

func TestRepairs(t *testing.T) {
	good := func() *builder { b := newBuilder(); b.basic(); return b }
	for name, c := range map[string]struct {
		make func() []byte
		code string
	}{
		"junk in front": {func() []byte {
			b := good()
			b.table("/Size 4 /Root 1 0 R", 1, 2, 3)
			return append([]byte("HTTP/1.1 200 OK\n\n"), b.Bytes()...)
		}, RepairHeaderOffset},
		"no cross-references": {func() []byte { b := good(); b.WriteString("trailer <</Root 1 0 R>>\n"); return b.Bytes() }, RepairXRefRebuilt},
		"no trailer":          {func() []byte { return good().Bytes() }, RepairXRefRebuilt},
		"startxref wrong": {func() []byte {
			b := good()
			at := b.table("/Size 4 /Root 1 0 R", 1, 2, 3)
			return bytes.Replace(b.Bytes(), fmt.Appendf(nil, "startxref\n%d", at), []byte("startxref\n7"), 1)
		}, RepairXRefRebuilt},
		"prev in a circle": {func() []byte {
			b := good()
			at := b.Len()
			b.table(fmt.Sprintf("/Size 4 /Root 1 0 R /Prev %d", at), 1, 2, 3)
			return b.Bytes()
		}, RepairPrevLoop},
		"prev to nowhere": {func() []byte {
			b := good()
			b.table("/Size 4 /Root 1 0 R /Prev 99999", 1, 2, 3)
			return b.Bytes()
		}, RepairPrevBroken},
		"prev 0 hides the pages": {func() []byte {
			b := good()
			b.table("/Size 4 /Root 1 0 R", 1, 2, 3)
			b.obj(1, "<</Type /Catalog /Pages 2 0 R>>")
			b.table("/Size 4 /Root 1 0 R /Prev 0", 1)
			return b.Bytes()
		}, RepairPrevRelinked},
		"prev wrong, readings differ": {func() []byte {
			b := good()
			b.WriteString("3 0 obj\n<</Type /Page /Parent 2 0 R>>\nendobj\n") // listed by nobody
			b.table("/Size 4 /Root 1 0 R", 1, 2, 3)
			b.obj(1, "<</Type /Catalog /Pages 2 0 R>>")
			b.table("/Size 4 /Root 1 0 R /Prev 77", 1)
			return b.Bytes()
		}, RepairXRefRebuilt},
		"prev wrong, pages in the update": {func() []byte {
			b := good()
			b.table("/Size 4 /Root 1 0 R", 1, 2, 3)
			b.obj(2, "<</Type /Pages /Count 1 /Kids [3 0 R]>>")
			b.table("/Size 4 /Root 1 0 R /Prev 77", 2)
			return b.Bytes()
		}, RepairXRefRebuilt},
		"prev wrong, object of another number": {func() []byte {
			b := good()
			b.table("/Size 4 /Root 1 0 R", 1, 2, 3)
			b.obj(3, "<</Type /Page /Parent 2 0 R>>")
			b.offs[1] = b.offs[3]
			b.table("/Size 4 /Root 1 0 R /Prev 77", 1)
			return b.Bytes()
		}, RepairXRefRebuilt},
		"offset wrong": {func() []byte {
			b := good()
			b.offs[3] += 5
			b.table("/Size 4 /Root 1 0 R", 1, 2, 3)
			return b.Bytes()
		}, RepairObjectOffset},
		"end missing": {func() []byte {
			b := good()
			b.table("/Size 4 /Root 1 0 R", 1, 2, 3)
			return bytes.TrimSuffix(b.Bytes(), []byte("%%EOF\n"))
		}, RepairEOFMissing},
		"data behind": {func() []byte {
			b := good()
			b.table("/Size 4 /Root 1 0 R", 1, 2, 3)
			return append(b.Bytes(), "<html>"...)
		}, RepairTrailingData},
		"data between": {func() []byte {
			b := good()
			at := b.table("/Size 4 /Root 1 0 R", 1, 2, 3)
			b.WriteString("hidden\n")
			b.obj(4, "(x)")
			b.table(fmt.Sprintf("/Size 5 /Root 1 0 R /Prev %d", at), 4)
			return b.Bytes()
		}, RepairUnlinkedData},
	} {
		t.Run(name, func(t *testing.T) {
			f := open(t, c.make())
			assert.Len(t, f.Latest().Pages(), 1)
			assert.Contains(t, repairs(f), c.code)
		})
	}
}

// TestRebuildKeepsRevisions: parts that end in %%EOF stay revisions.
func TestRebuildKeepsRevisions(t *testing.T) {
	b := newBuilder()
	b.basic()
	b.WriteString("trailer <</Root 1 0 R>>\n%%EOF\n")
	b.obj(3, "<</Type /Page /Parent 2 0 R /Rotate 90>>")
	b.WriteString("%%EOF\n")
	f := open(t, b.Bytes())
	require.Len(t, f.Revisions(), 2)
	assert.True(t, f.Revisions()[1].Rebuilt)
	assert.Equal(t, 0, f.View(0).Pages()[0].Rotate)
	assert.Equal(t, 90, f.View(1).Pages()[0].Rotate)
}

func TestStructures(t *testing.T) {
	for name, revs := range map[string]int{
		"blank.pdf": 1, "table.pdf": 2, "stream.pdf": 3, "objstm.pdf": 2, "linearized.pdf": 1, "linearized-objstm.pdf": 1,
		"rc4-40.pdf": 1, "rc4-128.pdf": 1, "aes-128.pdf": 1, "aes-256.pdf": 1,
	} {
		t.Run(name, func(t *testing.T) {
			f := open(t, fixture(t, name))
			assert.Empty(t, repairs(f))
			if name != "objstm.pdf" {
				assert.Len(t, f.Revisions(), revs)
			}
			last := f.Revisions()[len(f.Revisions())-1]
			assert.True(t, last.Linked && last.Complete && !last.Far, "%+v", last)
			assert.Equal(t, f.Size(), last.End)
			assert.NotEmpty(t, f.Latest().Pages())
			v := f.Latest()
			for _, p := range v.Pages() {
				s, ok := v.Resolve(p.Dict.Get("Contents")).(*Stream)
				require.True(t, ok)
				data, err := v.Decode(s)
				require.NoError(t, err)
				assert.Contains(t, string(data), "/Im0 Do")
			}
		})
	}
}

func TestEncryption(t *testing.T) {
	for _, name := range []string{"rc4-40.pdf", "rc4-128.pdf", "aes-128.pdf", "aes-256.pdf"} {
		f := open(t, fixture(t, name))
		assert.True(t, f.Encrypted(), name)
		assert.False(t, f.Locked(), name)
		title, ok := f.Latest().Resolve(f.Latest().Dict(f.Latest().Trailer().Get("Info")).Get("Title")).(String)
		require.True(t, ok, name)
		assert.Equal(t, "Ket qua", string(title.Value), name)
	}
	b := fixture(t, "locked.pdf")
	f, err := Open(bytes.NewReader(b), int64(len(b)), Limits{})
	if err != nil {
		assert.ErrorIs(t, err, ErrEncrypted)
		return
	}
	assert.True(t, f.Locked())
	assert.Empty(t, f.Latest().Pages())
}

// TestHybrid: an object that the table calls free is in the stream.
func TestHybrid(t *testing.T) {
	b := newBuilder()
	b.basic()
	b.obj(5, "(hidden)")
	at := b.Len()
	rec := []byte{1, byte(b.offs[5] >> 8), byte(b.offs[5]), 0}
	fmt.Fprintf(b, "6 0 obj <</Type /XRef /W [1 2 1] /Index [5 1] /Size 7 /Length %d>> stream\n%s\nendstream endobj\n", len(rec), rec)
	b.table(fmt.Sprintf("/Size 7 /Root 1 0 R /XRefStm %d", at), 1, 2, 3)
	f := open(t, b.Bytes())
	s, ok := f.Latest().Resolve(Ref{Num: 5}).(String)
	require.True(t, ok)
	assert.Equal(t, "hidden", string(s.Value))
	assert.Empty(t, repairs(f))
}

func TestStreams(t *testing.T) {
	var z bytes.Buffer
	w := zlib.NewWriter(&z)
	fmt.Fprint(w, "xin chào")
	w.Close()
	for name, c := range map[string]struct{ dict, data, want string }{
		"plain":         {"/Length 8", "12345678", "12345678"},
		"length short":  {"/Length 3", "12345678", "12345678"},
		"length long":   {"/Length 9999", "12345678", "12345678"},
		"length itself": {"/Length 4 0 R", "12345678", "12345678"},
		"flate":         {fmt.Sprintf("/Filter /FlateDecode /Length %d", z.Len()), z.String(), "xin chào"},
		"flate in hex":  {"/Filter [/AHx /Fl] /Length 1", fmt.Sprintf("%x>", z.Bytes()), "xin chào"},
		"ascii85":       {"/Filter /ASCII85Decode /Length 1", "87cURD]i,\"Ebo80~>", "Hello World!"},
		"run length":    {"/Filter /RunLengthDecode /Length 8", "\x02abc\xfed\x80\x00", "abcddd"},
		"png predictor": {"/Filter /AHx /Length 30", "", ""},
	} {
		if c.data == "" {
			continue
		}
		b := newBuilder()
		b.basic()
		b.obj(4, fmt.Sprintf("<<%s>>\nstream\n%s\nendstream", c.dict, c.data))
		b.table("/Size 5 /Root 1 0 R", 1, 2, 3, 4)
		f := open(t, b.Bytes())
		s, ok := f.Latest().Resolve(Ref{Num: 4}).(*Stream)
		require.True(t, ok, name)
		got, err := f.Latest().Decode(s)
		require.NoError(t, err, name)
		assert.Equal(t, c.want, string(got), name)
	}
}

func TestPredictors(t *testing.T) {
	var v *View
	p := &Dict{}
	p.set("Predictor", Integer(12))
	p.set("Columns", Integer(3))
	for ft, want := range map[byte][]byte{
		0: {1, 2, 3, 1, 1, 1}, 1: {1, 2, 3, 1, 2, 3}, 2: {1, 2, 3, 2, 3, 4}, 3: {1, 2, 3, 1, 2, 3}, 4: {1, 2, 3, 2, 3, 4},
	} {
		got, err := v.predict([]byte{0, 1, 2, 3, ft, 1, 1, 1}, p)
		require.NoError(t, err)
		assert.Equal(t, want, got, "type %d", ft)
	}
}

// TestLimits: hostile files end in an error or are cut, soon.
func TestLimits(t *testing.T) {
	var z bytes.Buffer
	w := zlib.NewWriter(&z)
	_, _ = w.Write(make([]byte, 64<<20))
	w.Close()
	b := newBuilder()
	b.basic()
	b.obj(4, fmt.Sprintf("<</Filter /FlateDecode /Length %d>>\nstream\n%s\nendstream", z.Len(), z.String()))
	b.obj(5, strings.Repeat("[", 5000)+strings.Repeat("]", 5000))
	b.obj(6, "6 0 R")
	b.table("/Size 7 /Root 1 0 R", 1, 2, 3, 4, 5, 6)
	f, err := Open(bytes.NewReader(b.Bytes()), int64(b.Len()), Limits{Stream: 1 << 20})
	require.NoError(t, err)
	s := f.Latest().Resolve(Ref{Num: 4}).(*Stream)
	_, err = f.Latest().Decode(s)
	assert.ErrorIs(t, err, ErrLimit)
	_, err = f.Latest().Object(Ref{Num: 5})
	assert.ErrorIs(t, err, ErrLimit)
	assert.Equal(t, Null{}, f.Latest().Resolve(Ref{Num: 6}))

	many := newBuilder()
	many.basic()
	at := many.table("/Size 4 /Root 1 0 R", 1, 2, 3)
	for range 50 {
		at = many.table(fmt.Sprintf("/Size 4 /Root 1 0 R /Prev %d", at))
	}
	f, err = Open(bytes.NewReader(many.Bytes()), int64(many.Len()), Limits{Revisions: 20})
	if err == nil {
		assert.LessOrEqual(t, len(f.Revisions()), 20)
	}
}

func TestPageTreeCycle(t *testing.T) {
	b := newBuilder()
	b.obj(1, "<</Type /Catalog /Pages 2 0 R>>")
	b.obj(2, "<</Type /Pages /Count 9 /Kids [3 0 R 2 0 R 4 0 R]>>")
	b.obj(3, "<</Type /Page>>")
	b.obj(4, "<</Type /Pages /Kids [2 0 R 4 0 R 3 0 R]>>")
	b.table("/Size 5 /Root 1 0 R", 1, 2, 3, 4)
	assert.Len(t, open(t, b.Bytes()).Latest().Pages(), 1)
}

func TestDisplay(t *testing.T) {
	r := Rect{10, 20, 40, 30}
	crop := Rect{0, 0, 100, 200}
	for rot, want := range map[int]Box{
		0: {10, 170, 30, 10}, 90: {20, 10, 10, 30}, 180: {60, 20, 30, 10}, 270: {170, 60, 10, 30},
	} {
		p := Page{MediaBox: crop, CropBox: crop, Rotate: rot, UserUnit: 1 / MM}
		assert.Equal(t, want, p.Display(r), "%d", rot)
		assert.Equal(t, r, p.UserSpace(want), "%d", rot)
	}
	b := newBuilder()
	b.obj(1, "<</Type /Catalog /Pages 2 0 R>>")
	b.obj(2, "<</Type /Pages /Kids [3 0 R] /MediaBox [595 842 0 0] /CropBox [-10 100 500 9999] /Rotate -90>>")
	b.obj(3, "<</Type /Page>>")
	b.table("/Size 4 /Root 1 0 R", 1, 2, 3)
	p := open(t, b.Bytes()).Latest().Pages()[0]
	assert.Equal(t, Rect{0, 0, 595, 842}, p.MediaBox)
	assert.Equal(t, Rect{0, 100, 500, 842}, p.CropBox)
	assert.Equal(t, 270, p.Rotate)
}

func TestLexer(t *testing.T) {
	parse := func(s string) Object {
		x := lexer{b: []byte(s), eof: true, depth: 10, token: 1000}
		o, err := x.object()
		require.NoError(t, err, s)
		return o
	}
	assert.Equal(t, Integer(-12), parse("-12"))
	assert.Equal(t, Real(0.5), parse("+.5"))
	for in, f := range map[string]float64{"--5": -5, "5-3": 5, "1.2.3": 1.2, "1e3": 1000, "0x1p4": 0, "4abc": 4, "-.": 0, "1_000": 1, "9007199254740993.": 1 << 53} {
		assert.Equal(t, BadNumber{f, in}, parse(in))
		n, ok := number(parse(in))
		assert.True(t, ok && n == f, in)
	}
	assert.Equal(t, Real(5), parse("5."))
	assert.Equal(t, Real(-0.25), parse("-.25"))
	assert.Equal(t, Integer(5), parse("+5"))
	assert.Equal(t, Ref{12, 3}, parse("12 3 R"))
	assert.Equal(t, Integer(12), parse("12 3 X"))
	assert.Equal(t, Name("A B"), parse("/A#20B"))
	assert.Equal(t, "a(b)c\nd\x01", string(parse(`(a(b)c\n\
d\1)`).(String).Value))
	assert.Equal(t, []byte{0xab, 0xc0}, parse("<aB c>").(String).Value)
	assert.True(t, parse("<zz>").(String).Malformed)
	d := parse("<</A 1/B[1 2 R(x)]/A 2>>").(*Dict)
	assert.Equal(t, Integer(2), d.Get("A"))
	assert.Equal(t, []Name{"A"}, d.Duplicates)
	assert.Equal(t, Array{Ref{1, 2}, String{Value: []byte("x"), Span: Span{14, 17}}}, d.Get("B"))
}
