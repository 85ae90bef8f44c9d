package register

import (
	"math"

	"github.com/tthclint/tthclint/pkg/dossier"
)

// expected says how well what a cell looks like suits a field. What is not
// listed contradicts it.
var expected = map[dossier.Field]map[Kind]float64{
	dossier.FieldCode:          {KindCode: 4, KindText: 0.3, KindNumber: 0.3, KindFile: 0},
	dossier.FieldProcedure:     {KindProcedure: 3},
	dossier.FieldProcedureName: {KindTitle: 2, KindText: 0.5, KindSector: 0.3, KindName: 0, KindUnit: -0.5, KindAddress: -0.5},
	dossier.FieldSector:        {KindSector: 2, KindText: 0.3, KindTitle: 0.3, KindName: 0},
	dossier.FieldUnit:          {KindUnit: 2, KindText: 0.3, KindName: 0.2},
	dossier.FieldDepartment:    {KindUnit: 1.5, KindText: 0.3, KindName: 0.5, KindSector: 0.5},
	dossier.FieldStatus:        {KindStatus: 2, KindNumber: 0.2, KindText: 0.2},
	dossier.FieldOwner:         {KindName: 2, KindText: 0.3, KindUnit: 0.2},
	dossier.FieldOwnerID:       {KindID: 2, KindNumber: 0.3, KindText: 0.1},
	dossier.FieldSets:          {KindNumber: 1.5},
	dossier.FieldFile:          {KindFile: 2, KindText: 0.1},
	dossier.FieldDigitized:     {KindNumber: 1, KindText: 0.2},
	dossier.FieldChannel:       {KindNumber: 0.5, KindText: 0.3, KindUnit: 0},
	dossier.FieldOrdinal:       {KindNumber: 2},
	dossier.FieldAddress:       {KindAddress: 2, KindText: 0.4, KindUnit: 0.2},
	dossier.FieldPhone:         {KindPhone: 2, KindNumber: 0.5},
	dossier.FieldOfficer:       {KindName: 1.5, KindText: 0.3, KindUnit: 0.5},
	dossier.FieldResultCode:    {KindText: 0.5, KindCode: 0.5, KindNumber: 0.3},
	dossier.FieldResultNumber:  {KindText: 0.5, KindNumber: 0.5},
	dossier.FieldNote:          {KindText: 0.3, KindTitle: 0, KindName: 0, KindUnit: 0},
	"":                         {KindText: 0.3, KindTitle: 0, KindName: 0, KindUnit: 0, KindSector: 0, KindAddress: 0, KindStatus: 0, KindNumber: 0, KindFile: 0, KindPhone: 0, KindID: 0},
}

const (
	contradiction = -3.0
	unheaded      = -1.0 // of a column with content that no header stands for
	margin        = 0.5  // by which one reading must be better than all others
)

// suits returns how well a column suits a field, per cell that is filled.
func (c *Column) suits(f dossier.Field) float64 {
	want := expected[f]
	if f.Dated() {
		want = map[Kind]float64{KindDate: 3, KindTextDate: 3, KindNumber: 0}
	}
	sum, filled := 0.0, 0
	for k, n := range c.Sample {
		if k == KindEmpty {
			continue
		}
		filled += n
		value, ok := want[k]
		if !ok {
			value = contradiction
		}
		sum += value * float64(n)
	}
	if filled == 0 {
		return 0
	}
	return sum / float64(filled)
}

// realign puts headers over the columns whose content they describe, where the
// lines have fewer cells than the header has, or others. Headers keep their
// order. ok is false if a column of codes or of days could stand under more than
// one header: then nothing is certain. A column of texts that could is left
// without a header.
//
// Both are short lists, and the best of all ways to match them, with the best
// for each pair, comes from two sweeps as in the alignment of sequences.
func realign(headers, content []Column) (columns []Column, ok bool) {
	h, c := len(headers), len(content)
	if h > maxAligned || c > maxAligned {
		return nil, false
	}
	// before[i][j] is the best of the first i headers and j columns, after[i][j] of
	// those that follow.
	before, after := grid(h+1, c+1), grid(h+1, c+1)
	pair := func(i, j int) float64 { return content[j].suits(headers[i].Field) }
	alone := func(j int) float64 {
		if filled, _ := content[j].looks(); filled == 0 {
			return 0
		}
		return unheaded
	}
	for i := range h + 1 {
		for j := range c + 1 {
			best := math.Inf(-1)
			if i == 0 && j == 0 {
				best = 0
			}
			if i > 0 {
				best = max(best, before[i-1][j])
			}
			if j > 0 {
				best = max(best, before[i][j-1]+alone(j-1))
			}
			if i > 0 && j > 0 {
				best = max(best, before[i-1][j-1]+pair(i-1, j-1))
			}
			before[i][j] = best
		}
	}
	for i := h; i >= 0; i-- {
		for j := c; j >= 0; j-- {
			best := math.Inf(-1)
			if i == h && j == c {
				best = 0
			}
			if i < h {
				best = max(best, after[i+1][j])
			}
			if j < c {
				best = max(best, after[i][j+1]+alone(j))
			}
			if i < h && j < c {
				best = max(best, after[i+1][j+1]+pair(i, j))
			}
			after[i][j] = best
		}
	}
	for j := range c {
		first, second, at := math.Inf(-1), math.Inf(-1), -1
		consider := func(i int, total float64) {
			if total > first {
				first, second, at = total, first, i
			} else {
				second = max(second, total)
			}
		}
		none := math.Inf(-1)
		for i := range h + 1 {
			none = max(none, before[i][j]+alone(j)+after[i][j+1])
			if i < h {
				consider(i, before[i][j]+pair(i, j)+after[i+1][j+1])
			}
		}
		consider(-1, none)
		col := Column{Number: content[j].Number, Sample: content[j].Sample}
		certain := first-second >= margin
		if certain && at >= 0 {
			col.Header, col.Field = headers[at].Header, headers[at].Field
			if headers[at].Number != col.Number {
				col.Over = headers[at].Number
			}
		}
		if filled, typed := content[j].looks(KindCode, KindDate, KindTextDate); typed*2 > filled && (!certain || col.Field == "") {
			return nil, false
		}
		columns = append(columns, col)
	}
	m := Mapping{Columns: columns}
	code := m.column(dossier.FieldCode)
	if code == nil {
		return nil, false
	}
	filled, codes := code.looks(KindCode)
	return columns, codes*2 > filled
}

// maxAligned bounds the columns that are matched.
const maxAligned = 200

func grid(rows, columns int) [][]float64 {
	g := make([][]float64, rows)
	for i := range g {
		g[i] = make([]float64, columns)
	}
	return g
}
