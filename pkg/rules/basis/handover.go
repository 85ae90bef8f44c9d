package basis

import "github.com/tthclint/tthclint/pkg/law"

// Handover returns the ground of every handover of a dossier being dated and
// signed by who gives and who receives it, on the form of 2018: Thông tư
// 01/2018/TT-VPCP Mẫu số 05 has the cells for it.
func Handover() []law.Ground {
	return []law.Ground{{
		In:    law.Period{To: law.Date(2025, 9, 15)},
		Basis: []law.Citation{{Instrument: tt0118, Clause: "Mẫu số 05 (Phiếu kiểm soát quá trình giải quyết hồ sơ)"}},
	}}
}

// HandoverByForm returns the ground since 15/9/2025: Thông tư 03/2025/TT-VPCP has
// the form under another number, but its columns were not seen in the official
// text, so that it bears no more than a warning.
func HandoverByForm() []law.Ground {
	return []law.Ground{{
		In:    law.Since(2025, 9, 15),
		Basis: []law.Citation{{Instrument: tt0325, Clause: "Phụ lục I, Mẫu số 06 (Phiếu kiểm soát quá trình giải quyết hồ sơ)"}},
	}}
}
