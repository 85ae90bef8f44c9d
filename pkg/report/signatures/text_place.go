package signatures

import (
	"strings"

	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/pdf"
	"github.com/tthclint/tthclint/pkg/sign"
	"github.com/tthclint/tthclint/pkg/sign/words"
)

// place says where a signature is shown and what it shows.
func (p *textPrinter) place(s *sign.Signature, sizes []pdf.Size, brief bool) {
	var where any = wordInvisible.With()
	switch {
	case s.Page > 0 && offPage(s, sizes):
		where = wordOffPage.With("n", s.Page)
	case s.Visible() && (s.Box.W < visible || s.Box.H < visible):
		where = wordTooSmall.With("n", s.Page)
	case s.Visible():
		where = p.b.Place(lint.Place{Page: s.Page, Box: boxOf(s.Box)})
	}
	if s.Field == "" {
		p.b.Field(4, labelPlace, wordAsIs.With("text", where))
	} else {
		p.b.Field(4, labelPlace, wordInFieldAt.With("field", words.Clip(s.Field), "where", where))
	}
	if a := s.Appearance; a != nil && a.Text != "" && !brief {
		p.b.Field(4, labelShows, wordShows.With("text", words.Clip(strings.Join(strings.Fields(a.Text), " "))))
	}
}

// visible is how wide and high, in mm, a box is at least that anybody can see.
const visible = 0.5

// offPage reports whether nothing of a signature's box lies on its page.
func offPage(s *sign.Signature, sizes []pdf.Size) bool {
	b := s.Box
	if b.W <= 0 || b.H <= 0 {
		return false // which is how signatures that are not shown are made
	}
	if b.X+b.W <= 0 || b.Y+b.H <= 0 {
		return true
	}
	if s.Page > len(sizes) {
		return false
	}
	size := sizes[s.Page-1]
	return b.X >= size.W || b.Y >= size.H
}
