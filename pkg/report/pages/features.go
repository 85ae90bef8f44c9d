package pages

import (
	"encoding/json"

	"github.com/tthclint/tthclint/pkg/ink"
)

// recordFeatures returns the measures by name, rounded so that two processors
// print the same. Left out is what the schema does not promise, neither a number
// nor an array of numbers. There are none where one is no number that JSON can
// hold, which must not cost the file its answer.
func recordFeatures(f ink.Features) map[string]any {
	data, err := json.Marshal(f)
	if err != nil {
		return map[string]any{}
	}
	var all map[string]any
	if err := json.Unmarshal(data, &all); err != nil {
		return map[string]any{}
	}
	const parts = 10_000
	for name, v := range all {
		switch v := v.(type) {
		case float64:
			all[name] = round(v, parts)
		case []any:
			for i := range v {
				if n, ok := v[i].(float64); ok {
					v[i] = round(n, parts)
				}
			}
		default:
			delete(all, name)
		}
	}
	return all
}
