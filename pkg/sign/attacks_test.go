package sign_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/sign"
)

// failed asserts that a file with an attack is told: nothing passes, and what
// was signed first is either broken or followed by an unexplained change.
func failed(t *testing.T, b []byte) *sign.Report {
	t.Helper()
	rep := validate(t, b, sign.Options{Trust: testPKI().full})
	require.NotEmpty(t, rep.Signatures)
	for i := range rep.Signatures {
		s := &rep.Signatures[i]
		assert.NotEqual(t, sign.TotalPassed, s.Indication, "%s %v", s.Field, s.Reasons)
		if s.Integrity == sign.Intact {
			assert.Equal(t, sign.ChangesOther, s.Changes, "%v %+v", s.Reasons, s.ChangeList)
		}
	}
	return rep
}

func lastStartXRef(b []byte) string {
	i := bytes.LastIndex(b, []byte("startxref\n"))
	return strings.Fields(string(b[i:]))[1]
}
