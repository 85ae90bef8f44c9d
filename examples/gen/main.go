// Command gen makes the sample folders examples/ho-so and examples/thang-9 again,
// with examples/trust and examples/expected.csv. Run it from the root of the
// repository:
//
//	go run ./examples/gen [-only ho-so|thang-9]
//
// It needs the fonts of Debian's fonts-liberation2; the pages it writes hold
// pictures and the outlines of single letters.
package main

import (
	"flag"
	"fmt"
	"os"

	"github.com/tthclint/tthclint/internal/sample/folder"
	"github.com/tthclint/tthclint/internal/sample/month"
	"github.com/tthclint/tthclint/internal/sample/paper"
)

func main() {
	fonts := flag.String("fonts", "/usr/share/fonts/truetype/liberation2", "folder with LiberationSerif-*.ttf")
	out := flag.String("out", "examples", "folder to write into")
	only := flag.String("only", "", "folder to make: ho-so or thang-9; without: both")
	flag.Parse()
	faces, err := paper.LoadFaces(*fonts)
	if err == nil && *only != month.Name {
		err = folder.Write(*out, faces)
	}
	if err == nil && *only != "ho-so" {
		err = month.Write(*out, faces)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}
