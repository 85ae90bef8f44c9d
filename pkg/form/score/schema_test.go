package score

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/msg"
)

const schemaID = "https://github.com/tthclint/tthclint/docs/schema/form-score-v1.schema.json"

// The published schema describes what is written: every report fits, and every
// key is in it.
func TestSchema(t *testing.T) {
	file, err := os.Open(filepath.Join("..", "..", "..", "docs", "schema", "form-score-v1.schema.json"))
	require.NoError(t, err)
	defer file.Close()
	doc, err := jsonschema.UnmarshalJSON(file)
	require.NoError(t, err)
	c := jsonschema.NewCompiler()
	require.NoError(t, c.AddResource(schemaID, doc))
	schema, err := c.Compile(schemaID)
	require.NoError(t, err)

	wrong := page("passed.pdf", "app", "ppp", map[string]string{"wife_case": "pencil_x", "mode": "grey"})
	pages := []Page{page("a.pdf", "pppp", "pppp", map[string]string{"mode": "colour"}), page("b.pdf", "fa–a", "fp–a", nil), noForm("c.pdf", "pp"), wrong}
	for i := range pages {
		pages[i].Label.Line = i + 2
	}
	report := &Report{All: Score(pages, nil)}
	for _, p := range Split(pages, "mode") {
		report.Parts = append(report.Parts, PartTable{p.Column, p.Value, Score(p.Pages, nil)})
	}
	for _, r := range []*Report{report, {All: Score([]Page{{Label: Label{File: "a", Line: 1}}}, nil)}} {
		var b strings.Builder
		require.NoError(t, WriteJSON(&b, r, msg.Vietnamese))
		data, err := jsonschema.UnmarshalJSON(strings.NewReader(b.String()))
		require.NoError(t, err)
		require.NoError(t, schema.Validate(data))
		delete(data.(map[string]any)["all"].(map[string]any), "spouses")
		assert.Error(t, schema.Validate(data))
	}

	defs := doc.(map[string]any)["$defs"].(map[string]any)
	for name, record := range map[string]any{
		"table": tableRecord{}, "rate": rateRecord{}, "spouses": pageRecord{}, "class": classRecord{}, "field": fieldRecord{},
		"group": groupRecord{}, "case": caseRecord{}, "forms": formsRecord{}, "wrong": wrongRecord{},
	} {
		described := defs[name].(map[string]any)["properties"].(map[string]any)
		for _, f := range reflect.VisibleFields(reflect.TypeOf(record)) {
			assert.Contains(t, described, f.Tag.Get("json"), name)
		}
	}
}
