package html_test

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"

	"github.com/tthclint/tthclint/pkg/report/html"
)

// ids are the dossiers that stand in the page, in their order.
const ids = `[...document.querySelectorAll("#list .id")].map(e => e.textContent.slice(-4))`

// TestInABrowser uses a report as an officer does, on a phone, a tablet and a
// wide screen.
func TestInABrowser(t *testing.T) {
	page := week().page(t, html.Options{Pictures: scans(t)})
	for _, width := range []int64{360, 800, 1280} {
		t.Run(fmt.Sprint(width), func(t *testing.T) {
			b := open(t, page, window{width: width, dark: width == 800})
			assert.Equal(t, "summary", eval[string](b, `document.querySelector("main").firstElementChild.id`), "the summary comes first")
			assert.Equal(t, []string{"0002", "0003", "0004", "0001"}, eval[[]string](b, ids), "what needs work first")
			assert.Equal(t, "Đang hiện 4 trong 4 hồ sơ", b.status())

			b.choose("f-verdict", "rejected")
			assert.Equal(t, []string{"0002", "0003"}, eval[[]string](b, ids))
			b.choose("f-unit", "1")
			assert.Equal(t, []string{"0003"}, eval[[]string](b, ids))
			b.do(chromedp.Click(`button[type=reset]`))
			b.settle()
			b.choose("f-severity", "1")
			assert.Equal(t, []string{"0002", "0003"}, eval[[]string](b, ids))
			b.choose("f-severity", "")
			b.choose("f-procedure", "0")
			assert.Equal(t, []string{"0002", "0001"}, eval[[]string](b, ids))
			b.choose("f-procedure", "")
			b.choose("order", "given")
			assert.Equal(t, []string{"0001", "0002", "0003", "0004"}, eval[[]string](b, ids))

			b.do(chromedp.Click(`.rules button.link`)) // the rule on spouses
			b.settle()
			assert.Equal(t, []string{"0002"}, eval[[]string](b, ids))
			assert.Equal(t, "true", eval[string](b, `document.querySelector(".rules button.link").getAttribute("aria-pressed")`))
			b.do(chromedp.Click(`button[type=reset]`))

			b.do(chromedp.SendKeys(`#q`, "THIEU chữ ky cua vo"))
			b.settle()
			assert.Equal(t, []string{"0002"}, eval[[]string](b, ids), "letters without their marks find those with them")
			b.do(chromedp.SendKeys(`#q`, " nothing"))
			b.settle()
			assert.Equal(t, "Không có hồ sơ nào phù hợp với điều kiện lọc.", b.status())
			b.do(chromedp.Click(`button[type=reset]`))
			b.settle()

			b.do(chromedp.Click(`.d.rejected > summary`))
			b.settle()
			assert.Equal(t, []bool{true, true}, eval[[]bool](b, `Promise.all([...document.querySelectorAll(".d[open] img")].map(i => (i.loading = "eager", i.decode()).then(() => i.naturalWidth === 630)))`))
			assert.Equal(t, 6, eval[int](b, `document.querySelectorAll(".d[open] rect.m").length`))
			assert.Equal(t, "10px, 6px", eval[string](b, `getComputedStyle(document.querySelector("rect.missing")).strokeDasharray`))
			assert.Equal(t, "none", eval[string](b, `getComputedStyle(document.querySelector("rect.found")).strokeDasharray`))
			assert.Zero(t, eval[int](b, `Math.max(0, document.documentElement.scrollWidth - innerWidth)`), "nothing sticks out at the side")
			b.shoot(fmt.Sprintf("%d-top", width))
			eval[int](b, `document.querySelector(".d[open]").scrollIntoView(), 1`)
			b.settle()
			b.shoot(fmt.Sprintf("%d-open", width))
			b.quiet()
		})
	}
}

// TestByKeyboard reaches the list, a filter and a dossier with keys alone.
func TestByKeyboard(t *testing.T) {
	b := open(t, week().page(t, html.Options{}), window{width: 1280})
	active := func() string {
		return eval[string](b, `(e => e.id || e.className || e.parentElement.className)(document.activeElement)`)
	}
	press := func(keys string) {
		b.do(chromedp.KeyEvent(keys))
		b.settle()
	}
	press(kb.Tab)
	assert.Equal(t, "skip", active())
	press(kb.Enter)
	assert.Equal(t, "dossiers", active())
	press(kb.Tab)
	assert.Equal(t, "q", active())
	press("0004")
	assert.Equal(t, []string{"0004"}, eval[[]string](b, ids))
	for range 20 {
		if active() == "d undetermined" {
			break
		}
		press(kb.Tab)
	}
	assert.Equal(t, "d undetermined", active())
	press(kb.Enter)
	assert.True(t, eval[bool](b, `document.querySelector(".d").open`))
	b.quiet()
}

// TestMoreAreShownOnTheWay goes down a long list.
func TestMoreAreShownOnTheWay(t *testing.T) {
	b := open(t, many(300).page(t, html.Options{}), window{width: 800})
	const standing = `document.querySelectorAll("#list .d").length`
	before := eval[int](b, standing)
	assert.Less(t, before, 300)
	eval[int](b, `document.getElementById("more").click(), 1`)
	b.settle()
	assert.Greater(t, eval[int](b, standing), before)
	for range 20 {
		eval[int](b, `scrollTo({top: document.documentElement.scrollHeight, behavior: "instant"}), 1`)
		b.settle()
	}
	assert.Equal(t, 300, eval[int](b, standing))
	assert.False(t, eval[bool](b, `document.getElementById("more").checkVisibility()`))
	b.quiet()
}

// TestWithoutScripts reads everything in a browser with scripts off.
func TestWithoutScripts(t *testing.T) {
	b := open(t, week().page(t, html.Options{Pictures: scans(t)}), window{width: 800, noScripts: true})
	text, err := chromedp.Run(b.ctx, chromedp.OuterHTML(`html`))
	assert.NoError(t, err)
	for _, element := range []string{`<details class="d rejected">`, `<img src="data:image/jpeg`, `<section id="summary"`} {
		assert.Contains(t, text, element)
	}
	b.do(chromedp.Click(`.d.rejected > summary`)) // which is there to be clicked
	b.shoot("no-scripts")
	b.quiet()
}

// TestContrast measures the letters of the page against what lies behind them,
// in light and dark: WCAG 2.2, 1.4.3, asks for 4.5.
func TestContrast(t *testing.T) {
	for _, dark := range []bool{false, true} {
		b := open(t, week().page(t, html.Options{Pictures: scans(t)}), window{width: 1280, dark: dark})
		b.do(chromedp.Click(`#open-all`), chromedp.Click(`section details:last-of-type > summary`))
		b.settle()
		assert.Empty(t, eval[[]string](b, faint), "dark %v", dark)
		before := eval[string](b, `getComputedStyle(document.body).backgroundColor`)
		b.do(chromedp.Click(`#theme`))
		b.settle()
		assert.NotEqual(t, before, eval[string](b, `getComputedStyle(document.body).backgroundColor`), "the button changes it")
		assert.Empty(t, eval[[]string](b, faint), "dark %v, changed", dark)
	}
}

// faint lists the elements whose text has too little contrast.
const faint = `(() => {
	const rgb = s => s.match(/[\d.]+/g).map(Number);
	const light = c => c.slice(0, 3).map(v => (v /= 255) <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4).reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
	const behind = e => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor); if (c.length < 4 || c[3] === 1) return c; } return [255, 255, 255]; };
	let seen = 0;
	const all = [...document.querySelectorAll("body *")].filter(e => {
		if (!e.checkVisibility() || e.closest("svg") || ![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())) return false;
		seen++;
		const [a, b] = [light(rgb(getComputedStyle(e).color)), light(behind(e))].sort((x, y) => y - x);
		return (a + .05) / (b + .05) < 4.5;
	});
	return seen > 50 ? all.map(e => e.className + ": " + e.textContent.slice(0, 40)) : ["too few elements"];
})()`

func (b *browser) status() string {
	return eval[string](b, `document.getElementById("shown").textContent`)
}

// choose takes an option of a list, as a person does.
func (b *browser) choose(list, value string) {
	b.t.Helper()
	b.do(chromedp.SetValue("#"+list, value))
	eval[int](b, `document.getElementById("`+list+`").dispatchEvent(new Event("change", {bubbles: true})), 1`)
	b.settle()
}
