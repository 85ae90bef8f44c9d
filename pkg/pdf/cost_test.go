package pdf

import (
	"bytes"
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

// TestCost: files made to be read over and over end in time.
func TestCost(t *testing.T) {
	repeat := func(n int, s string) []byte {
		b := newBuilder()
		b.basic()
		for i := range n {
			fmt.Fprintf(b, s, i+10)
		}
		return b.Bytes()
	}
	for name, b := range map[string][]byte{
		"strings without end":        repeat(20_000, "%d 0 obj ("),
		"dictionaries without end":   repeat(20_000, "%d 0 obj << /A "),
		"object streams without end": repeat(8_000, "%d 0 obj <</Type/ObjStm/N 1/First 4>> stream\n"),
		"comments without end":       repeat(20_000, "%d 0 obj %% "),
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			f, err := Open(bytes.NewReader(b), int64(len(b)), Limits{Work: 32 << 20})
			if err == nil {
				f.Latest().Pages()
			}
			assert.Less(t, time.Since(start), 20*time.Second)
			t.Log(time.Since(start), err)
		})
	}
}
