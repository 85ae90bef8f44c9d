package result

import (
	"context"

	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/likeness"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/basis"
)

// SamePicture finds results whose page is the picture of a page in an earlier
// dossier, stored anew. It remembers the pages of a run, about 48 bytes each, and
// looks at pages alone that were read anyway; see [OnPages].
func SamePicture() rule {
	return rule{
		ID:    "result/same-picture",
		Title: msg.Message{ID: "result/same-picture.title", VI: "Cùng một ảnh quét nằm ở hai hồ sơ", EN: "One scanned picture is in two dossiers"},
		Why: msg.Message{
			ID: "result/same-picture.why",
			VI: "Tệp giống nhau từng byte do quy tắc result/duplicate nêu. Quy tắc này nhận ra cùng một ảnh quét đã được nén lại, đổi cỡ hoặc đổi sang trang màu xám rồi đính kèm cho hồ sơ khác. Hai giấy cùng mẫu của hai người có chữ điền và chữ ký khác nhau nên không bị nhầm là một. Một tờ giấy được quét lại lần nữa cho ảnh khác, không nêu ở đây. Lỗi được nêu ở hồ sơ sau và chỉ ra hồ sơ trước. Một quyết định có thể giải quyết nhiều hồ sơ, nên đây là cảnh báo để người có trách nhiệm đối chiếu.",
			EN: "Files of the same bytes are told by result/duplicate. This rule knows one scanned picture again that was compressed once more, resized or turned grey and attached to another dossier. Two papers of one form differ in what is filled in and signed; a paper that was scanned a second time is another picture and not told. The later dossier is told, and the earlier one named. One decision may settle several dossiers, so that it is a warning for a person to compare.",
		},
		Remedy: msg.Message{
			ID: "result/same-picture.remedy",
			VI: "Mở hai tệp để đối chiếu; giữ tệp ở hồ sơ đúng và đính kèm kết quả đúng cho hồ sơ còn lại.",
			EN: "Open both files and compare them; keep the file where it belongs and attach the right result to the other dossier.",
		},
		Date:     evidence.Digitized,
		After:    []string{"result/empty", "result/not-pdf", "result/duplicate", "pdf/unreadable", "pdf/encrypted", "pdf/blank"},
		Memory:   func() any { return &gallery{} },
		Warm:     warmPages,
		Applies:  evidence.HasResult,
		Editions: lint.EditionsOf(basis.OwnResult(), lint.Warning, samePicture),
	}
}

// warmPages reads the pages of the results.
func warmPages(_ context.Context, d *evidence.Dossier) {
	for _, doc := range d.Results() {
		if doc.OnlyPDF() == nil {
			_, _ = doc.Pages() // the rule asks once more
		}
	}
}

// gallery remembers the pages of a run.
type gallery struct {
	hung  []picture
	files []hung
}

// picture is one page.
type picture struct {
	likeness likeness.Hash
	file     int32
	page     int32
}

// hung is a file of which a page is remembered.
type hung struct{ dossier, path string }

// find returns the first page remembered that is the same picture.
func (g *gallery) find(h likeness.Hash) (picture, bool) {
	for i := range g.hung {
		if g.hung[i].likeness.Near(h) {
			return g.hung[i], true
		}
	}
	return picture{}, false
}

func samePicture(ctx context.Context, d *evidence.Dossier, p *lint.Pass) error {
	g := p.Memory().(*gallery)
	var own []picture // join the others when the dossier has been looked at
	files := g.files
	for _, doc := range d.Results() {
		p.Subject(doc.Path, func() error {
			if err := doc.OnlyPDF(); err != nil {
				return err
			}
			pages, err := doc.Pages()
			if crashed(err) {
				return err
			}
			told, seen := false, 0
			for i := range pages {
				page := &pages[i]
				if page.Likeness == (likeness.Hash{}) || i > 0 && page.MayBeBack() {
					continue // the printed backs of two sheets are alike
				}
				seen++
				if earlier, is := g.find(page.Likeness); is && !told {
					told = true // further pages of the same two files say nothing new
					other := g.files[earlier.file]
					p.Report(lint.Finding{
						Message:  samePictureText.With("page", page.Page, "other", int(earlier.page), "file", other.path, "dossier", other.dossier),
						Place:    doc.PlaceOn(page.Page, lint.Box{}),
						Identity: "picture",
					})
				}
				own = append(own, picture{page.Likeness, int32(len(files)), int32(page.Page)})
			}
			if seen == 0 {
				return lint.Inapplicable(noPictureText.With())
			}
			return ctx.Err()
		})
		files = append(files, hung{d.ID, doc.Path})
	}
	g.files, g.hung = files, append(g.hung, own...)
	return nil
}

var (
	samePictureText = msg.Message{
		ID: "result/same-picture",
		VI: "Trang {page} là cùng một ảnh quét với trang {other} của tệp {file}, hồ sơ {dossier}.",
		EN: "Page {page} is the same scanned picture as page {other} of {file}, dossier {dossier}.",
	}
	noPictureText = msg.Message{
		ID: "result/same-picture.none", VI: "Tệp không có trang nào là ảnh quét đã xem được", EN: "No page of the file is a scan that could be looked at",
	}
)
