// Package handover draws scans of an office's own paper, filled in by invented
// people: the example of docs/vi/forms.md, and what learning a form is tested
// with.
package handover

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"math/rand/v2"
	"time"

	"github.com/tthclint/tthclint/internal/sample/paper"
	"github.com/tthclint/tthclint/internal/sample/pdfwrite"
)

// Spec says which scan to draw.
type Spec struct {
	Seed     uint64
	DPI      float64 // 0: 150
	Skew     float64 // degrees clockwise
	Grey     bool
	Quality  int  // of the JPEG; 0: 60
	Rotation int  // how far the scan is turned, in degrees clockwise: 0, 90, 180 or 270
	Shift    bool // the sheet lies a little aside on the glass
	Giver    bool // signs
	Receiver bool // signs
	Seal     bool
}

// Truth is what stands on a scan.
type Truth struct {
	State    map[string]string     // "present" or "absent" by field
	Boxes    map[string][4]float64 // mm from the top left of the displayed page: x0, y0, x1, y1
	Personal []string              // what was filled in
}

// The keys of the fields.
const (
	Giver    = "official_signature"
	Receiver = "ben_nhan"
	Seal     = "seal"
)

var (
	families = []string{"Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô"}
	middles  = []string{"Văn", "Thị", "Minh", "Thanh", "Quốc", "Ngọc"}
	names    = []string{"Mẫu", "Thử", "Ví Dụ", "Giả", "Đơn", "Kiểm", "Định", "Lan Mẫu", "Thử Nghiệm"}
	offices  = []string{"Phòng Kinh tế", "Văn phòng UBND", "Phòng Văn hóa", "Tổ Tư pháp", "Tổ Địa chính", "Trạm Y tế"}
	papers   = []string{"bản chính giấy khai sinh", "sổ hộ tịch năm 2009", "hồ sơ cấp phép xây dựng", "hồ sơ đăng ký kinh doanh", "tờ khai và bản vẽ", "trích lục bản đồ"}
)

// Draw returns the PDF of a scan and what stands on it. It uses the typeface
// alone while it runs.
func Draw(f *paper.Faces, s Spec) ([]byte, Truth, error) {
	r := rand.New(rand.NewPCG(s.Seed, 0x6A17))
	if s.DPI == 0 {
		s.DPI = 150
	}
	if s.Quality == 0 {
		s.Quality = 60
	}
	pick := func(all []string) string { return all[r.IntN(len(all))] }
	person := func() string { return pick(families) + " " + pick(middles) + " " + pick(names) }
	h := paper.Handover{
		Number: fmt.Sprintf("%d/BB-MC", 1+r.IntN(900)), Day: fmt.Sprintf("%02d", 1+r.IntN(28)), Month: fmt.Sprintf("%02d", 1+r.IntN(12)), Year: fmt.Sprint(2024 + r.IntN(3)),
		Code:  fmt.Sprintf("H99.%02d-%06d-%04d", 1+r.IntN(40), 240000+r.IntN(29999), 1+r.IntN(9999)),
		Giver: person(), Receiver: person(), From: pick(offices), To: pick(offices),
		Papers: fmt.Sprintf("%02d %s", 1+r.IntN(9), pick(papers)), Sheets: fmt.Sprint(1 + r.IntN(60)),
		Names: r.IntN(3) > 0, Sealed: s.Seal, Seed: s.Seed, Pose: paper.Pose{Skew: s.Skew},
	}
	if s.Shift {
		h.Pose.DX, h.Pose.DY = 3*r.Float64()-1.5, 3*r.Float64()-1.5
	}
	h.Gives, h.Receives = mark(s.Giver, r), mark(s.Receiver, r)
	sheet := h.Draw(f, s.DPI)
	pdf, err := pack(sheet, s)
	return pdf, truth(sheet, h, s), err
}

func mark(signed bool, r *rand.Rand) paper.Mark {
	m := paper.Mark{Seed: r.Uint64(), Black: r.IntN(4) == 0}
	if signed {
		m.Kind = paper.Signed
	}
	return m
}

func truth(sheet *paper.Sheet, h paper.Handover, s Spec) Truth {
	word := map[bool]string{true: "present", false: "absent"}
	t := Truth{
		State:    map[string]string{Giver: word[s.Giver], Receiver: word[s.Receiver], Seal: word[s.Seal]},
		Boxes:    map[string][4]float64{},
		Personal: []string{h.Number, h.Code, h.Giver, h.Receiver, h.Papers},
	}
	for key, b := range map[string][4]float64{Giver: paper.HandoverGiver, Receiver: paper.HandoverReceiver} {
		var x0, y0, x1, y1 float64
		for i := range 4 {
			p := sheet.Pixels().Apply(paper.Pt{X: b[0] + b[2]*float64(i&1), Y: b[1] + b[3]*float64(i>>1)})
			x, y := p.X/s.DPI*25.4, p.Y/s.DPI*25.4
			switch s.Rotation {
			case 90:
				x, y = sheet.H-y, x
			case 180:
				x, y = sheet.W-x, sheet.H-y
			case 270:
				x, y = y, sheet.W-x
			}
			if i == 0 {
				x0, y0, x1, y1 = x, y, x, y
			}
			x0, y0, x1, y1 = min(x0, x), min(y0, y), max(x1, x), max(y1, y)
		}
		t.Boxes[key] = [4]float64{x0, y0, x1, y1}
	}
	return t
}

// pack writes the scan as a PDF.
func pack(sheet *paper.Sheet, s Spec) ([]byte, error) {
	data, err := sheet.Scan(s.Seed, 100)
	if err != nil {
		return nil, err
	}
	im, err := jpeg.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	w, h := sheet.W, sheet.H
	if s.Rotation%180 != 0 {
		w, h = h, w
	}
	im = turned(im, s.Rotation)
	if s.Grey {
		grey := image.NewRGBA(im.Bounds())
		for y := range grey.Rect.Dy() {
			for x := range grey.Rect.Dx() {
				grey.Set(x, y, color.GrayModel.Convert(im.At(x, y)))
			}
		}
		im = grey
	}
	var out bytes.Buffer
	if err := jpeg.Encode(&out, im, &jpeg.Options{Quality: s.Quality}); err != nil {
		return nil, err
	}
	page := pdfwrite.Page{W: w, H: h, PxW: im.Bounds().Dx(), PxH: im.Bounds().Dy(), JPEG: out.Bytes()}
	return pdfwrite.Scan(page, pdfwrite.Info{Title: "Biên bản bàn giao (mẫu thử)", Creator: "tthclint", Created: time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC)}), nil
}

// turned returns a picture turned clockwise.
func turned(im image.Image, degrees int) image.Image {
	b := im.Bounds()
	w, h := b.Dx(), b.Dy()
	if degrees == 0 {
		return im
	}
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	if degrees != 180 {
		out = image.NewRGBA(image.Rect(0, 0, h, w))
	}
	for y := range h {
		for x := range w {
			c := im.At(b.Min.X+x, b.Min.Y+y)
			switch degrees {
			case 90:
				out.Set(h-1-y, x, c)
			case 180:
				out.Set(w-1-x, h-1-y, c)
			case 270:
				out.Set(y, w-1-x, c)
			}
		}
	}
	return out
}
