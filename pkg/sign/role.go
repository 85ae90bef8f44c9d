package sign

import (
	"crypto/x509"
	"slices"
	"strings"
)

// guessRole tells from the subject who a certificate stands for. The extensions
// of Vietnamese certificates do not tell, so the names have to; the order of
// the questions is the order of how far the answers can be believed. A guess
// that is not sure stays unknown.
func guessRole(c *x509.Certificate) Role {
	var uids []string
	title := false
	for _, a := range c.Subject.Names {
		s, _ := a.Value.(string)
		switch a.Type.String() {
		case "0.9.2342.19200300.100.1.1": // UID
			uids = append(uids, strings.ToUpper(s))
		case "2.5.4.12": // title
			title = title || strings.TrimSpace(s) != ""
		case "2.5.4.4", "2.5.4.42": // surname, given name
			title = true
		}
	}
	tax := false
	for _, u := range uids {
		for _, p := range []string{"CCCD", "CMND", "CMT", "HC:", "HCVN", "DDCN"} {
			if strings.HasPrefix(u, p) {
				return RolePerson
			}
		}
		tax = tax || strings.HasPrefix(u, "MST")
	}
	if title {
		return RolePerson
	}
	if tax {
		return RoleAgency
	}
	words := strings.Fields(fold(c.Subject.CommonName))
	switch {
	case len(words) == 0:
		return RoleUnknown
	case startsWith(words, titles):
		return RolePerson
	case startsWith(words, organisations):
		return RoleAgency
	case len(words) >= 2 && len(words) <= 5 && slices.Contains(surnames, words[0]):
		return RolePerson
	}
	return RoleUnknown
}

func startsWith(words []string, list []string) bool {
	s := strings.Join(words, " ") + " "
	for _, w := range list {
		if strings.HasPrefix(s, w+" ") {
			return true
		}
	}
	return false
}

// Words of subjects, lower case without accents: certificates of the first
// government generation are written so. Titles come first in the questions,
// since "Phó Chi cục Trưởng …" begins like an organisation.
var (
	titles = []string{
		"chu tich", "pho chu tich", "giam doc", "pho giam doc", "cuc truong", "pho cuc truong", "chi cuc truong",
		"pho chi cuc truong", "truong phong", "pho truong phong", "pho phong", "chanh van phong", "pho chanh van phong",
		"tong cuc truong", "bo truong", "thu truong", "hieu truong", "pho hieu truong", "truong ban", "pho truong ban",
		"vien truong", "ke toan truong", "cong chuc", "chuyen vien", "van thu", "ong", "ba",
	}
	organisations = []string{
		"ubnd", "uy ban nhan dan", "hdnd", "hoi dong", "so", "phong", "chi cuc", "cuc", "tong cuc", "bo", "van phong",
		"trung tam", "truong", "benh vien", "cong ty", "ban", "chi nhanh", "vien", "kho bac", "bao hiem xa hoi",
		"cong an", "toa an", "ngan hang", "doanh nghiep", "hop tac xa", "bo phan", "tram", "thanh tra", "quy",
	}
	surnames = []string{
		"nguyen", "tran", "le", "pham", "hoang", "huynh", "phan", "vu", "vo", "dang", "bui", "do", "ho", "ngo", "duong",
		"ly", "dao", "doan", "vuong", "trinh", "truong", "dinh", "lam", "phung", "mai", "to", "cao", "ha", "thai", "chau",
		"ta", "luong", "luu", "quach", "la", "tang", "kieu", "nghiem", "thach", "danh", "son", "giang", "van", "ninh", "tu",
	}
)

// fold lower-cases and strips Vietnamese accents, composed or not.
func fold(s string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(s) {
		if r >= 0x300 && r < 0x370 {
			continue
		}
		if t, ok := plainLetter[r]; ok {
			r = t
		}
		b.WriteRune(r)
	}
	return b.String()
}

var plainLetter = func() map[rune]rune {
	m := map[rune]rune{}
	for base, accented := range map[rune]string{
		'a': "àáảãạăằắẳẵặâầấẩẫậ", 'e': "èéẻẽẹêềếểễệ", 'i': "ìíỉĩị", 'o': "òóỏõọôồốổỗộơờớởỡợ",
		'u': "ùúủũụưừứửữự", 'y': "ỳýỷỹỵ", 'd': "đ",
	} {
		for _, r := range accented {
			m[r] = base
		}
	}
	return m
}()
