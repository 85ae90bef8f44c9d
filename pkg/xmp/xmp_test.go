package xmp_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/xmp"
)

const packet = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:kq="urn:vn:ket-qua" pdf:Producer="Scanner" kq:SoKyHieu="12/2023"/>
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Giấy khai sinh</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>UBND phường Sa Đéc</rdf:li><rdf:li> </rdf:li><rdf:li>B</rdf:li></rdf:Seq></dc:creator>
<dc:format>application/pdf</dc:format>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`

func TestParse(t *testing.T) {
	got, err := xmp.Parse([]byte(packet))
	require.NoError(t, err)
	const dc = "http://purl.org/dc/elements/1.1/"
	assert.Equal(t, []xmp.Property{
		{Space: "http://ns.adobe.com/pdf/1.3/", Name: "Producer", Value: "Scanner"},
		{Space: "urn:vn:ket-qua", Name: "SoKyHieu", Value: "12/2023"},
		{Space: dc, Name: "title", Value: "Giấy khai sinh"},
		{Space: dc, Name: "creator", Value: "UBND phường Sa Đéc"},
		{Space: dc, Name: "creator", Value: "B"},
		{Space: dc, Name: "format", Value: "application/pdf"},
	}, got)
}

func TestHostile(t *testing.T) {
	laughs := `<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>` + strings.Replace(packet, "12/2023", "&b;&b;", 1)
	_, err := xmp.Parse([]byte(laughs))
	assert.ErrorIs(t, err, xmp.ErrSyntax, "entities are not expanded")

	_, err = xmp.Parse(make([]byte, xmp.MaxBytes+1))
	assert.ErrorIs(t, err, xmp.ErrLimit)

	_, err = xmp.Parse([]byte(strings.Repeat("<a>", 100)))
	assert.ErrorIs(t, err, xmp.ErrLimit, "depth")

	many := strings.Replace(packet, "<dc:format>", strings.Repeat("<dc:subject>x</dc:subject>", 1000)+"<dc:format>", 1)
	got, err := xmp.Parse([]byte(many))
	assert.ErrorIs(t, err, xmp.ErrLimit)
	assert.Len(t, got, 512)

	long := strings.Replace(packet, "Scanner", strings.Repeat("ế", 100_000), 1)
	got, err = xmp.Parse([]byte(long))
	require.NoError(t, err)
	assert.Less(t, len(got[0].Value), 5000)
	assert.True(t, utf8.ValidString(got[0].Value), "the cut parts no letter")

	for _, text := range []string{"", "%PDF-", "<html></html>", "<a></b></c>", "</a>"} {
		_, err := xmp.Parse([]byte(text))
		assert.ErrorIs(t, err, xmp.ErrSyntax, text)
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(packet))
	f.Add([]byte(`<rdf:Description xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:a="b" a:c="d"><a:e/>`))
	f.Add([]byte("</x><x:y"))
	f.Fuzz(func(t *testing.T, b []byte) {
		got, _ := xmp.Parse(b)
		if len(got) > 512 {
			t.Fatal(len(got))
		}
		for _, p := range got {
			if p.Name == "" || p.Space == "" || p.Value == "" || len(p.Value) > 4096 {
				t.Fatalf("%q", p)
			}
		}
	})
}
