package attacks

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"strings"

	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

// reader are updates in which readers understand differently what is written, or
// in which an object changes that the update does not name.
func (c *Cast) reader() []Case {
	return append(c.decodings(), c.tokens()...)
}

// tokens are updates that say the same to a reader that is lenient in one way, and
// something else to one that is lenient in another (ISO 32000-2 7.3.3).
// The fee that the page draws hides what is under it.
func (c *Cast) tokens() []Case {
	w, h := size(fee)
	form := func(matrix string) string {
		return fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 %.2f %.2f] /Matrix [%s] /Resources <</Font <</F1 5 0 R>>>>", w, h, matrix)
	}
	drawn := opaque(w, h, "Le phi: 50.000 dong")
	base := func(matrix string) draft {
		return c.certify(custom("/Resources <</Font <</F1 5 0 R>> /XObject <</Fee 6 0 R>>>>", lines("900.000 dong")+" q 1 0 0 1 62 560 cm /Fee Do Q", signtest.Stream(form(matrix), drawn)), 1)
	}
	var out []Case
	add := func(name, note, was, is string, want Want) {
		out = append(out, Case{
			Name: "token-" + name, Class: "reader", Note: note, Want: []Want{want},
			Make: made(func() draft {
				return base(was).update(func(u *signtest.Update) { u.ReplaceStream(6, form(is), drawn) })
			}),
		})
	}
	const plain = "1 0 0 1 0 0"
	refused := changed("Certified", other, no)
	for _, t := range []struct{ name, note, matrix string }{
		{"minus", "0-900 is 0 to one reader and -900 to another", "1 0 0 1 0-900 0"},
		{"exponent", "0e900 is no number", "1 0 0 1 0e900 0"},
		{"hexadecimal", "0x1p0 is 1 to libraries for numbers alone", "0x1p0 0 0 1 0 0"},
		{"letters", "1abc is 1 to one reader, and 1 and a keyword to another", "1abc 0 0 1 0 0"},
		{"points", "0.0.900 is one number or two", "1 0 0 1 0.0.900 0"},
		{"signs", "--0 is 0 or nothing", "1 0 0 1 --0 0"},
	} {
		add(t.name, t.note, plain, t.matrix, refused)
	}
	add("mended", "The signed revision has a number that readers differ in; the update says clearly what one of them read", "1 0 0 1 0-900 0", plain, refused)
	add("kept", "No attack: the object is written anew with the odd number that it had", "1 0 0 1 0-0 0", "1 0 0 1 0-0 0", changed("Certified", none, none))
	return out
}

// decodings replace what an object stream of the certified revision is decoded by.
// The resources of the page are packed in it; the update writes a number anew.
func (c *Cast) decodings() []Case {
	w, h := size(fee)
	drawn := func(s string) string {
		return signtest.Stream(fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 %.2f %.2f] /Resources <</Font <</F1 5 0 R>>>>", w, h), opaque(w, h, s))
	}
	// 6: resources of the page, packed; 7 and 8: what it may draw with them, 9: what
	// the dictionary of the object stream refers to, 10: the object stream.
	base := func(dict, data, part string) draft {
		objects := []string{
			"<</Type /Catalog /Pages 2 0 R>>", "<</Type /Pages /Count 1 /Kids [3 0 R]>>",
			"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595.276 841.89] /Contents 4 0 R /Resources 6 0 R>>",
			signtest.Stream("", "1 0 0 1 62 560 cm /Fee Do"), helvetica, "", drawn("50.000 dong"), drawn("900.000 dong"), part,
			signtest.Stream("/Type /ObjStm "+dict, data),
		}
		if i := strings.Index(dict, "/Length"); i >= 0 {
			objects[9] = fmt.Sprintf("<</Type /ObjStm %s>>\nstream\n%s\nendstream", dict, data)
		}
		return draft{b: packedDocument(objects, 10, 6)}.sign(c.Agency, signtest.Options{Field: "Certified", Time: signed, DocMDP: 1, XRefStream: true})
	}
	var out []Case
	add := func(name, note, dict, data, was string, f func(u *signtest.Update)) {
		out = append(out, Case{
			Name: "decoding-" + name, Class: "reader", Note: note, Want: []Want{changed("Certified", other, no)},
			Make: made(func() draft {
				return base(dict, data, was).update(func(u *signtest.Update) {
					u.XRefStream = true
					f(u)
				})
			}),
		})
	}
	is := func(s string) func(*signtest.Update) { return func(u *signtest.Update) { u.Replace(9, s) } }
	const low, high = "<</XObject <</Fee 7 0 R>>>> ", "<</XObject <</Fee 8 0 R>>>> "
	const head = "6 0 "
	first, second := fmt.Sprint(len(head)), fmt.Sprint(len(head+low))
	add("first", "Only the number is written anew that says where the objects of an object stream begin: another object stands there",
		"/N 1 /First 9 0 R", head+low+high, first, is(second))
	add("first-chain", "The same; the number is a reference to another one now", "/N 1 /First 9 0 R", head+low+high, first, func(u *signtest.Update) {
		u.Replace(9, fmt.Sprintf("%d 0 R", u.New(second)))
	})
	add("length", "Only the /Length of an object stream is written anew, too small", "/N 1 /First 4 /Length 9 0 R", head+low, second, is("5"))
	add("count", "Only the number of objects in an object stream is written anew", "/N 9 0 R /First 4", head+low, "1", is("0"))
	hex := strings.ToUpper(fmt.Sprintf("%x>", head+high))
	add("filter", "Only the filter of an object stream is written anew: what could not be read becomes the resources of the page",
		"/N 1 /First 4 /Filter 9 0 R", hex, "[]", is("/ASCIIHexDecode"))
	predicted := "\x00" + head + low
	add("parameters", "Only a parameter of a filter of an object stream is written anew",
		"/N 1 /First 4 /Filter /FlateDecode /DecodeParms <</Predictor 12 /Columns 9 0 R>>", deflated(predicted), fmt.Sprint(len(head+low)), is("9"))
	return out
}

// deflated is data under FlateDecode.
func deflated(data string) string {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	_, _ = z.Write([]byte(data)) // to memory
	_ = z.Close()
	return b.String()
}

// packedDocument is a document with cross-reference stream: objects from 1, with
// box as the object stream that holds those in packed, in that order.
func packedDocument(objects []string, box int, packed ...int) []byte {
	b := []byte("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	row := func(kind, at, last int) string {
		return string([]byte{byte(kind), byte(at >> 16), byte(at >> 8), byte(at), byte(last)})
	}
	within := map[int]int{}
	for i, num := range packed {
		within[num] = i
	}
	rows := row(0, 0, 255)
	for i, body := range objects {
		if at, ok := within[i+1]; ok {
			rows += row(2, box, at)
			continue
		}
		rows += row(1, len(b), 0)
		b = fmt.Appendf(b, "%d 0 obj\n%s\nendobj\n", i+1, body)
	}
	n := len(objects) + 1
	at := len(b)
	rows += row(1, at, 0)
	b = fmt.Appendf(b, "%d 0 obj\n%s\nendobj\n", n, signtest.Stream(fmt.Sprintf("/Type /XRef /Size %d /Root %d 0 R /W [1 3 1]", n+1, catalogObj), rows))
	return fmt.Appendf(b, "startxref\n%d\n%%%%EOF\n", at)
}
