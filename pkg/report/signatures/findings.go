package signatures

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/sign"
	"github.com/tthclint/tthclint/pkg/sign/words"
)

// findings are those of the rules in the order in which an officer reads them:
// the gravest first, then by signature in the order of the report, then by place.
func (f *File) findings() []lint.Finding {
	if f.Result == nil {
		return nil
	}
	all := slices.Clone(f.Result.Findings)
	slices.SortStableFunc(all, func(a, b lint.Finding) int {
		return cmp.Or(
			cmp.Compare(b.Severity, a.Severity), cmp.Compare(a.Item, b.Item), cmp.Compare(a.Place.Page, b.Place.Page),
			cmp.Compare(a.Place.Box.Y, b.Place.Box.Y), cmp.Compare(a.Place.Box.X, b.Place.Box.X),
		)
	})
	return all
}

// told are the findings of one file as its block tells them: without the file,
// which stands above them, and those that differ by their signature alone as one.
func told(all []lint.Finding, rep *sign.Report) []lint.Finding {
	var order []string
	alike := map[string][]lint.Finding{}
	for _, f := range all {
		f.Place.File = ""
		key := fmt.Sprintf("%s\x00%d\x00%s\x00%s", f.Rule, f.Severity, blank(f.Message).In(msg.Vietnamese), f.Remedy.In(msg.Vietnamese))
		if f.Item == 0 || rep == nil || f.Item > len(rep.Signatures) {
			key += fmt.Sprint("\x00", len(order))
		}
		if alike[key] == nil {
			order = append(order, key)
		}
		alike[key] = append(alike[key], f)
	}
	var out []lint.Finding
	for _, key := range order {
		group := alike[key]
		if len(group) > 1 {
			out = append(out, folded(group, rep))
		} else {
			out = append(out, group[0])
		}
	}
	return out
}

// fieldMessage and timeArg are where texts of the rules name the field and the time
// of a signature.
const (
	fieldMessage = "signer/field" // its argument is the name
	timeArg      = "time"
)

// blank returns a text without the field and the time of its signature.
func blank(t msg.Text) msg.Text {
	return rewritten(t, msg.Message{ID: fieldMessage}.With(), "")
}

// rewritten returns a text with other words for the field and the time of its
// signature.
func rewritten(t, field msg.Text, at any) msg.Text {
	args := msg.Args{}
	for name, value := range t.Args {
		switch v := value.(type) {
		case msg.Text:
			if v.ID == fieldMessage {
				value = field
			} else {
				value = rewritten(v, field, at)
			}
		case time.Time:
			if name == timeArg {
				value = at
			}
		}
		args[name] = value
	}
	t.Args = args
	return t
}

// folded tells findings that are alike as one, with the fields and the span of
// time of their signatures.
func folded(group []lint.Finding, rep *sign.Report) lint.Finding {
	f := group[0]
	f.Place.Page, f.Place.Box = 0, lint.Box{}
	var names []string
	var first, last time.Time
	for _, g := range group {
		s := &rep.Signatures[g.Item-1]
		if len(names) < briefly {
			names = append(names, "«"+words.Clip(s.Field)+"»")
		}
		at := s.Claimed
		if !s.Proven.IsZero() {
			at = s.Proven
		}
		if first.IsZero() || at.Before(first) {
			first = at
		}
		if at.After(last) {
			last = at
		}
	}
	fields := wordFields.With("n", len(group), "fields", strings.Join(names, ", "))
	if rest := len(group) - len(names); rest > 0 {
		fields = wordManyFields.With("n", len(group), "fields", strings.Join(names, ", "), "rest", rest)
	}
	span := wordFromTo.With("from", dayOf(first), "to", dayOf(last))
	if dayOf(first).Equal(dayOf(last)) {
		span = wordOnDay.With("day", dayOf(first))
	}
	f.Message = rewritten(f.Message, fields, span)
	return f
}

// faulty are the signatures, by their number, that an error is about.
func faulty(all []lint.Finding) map[int]bool {
	items := map[int]bool{}
	for i := range all {
		if all[i].Severity >= lint.Error && all[i].Item > 0 {
			items[all[i].Item] = true
		}
	}
	return items
}
