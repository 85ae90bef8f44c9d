package scan

import (
	"context"
	"fmt"
	"strings"

	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/quality"
)

// hit is what is wrong with the picture of a page.
type hit struct {
	message  msg.Message
	args     []any         // but for the pages
	bad      float64       // the page for which it is highest is told
	severity lint.Severity // 0: that of the edition
}

// onScans returns a Run that looks at the picture of every page of paper in the
// results, and tells each thing that is wrong once for a document: on which
// pages, and how much on the worst of them. Blank pages are left out.
func onScans(look func(*evidence.PageReading, *quality.Quality) *hit) func(context.Context, *evidence.Dossier, *lint.Pass) error {
	return evidence.EachResult(func(_ context.Context, _ *evidence.Dossier, doc *evidence.Document, p *lint.Pass) error {
		if err := doc.OnlyPDF(); err != nil {
			return err
		}
		pages, err := doc.Pages()
		if err != nil {
			return err
		}
		var all kinds
		var unseen error
		looked := 0
		for i := range pages {
			page := &pages[i]
			switch {
			case page.Electronic, page.Blank:
			case page.Quality == nil:
				if unseen == nil {
					unseen = unmeasured(page)
				}
			default:
				looked++
				if h := look(page, page.Quality); h != nil {
					all.add(h, page.Page)
				}
			}
		}
		for _, k := range all {
			p.Report(k.finding(doc))
		}
		if looked == 0 && unseen == nil {
			return lint.Inapplicable(noPaperText.With())
		}
		return unseen
	})
}

// unmeasured says why nothing is known of a page's picture.
func unmeasured(page *evidence.PageReading) error {
	if page.Reading == nil {
		return page.Unseen()
	}
	return lint.Unable(unmeasuredText.With("page", page.Page), nil)
}

// kinds holds what is wrong with the pages of a document by kind.
type kinds []*kind

type kind struct {
	worst *hit
	page  int // of the worst
	pages []int
}

func (all *kinds) add(h *hit, page int) {
	for _, k := range *all {
		if k.worst.message.ID != h.message.ID {
			continue
		}
		k.pages = append(k.pages, page)
		if h.bad > k.worst.bad {
			k.worst, k.page = h, page
		}
		return
	}
	*all = append(*all, &kind{h, page, []int{page}})
}

func (k *kind) finding(doc *evidence.Document) lint.Finding {
	return lint.Finding{
		Message:  k.worst.message.With(append(k.worst.args, "pages", span(k.pages))...),
		Place:    doc.PlaceOn(k.page, lint.Box{}),
		Severity: k.worst.severity,
		Identity: k.worst.message.ID,
	}
}

// span writes page numbers as "1, 3–5".
func span(pages []int) string {
	var parts []string
	for i := 0; i < len(pages); {
		j := i
		for j+1 < len(pages) && pages[j+1] == pages[j]+1 {
			j++
		}
		switch {
		case j == i:
			parts = append(parts, fmt.Sprint(pages[i]))
		case j == i+1:
			parts = append(parts, fmt.Sprint(pages[i]), fmt.Sprint(pages[j]))
		default:
			parts = append(parts, fmt.Sprintf("%d–%d", pages[i], pages[j]))
		}
		i = j + 1
	}
	return strings.Join(parts, ", ")
}

// readable are the rules whose finding leaves no picture to look at.
func readable(more ...string) []string {
	return append([]string{"result/empty", "result/not-pdf", "pdf/unreadable", "pdf/encrypted", "pdf/blank"}, more...)
}

var (
	noPaperText = msg.Message{
		ID: "scan/no-paper", VI: "Không có trang nào là ảnh quét giấy có nội dung", EN: "No page is the scan of a paper that bears something",
	}
	unmeasuredText = msg.Message{
		ID: "scan/unmeasured", VI: "Ảnh của trang {page} quá nhỏ hoặc không đo được", EN: "The picture of page {page} is too small or cannot be measured",
	}
)

// scanAgain is what to do about most of these findings.
const (
	scanAgainVI = "Quét lại từ bản giấy bằng máy quét, chế độ ảnh màu, tối thiểu 200 dpi, tỷ lệ 100 %, rồi ký số và đính kèm lại."
	scanAgainEN = "Scan the paper again with a scanner, in colour, at 200 dpi or more and at 100 %, then sign and attach it again."
)
