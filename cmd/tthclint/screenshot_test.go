package main

import (
	"bytes"
	"context"
	"flag"
	"image/png"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/internal/wasmtest"
)

var updateScreenshot = flag.Bool("update-screenshot", false, "write docs/images/bao-cao.png")

// maxScreenshot bounds the picture, in bytes: it is loaded with the README.
const maxScreenshot = 250_000

// TestScreenshot opens the report of three sample dossiers in a browser, as the
// pages show it: the summary, and the dossier with a missing signature unfolded.
// The picture itself differs between machines in its fonts, so that one made
// elsewhere is only looked at for its size.
func TestScreenshot(t *testing.T) {
	wasmtest.Cache(t)
	path, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("chromium is not installed: the report was not opened in a browser")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox)
	allocated, stop := chromedp.NewExecAllocator(t.Context(), options...)
	t.Cleanup(stop)
	ctx, cancel := chromedp.NewContext(allocated)
	t.Cleanup(cancel)
	page := url.URL{Scheme: "file", Path: screenshotReport(t)}
	require.NoError(t, chromedp.Do(ctx, chromedp.Navigate(page.String())))
	metrics(t, ctx, 900)
	height, err := chromedp.Run(ctx, chromedp.Evaluate[int64](`new Promise(done => {
		for (const d of document.querySelectorAll("details.t")) d.open = false
		const dossier = [...document.querySelectorAll("details.d")].find(d => d.textContent.includes("231225-0002"))
		dossier.open = true
		setTimeout(() => {
			const bottom = Math.max(...[...document.querySelectorAll("figure img")].filter(i => i.checkVisibility()).map(i => i.getBoundingClientRect().bottom))
			done(Math.ceil(bottom + scrollY + 20))
		}, 500)
	})`, chromedp.EvalAwaitPromise))
	require.NoError(t, err)
	require.Greater(t, height, int64(900), "the pictures of the pages are not shown")
	metrics(t, ctx, height)
	picture, err := chromedp.Run(ctx, chromedp.CaptureScreenshot())
	require.NoError(t, err)
	picture = paletted(t, picture)
	kept := filepath.Join("..", "..", "docs", "images", "bao-cao.png")
	if *updateScreenshot {
		require.NoError(t, os.WriteFile(kept, picture, 0o644))
	}
	assert.Less(t, len(picture), maxScreenshot)
	data, err := os.ReadFile(kept)
	require.NoError(t, err)
	assert.Less(t, len(data), maxScreenshot)
	a, err := png.DecodeConfig(bytes.NewReader(data))
	require.NoError(t, err)
	b, err := png.DecodeConfig(bytes.NewReader(picture))
	require.NoError(t, err)
	assert.Equal(t, b.Width, a.Width)
	assert.InEpsilon(t, b.Height, a.Height, 0.15, "the report looks different now: run this test with -update-screenshot")
}

// metrics sets the size of the window.
func metrics(t *testing.T, ctx context.Context, height int64) {
	t.Helper()
	_, err := chromedp.Call(ctx, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: 1000, Height: height, DeviceScaleFactor: 1})
	require.NoError(t, err)
}

// screenshotReport checks three dossiers and returns the path of the report.
func screenshotReport(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	samples := os.DirFS(filepath.Join("..", "..", "examples"))
	for _, name := range []string{"ho-so/000.16.30.H20-231225-0002/000.16.30.H20-231225-0002-KQ1.pdf", "ho-so/000.16.30.H20-230911-0001/000.16.30.H20-230911-0001-KQ1.pdf", "trust/mau-thu-root-SAMPLE.pem", "trust/mau-thu-ca-g1-SAMPLE.pem"} {
		data, err := os.ReadFile(filepath.Join("..", "..", "examples", filepath.FromSlash(name)))
		require.NoError(t, err)
		to := filepath.Join(dir, filepath.FromSlash(name))
		require.NoError(t, os.MkdirAll(filepath.Dir(to), 0o755))
		require.NoError(t, os.WriteFile(to, data, 0o644))
	}
	rows := registerRows(t, samples, "231225-0002|230911-0001|250408-0002")
	require.NoError(t, os.WriteFile(filepath.Join(dir, "ho-so", "ho-so.csv"), rows, 0o644))
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, "tthclint", "lint", "--no-config", "--trust", "trust", "--as-of", "2026-11-24", "--output", "html=bao-cao.html", "ho-so")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "XDG_CACHE_HOME="+cacheHome(t))
	out, _ := cmd.CombinedOutput()
	require.Equal(t, exitFindings, cmd.ProcessState.ExitCode(), "%s", out)
	return filepath.Join(dir, "bao-cao.html")
}
