package main

import (
	"fmt"
	"strings"

	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/report"
)

// valueText says what is known of a value.
func (c *Command) valueText(b *strings.Builder, v *form.Value) {
	fmt.Fprintf(b, "\n  %s\n", valueHead.With("label", report.Inert(c.lang.Pick(v.Label.VI, v.Label.EN)), "key", v.Key).In(c.lang))
	must := wordOptional
	if v.Required {
		must = wordRequired
	}
	c.labelled(b, showKind, fieldKind.With("kind", valueTypes[v.Type].With(), "must", must.With()).In(c.lang))
	if v.Repeated {
		c.labelled(b, showRows, c.say(wordRepeated))
	}
	c.labelled(b, showUnder, v.Under)
	c.labelled(b, showSigner, v.Signer)
	c.labelled(b, showSameAs, v.SameAs)
	c.labelled(b, showCaptions, strings.Join(v.Captions, " | "))
	c.labelled(b, showBasis, c.citations(v.Basis))
}

// formValueRecord is the JSON form of a value.
type formValueRecord struct {
	Key      string         `json:"key"`
	Label    textRecord     `json:"label"`
	Type     string         `json:"type"`
	Required bool           `json:"required"`
	Repeated bool           `json:"repeated"`
	Owner    bool           `json:"owner"`
	Code     bool           `json:"code"`
	Captions []string       `json:"captions"`
	Side     string         `json:"side"`
	Under    string         `json:"under"`
	Signer   string         `json:"signer"`
	SameAs   string         `json:"sameAs"`
	Basis    []law.Citation `json:"basis"`
}

func valueRecordsOf(f *form.Form) []formValueRecord {
	out := []formValueRecord{}
	for _, v := range f.Values {
		out = append(out, formValueRecord{
			Key: v.Key, Label: textRecord(v.Label), Type: string(v.Type), Required: v.Required, Repeated: v.Repeated, Owner: v.Owner, Code: v.Code,
			Captions: list(v.Captions), Side: string(v.Side), Under: v.Under, Signer: v.Signer, SameAs: v.SameAs, Basis: list(v.Basis),
		})
	}
	return out
}

// valueTypes names the types of values.
var valueTypes = map[form.ValueType]msg.Message{
	form.NameValue:   {ID: "form/value-name", VI: "họ tên, tên cơ quan", EN: "name"},
	form.NumberValue: {ID: "form/value-number", VI: "số, ký hiệu giấy tờ", EN: "number of a paper"},
	form.DateValue:   {ID: "form/value-date", VI: "ngày tháng năm", EN: "date"},
	form.PlaceValue:  {ID: "form/value-place", VI: "địa chỉ, nơi", EN: "place"},
	form.IDValue:     {ID: "form/value-id", VI: "mã số, số giấy tờ tùy thân", EN: "number of a person or a dossier"},
	form.TextValue:   {ID: "form/value-text", VI: "nội dung", EN: "text"},
}

var (
	valueHead  = msg.Message{ID: "form/value-head", VI: "Nội dung ghi: {label} ({key})", EN: "Value: {label} ({key})"}
	showUnder  = msg.Message{ID: "form/show-under", VI: "Ghi dưới:", EN: "Under:"}
	showSigner = msg.Message{ID: "form/show-signer", VI: "Tên dưới:", EN: "Signer of:"}
	showSameAs = msg.Message{ID: "form/show-same-as", VI: "Phải trùng:", EN: "Same as:"}
)
