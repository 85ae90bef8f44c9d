package dossier

import (
	"path"
	"slices"
	"strings"
)

// Role says what a document is in its dossier.
type Role string

// The roles.
const (
	Result      Role = "result"       // kết quả giải quyết
	Component   Role = "component"    // thành phần hồ sơ
	Receipt     Role = "receipt"      // giấy tiếp nhận hồ sơ và hẹn trả kết quả
	ControlSlip Role = "control-slip" // phiếu kiểm soát quá trình giải quyết hồ sơ
	Apology     Role = "apology"      // phiếu xin lỗi và hẹn lại ngày trả
	Unknown     Role = "unknown"
)

// roleWords are the words of file names, folded, that tell a role. The first
// match wins: "phieu xin loi ... hen lai" is no receipt, and "giay tiep nhan va
// hen tra ket qua" is no result. A name that begins like an application is a
// component before it can be a receipt or a result: "Đơn xin cấp kết quả".
var roleWords = []struct {
	role  Role
	lead  bool // applies to what a name begins with, as [leadsAsComponent] says
	words []string
}{
	{role: Apology, words: []string{"xin loi"}},
	{role: ControlSlip, words: []string{"phieu kiem soat", "kiem soat qua trinh", "pks"}},
	{role: Component, lead: true},
	{role: Receipt, words: []string{"giay tiep nhan", "tiep nhan ho so", "giay hen", "phieu hen", "hen tra", "bien nhan"}},
	{role: Result, words: []string{"kq", "ket qua"}},
	{role: Component, words: []string{"thanh phan", "tphs", "giay to kem theo", "to khai", "cccd", "cmnd"}},
}

// RoleOf returns the role that a file's name, without the dossier code in it,
// declares; [Unknown] if it declares none.
func RoleOf(name string) Role { return roleOf(strings.TrimSuffix(name, path.Ext(name))) }

func roleOf(stem string) Role {
	tokens := strings.Fields(Fold(stem))
	for _, r := range roleWords {
		if r.lead && leadsAsComponent(stem, tokens) || says(tokens, r.words) {
			return r.role
		}
	}
	if slices.ContainsFunc(tokens, func(t string) bool { return len(t) <= len("tp99") && t != "tp" && numbered(t, "tp") }) {
		return Component
	}
	return Unknown
}

// says reports whether one of words stands in tokens; one word may have a number
// behind it, as in "KQ1".
func says(tokens, words []string) bool {
	text := " " + strings.Join(tokens, " ") + " "
	return slices.ContainsFunc(words, func(word string) bool {
		return strings.Contains(text, " "+word+" ") || slices.ContainsFunc(tokens, func(t string) bool { return numbered(t, word) })
	})
}

// leadsAsComponent reports whether a name begins like a paper that the citizen
// handed in, after a number in front: "Đơn đề nghị", "1. Tờ khai", "TP 2". "TP"
// alone must be the whole name, since "UBND TP Sa Đéc" is a city; "đơn" must not
// be "Đôn" or "đơn vị".
func leadsAsComponent(stem string, tokens []string) bool {
	skipped := 0
	for len(tokens) > skipped && digits(tokens[skipped]) {
		skipped++
	}
	tokens = tokens[skipped:]
	if len(tokens) == 0 {
		return false
	}
	next := ""
	if len(tokens) > 1 {
		next = tokens[1]
	}
	switch tokens[0] {
	case "tp":
		return next == "" || digits(next) && len(next) <= 2
	case "to":
		return next == "khai"
	case "don":
		words, marked := spelling(stem)
		return !slices.Contains([]string{"vi", "gia", "phuong", "gian"}, next) &&
			(!marked || len(words) > skipped && words[skipped] == "đơn")
	}
	return numbered(tokens[0], "tp") && len(tokens[0]) <= len("tp99")
}

// roleIn returns the role of a file by its own name and by the folders below
// its dossier's folder.
//
// The name of the file goes first: a receipt filed under "Kết quả" is still a
// receipt. But under "Thành phần hồ sơ" the words "kết quả" name what the
// citizen brought ("Kết quả khám sức khỏe"), so that only the name that results
// must have, as "KQ1", makes a result there. For the same reason nothing further
// in makes a folder of components one of results. A folder that is named by both
// says nothing.
func roleIn(below, name string) Role {
	own, folder := RoleOf(name), Unknown
	for segment := range strings.SplitSeq(below, "/") {
		if role := folderRole(segment); role != Unknown && !(role == Result && folder == Component) {
			folder = role
		}
	}
	if own == Unknown || own == Result && folder == Component && !numbered(bareStem(name), "kq") {
		return folder
	}
	return own
}

func folderRole(name string) Role {
	role := roleOf(name) // whole: what follows a full stop is no extension
	if tokens := strings.Fields(Fold(name)); role == Result || role == Component {
		result, component := false, leadsAsComponent(name, tokens)
		for _, r := range roleWords {
			result = result || r.role == Result && says(tokens, r.words)
			component = component || r.role == Component && says(tokens, r.words)
		}
		if result && component {
			return Unknown
		}
	}
	return role
}

// bareRole reports whether a file name is nothing but a role, as "KQ1.pdf".
func bareRole(name string) bool {
	stem := bareStem(name)
	for _, r := range roleWords {
		for _, word := range r.words {
			if numbered(stem, strings.ReplaceAll(word, " ", "")) {
				return true
			}
		}
	}
	return numbered(stem, "tp")
}

// bareStem returns a file name without its extension, folded, in one piece.
func bareStem(name string) string {
	return strings.ReplaceAll(Fold(strings.TrimSuffix(name, path.Ext(name))), " ", "")
}

// numbered reports whether token is word with nothing but digits after it.
func numbered(token, word string) bool {
	rest, ok := strings.CutPrefix(token, word)
	return ok && digits(rest)
}

func digits(s string) bool { return strings.Trim(s, "0123456789") == "" }

// presumeResult gives the role Result to documents that declare no role, where
// no document of the dossier declares to be the result: a folder that holds
// one scan under any name has its result. PDFs go before other files. A file
// that names another dossier's code is nobody's result.
func presumeResult(docs []*Document) {
	var pdfs, others []*Document
	for _, d := range docs {
		switch {
		case d.Role == Result:
			return
		case d.Role != Unknown || d.OtherCode != "":
		case strings.EqualFold(path.Ext(d.Path), ".pdf"):
			pdfs = append(pdfs, d)
		default:
			others = append(others, d)
		}
	}
	if len(pdfs) == 0 {
		pdfs = others
	}
	for _, d := range pdfs {
		d.Role, d.Presumed = Result, len(pdfs) > 1
	}
}
