package yamltree

import (
	"strings"

	"github.com/tthclint/tthclint/pkg/msg"
)

// reason says in the words of people what is wrong with the place that a message
// of the parser is about. Most of its messages come from a few slips; what people do not cause is
// said in general.
func reason(message string) msg.Text {
	for _, w := range slips {
		for _, part := range w.parts {
			if strings.Contains(message, part) {
				return w.text.With()
			}
		}
	}
	return general.With()
}

var general = msg.Message{ID: "yaml/general", VI: "không hiểu được đoạn từ chỗ này", EN: "what begins here is not understood"}

// slips are looked through in their order.
var slips = []struct {
	parts []string // of messages of the parser
	text  msg.Message
}{
	{
		[]string{"tab character", `'\t'`, "'\t'"},
		msg.Message{ID: "yaml/tab", VI: "có dấu Tab; chỉ dùng dấu cách để thụt dòng", EN: "there is a tab; indent with blanks only"},
	},
	{
		[]string{"end character of double-quoted", "end character of single-quoted"},
		msg.Message{ID: "yaml/quote", VI: "dấu nháy mở ở đây không có dấu nháy đóng", EN: "the quote that opens here is not closed"},
	},
	{
		[]string{"escape character", "for escaped UTF", "surrogate"},
		msg.Message{ID: "yaml/escape", VI: `dấu \ trong nháy kép có nghĩa riêng; đường dẫn Windows thì đặt trong nháy đơn`, EN: `\ has a meaning within double quotes; put a Windows path in single quotes`},
	},
	{
		[]string{"',' or ']'", "sequence end token ']'", "corresponding to ']'"},
		msg.Message{ID: "yaml/bracket", VI: "thiếu dấu [ hoặc ], hoặc thiếu dấu phẩy giữa hai mục", EN: "a [ or ] is missing, or a comma between two items"},
	},
	{
		[]string{"',' or '}'", "end token '}'", "corresponding to '}'"},
		msg.Message{ID: "yaml/brace", VI: "thiếu dấu { hoặc }, hoặc thiếu dấu phẩy giữa hai mục", EN: "a { or } is missing, or a comma between two items"},
	},
	{
		[]string{"already defined"},
		msg.Message{ID: "yaml/twice", VI: "khóa này đã ghi ở phía trên", EN: "this key stands above already"},
	},
	{
		[]string{"mapping value is not allowed"},
		msg.Message{ID: "yaml/colon", VI: "dấu hai chấm không đúng chỗ: câu có dấu hai chấm thì đặt trong nháy kép; dòng thụt vào nhầm thì lùi ra", EN: "a colon out of place: a text with a colon needs double quotes; a line that is indented by mistake goes back"},
	},
	{
		[]string{"not allowed in this context", "non-map value", "unexpected map key", "unexpected key name", "delimiter ':'", "indentation space", "implicit line break"},
		msg.Message{ID: "yaml/indent", VI: "dòng này thụt vào không khớp với các dòng cùng mục, hoặc thiếu dấu hai chấm", EN: "this line is not indented as those beside it, or its colon is missing"},
	},
	{
		[]string{"anchor", "alias", "tag", "merge key", "directive"},
		msg.Message{ID: "yaml/sign", VI: "câu bắt đầu bằng ký hiệu & * ! % thì đặt trong nháy kép", EN: "a text that begins with & * ! or % needs double quotes"},
	},
}
