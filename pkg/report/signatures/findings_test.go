package signatures

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/sign"
)

func TestFindingsAreInTheOrderOfReading(t *testing.T) {
	all := []lint.Finding{
		{Rule: "f", Severity: lint.Info},
		{Rule: "d", Severity: lint.Error, Item: 2, Place: lint.Place{Page: 1}},
		{Rule: "e", Severity: lint.Warning, Item: 1},
		{Rule: "c", Severity: lint.Error, Item: 1, Place: lint.Place{Page: 2}},
		{Rule: "a", Severity: lint.Error},
		{Rule: "b", Severity: lint.Error, Item: 1, Place: lint.Place{Page: 1}},
	}
	order := func(all []lint.Finding) (s string) {
		for _, f := range all {
			s += f.Rule
		}
		return s
	}
	f := File{Result: &lint.Result{Findings: all}}
	assert.Equal(t, "abcdef", order(f.findings()))
	assert.Equal(t, "fdecab", order(all), "a printer changes nothing of what it gets")
}

// aboutField is a finding about the signature in a field, as the rules word it.
func aboutField(item int, field, signer string, at time.Time) lint.Finding {
	place := msg.Message{ID: fieldMessage, VI: "ô «{field}»", EN: "the field «{field}»"}.With("field", field)
	who := msg.Message{ID: "w", VI: "{signer} ({place})", EN: "{signer} ({place})"}.With("signer", signer, "place", place)
	text := msg.Message{ID: "x", VI: "{signer} ký {time}: hỏng.", EN: "{signer} signed {time}: broken."}
	return lint.Finding{Rule: "sign/x", Severity: lint.Error, Item: item, Message: text.With("signer", who, "time", at), Place: lint.Place{File: "a.pdf", Page: item}}
}

func TestFindingsThatAreAlikeAreFolded(t *testing.T) {
	rep := &sign.Report{}
	var all []lint.Finding
	for i := range 8 {
		at := law.Date(2026, 3, 1+i).Add(9 * time.Hour)
		rep.Signatures = append(rep.Signatures, sign.Signature{Field: fmt.Sprintf("S%d", i+1), Claimed: at})
		signer := "An"
		if i == 3 {
			signer = "Bình"
		}
		all = append(all, aboutField(i+1, rep.Signatures[i].Field, signer, at))
	}
	got := told(all, rep)
	require.Len(t, got, 2)
	assert.Equal(t, "An (7 chữ ký: ô «S1», «S2», «S3», «S5», «S6» và 2 ô khác) ký từ 01/03/2026 đến 08/03/2026: hỏng.", got[0].Message.In(msg.Vietnamese))
	assert.Zero(t, got[0].Place, "seven places are none")
	assert.Equal(t, "Bình (ô «S4») ký 04/03/2026 09:00:00: hỏng.", got[1].Message.In(msg.Vietnamese))
	assert.Equal(t, lint.Place{Page: 4}, got[1].Place)
	assert.Equal(t, "a.pdf", all[0].Place.File, "those of the JSON form stay as they are")
	assert.Equal(t, "An (ô «S1») ký 01/03/2026 09:00:00: hỏng.", all[0].Message.In(msg.Vietnamese))

	whole := []lint.Finding{{Rule: "a", Severity: lint.Info}, {Rule: "a", Severity: lint.Info}}
	assert.Len(t, told(whole, rep), 2, "what is about the file is told as it is")
	assert.Len(t, told(all, nil), 8)
}
