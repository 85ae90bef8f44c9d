package basis

import "github.com/tthclint/tthclint/pkg/law"

// NoDistricts returns the ground of there being no district level since 1/7/2025:
// Nghị quyết 202/2025/QH15 arranges the provinces anew from that day, on which the
// district level ended. A result is that of the competent agency (Nghị định
// 45/2020/NĐ-CP Điều 14 khoản 3 điểm b).
func NoDistricts() []law.Ground {
	return []law.Ground{{In: law.Since(2025, 7, 1), Basis: []law.Citation{{Instrument: nq202}, electronicResult("b")}}}
}
