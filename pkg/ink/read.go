package ink

// Read judges the box of a signature.
func Read(p *Patch) Reading { return Reading{State: Unsure} }

// ReadSeal judges the box of a seal.
func ReadSeal(p *Patch) Reading { return Reading{State: Unsure} }
