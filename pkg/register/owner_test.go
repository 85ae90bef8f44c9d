package register_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/register"
)

func TestPaperFacts(t *testing.T) {
	reg, err := register.ReadCSV(strings.NewReader("Mã hồ sơ,Trạng thái,Số định danh cá nhân,Tên giấy tờ,Số ký hiệu,Ngày cấp\n"+
		"A-1,Xong,087199000001,Giấy khai sinh,,01/02/2021\nA-2,Xong,8719900,,,\n"), "ho-so.csv")
	require.NoError(t, err)
	assert.Equal(t, "087199000001", reg.Entries[0].Owner)
	assert.Equal(t, map[dossier.PaperFact]bool{dossier.PaperOwner: true, dossier.PaperName: true, dossier.PaperNumber: false}, reg.Entries[0].Paper)
	assert.Empty(t, reg.Entries[1].Owner, "no number of a citizen")
}

func TestOwnerIsNeverInAFault(t *testing.T) {
	reg, err := register.ReadCSV(strings.NewReader("Mã hồ sơ,Trạng thái,Số định danh\nA-1,Xong,087199\xff000001\nA-2,Xong,\"087199000002\n"), "ho-so.csv")
	require.NoError(t, err)
	for _, e := range reg.Entries {
		require.NotEmpty(t, e.Faults)
		for _, f := range e.Faults {
			assert.NotContains(t, f.Value, "087199")
		}
	}
}
