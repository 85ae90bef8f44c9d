package basis

import "github.com/tthclint/tthclint/pkg/law"

// CertificateCheck is one state of the law on what a recipient must check of a
// certificate.
type CertificateCheck struct {
	In   law.Period
	Term []law.Citation // in term and active at the signing time
	Path []law.Citation // every certificate of the path up to the root
}

// CertificateChecks returns the states, in order: Nghị định 130/2018 Điều 79,
// Thông tư 22/2020/TT-BTTTT Điều 5 (from 1/11/2020), and for the signatures of
// the public service Nghị định 68/2024 Điều 31 and 32 (from 15/8/2024).
func CertificateChecks() []CertificateCheck {
	old := []law.Citation{{Instrument: nd130, Clause: "Điều 79"}}
	circular := []law.Citation{{Instrument: tt22, Clause: "Điều 5"}}
	return []CertificateCheck{
		{law.Period{From: law.Date(2020, 5, 22), To: law.Date(2020, 11, 1)}, old, old},
		{law.Period{From: law.Date(2020, 11, 1), To: law.Date(2024, 8, 15)}, circular, circular},
		{
			law.Since(2024, 8, 15),
			[]law.Citation{{Instrument: nd68, Clause: "Điều 31"}},
			[]law.Citation{{Instrument: nd68, Clause: "Điều 31, Điều 32"}},
		},
	}
}

// TwoLayers cites the two signatures of a born-digital document: the competent
// person's and the agency's.
func TwoLayers() []law.Citation {
	return []law.Citation{
		{Instrument: nd30, Clause: "Phụ lục I khoản 7 điểm d, khoản 8 điểm a"},
		ElectronicResult("b"),
	}
}
