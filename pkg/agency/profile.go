package agency

import (
	"slices"
	"time"

	"github.com/tthclint/tthclint/pkg/law"
)

// Profile is what an agency says of itself: its names and who may sign for it.
// The nil profile says nothing. It is read-only and safe for concurrent use.
type Profile struct {
	Names     []Borne // the first is that of today
	Officials []Official
}

// Borne is a name with the days on which it was borne.
type Borne struct {
	Name string
	In   law.Period
}

// Official is somebody who may sign for the agency.
type Official struct {
	Name, Title string
	In          law.Period // days in office
	CommonName  string     // in the certificate; empty: the name
	Serial      string     // of the certificate, lower-case hexadecimal without leading zeros; empty: any
}

// Bears reports whether the agency bears a name at a time; at the zero time,
// whether it ever did.
func (p *Profile) Bears(n Name, at time.Time) bool {
	if p == nil || len(n.words) == 0 {
		return false
	}
	for _, own := range p.Names {
		if (at.IsZero() || own.In.Contains(at)) && equal(Parse(own.Name), n) {
			return true
		}
	}
	return false
}

// equal reports whether two names are one: of one territory, where both speak of
// one, else by their words.
func equal(a, b Name) bool {
	if len(a.units) == 0 || len(b.units) == 0 {
		return text(a.words) == text(b.words)
	}
	if a.marked != b.marked {
		a, b = bare(a), bare(b)
	}
	return a.body == b.body && a.body != otherBody && sameTerritory(a, b) && !otherCity(a, b) || text(a.words) == text(b.words)
}

// otherCity reports whether two names place their unit in different cities, of
// which one is known to be of a district's level and the other not.
func otherCity(a, b Name) bool {
	return slices.ContainsFunc(a.units, func(u unit) bool {
		return u.kind == "thanh-pho" && slices.ContainsFunc(b.units, func(v unit) bool { return v.kind == u.kind && !v.same(u) })
	})
}

// Same tells whether two names are of one agency, as [Same] does, and knows the
// names of the profile. An agency without a register is compared with the profile
// itself: b may be empty then.
func (p *Profile) Same(a, b Name, at time.Time) Answer {
	if p == nil || len(p.Names) == 0 || len(b.words) > 0 && !p.Bears(b, time.Time{}) {
		return Same(a, b, at)
	}
	if p.Bears(a, at) {
		return Yes
	}
	answer := Same(a, b, at)
	for _, own := range p.Names {
		switch Same(a, Parse(own.Name), at) {
		case Yes:
			return Yes
		case No:
			answer = No
		}
	}
	return answer
}

// Official returns the entries of the official whom a certificate names, one for
// each time in office.
func (p *Profile) Official(commonName, serial string) (found []Official) {
	if p == nil {
		return nil
	}
	for _, o := range p.Officials {
		if o.Signs(commonName, serial) {
			found = append(found, o)
		}
	}
	return found
}

// Signs reports whether a certificate with a common name and a serial number is
// the official's. A serial number without a common name decides alone.
func (o *Official) Signs(commonName, serial string) bool {
	if o.Serial != "" && (o.Serial != serial || o.CommonName == "") {
		return o.Serial == serial
	}
	name := o.CommonName
	if name == "" {
		name = o.Name
	}
	return samePerson(name, commonName) || o.Title != "" && samePerson(o.Title+" "+name, commonName)
}

// samePerson compares two names of people; where one is written without
// diacritics both are.
func samePerson(a, b string) bool {
	x, markedX := wordsOf(a)
	y, markedY := wordsOf(b)
	if markedX != markedY {
		x, y = plain(x), plain(y)
	}
	return len(x) > 0 && slices.Equal(x, y)
}
