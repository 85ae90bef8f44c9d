package paper

import (
	"fmt"
	"image/color"
	"math"

	"github.com/tthclint/tthclint/pkg/form"
)

// Spouse is one side of a marriage certificate.
type Spouse struct {
	Name   string
	Born   string
	Home   string
	Card   string // number of the identity card; begins with 099, which no province has
	Issued string
	Mark   Mark
	// NameBelow prints the name under the place of the signature.
	NameBelow bool
}

// Marriage is what stands on a marriage certificate.
type Marriage struct {
	Number        string
	Wife, Husband Spouse
	Place         string // where the marriage was registered
	Date          string
	Title         string // of the official
	Official      string
	OfficialMark  Mark
	Seal          [2]string // around the seal: above, below; empty for none
	Pose          Pose
}

// captionStyle says in which cut the form prints its captions.
var captionStyle = map[string]Style{
	"state": Bold, "motto": Bold, "title": Bold, "wife_name": Bold, "husband_name": Bold,
	"wife": Bold, "husband": Bold, "official": Bold,
	"wife_hint": Italic, "husband_hint": Italic, "official_hint": Italic,
}

// Draw prints the certificate on the sheet of an edition, whose captions and
// fields give every place.
func (m Marriage) Draw(f *Faces, e *form.Edition, dpi float64) (*Sheet, error) {
	s := NewSheet(e.Paper.W, e.Paper.H, dpi, m.Pose, rosePaper)
	s.guilloche(8, 8, s.W-16, s.H-16)
	s.border(6)
	captions(s, f, e)
	l, err := marriageLayout(e)
	if err != nil {
		return nil, err
	}
	t := typist{s, f, l.em, black}
	s.emblem(Pt{s.W / 2, l.state.Y - l.emblem - 4}, l.emblem)
	t.write(l.number.X, l.number.Y, Regular, "Số: "+m.Number)
	s.Fill(Rect(l.motto.X, l.motto.Y+l.motto.H+0.9, l.motto.W, 0.3), Ink{Color: black, Density: 0.9})
	l.column(t, l.wife, m.Wife)
	l.column(t, l.husband, m.Husband)
	left, right := min(l.wife.X, l.husband.X), max(l.wife.X, l.husband.X)
	if l.wide {
		t.entry(left, l.register, right-left-4, "Nơi đăng ký kết hôn:", m.Place)
		t.entry(right, l.register, l.right, "Ngày, tháng, năm đăng ký:", m.Date)
	} else {
		t.entry(left, l.register, 2*l.right, "Nơi đăng ký kết hôn:", m.Place)
		t.entry(left, l.register+l.pitch, 2*l.right, "Ngày, tháng, năm đăng ký:", m.Date)
	}
	l.spouse(t, e, form.WifeSignature, m.Wife)
	l.spouse(t, e, form.HusbandSignature, m.Husband)
	m.official(t, e, l)
	t.disclaimer(s.H - 2.4)
	return s, nil
}

// captions prints the captions of an edition where the edition says.
func captions(s *Sheet, f *Faces, e *form.Edition) {
	for _, c := range e.Captions {
		col := black
		if c.Title {
			col = titleRed
		}
		s.Fill(f.Fit(c.Text, captionStyle[c.ID], c.Box.X, c.Box.Y, c.Box.W, c.Box.H), Ink{Color: col, Density: 0.97})
	}
}

// layout holds the places that a form does not name, since no rule asks for them.
type layout struct {
	em, pitch     float64
	emblem        float64
	state, motto  form.Box
	number        Pt
	wife, husband form.Box // name captions
	right         float64  // width of a column
	register      float64  // baseline of the registration lines
	wide          bool     // columns wide enough for the identity paper on one line
	mark          float64  // height of a signature
	nameUp        float64  // how far above the end of a spouse\'s box the name stands
	seal          float64  // how far left of the official's line the seal lies
}

func marriageLayout(e *form.Edition) (layout, error) {
	l := layout{em: 4.5, pitch: 7.4, emblem: 7.2, right: 81, register: 140.5, mark: 19, seal: 17, nameUp: 2}
	if e.Paper.W > e.Paper.H {
		l = layout{em: 4.2, pitch: 5.9, emblem: 6, right: 115, register: 102, wide: true, mark: 15, seal: 23, nameUp: 4}
	}
	for id, box := range map[string]*form.Box{"state": &l.state, "motto": &l.motto, "wife_name": &l.wife, "husband_name": &l.husband} {
		c, ok := e.Caption(id)
		if !ok {
			return l, fmt.Errorf("edition %s has no caption %q", e.ID, id)
		}
		*box = c.Box
	}
	l.number = Pt{e.Paper.W - 56, math.Max(22, l.state.Y-16)}
	return l, nil
}

// column prints the lines under one name caption.
func (l layout) column(t typist, at form.Box, p Spouse) {
	y := at.Y + 3 + l.pitch
	name := t
	name.ink = color.RGBA{40, 36, 38, 255}
	name.write(at.X+2, y, Bold, upper(p.Name))
	t.dots(at.X, at.X+l.right, y)
	line := func(label, value string) {
		y += l.pitch
		t.entry(at.X, y, l.right, label, value)
	}
	line("Ngày, tháng, năm sinh:", p.Born)
	line("Dân tộc:", "Kinh          Quốc tịch:  Việt Nam")
	line("Nơi cư trú:", p.Home)
	if l.wide {
		line("Giấy tờ tùy thân:", "Căn cước số "+p.Card+", cấp ngày "+p.Issued)
		return
	}
	line("Giấy tờ tùy thân:", "Căn cước công dân số")
	y += l.pitch
	t.write(at.X, y, Regular, p.Card+", cấp ngày "+p.Issued)
}

// spouse fills the place of one spouse's signature.
func (l layout) spouse(t typist, e *form.Edition, key string, p Spouse) {
	f, ok := e.Place(key)
	if !ok {
		return
	}
	b := f.Box
	below := 0.0
	if p.NameBelow {
		below = l.em + l.nameUp - 2
		t.centre(b.X+b.W/2, b.Y+b.H-l.nameUp, Bold, p.Name)
	}
	shift := 6 * (hash(p.Mark.Seed, 3, 5) - 0.5)
	t.s.put(p.Mark, Pt{b.X + b.W/2 + shift, b.Y + (b.H-below)/2 + 0.3}, l.mark)
}

// official fills the place of the official: title, seal, signature, name.
func (m Marriage) official(t typist, e *form.Edition, l layout) {
	f, ok := e.Place(form.OfficialSignature)
	if !ok {
		return
	}
	b := f.Box
	x := b.X + b.W/2 + 2
	t.centre(x, b.Y+4.2, Bold, m.Title)
	t.centre(x, b.Y+b.H-1.5, Bold, m.Official)
	mid := b.Y + 5 + (b.H-11)/2
	t.s.put(m.OfficialMark, Pt{x + 5, mid}, l.mark)
	if m.Seal != [2]string{} {
		t.s.seal(t.f, Pt{x - l.seal, mid + 1}, m.Seal[0], m.Seal[1], 8*(hash(m.OfficialMark.Seed, 9, 1)-0.5), m.OfficialMark.Seed)
	}
}

// Back prints the other side of a certificate, where later changes are noted:
// a table without an entry.
func Back(f *Faces, w, h, dpi float64, pose Pose) *Sheet {
	s := NewSheet(w, h, dpi, pose, rosePaper)
	t := typist{s, f, 4.6, black}
	s.Fill(Frame(10, 10, w-20, h-20, 0.6), Ink{Color: borderRed, Density: 0.9})
	t.centre(w/2, 26, Bold, "GHI CHÚ")
	top, foot := 34.0, h-24
	s.Fill(Frame(18, top, w-36, foot-top, 0.3), Ink{Color: black, Density: 0.8})
	s.Fill(Rect(18, top+12, w-36, 0.3), Ink{Color: black, Density: 0.8})
	for i, head := range []string{"Nội dung ghi chú", "Căn cứ ghi chú", "Ngày, người ghi chú"} {
		x := 18 + (w-36)*float64(i)/3
		t.sized(4).centre(x+(w-36)/6, top+7.5, Bold, head)
		if i > 0 {
			s.Fill(Rect(x, top, 0.3, foot-top), Ink{Color: black, Density: 0.8})
		}
	}
	t.disclaimer(h - 13)
	return s
}
