package pages

import (
	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
)

// valueRecord is a value of a form. Its text is personal data: it is there only
// where the reading holds values, which nothing but a request puts there.
type valueRecord struct {
	Key        string          `json:"key"`
	Label      string          `json:"label"`
	Type       form.ValueType  `json:"type"`
	Required   bool            `json:"required"`
	State      form.ValueState `json:"state"`
	How        form.How        `json:"how"`
	Text       string          `json:"text"`
	Confidence float64         `json:"confidence"`
	Reason     string          `json:"reason"`
	Because    string          `json:"because"`
	Box        any             `json:"box"`
}

func recordValues(all []form.ValueReading, lang msg.Lang) []valueRecord {
	out := []valueRecord{}
	for i := range all {
		v := &all[i]
		out = append(out, valueRecord{v.Key, text(v.Label, lang), v.Type, v.Required, v.State, v.How, v.Text,
			round(v.Confidence, 1000), v.Because, valueBecause(v.Because).In(lang), recordBox(v.Box)})
	}
	return out
}

// value prints what is known of a value.
func (p *textPrinter) value(v *form.ValueReading) {
	label := named("label", v.Label)
	t := wordValue.With("label", label, "state", valueState(v.State), "percent", percent(v.Confidence))
	switch {
	case v.Because != "":
		t = wordValueOpen.With("label", label, "state", valueState(v.State), "because", valueBecause(v.Because))
	case v.State == form.Filled && v.Text != "":
		t = wordValueText.With("label", label, "state", valueState(v.State), "how", valueHow(v.How), "text", v.Text)
	}
	p.b.Item(4, t)
	if place := p.b.Place(lint.Place{Box: lint.Box{X: v.Box.X, Y: v.Box.Y, W: v.Box.W, H: v.Box.H}}); p.verbose && place != "" {
		p.b.Line(6, wordPlace.With("place", place))
	}
}

func valueState(s form.ValueState) msg.Text {
	switch s {
	case form.Filled:
		return msg.Message{ID: "inspect/value-filled", VI: "đã điền", EN: "filled in"}.With()
	case form.Blank:
		return msg.Message{ID: "inspect/value-blank", VI: "bỏ trống", EN: "blank"}.With()
	}
	return msg.Message{ID: "inspect/value-unsure", VI: "chưa rõ", EN: "unsure"}.With()
}

func valueHow(h form.How) msg.Text {
	if h == form.ByHand {
		return msg.Message{ID: "inspect/value-hand", VI: "viết tay", EN: "by hand"}.With()
	}
	return msg.Message{ID: "inspect/value-print", VI: "in", EN: "print"}.With()
}

func valueBecause(code string) msg.Text {
	switch code {
	case form.CaptionNotFound:
		return msg.Message{ID: "inspect/value-no-label", VI: "Không đọc được nhãn đứng trước chỗ điền", EN: "The label before it was not read"}.With()
	case form.Incomplete:
		return msg.Message{ID: "inspect/value-incomplete", VI: "Mới ghi một phần", EN: "Only a part is written"}.With()
	}
	return because(code)
}

var (
	wordValue     = msg.Message{ID: "inspect/value", VI: "{label}: {state} ({percent} %)", EN: "{label}: {state} ({percent} %)"}
	wordValueOpen = msg.Message{ID: "inspect/value-open", VI: "{label}: {state}. {because}", EN: "{label}: {state}. {because}"}
	wordValueText = msg.Message{ID: "inspect/value-text", VI: "{label}: {state} ({how}): {text}", EN: "{label}: {state} ({how}): {text}"}
)
