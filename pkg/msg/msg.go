// Package msg holds what is said to people, in Vietnamese and in English.
//
// A [Message] is a sentence in both languages with named places; a [Text] is a
// message with its arguments. Rules and engines make texts; only a printer
// renders them, last, in the reader's language. A report keeps the id and the
// arguments beside the prose, so that another program can say it again in its
// own words.
package msg

import (
	"encoding/json"
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"
)

// Lang is a language that every message exists in.
type Lang string

// The languages of the product. Vietnamese comes first everywhere.
const (
	Vietnamese Lang = "vi"
	English    Lang = "en"
)

// Pick returns what belongs to the language; any other than English is
// Vietnamese.
func (l Lang) Pick(vi, en string) string {
	if l == English {
		return en
	}
	return vi
}

// Message is one sentence in both languages. A word in braces, as {file}, is
// the place of the argument of that name.
type Message struct {
	ID string // stable, as "result/missing"; variants add a dot and a word
	VI string
	EN string
}

// In returns the sentence in one language, with its places unfilled.
func (m Message) In(lang Lang) string { return lang.Pick(m.VI, m.EN) }

// Args are the arguments of a message by name. A value is a string, an integer,
// a float64, a time.Time (shown as a day, with its time unless that is
// midnight), or a [Text]. See [IsName] for two names with a meaning.
type Args map[string]any

// IsName reports whether an argument of this name is the path of a file in the
// linted folder ("file") or the id of a dossier ("dossier"). Such names are
// printed whole, and a report about several folders says to which they belong.
func IsName(arg string) bool { return arg == "file" || arg == "dossier" }

// With returns the message filled with arguments given as name, value pairs.
// It panics on an odd count or a name that is not a string, since that is a
// mistake in the program and not in its input.
func (m Message) With(pairs ...any) Text {
	if len(pairs)%2 != 0 {
		panic("msg: odd number of arguments for " + m.ID)
	}
	t := Text{Message: m}
	for i := 0; i < len(pairs); i += 2 {
		if t.Args == nil {
			t.Args = Args{}
		}
		t.Args[pairs[i].(string)] = pairs[i+1]
	}
	return t
}

// Text is a message with its arguments, ready to be rendered. The zero Text is
// empty in every language.
type Text struct {
	Message
	Args Args
}

// IsZero reports whether there is nothing to say.
func (t Text) IsZero() bool { return t.ID == "" && t.VI == "" && t.EN == "" }

// In renders the text in one language; any other than English is Vietnamese.
func (t Text) In(lang Lang) string {
	sentence := t.Message.In(lang)
	if len(t.Args) == 0 || !strings.Contains(sentence, "{") {
		return sentence
	}
	var b strings.Builder
	for {
		open := strings.IndexByte(sentence, '{')
		if open < 0 {
			break
		}
		size := strings.IndexByte(sentence[open:], '}')
		if size < 0 {
			break
		}
		b.WriteString(sentence[:open])
		if value, ok := t.Args[sentence[open+1:open+size]]; ok {
			b.WriteString(render(value, lang))
		} else {
			b.WriteString(sentence[open : open+size+1])
		}
		sentence = sentence[open+size+1:]
	}
	b.WriteString(sentence)
	return b.String()
}

// Map returns the text with each argument that is a string replaced by what
// change makes of it, also in texts that are arguments. The text itself, whose
// arguments others may share, stays as it is.
func (t Text) Map(change func(name, value string) string) Text {
	if t.Args == nil {
		return t
	}
	args := make(Args, len(t.Args))
	for name, value := range t.Args {
		switch v := value.(type) {
		case string:
			value = change(name, v)
		case Text:
			value = v.Map(change)
		}
		args[name] = value
	}
	t.Args = args
	return t
}

// MarshalJSON writes a text that stands as an argument of another text.
func (t Text) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		MessageID string `json:"messageId"`
		Args      Args   `json:"args,omitempty"`
	}{t.ID, t.Args})
}

func render(value any, lang Lang) string {
	switch v := value.(type) {
	case string:
		return v
	case int:
		return strconv.Itoa(v)
	case int64:
		return strconv.FormatInt(v, 10)
	case float64:
		s := strconv.FormatFloat(math.Round(v*100)/100, 'f', -1, 64)
		if lang != English {
			s = strings.Replace(s, ".", ",", 1)
		}
		return s
	case time.Time:
		layout := "02/01/2006"
		if lang == English {
			layout = "2006-01-02"
		}
		if v.Hour() != 0 || v.Minute() != 0 || v.Second() != 0 {
			layout += " 15:04:05"
		}
		return v.Format(layout)
	case Text:
		return v.In(lang)
	default:
		return fmt.Sprint(v)
	}
}
