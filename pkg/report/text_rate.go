package report

import (
	"fmt"
	"math"
	"strings"

	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
)

// day shows a date in the form of the language.
var day = msg.Message{ID: "report/day", VI: "{date}", EN: "{date}"}

// rateText says a rate as count, share and target.
func rateText(r lint.Rate, lang msg.Lang) msg.Text {
	title := msg.Text{Message: r.Title}
	text := wordRateNone.With("title", title, "n", r.Numerator, "of", r.Denominator)
	if r.Denominator > 0 {
		text = wordRate.With("title", title, "n", r.Numerator, "of", r.Denominator, "share", decimal(share(r), lang))
	}
	if r.Target > 0 {
		text = wordTarget.With("rate", text, "target", math.Round(r.Target*1000)/10)
	}
	return text
}

// share is the rate in percent with one decimal. It is rounded, but never up to
// the target or to the whole where they are not reached.
func share(r lint.Rate) float64 {
	exact := 100 * float64(r.Numerator) / float64(r.Denominator)
	rounded := math.Round(exact*10) / 10
	for _, mark := range []float64{100 * r.Target, 100} {
		if exact < mark && rounded >= mark {
			return math.Floor(exact*10) / 10
		}
	}
	return rounded
}

func decimal(v float64, lang msg.Lang) string {
	s := fmt.Sprintf("%.1f", v)
	if lang == msg.English {
		return s
	}
	return strings.Replace(s, ".", ",", 1)
}
