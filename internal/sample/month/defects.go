package month

import (
	"bytes"
	"errors"

	"github.com/tthclint/tthclint/internal/sample/pki"
	"github.com/tthclint/tthclint/pkg/pdf"
	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

// unsigned is a result without a digital signature.
var unsigned = otherwise(nil, layers{none: true})

// oneLayer is a result that the official alone signed.
var oneLayer = otherwise(nil, layers{noAgency: true})

// lapsed is a result signed with a certificate of the office that had ended.
var lapsed = otherwise(nil, layers{agency: func(c *pki.Certificates) *signtest.Identity { return c.Lapsed }})

// changed is a result on whose page somebody wrote after it was signed.
var changed = otherwise(nil, layers{after: func(src []byte) ([]byte, error) {
	return signtest.Annotate(src, 1, "FreeText", pdf.Box{X: 90, Y: 90, W: 60, H: 8}, "da sua")
}})

// signedOn is a result that was signed on another day than the register has.
func signedOn(at string) result { return otherwise(nil, layers{at: at}) }

// ofAnother is a result that names another person.
func ofAnother(owner string) result {
	return func(st *studio, d *dossier) ([]byte, error) {
		other := *d.Case
		other.Owner = owner
		was := *d
		was.Case = &other
		return electronic(st, &was)
	}
}

// ofProcedure is the paper that another procedure ends with.
func ofProcedure(p *procedure) result {
	return func(st *studio, d *dossier) ([]byte, error) {
		other := *d.Case
		other.Procedure = p
		was := *d
		was.Case = &other
		return electronic(st, &was)
	}
}

// fromDistrict is a birth certificate in the name of a unit of the district
// level.
var fromDistrict = otherwise(func(x *text) {
	x.agency = [2]string{"TỈNH ĐỒNG THÁP", "UBND THÀNH PHỐ SA ĐÉC"}
	for i := range x.lines {
		if x.lines[i][0] == "Nơi đăng ký khai sinh:" {
			x.lines[i][1] = "UBND thành phố Sa Đéc, tỉnh Đồng Tháp"
		}
	}
}, layers{})

// raw is a file that is no PDF, whatever its name says.
func raw(data string) result {
	return func(*studio, *dossier) ([]byte, error) { return []byte(data), nil }
}

// sameSheet is the scan of another dossier's paper, packed once more: what
// happens when a file is attached to the wrong dossier and shrunk on the way.
func sameSheet(code string, s scanner) result {
	return func(st *studio, d *dossier) ([]byte, error) {
		other := *d.Case
		other.Code = code
		was := *d
		was.Case = &other
		return letter(s, layers{})(st, &was)
	}
}

// tampered is a result of which a byte changed after signing, far from any text.
func tampered(st *studio, d *dossier) ([]byte, error) {
	src, err := electronic(st, d)
	if err != nil {
		return nil, err
	}
	title := []byte("(Ket qua " + d.Code + ")")
	at := bytes.Index(src, title)
	if at < 0 {
		return nil, errors.New("the title to change is not there")
	}
	return signtest.FlipByte(src, at+len(title)-2), nil
}

// strangers is a result that the office signed below a root that nobody named.
var strangers = otherwise(nil, layers{agency: func(c *pki.Certificates) *signtest.Identity { return c.Foreign }, chain: true})

// cutOff is a file of which the upload kept a part.
func cutOff(st *studio, d *dossier) ([]byte, error) {
	src, err := electronic(st, d)
	return src[:len(src)/3], err
}

// fileOf is the very file of another dossier.
func fileOf(code string) result {
	return func(st *studio, d *dossier) ([]byte, error) {
		other := *d.Case
		other.Code = code
		was := *d
		was.Case = &other
		return electronic(st, &was)
	}
}
