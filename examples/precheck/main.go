// Precheck looks at one result before it is uploaded and says in Vietnamese
// what is wrong with it.
//
//	go run ./examples/precheck examples/ho-so/H20.30-240111-0005-KQ1.pdf
package main

import (
	"fmt"
	"os"

	"github.com/tthclint/tthclint/pkg/lint"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: precheck FILE.pdf")
		os.Exit(2)
	}
	verdict, err := precheck(os.Stdout, os.Args[1], os.DirFS("examples/trust"))
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	if verdict != lint.Accepted {
		os.Exit(1)
	}
}
