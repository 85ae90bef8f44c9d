package config

import (
	"strconv"

	"github.com/tthclint/tthclint/pkg/internal/strict"
	"github.com/tthclint/tthclint/pkg/internal/yamltree"
	"github.com/tthclint/tthclint/pkg/lint"
)

func severity(into *lint.Severity) strict.Value {
	return func(r *strict.Reader, n *yamltree.Node) {
		var s string
		strict.Choice(&s, lint.Error.String(), lint.Warning.String(), lint.Info.String())(r, n)
		_ = into.UnmarshalText([]byte(s)) // nothing else is a choice
	}
}

// percent reads a share that is written as per cent.
func percent(into *float64) strict.Value {
	return func(r *strict.Reader, n *yamltree.Node) {
		f, err := strconv.ParseFloat(n.Text, 64)
		if n.Kind != yamltree.Whole && n.Kind != yamltree.Decimal || err != nil || !(f >= 0 && f <= 100) {
			r.Wrong(n, wantsPercent)
			return
		}
		*into = f / 100
	}
}
