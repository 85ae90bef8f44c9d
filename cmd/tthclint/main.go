// Command tthclint checks digitized results of administrative procedures: is
// each attached, does it carry valid digital signatures, and is it complete.
package main

import "os"

func main() {
	c := Command{Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Explorer: startedByExplorer(), Open: opener()}
	if path, err := os.Executable(); err == nil {
		c.Executable = path
	}
	restore := prepareConsole()
	code := c.Main(os.Args[1:])
	restore()
	os.Exit(code)
}
