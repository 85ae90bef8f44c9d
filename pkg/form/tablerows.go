package form

import (
	"cmp"
	"slices"
)

// number counts the rows of a table from the top: captions of one row stand
// level. Where a row lacks one that others have, its place follows from theirs.
func (l *located) number(byField map[*Field][]*block) {
	var all []*block
	for i := range l.form.Fields {
		if f := &l.form.Fields[i]; f.Repeated {
			all = append(all, byField[f]...)
		}
	}
	slices.SortStableFunc(all, func(a, b *block) int { return cmp.Compare(a.box.Y, b.box.Y) })
	var rows [][]*block
	for _, b := range all {
		n := len(rows)
		if n == 0 || b.box.Y > rows[n-1][0].box.Y+1.5*b.box.H {
			rows = append(rows, nil)
			n++
		}
		if !slices.ContainsFunc(rows[n-1], func(o *block) bool { return o.field == b.field }) {
			b.row = n
			rows[n-1] = append(rows[n-1], b)
		}
	}
	for i := range l.form.Fields {
		f := &l.form.Fields[i]
		for n, row := range rows {
			if !f.Repeated || slices.ContainsFunc(row, func(o *block) bool { return o.field == f }) {
				continue
			}
			if b := fromOtherRows(f, row[0], rows); b != nil {
				b.row = n + 1
				rows[n] = append(rows[n], b)
			}
		}
	}
	for _, row := range rows {
		l.blocks = append(l.blocks, row...)
	}
}

// fromOtherRows places a field in the row of another as it stands in other rows.
func fromOtherRows(f *Field, beside *block, rows [][]*block) *block {
	for _, row := range rows {
		var have, other *block
		for _, b := range row {
			switch b.field {
			case f:
				have = b
			case beside.field:
				other = b
			}
		}
		if have != nil && other != nil {
			b := *have
			b.box.X += beside.box.X - other.box.X
			b.box.Y += beside.box.Y - other.box.Y
			b.tilt = beside.tilt
			return &b
		}
	}
	return nil
}
