package config_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/config"
)

func compile(t *testing.T) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(config.Schema()))
	require.NoError(t, err)
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	require.NoError(t, c.AddResource("config.json", doc))
	s, err := c.Compile("config.json")
	require.NoError(t, err)
	return s
}

func TestSchemaIsPublished(t *testing.T) {
	published, err := os.ReadFile(filepath.Join("..", "..", "docs", "schema", "config-v1.schema.json"))
	require.NoError(t, err)
	assert.Equal(t, string(published), config.Schema(), "copy one over the other")
}

// agree holds the schema and the reader against each other and returns what they
// say. A value is given to both as JSON, which is YAML as well.
func agree(t *testing.T, s *jsonschema.Schema, value any) (accepted bool) {
	t.Helper()
	src, err := json.Marshal(value)
	require.NoError(t, err)
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(src))
	require.NoError(t, err)
	schemaSays := s.Validate(doc)
	_, readerSays := config.Parse("x", src)
	var e *config.Error
	if errors.As(readerSays, &e) && !slices.ContainsFunc(e.Problems, func(p config.Problem) bool {
		return p.What.ID != "config/unknown-rule" && p.What.ID != "yaml/ends-before"
	}) {
		return false // what no schema can tell
	}
	assert.Equal(t, schemaSays == nil, readerSays == nil, "%s\nschema: %v\nreader: %v", src, schemaSays, readerSays)
	return readerSays == nil
}

// TestSchemaAndReaderAgree takes the file that has every setting and changes each
// value in it in turn: into every other kind, away, or under a wrong key.
func TestSchemaAndReaderAgree(t *testing.T) {
	s := compile(t)
	asJSON, err := yaml.YAMLToJSON([]byte(uncommented()))
	require.NoError(t, err)
	var whole map[string]any
	require.NoError(t, json.Unmarshal(asJSON, &whole))
	require.True(t, agree(t, s, whole))
	accepted, refused := 0, 0
	for _, key := range slices.Sorted(maps.Keys(whole)) { // one section at a time is less to read
		section := map[string]any{key: whole[key]}
		mutate(section, func() {
			if agree(t, s, section) {
				accepted++
			} else {
				refused++
			}
		})
	}
	assert.Greater(t, accepted, 50)
	assert.Greater(t, refused, 500)
}

// mutate changes every value inside v in turn, calls try and puts it back.
func mutate(v any, try func()) {
	odd := []any{nil, true, json.Number("3"), json.Number("1.5"), "", " ", "chữ", "2025-07-01", "2025-13-01", "error", []any{}, []any{"chữ"}, []any{nil}, []any{"a", "a"}, map[string]any{}, map[string]any{"lạ": "chữ"}}
	switch v := v.(type) {
	case map[string]any:
		for _, key := range slices.Sorted(maps.Keys(v)) {
			old := v[key]
			for _, other := range odd {
				v[key] = other
				try()
			}
			delete(v, key)
			try()
			v[key+"_"] = old
			if key != "11" { // the number of a status is free
				try()
			}
			delete(v, key+"_")
			v[key] = old
			mutate(old, try)
		}
	case []any:
		for i, old := range v {
			for _, other := range odd {
				v[i] = other
				try()
			}
			v[i] = old
			mutate(old, try)
		}
	}
}

// TestSampleHasEverySetting: whoever writes the file by hand finds all of it
// there.
func TestSampleHasEverySetting(t *testing.T) {
	var sample, schema any
	asJSON, err := yaml.YAMLToJSON([]byte(uncommented()))
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(asJSON, &sample))
	require.NoError(t, json.Unmarshal([]byte(config.Schema()), &schema))
	var compare func(path string, schema, sample any)
	compare = func(path string, schema, sample any) {
		node := schema.(map[string]any)
		properties, _ := node["properties"].(map[string]any)
		if items, ok := node["items"]; ok {
			merged := map[string]any{}
			for _, item := range sample.([]any) {
				if m, ok := item.(map[string]any); ok {
					maps.Copy(merged, m)
				}
			}
			compare(path+"[]", items, merged)
		}
		for key, inner := range properties {
			assert.Contains(t, sample, key, path)
			if value, ok := sample.(map[string]any)[key]; ok {
				compare(path+"."+key, inner, value)
			}
		}
	}
	targets := schema.(map[string]any)["properties"].(map[string]any)["targets"]
	delete(targets.(map[string]any), "properties") // keys of one kind
	compare("", schema, sample)
}

// uncommented is the sample with every setting in use.
func uncommented() string {
	var b strings.Builder
	for line := range strings.Lines(config.Sample()) {
		if setting, ok := strings.CutPrefix(line, "#"); ok && setting != "\n" && (setting[0] != ' ' || strings.HasPrefix(setting, "  ")) {
			line = setting
		}
		b.WriteString(line)
	}
	return b.String()
}

func TestSample(t *testing.T) {
	c, err := config.Parse(config.FileName, []byte(config.Sample()))
	require.NoError(t, err)
	assert.Equal(t, 0, c.Line("agency"), "it changes nothing as it stands")
	c, err = config.Parse(config.FileName, []byte(uncommented()))
	require.NoError(t, err)
	assert.Equal(t, 2, c.Layers)
	assert.Len(t, c.Agency.Aliases, 2)

	// Each section by itself, as people uncomment them.
	for i, section := range strings.Split(config.Sample(), "\n\n") {
		var b strings.Builder
		for line := range strings.Lines(section + "\n") {
			if setting := strings.TrimPrefix(line, "#"); setting != line && setting != "\n" && (setting[0] != ' ' || strings.HasPrefix(setting, "  ")) {
				line = setting
			}
			b.WriteString(line)
		}
		_, err := config.Parse(strconv.Itoa(i), []byte(b.String()))
		assert.NoError(t, err, b.String())
	}
}
