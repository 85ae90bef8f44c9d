package html

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"html/template"
	"sync"
)

//go:embed page/parts.tmpl
var partsText string

//go:embed page/style.css
var style string

//go:embed page/script.js
var script string

// parts returns the templates of the parts of a page, parsed when the first page
// is printed. They are not changed.
var parts = sync.OnceValue(func() *template.Template { return template.Must(template.New("").Parse(partsText)) })

// policy allows the style and the script of the page, pictures that stand in it,
// and nothing else.
func policy() string {
	return "default-src 'none'; img-src data:; style-src " + digest(style) + "; script-src " + digest(script) +
		"; base-uri 'none'; form-action 'none'"
}

func digest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
