package agency

import (
	"slices"
	"time"

	"github.com/tthclint/tthclint/pkg/law"
)

// Reform returns the day on which the district level ended and the communes and
// provinces of today began: 1/7/2025.
func Reform() time.Time { return law.Date(2025, time.July, 1) }

// change is one change of the map: units that ended, and the one they became.
type change struct {
	day    time.Time
	source law.Citation
	from   []unit
	above  unit // the district that those units belonged to; zero for provinces
	into   unit
	within unit // the province of into; zero for provinces
}

// history holds the changes; it is never changed.
var history = changes()

// changes returns those that were read in a source. Units that most likely belong to
// a change but were not read are left out, so that they stay unknown.
func changes() []change {
	commune := func(kind string, names ...string) (units []unit) {
		for _, n := range names {
			units = append(units, unit{Commune, kind, phrase(n)})
		}
		return units
	}
	province := func(name string) unit { return unit{Province, "tinh", phrase(name)} }
	return []change{
		{
			day: Reform(), source: law.Citation{Instrument: "Nghị quyết 1663/NQ-UBTVQH15"},
			from:  append(commune("phuong", "1", "2", "3", "4"), commune("xa", "Tân Quy Tây", "Tân Khánh Đông")...),
			above: unit{District, "thanh-pho", phrase("Sa Đéc")},
			into:  unit{Commune, "phuong", phrase("Sa Đéc")}, within: province("Đồng Tháp"),
		},
		{
			day: Reform(), source: law.Citation{Instrument: "Nghị quyết 202/2025/QH15"},
			from: []unit{province("Tiền Giang")}, into: province("Đồng Tháp"),
		},
	}
}

// knownDistrict reports whether a city is one of a district's level that a
// change names.
func knownDistrict(u unit) bool {
	return slices.ContainsFunc(history, func(c change) bool { return c.above.level == District && c.above.same(u) })
}

// became returns the change by which the lowest unit of a name ended. A commune
// is only known by its name together with its district.
func became(n Name) (change, bool) {
	if len(n.units) == 0 {
		return change{}, false
	}
	for _, c := range history {
		if !slices.ContainsFunc(c.from, n.units[0].same) {
			continue
		}
		if d, ok := n.at(District); c.above.level == NoLevel || ok && d.same(c.above) {
			return c, true
		}
	}
	return change{}, false
}

// Began returns the day on which the unit of a name began to exist and the
// source, where that is known.
func (n Name) Began() (time.Time, law.Citation, bool) {
	if n.Level() != Commune {
		return time.Time{}, law.Citation{}, false
	}
	for _, c := range history {
		if !c.into.same(n.units[0]) {
			continue
		}
		// The name alone is no proof; its province, or a certificate that names
		// no district, is what tells the new unit from an older one.
		if p, ok := n.at(Province); ok && p.same(c.within) {
			if _, old := n.at(District); !old {
				return c.day, c.source, true
			}
		}
	}
	return time.Time{}, law.Citation{}, false
}
