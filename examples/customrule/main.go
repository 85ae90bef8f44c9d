// Customrule checks a folder of dossiers by a rule of an office's own, together
// with some of those that come with the product.
//
//	go run ./examples/customrule examples/ho-so
package main

import (
	"context"
	"fmt"
	"os"
	"time"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: customrule FOLDER")
		os.Exit(2)
	}
	if err := run(context.Background(), os.Stdout, os.DirFS(os.Args[1]), os.DirFS("examples/trust"), time.Now()); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
}
