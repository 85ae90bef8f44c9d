package basis

import (
	"time"

	"github.com/tthclint/tthclint/pkg/law"
)

// CertificateTerm returns the grounds of a certificate being in term and active
// at the signing time: Nghị định 130/2018 Điều 79, Thông tư 22/2020/TT-BTTTT
// Điều 5 (from 1/11/2020), and for the signatures of the public service Nghị
// định 68/2024 Điều 31 (from 15/8/2024).
func CertificateTerm() []law.Ground { return certificate("Điều 31") }

// CertificatePath returns the grounds of every certificate of the path being
// checked up to the root; Nghị định 68/2024 adds Điều 32.
func CertificatePath() []law.Ground { return certificate("Điều 31, Điều 32") }

func certificate(clause68 string) []law.Ground {
	circular, decree := law.Date(2020, 11, 1), publicService().From
	return []law.Ground{
		{In: law.Period{From: sinceElectronicResult().From, To: circular}, Basis: []law.Citation{{Instrument: nd130, Clause: "Điều 79"}}},
		{In: law.Period{From: circular, To: decree}, Basis: []law.Citation{{Instrument: tt22, Clause: "Điều 5"}}},
		{In: law.Period{From: decree}, Basis: []law.Citation{{Instrument: nd68, Clause: clause68}}},
	}
}

// publicService is the time since Nghị định 68/2024 governs the signatures of
// the public service.
func publicService() law.Period { return law.Since(2024, 8, 15) }

// Timestamp returns the grounds of saying whether the signing time is proven:
// integrity and non-repudiation of an electronic result, which Nghị định 68/2024
// Điều 29 has joined. That article asks for a timestamp only where a law does.
func Timestamp() []law.Ground {
	return joined(publicService().From, law.Citation{Instrument: nd68, Clause: "Điều 29"})
}

// Algorithms returns the grounds of strong algorithms: integrity and
// non-repudiation of an electronic result, which Thông tư 15/2025/TT-BKHCN has
// joined with its least key sizes (RSA 2048, ECDSA 256). Its day of issue is
// taken, since the day on which it came into force was not seen; the severity is
// the same before and after.
func Algorithms() []law.Ground {
	return joined(law.Date(2025, 8, 15), law.Citation{Instrument: tt15})
}

// joined returns the grounds of point c on integrity, with a clause that has
// joined it on a day.
func joined(day time.Time, c law.Citation) []law.Ground {
	return []law.Ground{
		{In: law.Period{From: sinceElectronicResult().From, To: day}, Basis: []law.Citation{electronicResult("c")}},
		{In: law.Period{From: day}, Basis: []law.Citation{electronicResult("c"), c}},
	}
}

// TwoLayers returns the ground of the two signatures of a born-digital document:
// the competent person's and the agency's. The seal lies over the signature that
// is there already, so the person signs first.
func TwoLayers() []law.Ground {
	return []law.Ground{{
		In: sinceElectronicResult(),
		Basis: []law.Citation{
			{Instrument: nd30, Clause: "Phụ lục I khoản 7 điểm d, khoản 8 điểm a"},
			electronicResult("b"),
		},
	}}
}

// Appearance returns the grounds of where a signature is shown: Nghị định
// 30/2020 Phụ lục I for documents and for copies, and since 25/5/2023 Thông tư
// 01/2023 Điều 8 khoản 1 for the one who scans.
func Appearance() []law.Ground {
	scanned := law.Date(2023, 5, 25)
	basis := []law.Citation{
		{Instrument: nd30, Clause: "Phụ lục I khoản 7 điểm d, khoản 8 điểm a"},
		{Instrument: nd30, Clause: "Phụ lục I, Phần II, Mục I"},
	}
	return []law.Ground{
		{In: law.Period{From: sinceElectronicResult().From, To: scanned}, Basis: basis},
		{In: law.Period{From: scanned}, Basis: append(basis[:2:2], law.Citation{Instrument: tt0123, Clause: "Điều 8 khoản 1"})},
	}
}
