// Package basis names the legal instruments that more than one rule cites, and
// the days from which they apply.
package basis

import (
	"github.com/tthclint/tthclint/pkg/law"
)

// The instruments, by their official short names.
const (
	nd45     = "Nghị định 45/2020/NĐ-CP"
	nd30     = "Nghị định 30/2020/NĐ-CP"
	nd68     = "Nghị định 68/2024/NĐ-CP"
	nd130    = "Nghị định 130/2018/NĐ-CP"
	nd309    = "Nghị định 309/2026/NĐ-CP"
	tt01     = "Thông tư 01/2023/TT-VPCP"
	tt01of18 = "Thông tư 01/2018/TT-VPCP"
	tt03     = "Thông tư 03/2025/TT-VPCP"
	tt22     = "Thông tư 22/2020/TT-BTTTT"
	tt04ht   = "Thông tư 04/2020/TT-BTP"
	lht      = "Luật Hộ tịch 60/2014/QH13"
	lht26    = "Luật Hộ tịch 03/2026/QH16"
)

// ElectronicResult cites what makes an electronic result: Nghị định 45/2020
// Điều 14 khoản 3, in force since 22/5/2020. point is "a" (full content), "b"
// (signature of the agency), "c" (integrity) or "d" (kept under its code).
func ElectronicResult(point string) law.Citation {
	return law.Citation{Instrument: nd45, Clause: "Điều 14 khoản 3 điểm " + point}
}

// SinceElectronicResult is the period of [ElectronicResult].
func SinceElectronicResult() law.Period { return law.Since(2020, 5, 22) }

// Digitization cites a clause of the circular on digitizing papers and results,
// in force since 25/5/2023.
func Digitization(clause string) law.Citation {
	return law.Citation{Instrument: tt01, Clause: clause}
}

// BeforeDigitization is the time when results could be electronic and the
// circular on digitization was not yet in force.
func BeforeDigitization() law.Period {
	return law.Period{From: law.Date(2020, 5, 22), To: law.Date(2023, 5, 25)}
}

// SinceDigitization is the time since the circular on digitization.
func SinceDigitization() law.Period { return law.Since(2023, 5, 25) }

// Paperwork cites a clause of the decree on documents and its annexes.
func Paperwork(clause string) law.Citation {
	return law.Citation{Instrument: nd30, Clause: clause}
}

// OneCode cites the duty of one dossier to have exactly one code.
func OneCode() law.Citation { return law.Citation{Instrument: nd309, Clause: "Điều 17 khoản 3"} }

// SinceOneCode is the period of [OneCode].
func SinceOneCode() law.Period { return law.Since(2026, 8, 5) }
