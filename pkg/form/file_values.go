package form

// valueYAML is a value in a form file; see [Value] for the meaning.
type valueYAML struct {
	Key      string      `yaml:"key"`
	Label    Text        `yaml:"label"`
	Type     ValueType   `yaml:"type"`
	Required bool        `yaml:"required"`
	Basis    []basisYAML `yaml:"basis"`
	Captions []string    `yaml:"captions"`
	Side     Side        `yaml:"side"`
	Under    string      `yaml:"under"`
	Signer   string      `yaml:"signer"`
	SameAs   string      `yaml:"same_as"`
	Repeated bool        `yaml:"repeated"`
	Owner    bool        `yaml:"owner"`
	Code     bool        `yaml:"code"`
}

func (y valueYAML) value(d *draft, path string) Value {
	v := Value{Key: y.Key, Label: y.Label, Type: y.Type, Required: y.Required, Basis: d.basis(in(path, "basis"), y.Basis),
		Captions: y.Captions, Side: y.Side, Under: y.Under, Signer: y.Signer, SameAs: y.SameAs, Repeated: y.Repeated, Owner: y.Owner, Code: y.Code}
	d.name(in(path, "key"), "key", y.Key)
	d.both(in(path, "label"), "label", y.Label)
	if v.Type == "" {
		v.Type = TextValue
	}
	choice(d, in(path, "type"), v.Type, NameValue, NumberValue, DateValue, PlaceValue, IDValue, TextValue)
	if v.Side == "" {
		v.Side = After
	}
	choice(d, in(path, "side"), v.Side, After, Below, Either)
	d.wordings(in(path, "captions"), v.Captions)
	return v
}

// addValues checks the values of a file, whose keys no field has, and that what
// they name exists.
func (f *Form) addValues(d *draft, all []valueYAML) {
	for i, y := range all {
		path := item(".values", i)
		if f.Value(y.Key) != nil || f.Field(y.Key) != nil {
			d.wrong(in(path, "key"), twice, "name", y.Key)
		}
		f.Values = append(f.Values, y.value(d, path))
	}
	for i, v := range f.Values {
		path := item(".values", i)
		if v.Under != "" && (f.Value(v.Under) == nil || v.Under == v.Key) {
			d.wrong(in(path, "under"), noOtherValue, "name", v.Under)
		}
		if v.SameAs != "" && (f.Value(v.SameAs) == nil || v.SameAs == v.Key) {
			d.wrong(in(path, "same_as"), noOtherValue, "name", v.SameAs)
		}
		if other := f.Value(v.Under); other != nil && other.Under != "" {
			d.wrong(in(path, "under"), underUnder, "name", v.Under)
		}
		if s := f.Field(v.Signer); v.Signer != "" && (s == nil || s.Kind != Signature || s.With != "") {
			d.wrong(in(path, "signer"), noSigner, "name", v.Signer)
		}
	}
}
