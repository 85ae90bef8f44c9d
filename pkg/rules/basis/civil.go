package basis

import "github.com/tthclint/tthclint/pkg/law"

// civilStatusLaw is the day on which the law of 2026 replaces that of 2014.
func civilStatusLaw() law.Ground {
	return law.Ground{In: law.Since(2027, 3, 1), Basis: []law.Citation{{Instrument: lht26, Clause: "Điều 16"}}}
}

// SpousesSign returns the ground of both spouses signing the marriage
// certificate in person, by signature or fingerprint, until 28/2/2027.
func SpousesSign() []law.Ground {
	return []law.Ground{{
		In: law.Period{To: civilStatusLaw().In.From},
		Basis: []law.Citation{
			{Instrument: lht14, Clause: "Điều 17 khoản 2"},
			{Instrument: lht14, Clause: "Điều 18"},
			{Instrument: tt0420, Clause: "Điều 32"},
		},
	}}
}

// SpousesMaySign returns the ground under the law of 2026. Its text on the
// certificate has not been seen, so that a rule must not be stricter than a
// warning.
func SpousesMaySign() []law.Ground { return []law.Ground{civilStatusLaw()} }
