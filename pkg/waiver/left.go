package waiver

import (
	"time"

	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
)

// Rule ids of what is wrong with waivers themselves.
const (
	Expired = "waiver/expired"
	Unused  = "waiver/unused"
)

var (
	expiredText = msg.Message{
		ID: "waiver/expired", VI: "Miễn trừ của {by} cho {rule} đã hết hạn ngày {until}; còn {n} phát hiện được tính trở lại.",
		EN: "The waiver of {rule} by {by} expired on {until}; findings that count again: {n}.",
	}
	expiredRemedy = msg.Message{
		ID: "waiver/expired.remedy", VI: "Khắc phục các phát hiện này rồi xóa mục miễn trừ; nếu vẫn cần, người có thẩm quyền gia hạn với lý do mới.",
		EN: "Mend these findings and remove the entry; if it is still needed, whoever may decide extends it with a new reason.",
	}
	unusedText = msg.Message{
		ID: "waiver/unused", VI: "Miễn trừ của {by} cho {rule} không còn khớp phát hiện nào.",
		EN: "The waiver of {rule} by {by} meets no finding any more.",
	}
	unusedRemedy = msg.Message{
		ID: "waiver/unused.remedy", VI: "Xóa mục này khỏi tệp miễn trừ, hoặc sửa mẫu tên tệp, mã hồ sơ nếu viết nhầm.",
		EN: "Remove the entry, or correct its pattern if it was mistyped.",
	}
)

// Left returns a finding for each waiver that has expired or met nothing in the
// run that has ended. ran are the rules that ran: of others nothing was to be
// met. The clauses are those of the rule that was waived.
func (s *Set) Left(asOf time.Time, ran []lint.About) []lint.Finding {
	about := map[string]*lint.About{}
	for i := range ran {
		about[ran[i].ID] = &ran[i]
	}
	var all []lint.Finding
	for i := range s.entries {
		e := &s.entries[i]
		rule := about[e.rule]
		if rule == nil {
			continue
		}
		f := lint.Finding{Severity: lint.Warning, Place: lint.Place{File: s.name, Row: e.line}, Basis: rule.Basis}
		switch n := s.met[i].Load(); {
		case !asOf.Before(e.until):
			f.Rule, f.Remedy = Expired, msg.Text{Message: expiredRemedy}
			f.Message = expiredText.With("by", e.by, "rule", e.rule, "until", law.Date(e.until.AddDate(0, 0, -1).In(law.Vietnam()).Date()), "n", n)
		case n == 0:
			f.Rule, f.Remedy, f.Message = Unused, msg.Text{Message: unusedRemedy}, unusedText.With("by", e.by, "rule", e.rule)
		default:
			continue
		}
		all = append(all, f)
	}
	return all
}
