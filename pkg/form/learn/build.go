package learn

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/tthclint/tthclint/pkg/form"
)

// says reports whether marks give a text as a wording of the form.
func says(m *form.Marks, text string) bool {
	is := func(w string) bool {
		begins, _ := form.CutOpen(w)
		return form.Alike(text, begins) > 0.8
	}
	if slices.ContainsFunc(m.Form.Titles, is) {
		return true
	}
	return slices.ContainsFunc(m.Form.Fields, func(f form.Field) bool {
		return slices.ContainsFunc(f.Captions, is) || slices.ContainsFunc(f.Hints, is)
	})
}

// unseen returns the keys of the values of which no caption was found.
func (r *Result) unseen(values []form.Value) []string {
	var out []string
	for _, v := range values {
		seen := slices.ContainsFunc(v.Captions, func(c string) bool {
			begins, _, _ := strings.Cut(c, "…")
			return slices.ContainsFunc(r.Taken, func(l Line) bool { return form.Alike(l.Text, begins) > 0.8 })
		})
		if !seen && v.Signer == "" {
			out = append(out, v.Key)
		}
	}
	return out
}

// title returns the index of the line that names the form: the one that the
// marks name, or the largest one in capitals near the middle of the sheet.
func (r *Result) title(m *form.Marks, paper form.Size) (int, error) {
	best, most := -1, 0.0
	for i, l := range r.Taken {
		worth := 0.0
		if len(m.Form.Titles) > 0 {
			for _, t := range m.Form.Titles {
				if a := form.Alike(l.Text, t); a > 0.8 {
					worth = max(worth, a)
				}
			}
		} else {
			worth = titleLike(l, paper)
		}
		if worth > most {
			best, most = i, worth
		}
	}
	if best < 0 {
		what := noTitle.With()
		if len(m.Form.Titles) > 0 {
			what = otherTitle.With("title", m.Form.Titles[0])
		}
		return -1, &Error{What: what, Remedy: noTitleRemedy.With("found", strings.Join(r.capitals(), "; "))}
	}
	return best, nil
}

// titleLike returns how much a line looks like a title, 0 to some 10: how high
// its letters are, in mm, as far as it is in capitals and in the middle.
func titleLike(l Line, paper form.Size) float64 {
	off := math.Abs(l.Box.X+l.Box.W/2-paper.W/2) / paper.W
	if l.Open || !capital(l.Text) || isHead(l.Text) || mid(l.Box) > 0.6*paper.H || off > 0.2 || len(lettersOf(l.Text)) < 5 {
		return 0
	}
	return l.Box.H * (1 - off)
}

// capitals returns the lines in capitals, from which a title may be chosen.
func (r *Result) capitals() []string {
	var out []string
	for _, l := range r.Taken {
		if capital(l.Text) && !isHead(l.Text) && len(out) < 5 {
			out = append(out, l.Text)
		}
	}
	return out
}

// maxCaptions is how many lines an edition gets: to match many costs time and
// tells no more.
const maxCaptions = 30

// build makes the form and its file.
func (r *Result) build(m *form.Marks, paper form.Size, title int) error {
	f := *m.Form
	if len(f.Titles) == 0 {
		f.Titles = []string{r.Taken[title].Text}
	}
	f.Fields = slices.Clone(f.Fields)
	e := &form.Edition{ID: strings.ReplaceAll(f.ID, "_", "-") + "-1", In: m.In, Paper: paper, MeasuredOn: measuredOn(r.Sheets)}
	ids := map[int]string{title: "title"}
	for i := range f.Fields {
		if mark, ok := m.Boxes[f.Fields[i].Key]; ok {
			box, anchors := r.place(&f.Fields[i], mark.Box, title, ids)
			e.Places = append(e.Places, form.Place{Field: &f.Fields[i], Box: box, Anchors: anchors})
		}
	}
	for _, d := range f.Fields {
		if p, ok := e.Place(d.With); ok {
			if _, own := e.Place(d.Key); !own {
				e.Places = append(e.Places, form.Place{Field: f.Field(d.Key), Box: p.Box, Anchors: p.Anchors})
			}
		}
	}
	used := map[string]bool{}
	for _, id := range ids {
		used[id] = true
	}
	for _, i := range r.telling(ids) {
		ids[i] = unique(slug(r.Taken[i].Text, 3), used)
	}
	for i, l := range r.Taken {
		if id, ok := ids[i]; ok {
			e.Captions = append(e.Captions, form.Caption{ID: id, Text: l.Text, Box: rounded(l.Box, paper), Title: i == title, Open: l.Open && i != title})
		}
		if i != title && !says(m, l.Text) && !captionOf(f.Fields, l.Text) {
			f.Labels = append(f.Labels, label(l))
		}
	}
	f.Labels = distinct(f.Labels)
	f.Editions = []*form.Edition{e}
	r.Unseen = r.unseen(f.Values)
	r.YAML = write(&f, r)
	parsed, err := form.Parse(r.YAML)
	if err != nil {
		return fmt.Errorf("learn: the form that was made is not one: %w", err)
	}
	r.Form = parsed
	return nil
}

// telling returns the lines, besides those that have ids, by which the layout is
// known best: closed before open ones, wide before narrow ones.
func (r *Result) telling(ids map[int]string) []int {
	var out []int
	for i, l := range r.Taken {
		if _, has := ids[i]; !has && l.Box.W >= 8 && 4*l.Seen >= 3*r.Sheets && len(lettersOf(l.Text)) >= 4 {
			out = append(out, i)
		}
	}
	worth := func(i int) float64 {
		if l := r.Taken[i]; !l.Open {
			return 1000 + l.Box.W
		}
		return r.Taken[i].Box.W
	}
	slices.SortStableFunc(out, func(a, b int) int {
		switch wa, wb := worth(a), worth(b); {
		case wa > wb:
			return -1
		case wa < wb:
			return 1
		}
		return 0
	})
	out = out[:min(len(out), max(maxCaptions-len(ids), 0))]
	slices.Sort(out)
	return out
}

// label returns the wording of a line among the labels.
func label(l Line) string {
	if l.Open && !strings.HasSuffix(l.Text, ":") {
		return l.Text + " …"
	}
	return l.Text
}

func captionOf(fields []form.Field, text string) bool {
	is := func(w string) bool { return form.Alike(w, text) == 1 }
	return slices.ContainsFunc(fields, func(f form.Field) bool {
		return slices.ContainsFunc(f.Captions, is) || slices.ContainsFunc(f.Hints, is)
	})
}

// distinct returns wordings each once.
func distinct(all []string) []string {
	var out []string
	for _, w := range all {
		if !slices.ContainsFunc(out, func(o string) bool { return lettersOf(o) == lettersOf(w) }) {
			out = append(out, w)
		}
	}
	return out
}

func unique(id string, used map[string]bool) string {
	out := id
	for n := 2; used[out]; n++ {
		out = fmt.Sprintf("%s_%d", id, n)
	}
	used[out] = true
	return out
}

func round(v float64) float64 { return math.Round(v*10) / 10 }

// rounded returns a box in tenths of a millimetre that lies on the sheet.
func rounded(b form.Box, paper form.Size) form.Box {
	x0, y0 := max(round(b.X), 0), max(round(b.Y), 0)
	x1, y1 := min(round(right(b)), paper.W), min(round(b.Y+b.H), paper.H)
	return form.Box{X: x0, Y: y0, W: round(max(x1-x0, 0.1)), H: round(max(y1-y0, 0.1))}
}
