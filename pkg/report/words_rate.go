package report

import (
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
)

// What the text report says of indicators and of the register.
var (
	wordRates         = msg.Message{ID: "report/rates", VI: "CHỈ SỐ ({note})", EN: "INDICATORS ({note})"}
	wordNotOfficial   = msg.Message{ID: "report/not-official", VI: "số liệu tính theo tệp đã kiểm tra, không phải điểm chính thức", EN: "counted from the files that were checked, not the official score"}
	wordRatesNone     = msg.Message{ID: "report/rates-none", VI: "N/A (không có số liệu để tính): {titles}", EN: "N/A (nothing to count): {titles}"}
	wordRate          = msg.Message{ID: "report/rate", VI: "{title}: {n}/{of} ({share})", EN: "{title}: {n}/{of} ({share})"}
	wordNoRate        = msg.Message{ID: "report/rate-none", VI: "{title} ({why})", EN: "{title} ({why})"}
	wordOnlyUnknown   = msg.Message{ID: "report/rate-only-unknown", VI: "{n} chưa rõ có tính hay không", EN: "{n} of which it is not known whether they count"}
	wordRateUnchecked = msg.Message{ID: "report/rate-unchecked", VI: "{n} chưa kiểm tra được", EN: "{n} could not be checked"}
	wordRateUnknown   = msg.Message{ID: "report/rate-unknown", VI: "ngoài ra {n} chưa rõ có tính hay không", EN: "besides, {n} of which it is not known whether they count"}
	wordWeek          = msg.Message{ID: "report/week", VI: "Tuần {n}/{year} ({from} – {to})", EN: "Week {n}/{year} ({from} – {to})"}

	wordMoreNotes        = msg.Message{ID: "report/more-notes", VI: "… và {n} lưu ý khác về sổ; thêm --verbose để xem", EN: "… and {n} more notes on the register; add --verbose to see them"}
	wordUnknownProcedure = msg.Message{ID: "report/unknown-procedure", VI: "thủ tục chưa biết: {procedure}, {n} dòng", EN: "unknown procedure: {procedure}, rows: {n}"}
	wordMoreProcedures   = msg.Message{ID: "report/more-procedures", VI: "… và {n} thủ tục chưa biết khác; thêm --verbose để xem", EN: "… and {n} more unknown procedures; add --verbose to see them"}
	wordJoin             = msg.Message{ID: "report/join", VI: "Đối chiếu với sổ: {matched} hồ sơ có cả dòng trong sổ và tệp, {lines} chỉ có trong sổ, {files} chỉ có tệp", EN: "Register and files: dossiers in both {matched}, in the register alone {lines}, files alone {files}"}
	wordUnusableLines    = msg.Message{ID: "report/unusable-lines", VI: "{n} dòng của sổ không dùng được (thiếu mã hồ sơ hoặc trùng mã với dòng trên)", EN: "Register rows that cannot be used (no dossier code, or that of a row above): {n}"}
	wordUnfound          = msg.Message{ID: "report/unfound", VI: "{n} tên tệp ghi trong sổ không có trong hồ sơ (ở {dossiers} hồ sơ)", EN: "File names in the register that no file of the dossier has: {n} (in dossiers: {dossiers})"}
	wordInterrupted      = msg.Message{ID: "report/interrupted", VI: "ĐÃ DỪNG GIỮA CHỪNG: báo cáo chỉ gồm những hồ sơ đã kiểm tra xong.", EN: "INTERRUPTED: the report covers only the dossiers that were finished."}
)

func reachWord(r lint.Reach) msg.Message {
	switch r {
	case lint.Reached:
		return msg.Message{ID: "report/reached", VI: "đạt chỉ tiêu {target} %", EN: "target {target} % reached"}
	case lint.NotReached:
		return msg.Message{ID: "report/not-reached", VI: "CHƯA ĐẠT chỉ tiêu {target} %", EN: "target {target} % NOT REACHED"}
	default:
		return msg.Message{ID: "report/undecided", VI: "chưa kết luận được so với chỉ tiêu {target} %", EN: "target {target} %: undecided"}
	}
}

// UnknownWord stands for the office, the procedure or the week of dossiers of
// which it is not known.
func UnknownWord(by lint.By) msg.Message {
	switch by {
	case lint.ByUnit:
		return msg.Message{ID: "report/unknown-unit", VI: "(không rõ đơn vị)", EN: "(unit unknown)"}
	case lint.ByProcedure:
		return msg.Message{ID: "report/no-procedure", VI: "(không rõ thủ tục)", EN: "(procedure unknown)"}
	default:
		return msg.Message{ID: "report/unknown-week", VI: "(không rõ tuần)", EN: "(week unknown)"}
	}
}

func byWord(by lint.By) msg.Message {
	switch by {
	case lint.ByUnit:
		return msg.Message{ID: "report/by-unit", VI: "CHỈ SỐ THEO ĐƠN VỊ", EN: "INDICATORS BY UNIT"}
	case lint.ByProcedure:
		return msg.Message{ID: "report/by-procedure", VI: "CHỈ SỐ THEO THỦ TỤC", EN: "INDICATORS BY PROCEDURE"}
	default:
		return msg.Message{ID: "report/by-week", VI: "CHỈ SỐ THEO TUẦN", EN: "INDICATORS BY WEEK"}
	}
}
