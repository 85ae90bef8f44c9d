package report

import "github.com/tthclint/tthclint/pkg/lint"

// The colours, as ANSI sequences. They only repeat what a word beside them says.
const (
	red    = "\x1b[1;31m"
	yellow = "\x1b[1;33m"
	green  = "\x1b[1;32m"
	blue   = "\x1b[1;34m"
	plain  = "\x1b[0m"
)

func severityColor(s lint.Severity) string {
	switch s {
	case lint.Error:
		return red
	case lint.Warning:
		return yellow
	default:
		return blue
	}
}

func verdictColor(v lint.Verdict) string {
	switch v {
	case lint.Accepted:
		return green
	case lint.Rejected:
		return red
	default:
		return yellow
	}
}

func (p *textPrinter) colored(color, word string) string {
	if !p.o.Color {
		return word
	}
	return color + word + plain
}
