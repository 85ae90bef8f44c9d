package evidence

import (
	"bytes"
	"unicode/utf16"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/pdf"
	"github.com/tthclint/tthclint/pkg/xmp"
)

// Metadata is what a PDF says of itself in words: the entries of its information
// dictionary and the properties of its XMP packet, in the order of the file.
// Values may name citizens; they are for looking at, never for a message.
type Metadata []MetadataEntry

// MetadataEntry is one statement.
type MetadataEntry struct {
	Name  string // as "Title" or "dc:title" without its prefix
	Value string `json:"-"`
}

// maxInfo is how many entries of an information dictionary are read.
const maxInfo = 256

func readMetadata(doc *dossier.Document) (Metadata, error) {
	file, err := doc.Blob.Open()
	if err != nil {
		return nil, cannotOpen(doc, err)
	}
	defer file.Close()
	f, err := pdf.Open(file, doc.Size, pdf.Limits{})
	if err != nil {
		return nil, pdfError(doc, err)
	}
	if f.Locked() {
		return nil, pdfError(doc, pdf.ErrEncrypted)
	}
	view := f.Latest()
	var all Metadata
	if info := view.Dict(view.Trailer().Get("Info")); info != nil {
		for key, value := range info.All() {
			s, ok := view.Resolve(value).(pdf.String)
			if !ok {
				continue
			}
			if text := textString(s.Value); text != "" && len(all) < maxInfo {
				all = append(all, MetadataEntry{string(key), text})
			}
		}
	}
	stream, ok := view.Resolve(view.Catalog().Get("Metadata")).(*pdf.Stream)
	if !ok {
		return all, nil
	}
	packet, err := view.DecodeUpTo(stream, xmp.MaxBytes)
	if err != nil {
		return all, nil // a packet that cannot be read says nothing
	}
	properties, _ := xmp.Parse(packet)
	for _, p := range properties {
		all = append(all, MetadataEntry{p.Name, p.Value})
	}
	return all, nil
}

// textString reads a text string (ISO 32000-2 7.9.2.2): UTF-16 or UTF-8 with a
// byte order mark. PDFDocEncoding has no Vietnamese; of it the ASCII is read.
func textString(b []byte) string {
	switch {
	case bytes.HasPrefix(b, []byte("\xfe\xff")):
		units := make([]uint16, 0, len(b)/2)
		for i := 2; i+1 < len(b); i += 2 {
			units = append(units, uint16(b[i])<<8|uint16(b[i+1]))
		}
		return string(utf16.Decode(units))
	case bytes.HasPrefix(b, []byte("\xef\xbb\xbf")):
		return string(bytes.ToValidUTF8(b[3:], []byte("\uFFFD")))
	}
	return string(bytes.ToValidUTF8(b, []byte("\uFFFD")))
}
