package main

import (
	"image"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// faces are fonts: of print and of neat hands, both with the Vietnamese
// letters, and of flowing hands, in which signatures are set.
type faces struct{ print, hand, flowing []*sfnt.Font }

// hands and flows are families, by the begin of their files' names.
var (
	hands = []string{"dancing", "lobster", "comic", "ec_", "ecolier", "klee", "mali", "caveat", "patrick", "itim", "sriracha", "pangolin", "charm"}
	flows = []string{"allura", "cedarville", "great", "herr", "homemade", "labelle", "mrdafoe", "nothing", "reenie", "sacramento", "zeyada", "caveat", "dancing"}
)

// loadFaces reads the fonts of a folder; those of other alphabets are skipped.
func loadFaces(dirs []string) (*faces, error) {
	var paths []string
	for _, dir := range dirs {
		if err := filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
			if e := strings.ToLower(filepath.Ext(p)); err == nil && (e == ".ttf" || e == ".otf") {
				paths = append(paths, p)
			}
			return err
		}); err != nil {
			return nil, err
		}
	}
	slices.Sort(paths)
	f := &faces{}
	var buf sfnt.Buffer
	for _, p := range paths {
		base := strings.ToLower(filepath.Base(p))
		if strings.HasPrefix(base, "noto") && !strings.HasPrefix(base, "notosans-") && !strings.HasPrefix(base, "notoserif-") || strings.Contains(base, "math") {
			continue
		}
		text, err := os.ReadFile(p)
		if err != nil {
			return nil, err
		}
		ft, err := opentype.Parse(text)
		if err != nil {
			continue
		}
		is := func(families []string) bool {
			return slices.ContainsFunc(families, func(h string) bool { return strings.HasPrefix(base, h) })
		}
		has := func(letters string) bool {
			for _, r := range letters {
				if g, err := ft.GlyphIndex(&buf, r); err != nil || g == 0 {
					return false
				}
			}
			return true
		}
		if is(flows) && has("aAnN") {
			f.flowing = append(f.flowing, ft)
		}
		if has("aĐỹộử") {
			if is(hands) {
				f.hand = append(f.hand, ft)
			} else if !is(flows) {
				f.print = append(f.print, ft)
			}
		}
	}
	return f, nil
}

// set renders words, height mm of the font's size at 16 pixels a mm, and
// returns their coverage and size in mm.
func set(ft *sfnt.Font, words string, height float64) (*image.Alpha, float64, float64) {
	const px = 16
	face, err := opentype.NewFace(ft, &opentype.FaceOptions{Size: height * px, DPI: 72})
	if err != nil {
		return image.NewAlpha(image.Rect(0, 0, 1, 1)), 1, 1
	}
	b, _ := font.BoundString(face, words)
	w, h := (b.Max.X-b.Min.X).Ceil()+2, (b.Max.Y-b.Min.Y).Ceil()+2
	if w > 4000 || h > 1000 || w < 1 || h < 1 {
		return image.NewAlpha(image.Rect(0, 0, 1, 1)), 1, 1
	}
	im := image.NewAlpha(image.Rect(0, 0, w, h))
	(&font.Drawer{Dst: im, Src: image.Opaque, Face: face, Dot: fixed.Point26_6{X: fixed.I(1) - b.Min.X, Y: fixed.I(1) - b.Min.Y}}).DrawString(words)
	return im, float64(w) / px, float64(h) / px
}

var (
	families = strings.Fields("Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Giàng Thạch Quách Nông Cao Mai Tạ Lương")
	middles  = strings.Fields("Văn Thị Hữu Đức Ngọc Minh Xuân Thu Mỹ Công Đình Quốc Thanh Phương Bích Kim Duy Trọng Anh Hồng")
	givens   = strings.Fields("An Bình Chiến Dũng Giáp Hà Hải Hiếu Hoa Huy Hương Khánh Lan Linh Loan Long Lực Ly Mai Minh Nam Nga Nghĩa Nhung Oanh Phong Phú Quân Quyên Sơn Tài Thảo Thúy Tiến Trâm Trang Tùng Uyên Vân Việt Vỹ Xuân Yến")
)

// name invents a full name.
func name(rng *rand.Rand) string {
	pick := func(l []string) string { return l[rng.IntN(len(l))] }
	words := []string{pick(families)}
	for range 1 + rng.IntN(2) {
		if rng.IntN(5) > 0 {
			words = append(words, pick(middles))
		}
	}
	words = append(words, pick(givens))
	s := strings.Join(words, " ")
	if rng.IntN(4) == 0 {
		s = strings.ToUpper(s)
	}
	return s
}
