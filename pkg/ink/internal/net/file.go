package net

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
)

// magic begins a file of weights; its last byte is the version.
const magic = "inknet\x00\x06"

// ErrFormat says that a file holds no network of this version's shape.
var ErrFormat = errors.New("net: not a network of this version")

// Parts lists the weights in the order in which they are kept.
func (n *Net) Parts() [][]float32 {
	var out [][]float32
	for _, c := range n.Convs {
		out = append(out, c.Weights, c.Bias)
	}
	return append(out, n.Weights, n.Bias)
}

// Write keeps a network: each part as its greatest absolute value and 16 bits a
// weight in parts of it, little-endian.
func (n *Net) Write(w io.Writer) error {
	b := bufio.NewWriter(w)
	b.WriteString(magic)
	for _, part := range n.Parts() {
		var most float32 = 1e-9
		for _, v := range part {
			most = max(most, v, -v)
		}
		binary.Write(b, binary.LittleEndian, most)
		for _, v := range part {
			binary.Write(b, binary.LittleEndian, int16(math.Round(float64(v/most)*math.MaxInt16)))
		}
	}
	return b.Flush()
}

// Read returns the network kept in a file, or [ErrFormat].
func Read(r io.Reader) (*Net, error) {
	head := make([]byte, len(magic))
	if _, err := io.ReadFull(r, head); err != nil || string(head) != magic {
		return nil, ErrFormat
	}
	n := New()
	for _, part := range n.Parts() {
		var most float32
		if err := binary.Read(r, binary.LittleEndian, &most); err != nil {
			return nil, fmt.Errorf("%w: %v", ErrFormat, err)
		}
		raw := make([]int16, len(part))
		if err := binary.Read(r, binary.LittleEndian, raw); err != nil {
			return nil, fmt.Errorf("%w: %v", ErrFormat, err)
		}
		for i, v := range raw {
			part[i] = float32(v) / math.MaxInt16 * most
		}
	}
	return n, nil
}
