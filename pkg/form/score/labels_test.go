package score

import (
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/ink"
	"github.com/tthclint/tthclint/pkg/msg"
)

func read(t *testing.T, table string) []Label {
	t.Helper()
	labels, err := ReadLabels(strings.NewReader(table), FileName)
	require.NoError(t, err)
	return labels
}

func TestReadLabels(t *testing.T) {
	labels := read(t, "\ufefffile,form,wife_signature,husband_signature,seal,other,spouses_signed,ink,extra\n"+
		"a.pdf,ket_hon,present,fingerprint,na,,yes,wife=007_G1-5.png;husband=e-64-10.png;seal=007_G2-1.png,x\n"+
		"\"b, c.pdf\",phieu_kiem_soat,na,na,,giao1=present; nhan1=absent,na,,\n")
	require.Len(t, labels, 2)
	a, b := labels[0], labels[1]
	assert.Equal(t, 2, a.Line)
	assert.Equal(t, "a.pdf", a.File)
	assert.Equal(t, map[string]ink.State{"wife_signature": ink.Present, "husband_signature": ink.Fingerprint}, a.Fields)
	assert.Equal(t, Yes, a.Spouses)
	assert.Equal(t, []string{"007", "e-64"}, a.Writers)
	assert.Equal(t, "x", a.Columns["extra"])
	assert.Equal(t, 3, b.Line)
	assert.Equal(t, "b, c.pdf", b.File)
	assert.Equal(t, map[string]ink.State{"giao1": ink.Present, "nhan1": ink.Absent}, b.Fields)
	assert.Equal(t, None, b.Spouses)
	assert.Empty(t, b.Writers)
}

// TestColumnsMayBeMissing: without the column spouses_signed the answer follows
// from the fields.
func TestColumnsMayBeMissing(t *testing.T) {
	labels := read(t, "file,wife_signature,husband_signature\na,present,fingerprint\nb,absent,present\nc,,absent\nd,,\ne,present,\n")
	var got []Spouses
	for _, l := range labels {
		got = append(got, l.Spouses)
	}
	assert.Equal(t, []Spouses{Yes, No, No, None, Unsure}, got)
	assert.Len(t, read(t, "file\na.pdf\n"), 1)
	assert.Empty(t, read(t, "file,form\n"))
}

func TestBadLabels(t *testing.T) {
	for name, c := range map[string]struct {
		table string
		want  []string
	}{
		"empty":      {"", []string{"labels.csv: the table of labels is empty"}},
		"no column":  {"name\nx\n", []string{"labels.csv:1: the row of column names has no column file", "labels.csv:2: the cell file is empty"}},
		"state":      {"file,seal\na,there\n", []string{"labels.csv:2: seal: «there» cannot be used; use present, absent, fingerprint, na"}},
		"cells":      {"file,seal\na\n\nb,na,x\n", []string{"labels.csv:2: the row has 1 cells, the row of column names has 2", "labels.csv:4: the row has 3 cells, the row of column names has 2"}},
		"twice":      {"file\na\nb\na\n", []string{"labels.csv:4: the file a stands in line 2 already"}},
		"no file":    {"file,form\n,x\n", []string{"labels.csv:2: the cell file is empty"}},
		"other":      {"file,other\na,giao1\nb,=present\nc,giao1=yes\n", []string{"labels.csv:2: other: «giao1» is not of the form field=state", "labels.csv:3: other: «=present» is not of the form field=state", "labels.csv:4: giao1: «yes» cannot be used; use present, absent, fingerprint, na"}},
		"spouses":    {"file,spouses_signed\na,maybe\n", []string{"labels.csv:2: spouses_signed: «maybe» cannot be used; use yes, no, na"}},
		"quote":      {"file\n\"a\n", []string{`labels.csv:2: the line is no CSV (extraneous or missing " in quoted-field)`}},
		"multi-line": {"file,form\n\"a\nb\",x\nc,x,x\n", []string{"labels.csv:2: cell 1 holds signs that cannot be seen", "labels.csv:4: the row has 3 cells, the row of column names has 2"}},
		"escape":     {"file,form\na,\x1b[1m\nb,\xff\n", []string{"labels.csv:2: cell 2 holds signs that cannot be seen", "labels.csv:3: cell 2 holds signs that cannot be seen"}},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := ReadLabels(strings.NewReader(c.table), FileName)
			var bad *LabelsError
			require.ErrorAs(t, err, &bad)
			assert.Equal(t, strings.Join(c.want, "; "), bad.Text().In(msg.English))
			assert.Equal(t, c.want[0], err.Error())
		})
	}
	_, err := ReadLabels(strings.NewReader("file,seal\n"+strings.Repeat("a,x\n", 1000)), FileName)
	var bad *LabelsError
	require.ErrorAs(t, err, &bad)
	assert.Less(t, len(bad.Problems), maxProblems+2)
}

type brokenReader struct{}

var errBroken = errors.New("broken")

func (brokenReader) Read([]byte) (int, error) { return 0, errBroken }

func TestReadError(t *testing.T) {
	_, err := ReadLabels(brokenReader{}, FileName)
	assert.ErrorIs(t, err, errBroken)
}

func FuzzReadLabels(f *testing.F) {
	f.Add("file,form,wife_signature,other,ink\na.pdf,ket_hon,present,giao1=absent,wife=c-1-1.png\n")
	f.Add("\ufefffile\n\"a\n")
	f.Add("file,file\na,b\n")
	f.Fuzz(func(t *testing.T, table string) {
		labels, err := ReadLabels(strings.NewReader(table), FileName)
		if err != nil {
			return
		}
		pages := make([]Page, len(labels))
		for i, l := range labels {
			pages[i].Label = l
		}
		var b strings.Builder
		if err := WriteJSON(&b, &Report{All: Score(pages[:min(len(pages), 20)], KnownFrom(labels))}, msg.English); err != nil {
			t.Fatal(err)
		}
	})
}
