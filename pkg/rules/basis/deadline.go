package basis

import (
	"time"

	"github.com/tthclint/tthclint/pkg/law"
)

// The days on which the paperwork of one-stop desks changed: the forms of 2018,
// those of 2025, which have other numbers, and the decree that counts the time
// from the receipt.
func forms2018() time.Time { return law.Date(2018, time.November, 23) }
func forms2025() time.Time { return law.Date(2025, time.September, 15) }
func decree309() time.Time { return law.Date(2026, time.August, 5) }

// oneStop returns the grounds of a form of the one-stop desk: its number in
// Thông tư 01/2018/TT-VPCP, then that in Thông tư 03/2025/TT-VPCP Phụ lục I, which
// Nghị định 309/2026/NĐ-CP joins with a clause where there is one. The days of
// issue are taken, since those on which they came into force were not seen. The
// columns of the forms of 2025 were not seen either, so that nothing on these
// grounds is more than a warning.
func oneStop(old, new, clause309 string) []law.Ground {
	before := []law.Citation{{Instrument: tt0118, Clause: old}}
	after := []law.Citation{{Instrument: tt0325, Clause: "Phụ lục I, " + new}}
	grounds := []law.Ground{
		{In: law.Period{From: forms2018(), To: forms2025()}, Basis: before},
		{In: law.Period{From: forms2025()}, Basis: after},
	}
	if clause309 == "" {
		return grounds
	}
	grounds[1].In.To = decree309()
	return append(grounds, law.Ground{
		In: law.Period{From: decree309()}, Basis: append(after[:1:1], law.Citation{Instrument: nd309, Clause: clause309}),
	})
}

// Due returns the grounds of a dossier being settled by the day on its receipt.
func Due() []law.Ground {
	return oneStop("Mẫu số 01 (Giấy tiếp nhận hồ sơ và hẹn trả kết quả)", "Mẫu số 01 (Giấy tiếp nhận hồ sơ và hẹn trả kết quả)", "Điều 17 khoản 3")
}

// Apology returns the grounds of an apology, with a new day, where a dossier is
// late.
func Apology() []law.Ground {
	return oneStop("Mẫu số 01, Mẫu số 04 (Phiếu xin lỗi và hẹn lại ngày trả kết quả)",
		"Mẫu số 01, Mẫu số 04 (Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết)", "Điều 17 khoản 3")
}

// Register returns the grounds of what the register has columns for.
func Register() []law.Ground {
	return oneStop("Mẫu số 06 (Sổ theo dõi hồ sơ)", "Mẫu số 07 (Sổ theo dõi hồ sơ)", "")
}

// BackAtDesk returns the grounds of a result coming back to the one-stop desk:
// the register and the control slip have a place for the day.
func BackAtDesk() []law.Ground {
	return oneStop("Mẫu số 05 (Phiếu kiểm soát quá trình giải quyết hồ sơ), Mẫu số 06 (Sổ theo dõi hồ sơ)",
		"Mẫu số 06 (Phiếu kiểm soát quá trình giải quyết hồ sơ), Mẫu số 07 (Sổ theo dõi hồ sơ)", "")
}

// CodeDate returns the grounds of the day of receipt in a dossier code: Thông tư
// 01/2018/TT-VPCP Điều 19. The text of the circular that has its place since
// 15/9/2025 was not seen.
func CodeDate() []law.Ground {
	return []law.Ground{
		{In: law.Period{From: forms2018(), To: forms2025()}, Basis: []law.Citation{{Instrument: tt0118, Clause: "Điều 19"}}},
		{In: law.Period{From: forms2025()}, Basis: []law.Citation{{Instrument: tt0325}}},
	}
}
