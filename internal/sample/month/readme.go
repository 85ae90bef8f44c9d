package month

func readme() []byte { return []byte("x\n") }
