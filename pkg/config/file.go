package config

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/tthclint/tthclint/pkg/check"
	"github.com/tthclint/tthclint/pkg/indicator"
	"github.com/tthclint/tthclint/pkg/internal/strict"
	"github.com/tthclint/tthclint/pkg/internal/yamltree"
	"github.com/tthclint/tthclint/pkg/lint"
)

// The keys of a file, in the order of docs/schema/config-v1.schema.json, which
// says the same.
func (c *Config) keys() strict.Value {
	return strict.Object(
		strict.Key("agency", strict.Object(
			strict.Needed("name", strict.Text(&c.Agency.Name)),
			strict.Key("aliases", strict.List(&c.Agency.Aliases, (*Alias).keys)),
		)),
		strict.Key("officials", strict.List(&c.Officials, (*Official).keys)),
		strict.Key("procedures", c.procedures()),
		strict.Key("layers", strict.Whole(&c.Layers, 1, 2)),
		strict.Key("trust", strict.Object(
			strict.Key("anchors", strict.Texts(&c.Trust.Anchors, nil)),
			strict.Key("only", c.onlyTrust()),
			strict.Key("evidence", strict.Text(&c.Trust.Evidence)),
			strict.Key("store", strict.Text(&c.Trust.Store)),
		)),
		strict.Key("severities", c.severities()),
		strict.Key("rules", c.rules()),
		strict.Key("fail_on", severity(&c.FailOn)),
		strict.Key("targets", c.targets()),
		strict.Key("due_soon", c.dueSoon()),
		strict.Key("register", c.Register.keys()),
		strict.Key("forms", strict.Texts(&c.Forms, nil)),
		strict.Key("jobs", strict.Whole(&c.Jobs, 1, 64)),
		strict.Key("ocr", strict.Choice(&c.OCR, "builtin", "native", "none")),
	)
}

func (a *Alias) keys() strict.Value {
	from, to := strict.Period(&a.In, "from", "to")
	return strict.Object(strict.Needed("name", strict.Text(&a.Name)), from, to)
}

var serialShape = regexp.MustCompile(`^[0-9A-Fa-f]{1,2}(?:[ :]?[0-9A-Fa-f]{2})*$`)

func (o *Official) keys() strict.Value {
	from, to := strict.Period(&o.In, "from", "to")
	return strict.Object(
		strict.Needed("name", strict.Text(&o.Name)),
		strict.Key("title", strict.Text(&o.Title)),
		from, to,
		strict.Key("certificate", strict.Object(
			strict.Key("name", strict.Text(&o.Certificate.Name)),
			strict.Key("serial", func(r *strict.Reader, n *yamltree.Node) {
				var s string
				strict.Pattern(&s, serialShape, wantsSerial)(r, n)
				o.Certificate.Serial = strings.TrimLeft(strings.ToLower(strings.NewReplacer(" ", "", ":", "").Replace(s)), "0")
			}),
		)),
	)
}

var codeShape = regexp.MustCompile(`^\d\.\d{6}$`)

// procedures reads procedures, of which those with the same code hold on
// different days.
func (c *Config) procedures() strict.Value {
	return func(r *strict.Reader, n *yamltree.Node) {
		strict.List(&c.Procedures, (*Procedure).keys)(r, n)
		r.Later(func() {
			if n.Kind != yamltree.List || len(n.Items) != len(c.Procedures) {
				return // wrong otherwise
			}
			for i, p := range c.Procedures {
				for j, before := range c.Procedures[:i] {
					if p.Code != "" && p.Code == before.Code && p.In.Overlaps(before.In) {
						r.Wrong(n.Items[i], procedureTwice, "code", p.Code, "line", n.Items[j].Line)
					}
				}
			}
		})
	}
}

func (p *Procedure) keys() strict.Value {
	since, until := strict.Period(&p.In, "since", "until")
	return strict.Object(
		strict.Needed("code", strict.Pattern(&p.Code, codeShape, wantsCode)),
		strict.Key("name", strict.Text(&p.Name)),
		strict.Key("forms", strict.Texts(&p.Forms, nil)),
		strict.Key("spouses", func(r *strict.Reader, n *yamltree.Node) {
			p.Spouses = new(bool)
			strict.Bool(p.Spouses)(r, n)
		}),
		strict.Key("layers", strict.Whole(&p.Layers, 1, 2)),
		since, until,
		strict.Key("components", strict.List(&p.Components, (*Component).keys)),
	)
}

func (c *Component) keys() strict.Value {
	return strict.Object(
		strict.Needed("key", strict.Text(&c.Key)),
		strict.Needed("name", strict.Text(&c.Name)),
		strict.Key("optional", strict.Bool(&c.Optional)),
		strict.Key("forms", strict.Texts(&c.Forms, nil)),
		strict.Needed("words", strict.Texts(&c.Words, nil)),
	)
}

// onlyTrust reads whether the anchors of the file are the only ones: there must
// be some then.
func (c *Config) onlyTrust() strict.Value {
	return func(r *strict.Reader, n *yamltree.Node) {
		strict.Bool(&c.Trust.Only)(r, n)
		r.Later(func() {
			if c.Trust.Only && len(c.Trust.Anchors) == 0 {
				r.Wrong(n, onlyWithout)
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

func (c *Config) severities() strict.Value {
	c.Severities = map[string]lint.Severity{}
	return strict.Table(strict.Known(ruleNames(false), unknownRule), func(id string) strict.Value {
		return func(r *strict.Reader, n *yamltree.Node) {
			var s lint.Severity
			if severity(&s)(r, n); s != 0 {
				c.Severities[id] = s
			}
		}
	})
}

func (c *Config) rules() strict.Value {
	known := strict.Known(ruleNames(true), unknownRule)
	name := func(r *strict.Reader, n *yamltree.Node) { known(r, n) }
	return func(r *strict.Reader, n *yamltree.Node) {
		strict.Object(
			strict.Key("only", strict.Texts(&c.Rules.Only, name)),
			strict.Key("skip", strict.Texts(&c.Rules.Skip, name)),
		)(r, n)
		r.Later(func() {
			if (c.Rules.Only != nil || c.Rules.Skip != nil) && r.Problems() == 0 && len(c.selected()) == 0 {
				r.Wrong(n, noRuleLeft)
			}
		})
	}
}

// targets reads targets by key of indicator.
func (c *Config) targets() strict.Value {
	c.Targets = map[string]float64{}
	return strict.Table(strict.Known(indicator.Keys(), unknownIndicator), func(key string) strict.Value {
		return func(r *strict.Reader, n *yamltree.Node) {
			var share float64
			percent(&share)(r, n)
			c.Targets[key] = share
		}
	})
}

func (c *Config) dueSoon() strict.Value {
	return func(r *strict.Reader, n *yamltree.Node) {
		days := -1
		if strict.Whole(&days, 0, 365)(r, n); days == 0 {
			days = -1 // never
		}
		c.DueSoon = days
	}
}
