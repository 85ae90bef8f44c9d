package check

import (
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/ocr"
)

// The versions of the parts that can change a result. Ours are counted up when
// a change of theirs can change a verdict; those of libraries are what go.mod
// requires, which a test compares.
const (
	signVersion   = "1"
	formVersion   = "1"
	rulesVersion  = "1"
	pdfcpuVersion = "v0.15.0"
)

// Names of the parts that no page is read with.
const (
	engineRules = "tthclint/rules"
	engineSign  = "tthclint/sign"
)

// engines lists them; captions is what reads captions, or nil.
func engines(captions ocr.Engine) []lint.Engine {
	all := []lint.Engine{
		{Name: engineRules, Version: rulesVersion},
		{Name: engineSign, Version: signVersion},
		{Name: "tthclint/form", Version: formVersion},
		{Name: "pdfcpu", Version: pdfcpuVersion},
	}
	if captions != nil {
		all = append(all, lint.Engine{Name: "ocr", Version: captions.Version()})
	}
	return all
}
