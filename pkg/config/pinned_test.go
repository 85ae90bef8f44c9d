package config_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/check"
	"github.com/tthclint/tthclint/pkg/config"
	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/register"
)

// TestPinnedAsFound: what was found out of a list can be written into the file,
// and the list is then read the same way, while one whose columns have moved is
// refused.
func TestPinnedAsFound(t *testing.T) {
	const list = "SỔ THEO DÕI\nSTT,Số hồ sơ,\"Ngày \"\"nhận\"\": giờ\",Ngày hẹn trả,Ghi chú\n1,H20.30-260901-0001,01/09/2026,05/09/2026,x\n"
	aliases := "register: {headers: {received: ['Ngày \"nhận\": giờ']}}\n"
	open := func(src, config string) (*register.File, error) {
		return register.Open(t.Context(), strings.NewReader(src), int64(len(src)), "so.csv", options(t, config))
	}
	f, err := open(list, aliases)
	require.NoError(t, err)
	pinned := config.Pinned(f.Mappings)
	assert.Contains(t, pinned, "{column: B, field: code, header: \"Số hồ sơ\"}")
	again, err := open(list, pinned)
	require.NoError(t, err, pinned)
	assert.True(t, again.Mappings[0].Pinned)
	for e, err := range again.Entries(t.Context()) {
		require.NoError(t, err)
		assert.Equal(t, "H20.30-260901-0001", e.Code)
		assert.Equal(t, 1, e.Received.Day())
		assert.Equal(t, 5, e.Due.Day())
	}
	_, err = open(strings.Replace(list, "Số hồ sơ", "Ngày nộp", 1), pinned)
	assert.ErrorContains(t, err, "no longer headed")
	assert.Empty(t, config.Pinned([]register.Mapping{{Columns: []register.Column{{Number: 1, Field: dossier.FieldCode}}}}))
}

func options(t *testing.T, src string) register.Options {
	t.Helper()
	c, err := config.Parse("f", []byte(src))
	require.NoError(t, err, src)
	var o check.Options
	require.NoError(t, c.Apply(&o))
	return o.RegisterOptions()
}
