// Inspect says which form each page of a PDF is and what stands in its fields.
//
//	go run ./examples/inspect examples/ho-so/H20.30-240111-0005-KQ1.pdf
package main

import (
	"context"
	"fmt"
	"os"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: inspect FILE.pdf")
		os.Exit(2)
	}
	if err := inspect(context.Background(), os.Stdout, os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
}
