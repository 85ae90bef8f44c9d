// Command gen makes the sample folder examples/ho-so again, with examples/trust
// and examples/expected.csv. Run it from the root of the repository:
//
//	go run ./examples/gen
//
// It needs the fonts of Debian's fonts-liberation2; the pages it writes hold
// pictures only.
package main

import (
	"flag"
	"fmt"
	"os"

	"github.com/tthclint/tthclint/internal/sample/folder"
	"github.com/tthclint/tthclint/internal/sample/paper"
)

func main() {
	fonts := flag.String("fonts", "/usr/share/fonts/truetype/liberation2", "folder with LiberationSerif-*.ttf")
	out := flag.String("out", "examples", "folder to write into")
	flag.Parse()
	faces, err := paper.LoadFaces(*fonts)
	if err == nil {
		err = folder.Write(*out, faces)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}
