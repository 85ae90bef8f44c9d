package raster

import (
	"bytes"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// longKeys are the abbreviations of ISO 32000-2 table 91.
var longKeys = map[string]string{
	"BPC": "BitsPerComponent", "CS": "ColorSpace", "D": "Decode", "DP": "DecodeParms",
	"F": "Filter", "H": "Height", "IM": "ImageMask", "W": "Width",
}

// inlineImage is BI … ID … EI (ISO 32000-2 8.9.7).
func (in *interpreter) inlineImage(lex *lexer, resources types.Dict) error {
	d := types.Dict{}
	for {
		key := lex.next()
		if key.kind == tokenEnd || key.kind == tokenOperator && string(key.text) == "ID" {
			break
		}
		if key.kind != tokenName {
			continue
		}
		name := string(key.text)
		if long, ok := longKeys[name]; ok {
			name = long
		}
		d[name] = lex.next().object()
	}
	if lex.pos < len(lex.data) && isSpace(lex.data[lex.pos]) {
		lex.pos++
	}
	in.painted++
	spec, err := in.file.imageDict(d, resources, in.limits)
	if err != nil {
		lex.inlineData(-1)
		return in.refused(err, in.file.imageSize(d))
	}
	exact := -1
	if len(spec.filters) == 0 {
		n := 1
		if spec.space != nil {
			n = spec.space.n
		}
		exact = (spec.w*spec.bits*n + 7) / 8 * spec.h
	}
	data := bytes.Clone(lex.inlineData(exact))
	spec.load = func() ([]byte, error) { return data, nil }
	return in.refused(in.picture(spec), spec)
}

// inlineData reads up to EI. Without a filter the length is known; otherwise
// EI counts only between white space and when what follows looks like content.
func (l *lexer) inlineData(exact int) []byte {
	start := l.pos
	from := start
	if exact >= 0 {
		from = min(start+exact, len(l.data))
	}
	for i := from; ; i++ {
		k := bytes.Index(l.data[min(i, len(l.data)):], []byte("EI"))
		if k < 0 {
			l.pos = len(l.data)
			return l.data[start:]
		}
		i += k
		after := i + 2
		if i > start && i > from && !isSpace(l.data[i-1]) || after < len(l.data) && !isSpace(l.data[after]) {
			continue
		}
		if !printable(l.data[after:min(after+12, len(l.data))]) {
			continue
		}
		l.pos = after
		if exact >= 0 && exact <= i-start {
			return l.data[start : start+exact]
		}
		return l.data[start:i]
	}
}

func printable(b []byte) bool {
	for _, c := range b {
		if c > 126 || c < 32 && !isSpace(c) {
			return false
		}
	}
	return true
}

// object turns a token of a content stream into an object.
func (t token) object() types.Object {
	switch t.kind {
	case tokenNumber:
		if t.num == float64(int(t.num)) {
			return types.Integer(int(t.num))
		}
		return types.Float(t.num)
	case tokenName:
		return types.Name(t.text)
	case tokenString:
		return types.NewHexLiteral(t.text)
	case tokenArray:
		a := make(types.Array, len(t.list))
		for i := range t.list {
			a[i] = t.list[i].object()
		}
		return a
	case tokenDict:
		d := types.Dict{}
		for i := 0; i+1 < len(t.list); i += 2 {
			d[string(t.list[i].text)] = t.list[i+1].object()
		}
		return d
	case tokenOther:
		switch string(t.text) {
		case "true":
			return types.Boolean(true)
		case "false":
			return types.Boolean(false)
		}
	}
	return nil
}
