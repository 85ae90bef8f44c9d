package main

import (
	"time"

	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
)

// ruleInfo is what can be told of a rule without running it.
type ruleInfo struct {
	id, family         string
	title, why, remedy msg.Message
	after              []string
	editions           []editionInfo
}

type editionInfo struct {
	in       law.Period
	severity lint.Severity
	basis    []law.Citation
}

func describe[D any](rules []lint.Rule[D]) []ruleInfo {
	infos := make([]ruleInfo, len(rules))
	for i := range rules {
		r := &rules[i]
		infos[i] = ruleInfo{id: r.ID, family: r.Family(), title: r.Title, why: r.Why, remedy: r.Remedy, after: r.After}
		for _, e := range r.Editions {
			infos[i].editions = append(infos[i].editions, editionInfo{e.In, e.Severity, e.Basis})
		}
	}
	return infos
}

// on returns the edition in force at a time, or nil.
func (r *ruleInfo) on(t time.Time) *editionInfo {
	for i := range r.editions {
		if r.editions[i].in.Contains(t) {
			return &r.editions[i]
		}
	}
	return nil
}

// findRule returns the rule with an id, or an error that names the nearest.
func findRule(rules []ruleInfo, id string) (*ruleInfo, error) {
	ids := make([]string, len(rules))
	for i := range rules {
		if ids[i] = rules[i].id; ids[i] == id {
			return &rules[i], nil
		}
	}
	return nil, &lint.UnknownRuleError{Name: id, Suggestion: lint.Nearest(id, ids)}
}
