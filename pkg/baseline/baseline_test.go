package baseline_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/baseline"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
)

func finding(rule, fingerprint, file string) *lint.Finding {
	return &lint.Finding{Rule: rule, Fingerprint: fingerprint, Place: lint.Place{File: file}}
}

func written(t *testing.T, write func(b *bytes.Buffer) error) string {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, write(&out))
	return out.String()
}

func TestWhatWasWrittenIsKnown(t *testing.T) {
	b := baseline.New()
	assert.False(t, b.Known(finding("a/b", "01", "x.pdf")))
	assert.False(t, b.Known(finding("a/b", "02", "<b>\n.pdf")))
	assert.False(t, b.Known(finding("a/b", "", "none.pdf")), "without a fingerprint nothing can be known again")
	file := written(t, func(out *bytes.Buffer) error { return b.Write(out) })

	var doc any
	require.NoError(t, json.Unmarshal([]byte(file), &doc))
	schema, err := jsonschema.NewCompiler().Compile("../../docs/schema/baseline-v1.schema.json")
	require.NoError(t, err)
	require.NoError(t, schema.Validate(doc))

	again, err := baseline.Read(strings.NewReader(file))
	require.NoError(t, err)
	assert.Equal(t, 2, again.Len())
	assert.True(t, again.Known(finding("a/b", "01", "moved/y.pdf")), "the place does not matter")
	assert.False(t, again.Known(finding("a/c", "01", "x.pdf")), "the rule does")
	assert.False(t, again.Known(finding("a/b", "03", "x.pdf")))

	pruned := written(t, func(out *bytes.Buffer) error { return again.Prune(out, []string{"a/b"}) })
	assert.Contains(t, pruned, `"moved/y.pdf"`)
	assert.NotContains(t, pruned, `"02"`, "it was mended")
	assert.NotContains(t, pruned, `"03"`, "nothing new comes in")
	assert.Contains(t, written(t, func(out *bytes.Buffer) error { return again.Prune(out, nil) }), `"02"`, "its rule did not run")
}

func TestWhatIsNoBaseline(t *testing.T) {
	for _, src := range []string{"", "x", "[]", `{"schema":"other","findings":[]}`, `{"schema":"` + baseline.Schema + `","findings":[{"rule":"a/b"}]}`} {
		_, err := baseline.Read(strings.NewReader(src))
		var wrong *baseline.Error
		require.ErrorAs(t, err, &wrong, src)
		assert.NotEmpty(t, wrong.Text().In(msg.Vietnamese))
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(`{"schema":"` + baseline.Schema + `","findings":[{"rule":"a/b","fingerprint":"01","file":"x"}]}`))
	f.Fuzz(func(t *testing.T, src []byte) {
		b, err := baseline.Read(bytes.NewReader(src))
		if err != nil {
			return
		}
		var out bytes.Buffer
		require.NoError(t, b.Prune(&out, nil))
		again, err := baseline.Read(&out)
		require.NoError(t, err)
		assert.Equal(t, b.Len(), again.Len())
	})
}
