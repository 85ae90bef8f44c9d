package paper

import (
	"strings"

	"github.com/tthclint/tthclint/pkg/form"
)

// Letter is a document in the layout of Nghị định 30/2020/NĐ-CP on white
// paper: an extract, a certificate, a decision.
type Letter struct {
	Superior, Agency string // above the number
	Number           string
	PlaceDate        string
	Title            string
	Subtitle         string
	Edition          *form.Edition // gives the places of heading and title, where a form names them
	Lines            [][2]string   // label and value; a label alone is a line of text
	SignedAs         string        // as "NGƯỜI KÝ TRÍCH LỤC"
	Hint             string
	Official         string
	OfficialTitle    string
	Mark             Mark
	Seal             [2]string
	Pose             Pose
}

// Draw prints the letter on A4.
func (l Letter) Draw(f *Faces, dpi float64) *Sheet {
	s := NewSheet(210, 297, dpi, l.Pose, whitePage)
	t := typist{s, f, 4.6, black}
	head := t.sized(4.3)
	head.centre(58, 24, Regular, l.Superior)
	head.centre(58, 30, Bold, l.Agency)
	s.Fill(Rect(46, 32, 24, 0.3), Ink{Color: black, Density: 0.9})
	head.centre(58, 39, Regular, "Số: "+l.Number)
	if l.Edition != nil {
		for _, c := range l.Edition.Captions {
			s.Fill(f.Fit(c.Text, captionStyle[c.ID], c.Box.X, c.Box.Y, c.Box.W, c.Box.H), Ink{Color: black, Density: 0.97})
		}
	} else {
		s.Fill(f.Fit("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Bold, 101.1, 20.3, 87.9, 4.6), Ink{Color: black, Density: 0.97})
		s.Fill(f.Fit("Độc lập - Tự do - Hạnh phúc", Bold, 117.7, 26.8, 54.6, 4.1), Ink{Color: black, Density: 0.97})
		t.sized(6).centre(105, 56, Bold, l.Title)
	}
	s.Fill(Rect(118, 34, 54, 0.3), Ink{Color: black, Density: 0.9})
	head.centre(145, 40, Italic, l.PlaceDate)
	t.centre(105, 63, Bold, l.Subtitle)
	y := 78.0
	for _, e := range l.Lines {
		if e[1] == "" {
			t.write(30, y, Regular, e[0])
		} else {
			t.write(t.write(30, y, Regular, e[0])+1.3, y, Bold, e[1])
		}
		y += 8.6
	}
	y += 5
	t.centre(144, y, Bold, l.SignedAs)
	t.sized(4.2).centre(144, y+6, Italic, l.Hint)
	t.centre(144, y+12, Bold, l.OfficialTitle)
	t.s.put(l.Mark, Pt{150, y + 29}, 18)
	s.seal(f, Pt{126, y + 32}, l.Seal[0], l.Seal[1], 7*(hash(l.Mark.Seed, 9, 1)-0.5), l.Mark.Seed)
	t.centre(144, y+49, Bold, l.Official)
	t.disclaimer(284)
	return s
}

// upper returns the capitals of a name.
func upper(name string) string { return strings.ToUpper(name) }
