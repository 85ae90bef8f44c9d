package attacks

import (
	"fmt"
	"math/rand/v2"
	"time"

	"github.com/tthclint/tthclint/pkg/pdf"
	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

// scan is a document of pictures as a scanner writes it; the samples are noise.
func scan(pages, bytes int) draft {
	rng := rand.NewChaCha8([32]byte{7})
	var im []signtest.Image
	for range pages {
		b := make([]byte, bytes)
		_, _ = rng.Read(b)
		for i := range b {
			b[i] |= 0xE0 // nearly white, for the text of the signatures to be read
		}
		w := 100
		im = append(im, signtest.Image{W: w, H: bytes / w, Data: b})
	}
	return draft{b: signtest.Scan(im...)}
}

// many are sound scans with up to a hundred signatures.
func (c *Cast) many() []Case {
	var out []Case
	for _, n := range []int{2, 5, 25, 100} {
		for _, streams := range []bool{false, true} {
			var want []Want
			for i := range n {
				w := changed(fmt.Sprintf("Signature%d", i+1), form, yes)
				w.Passes = yes
				if i == n-1 {
					w = sound(w.Field)
				}
				want = append(want, w)
			}
			name := fmt.Sprintf("many-%d", n)
			if streams {
				name += "-xref-streams"
			}
			out = append(out, Case{Name: name, Class: "many", Note: fmt.Sprintf("No attack: %d signatures, one on the other", n), Want: want,
				Make: made(func() draft {
					d := scan(2, 20000)
					for i := range n {
						id := c.Agency
						if i%2 == 0 {
							id = c.Person
						}
						d = d.sign(id, signtest.Options{Time: signed.Add(time.Duration(i) * time.Minute), XRefStream: streams && i%2 == 1, Reserve: 4096,
							Page: 1 + i%2, Box: pdf.Box{X: 10 + float64(i%10)*18, Y: 20 + float64(i/10)*12, W: 16, H: 8}, Lines: []string{fmt.Sprint("Ky ", i+1)}})
					}
					return d
				})})
		}
	}
	return out
}

// layers are scans as authorities of the field sign them: the one who scanned at
// the top left (TT 01/2023/TT-VPCP Article 8), the competent person and the agency
// below (NĐ 30/2020/NĐ-CP Article 13 and appendix I), or an agency that certifies a
// copy at the top right.
func (c *Cast) layers() []Case {
	scanner := signtest.Options{Field: "NguoiQuet", Time: signed, Page: 1, Box: topLeft, Lines: []string{"Nguoi ky: Tran Thi Binh", "Thoi gian ky: 11.09.2023 08:30:00 +07:00"}}
	person := signtest.Options{Field: "NguoiKy", Time: signed.Add(2 * time.Hour), Page: 1, Box: bottom, Lines: []string{"Nguyen Van An"}}
	agency := signtest.Options{Field: "CoQuan", Time: signed.Add(2*time.Hour + 8*time.Minute), Page: 1, Box: pdf.Box{X: 85, Y: 210, W: 35, H: 35}, Lines: []string{"UBND phuong Sa Dec"}}
	copying := signtest.Options{Field: "SaoY", Time: signed.Add(24 * time.Hour), Page: 1, Box: topRight, Reason: "Sao y",
		Lines: []string{"SAO Y; UBND phuong Sa Dec; 12.09.2023 08:30:00 +07:00"}}
	follow := func(field string) Want {
		w := changed(field, form, yes)
		w.Passes = yes
		return w
	}
	base := func() draft { return scan(1, 30000) }
	return []Case{
		{Name: "layers-person-agency", Class: "layers", Note: "No attack: the person, then the agency, eight minutes apart", Want: []Want{follow("NguoiKy"), sound("CoQuan")},
			Make: made(func() draft { return base().sign(c.Person, person).sign(c.Agency, agency) })},
		{Name: "layers-scanner", Class: "layers", Note: "No attack: only the one who scanned signed; that is no layer of the result", Want: []Want{sound("NguoiQuet")},
			Make: made(func() draft { return base().sign(c.Scanner, scanner) })},
		{Name: "layers-all", Class: "layers", Note: "No attack: who scanned, the person, the agency", Want: []Want{follow("NguoiQuet"), follow("NguoiKy"), sound("CoQuan")},
			Make: made(func() draft {
				return base().sign(c.Scanner, scanner).sign(c.Person, person).sign(c.Agency, agency)
			})},
		{Name: "layers-copy", Class: "layers", Note: "No attack: an agency certifies a copy, with text at the top right", Want: []Want{sound("SaoY")},
			Make: made(func() draft { return base().sign(c.Agency, copying) })},
		{Name: "layers-scanner-copy", Class: "layers", Note: "No attack: who scanned at the top left, the agency's copy text at the top right", Want: []Want{follow("NguoiQuet"), sound("SaoY")},
			Make: made(func() draft { return base().sign(c.Scanner, scanner).sign(c.Agency, copying) })},
		{Name: "layers-agency-first", Class: "layers", Note: "The agency signed before the person: sound signatures in the wrong order", Want: []Want{follow("CoQuan"), sound("NguoiKy")},
			Make: made(func() draft { return base().sign(c.Agency, agency).sign(c.Person, person) })},
	}
}
