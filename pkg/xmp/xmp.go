// Package xmp reads the metadata packet of a file (XMP, ISO 16684-1): a small
// RDF/XML document of named properties.
//
// It reads what a packet says of its document as a flat list and knows no
// vocabulary. Packets come from strangers: size, depth and number of properties
// are bounded, and no entity of a document type is expanded.
package xmp

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"maps"
	"strings"
)

// Property is one statement about the document. A list of values gives several
// properties of one name.
type Property struct {
	Space string // the namespace, as "http://purl.org/dc/elements/1.1/"
	Name  string // the local name, as "title"
	Value string // text without space at its ends
}

// The bounds of a packet.
const (
	MaxBytes      = 1 << 20
	maxDepth      = 32
	maxProperties = 512
	maxSpaces     = 64   // namespaces in sight of an element
	maxValue      = 4096 // bytes that are kept of a value
)

// Errors of [Parse].
var (
	ErrSyntax = errors.New("xmp: not a packet of metadata")
	ErrLimit  = errors.New("xmp: over the limits")
)

const rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

// Parse reads a packet, in UTF-8. What was read before an error comes with it;
// an error wraps [ErrSyntax] or [ErrLimit].
func Parse(packet []byte) ([]Property, error) {
	if len(packet) > MaxBytes {
		return nil, ErrLimit
	}
	p := parser{dec: xml.NewDecoder(bytes.NewReader(packet))}
	for {
		token, err := p.dec.RawToken()
		switch {
		case errors.Is(err, io.EOF):
			if p.described {
				return p.found, nil
			}
			return nil, ErrSyntax
		case err != nil:
			return p.found, errors.Join(ErrSyntax, err)
		}
		if err := p.take(token); err != nil {
			return p.found, err
		}
	}
}

// element is one that is open.
type element struct {
	name   xml.Name // resolved
	spaces map[string]string
	text   strings.Builder
	leaf   bool // no element stands in it
}

type parser struct {
	dec       *xml.Decoder
	open      []*element
	found     []Property
	described bool // a description has been seen
}

func (p *parser) take(token xml.Token) error {
	switch t := token.(type) {
	case xml.StartElement:
		return p.begin(t)
	case xml.EndElement:
		if len(p.open) == 0 {
			return ErrSyntax
		}
		return p.end()
	case xml.CharData:
		if n := len(p.open); n > 0 {
			e := p.open[n-1]
			if room := maxValue - e.text.Len(); room > 0 {
				e.text.Write(t[:min(len(t), room)])
			}
		}
	}
	return nil
}

func (p *parser) begin(t xml.StartElement) error {
	if len(p.open) == maxDepth {
		return ErrLimit
	}
	e := &element{leaf: true}
	if n := len(p.open); n > 0 {
		p.open[n-1].leaf = false
		e.spaces = p.open[n-1].spaces
	}
	if err := e.declare(t.Attr); err != nil {
		return err
	}
	resolve := func(n xml.Name) xml.Name { return xml.Name{Space: e.spaces[n.Space], Local: n.Local} }
	e.name = resolve(t.Name)
	p.open = append(p.open, e)
	if e.name != (xml.Name{Space: rdf, Local: "Description"}) {
		return nil
	}
	p.described = true
	for _, a := range t.Attr {
		if name := resolve(a.Name); name.Space != "" && name.Space != rdf {
			if err := p.add(name, a.Value); err != nil {
				return err
			}
		}
	}
	return nil
}

// declare adds the namespaces that an element names to those around it.
func (e *element) declare(attrs []xml.Attr) error {
	var own map[string]string
	for _, a := range attrs {
		if a.Name.Space != "xmlns" {
			continue
		}
		if own == nil {
			if own = maps.Clone(e.spaces); own == nil {
				own = map[string]string{}
			}
		}
		if own[a.Name.Local] = a.Value; len(own) > maxSpaces {
			return ErrLimit
		}
	}
	if own != nil {
		e.spaces = own
	}
	return nil
}

// end closes the innermost element. A leaf is a value: of the property that is
// its own name, or, where it is the entry of a list, of the nearest property
// around it.
func (p *parser) end() error {
	e := p.open[len(p.open)-1]
	p.open = p.open[:len(p.open)-1]
	if !e.leaf || !p.described {
		return nil
	}
	name := e.name
	for i := len(p.open) - 1; name.Space == rdf && i >= 0; i-- {
		name = p.open[i].name
	}
	if name.Space == "" || name.Space == rdf || name.Local == "xmpmeta" {
		return nil
	}
	return p.add(name, e.text.String())
}

func (p *parser) add(name xml.Name, value string) error {
	value = strings.TrimSpace(value)
	value = strings.ToValidUTF8(value[:min(len(value), maxValue)], "") // a cut may part a letter
	if value == "" {
		return nil
	}
	if len(p.found) == maxProperties {
		return ErrLimit
	}
	p.found = append(p.found, Property{name.Space, name.Local, value})
	return nil
}
