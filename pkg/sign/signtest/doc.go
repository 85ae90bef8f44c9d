// Package signtest makes signed PDFs whose verdict is known beforehand: test
// authorities, certificates of persons and agencies with any term, signatures
// with any signing time, attributes and sub-filter, further revisions on top of
// them, and tampering.
//
// It is test support, for the tests of this repository and for whoever makes
// sample files. No production package may import it: its keys come from a seed
// that everybody can read, so nothing it signs proves anything.
//
// Given the same seeds and arguments the output is the same, byte for byte, but
// for certificates that an authority with an ECDSA key signs: crypto/x509 has
// randomness of its own for those.
//
//	ca, err := signtest.NewAuthority("seed", signtest.Subject{CommonName: "Test Root"})
//	id, err := ca.Issue(signtest.Subject{CommonName: "Nguyễn Văn An", NotAfter: time.Date(…)})
//	out, err := signtest.Sign(pdf, id, signtest.Options{Time: t, Page: 1, Box: pdf.Box{X: 10, Y: 10, W: 60, H: 20}})
package signtest
