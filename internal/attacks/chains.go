package attacks

import (
	"crypto/x509"
	"fmt"

	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

// chains are signers whose certificates do not lead where they seem to. The
// signatures themselves are intact.
func (c *Cast) chains() []Case {
	var out []Case
	add := func(name, note, trust string, f func() (*signtest.Identity, signtest.CMS, error)) {
		out = append(out, Case{
			Name: "chain-" + name, Class: "chain", Note: note,
			Want: []Want{{Field: "Sig", Integrity: intact, Coverage: wholeFile, Changes: none, Permitted: none, Trust: trust, Passes: no}},
			Make: made(func() draft {
				id, cms, err := f()
				if err != nil {
					return draft{err: err}
				}
				return paper().sign(id, signtest.Options{Field: "Sig", Time: signed, Reserve: 80000, CMS: cms})
			}),
		})
	}
	leaf := signtest.Subject{CommonName: agencyName, Organization: "UBND TỈNH ĐỒNG THÁP", UID: "MST:1400000000", Key: signtest.P256}
	bag := func(certs ...*x509.Certificate) func() (*signtest.Identity, signtest.CMS, error) {
		return func() (*signtest.Identity, signtest.CMS, error) {
			return c.Forger, signtest.CMS{Extra: certs}, nil
		}
	}
	add("self-signed", "A self-signed signer alone", "self-signed", bag())
	add("unrelated-root", "A self-signed signer beside an anchor that it has nothing to do with", "self-signed", bag(c.Root.Cert))
	add("unrelated-root-twice", "The anchor's certificate twice", "self-signed", bag(c.Root.Cert, c.Root.Cert))
	add("unrelated-chain", "A self-signed signer beside a whole chain of the agency", "self-signed", bag(c.Root.Cert, c.Sub.Cert, c.Agency.Cert))
	add("unrelated-root-first", "The same, the anchor standing first", "self-signed", func() (*signtest.Identity, signtest.CMS, error) {
		return c.Forger, signtest.CMS{Bag: []*x509.Certificate{c.Root.Cert, c.Sub.Cert, c.Agency.Cert, c.Forger.Cert}}, nil
	})
	add("same-name-root", "A root with the anchor's name and another key, the true one in the bag", "stranger-root|incomplete-chain|chain-invalid", func() (*signtest.Identity, signtest.CMS, error) {
		fake, err := signtest.NewAuthority("fake", signtest.Subject{Name: c.Root.Cert.RawSubject})
		return issued(fake, err, leaf, signtest.CMS{WholeChain: true, Extra: c.Root.Certs()})
	})
	add("same-name-and-key-id", "A root with the anchor's name and key identifier, and another key", "stranger-root|incomplete-chain|chain-invalid", func() (*signtest.Identity, signtest.CMS, error) {
		fake, err := signtest.NewAuthority("fake", signtest.Subject{Name: c.Root.Cert.RawSubject, KeyID: c.Root.Cert.SubjectKeyId})
		return issued(fake, err, leaf, signtest.CMS{WholeChain: true, Extra: c.Root.Certs()})
	})
	add("same-name-intermediate", "An issuer with name and key identifier of the true one, and another key, below the forger's root", "stranger-root|incomplete-chain|chain-invalid", func() (*signtest.Identity, signtest.CMS, error) {
		fake, err := signtest.NewAuthority("fake", signtest.Subject{CommonName: "Forge Other Root" + Mark})
		if err == nil {
			fake, err = fake.Sub(signtest.Subject{Name: c.Sub.Cert.RawSubject, KeyID: c.Sub.Cert.SubjectKeyId})
		}
		return issued(fake, err, leaf, signtest.CMS{WholeChain: true, Extra: []*x509.Certificate{c.Sub.Cert, c.Root.Cert}})
	})
	add("stranger", "A complete chain to a root that is no anchor", "stranger-root", func() (*signtest.Identity, signtest.CMS, error) {
		fake, err := signtest.NewAuthority("fake", signtest.Subject{CommonName: "Forge Other Root" + Mark})
		return issued(fake, err, leaf, signtest.CMS{WholeChain: true})
	})
	add("person-as-authority", "A certificate that a person issued with her own", "chain-invalid", func() (*signtest.Identity, signtest.CMS, error) {
		return below(c.Root, leaf, signtest.Subject{CommonName: "Trần Thị Bình", NotCA: true, KeyUsage: x509.KeyUsageDigitalSignature})
	})
	add("authority-without-sign", "An authority whose key usage does not let it sign certificates", "chain-invalid", func() (*signtest.Identity, signtest.CMS, error) {
		return below(c.Root, leaf, signtest.Subject{CommonName: "Forge Mute CA" + Mark, KeyUsage: x509.KeyUsageCRLSign})
	})
	add("path-length", "Two authorities below one that allows none", "chain-invalid", func() (*signtest.Identity, signtest.CMS, error) {
		short, err := c.Root.Sub(signtest.Subject{CommonName: "Forge Short CA" + Mark, MaxPathLen: -1})
		if err != nil {
			return nil, signtest.CMS{}, err
		}
		return below(short, leaf, signtest.Subject{CommonName: "Forge Deep CA" + Mark})
	})
	add("loop", "Two authorities that certify one another, with no way out", "incomplete-chain|chain-invalid|stranger-root", func() (*signtest.Identity, signtest.CMS, error) {
		return c.mesh(leaf, 2)
	})
	add("mesh", "Twelve authorities that all certify one another: a search without bounds does not end", "incomplete-chain|chain-invalid|stranger-root", func() (*signtest.Identity, signtest.CMS, error) {
		return c.mesh(leaf, 12)
	})
	return append(out, c.soundChains(leaf)...)
}

// soundChains must not be accused.
func (c *Cast) soundChains(leaf signtest.Subject) []Case {
	var out []Case
	add := func(name, note string, f func() (*signtest.Identity, signtest.CMS, error)) {
		out = append(out, Case{Name: "chain-" + name, Class: "chain", Note: note, Want: []Want{sound("Sig")},
			Make: made(func() draft {
				id, cms, err := f()
				if err != nil {
					return draft{err: err}
				}
				return paper().sign(id, signtest.Options{Field: "Sig", Time: signed, CMS: cms})
			})})
	}
	add("sound-order", "No attack: the bag is in the order root, issuer, signer", func() (*signtest.Identity, signtest.CMS, error) {
		return c.Agency, signtest.CMS{Bag: []*x509.Certificate{c.Root.Cert, c.Sub.Cert, c.Agency.Cert}}, nil
	})
	add("sound-twice", "No attack: every certificate is in the bag twice", func() (*signtest.Identity, signtest.CMS, error) {
		return c.Agency, signtest.CMS{Bag: []*x509.Certificate{c.Agency.Cert, c.Sub.Cert, c.Agency.Cert, c.Sub.Cert, c.Root.Cert, c.Root.Cert}}, nil
	})
	add("sound-strangers", "No attack: certificates of others stand before the signer's", func() (*signtest.Identity, signtest.CMS, error) {
		return c.Agency, signtest.CMS{Bag: []*x509.Certificate{c.Forger.Cert, c.TSA.Cert, c.Person.Cert, c.Agency.Cert, c.Sub.Cert}}, nil
	})
	add("sound-cross-signed", "No attack: another root certified the issuer too", func() (*signtest.Identity, signtest.CMS, error) {
		o, err := signtest.NewAuthority("cross", signtest.Subject{CommonName: "Forge Cross Root" + Mark})
		if err != nil {
			return nil, signtest.CMS{}, err
		}
		x, err := o.CrossSign(c.Sub)
		return c.Agency, signtest.CMS{Extra: []*x509.Certificate{x, o.Cert, c.Sub.Cert}}, err
	})
	return out
}

// issued makes the signer of a forged authority.
func issued(a *signtest.Authority, err error, s signtest.Subject, cms signtest.CMS) (*signtest.Identity, signtest.CMS, error) {
	if err != nil {
		return nil, cms, err
	}
	id, err := a.Issue(s)
	return id, cms, err
}

// below makes a signer under an authority of its own below another one.
func below(a *signtest.Authority, leaf, authority signtest.Subject) (*signtest.Identity, signtest.CMS, error) {
	sub, err := a.Sub(authority)
	return issued(sub, err, leaf, signtest.CMS{WholeChain: true})
}

// mesh is a signer below one of n authorities each of which certified all others.
func (c *Cast) mesh(leaf signtest.Subject, n int) (*signtest.Identity, signtest.CMS, error) {
	var as []*signtest.Authority
	for i := range n {
		// Not self-signed for whoever looks: the self-signed certificates stay out.
		a, err := signtest.NewAuthority("mesh", signtest.Subject{CommonName: fmt.Sprintf("Forge Mesh %d%s", i, Mark), Key: signtest.Ed25519})
		if err != nil {
			return nil, signtest.CMS{}, err
		}
		as = append(as, a)
	}
	id, err := as[0].Issue(leaf)
	if err != nil {
		return nil, signtest.CMS{}, err
	}
	bag := []*x509.Certificate{id.Cert}
	for _, a := range as {
		for _, b := range as {
			if a == b {
				continue
			}
			x, err := a.CrossSign(b)
			if err != nil {
				return nil, signtest.CMS{}, err
			}
			bag = append(bag, x)
		}
	}
	return id, signtest.CMS{Bag: bag}, nil
}

// collisions are signer identifiers that fit two certificates.
func (c *Cast) collisions() []Case {
	var out []Case
	add := func(name, note string, want Want, f func() (*signtest.Identity, signtest.CMS, error)) {
		want.Field, want.Coverage = "Sig", wholeFile
		out = append(out, Case{Name: "collision-" + name, Class: "collision", Note: note, Want: []Want{want},
			Make: made(func() draft {
				id, cms, err := f()
				if err != nil {
					return draft{err: err}
				}
				return paper().sign(id, signtest.Options{Field: "Sig", Time: signed, Reserve: 32768, CMS: cms})
			})})
	}
	// twin has issuer, serial and key identifier of the agency's certificate, and
	// the forger's key.
	twin := func() (*signtest.Identity, error) {
		fake, err := signtest.NewAuthority("fake", signtest.Subject{Name: c.Sub.Cert.RawSubject, KeyID: c.Sub.Cert.SubjectKeyId})
		if err != nil {
			return nil, err
		}
		return fake.Issue(signtest.Subject{Name: c.Agency.Cert.RawSubject, Serial: c.Agency.Cert.SerialNumber, KeyID: c.Agency.Cert.SubjectKeyId, Key: signtest.P256})
	}
	refused := Want{Passes: no}
	for _, ski := range []bool{false, true} {
		by := map[bool]string{false: "serial", true: "key-id"}[ski]
		for _, first := range []bool{false, true} {
			order := map[bool]string{false: "true-first", true: "forged-first"}[first]
			add(by+"-"+order, "The forger's certificate has "+by+" of the agency's, which is in the bag too", refused, func() (*signtest.Identity, signtest.CMS, error) {
				id, err := twin()
				if err != nil {
					return nil, signtest.CMS{}, err
				}
				bag := []*x509.Certificate{c.Agency.Cert, id.Cert, c.Sub.Cert}
				if first {
					bag[0], bag[1] = bag[1], bag[0]
				}
				return id, signtest.CMS{Bag: bag, BySKI: ski}, nil
			})
			// The other way round the signature is the agency's; the bag is not
			// signed, and anybody may put a decoy into it.
			honest := sound("Sig")
			add(by+"-decoy-"+order, "No attack of the signer: the agency signed, and a decoy with the same "+by+" is in the bag; signing-certificate-v2 says which is meant (RFC 5035)", honest, func() (*signtest.Identity, signtest.CMS, error) {
				id, err := twin()
				if err != nil {
					return nil, signtest.CMS{}, err
				}
				bag := []*x509.Certificate{c.Agency.Cert, id.Cert, c.Sub.Cert}
				if first {
					bag[0], bag[1] = bag[1], bag[0]
				}
				return c.Agency, signtest.CMS{Bag: bag, BySKI: ski}, nil
			})
		}
	}
	add("names-agency", "The identifier names the agency's certificate; the key is the forger's", Want{Integrity: broken, Passes: no}, func() (*signtest.Identity, signtest.CMS, error) {
		return c.Forger, signtest.CMS{Named: c.Agency.Cert, Bag: []*x509.Certificate{c.Agency.Cert, c.Forger.Cert}, OtherSigningCert: c.Agency.Cert}, nil
	})
	add("names-root", "The identifier names an anchor; the key is the forger's", Want{Integrity: broken, Passes: no}, func() (*signtest.Identity, signtest.CMS, error) {
		return c.Forger, signtest.CMS{Named: c.Root.Cert, Bag: []*x509.Certificate{c.Root.Cert, c.Forger.Cert}, OtherSigningCert: c.Root.Cert}, nil
	})
	add("names-nobody", "The identifier fits no certificate at hand", Want{Integrity: unverifiable, Passes: no, Codes: []string{"signer-not-found"}}, func() (*signtest.Identity, signtest.CMS, error) {
		return c.Agency, signtest.CMS{Named: c.Forger.Cert, Bag: []*x509.Certificate{c.Agency.Cert, c.Sub.Cert}}, nil
	})
	add("same-key", "The signing-certificate attribute names another certificate of the same key", Want{Integrity: intact, Passes: no, Codes: []string{"signing-certificate-mismatch"}}, func() (*signtest.Identity, signtest.CMS, error) {
		return c.Agency, signtest.CMS{OtherSigningCert: c.Person.Cert}, nil
	})
	return out
}
