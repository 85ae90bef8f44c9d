package form

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/raster"
)

// told is a page of which a test says what was read where: texts with the
// middle of their line in mm, on a sheet of A4.
type told struct {
	l   *located
	ink *inkMap
}

func tell(t testing.TB, id string) *told { return tellOn(t, id, 210, 297) }

// tellOn is tell with a sheet w by h mm large.
func tellOn(t testing.TB, id string, w, h float64) *told {
	set, err := Builtin()
	require.NoError(t, err)
	f := set.Form(id)
	require.NotNil(t, f)
	const dpi = 100
	m := &inkMap{w: int(w * dpi / 25.4), h: int(h * dpi / 25.4), mmX: 25.4 / dpi, mmY: 25.4 / dpi}
	m.ink = make([]bool, m.w*m.h)
	p := &raster.Page{WidthMM: w, HeightMM: h, DPI: dpi, Image: &raster.Image{W: m.w, H: m.h}}
	s := &script{page: p, ink: m, view: (&frame{}).view(false), wordings: set.wordings()}
	return &told{l: &located{form: f, script: s}, ink: m}
}

// say puts a line of print on the page.
func (p *told) say(text string, x, y float64) *told {
	ph := lineAt(text, x-usualWidth(text)/2, y)
	if len(ph.words) > 0 {
		p.l.script.said = append(p.l.script.said, ph)
		p.l.script.keep(ph)
	}
	return p
}

// lineAt is a phrase that begins at x, with its middle at y.
func lineAt(text string, x, y float64) phrase {
	var ph phrase
	for _, t := range strings.Fields(text) {
		w := usualWidth(t)
		ph.words = append(ph.words, word{text: t, confidence: 0.9, box: Box{x, y - 1.9, w, 3.8}})
		x += w + usualWidth(" ")
	}
	return ph
}

// draw fills a box with strokes.
func (p *told) draw(b Box) *told {
	for y := int(b.Y / p.ink.mmY); y < int((b.Y+b.H)/p.ink.mmY); y++ {
		for x := int(b.X / p.ink.mmX); x < int((b.X+b.W)/p.ink.mmX); x++ {
			p.ink.ink[y*p.ink.w+x] = (x+y)%5 == 0
		}
	}
	return p
}

// rule draws a frame around a box.
func (p *told) rule(b Box) *told {
	for x := b.X; x < b.X+b.W; x += 0.2 {
		p.dot(x, b.Y)
		p.dot(x, b.Y+b.H)
	}
	for y := b.Y; y < b.Y+b.H; y += 0.2 {
		p.dot(b.X, y)
		p.dot(b.X+b.W, y)
	}
	return p
}

func (p *told) dot(x, y float64) { p.ink.ink[int(y/p.ink.mmY)*p.ink.w+int(x/p.ink.mmX)] = true }

// places returns the boxes of the fields by key.
func (p *told) places() map[string]Box {
	p.l.assign()
	out := map[string]Box{}
	for _, s := range p.l.spots() {
		if !s.known {
			continue
		}
		key := s.Key
		if s.row > 0 {
			key += fmt.Sprint(s.row)
		}
		out[key] = s.box
	}
	return out
}

const (
	spouseHint   = "(Ký, ghi rõ họ, chữ đệm, tên)"
	official     = "NGƯỜI KÝ GIẤY CHỨNG NHẬN KẾT HÔN"
	officialHint = "(Ký, ghi rõ họ, chữ đệm, tên, chức vụ và đóng dấu)"
)

func TestLocateColumns(t *testing.T) {
	for name, x := range map[string]struct{ wife, husband float64 }{"wife left": {60, 150}, "wife right": {150, 60}} {
		t.Run(name, func(t *testing.T) {
			p := tell(t, "ket_hon").
				say("Họ, chữ đệm, tên vợ:", x.wife-15, 80).say("Họ, chữ đệm, tên chồng:", x.husband-15, 80).
				say("Vợ", x.wife, 165).say("Chồng", x.husband, 165).
				say(spouseHint, x.wife, 171).say(spouseHint, x.husband, 171).
				say(official, 140, 215).say(officialHint, 140, 221).
				draw(Box{x.wife - 15, 180, 30, 10}).draw(Box{130, 235, 30, 15})
			got := p.places()
			require.Contains(t, got, WifeSignature)
			require.Contains(t, got, HusbandSignature)
			require.Contains(t, got, OfficialSignature)
			assert.Equal(t, got[OfficialSignature], got[SealField])
			for key, mid := range map[string]float64{WifeSignature: x.wife, HusbandSignature: x.husband} {
				assert.InDelta(t, mid, got[key].X+got[key].W/2, 1, key)
				assert.InDelta(t, 174.5, got[key].Y, 1.5, "below its hint")
				assert.Less(t, got[key].Y+got[key].H, 214.0)
			}
		})
	}
}

func TestLocateCaptionsUnder(t *testing.T) {
	p := tell(t, "ket_hon").
		say("Ngày, tháng, năm đăng ký:", 45, 120).
		say("Chữ ký của vợ", 60, 165).say("Chữ ký của chồng", 150, 165).
		say("NGƯỜI KÝ", 105, 215).
		draw(Box{45, 150, 30, 10}).draw(Box{135, 150, 30, 10}).draw(Box{95, 195, 30, 15})
	got := p.places()
	require.Contains(t, got, WifeSignature)
	assert.InDelta(t, 161.6, got[WifeSignature].Y+got[WifeSignature].H, 1.5)
	assert.InDelta(t, 60, got[WifeSignature].X+got[WifeSignature].W/2, 1)
	assert.InDelta(t, 211.6, got[OfficialSignature].Y+got[OfficialSignature].H, 1.5)
	assert.Greater(t, got[OfficialSignature].Y, 166.0)
}

// Frames within the border of the page, with the captions at their foot, which a
// line parts from the room over it.
func TestLocateFramesFoot(t *testing.T) {
	for name, foot := range map[string]bool{"without a line": false, "with a line": true} {
		t.Run(name, func(t *testing.T) {
			p := tell(t, "ket_hon").
				say("Vợ", 60, 172).say("Chồng", 150, 172).say(official, 105, 230).
				rule(Box{10, 10, 190, 277}).rule(Box{20, 135, 78, 41}).rule(Box{112, 135, 78, 41}).rule(Box{60, 190, 90, 44}).
				draw(Box{45, 150, 30, 10}).draw(Box{90, 205, 30, 12})
			if foot {
				p.rule(Box{20, 168, 78, 0.2}).rule(Box{112, 168, 78, 0.2})
			}
			got := p.places()
			for key, frame := range map[string]Box{WifeSignature: {20, 135, 78, 41}, HusbandSignature: {112, 135, 78, 41}, OfficialSignature: {60, 190, 90, 44}} {
				b := got[key]
				assert.InDelta(t, frame.X, b.X, 1.5, key)
				assert.InDelta(t, frame.X+frame.W, b.X+b.W, 1.5, key)
				assert.InDelta(t, frame.Y, b.Y, 2, key)
				assert.Less(t, b.Y+b.H, frame.Y+frame.H-4, key)
			}
		})
	}
}

// The values end over one of three signers alone; the places of all end there.
func TestLocateCaptionsUnderValues(t *testing.T) {
	p := tell(t, "ket_hon").
		say("Ngày, tháng, năm đăng ký:", 45, 145).
		say("Chữ ký của vợ", 45, 180).say("Chữ ký của chồng", 105, 180).say(official, 165, 180).
		draw(Box{30, 160, 30, 10}).draw(Box{90, 160, 30, 10}).draw(Box{150, 158, 30, 15})
	got := p.places()
	for _, key := range []string{WifeSignature, HusbandSignature, OfficialSignature} {
		require.Contains(t, got, key)
		assert.InDelta(t, 176.6, got[key].Y+got[key].H, 1.5, key)
		assert.Greater(t, got[key].Y, 146.5, key)
	}
}

// A part of an address reads like a caption, as "Bắc Ninh" may.
func TestLocateCaptionAmidValues(t *testing.T) {
	for name, c := range map[string]struct {
		below float64
		want  bool
	}{"labels of values under it": {110, false}, "labels over it alone": {70, true}} {
		t.Run(name, func(t *testing.T) {
			got := tell(t, "ket_hon").say("Bắn Nà", 120, 90).say("Giấy tờ tùy thân:", 40, c.below).places()
			assert.Equal(t, c.want, got[HusbandSignature].W > 0)
		})
	}
}

func TestLocateBoxes(t *testing.T) {
	p := tell(t, "ket_hon").
		rule(Box{20, 160, 80, 50}).rule(Box{110, 160, 80, 50}).
		say("Vợ", 60, 165).say("Chồng", 150, 165).say(spouseHint, 60, 171).say(spouseHint, 150, 171).
		say(official, 140, 225)
	got := p.places()
	assert.InDelta(t, 20, got[WifeSignature].X, 1.5)
	assert.InDelta(t, 80, got[WifeSignature].W, 2.5)
	assert.InDelta(t, 210, got[WifeSignature].Y+got[WifeSignature].H, 2)
	assert.InDelta(t, 110, got[HusbandSignature].X, 1.5)
}

// A caption that was not read leaves its hint, and that is hers if the other
// one is his; two hints alone are nobody's.
func TestLocateUnread(t *testing.T) {
	one := tell(t, "ket_hon").say("Chồng", 60, 165).say(spouseHint, 60, 171).say(spouseHint, 150, 171).places()
	require.Contains(t, one, WifeSignature)
	assert.InDelta(t, 150, one[WifeSignature].X+one[WifeSignature].W/2, 1)
	assert.InDelta(t, 60, one[HusbandSignature].X+one[HusbandSignature].W/2, 1)

	// On the sheets of 2010 the clerk signs under a spouse and beside the official.
	clerk := tell(t, "ket_hon").say("Chồng", 60, 165).say(spouseHint, 60, 171).say(spouseHint, 60, 221).
		say(official, 140, 215).say(officialHint, 140, 221).places()
	assert.NotContains(t, clerk, WifeSignature)

	two := tell(t, "ket_hon").say(spouseHint, 60, 171).say(spouseHint, 150, 171).say(official, 140, 215).places()
	assert.NotContains(t, two, WifeSignature)
	assert.NotContains(t, two, HusbandSignature)
	assert.Contains(t, two, OfficialSignature)

	labels := tell(t, "ket_hon").say("Họ, chữ đệm, tên vợ:", 45, 80).say("Họ, chữ đệm, tên chồng:", 135, 80).places()
	assert.Empty(t, labels)
}

func TestLocateRows(t *testing.T) {
	p := tell(t, "phieu_kiem_soat")
	for i := range 3 {
		y := 100 + 40*float64(i)
		p.rule(Box{65, y - 4, 35, 34}).rule(Box{100, y - 4, 35, 34}).say("Người giao", 82, y)
		if i != 1 { // one is lost under a signature
			p.say("Người nhận", 117, y)
		}
	}
	got := p.places()
	require.Len(t, got, 6)
	for i := range 3 {
		y := 100 + 40*float64(i)
		for key, x := range map[string]float64{"giao": 65, "nhan": 100} {
			b := got[fmt.Sprint(key, i+1)]
			assert.InDelta(t, x, b.X, 1.5, "%s%d", key, i+1)
			assert.InDelta(t, y+30, b.Y+b.H, 2, "%s%d", key, i+1)
		}
	}
}

func TestClaims(t *testing.T) {
	set, err := Builtin()
	require.NoError(t, err)
	all := set.wordings()
	roles := func(text string) map[string][]role {
		ph := lineAt(text, 10, 10)
		out := map[string][]role{}
		for _, c := range ph.claims(all) {
			for _, u := range c.uses {
				id := ""
				if u.form != nil {
					id = u.form.ID
				}
				out[id] = append(out[id], u.role)
			}
		}
		return out
	}
	for _, text := range []string{"GIẤY CHỨNG NHẬN KẾT HÔN", "GIẤY CHỨNG NHẬN KẾT HON", "GIÁY CHỪNG NHÂN KÉT HÔN."} {
		assert.Contains(t, roles(text)["ket_hon"], titleRole, text)
	}
	for _, text := range []string{"TỜ KHAI ĐĂNG KÝ KẾT HÔN", "TRÍCH LỤC KẾT HÔN", "NGƯỜI KÝ GIẤY CHỨNG NHẬN KẾT HÔN", "XÁC NHẬN", "ĐƠN XIN CẤP LẠI GIẤY CHỨNG NHẬN KẾT HÔN"} {
		assert.NotContains(t, roles(text)["ket_hon"], titleRole, text)
	}
	assert.Contains(t, roles("Vợ")["ket_hon"], captionRole)
	assert.Contains(t, roles("Nơi cư trú: Xã Ea Kly")["ket_hon"], labelRole)
	assert.Empty(t, roles("Nguyễn Thị Hồng Nhung"))
}

// Whatever was read, locating ends, and what it returns lies on the page.
func FuzzLocate(f *testing.F) {
	f.Add("Vợ|Chồng|"+spouseHint+"|"+official, int64(1))
	f.Add("Người giao|Người nhận|Người giao|Người nhận", int64(7))
	f.Add("CHỦ TỊCH|KT. CHỦ TỊCH|PHÓ CHỦ TỊCH|TM. ỦY BAN NHÂN DÂN", int64(3))
	f.Add("(|)|(Ký|\xff|", int64(-1))
	f.Fuzz(func(t *testing.T, texts string, seed int64) {
		if len(texts) > 400 {
			return
		}
		for _, id := range []string{"ket_hon", "phieu_kiem_soat", "quyet_dinh"} {
			p := tell(t, id)
			n := uint64(seed)
			next := func(of float64) float64 {
				n = n*6364136223846793005 + 1442695040888963407
				return float64(n>>40) / (1 << 24) * of
			}
			begin := 0
			for i := 0; i <= len(texts); i++ {
				if i == len(texts) || texts[i] == '|' {
					p.say(texts[begin:i], next(230)-10, next(320)-10)
					begin = i + 1
				}
			}
			for key, b := range p.places() {
				if !(b.W > 0 && b.H > 0 && b.W < 300 && b.H < 300) {
					t.Fatalf("%s: %+v", key, b)
				}
			}
		}
	})
}
