package form

import "strings"

// fold brings words to the shape in which they are compared: lower case, no
// Vietnamese marks, single spaces. Registers hold composed and decomposed
// letters, and words typed without marks.
func fold(s string) string {
	s = strings.Map(func(r rune) rune {
		if r >= 0x300 && r <= 0x36f { // combining marks of decomposed letters
			return -1
		}
		return r
	}, strings.ToLower(s))
	return strings.Join(strings.Fields(plain.Replace(s)), " ")
}

// plain maps the letters of Vietnamese to those without marks, and the letters of
// other languages as which recognition reads blurred ones: "sö" for "số".
var plain = strings.NewReplacer(pairs(map[string]string{
	"a": "àáảãạăằắẳẵặâầấẩẫậäå",
	"c": "ç",
	"d": "đ",
	"e": "èéẻẽẹêềếểễệë",
	"i": "ìíỉĩịîï",
	"n": "ñ",
	"o": "òóỏõọôồốổỗộơờớởỡợö",
	"u": "ùúủũụưừứửữựûü",
	"y": "ỳýỷỹỵÿ",
})...)

func pairs(m map[string]string) []string {
	var out []string
	for to, from := range m {
		for _, r := range from {
			out = append(out, string(r), to)
		}
	}
	return out
}
