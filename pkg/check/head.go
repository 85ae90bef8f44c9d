package check

import (
	"cmp"
	"encoding/hex"

	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/rules"
)

// head states everything that the results depend on besides the documents.
func head(o Options, selected []rules.Rule, severities map[string]lint.Severity) lint.Head {
	h := lint.Head{ToolName: "tthclint", ToolVersion: o.Version, AsOf: o.AsOf, Config: o.Config}
	for i := range selected {
		about := selected[i].About(o.AsOf)
		if severity, changed := severities[about.ID]; changed {
			about.Severity = severity
		}
		h.Rules, h.About = append(h.Rules, about.ID), append(h.About, about)
	}
	h.Engines = engines(o)
	h.Online, h.Evidence, h.Baseline = o.Fetch != nil, o.EvidenceSource, o.BaselineSource
	if o.Waivers != nil {
		h.Waivers = o.Waivers.Name()
	}
	for _, a := range o.Trust.Anchors() {
		h.Anchors = append(h.Anchors, lint.Anchor{
			Name: a.Name, Subject: a.SubjectString(), SHA256: hex.EncodeToString(a.SHA256[:]), NotAfter: a.NotAfter,
			Source: cmp.Or(a.Source, o.TrustSource), Origin: lint.Origin(a.Origin),
		})
	}
	if d := o.Forms.Digest(); d != "" {
		h.Engines = append(h.Engines, lint.Engine{Name: "forms", Version: d})
	}
	return h
}
