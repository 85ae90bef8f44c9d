package main

import (
	"archive/zip"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/internal/ocrtest"
	"github.com/tthclint/tthclint/internal/wasmtest"
)

func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == renderWorker {
		main() // started as a worker by a command under test
		return
	}
	testscript.Main(m, map[string]func(){"tthclint": func() {
		c := thisProcess()
		c.reading = ocrtest.Remember // the samples are read by nearly every test
		os.Exit(inConsole(c))
	}})
}

// TestScript runs the scripts of testdata/script. Besides the usual commands
// they have
//
//	exit CODE PROGRAM ARG…   runs a program and wants this exit code
//	pack FOLDER FILE.zip     puts what is in a folder into an archive
//	[root]                   the test runs with the rights to read everything
//	[race]                   it runs under the race detector
//	$EXAMPLES                the folder examples of the repository
func TestScript(t *testing.T) {
	examples, err := filepath.Abs(filepath.Join("..", "..", "examples"))
	require.NoError(t, err)
	home, err := os.UserCacheDir()
	require.NoError(t, err)
	testscript.Run(t, testscript.Params{
		Setup: func(e *testscript.Env) error {
			e.Setenv("EXAMPLES", examples)
			for _, name := range []string{"XDG_CACHE_HOME", "LocalAppData"} { // compiled once for all scripts
				e.Setenv(name, filepath.Join(home, "tthclint-test"))
			}
			for _, name := range []string{"XDG_CONFIG_HOME", "AppData"} { // the user's own certificates stay out
				e.Setenv(name, filepath.Join(e.WorkDir, "cau-hinh"))
			}
			return nil
		},
		Dir:                 filepath.Join("testdata", "script"),
		RequireExplicitExec: true,
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"exit": exit, "pack": pack},
		Condition: func(cond string) (bool, error) {
			switch cond {
			case "root":
				return os.Geteuid() == 0, nil
			case "race":
				return wasmtest.Race, nil
			}
			return false, fmt.Errorf("unknown condition %q", cond)
		},
	})
}

func exit(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exit CODE PROGRAM ARG…")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var status *exec.ExitError
		if !errors.As(err, &status) {
			ts.Fatalf("%s: %v", strings.Join(args[1:], " "), err)
		}
		got = status.ExitCode()
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

func pack(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: pack FOLDER FILE.zip")
	}
	name := ts.MkAbs(args[1])
	ts.Check(os.MkdirAll(filepath.Dir(name), 0o755))
	file, err := os.Create(name)
	ts.Check(err)
	defer file.Close()
	w := zip.NewWriter(file)
	ts.Check(w.AddFS(os.DirFS(ts.MkAbs(args[0]))))
	ts.Check(w.Close())
}
