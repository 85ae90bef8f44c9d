package html_test

import (
	"bytes"
	"image"
	"image/jpeg"
	"iter"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/report/html"
)

// BenchmarkBrowser opens a report of 5,000 dossiers, with as many pictures as
// there is room for and without any, and filters and searches it. The times are
// those that the browser needs until it shows the result.
func BenchmarkBrowser(b *testing.B) {
	for name, o := range map[string]html.Options{
		"text":     {},
		"pictures": {Pictures: grains(b), MaxPictures: 64 << 20},
	} {
		b.Run(name, func(b *testing.B) {
			page := many(5000).page(b, o)
			tab := start(b, page, window{width: 1280})
			sums := map[string]float64{}
			for b.Loop() {
				begin := time.Now()
				tab.do(chromedp.Navigate(tab.address))
				tab.settle()
				sums["open-ms"] += float64(time.Since(begin).Microseconds()) / 1000
				eval[int](tab, `new Promise(r => setTimeout(() => r(1), 2500))`) // the text is gathered meanwhile
				sums["filter-ms"] += timed(tab, `document.getElementById("f-verdict").value = "rejected"; document.getElementById("f-verdict").dispatchEvent(new Event("change", {bubbles: true}))`)
				sums["clear-ms"] += timed(tab, `document.getElementById("f-verdict").value = ""; document.getElementById("f-verdict").dispatchEvent(new Event("change", {bubbles: true}))`)
				sums["search-ms"] += timed(tab, `document.getElementById("q").value = "chu ky cua chong"; document.getElementById("q").dispatchEvent(new Event("input"))`)
			}
			for unit, sum := range sums {
				b.ReportMetric(sum/float64(b.N), unit)
			}
			b.ReportMetric(float64(len(page))/(1<<20), "MiB")
			b.ReportMetric(0, "ns/op")
		})
	}
}

// timed returns how long the browser takes from a change until the frame that
// follows is drawn, in ms.
func timed(tab *browser, change string) float64 {
	return eval[float64](tab, `new Promise(r => { const t = performance.now(); `+change+`; requestAnimationFrame(() => requestAnimationFrame(() => r(performance.now() - t))) })`)
}

// grains gives each document a picture as large as one of a scan.
func grains(b *testing.B) func(*lint.Result) iter.Seq[html.Picture] {
	random := rand.New(rand.NewPCG(1, 2))
	im := image.NewGray(image.Rect(0, 0, 900, 500))
	for i := range im.Pix {
		im.Pix[i] = uint8(200 + random.IntN(40))
	}
	var data bytes.Buffer
	require.NoError(b, jpeg.Encode(&data, im, &jpeg.Options{Quality: 55}))
	return func(r *lint.Result) iter.Seq[html.Picture] {
		return func(yield func(html.Picture) bool) {
			yield(html.Picture{File: r.Documents[0].Path, Page: 1, Type: "image/jpeg", Data: data.Bytes(), Width: 900, Height: 500, Part: lint.Box{W: 210, H: 120}})
		}
	}
}
