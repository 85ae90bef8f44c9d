package sheet

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
)

// written returns a workbook that another library wrote.
func written(t testing.TB, fill func(*excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	fill(f)
	var b bytes.Buffer
	require.NoError(t, f.Write(&b))
	return b.Bytes()
}

// parts returns an archive of parts, by name and content in turn.
func parts(t testing.TB, pairs ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(pairs); i += 2 {
		p, err := w.Create(pairs[i])
		require.NoError(t, err)
		_, err = io.WriteString(p, pairs[i+1])
		require.NoError(t, err)
	}
	require.NoError(t, w.Close())
	return b.Bytes()
}

const (
	workbookXML = `<?xml version="1.0" encoding="UTF-8"?><x:workbook xmlns:x="m" xmlns:r="r"><x:sheets><x:sheet name="A &amp; B" sheetId="1" r:id="rId1"/></x:sheets></x:workbook>`
	linksXML    = `<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`
)

// single returns a workbook of one sheet, of which the rows are given.
func single(t testing.TB, rows string) []byte {
	return parts(t, "xl/workbook.xml", workbookXML, "xl/_rels/workbook.xml.rels", linksXML, "xl/worksheets/sheet1.xml", rows)
}

func open(t testing.TB, data []byte, l Limits) *Book {
	t.Helper()
	b, err := Open(context.Background(), bytes.NewReader(data), int64(len(data)), l)
	require.NoError(t, err)
	return b
}

func rowsOf(t testing.TB, b *Book, sheet int) (all []Row) {
	t.Helper()
	for row, err := range b.Rows(context.Background(), b.Sheets[sheet]) {
		require.NoError(t, err)
		row.Cells = append([]Cell(nil), row.Cells...)
		all = append(all, row)
	}
	return all
}

func TestWhatExcelizeWrites(t *testing.T) {
	at := time.Date(2023, 9, 5, 8, 30, 0, 0, time.UTC)
	data := written(t, func(f *excelize.File) {
		require.NoError(t, f.SetSheetRow("Sheet1", "A1", &[]any{"Mã hồ sơ", "Ngày nhận", "Số", "<&>\"'", "  khoảng  "}))
		require.NoError(t, f.SetCellValue("Sheet1", "B3", at))
		require.NoError(t, f.SetCellValue("Sheet1", "C3", 1.5))
		require.NoError(t, f.SetCellFormula("Sheet1", "D3", "1+1"))
		style, err := f.NewStyle(&excelize.Style{CustomNumFmt: new(`[$-42A]dd"/"mm\/yyyy;@`)})
		require.NoError(t, err)
		require.NoError(t, f.SetCellFloat("Sheet1", "E3", 45174, -1, 64))
		require.NoError(t, f.SetCellStyle("Sheet1", "E3", "E3", style))
		require.NoError(t, f.SetRowVisible("Sheet1", 3, false))
		require.NoError(t, f.MergeCell("Sheet1", "A3", "A5"))
		_, err = f.NewSheet("Ẩn")
		require.NoError(t, err)
		require.NoError(t, f.SetSheetVisible("Ẩn", false))
	})
	b := open(t, data, Limits{})
	require.Len(t, b.Sheets, 2)
	assert.True(t, b.Sheets[1].Hidden && b.Sheets[1].Name == "Ẩn")
	rows := rowsOf(t, b, 0)
	require.GreaterOrEqual(t, len(rows), 2)
	assert.Equal(t, []Cell{{Kind: Text, Text: "Mã hồ sơ"}, {Kind: Text, Text: "Ngày nhận"}, {Kind: Text, Text: "Số"}, {Kind: Text, Text: "<&>\"'"}, {Kind: Text, Text: "  khoảng  "}}, rows[0].Cells)
	third := rows[1]
	if third.Number == 2 {
		third = rows[2]
	}
	assert.True(t, third.Number == 3 && third.Hidden)
	require.Len(t, third.Cells, 5)
	assert.Equal(t, Day, third.Cells[1].Kind)
	assert.Equal(t, at, third.Cells[1].Time)
	assert.Equal(t, Cell{Kind: Number, Text: "1.5"}, third.Cells[2])
	assert.Equal(t, Formula, third.Cells[3].Kind)
	assert.Equal(t, time.Date(2023, 9, 5, 0, 0, 0, 0, time.UTC), third.Cells[4].Time)
	merged, err := b.Merged(t.Context(), b.Sheets[0])
	require.NoError(t, err)
	assert.Equal(t, []Range{{3, 0, 5, 0}}, merged)
}

func TestInlineStringsOfAStream(t *testing.T) {
	data := written(t, func(f *excelize.File) {
		w, err := f.NewStreamWriter("Sheet1")
		require.NoError(t, err)
		require.NoError(t, w.SetRow("A1", []any{"Mã hồ sơ", excelize.Cell{Value: "Đã trả"}}))
		require.NoError(t, w.Flush())
	})
	assert.Equal(t, []Cell{{Kind: Text, Text: "Mã hồ sơ"}, {Kind: Text, Text: "Đã trả"}}, rowsOf(t, open(t, data, Limits{}), 0)[0].Cells)
}

func TestDaysFrom1904(t *testing.T) {
	data := written(t, func(f *excelize.File) {
		require.NoError(t, f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: new(true)}))
		require.NoError(t, f.SetCellFloat("Sheet1", "A1", 43712, -1, 64))
		style, err := f.NewStyle(&excelize.Style{NumFmt: 14})
		require.NoError(t, err)
		require.NoError(t, f.SetCellStyle("Sheet1", "A1", "A1", style))
	})
	b := open(t, data, Limits{})
	assert.True(t, b.Of1904())
	assert.Equal(t, "2023-09-05", rowsOf(t, b, 0)[0].Cells[0].Time.Format(time.DateOnly))
}

func TestSerial(t *testing.T) {
	for days, want := range map[float64]string{
		1: "1900-01-01 00:00:00", 61: "1900-03-01 00:00:00", 45174.5: "2023-09-05 12:00:00", 45174.354166667: "2023-09-05 08:30:00", 45174.999999: "2023-09-06 00:00:00",
	} {
		got, ok := Serial(days, false)
		require.True(t, ok)
		assert.Equal(t, want, got.Format(time.DateTime), days)
	}
	for _, days := range []float64{-1, 1e300, 2958466} {
		_, ok := Serial(days, false)
		assert.False(t, ok, days)
	}
}

func TestFormatsOfDays(t *testing.T) {
	for code, want := range map[string]bool{
		"dd/mm/yyyy": true, `[$-42A]d "thg" m`: true, "yyyy": true, "General": false, "0.00": false, `0.00" days"`: false, "[Red]0": false,
		`#,##0\d`: false, "hh:mm": false, "_d0": false, "Standard": false,
	} {
		assert.Equal(t, want, showsDay(code), code)
	}
}

func TestForeignWriting(t *testing.T) {
	b := open(t, single(t, `<!-- a > b --><x:worksheet xmlns:x="m"><x:sheetData>
		<x:row><x:c t="inlineStr"><x:is><x:r><x:t>Mã </x:t></x:r><x:r><x:t>hồ<![CDATA[ <sơ>]]></x:t></x:r><x:rPh><x:t>no</x:t></x:rPh></x:is></x:c>
		<x:c><x:v>2E3</x:v></x:c><x:c r='D1' t="e"><x:v>#N/A</x:v></x:c><x:c t="str"><x:f>""</x:f><x:v></x:v></x:c></x:row>
		<x:row r="7"><x:c r="B7" t="d"><x:v>2023-09-05T08:30:00</x:v></x:c><x:c r="C7" t="s"><x:v>9</x:v></x:c><x:c t="str"><x:v>a_x000D_b &#x1EA1;&bogus;</x:v></x:c></x:row>
		<x:row r="9"/></x:sheetData></x:worksheet>`), Limits{})
	assert.Equal(t, "A & B", b.Sheets[0].Name)
	rows := rowsOf(t, b, 0)
	require.Len(t, rows, 3)
	assert.Equal(t, []Cell{{Kind: Text, Text: "Mã hồ <sơ>"}, {Kind: Number, Text: "2000"}, {}, {Kind: Fault, Text: "#N/A"}}, rows[0].Cells)
	assert.Equal(t, 7, rows[1].Number)
	assert.Equal(t, Day, rows[1].Cells[1].Kind)
	assert.Equal(t, Fault, rows[1].Cells[2].Kind, "a string that is not there")
	assert.Equal(t, "a\rb ạ&bogus;", rows[1].Cells[3].Text)
	assert.Equal(t, 9, rows[2].Number)
}

func TestWhatIsRefused(t *testing.T) {
	for name, c := range map[string]struct {
		rows string
		want error
	}{
		"no list of rows":       {"<worksheet/>", ErrDamaged},
		"cut off":               {`<worksheet><sheetData><row r="1"><c r="A1"><v>1</v>`, ErrDamaged},
		"rows out of order":     {`<worksheet><sheetData><row r="2"/><row r="1"/></sheetData></worksheet>`, ErrDamaged},
		"cells out of order":    {`<worksheet><sheetData><row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row></sheetData></worksheet>`, ErrDamaged},
		"a row too far":         {`<worksheet><sheetData><row r="1048577"/></sheetData></worksheet>`, ErrDamaged},
		"a column too far":      {`<worksheet><sheetData><row r="1"><c r="XFE1"><v>1</v></c></row></sheetData></worksheet>`, ErrDamaged},
		"entities of a doctype": {`<!DOCTYPE x [<!ENTITY a "b">]><worksheet><sheetData/></worksheet>`, ErrDamaged},
		"another encoding":      {`<?xml version="1.0" encoding="ISO-8859-1"?><worksheet><sheetData/></worksheet>`, ErrDamaged},
		"UTF-16":                {"\xff\xfe<\x00", ErrDamaged},
		"an endless text":       {`<worksheet><sheetData><row r="1"><c r="A1"><v>` + strings.Repeat("1", 2<<20), ErrDamaged},
		"an endless tag":        {`<worksheet><sheetData><row r="1" x="` + strings.Repeat("1", 2<<20), ErrDamaged},
		"an endless cell":       {`<worksheet><sheetData><row r="1"><c r="A1">` + strings.Repeat("<v>"+strings.Repeat("1", 1<<19)+"</v>", 3) + `</c></row></sheetData></worksheet>`, ErrDamaged},
		"a bomb":                {`<worksheet><sheetData>` + strings.Repeat(`<row x="`+strings.Repeat("x", 52)+`"/>`, 1<<19), ErrBomb},
		"a bomb of spaces":      {`<worksheet>` + strings.Repeat(" ", 24<<20) + `<sheetData>`, ErrBomb},
	} {
		b := open(t, single(t, c.rows), Limits{Inflated: 32 << 20, Ratio: 10, Strings: 1 << 20})
		var last error
		for _, err := range b.Rows(t.Context(), b.Sheets[0]) {
			last = err
		}
		assert.ErrorIs(t, last, c.want, name)
	}
}

func TestArchivesThatAreRefused(t *testing.T) {
	many := []string{}
	for range 3 {
		many = append(many, "a", "b")
	}
	strings1 := parts(t, "xl/workbook.xml", workbookXML, "xl/_rels/workbook.xml.rels",
		`<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="s.xml"/><Relationship Id="rId2" Type="x/sharedStrings" Target="/xl/t.xml"/></Relationships>`,
		"xl/s.xml", "<sheetData/>", "xl/t.xml", "<sst>"+strings.Repeat("<si><t>"+strings.Repeat("x", 1000)+"</t></si>", 2000)+"</sst>")
	for name, c := range map[string]struct {
		data []byte
		want error
	}{
		"no archive":            {[]byte("PK\x03\x04 and no more"), ErrDamaged},
		"nothing":               {nil, ErrDamaged},
		"no workbook":           {parts(t, many...), ErrNotExcel},
		"no sheet":              {parts(t, "xl/workbook.xml", "<workbook/>"), ErrNotExcel},
		"strings without bound": {strings1, ErrBomb},
	} {
		_, err := Open(t.Context(), bytes.NewReader(c.data), int64(len(c.data)), Limits{Inflated: 32 << 20, Ratio: 10000, Strings: 1 << 20})
		assert.ErrorIs(t, err, c.want, name)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	data := single(t, "<sheetData/>")
	_, err := Open(ctx, bytes.NewReader(data), int64(len(data)), Limits{})
	assert.ErrorIs(t, err, context.Canceled)
}

// One pass over a tag must do, however many brackets stand in its quotes.
func TestQuotedBrackets(t *testing.T) {
	quoted := strings.Repeat(">", maxTag-100)
	b := open(t, single(t, `<sheetData><row x="`+quoted+`" r='2'><c y='">' t="str"><v>A</v></c></row></sheetData>`), Limits{})
	rows := rowsOf(t, b, 0)
	require.Len(t, rows, 1)
	assert.Equal(t, 2, rows[0].Number)
	assert.Equal(t, []Cell{{Kind: Text, Text: "A"}}, rows[0].Cells)
}

// FuzzRows wants bounded, ordered rows of any sheet.
func FuzzRows(f *testing.F) {
	f.Add([]byte(`<worksheet><sheetData><row r="1" hidden="1"><c r="A1" t="inlineStr"><is><t>Mã hồ sơ</t></is></c><c r="B1" s="1"><v>45174</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>`))
	f.Add([]byte(`<sheetData><row><c t="str"><f>A1</f><v>x</v></c><c t="e"><v>#N/A</v></c><c><v>1e9</v></c></row><row/></sheetData>`))
	f.Add([]byte(`<a b='>'/><![CDATA[ ]]><!-- > --><?x ?><sheetData><row r="3"><c r="C3"><v>&#65;&amp;</v></c>`))
	f.Fuzz(func(t *testing.T, rows []byte) {
		data := single(t, string(rows))
		b := open(t, data, Limits{Inflated: 1 << 20, Ratio: 100, Strings: 1 << 20})
		last := 0
		for row, err := range b.Rows(t.Context(), b.Sheets[0]) {
			if err != nil {
				break
			}
			if row.Number <= last || row.Number > MaxRows || len(row.Cells) > MaxColumns {
				t.Fatalf("row %d of %d cells after %d", row.Number, len(row.Cells), last)
			}
			last = row.Number
		}
		merged, _ := b.Merged(t.Context(), b.Sheets[0])
		for _, r := range merged {
			if r.FirstRow < 1 || r.LastRow < r.FirstRow || r.FirstColumn < 0 || r.LastColumn < r.FirstColumn {
				t.Fatalf("range %v", r)
			}
		}
	})
}

// FuzzOpen wants no panic of any archive.
func FuzzOpen(f *testing.F) {
	f.Add(single(f, `<sheetData><row><c><v>1</v></c></row></sheetData>`))
	f.Add(written(f, func(x *excelize.File) { _ = x.SetCellValue("Sheet1", "A1", "Mã hồ sơ") }))
	f.Fuzz(func(t *testing.T, data []byte) {
		b, err := Open(t.Context(), bytes.NewReader(data), int64(len(data)), Limits{Inflated: 1 << 20, Ratio: 100, Strings: 1 << 20})
		if err != nil {
			return
		}
		for _, s := range b.Sheets {
			for _, err := range b.Rows(t.Context(), s) {
				if err != nil {
					break
				}
			}
		}
	})
}

// TestAPassIsCountedAsAWhole has two sheets that are within the bound one by one
// and beyond it together.
func TestAPassIsCountedAsAWhole(t *testing.T) {
	rows := `<worksheet><sheetData><row r="1"/>` + strings.Repeat(" ", 600<<10) + `</sheetData></worksheet>`
	data := parts(t, "xl/workbook.xml", `<workbook><sheets><sheet name="a" r:id="1"/><sheet name="b" r:id="2"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="1" Type="x/worksheet" Target="a.xml"/><Relationship Id="2" Type="x/worksheet" Target="b.xml"/></Relationships>`,
		"xl/a.xml", rows, "xl/b.xml", rows)
	b := open(t, data, Limits{Inflated: 1 << 20, Ratio: 10000, Strings: 1 << 20})
	read := func(i int) (last error) {
		for _, err := range b.Rows(t.Context(), b.Sheets[i]) {
			last = err
		}
		return last
	}
	require.NoError(t, read(0))
	require.ErrorIs(t, read(1), ErrBomb)
	b.Restart()
	require.NoError(t, read(1), "a new pass")
}

// TestAnEndlessRow has a row within the bounds of the workbook and beyond those
// of a row: its cells together hold more than a row may.
func TestAnEndlessRow(t *testing.T) {
	cell := `<c t="str"><v>` + strings.Repeat("1", 1<<19) + "</v></c>"
	b := open(t, single(t, `<worksheet><sheetData><row r="1">`+strings.Repeat(cell, 33)+`</row></sheetData></worksheet>`),
		Limits{Inflated: 32 << 20, Ratio: 1 << 20, Strings: 1 << 20})
	var last error
	for _, err := range b.Rows(t.Context(), b.Sheets[0]) {
		last = err
	}
	assert.ErrorIs(t, last, ErrDamaged)
}
