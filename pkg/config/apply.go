package config

import (
	"cmp"
	"crypto/x509"
	"maps"
	"slices"
	"time"

	"github.com/tthclint/tthclint/pkg/agency"
	"github.com/tthclint/tthclint/pkg/check"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/procedure"
	"github.com/tthclint/tthclint/pkg/register"
	"github.com/tthclint/tthclint/pkg/sign"
)

// Apply sets in o what the file says, except for what its caller has to read
// from disk or to choose: Trust, Forms, OCR, FailOn. What the file does not
// mention stays as it is in o.
func (c *Config) Apply(o *check.Options) error {
	if c.File == "" {
		return nil
	}
	o.Severities = maps.Clone(c.Severities)
	info := &lint.ConfigInfo{File: c.File, SHA256: c.SHA256, Severities: o.Severities}
	if c.Layers != 0 {
		o.TwoLayer = c.Layers == 2
	}
	if c.Rules.Only != nil || c.Rules.Skip != nil {
		o.Rules = c.selected()
		for _, r := range check.Rules() {
			if !slices.Contains(o.Rules, r.ID) {
				info.Skipped = append(info.Skipped, r.ID)
			}
		}
	}
	o.DueSoon = cmp.Or(c.DueSoon, o.DueSoon)
	if o.Procedures == nil {
		o.Procedures = procedure.Builtin()
	}
	o.Procedures = c.table(o.Procedures)
	o.Jobs = cmp.Or(c.Jobs, o.Jobs)
	if o.Agency = c.profile(); o.Agency != nil {
		o.RoleOf = roleIn(o.Agency)
	}
	var err error
	if o.Aliases, o.Pinned, err = c.Register.options(); err != nil {
		return err
	}
	if len(c.Targets) > 0 {
		o.Targets = maps.Clone(c.Targets)
	}
	o.Config = info
	return nil
}

// selected returns the ids of the rules that run.
func (c *Config) selected() (ids []string) {
	all := check.Rules()
	only, err := lint.Select(all, c.Rules.Only)
	if err != nil {
		return nil // reading the file has told it
	}
	var skip []string
	if len(c.Rules.Skip) > 0 {
		skipped, _ := lint.Select(all, c.Rules.Skip)
		for _, r := range skipped {
			skip = append(skip, r.ID)
		}
	}
	for _, r := range only {
		if !slices.Contains(skip, r.ID) {
			ids = append(ids, r.ID)
		}
	}
	return ids
}

// options returns what the library needs to read lists.
func (r *Register) options() (*register.Aliases, []register.Mapping, error) {
	aliases, err := register.BuiltinAliases()
	if err != nil {
		return nil, nil, err
	}
	more, err := register.NewAliases(register.Aliases{Headers: r.Headers, Words: r.Words, Statuses: r.Statuses, Footers: r.Footers})
	if err != nil {
		return nil, nil, err
	}
	var pinned []register.Mapping
	for _, s := range r.Pinned {
		m := register.Mapping{Sheet: s.Name, Header: s.Header, Lines: s.Lines}
		for _, c := range s.Columns {
			m.Columns = append(m.Columns, register.Column{Number: c.Number, Field: c.Field, Header: c.Header})
		}
		pinned = append(pinned, m)
	}
	return aliases.With(more), pinned, nil
}

// profile returns what the file says of the agency, or nil.
func (c *Config) profile() *agency.Profile {
	if c.Agency.Name == "" && len(c.Officials) == 0 {
		return nil
	}
	p := &agency.Profile{}
	if c.Agency.Name != "" {
		p.Names = append(p.Names, agency.Borne{Name: c.Agency.Name})
	}
	for _, a := range c.Agency.Aliases {
		p.Names = append(p.Names, agency.Borne{Name: a.Name, In: a.In})
	}
	for _, o := range c.Officials {
		p.Officials = append(p.Officials, agency.Official{
			Name: o.Name, Title: o.Title, In: o.In, CommonName: o.Certificate.Name, Serial: o.Certificate.Serial,
		})
	}
	return p
}

// roleIn returns what tells the officials and the agency of a profile by their
// certificates.
func roleIn(p *agency.Profile) func(*x509.Certificate) sign.Role {
	return func(cert *x509.Certificate) sign.Role {
		switch {
		case len(p.Official(cert.Subject.CommonName, sign.Serial(cert))) > 0:
			return sign.RolePerson
		case p.Bears(agency.Parse(cert.Subject.CommonName), time.Time{}):
			return sign.RoleAgency
		}
		return sign.RoleUnknown
	}
}
