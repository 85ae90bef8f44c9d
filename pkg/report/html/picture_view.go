package html

import (
	"cmp"
	"encoding/base64"
	"html/template"
	"math"

	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
)

// pictureView is a picture with its marks, which lie over it as drawing, so that
// they stay sharp and have their words beside them.
type pictureView struct {
	Caption       string
	Source        template.URL // empty: a blank sheet
	Width, Height int
	Marks         []markView
	Unseen        []markView // that have no place on the page
}

type markView struct {
	N     int
	State State
	Word  string
	Label string
	rect
	TX, TY float64 // where its number stands
}

// addPictures adds the pictures of a dossier, as long as there is room.
func (p *printer) addPictures(v *dossierView, r *lint.Result) {
	if !p.o.wants(r) {
		return
	}
	if !p.room.open(r.Verdict) {
		v.Bare = true
		p.bare++
		return
	}
	for picture := range p.o.Pictures(r) {
		if picture.Width <= 0 || picture.Height <= 0 {
			continue
		}
		source := dataURL(&picture)
		if !p.room.take(r.Verdict, int64(len(source))) {
			v.Bare = true
			p.bare++
			break
		}
		v.Pictures = append(v.Pictures, p.pictureView(&picture, source, r))
	}
}

func dataURL(p *Picture) template.URL {
	if len(p.Data) == 0 || p.Type != "image/jpeg" && p.Type != "image/png" {
		return ""
	}
	return template.URL("data:" + p.Type + ";base64," + base64.StdEncoding.EncodeToString(p.Data))
}

func (p *printer) pictureView(picture *Picture, source template.URL, r *lint.Result) pictureView {
	v := pictureView{
		Caption: p.say.text(wordPicture.With("file", picture.File, "n", picture.Page)),
		Source:  source, Width: picture.Width, Height: picture.Height,
	}
	for _, m := range picture.Marks {
		p.mark(&v, picture, m.Box, m.State, p.say.text(m.Label))
	}
	for i := range r.Findings {
		f := &r.Findings[i]
		if f.Place.File == picture.File && f.Place.Page == picture.Page && !f.Place.Box.IsZero() && !marked(picture, f.Place.Box) {
			state := Unsure
			if f.Severity == lint.Error {
				state = Wrong
			}
			p.mark(&v, picture, f.Place.Box, state, p.say.text(f.Message))
		}
	}
	return v
}

// marked reports whether a mark of the picture stands at the box of a finding.
func marked(p *Picture, b lint.Box) bool {
	for _, m := range p.Marks {
		if same(m.Box, b) {
			return true
		}
	}
	return false
}

func (p *printer) mark(v *pictureView, picture *Picture, b lint.Box, state State, label string) {
	if state != Found && state != Missing && state != Wrong {
		state = Unsure
	}
	m := markView{State: state, Word: p.say.word(stateWord(state)), Label: label}
	at, ok := picture.rect(b)
	switch {
	case b.IsZero() && label != "":
		v.Unseen = append(v.Unseen, m)
	case ok:
		m.N, m.rect = len(v.Marks)+1, at
		m.TX, m.TY = v.corner(at)
		v.Marks = append(v.Marks, m)
	}
}

// corner is where the number of a mark stands: in its corner, or inside where the
// picture ends, or beside that of a mark with the same corner.
func (v *pictureView) corner(at rect) (x, y float64) {
	const letter = 34
	x, y = min(at.X+4, float64(v.Width)-letter), max(at.Y-6, letter)
	for _, m := range v.Marks {
		if math.Abs(m.TX-x) < letter && math.Abs(m.TY-y) < letter {
			x = m.TX + 1.5*letter
		}
	}
	return tenths(x), tenths(y)
}

// stateWord names a state without the help of colour.
func stateWord(s State) msg.Message {
	switch s {
	case Found:
		return msg.Message{ID: "html/found", VI: "có", EN: "there"}
	case Missing:
		return msg.Message{ID: "html/missing", VI: "thiếu", EN: "missing"}
	case Wrong:
		return msg.Message{ID: "html/wrong", VI: "sai", EN: "wrong"}
	}
	return msg.Message{ID: "html/unsure", VI: "cần xem", EN: "look here"}
}

// bareText says that there was no room for pictures, and of how many dossiers.
func (p *printer) bareText() string {
	if p.bare == 0 {
		return ""
	}
	most := cmp.Or(p.o.MaxPictures, DefaultMaxPictures)
	return p.say.text(wordBare.With("n", p.bare, "mib", float64(max(most, 0))/(1<<20)))
}
