// Forge writes signed PDFs whose verdict is known: attacks, forgeries, and sound
// files that must not be accused (see package attacks).
//
//	go run ./internal/forge -o DIR [-class EAA]
//
// DIR gets the files, truth.csv with the verdict of each signature, and trust/
// with the roots (anchors) and issuers (intermediates) that the verdicts suppose.
// They hold as of the day that the last line printed names. An empty column was
// not decided; answers separated by "|" are all right.
package main

import (
	"crypto/x509"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/tthclint/tthclint/internal/attacks"
	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

func main() {
	out := flag.String("o", "", "folder to write into")
	class := flag.String("class", "", "only this class, such as EAA")
	flag.Parse()
	if err := run(*out, *class); err != nil {
		fmt.Fprintln(os.Stderr, "forge:", err)
		os.Exit(1)
	}
}

func run(dir, class string) error {
	if dir == "" {
		return fmt.Errorf("-o is missing")
	}
	cast, err := attacks.NewCast()
	if err != nil {
		return err
	}
	all, err := attacks.Catalogue()
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Join(dir, "trust"), 0o755); err != nil {
		return err
	}
	var cases []attacks.Case
	for _, c := range all {
		if class != "" && !strings.EqualFold(class, c.Class) {
			continue
		}
		b, err := c.Make()
		if err != nil {
			return fmt.Errorf("%s: %w", c.Name, err)
		}
		if err := os.WriteFile(filepath.Join(dir, c.Name+".pdf"), b, 0o644); err != nil {
			return err
		}
		cases = append(cases, c)
	}
	for name, certs := range map[string][]*x509.Certificate{"anchors.pem": cast.Anchors(), "intermediates.pem": cast.Intermediates()} {
		var b []byte
		for _, c := range certs {
			b = append(b, signtest.PEM(c)...)
		}
		if err := os.WriteFile(filepath.Join(dir, "trust", name), b, 0o644); err != nil {
			return err
		}
	}
	f, err := os.Create(filepath.Join(dir, "truth.csv"))
	if err != nil {
		return err
	}
	defer f.Close()
	if err := attacks.WriteTruth(f, cases); err != nil {
		return err
	}
	fmt.Printf("%d files, as of %s\n", len(cases), attacks.AsOf.Format("2006-01-02"))
	return f.Close()
}
