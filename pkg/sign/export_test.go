package sign

// WalkAll makes the comparison of revisions walk all of the document with every
// update, as the standard reads: what the shorter walk is held against.
func WalkAll(o Options) Options {
	o.walkAll = true
	return o
}
