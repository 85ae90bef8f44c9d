package qr_test

import (
	"fmt"
	"testing"

	"github.com/tthclint/tthclint/internal/scans"
	"github.com/tthclint/tthclint/pkg/qr"
)

// BenchmarkNoCode is what nearly every page costs.
func BenchmarkNoCode(b *testing.B) {
	for _, form := range []string{scans.Marriage, scans.Decision, scans.ControlSlip} {
		for _, dpi := range []int{200, 300} {
			p := page(b, scans.Spec{Seed: 1, Form: form, DPI: dpi})
			b.Run(fmt.Sprintf("%s-%d", form, dpi), func(b *testing.B) {
				for b.Loop() {
					if codes, _ := qr.Read(b.Context(), p); len(codes) > 0 {
						b.Fatal("a code on a page without one")
					}
				}
			})
		}
	}
}

// BenchmarkCode is what a page with a code of 25 mm costs.
func BenchmarkCode(b *testing.B) {
	p := page(b, scans.Spec{Seed: 1, DPI: 200})
	paste(p, modules(b, payload(3), "M"), printed{x: 220, y: 220, side: 200, ink: 20})
	for b.Loop() {
		if codes, _ := qr.Read(b.Context(), p); len(codes) != 1 {
			b.Fatal("not read")
		}
	}
}
