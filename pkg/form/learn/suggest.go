package learn

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/tthclint/tthclint/pkg/form"
)

// Size of a place to sign, in mm: as it usually is, and the least width of one.
const (
	usualW, usualH = 60.0, 30.0
	least          = 30.0
)

// Suggest returns a first marks file of one scan, with remarks on how to go on:
// the title, and a place under each line that asks for a signature.
func Suggest(p *form.Print) []byte {
	r := &Result{}
	none := &form.Marks{Form: &form.Form{}}
	paper := paperOf(none, p)
	r.overlay([]*form.Print{p}, paper)
	r.collect(none, []*form.Print{p})
	title := ""
	if i, err := r.title(none, paper); err == nil {
		title = r.Taken[i].Text
	}
	w := &writer{}
	w.WriteString(strings.TrimLeft(suggestHead, "\n"))
	name := sentence(title)
	id := slug(name, 5)
	if title == "" {
		name, id = "Giấy của cơ quan", "giay_co_quan"
	}
	w.line(0, "id: %s", id)
	w.line(0, "name: {vi: %s}", quote(name))
	w.line(0, "role: result                # result: kết quả; application: giấy người dân nộp; slip: phiếu của cơ quan")
	if title == "" {
		w.line(0, "titles: []                  # KHÔNG tìm thấy tên mẫu: ghi tên in trên giấy, ví dụ [\"GIẤY MỜI\"]")
	} else {
		w.line(0, "titles: [%s]", quote(title))
	}
	w.line(0, "fields:")
	places := r.places(paper)
	for _, s := range places {
		w.line(2, "- key: %s", s.key)
		w.line(4, "label: {vi: %s}", quote(s.label))
		w.line(4, "kind: signature         # signature: chữ ký; seal: con dấu")
		w.line(4, "required: true          # false nếu có thể để trống")
		w.line(4, "box: %s", box(s.box))
	}
	if len(places) == 0 {
		w.WriteString(strings.TrimLeft(suggestField, "\n"))
	}
	if i := slices.IndexFunc(places, func(s suggestion) bool { return s.sealed }); i >= 0 {
		w.line(2, "- key: %s", form.SealField)
		w.line(4, "label: {vi: \"Con dấu\"}")
		w.line(4, "kind: seal")
		w.line(4, "required: true")
		w.line(4, "with: %s             # dấu đóng lên chữ ký này, dùng chung chỗ", places[i].key)
	}
	w.WriteString(suggestFoot)
	return w.Bytes()
}

const suggestHead = `
# Tệp đánh dấu của một mẫu giấy, do tthclint form learn viết. Hãy xem lại từng dòng.
# Số đo là milimét, đo bằng thước từ góc trên bên trái của tờ quét thứ nhất đặt đứng chữ:
# box: [cách mép trái, cách mép trên, rộng, cao]. Đo khoảng trống để ký, không lấn vào chữ in.
`

const suggestField = `
  # KHÔNG tìm thấy dòng nào như «(Ký, ghi rõ họ tên)»: hãy sửa tên và số đo của ô dưới đây.
  - key: nguoi_ky
    label: {vi: "Chữ ký của người ký"}
    kind: signature
    required: true
    box: [120, 230, 60, 30]
`

const suggestFoot = `
# Mã ô (key) đặt thế nào cũng được; lệnh lint xét riêng hai mã: official_signature (chữ ký của
# người có thẩm quyền) và seal (con dấu). Nên đổi key của ô đó thành official_signature.
# Dấu đóng lên chữ ký nào thì thêm vào fields:
#   - {key: seal, label: {vi: Con dấu}, kind: seal, required: true, with: official_signature}
# Nội dung phải điền, nếu cần xem; captions là dòng chữ in đứng trước nó:
# values:
#   - {key: number, label: {vi: Số}, type: number, required: true, captions: ["Số:"]}
# Thủ tục có kết quả là giấy này, nếu có:
# procedures: {codes: ["1.000894"]}
# Ngày bắt đầu dùng mẫu, nếu cần:
# from: "2026-01-01"
`

// suggestion is a place to sign that a line asks for.
type suggestion struct {
	key, label string
	box        form.Box
	sealed     bool
}

// places returns a place under each block of lines that ends with a hint to
// sign, left to right and top to bottom.
func (r *Result) places(paper form.Size) []suggestion {
	var hints []int
	for i, l := range r.Taken {
		if parenthesised(l.Text) && signing(l.Text) {
			hints = append(hints, i)
		}
	}
	slices.SortStableFunc(hints, func(a, b int) int {
		return cmp.Compare(r.Taken[a].Box.Y+r.Taken[a].Box.X/paper.W*5, r.Taken[b].Box.Y+r.Taken[b].Box.X/paper.W*5)
	})
	var out []suggestion
	used := map[string]bool{}
	for n, i := range hints {
		l := r.Taken[i]
		s := suggestion{label: fmt.Sprintf("Chữ ký %d", n+1), sealed: strings.Contains(fold(l.Text), "dau")}
		centre, top := l.Box.X+l.Box.W/2, l.Box.Y+l.Box.H+1
		// Half-way to the hint beside, and down to the next print.
		w := min(usualW, 2*(centre-3), 2*(paper.W-3-centre))
		h := min(usualH, paper.H-3-top)
		for j, o := range r.Taken {
			switch aside := o.Box.X + o.Box.W/2 - centre; {
			case j == i:
			case slices.Contains(hints, j) && close(mid(o.Box), mid(l.Box), 6) && aside != 0:
				w = min(w, max(aside, -aside)-3)
			case o.Box.Y > top && close(centre, o.Box.X+o.Box.W/2, 0.5*(w+o.Box.W)) && o.Box.Y-top < h:
				h = max(o.Box.Y-top-1, 0)
			}
		}
		if w < least || h < least/3 {
			continue
		}
		s.box = rounded(form.Box{X: centre - w/2, Y: top, W: w, H: h}, paper)
		if b := r.block(form.Box{X: s.box.X, Y: l.Box.Y, W: w, H: h}, -1, true); len(b) > 0 {
			for _, k := range b {
				if !parenthesised(r.Taken[k].Text) {
					s.label = "Chữ ký: " + sentence(r.Taken[k].Text)
					s.key = slug(r.Taken[k].Text, 4)
				}
			}
		}
		if s.sealed && !used[form.OfficialSignature] {
			s.key = form.OfficialSignature
		}
		if s.key == "" {
			s.key = fmt.Sprintf("chu_ky_%d", n+1)
		}
		s.key = unique(s.key, used)
		out = append(out, s)
	}
	return out
}

// sentence returns a text in capitals as a sentence: with one capital.
func sentence(text string) string {
	if !capital(text) {
		return text
	}
	lower := []rune(strings.ToLower(text))
	if len(lower) > 0 {
		lower[0] = []rune(strings.ToUpper(string(lower[0])))[0]
	}
	return string(lower)
}
