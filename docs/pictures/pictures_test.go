package pictures_test

import (
	"bytes"
	"image/png"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/docs/pictures"
	"github.com/tthclint/tthclint/pkg/rules"
)

// TestEveryPictureIsOfARule: none is left behind when a rule goes.
func TestEveryPictureIsOfARule(t *testing.T) {
	entries, err := os.ReadDir(".")
	require.NoError(t, err)
	left := map[string]bool{}
	for _, e := range entries {
		if bytes.HasSuffix([]byte(e.Name()), []byte(".png")) {
			left[e.Name()] = true
		}
	}
	require.NotEmpty(t, left)
	for _, r := range rules.All() {
		if data := pictures.Of(r.ID); data != nil {
			im, err := png.DecodeConfig(bytes.NewReader(data))
			require.NoError(t, err, r.ID)
			assert.LessOrEqual(t, im.Width, 640)
			delete(left, pictures.Name(r.ID))
		}
	}
	assert.Empty(t, left)
	assert.Nil(t, pictures.Of("no/rule"))
}
