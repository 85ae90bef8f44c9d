package basis

import "github.com/tthclint/tthclint/pkg/law"

// The days on which the law on marriage certificates changed: the law of 2014
// in force, its circular of 2020, the law of 2026.
func law2014() law.Period    { return law.Since(2016, 1, 1) }
func circular04() law.Period { return law.Since(2020, 7, 16) }
func law2026() law.Period    { return law.Since(2027, 3, 1) }

// SpousesSign returns the grounds of both spouses signing the marriage
// certificate in person, by signature or fingerprint: Luật Hộ tịch 2014 Điều 17
// khoản 2 and Điều 18, until the law of 2026 replaces it.
func SpousesSign() []law.Ground {
	basis := []law.Citation{{Instrument: lht14, Clause: "Điều 17 khoản 2"}, {Instrument: lht14, Clause: "Điều 18"}}
	return []law.Ground{
		{In: law.Period{From: law2014().From, To: circular04().From}, Basis: basis},
		{
			In:    law.Period{From: circular04().From, To: law2026().From},
			Basis: append(basis[:2:2], law.Citation{Instrument: tt0420, Clause: "Điều 32"}),
		},
	}
}

// SpousesSignByForm returns the grounds before and after the law of 2014: the
// certificate's form has a place for each signature, but no text of the law has
// been seen that would bear more than a warning.
func SpousesSignByForm() []law.Ground {
	return []law.Ground{
		{In: law.Period{To: law2014().From}, Basis: []law.Citation{{Instrument: tt08a10, Clause: "Biểu mẫu Giấy chứng nhận kết hôn"}}},
		{In: law2026(), Basis: []law.Citation{{Instrument: lht26}}},
	}
}
