package scans

import (
	"strings"

	"github.com/tthclint/tthclint/internal/sample/paper"
)

// habit is how one office prints the labels of its papers, and how well what it
// types meets them.
type habit struct {
	style paper.Style
	other bool     // wordings that other offices use
	bare  bool     // no colon behind a label
	drift paper.Pt // of typed values against their labels, in mm
}

func (h *habit) choose(r source) {
	h.style = pick(r, paper.Regular, paper.Regular, paper.Regular, paper.Regular, paper.Bold, paper.Italic)
	h.other = r.odds(0.3)
	h.bare = r.odds(0.04)
	if r.odds(0.3) {
		h.drift = paper.Pt{X: r.near(0, 0.7), Y: r.near(0, 0.6)}
	}
}

// otherWordings are labels as other offices print them.
var otherWordings = map[string][]string{
	"Họ, chữ đệm, tên:":           {"Họ và tên:", "Họ tên:"},
	"Họ, chữ đệm, tên người mẹ:":  {"Họ và tên mẹ:", "Họ và tên người mẹ:"},
	"Họ, chữ đệm, tên người cha:": {"Họ và tên cha:", "Họ và tên người cha:"},
	"Họ, chữ đệm, tên vợ:":        {"Họ và tên vợ:"},
	"Họ, chữ đệm, tên chồng:":     {"Họ và tên chồng:"},
	"Ngày, tháng, năm sinh:":      {"Ngày sinh:", "Sinh ngày:"},
	"Số định danh cá nhân:":       {"Số định danh:"},
	"Nơi cư trú:":                 {"Nơi thường trú:"},
	"Mã số hồ sơ:":                {"Mã hồ sơ:", "Số hồ sơ:"},
}

// say returns a label in the wording of the page's office.
func (h *habit) say(label string) string {
	if others := otherWordings[label]; h.other && len(others) > 0 {
		label = others[len(label)%len(others)]
	}
	if h.bare {
		label = strings.TrimSuffix(label, ":")
	}
	return label
}
