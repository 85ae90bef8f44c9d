package evidence

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/lint"
)

func TestSlip(t *testing.T) {
	of := func(content string) *Document {
		doc := &dossier.Document{Path: "phieu.csv", Size: int64(len(content)), Role: dossier.ControlSlip, Blob: memoryBlob(content)}
		return newDocument(t.Context(), doc, &Tools{})
	}
	s, err := of("Nơi giao,Nơi nhận,Thời gian\nMột cửa,Phòng Tư pháp,02/11/2026 08:30\n").Slip()
	require.NoError(t, err)
	assert.Len(t, s.Handovers, 1)

	var unable *lint.UnableError
	_, err = of("Mã hồ sơ,Trạng thái\n").Slip()
	require.ErrorAs(t, err, &unable)
	assert.Equal(t, "slip/no-table", unable.Because.ID)

	_, err = of("%PDF-1.7\n").Slip()
	require.Error(t, err)
	assert.NotErrorAs(t, err, &unable, "a scan is read as pages")
}
