package content

import (
	"bytes"
	"context"
	"testing"
	"unicode/utf8"

	"github.com/tthclint/tthclint/pkg/pdf"
)

// FuzzForm executes any bytes as an appearance with fonts and forms to use.
func FuzzForm(f *testing.F) {
	for _, s := range []string{
		"q 0.5 w 0 0 0.6 RG 0.5 0.5 10 10 re S Q BT /F1 10 Tf 3 80 Td (Digitally \\(signed\\)) Tj 0 -12 TD <4BFD> ' T* [(a) -300 (b)] TJ ET",
		"BT /F2 1 Tf 10 0 0 10 3 80 Tm <00040005> Tj 1 2 (x) \" ET /X Do /I Do /G gs",
		"BI /W 2 /H 2 /BPC 8 /CS /G ID \x00EI \xff\nEI /Span <</ActualText (no)>> BDC EMC",
		"q q q Q 1 0 0 1 1e9 -1e9 cm 3 Tr 0 Tz 99999999999999999 Tc BT /F1 -5 Tf (a) Tj",
		"[ [ << ( <", "1.2.3 --5 +.5 -. 1e400 nan",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		fonts := "/Font <</F1 <</Subtype /Type1 /BaseFont /Helvetica>> /F2 <</Subtype /Type0 /Encoding /Identity-H /ToUnicode 4 0 R /DescendantFonts [<</W [1 [2 3] 4 5 6]>>]>>>>"
		doc := file("<</Type /Catalog /Pages 2 0 R>>", "<</Type /Pages /Kids [] /Count 0>>",
			form(fonts+" /XObject <</X 3 0 R /Y 5 0 R>> /ExtGState <</G <</Font [5 0 R 7]>>>>", string(b)),
			stream("", cmapHead+"1 beginbfrange <0004> <0009> <0041> endbfrange"),
			form(fonts, "BT /F2 10 Tf 3 80 Td <0004> Tj ET"))
		file, err := pdf.Open(bytes.NewReader(doc), int64(len(doc)), pdf.Limits{})
		if err != nil {
			return
		}
		s, ok := file.Latest().Resolve(pdf.Ref{Num: 3}).(*pdf.Stream)
		if !ok {
			return
		}
		check(t, (&Reader{}).Form(context.Background(), file.Latest(), s))
	})
}

func check(t *testing.T, c Content) {
	if len(c.Text) > maxText || !utf8.ValidString(c.Text) || c.Images < 0 || c.Drawings < 0 {
		t.Fatalf("%+v", c)
	}
}

// FuzzCMap parses any bytes as a CMap, and decodes with it.
func FuzzCMap(f *testing.F) {
	f.Add([]byte(cmapHead+"1 beginbfchar <0004> <0041> endbfchar 1 beginbfrange <0005> <0009> [<0041> /space <00420043>] endbfrange"), []byte("\x00\x04\x00\x05"))
	f.Add([]byte("4 begincodespacerange <00> <80> <8140> <9FFC> <E0000000> <E0FFFFFF> endcodespacerange 1 begincidrange <00> <80> 1 endcidrange /Identity-H usecmap"), []byte("A\x81\x40"))
	f.Add([]byte("beginbfrange <00000000> <FFFFFFFF> <D800DC00> endbfrange begincidchar <FFFFFFFF> 4294967295"), []byte("\xff\xff\xff\xff"))
	f.Fuzz(func(t *testing.T, b, text []byte) {
		m := parseCMap(b, func(string) *cmap { return identity })
		fo := &font{composite: true, codes: m, unicode: m, other: 1}
		n := 0
		fo.decode(text, func(g glyph) bool {
			n++
			if !utf8.ValidString(g.text) || g.ok && g.text == "\uFFFD" {
				t.Fatalf("%q", g.text)
			}
			return true
		})
		if n > len(text) {
			t.Fatal("more glyphs than bytes")
		}
	})
}
