package pages

import (
	"math"

	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/quality"
	"github.com/tthclint/tthclint/pkg/raster"
)

// qualityRecord is what was measured on the picture of a scanned page.
type qualityRecord struct {
	DPIX      float64     `json:"dpi_x"`
	DPIY      float64     `json:"dpi_y"`
	DetailDPI *float64    `json:"detail_dpi"`
	Enlarged  float64     `json:"enlarged"`
	Stored    raster.Mode `json:"stored"`
	Seen      raster.Mode `json:"seen"`
	Paper     string      `json:"paper"`
	Scale     *float64    `json:"scale"`
	Skew      *float64    `json:"skew"`
	Rotation  *int        `json:"rotation"`
	Cropped   []string    `json:"cropped"`
	Light     float64     `json:"light"`
	Contrast  float64     `json:"contrast"`
	Uneven    float64     `json:"uneven"`
	Black     float64     `json:"black"`
	Edge      *float64    `json:"edge"`
	JPEG      *int        `json:"jpeg_quality"`
	Blocks    float64     `json:"blocks"`
	Ground    float64     `json:"ground"`
	Keystone  float64     `json:"keystone"`
	Camera    bool        `json:"camera"`
	Sheets    int         `json:"sheets"`
	Flags     []string    `json:"flags"`
}

var sides = [...]string{quality.Top: "top", quality.Right: "right", quality.Bottom: "bottom", quality.Left: "left"}

func recordQuality(q *quality.Quality) *qualityRecord {
	r := &qualityRecord{
		DPIX: round(q.DPIX, 10), DPIY: round(q.DPIY, 10), DetailDPI: known(q.DetailDPI, 1), Enlarged: round(q.Enlarged, 100),
		Stored: q.Stored, Seen: q.Seen, Paper: q.Format.Name, Scale: known(q.Scale, 1000), Cropped: []string{},
		Light: round(float64(q.Light.Paper)/255, 1000), Contrast: round(float64(q.Light.Contrast())/255, 1000),
		Uneven: round(q.Light.Uneven, 1000), Black: round(q.Light.Black, 1000), Edge: known(q.EdgeMM, 1000),
		Blocks: round(q.Blocks, 100), Ground: round(q.Ground.Share, 1000), Keystone: round(q.Ground.Keystone, 100),
		Camera: q.Camera, Sheets: q.Sheets, Flags: []string{},
	}
	if q.SkewKnown {
		skew := round(q.Skew, 100)
		r.Skew = &skew
	}
	if q.RotationKnown {
		r.Rotation = &q.Rotation
	}
	if q.JPEGQuality > 0 {
		r.JPEG = &q.JPEGQuality
	}
	for _, side := range q.Cut() {
		r.Cropped = append(r.Cropped, sides[side])
	}
	for _, f := range flags(q) {
		r.Flags = append(r.Flags, f.name)
	}
	return r
}

// flag is something that the eye would say of a picture: its name for programs,
// and words.
type flag struct {
	name string
	text msg.Text
}

func flags(q *quality.Quality) []flag {
	var out []flag
	add := func(is bool, name, vi, en string) {
		if is {
			out = append(out, flag{name, msg.Message{ID: "inspect/flag-" + name, VI: vi, EN: en}.With()})
		}
	}
	add(q.Photo(), "photo", "ảnh chụp", "a photograph")
	add(q.Sheets > 1, "sheets", "nhiều giấy tờ trên một ảnh", "several papers")
	add(q.RotationKnown && q.Rotation != 0, "turned", "bị xoay", "turned")
	add(q.Slanted(), "slanted", "bị nghiêng", "askew")
	add(len(q.Cut()) > 0, "cropped", "bị cắt mép", "cut off")
	add(q.TooDark(), "dark", "quá tối", "too dark")
	add(q.TooLight(), "light", "quá nhạt", "too light")
	add(q.Blurred(), "blurred", "bị nhòe", "blurred")
	add(q.Damaged(), "jpeg", "nén quá mức", "compressed too much")
	add(q.Enlarged > 1, "enlarged", "phóng to từ ảnh nhỏ", "enlarged")
	return out
}

// quality tells the measures in a line, and what the eye would say of them.
func (p *textPrinter) quality(q *quality.Quality) {
	if q == nil {
		return
	}
	list := func(t, more msg.Text) msg.Text { return wordAnd.With("first", t, "second", more) }
	t := wordQuality.With("dpi", int(math.Round(q.DPI())), "mode", mode(q.Stored))
	if q.Seen != q.Stored {
		t = wordSeenAs.With("quality", t, "mode", mode(q.Seen))
	}
	if q.Format.Name != "" {
		t = list(t, wordFormat.With("paper", q.Format.Name))
	}
	if q.SkewKnown {
		t = list(t, wordSkew.With("degrees", round(q.Skew, 10)))
	}
	if q.EdgeMM > 0 {
		t = list(t, wordEdge.With("width", round(q.EdgeMM, 100)))
	}
	if q.JPEGQuality > 0 {
		t = list(t, wordJPEG.With("quality", q.JPEGQuality))
	}
	for _, f := range flags(q) {
		t = list(t, f.text)
	}
	p.b.Line(4, t)
}

var (
	wordQuality = msg.Message{ID: "inspect/quality", VI: "Ảnh quét: {dpi} điểm/inch, {mode}", EN: "Scan: {dpi} dpi, {mode}"}
	wordSeenAs  = msg.Message{ID: "inspect/quality-seen", VI: "{quality} (nhìn thấy: {mode})", EN: "{quality} (seen: {mode})"}
	wordAnd     = msg.Message{ID: "inspect/quality-and", VI: "{first}, {second}", EN: "{first}, {second}"}
	wordFormat  = msg.Message{ID: "inspect/quality-paper", VI: "khổ {paper}", EN: "{paper}"}
	wordSkew    = msg.Message{ID: "inspect/quality-skew", VI: "nghiêng {degrees}°", EN: "skew {degrees}°"}
	wordEdge    = msg.Message{ID: "inspect/quality-edge", VI: "mép nét {width} mm", EN: "edges {width} mm"}
	wordJPEG    = msg.Message{ID: "inspect/quality-jpeg-table", VI: "JPEG {quality}/100", EN: "JPEG {quality}/100"}
)
