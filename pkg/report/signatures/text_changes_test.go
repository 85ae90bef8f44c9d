package signatures

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/sign"
)

func TestChangesOfNoObject(t *testing.T) {
	for want, c := range map[string]sign.Change{
		"lần lưu 3, thêm đối tượng 9: đối tượng thêm vào nhưng không nơi nào dùng đến": {Revision: 3, Object: 9, Code: sign.CodeUnreachable, Action: sign.ActionAdded},
		"lần lưu 3, mục lục gốc/phần cuối tệp được ghi lại":                            {Revision: 3, Code: sign.CodeStructureUpdated, Action: sign.ActionAdded},
	} {
		assert.Equal(t, want, changeText(&c).In(msg.Vietnamese))
	}
}
