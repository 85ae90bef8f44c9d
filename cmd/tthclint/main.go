// Command tthclint checks digitized results of administrative procedures: is
// each attached, does it carry valid digital signatures, and is it complete.
package main

import "os"

func main() { os.Exit(inConsole(thisProcess())) }

// thisProcess is the command of this process.
func thisProcess() *Command {
	c := &Command{Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Explorer: startedByExplorer(), Open: opener()}
	if path, err := os.Executable(); err == nil {
		c.Executable = path
	}
	return c
}

// inConsole runs a command with the arguments of the process.
func inConsole(c *Command) int {
	defer prepareConsole()()
	return c.Main(os.Args[1:])
}
