package pages

import (
	"bytes"
	"encoding/json"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/check"
	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/ink"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/quality"
	"github.com/tthclint/tthclint/pkg/raster"
)

// samples are answers about files of every kind: scans of the sample folder as
// they are read, and what else may come.
func samples(t *testing.T) (lint.Head, map[string]*File) {
	t.Helper()
	in, err := check.NewInspector(check.Options{Version: "1.2.3"})
	require.NoError(t, err)
	files := map[string]*File{}
	for _, name := range []string{"H20.30-240111-0005-KQ1.pdf"} {
		data, err := os.ReadFile(filepath.Join("..", "..", "..", "examples", "ho-so", name))
		require.NoError(t, err)
		f := &File{Name: name, Size: int64(len(data))}
		for p, err := range in.Pages(t.Context(), name, bytes.NewReader(data), f.Size, 0) {
			require.NoError(t, err)
			f.Pages = append(f.Pages, Page{Number: p.Page, Sheet: p.Sheet, Picture: p.Picture, Quality: p.Quality, Reading: p.Reading, Because: p.Because, Drawing: p.Drawing, Took: p.Took})
		}
		files[name] = f
	}
	because := msg.Message{ID: "page/text", VI: "Trang là văn bản {x}", EN: "The page is text {x}"}.With("x", "\x1b[1m")
	picture := &raster.Page{
		WidthMM: 210, HeightMM: 297, DPI: 150, Mode: raster.Bilevel, Source: raster.Rendered, Overlay: []raster.Rect{{X: 1, Y: 2, W: 3, H: 4}},
		Pasted: []raster.Pasted{{Rect: raster.Rect{X: 1, Y: 2, W: 3, H: 4}, Kind: raster.Annotation, Subtype: "Stamp", Image: true}, {Rect: raster.Rect{X: 9, Y: 9, W: 9, H: 9}, Kind: raster.Annotation, Subtype: "Widget", Signature: true, Signed: true}},
	}
	poor := &quality.Quality{
		DPIX: 150, DPIY: 150.04, Enlarged: 2, Stored: raster.Colour, Seen: raster.Grey, Format: quality.Format{Name: "A4"}, Skew: -3.14, SkewKnown: true,
		Rotation: 270, RotationKnown: true, Cropped: [4]int{quality.Right: 9}, Light: quality.Light{Paper: 230, Ink: 170}, EdgePX: 4, EdgeMM: 0.68,
		JPEGQuality: 20, Blocks: 2.5, Ground: quality.Ground{Share: 0.2, Sides: 4, Keystone: 1.25}, Sheets: 1, DetailDPI: math.NaN(),
	}
	files["open"] = &File{Name: "open.pdf", Size: 0, Pages: []Page{
		{Number: 1, Because: because},
		{Number: 2, Sheet: raster.Sheet{WidthMM: 210, HeightMM: 297, Rotate: 90}, Picture: &raster.Page{WidthMM: 210, HeightMM: 297, DPI: 150, Mode: raster.Grey, Source: raster.Direct}, Reading: &form.Reading{
			Reason: form.NoMatch, Captions: []form.CaptionReading{{Text: "Vợ", Read: "Vự", Confidence: 0.8, Box: form.Box{X: 1, Y: 2, W: 3, H: 4}}},
			Timings: []form.Timing{{Stage: "lines", Took: 12 * time.Millisecond}, {Stage: "ocr", Took: time.Second}},
		}},
		{Number: 3, Picture: picture, Quality: poor, Reading: &form.Reading{
			Form: &form.Form{ID: "x", Name: form.Text{VI: "Mẫu X", EN: "Form X"}}, Found: form.ByCaptions, Rotation: 270, Confidence: 0.5,
			Fields: []form.FieldReading{
				{Key: "giao1", Kind: form.Signature, State: ink.Unsure, Because: form.Covered, Confidence: 0.7, Label: form.Text{VI: "Giao", EN: "Handed"}, Box: form.Box{X: 1, Y: 2, W: 3, H: 4}},
				{Key: "nhan2", Kind: form.Signature, State: ink.Absent, Contents: []ink.Content{ink.Name, ink.Mark}, Features: ink.Features{Length: math.NaN()}, Confidence: 0.9, Label: form.Text{VI: "Nhận", EN: "Taken"}},
				{Key: "nhan1", Kind: form.Signature, State: ink.Fingerprint, Found: form.BySeal, Confidence: 0.7, Label: form.Text{VI: "Nhận", EN: "Taken"}},
				{Key: "giao2", Kind: form.Signature, State: ink.Present, Found: form.Beside, Confidence: 0.9, Label: form.Text{VI: "Giao", EN: "Handed"}},
			},
		}},
	}}
	missing := msg.Message{ID: "x", VI: "không tìm thấy «{path}».", EN: "there is no «{path}»."}
	files["missing"] = &File{Name: "missing", Folder: true, Size: -1, Fault: &Fault{"not-found", missing.With("path", "missing"), missing.With()}}
	return in.Head(), files
}

func print(t *testing.T, p Printer, h lint.Head, files map[string]*File) {
	t.Helper()
	require.NoError(t, p.Begin(h))
	for _, name := range slices.Sorted(maps.Keys(files)) {
		require.NoError(t, p.File(files[name]))
	}
	require.NoError(t, p.End())
}

func TestJSONKeepsTheSchema(t *testing.T) {
	one, many := schemaOf(t, ""), schemaOf(t, "#/$defs/files")
	head, files := samples(t)
	for _, lang := range []msg.Lang{msg.Vietnamese, msg.English} {
		var lines, array bytes.Buffer
		print(t, NewNDJSON(&lines, JSONOptions{Lang: lang}), head, files)
		assert.Equal(t, len(files), strings.Count(lines.String(), "\n"))
		for line := range strings.Lines(lines.String()) {
			valid(t, one, line)
			assert.False(t, strings.ContainsFunc(line, func(r rune) bool { return r >= 0x7f || r < ' ' && r != '\n' }))
		}
		print(t, NewJSON(&array, JSONOptions{Lang: lang, UTF8: true}), head, files)
		valid(t, many, array.String())
		array.Reset()
		print(t, NewJSON(&array, JSONOptions{Lang: lang}), head, nil)
		valid(t, many, array.String())
	}
}

// TestObject looks at what other programs rely on.
func TestObject(t *testing.T) {
	head, files := samples(t)
	data, err := Object(head, files["H20.30-240111-0005-KQ1.pdf"], JSONOptions{Lang: msg.English})
	require.NoError(t, err)
	assert.Contains(t, string(data), `{"file":"H20.30-240111-0005-KQ1.pdf","pages":[{"page":1,"form":"ket_hon","rotation":`)
	var got struct {
		Pages []struct {
			Page, Rotation int
			Form           string
			DPI            float64
			Fields         []struct {
				Key, Kind, State, Label string
				Confidence              float64
				Box                     struct{ X, Y, W, H float64 }
			}
			Timings map[string]float64
		}
		Tool    struct{ Version string }
		Engines []struct{ Name string }
	}
	require.NoError(t, json.Unmarshal(data, &got))
	require.Len(t, got.Pages, 1)
	p := got.Pages[0]
	assert.Greater(t, p.DPI, 50.0)
	assert.Contains(t, p.Timings, "draw")
	states := map[string]string{}
	for _, f := range p.Fields {
		states[f.Key] = f.Kind + " " + f.State
		assert.Greater(t, f.Confidence, 0.5)
		assert.Greater(t, f.Box.W, 10.0)
	}
	assert.Equal(t, "signature present", states[form.WifeSignature])
	assert.Equal(t, "signature absent", states[form.HusbandSignature])
	assert.Contains(t, states, form.OfficialSignature)
	assert.Contains(t, states, form.SealField)
	assert.Equal(t, "Wife's signature", p.Fields[0].Label)
	assert.Equal(t, "1.2.3", got.Tool.Version)
	assert.NotEmpty(t, got.Engines)

	data, err = Object(head, files["open"], JSONOptions{Lang: msg.English})
	require.NoError(t, err)
	assert.Contains(t, string(data), `"form":"","rotation":null,"dpi":null,"fields":[],"timings":{"draw":0}`)
	assert.Contains(t, string(data), `"timings":{"draw":0,"lines":12,"ocr":1000}`)
	assert.Contains(t, string(data), `"reason":"page/text","because":"The page is text \u001b[1m"`)
	assert.Contains(t, string(data), `"quality":{"dpi_x":150,"dpi_y":150,"detail_dpi":null,"enlarged":2,"stored":"colour","seen":"grey","paper":"A4","scale":null,"skew":-3.14,"rotation":270,"cropped":["right"],"light":0.902,`)
	assert.Contains(t, string(data), `"flags":["photo","turned","slanted","cropped","light","blurred","jpeg","enlarged"]`)
	assert.Contains(t, string(data), `"reason":"covered","because":"Text, line art or a picture lies over the scan in the box or on its caption."`)
}

// TestSchemaHasEveryKey wants a description of every key of the records.
func TestSchemaHasEveryKey(t *testing.T) {
	doc := schemaFile(t)
	head, files := samples(t)
	data, err := Object(head, files["open"], JSONOptions{})
	require.NoError(t, err)
	var got map[string]any
	require.NoError(t, json.Unmarshal(data, &got))
	defs := doc["$defs"].(map[string]any)
	page := got["pages"].([]any)[2].(map[string]any)
	caption := got["pages"].([]any)[1].(map[string]any)["captions"].([]any)[0]
	for _, c := range []struct{ got, schema any }{
		{got, doc}, {page, defs["page"]}, {page["fields"].([]any)[0], defs["field"]}, {caption, defs["caption"]},
		{page["pasted"].([]any)[0], defs["pasted"]}, {page["quality"], defs["quality"]},
	} {
		assert.ElementsMatch(t, keys(c.got), keys(c.schema.(map[string]any)["properties"]))
		assert.ElementsMatch(t, keys(c.got), c.schema.(map[string]any)["required"])
	}
}

func TestText(t *testing.T) {
	head, files := samples(t)
	var vi, en, verbose bytes.Buffer
	print(t, NewText(&vi, TextOptions{}), head, files)
	print(t, NewText(&en, TextOptions{Lang: msg.English}), head, files)
	print(t, NewText(&verbose, TextOptions{Verbose: true}), head, files)
	for _, want := range []string{
		"Tệp H20.30-240111-0005-KQ1.pdf\n  Trang 1: Giấy chứng nhận kết hôn, chắc chắn ", "\n    - Chữ ký của chồng: KHÔNG CÓ (",
		"\n  Trang 1: Trang là văn bản \\x1b[1m\n", "\n    - Giao: chưa rõ, cần người xem lại. Có chữ hoặc hình khác đè lên ảnh quét trong ô hoặc trên nhãn\n      của ô.\n",
		"\n    - Nhận: KHÔNG CÓ (90 %); trong ô: dòng chữ (như họ tên), nét lạc hoặc vết bẩn\n    - Nhận: có điểm chỉ (70 %); không đọc được nhãn của ô, vị trí suy từ con dấu\n    - Giao: có (90 %); nằm lệch ra ngoài ô dành sẵn\n", "\nThư mục missing\n  Không đọc được: không tìm thấy «missing».\n",
	} {
		assert.Contains(t, vi.String(), want)
	}
	assert.Contains(t, en.String(), "\n    Scan: 150 dpi, colour (seen: grey), A4, skew -3.1°, edges 0.68 mm, JPEG 20/100, a photograph,\n    turned, askew")
	assert.Contains(t, en.String(), "\n    - Husband's signature: MISSING (")
	assert.Contains(t, en.String(), "\n    150 dpi, black and white, by captions that were read, turned 270° clockwise\n")
	assert.Contains(t, en.String(), "\n    - Something was put over the scan, which is no ink on the paper: box 3\u00a0mm wide")
	assert.Equal(t, 1, strings.Count(vi.String(), "dán lên tệp"), "the place of a digital signature is none")
	assert.NotContains(t, vi.String(), "Thời gian")
	assert.Contains(t, verbose.String(), "Thời gian (ms): lấy ảnh trang 0, tìm dòng chữ 12, ocr 1000\n")
	assert.Contains(t, verbose.String(), "\n      Vị trí: ô rộng 3\u00a0mm, cao 4\u00a0mm, cách mép trái trang 1\u00a0mm, cách mép trên 2\u00a0mm\n")
}

func TestUnchecked(t *testing.T) {
	_, files := samples(t)
	assert.False(t, files["H20.30-240111-0005-KQ1.pdf"].Unchecked())
	assert.True(t, files["open"].Unchecked())
	assert.True(t, files["missing"].Unchecked())
}

func schemaFile(t *testing.T) map[string]any {
	t.Helper()
	file, err := os.Open(filepath.Join("..", "..", "..", "docs", "schema", "inspect-v1.schema.json"))
	require.NoError(t, err)
	defer file.Close()
	doc, err := jsonschema.UnmarshalJSON(file)
	require.NoError(t, err)
	return doc.(map[string]any)
}

func schemaOf(t *testing.T, part string) *jsonschema.Schema {
	t.Helper()
	doc := schemaFile(t)
	assert.Equal(t, Schema, doc["$id"])
	c := jsonschema.NewCompiler()
	require.NoError(t, c.AddResource(Schema, doc))
	schema, err := c.Compile(Schema + part)
	require.NoError(t, err)
	return schema
}

func valid(t *testing.T, schema *jsonschema.Schema, data string) {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(data))
	require.NoError(t, err, "%s", data)
	require.NoError(t, schema.Validate(doc))
}

func keys(m any) []any {
	var all []any
	for k := range m.(map[string]any) {
		all = append(all, k)
	}
	return all
}
