package signatures

import (
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/tthclint/tthclint/pkg/check"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
)

// TestFaultsOfTheFacade wants words of its own for every fault of a verification
// but the one that its error tells.
func TestFaultsOfTheFacade(t *testing.T) {
	assert.Nil(t, FaultOf(string(check.FaultNone), nil))
	seen := map[string]bool{}
	for _, fault := range []check.Fault{check.FaultEmpty, check.FaultNotPDF, check.FaultEncrypted, check.FaultDamaged, check.FaultUnreadable} {
		f := FaultOf(string(fault), errors.New("disk gone"))
		assert.Equal(t, string(fault), f.Code)
		what := f.What.In(msg.Vietnamese)
		assert.False(t, seen[what], what)
		seen[what] = true
		assert.NotEmpty(t, f.Remedy.In(msg.English))
		assert.Equal(t, fault == check.FaultUnreadable, strings.Contains(what, "disk gone"), what)
	}
	said := msg.Message{ID: "x", VI: "đĩa hỏng", EN: "the disk is broken"}
	assert.Equal(t, "đĩa hỏng", FaultOf(CodeUnreadable, &lint.UnableError{Because: said.With()}).What.In(msg.Vietnamese))
	assert.Contains(t, FaultOf(CodeUnreadable, nil).What.In(msg.English), CodeUnreadable)
}
