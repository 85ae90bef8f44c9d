package mistake_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/tthclint/tthclint/pkg/mistake"
	"github.com/tthclint/tthclint/pkg/msg"
)

func TestPlaces(t *testing.T) {
	what := msg.Message{ID: "x", VI: "sai.", EN: "wrong."}.With()
	for want, p := range map[string]mistake.Problem{
		"f: sai.":                {What: what},
		"f, dòng 3: sai.":        {What: what, Line: 3},
		"f, dòng 3, cột 5: sai.": {What: what, Line: 3, Column: 5},
	} {
		assert.Equal(t, want, p.Text("f").In(msg.Vietnamese))
	}
	for want, p := range map[string]mistake.Problem{
		"wrong.":                   {What: what},
		"line 3: wrong.":           {What: what, Line: 3},
		"line 3, column 5: wrong.": {What: what, Line: 3, Column: 5},
	} {
		assert.Equal(t, want, p.Text("").In(msg.English))
	}
}
