package form

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func schemaFile(t *testing.T) any {
	t.Helper()
	src, err := os.ReadFile(filepath.Join("..", "..", "docs", "schema", "form-v1.schema.json"))
	require.NoError(t, err)
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(src))
	require.NoError(t, err)
	return doc
}

func schema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	require.NoError(t, c.AddResource("form-v1.schema.json", schemaFile(t)))
	s, err := c.Compile("form-v1.schema.json")
	require.NoError(t, err)
	return s
}

func fits(t *testing.T, s *jsonschema.Schema, src string) error {
	t.Helper()
	asJSON, err := yaml.YAMLToJSON([]byte(src))
	require.NoError(t, err)
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(asJSON))
	require.NoError(t, err)
	return s.Validate(doc)
}

// TestSchemaHasTheKeysOfTheFormat walks the types of the file and the published
// schema side by side: neither has a key that the other lacks.
func TestSchemaHasTheKeysOfTheFormat(t *testing.T) {
	root := schemaFile(t).(map[string]any)
	defs := root["$defs"].(map[string]any)
	resolve := func(node map[string]any) map[string]any {
		if ref, ok := node["$ref"].(string); ok {
			return defs[strings.TrimPrefix(ref, "#/$defs/")].(map[string]any)
		}
		return node
	}
	walked := 0
	var walk func(path string, node map[string]any, of reflect.Type)
	walk = func(path string, node map[string]any, of reflect.Type) {
		node = resolve(node)
		switch of.Kind() {
		case reflect.Slice:
			assert.Equal(t, "array", node["type"], path)
			if items, ok := node["items"].(map[string]any); ok {
				walk(path+"[]", items, of.Elem())
			}
		case reflect.Struct:
			walked++
			assert.Equal(t, false, node["additionalProperties"], path)
			properties := node["properties"].(map[string]any)
			assert.ElementsMatch(t, keysOf(of), keys(properties), path)
			for i, key := range keysOf(of) {
				if p, ok := properties[key].(map[string]any); ok {
					walk(path+"."+key, p, of.Field(i).Type)
				}
			}
		}
	}
	walk("", root, reflect.TypeFor[formYAML]())
	assert.Greater(t, walked, 10)
}

// keysOf returns the keys of a type of the file, by its fields.
func keysOf(t reflect.Type) []string {
	all := make([]string, t.NumField())
	for i := range all {
		all[i] = t.Field(i).Tag.Get("yaml")
	}
	return all
}

func keys(m map[string]any) (all []string) {
	for key := range m {
		all = append(all, key)
	}
	return all
}

// TestSchemaNamesTheChoices holds the enumerations against the constants.
func TestSchemaNamesTheChoices(t *testing.T) {
	out, err := json.Marshal(schemaFile(t))
	require.NoError(t, err)
	for _, enum := range []any{[]Role{Result, Application, Slip}, []Kind{Signature, Seal}, []Side{Below, Above, Either},
		[]Side{After, Below, Either}, []ValueType{NameValue, NumberValue, DateValue, PlaceValue, IDValue, TextValue}} {
		want, err := json.Marshal(enum)
		require.NoError(t, err)
		assert.Contains(t, string(out), `"enum":`+string(want))
	}
	assert.Contains(t, string(out), `"pattern":"`+namePattern.String())
}

func TestBuiltinFormsFitTheSchema(t *testing.T) {
	s := schema(t)
	names, err := builtin.ReadDir("forms")
	require.NoError(t, err)
	require.NotEmpty(t, names)
	for _, name := range names {
		src, err := builtin.ReadFile("forms/" + name.Name())
		require.NoError(t, err)
		assert.NoError(t, fits(t, s, string(src)), name.Name())
	}
}

func TestSchemaRefusesWhatParseRefuses(t *testing.T) {
	const form = "id: a\nname: {vi: A, en: A}\ntitles: [A]\nfields:\n  - {key: k, label: {vi: K, en: K}, kind: seal}\neditions:\n" +
		"  - {id: e, from: \"2020-01-01\", paper: [210, 297], captions: [{id: t, text: A, box: [1, 1, 9, 9], title: true}]}\n"
	s := schema(t)
	require.NoError(t, fits(t, s, form))
	for _, c := range [][2]string{
		{"id: a", "id: Á"}, {"id: a", "colour: red"}, {"en: A}", "}"}, {"[A]", "[…]"}, {"kind: seal", "kind: stamp"},
		{"kind: seal", "kind: seal, area: {side: left}"}, {"[210, 297]", "[21, 297]"}, {"[1, 1, 9, 9]", "[1, 1, 9]"},
		{"[1, 1, 9, 9]", "[1, 1, 0, 9]"}, {"2020-01-01", "1/1/2020"}, {"titles:", "role: paper\ntitles:"},
		{"titles:", "values: [{key: v, label: {vi: V, en: V}, type: word, captions: [V]}]\ntitles:"},
		{"titles:", "values: [{key: v, label: {vi: V, en: V}, side: above, captions: [V]}]\ntitles:"},
		{"titles:", "values: [{label: {vi: V, en: V}, captions: [V]}]\ntitles:"},
		{"titles:", "values: [{key: v, label: {vi: V, en: V}, captions: […]}]\ntitles:"},
		{"paper: [210, 297], ", ""}, {"titles:", "procedures: {codes: [abc]}\ntitles:"},
	} {
		bad := strings.Replace(form, c[0], c[1], 1)
		assert.Error(t, fits(t, s, bad), bad)
		_, err := Parse([]byte(bad))
		assert.Error(t, err, bad)
	}
}
