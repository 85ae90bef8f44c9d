package raster

import (
	"context"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// family is the kind of a colour space, as far as told apart here.
type family uint8

const (
	familyGrey family = iota
	familyRGB
	familyCMYK
	familyTint    // Separation of black: 1 is full ink
	familyIndexed // a palette
)

// colourSpace is a colour space (ISO 32000-2 8.6). ICC profiles and the gamma
// of CalGray and CalRGB are not applied: they shift shades a little, which
// matters for print and not for ink on paper.
type colourSpace struct {
	family  family
	n       int      // components
	palette []colour // of familyIndexed
	grey    bool     // never gives a colour other than a grey
}

var (
	deviceGrey = &colourSpace{family: familyGrey, n: 1, grey: true}
	deviceRGB  = &colourSpace{family: familyRGB, n: 3}
	deviceCMYK = &colourSpace{family: familyCMYK, n: 4}
	blackTint  = &colourSpace{family: familyTint, n: 1, grey: true}
)

// colourSpace reads a colour space; nil if it is none that is supported.
func (f *objects) colourSpace(o types.Object, resources types.Dict) *colourSpace {
	return f.colourSpaceAt(o, resources, 0)
}

func (f *objects) colourSpaceAt(o types.Object, resources types.Dict, depth int) *colourSpace {
	if depth > 8 {
		return nil
	}
	if name := f.name(o); name != "" {
		switch name {
		case "DeviceGray", "G", "CalGray":
			return deviceGrey
		case "DeviceRGB", "RGB", "CalRGB":
			return deviceRGB
		case "DeviceCMYK", "CMYK":
			return deviceCMYK
		}
		if named, ok := f.dict(resources["ColorSpace"])[name]; ok {
			return f.colourSpaceAt(named, nil, depth+1)
		}
		return nil
	}
	a := f.array(o)
	if len(a) == 0 {
		return nil
	}
	name := f.name(a[0])
	if len(a) == 1 || name == "CalGray" || name == "CalRGB" {
		return f.colourSpaceAt(a[0], resources, depth+1)
	}
	switch name {
	case "ICCBased":
		d := f.dict(a[1])
		switch f.integer(d["N"], 0) {
		case 1:
			return deviceGrey
		case 3:
			if f.alternate(d, resources, depth) == "Lab" {
				return nil
			}
			return deviceRGB
		case 4:
			return deviceCMYK
		}
	case "Separation":
		// "All" is every plate, black among them.
		if plate := f.name(a[1]); plate == "Black" || plate == "All" {
			return blackTint
		}
	case "DeviceN":
		if plates := f.array(a[1]); len(plates) == 1 && f.name(plates[0]) == "Black" {
			return blackTint
		}
	case "Indexed", "I":
		if len(a) >= 4 {
			return f.indexed(a, resources, depth)
		}
	}
	return nil
}

func (f *objects) alternate(d types.Dict, resources types.Dict, depth int) string {
	if a := f.array(d["Alternate"]); len(a) > 0 {
		return f.name(a[0])
	}
	return f.name(d["Alternate"])
}

// indexed reads [/Indexed base hival lookup] (ISO 32000-2 8.6.6.3).
func (f *objects) indexed(a types.Array, resources types.Dict, depth int) *colourSpace {
	base := f.colourSpaceAt(a[1], resources, depth+1)
	high := f.integer(a[2], -1)
	if base == nil || base.family == familyIndexed || high < 0 || high > 255 {
		return nil
	}
	table := f.text(a[3])
	if table == nil {
		table, _ = f.decoded(context.Background(), a[3], 256*4+1024)
	}
	cs := &colourSpace{family: familyIndexed, n: 1, palette: make([]colour, high+1), grey: true}
	for i := range cs.palette {
		var v [4]uint8
		copy(v[:], table[min(i*base.n, len(table)):min((i+1)*base.n, len(table))])
		c := base.colour(v)
		cs.palette[i] = c
		cs.grey = cs.grey && c.r == c.g && c.g == c.b
	}
	return cs
}

// colour converts one value of 8 bits per component.
func (cs *colourSpace) colour(v [4]uint8) colour {
	switch cs.family {
	case familyRGB:
		return colour{v[0], v[1], v[2], true}
	case familyCMYK:
		r, g, b := rgbOfCMYK(v[0], v[1], v[2], v[3])
		return colour{r, g, b, true}
	case familyTint:
		return colour{255 - v[0], 255 - v[0], 255 - v[0], true}
	case familyIndexed:
		return cs.palette[min(int(v[0]), len(cs.palette)-1)]
	}
	return colour{v[0], v[0], v[0], true}
}

// rgbOfCMYK is the plain conversion of ISO 32000-2 10.4.2.5 with ink
// multiplied: 0 is no ink.
func rgbOfCMYK(c, m, y, k uint8) (r, g, b uint8) {
	paper := 255 - uint32(k)
	mul := func(v uint8) uint8 { return uint8(((255-uint32(v))*paper + 127) / 255) }
	return mul(c), mul(m), mul(y)
}

// colourOperator handles the operators that set the fill colour; stroke colours
// do not matter here. False if op is none of them.
func (in *interpreter) colourOperator(op string, operands []token, resources types.Dict) bool {
	switch op {
	case "g":
		in.fillSpace = deviceGrey
	case "rg":
		in.fillSpace = deviceRGB
	case "k":
		in.fillSpace = deviceCMYK
	case "cs":
		in.fillSpace = nil
		if name := nameOf(operands, 0); name != "" {
			in.fillSpace = in.file.colourSpace(types.Name(name), resources)
		}
		in.fill = in.fillSpace.initial()
		return true
	case "sc", "scn":
		if in.fillSpace == nil {
			in.fill = colour{}
			return true
		}
	case "G", "RG", "K", "CS", "SC", "SCN":
		return true
	default:
		return false
	}
	in.fill = in.fillSpace.from(first(operands))
	return true
}

// initial is the colour that cs sets (ISO 32000-2 8.6.8): black, for a tint too.
func (cs *colourSpace) initial() colour {
	if cs == nil {
		return colour{}
	}
	if cs.family == familyIndexed {
		return cs.palette[0]
	}
	return black
}

// from converts operands of sc: 0 to 1 a component, an index for a palette.
func (cs *colourSpace) from(v [6]float64) colour {
	var b [4]uint8
	for i := range b {
		if cs.family == familyIndexed {
			b[i] = uint8(min(255, max(0, v[i])))
			continue
		}
		b[i] = uint8(min(1, max(0, v[i]))*255 + 0.5)
	}
	return cs.colour(b)
}
