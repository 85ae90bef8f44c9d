// Package process starts the processes in which a [raster.Renderer] has pages
// drawn, for callers that ask for it: pkg/raster itself starts no program.
package process

import (
	"os/exec"

	"github.com/tthclint/tthclint/pkg/raster"
)

// Command returns a value for [raster.Options.Worker] that runs a program with
// arguments. The program must do nothing but call [raster.ServeWorker] on its
// standard input and output. What it writes to its standard error is lost.
func Command(program string, args ...string) func() (*raster.Process, error) {
	return func() (*raster.Process, error) {
		cmd := exec.Command(program, args...)
		in, err := cmd.StdinPipe()
		if err != nil {
			return nil, err
		}
		out, err := cmd.StdoutPipe()
		if err != nil {
			return nil, err
		}
		if err := cmd.Start(); err != nil {
			return nil, err
		}
		kill := func() {
			_ = cmd.Process.Kill() // it may have ended by itself
			_ = cmd.Wait()         // closes the pipes
		}
		return &raster.Process{In: in, Out: out, Kill: kill}, nil
	}
}
