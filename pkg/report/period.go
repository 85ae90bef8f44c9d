package report

import (
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/msg"
)

var (
	periodAlways = msg.Message{ID: "period/always", VI: "Mọi thời điểm", EN: "At all times"}
	periodSince  = msg.Message{ID: "period/since", VI: "Từ {from}", EN: "Since {from}"}
	periodUntil  = msg.Message{ID: "period/until", VI: "Đến hết {last}", EN: "Up to and including {last}"}
	periodFromTo = msg.Message{ID: "period/from-to", VI: "Từ {from} đến hết {last}", EN: "From {from} up to and including {last}"}
)

// Period says a period by its first and its last day, as officers read it.
func Period(p law.Period) msg.Text {
	from, last := p.From.In(law.Vietnam()), p.Last()
	switch {
	case p.From.IsZero() && p.To.IsZero():
		return periodAlways.With()
	case p.To.IsZero():
		return periodSince.With("from", from)
	case p.From.IsZero():
		return periodUntil.With("last", last)
	}
	return periodFromTo.With("from", from, "last", last)
}
