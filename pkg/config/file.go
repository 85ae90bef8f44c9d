package config

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/tthclint/tthclint/pkg/check"
	"github.com/tthclint/tthclint/pkg/indicator"
	"github.com/tthclint/tthclint/pkg/internal/yamltree"
	"github.com/tthclint/tthclint/pkg/lint"
)

// The keys of a file, in the order of docs/schema/config-v1.schema.json, which
// says the same.
func (c *Config) keys() value {
	return object(
		field{key: "agency", value: object(
			field{key: "name", value: text(&c.Agency.Name), need: true},
			field{key: "aliases", value: list(&c.Agency.Aliases, (*Alias).keys)},
		)},
		field{key: "officials", value: list(&c.Officials, (*Official).keys)},
		field{key: "procedures", value: c.procedures()},
		field{key: "layers", value: whole(&c.Layers, 1, 2)},
		field{key: "trust", value: object(
			field{key: "anchors", value: texts(&c.Trust.Anchors, nil)},
			field{key: "only", value: c.onlyTrust()},
			field{key: "evidence", value: text(&c.Trust.Evidence)},
			field{key: "store", value: text(&c.Trust.Store)},
		)},
		field{key: "severities", value: c.severities()},
		field{key: "rules", value: c.rules()},
		field{key: "fail_on", value: severity(&c.FailOn)},
		field{key: "targets", value: c.targets()},
		field{key: "due_soon", value: c.dueSoon()},
		field{key: "register", value: c.Register.keys()},
		field{key: "forms", value: texts(&c.Forms, nil)},
		field{key: "jobs", value: whole(&c.Jobs, 1, 64)},
		field{key: "ocr", value: choice(&c.OCR, "builtin", "native", "none")},
	)
}

func (a *Alias) keys() value {
	from, to := period(&a.In, "from", "to")
	return object(field{key: "name", value: text(&a.Name), need: true}, from, to)
}

var serialShape = regexp.MustCompile(`^[0-9A-Fa-f]{1,2}(?:[ :]?[0-9A-Fa-f]{2})*$`)

func (o *Official) keys() value {
	from, to := period(&o.In, "from", "to")
	return object(
		field{key: "name", value: text(&o.Name), need: true},
		field{key: "title", value: text(&o.Title)},
		from, to,
		field{key: "certificate", value: object(
			field{key: "name", value: text(&o.Certificate.Name)},
			field{key: "serial", value: func(d *draft, n *yamltree.Node) {
				var s string
				pattern(&s, serialShape, wantsSerial)(d, n)
				o.Certificate.Serial = strings.TrimLeft(strings.ToLower(strings.NewReplacer(" ", "", ":", "").Replace(s)), "0")
			}},
		)},
	)
}

var codeShape = regexp.MustCompile(`^\d\.\d{6}$`)

// procedures reads procedures, of which those with the same code hold on
// different days.
func (c *Config) procedures() value {
	return func(d *draft, n *yamltree.Node) {
		list(&c.Procedures, (*Procedure).keys)(d, n)
		d.later(func() {
			if n.Kind != yamltree.List || len(n.Items) != len(c.Procedures) {
				return // wrong otherwise
			}
			for i, p := range c.Procedures {
				for j, before := range c.Procedures[:i] {
					if p.Code != "" && p.Code == before.Code && p.In.Overlaps(before.In) {
						d.wrong(n.Items[i], procedureTwice, "code", p.Code, "line", n.Items[j].Line)
					}
				}
			}
		})
	}
}

func (p *Procedure) keys() value {
	since, until := period(&p.In, "since", "until")
	return object(
		field{key: "code", value: pattern(&p.Code, codeShape, wantsCode), need: true},
		field{key: "name", value: text(&p.Name)},
		field{key: "forms", value: texts(&p.Forms, nil)},
		field{key: "spouses", value: func(d *draft, n *yamltree.Node) {
			p.Spouses = new(bool)
			yes(p.Spouses)(d, n)
		}},
		field{key: "layers", value: whole(&p.Layers, 1, 2)},
		since, until,
		field{key: "components", value: list(&p.Components, (*Component).keys)},
	)
}

func (c *Component) keys() value {
	return object(
		field{key: "key", value: text(&c.Key), need: true},
		field{key: "name", value: text(&c.Name), need: true},
		field{key: "optional", value: yes(&c.Optional)},
		field{key: "forms", value: texts(&c.Forms, nil)},
		field{key: "words", value: texts(&c.Words, nil), need: true},
	)
}

// onlyTrust reads whether the anchors of the file are the only ones: there must
// be some then.
func (c *Config) onlyTrust() value {
	return func(d *draft, n *yamltree.Node) {
		yes(&c.Trust.Only)(d, n)
		d.later(func() {
			if c.Trust.Only && len(c.Trust.Anchors) == 0 {
				d.wrong(n, onlyWithout)
			}
		})
	}
}

// ruleNames returns the ids of all rules, and families with them where a family
// may stand.
func ruleNames(families bool) []string {
	var ids []string
	seen := map[string]bool{}
	for _, r := range check.Rules() {
		ids = append(ids, r.ID)
		seen[r.Family()] = true
	}
	if families {
		ids = append(ids, slices.Sorted(maps.Keys(seen))...)
	}
	return ids
}

func (c *Config) severities() value {
	c.Severities = map[string]lint.Severity{}
	return table(knownRule(ruleNames(false)), func(id string) value {
		return func(d *draft, n *yamltree.Node) {
			var s lint.Severity
			if severity(&s)(d, n); s != 0 {
				c.Severities[id] = s
			}
		}
	})
}

// knownRule notes a name that no rule bears.
func knownRule(known []string) func(*draft, *yamltree.Node) bool {
	return func(d *draft, n *yamltree.Node) bool {
		if slices.Contains(known, n.Text) {
			return true
		}
		d.unknown(n, unknownRule, known)
		return false
	}
}

func (c *Config) rules() value {
	known := knownRule(ruleNames(true))
	name := func(d *draft, n *yamltree.Node) { known(d, n) }
	return func(d *draft, n *yamltree.Node) {
		object(
			field{key: "only", value: texts(&c.Rules.Only, name)},
			field{key: "skip", value: texts(&c.Rules.Skip, name)},
		)(d, n)
		d.later(func() {
			if (c.Rules.Only != nil || c.Rules.Skip != nil) && len(d.problems) == 0 && len(c.selected()) == 0 {
				d.wrong(n, noRuleLeft)
			}
		})
	}
}

// targets reads targets by key of indicator.
func (c *Config) targets() value {
	c.Targets = map[string]float64{}
	return table(func(d *draft, n *yamltree.Node) bool {
		if slices.Contains(indicator.Keys(), n.Text) {
			return true
		}
		d.unknown(n, unknownIndicator, indicator.Keys())
		return false
	}, func(key string) value {
		return func(d *draft, n *yamltree.Node) {
			var share float64
			percent(&share)(d, n)
			c.Targets[key] = share
		}
	})
}

func (c *Config) dueSoon() value {
	return func(d *draft, n *yamltree.Node) {
		days := -1
		if whole(&days, 0, 365)(d, n); days == 0 {
			days = -1 // never
		}
		c.DueSoon = days
	}
}
