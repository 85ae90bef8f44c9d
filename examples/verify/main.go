// Verify lists the digital signatures of a PDF with pkg/sign alone, which brings
// neither a PDF library nor a network into a program.
//
//	go run ./examples/verify examples/ho-so/H20.30-240315-0004-KQ1.pdf
package main

import (
	"fmt"
	"os"
	"time"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: verify FILE.pdf")
		os.Exit(2)
	}
	passed, err := verify(os.Stdout, os.Args[1], os.DirFS("examples/trust"), time.Now())
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	if !passed {
		os.Exit(1)
	}
}
