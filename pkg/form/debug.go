package form

import "fmt"

var lastBoard *board

// Debug prints.
func Debug(r *Reading) {
	if lastBoard == nil {
		return
	}
	for _, p := range lastBoard.said {
		fmt.Printf("    said %5.1f,%5.1f %q\n", p.words[0].box.X, p.words[0].box.Y, p.text())
	}
	for _, n := range lastBoard.notices {
		fmt.Printf("    notice %5.1f-%5.1f,%5.1f h=%.1f %.2f %q values=%d\n", n.box.X, n.right(), n.box.Y, n.box.H, n.likely, n.label.text, len(n.values))
	}
	fmt.Printf("    height=%.1f right=%.1f\n", lastBoard.height, lastBoard.right)
}
