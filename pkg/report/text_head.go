package report

import (
	"maps"
	"slices"
	"strings"

	"github.com/tthclint/tthclint/pkg/lint"
)

// basics says the day of the check, the anchors, and where revocation data may
// have come from.
func (p *textPrinter) basics(h lint.Head) {
	p.field("", p.word(wordDate), p.say(day.With("date", legalDay(h.AsOf))))
	p.anchors(h.Anchors)
	p.field("", p.word(wordRevocation), p.revocation(h))
	if h.Waivers != "" {
		p.field("", p.word(wordWaivers), string(name(h.Waivers)))
	}
	if h.Baseline != "" {
		p.field("", p.word(wordBaseline), string(name(h.Baseline)))
	}
	if h.Config != nil {
		p.config(h.Config, h.Rules)
	}
}

// config names the file of settings, and what it changes in how strictly is
// judged: nobody should take a report for a stricter one than it is.
func (p *textPrinter) config(c *lint.ConfigInfo, ran []string) {
	p.field("", p.word(wordConfig), p.say(wordConfigFile.With("path", name(c.File), "sha256", Fingerprint(c.SHA256[:min(len(c.SHA256), 16)]))))
	var changed []string
	for _, rule := range slices.Sorted(maps.Keys(c.Severities)) {
		changed = append(changed, p.say(wordSeverityOf.With("rule", rule, "severity", SeverityWord(c.Severities[rule]).With())))
	}
	if len(changed) > 0 {
		p.field("", "", p.say(wordSeverities.With("rules", strings.Join(changed, ", "))))
	}
	if len(c.Skipped) > 0 {
		p.field("", "", p.say(wordSkipped.With("n", len(c.Skipped), "rules", strings.Join(families(c.Skipped, ran), ", "))))
	}
}

// families puts a whole family, as scan/*, in the place of its rules where none
// of them ran.
func families(skipped, ran []string) (names []string) {
	for _, rule := range skipped {
		family, _, _ := strings.Cut(rule, "/")
		if !slices.ContainsFunc(ran, func(id string) bool { return strings.HasPrefix(id, family+"/") }) {
			rule = family + "/*"
		}
		if !slices.Contains(names, rule) {
			names = append(names, rule)
		}
	}
	return names
}

// anchors names what chains may end at. Those that are not built in stand there
// in full, each on its own, so that nobody trusts one without knowing.
func (p *textPrinter) anchors(all []lint.Anchor) {
	label := p.word(wordAnchors)
	var builtIn []string
	for _, a := range all {
		if a.Origin == lint.BuiltIn {
			builtIn = append(builtIn, a.Name)
		}
	}
	if len(builtIn) > 0 {
		p.field("", label, p.say(wordBuiltIn.With("names", strings.Join(builtIn, "; "))))
		label = ""
	}
	for _, a := range all {
		word := wordOwn
		switch a.Origin {
		case lint.BuiltIn:
			continue
		case lint.Pinned:
			word = wordPinned
		}
		p.field("", label, p.say(word.With("subject", a.Subject, "date", legalDay(a.NotAfter), "sha256", Fingerprint(a.SHA256), "source", name(a.Source))))
		label = ""
	}
	if len(all) == 0 {
		p.field("", label, p.word(wordNoAnchors))
	}
}

// Fingerprint writes a digest in groups, for people who compare it with another
// one.
func Fingerprint(digest string) string {
	var groups []string
	for group := range slices.Chunk([]byte(strings.ToUpper(digest)), 8) {
		groups = append(groups, string(group))
	}
	return strings.Join(groups, " ")
}

// revocation says where revocation data may have come from.
func (p *textPrinter) revocation(h lint.Head) string {
	switch {
	case h.Evidence == "" && h.Online:
		return p.word(wordOnline)
	case h.Evidence == "":
		return p.word(wordOffline)
	case h.Online:
		return p.say(wordOnlineBy.With("folder", name(h.Evidence)))
	}
	return p.say(wordOfflineBy.With("folder", name(h.Evidence)))
}

// beyond says what no rule looks at.
func (p *textPrinter) beyond(h lint.Head) {
	for i, t := range h.Unchecked {
		label := ""
		if i == 0 {
			label = p.word(wordBeyond)
		}
		p.field("", label, p.say(t))
	}
}
