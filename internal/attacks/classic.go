package attacks

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/tthclint/tthclint/pkg/pdf"
	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

// plain is a paper with one sound signature, "Sig".
func (c *Cast) plain() draft {
	return paper().sign(c.Agency, signtest.Options{Field: "Sig", Time: signed, Reserve: 4096})
}

// forgery is universal signature forgery: an update takes away what a verifier
// needs, hoping that it then says nothing. The signature that was is still in its
// revision, so that there are two: the one replaced, and the one that is none.
func (c *Cast) forgery() []Case {
	var out []Case
	for name, e := range map[string]map[pdf.Name]string{
		"no-contents":          {"Contents": ""},
		"contents-null":        {"Contents": "null"},
		"contents-empty":       {"Contents": "<>"},
		"contents-zero":        {"Contents": "<00>"},
		"contents-zeros":       {"Contents": "<" + strings.Repeat("0", 8192) + ">"},
		"contents-literal":     {"Contents": "(x)"},
		"contents-reference":   {"Contents": "99 0 R"},
		"no-byterange":         {"ByteRange": ""},
		"byterange-null":       {"ByteRange": "null"},
		"byterange-empty":      {"ByteRange": "[]"},
		"byterange-negative":   {"ByteRange": "[0 -1 -1 0]"},
		"byterange-of-names":   {"ByteRange": "[/a /b /c /d]"},
		"byterange-of-reals":   {"ByteRange": "[0.0 10.5 20 30]"},
		"byterange-huge":       {"ByteRange": "[0 99999999999999999999 1 1]"},
		"byterange-zero":       {"ByteRange": "[0 0 0 0]"},
		"byterange-reference":  {"ByteRange": "99 0 R"},
		"no-sub-filter":        {"SubFilter": ""},
		"sub-filter-unknown":   {"SubFilter": "/none"},
		"sub-filter-timestamp": {"SubFilter": "/ETSI.RFC3161"},
		"sub-filter-raw":       {"SubFilter": "/adbe.x509.rsa_sha1"},
		"filter-unknown":       {"Filter": "/none"},
		"type-alone":           {"Contents": "", "ByteRange": "", "SubFilter": ""},
	} {
		// Contents and ByteRange alone make a signature; with those unchanged it
		// is still the old one, whose dictionary was written anew.
		was := Want{Field: "Sig", Integrity: intact, Coverage: revision, Changes: other, Trust: trusted, Passes: no, Codes: []string{"dictionary-overwritten"}}
		want := []Want{was}
		_, a := e["Contents"]
		_, b := e["ByteRange"]
		if a || b {
			want = append(want, Want{Field: "Sig", Integrity: notIntact, Passes: no})
			want[0].Removed = true
		}
		out = append(out, Case{Name: "usf-" + name, Class: "USF", Note: "The signature dictionary is written anew: " + name, Want: want,
			Make: made(func() draft {
				return c.plain().update(func(u *signtest.Update) { set(u, value(u, 0), e) })
			})})
	}
	// The same within the signed bytes, where they break the digest as well.
	inPlace := []Want{{Field: "Sig", Integrity: notIntact, Passes: no}}
	for name, r := range map[string][2]string{
		"contents-renamed":  {"/Contents <", "/Contenst <"},
		"byterange-renamed": {"/ByteRange [", "/ByteRagne ["},
		"subfilter-renamed": {"/SubFilter /ETSI.CAdES.detached", "/SubFilter /ETSI.CAdES.detacheD"},
		"type-renamed":      {"/Type /Sig ", "/Type /Gis "},
	} {
		out = append(out, Case{Name: "usf-place-" + name, Class: "USF", Note: "In the signed bytes themselves: " + name, Want: inPlace,
			Make: made(func() draft { return c.plain().swapBytes(r[0], r[1]) })})
	}
	return byName(out)
}

// swapBytes replaces the last occurrence of some bytes by as many others.
func (d draft) swapBytes(from, to string) draft {
	return d.edit(func(b []byte) ([]byte, error) {
		i := bytes.LastIndex(b, []byte(from))
		if i < 0 || len(from) != len(to) {
			return nil, fmt.Errorf("attacks: cannot put %q in the place of %q", to, from)
		}
		out := bytes.Clone(b)
		copy(out[i:], to)
		return out, nil
	})
}

// saving are incremental saving attacks: an update that viewers show, but that a
// careless verifier does not take for one.
func (c *Cast) saving() []Case {
	content := "4 0 obj\n" + signtest.Stream("", lines("900.000 dong")) + "\nendobj\n"
	row := func(at int) string { return fmt.Sprintf("xref\n4 1\n%010d 00000 n \n", at) }
	end := func(at int) string { return fmt.Sprintf("startxref\n%d\n%%%%EOF\n", at) }
	var out []Case
	refused := Want{Field: "Sig", Integrity: intact, Coverage: revision + "|" + partial + "|" + incoherent, Changes: other, Trust: trusted, Passes: no}
	for name, t := range map[string]func(b []byte, at int) string{
		"complete": func(b []byte, at int) string {
			return content + row(at) + fmt.Sprintf("trailer\n<</Root %s /Size %d /Prev %s>>\n", rootOf(b), sizeOf(b), lastStartXRef(b)) + end(at+len(content))
		},
		"objects-alone":         func(b []byte, at int) string { return content },
		"trailer-without-table": func(b []byte, at int) string { return content + "trailer\n<</Root 1 0 R /Size 9>>\n" + end(0) },
		"table-without-prev": func(b []byte, at int) string {
			return content + row(at) + "trailer\n<</Root 1 0 R /Size 9>>\n" + end(at+len(content))
		},
		"table-without-trailer":  func(b []byte, at int) string { return content + row(at) + end(at+len(content)) },
		"old-startxref-repeated": func(b []byte, at int) string { return content + "startxref\n" + lastStartXRef(b) + "\n%%EOF\n" },
		"no-end":                 func(b []byte, at int) string { return content + "xref\n0 0\ntrailer\n<<>>\n" },
		"only-an-end":            func(b []byte, at int) string { return content + "%%EOF\n" },
		"comment-before": func(b []byte, at int) string {
			return "%" + content + row(at+1) + "trailer\n<</Root 1 0 R /Size 9 /Prev " + lastStartXRef(b) + ">>\n" + end(at+1+len(content))
		},
		"no-root": func(b []byte, at int) string {
			return content + row(at) + fmt.Sprintf("trailer\n<</Size %d /Prev %s>>\n", sizeOf(b), lastStartXRef(b)) + end(at+len(content))
		},
		"without-end-of-object": func(b []byte, at int) string {
			o := strings.Replace(content, "\nendobj", "", 1)
			return o + row(at) + fmt.Sprintf("trailer\n<</Root %s /Size %d /Prev %s>>\n", rootOf(b), sizeOf(b), lastStartXRef(b)) + end(at+len(o))
		},
	} {
		out = append(out, Case{Name: "isa-" + name, Class: "ISA", Note: "The content is replaced by an update: " + name, Want: []Want{refused},
			Make: made(func() draft { return c.plain().tail(t) })})
	}
	// The fourth variant of the paper takes the signature along, so that the last
	// update holds one.
	copied := refused
	copied.Coverage = revision
	out = append(out, Case{Name: "isa-signature-copied", Class: "ISA", Note: "The update replaces the content and holds a copy of the signature dictionary", Want: []Want{copied},
		Make: made(func() draft {
			return c.plain().update(func(u *signtest.Update) {
				n := value(u, 0)
				u.ReplaceStream(contentsObj, "", lines("900.000 dong"))
				v := u.New(signtest.Format(u.View.Dict(pdf.Ref{Num: n})))
				set(u, fieldRefs(u)[0].Num, map[pdf.Name]string{"V": fmt.Sprintf("%d 0 R", v)})
			})
		})})
	return byName(out)
}

// wrapping are signature wrapping attacks: the second signed part moves, and other
// objects take its place.
func (c *Cast) wrapping() []Case {
	evil := "4 0 obj\n" + signtest.Stream("", lines("900.000 dong")) + "\nendobj\n"
	table := func(at int) string {
		return fmt.Sprintf("xref\n4 1\n%010d 00000 n \ntrailer <</Root 1 0 R /Size 9>>\nstartxref\n%d\n%%%%EOF\n", at, at+len(evil))
	}
	wrap := func(in func(at int) string, own func(br [4]int, moved int) string) func() ([]byte, error) {
		return made(func() draft {
			return c.plain().edit(func(b []byte) ([]byte, error) {
				br, err := ranges(b)
				if err != nil {
					return nil, err
				}
				body := in(br[2])
				moved := br[2] + len(body) + 400
				first := own(br, moved)
				body = in(br[2] + len(first))
				pad := moved - br[2] - len(first) - len(body)
				if pad < 0 {
					return nil, fmt.Errorf("attacks: no room to wrap")
				}
				out := bytes.Clone(b[:br[2]])
				out = append(out, first+body+strings.Repeat(" ", pad)...)
				return append(out, b[br[2]:]...), nil
			})
		})
	}
	second := func(br [4]int, moved int) string {
		return fmt.Sprintf(" /ByteRange [0 %d %d %d] >>\nendobj\n", br[1], moved, br[3])
	}
	refused := []Want{{Field: "Sig", Integrity: notIntact, Coverage: incoherent, Passes: no}}
	obj := func(int) string { return evil }
	both := func(at int) string { return evil + table(at) }
	return []Case{
		{Name: "swa-complete", Class: "SWA", Note: "A second /ByteRange points at the moved part, whose startxref leads to cross-references that stand where the signed ones stood: the file is well-formed, and shows another fee", Want: refused,
			Make: made(func() draft { return c.plain().edit(wrapWhole) })},
		{Name: "swa-object", Class: "SWA", Note: "A second /ByteRange points at the moved part; an object fills the room", Want: refused, Make: wrap(obj, second)},
		{Name: "swa-object-and-table", Class: "SWA", Note: "The same, with cross-references of its own", Want: refused, Make: wrap(both, second)},
		{Name: "swa-contents-twice", Class: "SWA", Note: "A second /Contents follows the room", Want: refused,
			Make: wrap(obj, func(br [4]int, moved int) string {
				return fmt.Sprintf(" /ByteRange [0 %d %d %d] /Contents <00> >>\nendobj\n", br[1], moved, br[3])
			})},
		{Name: "swa-open", Class: "SWA", Note: "The room lies within the dictionary, as the value of a key of its own",
			Want: refused,
			Make: wrap(func(int) string {
				return " /X (" + strings.ReplaceAll(strings.ReplaceAll(evil, "(", "\\("), ")", "\\)") + ")"
			}, func(br [4]int, moved int) string {
				return fmt.Sprintf(" /ByteRange [0 %d %d %d]", br[1], moved, br[3])
			})},
		{Name: "swa-in-place", Class: "SWA", Note: "The /ByteRange itself is edited to leave out the room, which breaks the digest", Want: refused,
			Make: made(func() draft {
				return c.plain().edit(func(b []byte) ([]byte, error) {
					br, err := ranges(b)
					if err != nil {
						return nil, err
					}
					out := bytes.Clone(b[:br[2]])
					out = append(out, strings.Repeat(" ", 9000)...)
					out = append(out, b[br[2]:]...)
					i := bytes.LastIndex(out, []byte("/ByteRange ["))
					text := fmt.Sprintf("/ByteRange [0 %d %d %d]", br[1], br[2]+9000, br[3])
					// The room for the ranges is wider than they are.
					room := bytes.Index(out[i:], []byte("/Contents"))
					if room < len(text) {
						return nil, fmt.Errorf("attacks: no room for %s", text)
					}
					copy(out[i:], text+strings.Repeat(" ", room-len(text)))
					return out, nil
				})
			})},
		{Name: "swa-comment", Class: "SWA", Note: "The gap is widened by a comment behind /Contents, with the digest over the ranges as they are",
			Want: []Want{{Field: "Sig", Coverage: incoherent, Passes: no}},
			Make: made(func() draft {
				return paper().sign(c.Agency, signtest.Options{Field: "Sig", Time: signed, Reserve: 4096, ByteRange: func(r [4]int64) []int64 { return []int64{0, r[1], r[2] + 1, r[3] - 1} }})
			})},
	}
}

// wrapWhole moves the second signed part such that its startxref, which cannot be
// changed, leads to cross-references of the forger's.
func wrapWhole(b []byte) ([]byte, error) {
	br, err := ranges(b)
	if err != nil {
		return nil, err
	}
	var table int
	if _, err := fmt.Sscan(lastStartXRef(b), &table); err != nil {
		return nil, err
	}
	const room = 6000
	moved := br[2] + room
	body := fmt.Sprintf(" /ByteRange [0 %d %d %d] >>\nendobj\n", br[1], moved, br[3])
	if br[2]+len(body) > table {
		return nil, fmt.Errorf("attacks: the table stands too early to wrap")
	}
	body += strings.Repeat(" ", table-br[2]-len(body)) + "xref\n"
	// The rows of the signed table, those behind the gap moved along.
	rows := strings.Split(string(b[table:]), "\n")
	for i := 1; i+1 < len(rows) && !strings.HasPrefix(rows[i], "trailer"); i += 2 {
		var off int
		if _, err := fmt.Sscanf(rows[i+1], "%d", &off); err != nil {
			return nil, err
		}
		if off > br[2] {
			off += room
		}
		body += fmt.Sprintf("%s\n%010d 00000 n \n", rows[i], off)
	}
	tail := string(b[table+bytes.Index(b[table:], []byte("trailer")):])
	const row = len("4 1\n0000000000 00000 n \n")
	body += fmt.Sprintf("4 1\n%010d 00000 n \n%s", br[2]+len(body)+row+len(tail), tail)
	body += "4 0 obj\n" + signtest.Stream("", lines("900.000 dong")) + "\nendobj\n"
	if len(body) > room {
		return nil, fmt.Errorf("attacks: no room to wrap")
	}
	out := append(bytes.Clone(b[:br[2]]), body...)
	out = append(out, strings.Repeat(" ", room-len(body))...)
	return append(out, b[br[2]:]...), nil
}

// ranges reads the last /ByteRange of a file.
func ranges(b []byte) (br [4]int, err error) {
	i := bytes.LastIndex(b, []byte("/ByteRange ["))
	if i < 0 {
		return br, fmt.Errorf("attacks: no /ByteRange")
	}
	_, err = fmt.Sscanf(string(b[i:min(i+60, len(b))]), "/ByteRange [%d %d %d %d]", &br[0], &br[1], &br[2], &br[3])
	return br, err
}
