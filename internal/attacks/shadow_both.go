package attacks

import (
	"bytes"
	"fmt"

	"github.com/tthclint/tthclint/pkg/pdf"
	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

// hideAndReplace are shadow attacks whose second document waits, complete and
// unused, within the signed bytes. The update brings nothing but a way to it.
func (c *Cast) hideAndReplace() []Case {
	var out []Case
	add := func(name, note string, want Want, base func() draft, f func(draft) draft) {
		out = append(out, Case{
			Name: "shadow-both-" + name, Class: "shadow-hide-and-replace", Note: note, Want: []Want{want},
			Make: made(func() draft {
				return f(base().sign(c.Agency, signtest.Options{Field: "Signed", Time: signed}))
			}),
		})
	}
	update := func(f func(*signtest.Update)) func(draft) draft { return func(d draft) draft { return d.update(f) } }
	refused := changed("Signed", other, no)

	// 6: shadow catalog, 7: shadow page tree, 8: shadow page, 9: its content.
	shadow := func() draft {
		return paper(
			"<</Type /Catalog /Pages 7 0 R>>", "<</Type /Pages /Count 1 /Kids [8 0 R]>>",
			"<</Type /Page /Parent 7 0 R /MediaBox [0 0 595.276 841.89] /Contents 9 0 R /Resources <</Font <</F1 5 0 R>>>>>>",
			signtest.Stream("", lines("900.000 dong")))
	}
	add("pages", "The catalog is written anew with the page tree that waited", refused, shadow, update(func(u *signtest.Update) {
		setCatalog(u, map[pdf.Name]string{"Pages": "7 0 R"})
	}))
	add("kids", "The page tree is written anew with the page that waited", refused, shadow, update(func(u *signtest.Update) {
		u.Replace(pagesObj, "<</Type /Pages /Count 1 /Kids [8 0 R]>>")
	}))
	add("page", "The page is written anew with the content that waited", refused, shadow, update(func(u *signtest.Update) {
		set(u, pageObj, map[pdf.Name]string{"Contents": "9 0 R"})
	}))
	gone := refused
	gone.Removed = true
	add("root", "The trailer names the catalog that waited; the signature is not in it", gone, shadow, update(func(u *signtest.Update) {
		u.Trailer("Root", "6 0 R")
	}))
	add("root-with-form", "The same, the catalog being given the form as well", refused, shadow, update(func(u *signtest.Update) {
		_, cat := u.Catalog()
		u.Replace(6, "<</Type /Catalog /Pages 7 0 R /AcroForm "+signtest.Format(cat.Get("AcroForm"))+">>")
		u.Trailer("Root", "6 0 R")
	}))

	// A second object 4 stands in the signed part without a row in its table.
	twice := func() draft {
		d := paper()
		return d.edit(func(b []byte) ([]byte, error) {
			return insertTwin(b, "4 0 obj\n"+signtest.Stream("", lines("900.000 dong"))+"\nendobj\n")
		})
	}
	add("twin", "The cross-reference of the content leads to a second object of its number, which waited in the signed part", refused, twice, update(func(u *signtest.Update) {
		u.Point(contentsObj, twinOffset(u.Old()))
	}))
	add("twin-repair", "The cross-references are broken, so that readers that repair find the second object last", refused, twice, func(d draft) draft {
		return d.tail(func(b []byte, _ int) string { return "startxref\n1\n%%EOF\n" })
	})

	add("hybrid", "The table of the update is empty; its /XRefStm, which other readers skip, replaces the content", refused, shadow, func(d draft) draft {
		return d.tail(hybrid)
	})
	add("compressed", "The content's page is replaced within an object stream", refused, shadow, func(d draft) draft { return d.tail(compressed) })
	add("prepared-table", "The update is a startxref alone, which leads to cross-references that waited in the signed part",
		Want{Field: "Signed", Integrity: intact, Changes: other, Passes: no, Removed: true},
		func() draft {
			return shadow().tail(func(b []byte, at int) string {
				// Behind the end of the first revision, and used by nothing yet.
				return fmt.Sprintf("xref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 10 /Root 6 0 R /Prev %s>>\n", lastStartXRef(b))
			})
		}, func(d draft) draft {
			return d.tail(func(b []byte, _ int) string {
				return fmt.Sprintf("startxref\n%d\n%%%%EOF\n", bytes.Index(b, []byte("/Root 6 0 R"))-len("xref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 10 "))
			})
		})
	add("prev-skips", "The /Prev of the update leads past the signed revision: most readers see a document that was never signed",
		Want{Field: "Signed", Passes: no, Removed: true}, shadow, func(d draft) draft {
			return d.tail(func(b []byte, at int) string {
				first := firstStartXRef(b)
				obj := "2 0 obj\n<</Type /Pages /Count 1 /Kids [8 0 R]>>\nendobj\n"
				return fmt.Sprintf("%sxref\n2 1\n%010d 00000 n \ntrailer\n<</Size 10 /Root 1 0 R /Prev %s>>\nstartxref\n%d\n%%%%EOF\n", obj, at, first, at+len(obj))
			})
		})
	add("no-prev", "The update has complete cross-references of its own and no /Prev: the signed revision is part of nothing",
		Want{Field: "Signed", Passes: no, Removed: true}, shadow, func(d draft) draft {
			return d.tail(func(b []byte, at int) string {
				o := func(n int) int { return bytes.Index(b, fmt.Appendf(nil, "\n%d 0 obj", n)) + 1 }
				rows := "xref\n0 1\n0000000000 65535 f \n5 5\n"
				for n := 5; n <= 9; n++ {
					rows += fmt.Sprintf("%010d 00000 n \n", o(n))
				}
				return fmt.Sprintf("%strailer\n<</Size 10 /Root 6 0 R>>\nstartxref\n%d\n%%%%EOF\n", rows, at)
			})
		})
	return out
}

// insertTwin puts an object behind the last one of a file of one revision and
// moves its table.
func insertTwin(b []byte, object string) ([]byte, error) {
	i := bytes.LastIndex(b, []byte("xref\n0 "))
	j := bytes.LastIndex(b, []byte("startxref\n"))
	if i < 0 || j < 0 {
		return nil, fmt.Errorf("attacks: no table to move")
	}
	out := append(bytes.Clone(b[:i]), object...)
	at := len(out)
	out = append(out, b[i:j]...)
	return fmt.Appendf(out, "startxref\n%d\n%%%%EOF\n", at), nil
}

// twinOffset is where the second object 4 begins.
func twinOffset(b []byte) int { return bytes.LastIndex(b, []byte("\n4 0 obj")) + 1 }

func firstStartXRef(b []byte) string { return startXRefAt(b, bytes.Index(b, []byte("startxref\n"))) }
func lastStartXRef(b []byte) string {
	return startXRefAt(b, bytes.LastIndex(b, []byte("startxref\n")))
}

func startXRefAt(b []byte, i int) string {
	if i < 0 {
		return "0"
	}
	f := bytes.Fields(b[i:])
	if len(f) < 2 {
		return "0"
	}
	return string(f[1])
}

// hybrid replaces the content by a cross-reference stream that only the trailer
// of an empty table names (ISO 32000-2 7.5.8.4).
func hybrid(b []byte, at int) string {
	obj := "4 0 obj\n" + signtest.Stream("", lines("900.000 dong")) + "\nendobj\n"
	n := sizeOf(b)
	stm := at + len(obj)
	row := func(off int) string {
		return string([]byte{1, byte(off >> 24), byte(off >> 16), byte(off >> 8), byte(off), 0})
	}
	obj += fmt.Sprintf("%d 0 obj\n%s\nendobj\n", n, signtest.Stream(fmt.Sprintf("/Type /XRef /Size %d /W [1 4 1] /Index [4 1 %d 1]", n+1, n), row(at)+row(stm)))
	return fmt.Sprintf("%sxref\n0 1\n0000000000 65535 f \ntrailer\n<</Size %d /Root %s /Prev %s /XRefStm %d>>\nstartxref\n%d\n%%%%EOF\n", obj, n+1, rootOf(b), lastStartXRef(b), stm, at+len(obj))
}

// compressed replaces the page by one within an object stream.
func compressed(b []byte, at int) string {
	n := sizeOf(b)
	pageDict := "<</Type /Page /Parent 2 0 R /MediaBox [0 0 595.276 841.89] /Contents 9 0 R /Resources <</Font <</F1 5 0 R>>>>>>"
	head := "3 0 "
	obj := fmt.Sprintf("%d 0 obj\n%s\nendobj\n", n, signtest.Stream(fmt.Sprintf("/Type /ObjStm /N 1 /First %d", len(head)), head+pageDict))
	x := at + len(obj)
	row := func(kind byte, off int, last byte) string {
		return string([]byte{kind, byte(off >> 24), byte(off >> 16), byte(off >> 8), byte(off), last})
	}
	return obj + fmt.Sprintf("%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n", n+1,
		signtest.Stream(fmt.Sprintf("/Type /XRef /Size %d /Root %s /Prev %s /W [1 4 1] /Index [3 1 %d 2]", n+2, rootOf(b), lastStartXRef(b), n),
			row(2, n, 0)+row(1, at, 0)+row(1, x, 0)), x)
}

// sizeOf is /Size of the last trailer, rootOf its /Root.
func sizeOf(b []byte) int {
	n := 0
	if i := bytes.LastIndex(b, []byte("/Size ")); i >= 0 {
		_, _ = fmt.Sscan(string(b[i+6:min(i+20, len(b))]), &n)
	}
	return n
}

func rootOf(b []byte) string {
	i := bytes.LastIndex(b, []byte("/Root "))
	f := bytes.Fields(b[i+6:])
	return string(f[0]) + " 0 R"
}
