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
// hen tra ket qua" is no result.
var roleWords = []struct {
	role  Role
	words []string
}{
	{Apology, []string{"xin loi"}},
	{ControlSlip, []string{"phieu kiem soat", "kiem soat qua trinh", "pks"}},
	{Receipt, []string{"giay tiep nhan", "tiep nhan ho so", "giay hen", "phieu hen", "hen tra", "bien nhan"}},
	{Result, []string{"kq", "ket qua"}},
	{Component, []string{"tp", "thanh phan", "to khai", "cccd", "cmnd"}},
}

// RoleOf returns the role that a file's name, without the dossier code in front
// of it, declares; [Unknown] if it declares none.
func RoleOf(name string) Role {
	name = strings.TrimSuffix(name, path.Ext(name))
	tokens := strings.Fields(Fold(name))
	for _, r := range roleWords {
		for _, word := range r.words {
			if slices.ContainsFunc(tokens, func(t string) bool { return numbered(t, word) }) ||
				strings.Contains(word, " ") && strings.Contains(" "+strings.Join(tokens, " ")+" ", " "+word+" ") {
				return r.role
			}
		}
	}
	return Unknown
}

// numbered reports whether token is word with nothing but digits after it.
func numbered(token, word string) bool {
	rest, ok := strings.CutPrefix(token, word)
	return ok && strings.Trim(rest, "0123456789") == ""
}

// presumeResult gives the role Result to documents that declare no role, where
// no document of the dossier declares to be the result: a folder that holds
// one scan under any name has its result. PDFs go before other files.
func presumeResult(docs []*Document) {
	var pdfs, others []*Document
	for _, d := range docs {
		switch {
		case d.Role == Result:
			return
		case d.Role != Unknown:
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
		d.Role = Result
	}
}
