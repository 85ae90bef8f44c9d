package main

import (
	"compress/gzip"
	"encoding/gob"
	"encoding/json"
	"io"
	"log"
	"os"
	"path/filepath"

	"github.com/tthclint/tthclint/pkg/ink/internal/net"
)

func kept(dir, name string, build func() ([]sample, error)) ([]sample, error) {
	path := filepath.Join(dir, name+".gob")
	if dir != "" {
		if f, err := os.Open(path); err == nil {
			defer f.Close()
			var out []sample
			err = gob.NewDecoder(f).Decode(&out)
			return out, err
		}
	}
	log.Print("measuring ", name)
	out, err := build()
	if err != nil || dir == "" {
		return out, err
	}
	f, err := os.Create(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return out, gob.NewEncoder(f).Encode(out)
}

func readNet(path string) (n *net.Net, err error) {
	err = unzipped(path, func(r io.Reader) error {
		n, err = net.Read(r)
		return err
	})
	return n, err
}

func readJSON(path string) (m file, err error) {
	err = unzipped(path, func(r io.Reader) error { return json.NewDecoder(r).Decode(&m) })
	return m, err
}

// unzipped reads a file that is compressed.
func unzipped(path string, read func(io.Reader) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return err
	}
	return read(z)
}

func writeJSON(path string, v any) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	z, _ := gzip.NewWriterLevel(f, gzip.BestCompression)
	if err := json.NewEncoder(z).Encode(v); err != nil {
		return err
	}
	return z.Close()
}
