package check

import (
	"github.com/tthclint/tthclint/pkg/lint"
)

// The versions of the parts that can change a result. Ours are counted up when
// a change of theirs can change a verdict; those of libraries are what go.mod
// requires, which a test compares.
const (
	signVersion   = "1"
	formVersion   = "2"
	rulesVersion  = "2"
	pdfcpuVersion = "v0.15.0"
	pdfiumVersion = "v1.21.4" // of go-pdfium, which holds PDFium
)

// Names of the parts that no page is read with.
const (
	engineRules = "tthclint/rules"
	engineSign  = "tthclint/sign"
)

// engines returns the parts that a check uses, the optional ones where they
// were configured.
func engines(o Options) []lint.Engine {
	all := []lint.Engine{
		{Name: engineRules, Version: rulesVersion},
		{Name: engineSign, Version: signVersion},
		{Name: "tthclint/form", Version: formVersion},
		{Name: "pdfcpu", Version: pdfcpuVersion},
	}
	if o.Renderer != nil {
		all = append(all, lint.Engine{Name: "go-pdfium", Version: pdfiumVersion})
	}
	if o.OCR != nil {
		all = append(all, lint.Engine{Name: "ocr", Version: o.OCR.Version()})
	}
	return all
}
