package basis

import "github.com/tthclint/tthclint/pkg/law"

// SpousesSign is one state of the law on who signs a marriage certificate.
type SpousesSign struct {
	In    law.Period
	Basis []law.Citation
	// Settled is false where the text of the law has not been seen, so that a
	// rule must not be stricter than a warning.
	Settled bool
}

// SpousesSigns returns the states: Luật Hộ tịch 2014 Điều 17 khoản 2 (signature
// or fingerprint of both) and Điều 18 (both sign in person) until 28/2/2027,
// then the law of 2026.
func SpousesSigns() []SpousesSign {
	return []SpousesSign{
		{
			law.Period{To: law.Date(2027, 3, 1)},
			[]law.Citation{
				{Instrument: lht, Clause: "Điều 17 khoản 2"},
				{Instrument: lht, Clause: "Điều 18"},
				{Instrument: tt04ht, Clause: "Điều 32"},
			},
			true,
		},
		{law.Since(2027, 3, 1), []law.Citation{{Instrument: lht26, Clause: "Điều 16"}}, false},
	}
}

// RegisterForm is one state of the law on the form of the register.
type RegisterForm struct {
	In    law.Period
	Basis []law.Citation
}

// RegisterForms returns the states: Mẫu số 06 of Thông tư 01/2018, Mẫu số 07 of
// Thông tư 03/2025.
func RegisterForms() []RegisterForm {
	return []RegisterForm{
		{law.Period{To: law.Date(2025, 9, 15)}, []law.Citation{{Instrument: tt01of18, Clause: "Mẫu số 06 (Sổ theo dõi hồ sơ)"}}},
		{law.Since(2025, 9, 15), []law.Citation{{Instrument: tt03, Clause: "Phụ lục I, Mẫu số 07 (Sổ theo dõi hồ sơ)"}}},
	}
}
