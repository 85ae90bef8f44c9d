package html_test

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
)

// browser is a page in Chromium, with what it complained of and asked for.
type browser struct {
	t       testing.TB
	ctx     context.Context
	address string // of the page

	mu       sync.Mutex
	errors   []string
	requests []string
}

// chromium starts the browser, in which each test has a tab; an error means that
// there is none. stopChromium ends it.
var (
	chromium = sync.OnceValues(func() (context.Context, error) {
		path, err := exec.LookPath("chromium")
		if err != nil {
			return nil, err
		}
		options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox)
		allocated, stop := chromedp.NewExecAllocator(context.Background(), options...)
		ctx, cancel := chromedp.NewContext(allocated)
		stopChromium = func() { cancel(); stop() }
		return ctx, chromedp.Do(ctx)
	})
	stopChromium = func() {}
)

func TestMain(m *testing.M) {
	code := m.Run()
	stopChromium()
	os.Exit(code)
}

// window says how a page is opened.
type window struct {
	width     int64
	noScripts bool
	dark      bool
}

// open opens a report in a window. A test without Chromium is skipped.
func open(t testing.TB, page []byte, w window) *browser {
	t.Helper()
	b := start(t, page, w)
	b.do(chromedp.Navigate(b.address))
	return b
}

// start prepares to open a report.
func start(t testing.TB, page []byte, w window) *browser {
	t.Helper()
	running, err := chromium()
	if errors.Is(err, exec.ErrNotFound) {
		t.Skip("chromium is not installed: the page was not opened in a browser")
	}
	require.NoError(t, err)
	file := filepath.Join(t.TempDir(), "bao-cao.html")
	require.NoError(t, os.WriteFile(file, page, 0o600))
	ctx, cancel := chromedp.NewContext(running) // a tab of its own
	t.Cleanup(cancel)
	b := &browser{t: t, ctx: ctx, address: (&url.URL{Scheme: "file", Path: file}).String()}
	require.NoError(t, chromedp.Listen(ctx, b.listen))
	call(b, network.Enable, network.EnableParams{})
	call(b, log.Enable, cdp.Empty{})
	call(b, runtime.Enable, cdp.Empty{})
	call(b, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: w.width, Height: 900, DeviceScaleFactor: 1, Mobile: w.width < 600})
	call(b, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: w.noScripts})
	if w.dark {
		call(b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: "dark"}}})
	}
	return b
}

func (b *browser) listen(event any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		b.requests = append(b.requests, e.Request.URL)
	case *log.EventEntryAdded:
		b.errors = append(b.errors, e.Entry.Text)
	case *runtime.EventConsoleAPICalled:
		b.errors = append(b.errors, fmt.Sprint(e.Type))
	case *runtime.EventExceptionThrown:
		b.errors = append(b.errors, e.ExceptionDetails.Text)
	}
}

// call sends a command of the protocol.
func call[P, R any](b *browser, command cdp.Command[P, R], params P) {
	b.t.Helper()
	_, err := chromedp.Call(b.ctx, command, params)
	require.NoError(b.t, err)
}

// patience bounds the wait for what does not come.
const patience = time.Minute

func (b *browser) do(steps ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	require.NoError(b.t, chromedp.Do(ctx, steps...))
}

// eval returns the value of a script, or of its promise.
func eval[T any](b *browser, script string) T {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](script, chromedp.EvalAwaitPromise))
	require.NoError(b.t, err, script)
	return v
}

// settle waits until what was asked for stands in the window.
func (b *browser) settle() {
	b.t.Helper()
	eval[int](b, `new Promise(r => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(() => r(1)))))`)
}

// quiet requires that the page complained of nothing and asked for nothing but
// itself.
func (b *browser) quiet() {
	b.t.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	require.Empty(b.t, b.errors)
	asked := 0
	for _, url := range b.requests {
		if !strings.HasPrefix(url, "data:") {
			asked++
		}
	}
	require.Equal(b.t, 1, asked, "%.200q", b.requests)
}

// shoot keeps a picture of the window for people, where TTHCLINT_SHOTS names a
// folder.
func (b *browser) shoot(name string) {
	b.t.Helper()
	dir := os.Getenv("TTHCLINT_SHOTS")
	if dir == "" {
		return
	}
	png, err := chromedp.Run(b.ctx, chromedp.CaptureScreenshot())
	require.NoError(b.t, err)
	require.NoError(b.t, os.WriteFile(filepath.Join(dir, name+".png"), png, 0o600))
}
