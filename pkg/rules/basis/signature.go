package basis

import "github.com/tthclint/tthclint/pkg/law"

// CertificateTerm returns the grounds of a certificate being in term and active
// at the signing time: Nghị định 130/2018 Điều 79, Thông tư 22/2020/TT-BTTTT
// Điều 5 (from 1/11/2020), and for the signatures of the public service Nghị
// định 68/2024 Điều 31 (from 15/8/2024).
func CertificateTerm() []law.Ground { return certificate("Điều 31") }

// CertificatePath returns the grounds of every certificate of the path being
// checked up to the root; Nghị định 68/2024 adds Điều 32.
func CertificatePath() []law.Ground { return certificate("Điều 31, Điều 32") }

func certificate(clause68 string) []law.Ground {
	circular, decree := law.Date(2020, 11, 1), law.Date(2024, 8, 15)
	return []law.Ground{
		{In: law.Period{From: sinceElectronicResult().From, To: circular}, Basis: []law.Citation{{Instrument: nd130, Clause: "Điều 79"}}},
		{In: law.Period{From: circular, To: decree}, Basis: []law.Citation{{Instrument: tt22, Clause: "Điều 5"}}},
		{In: law.Period{From: decree}, Basis: []law.Citation{{Instrument: nd68, Clause: clause68}}},
	}
}

// TwoLayers returns the ground of the two signatures of a born-digital document:
// the competent person's and the agency's.
func TwoLayers() []law.Ground {
	return []law.Ground{{
		In: sinceElectronicResult(),
		Basis: []law.Citation{
			{Instrument: nd30, Clause: "Phụ lục I khoản 7 điểm d, khoản 8 điểm a"},
			electronicResult("b"),
		},
	}}
}
