package msg_test

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/msg"
)

var late = msg.Message{
	ID: "flow/late",
	VI: "{who} trễ {days} ngày, hạn {due}, tỷ lệ {rate}.",
	EN: "{who} is {days} days late, due {due}, rate {rate}.",
}

func TestTextRendersLast(t *testing.T) {
	who := msg.Message{ID: "who", VI: "Hồ sơ {id}", EN: "Dossier {id}"}.With("id", "A-1")
	text := late.With("who", who, "days", 3, "due", time.Date(2026, 3, 5, 0, 0, 0, 0, time.UTC), "rate", 0.625)
	assert.Equal(t, "Hồ sơ A-1 trễ 3 ngày, hạn 05/03/2026, tỷ lệ 0,63.", text.In(msg.Vietnamese))
	assert.Equal(t, "Dossier A-1 is 3 days late, due 2026-03-05, rate 0.63.", text.In(msg.English))
}

func TestArgumentsAreNotTemplates(t *testing.T) {
	text := msg.Message{ID: "x", VI: "{a}{b}{", EN: "{a}"}.With("a", "{b}", "b", "1")
	assert.Equal(t, "{b}1{", text.In(msg.Vietnamese))
	assert.Equal(t, "{missing}", msg.Message{VI: "{missing}"}.With("a", 1).In(msg.Vietnamese))
}

func TestNestedTextInJSON(t *testing.T) {
	inner := msg.Message{ID: "who"}.With("id", "A-1")
	out, err := json.Marshal(late.With("who", inner).Args)
	require.NoError(t, err)
	assert.JSONEq(t, `{"who":{"messageId":"who","args":{"id":"A-1"}}}`, string(out))
}

func TestWithRefusesOddArguments(t *testing.T) {
	odd := []any{"who"}
	assert.Panics(t, func() { late.With(odd...) })
}

func TestMapLeavesTheTextAlone(t *testing.T) {
	inner := msg.Message{ID: "in", VI: "{file}", EN: "{file}"}.With("file", "a")
	text := msg.Message{ID: "out", VI: "{x} {file} {n}", EN: "{x} {file} {n}"}.With("x", inner, "file", "b", "n", 1)
	mapped := text.Map(func(name, value string) string { return name + "/" + value })
	assert.Equal(t, "file/a file/b 1", mapped.In(msg.English))
	assert.Equal(t, "a b 1", text.In(msg.English))
	assert.True(t, msg.Text{}.Map(nil).IsZero())
}

func TestMessageIn(t *testing.T) {
	m := msg.Message{ID: "m", VI: "có {n}", EN: "has {n}"}
	assert.Equal(t, "có {n}", m.In(msg.Vietnamese))
	assert.Equal(t, "has {n}", m.In(msg.English))
}
