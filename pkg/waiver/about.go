package waiver

import (
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
)

// Abouts describes the findings about waivers themselves. They have no clauses
// of their own: each finding cites those of the rule that was waived.
func Abouts() []lint.About {
	return []lint.About{
		{
			ID: Expired, Severity: lint.Warning, Remedy: expiredRemedy,
			Title: msg.Message{ID: "waiver/expired.title", VI: "Miễn trừ đã hết hạn", EN: "A waiver has expired"},
			Why: msg.Message{
				ID: "waiver/expired.why",
				VI: "Miễn trừ là quyết định có thời hạn của người có thẩm quyền. Qua ngày cuối cùng ghi ở «until», phát hiện được tính trở lại và tệp miễn trừ còn mục cũ phải được xem lại.",
				EN: "A waiver is a decision for a time. After the last day in «until» the findings count again, and the entry that stays in the file has to be looked at.",
			},
		},
		{
			ID: Unused, Severity: lint.Warning, Remedy: unusedRemedy,
			Title: msg.Message{ID: "waiver/unused.title", VI: "Miễn trừ không khớp phát hiện nào", EN: "A waiver meets no finding"},
			Why: msg.Message{
				ID: "waiver/unused.why",
				VI: "Mục miễn trừ không còn khớp gì thì hoặc phát hiện đã được khắc phục, hoặc tên tệp, mã hồ sơ trong mục bị viết nhầm nên miễn trừ không có tác dụng. Chỉ xét các quy tắc đã chạy lần này.",
				EN: "Where an entry meets nothing, the findings were mended, or its file or dossier was mistyped and it waives nothing. Only rules that ran this time are looked at.",
			},
		},
	}
}
