package form

import "slices"

// values notes what looks like a mistake in the values of a form.
func (r *draft) values(f *Form) {
	codes := 0
	for i, v := range f.Values {
		path := item(".values", i)
		r.repeated(in(path, "captions"), v.Captions)
		switch {
		case v.Signer != "":
			if len(v.Captions) > 0 || v.Under != "" {
				r.wrong(path, signerCaptions)
			}
		case len(v.Captions) == 0:
			r.wrong(path, valueNowhere, "value", v.Key)
		}
		for j, c := range v.Captions {
			for _, o := range f.Values[:i] {
				if o.Under == v.Under && slices.ContainsFunc(o.Captions, func(w string) bool { return same(lead(c), lead(w)) }) {
					r.wrong(item(in(path, "captions"), j), sharedValue, "text", c, "value", o.Key)
				}
			}
		}
		if v.Code {
			if codes++; codes == 2 {
				r.wrong(in(path, "code"), severalOwnCodes)
			}
		}
	}
}
