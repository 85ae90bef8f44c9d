package html_test

import (
	"os"
	"testing"
)

func TestTry(t *testing.T) {
	data, err := os.ReadFile(os.Getenv("TRY"))
	if err != nil {
		t.Skip()
	}
	for name, w := range map[string]int64{"w": 1280, "m": 800, "s": 360} {
		b := open(t, data, window{width: w, dark: w == 800})
		eval[int](b, `document.getElementById("f-verdict").value="rejected"; document.getElementById("filter").dispatchEvent(new Event("change",{bubbles:true})); for (const d of [...document.querySelectorAll(".d")].slice(0,6)) d.open=true; 1`)
		eval[int](b, `new Promise(r=>setTimeout(()=>r(1),600))`)
		b.shoot("try-" + name)
		eval[int](b, `document.getElementById("shown").scrollIntoView(); new Promise(r=>setTimeout(()=>r(1),600))`)
		b.shoot("try-" + name + "2")
		b.quiet()
	}
}
