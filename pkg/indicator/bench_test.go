package indicator_test

import (
	"fmt"
	"runtime"
	"testing"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/indicator"
	"github.com/tthclint/tthclint/pkg/lint"
)

// BenchmarkProvince counts 200,000 dossiers of 100 units, a tenth of them
// failing, and tells what is kept at the end.
func BenchmarkProvince(b *testing.B) {
	for b.Loop() {
		tally, err := indicator.New(indicator.Options{Every: true, AsOf: asOf()})
		if err != nil {
			b.Fatal(err)
		}
		before := heap()
		for i := range 200_000 {
			e := dossier.Entry{Received: september(1 + i%20), Due: september(5 + i%20), Finished: september(4 + i%25)}
			d := registered(fmt.Sprintf("H20.30-2609%02d-%06d", 1+i%20, i), fmt.Sprintf("UBND xã %d", i%100), "1.000894", e)
			r := &lint.Result{Dossier: d.ID, Unit: d.Unit, Procedure: d.Procedure, Judged: d}
			if i%10 > 0 {
				r.Documents = []lint.DocumentInfo{{Path: d.ID + "-KQ1.pdf", Role: dossier.Result}}
			}
			tally.Add(r)
		}
		b.ReportMetric(float64(heap()-before)/(1<<20), "MiB-kept")
		runtime.KeepAlive(tally)
	}
}

func heap() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
