package register_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/dossier"
)

func TestWhatIsKeptAboutThePaper(t *testing.T) {
	reg := read(t, "Mã hồ sơ,Trạng thái,Số định danh cá nhân,Tên giấy tờ,Số ký hiệu,Cơ quan cấp kết quả,Trích yếu\n"+
		"A-1,Xong,087199000001,Giấy khai sinh,,UBND Phường 3,Khai sinh\nA-2,Xong,,,,,\n")
	assert.Equal(t, map[dossier.PaperFact]bool{
		dossier.PaperOwner: true, dossier.PaperName: true, dossier.PaperNumber: false, dossier.PaperIssuer: true, dossier.PaperAbstract: true,
	}, reg.Entries[0].Described())
	assert.Equal(t, map[dossier.PaperFact]bool{
		dossier.PaperOwner: false, dossier.PaperName: false, dossier.PaperNumber: false, dossier.PaperIssuer: false, dossier.PaperAbstract: false,
	}, reg.Entries[1].Described())
	assert.Empty(t, read(t, "Mã hồ sơ,Trạng thái\nA-1,Xong\n").Entries[0].Described())
}

func TestOwnerIsNeverInAFault(t *testing.T) {
	reg := read(t, "Mã hồ sơ,Trạng thái,Số định danh\nA-1,Xong,087199\xff000001\nA-2,Xong,\"087199000002\n")
	for _, e := range reg.Entries {
		require.NotEmpty(t, e.Faults)
		for _, f := range e.Faults {
			assert.NotContains(t, f.Value, "087199")
		}
	}
}
