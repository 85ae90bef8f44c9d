package pdf

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// streamFile writes revisions with cross-reference streams. Each is a list of
// "N 0 obj …" and of packed objects, given as "N box index".
type streamFile struct {
	bytes.Buffer
	prev int
}

func (w *streamFile) revision(objects ...string) {
	if w.Len() == 0 {
		w.WriteString("%PDF-1.7\n")
	}
	var index strings.Builder
	var rows []byte
	row := func(num string, kind, at, last int) {
		index.WriteString(num + " 1 ")
		rows = append(rows, byte(kind), byte(at>>16), byte(at>>8), byte(at), byte(last))
	}
	for _, o := range objects {
		var num, box, i int
		if n, _ := fmt.Sscanf(o, "%d %d %d", &num, &box, &i); n == 3 {
			row(fmt.Sprint(num), 2, box, i)
			continue
		}
		n, _, _ := strings.Cut(o, " ")
		row(n, 1, w.Len(), 0)
		w.WriteString(o + "\nendobj\n")
	}
	at := w.Len()
	row("99", 1, at, 0)
	prev := ""
	if w.prev > 0 {
		prev = fmt.Sprintf("/Prev %d", w.prev)
	}
	fmt.Fprintf(w, "99 0 obj\n<</Type /XRef /Size 100 /Root 1 0 R %s /W [1 3 1] /Index [%s] /Length %d>>\nstream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n", prev, index.String(), len(rows), rows, at)
	w.prev = at
}

func (w *streamFile) open(t testing.TB) *File {
	t.Helper()
	f, err := Open(bytes.NewReader(w.Bytes()), int64(w.Len()), Limits{})
	require.NoError(t, err)
	return f
}

const (
	plainCatalog = "1 0 obj\n<</Type /Catalog /Pages 2 0 R>>"
	plainPages   = "2 0 obj\n<</Type /Pages /Count 0 /Kids []>>"
)

// TestIndirectDecoding: views differ in an object whose stream is decoded by
// something that a later revision wrote anew, whichever was asked first.
func TestIndirectDecoding(t *testing.T) {
	const a = "6 0 (a)(b)"
	for name, c := range map[string]struct{ dict, was, is string }{
		"first":           {"/N 1 /First 9 0 R", "9 0 obj\n4", "9 0 obj\n7"},
		"chain":           {"/N 1 /First 8 0 R", "9 0 obj\n4", "9 0 obj\n7"},
		"number replaced": {"/N 1 /First 9 0 R", "9 0 obj\n4", "9 0 obj\n10 0 R"},
		"with extends":    {"/N 1 /First 9 0 R /Extends 5 0 R", "9 0 obj\n4", "9 0 obj\n7"},
	} {
		for _, newFirst := range []bool{false, true} {
			t.Run(fmt.Sprint(name, newFirst), func(t *testing.T) {
				var w streamFile
				w.revision(plainCatalog, plainPages, "3 0 obj\n<<>>", "8 0 obj\n9 0 R", c.was, "10 0 obj\n7", "6 20 0",
					fmt.Sprintf("20 0 obj\n<</Type /ObjStm %s /Length %d>>\nstream\n%s\nendstream", c.dict, len(a), a))
				w.revision(c.is)
				w.revision("3 0 obj\n<</A 1>>")
				f := w.open(t)
				text := func(i int) string {
					s, _ := f.View(i).Resolve(Ref{6, 0}).(String)
					return string(s.Value)
				}
				if newFirst {
					assert.Equal(t, "b", text(2))
				}
				assert.Equal(t, "a", text(0))
				assert.Equal(t, "b", text(1))
				assert.Equal(t, "b", text(2))
				assert.Equal(t, []int{6, 9, 99}, f.View(1).Changed())
				assert.Equal(t, []int{3, 99}, f.View(2).Changed())
				assert.True(t, hasDoubt(f, 1, DoubtStream), f.Doubts(1))
				assert.Empty(t, f.Doubts(2))
			})
		}
	}
}

func hasDoubt(f *File, rev int, code string) bool {
	for _, d := range f.Doubts(rev) {
		if d.Code == code {
			return true
		}
	}
	return false
}

// TestStreamNeedsItself: an object stream that is decoded by an object packed in
// it, or in one that needs it in turn, is unreadable and nothing worse.
func TestStreamNeedsItself(t *testing.T) {
	box := func(num int, dict string) string {
		return fmt.Sprintf("%d 0 obj\n<</Type /ObjStm /N 1 %s>>\nstream\n6 0 4\nendstream", num, dict)
	}
	for name, boxes := range map[string][]string{
		"first":      {box(20, "/First 6 0 R /Length 5")},
		"length":     {box(20, "/First 4 /Length 6 0 R")},
		"two":        {box(20, "/First 7 0 R /Length 5"), box(21, "/First 6 0 R /Length 5")},
		"parameters": {box(20, "/First 4 /Length 5 /Filter [6 0 R]")},
	} {
		t.Run(name, func(t *testing.T) {
			var w streamFile
			w.revision(append(boxes, plainCatalog, plainPages, "6 20 0", "7 21 0")...)
			f := w.open(t)
			assert.Equal(t, Null{}, f.Latest().Resolve(Ref{6, 0}))
		})
	}
}

// rewritten is a file with a stream that each of its 901 revisions reads otherwise, and the
// stream's size in bytes.
func rewritten(t testing.TB) (*File, int64) {
	var w streamFile
	data := "6 0 " + strings.Repeat(" ", 1<<20) + "(a)"
	w.revision(plainCatalog, plainPages, "9 0 obj\n4", "6 20 0", fmt.Sprintf("20 0 obj\n<</Type /ObjStm /N 1 /First 9 0 R /Length %d>>\nstream\n%s\nendstream", len(data), data))
	for range 900 {
		w.revision("9 0 obj\n4")
	}
	return w.open(t), int64(len(data))
}

// readAll resolves the object in the stream in every revision.
func readAll(f *File) {
	for i := range f.Revisions() {
		f.View(i).Resolve(Ref{6, 0})
		f.View(i).Changed()
	}
}

// TestDecodingCost: what it costs is counted here, and timed by the benchmark.
func TestDecodingCost(t *testing.T) {
	f, size := rewritten(t)
	readAll(f)
	assert.LessOrEqual(t, f.work.Load(), f.lim.Work+size+1<<16)
}

func BenchmarkDecodingCost(b *testing.B) {
	for b.Loop() {
		b.StopTimer()
		f, _ := rewritten(b)
		b.StartTimer()
		readAll(f)
	}
}
