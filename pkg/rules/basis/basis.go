// Package basis names the clauses that rules rest on, state by state of the law.
package basis

import (
	"slices"

	"github.com/tthclint/tthclint/pkg/law"
)

// The instruments, by their official short names.
const (
	nd130   = "Nghị định 130/2018/NĐ-CP"
	nd30    = "Nghị định 30/2020/NĐ-CP"
	nd45    = "Nghị định 45/2020/NĐ-CP"
	nd68    = "Nghị định 68/2024/NĐ-CP"
	tt15    = "Thông tư 15/2025/TT-BKHCN"
	nq202   = "Nghị quyết 202/2025/QH15"
	nd309   = "Nghị định 309/2026/NĐ-CP"
	tt08a10 = "Thông tư 08a/2010/TT-BTP"
	tt0118  = "Thông tư 01/2018/TT-VPCP"
	tt0420  = "Thông tư 04/2020/TT-BTP"
	tt22    = "Thông tư 22/2020/TT-BTTTT"
	tt0219  = "Thông tư 02/2019/TT-BNV"
	tt0123  = "Thông tư 01/2023/TT-VPCP"
	tt0325  = "Thông tư 03/2025/TT-VPCP"
	tt0525  = "Thông tư 05/2025/TT-BNV"
	lht14   = "Luật Hộ tịch 60/2014/QH13"
	lht26   = "Luật Hộ tịch 03/2026/QH16"
)

// electronicResult cites what makes an electronic result: Nghị định 45/2020
// Điều 14 khoản 3, in force since 22/5/2020. point is "a" (full content), "b"
// (signature of the agency), "c" (integrity) or "d" (kept under its code).
func electronicResult(point string) law.Citation {
	return law.Citation{Instrument: nd45, Clause: "Điều 14 khoản 3 điểm " + point}
}

// sinceElectronicResult is the time since there are electronic results.
func sinceElectronicResult() law.Period { return law.Since(2020, 5, 22) }

// ElectronicResult returns the ground of one point of Nghị định 45/2020 Điều 14
// khoản 3; see there for the points.
func ElectronicResult(point string) []law.Ground {
	return []law.Ground{{In: sinceElectronicResult(), Basis: []law.Citation{electronicResult(point)}}}
}

// Digitized returns the grounds of a point of Nghị định 45/2020 Điều 14 khoản 3
// which a clause of Thông tư 01/2023/TT-VPCP on digitizing papers and results
// has joined on 25/5/2023.
func Digitized(point, clause string) []law.Ground {
	joined := law.Date(2023, 5, 25)
	return []law.Ground{
		{In: law.Period{From: sinceElectronicResult().From, To: joined}, Basis: []law.Citation{electronicResult(point)}},
		{In: law.Period{From: joined}, Basis: []law.Citation{electronicResult(point), {Instrument: tt0123, Clause: clause}}},
	}
}

// OwnResult returns the grounds of each dossier having its own result under its
// own code; since 5/8/2026 Nghị định 309/2026 says so of the code itself.
func OwnResult() []law.Ground {
	oneCode := law.Date(2026, 8, 5)
	basis := []law.Citation{electronicResult("a"), electronicResult("d")}
	return []law.Ground{
		{In: law.Period{From: sinceElectronicResult().From, To: oneCode}, Basis: basis},
		{In: law.Period{From: oneCode}, Basis: append(basis[:2:2], law.Citation{Instrument: nd309, Clause: "Điều 17 khoản 3"})},
	}
}

// QRCode returns the grounds of a code on a paper naming the dossier it belongs
// to: each dossier has its own result under its own code, and since 25/5/2023
// Thông tư 01/2023/TT-VPCP says what a QR code on it holds.
func QRCode() []law.Ground {
	codes := law.Date(2023, 5, 25)
	var grounds []law.Ground
	for _, g := range OwnResult() {
		if g.In.From.Before(codes) {
			grounds = append(grounds, law.Ground{In: law.Period{From: g.In.From, To: codes}, Basis: g.Basis})
			g.In.From = codes
		}
		grounds = append(grounds, law.Ground{In: g.In, Basis: append(slices.Clip(g.Basis), law.Citation{Instrument: tt0123, Clause: "Chương II"})})
	}
	return grounds
}

// Metadata returns the ground of what is kept about a digitized paper: the least
// list of Thông tư 01/2023/TT-VPCP Điều 9 khoản 2, in force since 25/5/2023.
func Metadata() []law.Ground {
	return []law.Ground{{In: law.Since(2023, 5, 25), Basis: []law.Citation{{Instrument: tt0123, Clause: "Điều 9 khoản 2"}}}}
}

// Components returns the grounds of the papers of a dossier being digitized with
// it: Thông tư 01/2023/TT-VPCP Điều 4 and 7, in force since 25/5/2023.
func Components() []law.Ground {
	return []law.Ground{{In: law.Since(2023, 5, 25), Basis: []law.Citation{{Instrument: tt0123, Clause: "Điều 4, Điều 7"}}}}
}

// ScanFormat returns the ground of a digitized paper being a PDF.
func ScanFormat() []law.Ground {
	return []law.Ground{{
		In:    sinceElectronicResult(),
		Basis: []law.Citation{{Instrument: nd30, Clause: "Phụ lục I, Phần II, Mục I khoản 1"}},
	}}
}

// DossierCode returns the grounds of every dossier having a code of its own and
// a line in the register: Thông tư 01/2018 Điều 19 (code) with Mẫu số 06
// (register), Thông tư 03/2025 with Mẫu số 07, and since 5/8/2026 Nghị định
// 309/2026 Điều 17 khoản 3 (exactly one code).
func DossierCode() []law.Ground {
	renumbered, oneCode := law.Date(2025, 9, 15), law.Date(2026, 8, 5)
	form07 := law.Citation{Instrument: tt0325, Clause: "Phụ lục I, Mẫu số 07 (Sổ theo dõi hồ sơ)"}
	return []law.Ground{
		{In: law.Period{To: renumbered}, Basis: []law.Citation{
			{Instrument: tt0118, Clause: "Điều 19"}, {Instrument: tt0118, Clause: "Mẫu số 06 (Sổ theo dõi hồ sơ)"},
		}},
		{In: law.Period{From: renumbered, To: oneCode}, Basis: []law.Citation{form07}},
		{In: law.Period{From: oneCode}, Basis: []law.Citation{{Instrument: nd309, Clause: "Điều 17 khoản 3"}, form07}},
	}
}

// PaperSigned returns the ground of the competent person's signature on the
// paper of a result: an electronic result has all that is prescribed for the
// paper (Nghị định 45/2020 Điều 14 khoản 3 điểm a), and Nghị định 30/2020 Điều 13
// has it signed in ink.
func PaperSigned() []law.Ground { return onPaper("Điều 13") }

// PaperSealed returns the ground of the agency's seal on the paper of a result:
// Nghị định 30/2020 Điều 33 puts it over the signature.
func PaperSealed() []law.Ground { return onPaper("Điều 33") }

func onPaper(clause string) []law.Ground {
	return []law.Ground{{
		In:    sinceElectronicResult(),
		Basis: []law.Citation{electronicResult("a"), {Instrument: nd30, Clause: clause}},
	}}
}

// Scanned returns the grounds of a scan showing the whole paper, so that it can
// be read: Nghị định 30/2020 Phụ lục I, and since 25/5/2023 Thông tư 01/2023 Điều
// 8 khoản 2 (whole, accurate, complete).
func Scanned() []law.Ground {
	return Digitized("a", "Điều 8 khoản 2")
}

// OnPaperItself returns the ground of signatures and seal being on the paper
// and not put over its picture: an electronic result has all that is prescribed
// for the paper, and keeps integrity and authenticity (Nghị định 45/2020 Điều 14
// khoản 3 điểm a, c).
func OnPaperItself() []law.Ground {
	return []law.Ground{{In: sinceElectronicResult(), Basis: []law.Citation{electronicResult("a"), electronicResult("c")}}}
}
