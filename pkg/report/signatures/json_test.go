package signatures

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/check"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/sign"
)

func TestJSONKeepsTheSchema(t *testing.T) {
	one, many := schemaOf(t, ""), schemaOf(t, "#/$defs/files")
	for _, anchor := range []bool{true, false} {
		s := verifySamples(t, anchor)
		for _, lang := range []msg.Lang{msg.Vietnamese, msg.English} {
			var lines bytes.Buffer
			s.print(t, NewNDJSON(&lines, JSONOptions{Lang: lang}), s.names()...)
			assert.Equal(t, 17, strings.Count(lines.String(), "\n"))
			for line := range strings.Lines(lines.String()) {
				assert.True(t, ascii(line))
				valid(t, one, line)
			}
			var array bytes.Buffer
			s.print(t, NewJSON(&array, JSONOptions{Lang: lang, UTF8: true}), s.names()...)
			valid(t, many, array.String())
			assert.Contains(t, array.String(), "Nguyễn Văn An")
			array.Reset()
			s.print(t, NewJSON(&array, JSONOptions{Lang: lang}))
			valid(t, many, array.String())
		}
	}
}

// TestCorpusKeepsTheSchema does the same with files that other programs wrote,
// and wants each to be answered as text too.
func TestCorpusKeepsTheSchema(t *testing.T) {
	corpus := os.Getenv("TTHCLINT_CORPUS")
	if corpus == "" {
		t.Skip("TTHCLINT_CORPUS is not set")
	}
	schema := schemaOf(t, "")
	v, err := check.NewVerifier(check.Options{AsOf: law.Date(2026, 12, 1)})
	require.NoError(t, err)
	var text bytes.Buffer
	p := NewText(&text, TextOptions{})
	n := 0
	require.NoError(t, filepath.WalkDir(filepath.Join(corpus, "signed"), func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.EqualFold(filepath.Ext(path), ".pdf") {
			return err
		}
		data, err := os.ReadFile(path)
		require.NoError(t, err)
		f := verifyData(t, v, path, data)
		object, err := Object(v.Head(), f, JSONOptions{})
		require.NoError(t, err)
		valid(t, schema, string(object))
		n++
		return p.File(f)
	}))
	assert.Equal(t, n, strings.Count(text.String(), "\nTệp "))
	assert.Greater(t, n, 100)
	assertInert(t, text.String())
}

func schemaOf(t *testing.T, part string) *jsonschema.Schema {
	t.Helper()
	doc := schemaFile(t, "verify-v1")
	assert.Equal(t, Schema, doc["$id"])
	c := jsonschema.NewCompiler()
	require.NoError(t, c.AddResource(Schema, doc))
	schema, err := c.Compile(Schema + part)
	require.NoError(t, err)
	return schema
}

func schemaFile(t *testing.T, name string) map[string]any {
	t.Helper()
	file, err := os.Open(filepath.Join("..", "..", "..", "docs", "schema", name+".schema.json"))
	require.NoError(t, err)
	defer file.Close()
	doc, err := jsonschema.UnmarshalJSON(file)
	require.NoError(t, err)
	return doc.(map[string]any)
}

func valid(t *testing.T, schema *jsonschema.Schema, data string) {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(data))
	require.NoError(t, err, "%s", data)
	require.NoError(t, schema.Validate(doc))
}

// TestFindingsAreThoseOfTheReport compares what the two schemas, each
// complete in itself, say about the same things.
func TestFindingsAreThoseOfTheReport(t *testing.T) {
	ours, report := schemaFile(t, "verify-v1")["$defs"].(map[string]any), schemaFile(t, "report-v1")["$defs"].(map[string]any)
	for _, name := range []string{"finding", "place", "argument", "tool", "day", "digest", "rule"} {
		assert.Equal(t, report[name], ours[name], name)
	}
}

// TestSchemaHasEveryKey wants a description of every key of the records.
func TestSchemaHasEveryKey(t *testing.T) {
	doc := schemaFile(t, "verify-v1")
	f := &File{Name: "a", Result: &lint.Result{}, Report: &sign.Report{Signatures: []sign.Signature{{}}}}
	data, err := Object(lint.Head{}, f, JSONOptions{Lang: msg.English})
	require.NoError(t, err)
	var got map[string]any
	require.NoError(t, json.Unmarshal(data, &got))
	assert.ElementsMatch(t, keys(got), keys(doc["properties"].(map[string]any)))
	signature := doc["$defs"].(map[string]any)["signature"].(map[string]any)
	assert.ElementsMatch(t, keys(got["signatures"].([]any)[0].(map[string]any)), keys(signature["properties"].(map[string]any)))
}

func keys(m map[string]any) []string {
	var all []string
	for k := range m {
		all = append(all, k)
	}
	return all
}

func ascii(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r >= 0x7f || r < ' ' && r != '\n' })
}
