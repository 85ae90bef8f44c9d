package main

import (
	"compress/gzip"
	"encoding/gob"
	"encoding/json"
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

func readNet(path string) (*net.Net, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	return net.Read(z)
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

func readJSON(path string) (file, error) {
	var m file
	f, err := os.Open(path)
	if err != nil {
		return m, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return m, err
	}
	return m, json.NewDecoder(z).Decode(&m)
}
