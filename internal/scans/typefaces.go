package scans

import (
	"fmt"
	"io/fs"
	"math"
	"slices"
	"strings"

	"github.com/tthclint/tthclint/internal/sample/paper"
)

// Type holds the typefaces of a page. It is not safe for concurrent use.
type Type struct {
	Name  string
	Form  *paper.Faces // the form
	Value *paper.Faces // what is typed into it
	Hand  *paper.Faces // what is written into it by hand

	handSize float64 // that makes the hand as large as the print
}

func splitWords(s string) []string { return strings.Fields(s) }

// builtIn returns the letters that need no files.
func builtIn() (*Type, error) {
	f, err := paper.BuiltIn()
	if err != nil {
		return nil, err
	}
	return newType("built-in", f, f, f), nil
}

func newType(name string, form, value, hand *paper.Faces) *Type {
	p, _ := hand.Outline("x", paper.Regular)
	min, max := p.Bounds()
	size := 1.0
	if h := max.Y - min.Y; h > 0 {
		size = math.Min(3, 0.46/h)
	}
	return &Type{Name: name, Form: form, Value: value, Hand: hand, handSize: size}
}

// Fonts are families to choose from.
type Fonts struct {
	serif, sans, hand []family
}

type family struct {
	name  string
	faces *paper.Faces
}

// letters are those that a font must have to be used.
const letters = "ABCDEGHIKLMNOPQRSTUVXYabcdeghiklmnopqrstuvxyĂÂĐÊÔƠƯăâđêôơưÁÀẢÃẠẤẦẨẪẬẮẰẲẴẶÉÈẺẼẸẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌỐỒỔỖỘỚỜỞỠỢÚÙỦŨỤỨỪỬỮỰÝỲỶỸỴ" +
	"áàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ0123456789.,:;()/-"

// LoadFonts reads the TrueType and OpenType files of folders and keeps the
// families that have all letters of Vietnamese: those with a regular, a bold
// and an italic cut for print, those whose name says so as handwriting.
func LoadFonts(dirs ...fs.FS) (*Fonts, error) {
	cuts := map[string]map[string][]byte{}
	for _, dir := range dirs {
		err := fs.WalkDir(dir, ".", func(name string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() || !isFont(name) {
				return err
			}
			data, err := fs.ReadFile(dir, name)
			if err != nil {
				return err
			}
			fam, cut, err := paper.Name(data)
			if err != nil {
				return nil // a file that is no font of ours is passed over
			}
			if cuts[fam] == nil {
				cuts[fam] = map[string][]byte{}
			}
			cuts[fam][cut] = data
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	f := &Fonts{}
	names := make([]string, 0, len(cuts))
	for name := range cuts {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		f.add(name, cuts[name])
	}
	if len(f.serif)+len(f.sans) == 0 {
		return nil, fmt.Errorf("no family with the letters of Vietnamese in three cuts")
	}
	return f, nil
}

func isFont(name string) bool {
	low := strings.ToLower(name)
	return strings.HasSuffix(low, ".ttf") || strings.HasSuffix(low, ".otf")
}

func (f *Fonts) add(name string, cut map[string][]byte) {
	regular, bold, italic := cut["regular"], cut["bold"], cut["italic"]
	hand := named(name, "hand", "script", "charm", "mali", "pangolin", "itim", "patrick", "sedgwick", "playpen", "comic", "vibes", "ephesis", "birthstone", "bubbles", "mynerve")
	if hand {
		bold, italic = regular, regular
	}
	if regular == nil || bold == nil || italic == nil || named(name, "mono", "thin", "hairline", "condensed", "black", "display") {
		return
	}
	faces, err := paper.ParseFaces(regular, bold, italic)
	if err != nil || !faces.Covers(letters) {
		return
	}
	switch fam := (family{name, faces}); {
	case hand:
		f.hand = append(f.hand, fam)
	case named(name, "serif", "tinos", "times", "libertine", "garamond", "gentium", "charis", "doulos", "caladea", "lora", "merriweather"):
		f.serif = append(f.serif, fam)
	default:
		f.sans = append(f.sans, fam)
	}
}

func named(name string, parts ...string) bool {
	low := strings.ToLower(name)
	return slices.ContainsFunc(parts, func(p string) bool { return strings.Contains(low, p) })
}

// Names lists the families.
func (f *Fonts) Names() []string {
	var out []string
	for kind, list := range map[string][]family{"serif": f.serif, "sans": f.sans, "hand": f.hand} {
		for _, fam := range list {
			out = append(out, kind+": "+fam.name)
		}
	}
	slices.Sort(out)
	return out
}

// choose returns typefaces for a page: mostly serifs, as offices use them.
func (f *Fonts) choose(r source) *Type {
	print := func() family {
		if list := f.serif; len(list) > 0 && (r.odds(0.85) || len(f.sans) == 0) {
			return pick(r, list...)
		}
		return pick(r, f.sans...)
	}
	form := print()
	value := form
	if r.odds(0.25) {
		value = print()
	}
	hand := value
	if len(f.hand) > 0 {
		hand = pick(r, f.hand...)
	}
	return newType(form.name, form.faces, value.faces, hand.faces)
}
