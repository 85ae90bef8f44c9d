package signtest

import (
	"bytes"
	"fmt"
	"slices"

	"github.com/tthclint/tthclint/pkg/pdf"
)

// Update collects the objects of one incremental update (ISO 32000-2 7.5.6).
type Update struct {
	File    *pdf.File
	View    *pdf.View
	old     []byte
	next    int
	objs    map[int]string
	at      map[int]int         // objects whose row points elsewhere, see [Update.Point]
	set     map[pdf.Name]string // trailer entries
	catalog map[pdf.Name]string // catalog entries of this update
	// XRefStream writes a cross-reference stream instead of a table.
	XRefStream bool
}

// NewUpdate starts an update of a PDF.
func NewUpdate(src []byte) (*Update, error) {
	f, err := pdf.Open(bytes.NewReader(src), int64(len(src)), pdf.Limits{})
	if err != nil {
		return nil, err
	}
	u := &Update{File: f, View: f.Latest(), old: src, objs: map[int]string{}, at: map[int]int{}, set: map[pdf.Name]string{}}
	n, ok := u.View.Number(u.View.Trailer().Get("Size"))
	if !ok {
		return nil, fmt.Errorf("signtest: trailer without /Size")
	}
	u.next = int(n)
	return u, nil
}

// New adds an object and returns its number.
func (u *Update) New(body string) int {
	u.next++
	u.objs[u.next-1] = body
	return u.next - 1
}

// NewStream adds a stream object and returns its number.
func (u *Update) NewStream(dict, data string) int { return u.New(streamBody(dict, data)) }

func streamBody(dict, data string) string {
	return fmt.Sprintf("<<%s /Length %d>>\nstream\n%s\nendstream", dict, len(data), data)
}

// Replace writes object num anew.
func (u *Update) Replace(num int, body string) { u.objs[num] = body }

// ReplaceStream writes object num anew, as a stream.
func (u *Update) ReplaceStream(num int, dict, data string) { u.objs[num] = streamBody(dict, data) }

// Free marks object num as free in the cross-reference table.
func (u *Update) Free(num int) { u.at[num] = 0 }

// Point lets the cross-reference of object num lead to an offset of the file as
// it was, where another object of that number may have been waiting.
func (u *Update) Point(num, offset int) { u.at[num] = offset }

// Old returns the file as it was.
func (u *Update) Old() []byte { return u.old }

// Offset returns where object num begins in the file as it was, 0 when it cannot
// be found. It looks for the last one of that number.
func (u *Update) Offset(num int) int {
	return bytes.LastIndex(u.old, fmt.Appendf(nil, "\n%d 0 obj", num)) + 1
}

// Trailer sets an entry of the new trailer.
func (u *Update) Trailer(key pdf.Name, value string) { u.set[key] = value }

// Catalog returns the number of the catalog and its dictionary.
func (u *Update) Catalog() (int, *pdf.Dict) {
	r, _ := u.View.Trailer().Get("Root").(pdf.Ref)
	return r.Num, u.View.Catalog()
}

// Bytes returns the file with the update at its end.
func (u *Update) Bytes() []byte {
	out := slices.Clone(u.old)
	if len(out) > 0 && out[len(out)-1] != '\n' {
		out = append(out, '\n')
	}
	type line struct {
		num int
		off int
	}
	var lines []line
	for _, num := range sortedKeys(u.objs) {
		lines = append(lines, line{num, len(out)})
		out = fmt.Appendf(out, "%d 0 obj\n%s\nendobj\n", num, u.objs[num])
	}
	prev := u.File.Revisions()[len(u.File.Revisions())-1].XRef
	t := u.View.Trailer()
	set := map[pdf.Name]string{"Prev": fmt.Sprint(prev), "XRefStm": "", "Type": "", "W": "", "Index": "", "Filter": "", "DecodeParms": "", "Length": ""}
	for k, v := range u.set {
		set[k] = v
	}
	at := len(out)
	if u.XRefStream {
		num := u.next
		lines = append(lines, line{num, at})
		var data []byte
		var index string
		for _, l := range lines {
			index += fmt.Sprintf("%d 1 ", l.num)
			data = append(data, 1, byte(l.off>>24), byte(l.off>>16), byte(l.off>>8), byte(l.off), 0)
		}
		set["Type"], set["W"], set["Index"] = "/XRef", "[1 4 1]", "["+index+"]"
		set["Size"], set["Length"] = fmt.Sprint(num+1), fmt.Sprint(len(data))
		out = fmt.Appendf(out, "%d 0 obj\n%s\nstream\n%s\nendstream\nendobj\n", num, With(t, set), data)
	} else {
		set["Size"] = fmt.Sprint(u.next)
		out = append(out, "xref\n"...)
		if len(lines)+len(u.at) == 0 {
			out = append(out, "0 1\n0000000000 65535 f \n"...)
		}
		for _, num := range sortedKeys(u.at) {
			if off := u.at[num]; off == 0 {
				out = fmt.Appendf(out, "%d 1\n0000000000 00001 f \n", num)
			} else {
				out = fmt.Appendf(out, "%d 1\n%010d 00000 n \n", num, off)
			}
		}
		for _, l := range lines {
			out = fmt.Appendf(out, "%d 1\n%010d 00000 n \n", l.num, l.off)
		}
		out = fmt.Appendf(out, "trailer\n%s\n", With(t, set))
	}
	return fmt.Appendf(out, "startxref\n%d\n%%%%EOF\n", at)
}

func sortedKeys[K ~int | ~string, V any](m map[K]V) []K {
	ks := make([]K, 0, len(m))
	for k := range m {
		ks = append(ks, k)
	}
	slices.Sort(ks)
	return ks
}
