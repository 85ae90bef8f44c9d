package indicator

// SignatureRules and MaxFailing are what tests need to know.
func SignatureRules() []string { return signatureRules() }

const MaxFailing, MaxGroups = maxFailing, maxGroups
