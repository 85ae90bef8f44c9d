package tesseract

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/tetratelabs/wazero"
)

// TestAssets: what is embedded is what ASSETS lists, and [Engine.Version] says.
func TestAssets(t *testing.T) {
	list, err := os.ReadFile("ASSETS")
	require.NoError(t, err)
	embedded := map[string][]byte{"tesseract-core.wasm": module, "vie.traineddata": []byte(model)}
	for s := bufio.NewScanner(bytes.NewReader(list)); s.Scan(); {
		f := strings.Fields(s.Text())
		require.Len(t, f, 4)
		if f[0] == "file" {
			continue
		}
		content, ok := embedded[f[0]]
		require.True(t, ok, f[0])
		sum := sha256.Sum256(content)
		assert.Equal(t, f[3], hex.EncodeToString(sum[:]), f[0])
		said := f[2] // the module by its version, the model by its hash
		if f[0] == "vie.traineddata" {
			said = f[3][:8]
		}
		assert.Contains(t, New(Options{}).Version(), said)
		delete(embedded, f[0])
	}
	assert.Empty(t, embedded, "not in ASSETS")
}

// TestImports: the letters that the host knows are those of the module, with
// the same types.
func TestImports(t *testing.T) {
	ctx := t.Context()
	// The interpreter, since nothing is run and that is how it compiles quickest.
	r := wazero.NewRuntimeWithConfig(ctx, wazero.NewRuntimeConfigInterpreter())
	defer r.Close(ctx)
	code, err := r.CompileModule(ctx, module)
	require.NoError(t, err)
	known := map[string]hostImport{}
	for _, i := range imports() {
		assert.NotContains(t, known, i.letter, i.name)
		known[i.letter] = i
	}
	for _, f := range code.ImportedFunctions() {
		from, letter, _ := f.Import()
		require.Equal(t, importModule, from)
		i, ok := known[letter]
		require.True(t, ok, letter)
		assert.Equal(t, string(f.ParamTypes()), string(wasmTypes(i.params)), i.name)
		assert.Equal(t, string(f.ResultTypes()), string(wasmTypes(i.result)), i.name)
		delete(known, letter)
	}
	assert.Empty(t, known, "not imported by the module")
}
