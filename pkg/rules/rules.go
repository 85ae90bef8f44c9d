// Package rules lists the rules of the product in the order in which they run.
//
// The rules live in one package per family and one file per rule: result
// (attached and the right file), pdf (readable), sign (digital signatures), scan
// (pictures of paper), field (what must be on the paper) and flow (registers and
// handover). Root causes stand before their consequences, which name them in
// After.
package rules

import (
	"slices"

	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/rules/field"
	"github.com/tthclint/tthclint/pkg/rules/flow"
	"github.com/tthclint/tthclint/pkg/rules/pdf"
	"github.com/tthclint/tthclint/pkg/rules/result"
	"github.com/tthclint/tthclint/pkg/rules/scan"
	"github.com/tthclint/tthclint/pkg/rules/sign"
)

// Rule is a rule over the evidence of a dossier.
type Rule = lint.Rule[*evidence.Dossier]

// ReadValues reports whether one of some rules asks for what is written on forms.
func ReadValues(some []Rule) bool {
	ask := []string{"field/blank", "field/name-mismatch", "result/other-dossier", "result/district-unit", "flow/late-signed", "flow/signed-too-early"}
	return slices.ContainsFunc(some, func(r Rule) bool { return slices.Contains(ask, r.ID) })
}

// All returns every rule. The slice belongs to the caller.
func All() []Rule {
	pages := result.OnPages() // need pages that can be read
	return slices.Concat(flow.Rules(), result.Rules(), pdf.Rules(), sign.Rules(), pages, scan.Rules(), field.Rules(), flow.OnFiles())
}
