// Gen draws the pictures next to it that the tests read. It needs the package
// fonts-liberation2, whose licence (OFL) leaves what is drawn with it free.
package main

import (
	"flag"
	"image"
	"image/color"
	"image/png"
	"log"
	"os"
	"path/filepath"

	"github.com/tthclint/tthclint/internal/sample/paper"
)

const dpi = 150

type line struct {
	x, y  float64 // mm, of the beginning of the baseline
	size  float64 // mm
	style paper.Style
	text  string
}

var pictures = []struct {
	name string
	w, h float64 // mm
	ink  []line
}{
	{"captions.png", 170, 14, []line{
		{36, 5, 4.6, paper.Bold, "Vợ"},
		{122, 5, 4.6, paper.Bold, "Chồng"},
		{17, 11, 4.2, paper.Italic, "(Ký, ghi rõ họ, chữ đệm, tên)"},
		{105, 11, 4.2, paper.Italic, "(Ký, ghi rõ họ, chữ đệm, tên)"},
	}},
	{"title.png", 125, 10, []line{{5, 7.2, 6, paper.Bold, "GIẤY CHỨNG NHẬN KẾT HÔN"}}},
	{"block.png", 120, 40, []line{
		{6, 8, 4.6, paper.Bold, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"},
		{28, 16, 4.6, paper.Bold, "Độc lập - Tự do - Hạnh phúc"},
		{6, 26, 4.6, paper.Regular, "Nơi cư trú: Phường Thượng Lâm, tỉnh Đồng Nai"},
		{6, 34, 4.6, paper.Regular, "Giấy tờ tùy thân: Thẻ căn cước, cấp ngày 09/02/2022"},
	}},
}

func main() {
	log.SetFlags(0)
	fonts := flag.String("fonts", "/usr/share/fonts/truetype/liberation2", "`folder` of the fonts")
	to := flag.String("to", "pkg/ocr/tesseract/testdata", "`folder` to write to")
	flag.Parse()
	faces, err := paper.LoadFaces(*fonts)
	if err != nil {
		log.Fatal(err)
	}
	for _, p := range pictures {
		s := paper.NewSheet(p.w, p.h, dpi, paper.Pose{}, color.RGBA{252, 252, 250, 255})
		for _, l := range p.ink {
			path, _ := faces.At(l.text, l.style, l.size, paper.Pt{X: l.x, Y: l.y}, paper.Left)
			s.Fill(path, paper.Ink{Color: color.RGBA{30, 28, 28, 255}, Density: 0.95})
		}
		if err := write(filepath.Join(*to, p.name), s.Image()); err != nil {
			log.Fatal(err)
		}
	}
}

func write(name string, from *image.RGBA) error {
	grey := image.NewGray(from.Bounds())
	for y := range grey.Rect.Dy() {
		for x := range grey.Rect.Dx() {
			grey.Set(x, y, from.At(x, y))
		}
	}
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	if err := png.Encode(f, grey); err != nil {
		return err
	}
	return f.Close()
}
