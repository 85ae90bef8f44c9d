package report

import "github.com/tthclint/tthclint/pkg/lint"

// Several returns a printer that hands everything to each of several. It ends
// with the first error.
func Several(printers ...Printer) Printer {
	if len(printers) == 1 {
		return printers[0]
	}
	return several(printers)
}

type several []Printer

func (s several) Begin(h lint.Head) error {
	return s.each(func(p Printer) error { return p.Begin(h) })
}

func (s several) Result(r *lint.Result) error {
	return s.each(func(p Printer) error { return p.Result(r) })
}

func (s several) End(sum lint.Summary) error {
	return s.each(func(p Printer) error { return p.End(sum) })
}

func (s several) each(do func(Printer) error) error {
	for _, p := range s {
		if err := do(p); err != nil {
			return err
		}
	}
	return nil
}
