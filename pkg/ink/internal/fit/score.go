package main

import (
	"context"
	"fmt"
	"sort"

	"github.com/tthclint/tthclint/pkg/ink"
)

// count tallies answers of the package as it is.
type count struct{ n, right, unsure, passed, accused int }

func (c *count) add(signed bool, s ink.State) {
	c.n++
	switch {
	case s == ink.Unsure:
		c.unsure++
	case s.Signed() == signed:
		c.right++
	case signed:
		c.accused++
	default:
		c.passed++
	}
}

func (c *count) String() string {
	return fmt.Sprintf("%5d: right %5.1f %%, unsure %5.1f %% (%d), passed %d, accused %d", c.n,
		100*float64(c.right)/float64(c.n), 100*float64(c.unsure)/float64(c.n), c.unsure, c.passed, c.accused)
}

// scoreFolder measures and judges every box of a labelled folder by the
// package's own models.
func scoreFolder(ctx context.Context, dir, cache string, wrong bool) error {
	ss, err := found(ctx, dir, cache)
	if err != nil {
		return err
	}
	spouse, official := ink.Networks()
	look(spouse, official, ss)
	score(dir, ss, wrong)
	return nil
}

// score judges samples by the package's own models and prints what came of it,
// by box and by page: of a certificate both spouses' boxes count.
func score(name string, ss []sample, wrong bool) {
	by := map[string]*count{}
	add := func(k string, signed bool, s ink.State) {
		if by[k] == nil {
			by[k] = &count{}
		}
		by[k].add(signed, s)
	}
	pages := map[string][]sample{}
	var finger [2]int
	for _, s := range ss {
		if s.Sealed {
			r := ink.Judge(s.Features, true)
			add("official", signed(s), r.State)
			add("official "+s.Truth, signed(s), r.State)
			seal := ink.JudgeSeal(s.Features, s.Colour)
			add("seal "+s.Seal, s.Seal == "present", seal.State)
			if wrong && (r.State.Signed() != signed(s) || r.State == ink.Unsure) {
				fmt.Printf("    %s official %s %s: %s p=%.2f look=%.1f len=%.0f big=%.0f hidden=%.0f ring=%.2f\n", s.Page, s.Truth, s.Case, r.State, r.Features.Signature, s.Features.LookSigned, s.Features.Length, s.Features.Largest, s.Features.Hidden, s.Features.Ring)
			}
			if wrong && (seal.State == ink.Unsure || (seal.State == ink.Present) != (s.Seal == "present")) {
				fmt.Printf("    %s seal %s: %s %.2f ring=%.2f red=%.0f colour=%v\n", s.Page, s.Seal, seal.State, seal.Confidence, s.Features.Ring, s.Features.Red, s.Colour)
			}
			continue
		}
		r := ink.Judge(s.Features, false)
		add("box", signed(s), r.State)
		add("box "+s.Truth+" "+s.Case, signed(s), r.State)
		if s.Truth == "fingerprint" {
			finger[1]++
			if r.State == ink.Fingerprint {
				finger[0]++
			}
		}
		if wrong && (r.State == ink.Unsure || r.State.Signed() != signed(s)) {
			fmt.Printf("    %s %s %s %s: %s p=%.2f look=%.1f core=%.0f/%.1f len=%.0f big=%.0f lines=%d blob=%.0f\n", s.Page, s.Who, s.Truth, s.Case, r.State, r.Features.Signature, s.Features.LookSigned, s.Features.Core, s.Features.CoreTurning, s.Features.Length, s.Features.Largest, s.Features.TextLines, s.Features.BlobArea)
		}
		k := fmt.Sprint(s.Page, s.Turn)
		pages[k] = append(pages[k], s)
	}
	for _, boxes := range pages {
		if len(boxes) != 2 {
			continue
		}
		a, b := ink.Judge(boxes[0].Features, false).State, ink.Judge(boxes[1].Features, false).State
		both := signed(boxes[0]) && signed(boxes[1])
		state := ink.Unsure
		switch {
		case a == ink.Absent || b == ink.Absent:
			state = ink.Absent
		case a.Signed() && b.Signed():
			state = ink.Present
		}
		mode := "grey"
		if boxes[0].Bilevel {
			mode = "bilevel"
		} else if boxes[0].Colour {
			mode = "colour"
		}
		add("page", both, state)
		add("page "+boxes[0].Level, both, state)
		add("page "+mode, both, state)
	}
	fmt.Println(name)
	var ks []string
	for k := range by {
		ks = append(ks, k)
	}
	sort.Strings(ks)
	for _, k := range ks {
		fmt.Printf("  %-28s %v\n", k, by[k])
	}
	fmt.Printf("  fingerprints named so: %d of %d\n", finger[0], finger[1])
}
