// Command fit estimates the models of package ink, in three steps:
//
//	go run ./pkg/ink/internal/fit -corpus DIR -fonts DIR,DIR -cache DIR -views DIR
//	python3 pkg/ink/internal/fit/train.py DIR pkg/ink
//	go run ./pkg/ink/internal/fit -corpus DIR -fonts DIR,DIR -cache DIR -out pkg/ink
//
// The first draws and measures the samples and writes what the networks shall
// see, the second trains these, the third fits the trees. The corpus is the
// shared one; only scans/pages-open and scans/signatures/cross-media are read:
// their ink is under the MIT licence. All other samples are drawn. The result
// is the same on each run with the same fonts.
//
// Writers are parted: by the most of them the networks are trained, by the
// others the trees, which so see how sure the networks are on people whom they
// do not know.
package main

import (
	"context"
	"flag"
	"hash/fnv"
	"log"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/tthclint/tthclint/pkg/ink"
	"github.com/tthclint/tthclint/pkg/ink/internal/net"
)

const workers = 2

// sample is one box as measured, with the truth about it.
type sample struct {
	Example
	Features ink.Features
	View     ink.View
	X        []float64
	Weight   float64
	unseen   bool // a kind of ink that the networks do not learn from
}

func main() {
	log.SetFlags(log.Ltime)
	corpus := flag.String("corpus", "", "the shared corpus")
	fonts := flag.String("fonts", "/usr/share/fonts", "folders of fonts")
	boxes := flag.Int("boxes", 9000, "boxes to draw")
	rounds := flag.Int("rounds", 1, "how often all series are drawn, each time anew")
	first := flag.Int("first", 0, "the first of the rounds")
	cache := flag.String("cache", "", "folder to keep measured samples in; read where they exist")
	only := flag.String("only", "", "of the series that are drawn, these alone")
	also := flag.String("also", "", "further labelled folders to fit on")
	more := flag.String("trees", "", "further labelled folders to fit the trees on, not the networks")
	check := flag.String("check", "", "further labelled folders to report on")
	views := flag.String("views", "", "folder to write the networks' samples to; then no trees are fitted")
	out := flag.String("out", "", "folder of the networks, to write the trees to")
	judge := flag.String("score", "", "only judge a labelled folder by the models built in")
	seals := flag.Bool("seals", false, "fit only the trees of seals, on boxes measured anew, and keep the others of -out")
	persons := flag.Bool("persons", false, "fit only the trees of the boxes of persons, and keep the others of -out")
	wrong := flag.Bool("wrong", false, "list the samples of -check or -score that are judged wrong or not")
	flag.Parse()
	ctx := context.Background()
	if *judge != "" {
		if err := scoreFolder(ctx, *judge, *cache, *wrong); err != nil {
			log.Fatal(err)
		}
		return
	}
	if *seals {
		if err := fitSeals(ctx, *corpus, *fonts, *also, *more, *check, *out, *boxes); err != nil {
			log.Fatal(err)
		}
		return
	}
	ss, err := gather(ctx, *corpus, *fonts, *only, *also, *cache, *boxes, *first, *rounds)
	if err == nil && *views != "" {
		err = writeViews(*views, ss)
	} else if err == nil {
		err = fitTrees(ctx, ss, *out, *more, *check, *cache, *persons, *wrong)
	}
	if err != nil {
		log.Fatal(err)
	}
}

// gather measures all samples.
func gather(ctx context.Context, corpus, fonts, only, also, cache string, boxes, first, rounds int) ([]sample, error) {
	draws, err := allSeries(corpus, fonts, boxes, first, rounds)
	if err != nil {
		return nil, err
	}
	var ss []sample
	for _, d := range draws {
		if l := folders(only); l != nil && !slices.Contains(l, d.name) {
			continue
		}
		more, err := kept(cache, d.name, func() ([]sample, error) { return d.draw(false, everyone), nil })
		if err != nil {
			return nil, err
		}
		for i := range more {
			more[i].unseen = d.unseen
		}
		ss = append(ss, more...)
	}
	for i := range ss {
		switch {
		case !ss[i].onlyNamed():
		case strings.HasPrefix(ss[i].Case, "written+"):
			ss[i].Weight *= 0.5
		default:
			ss[i].Weight *= 0.3
		}
	}
	for _, l := range labelled(corpus, also) {
		more, err := kept(cache, fileName(l.dir), func() ([]sample, error) { return folder(ctx, l.dir, l.times, everyone) })
		if err != nil {
			return nil, err
		}
		read, err := found(ctx, l.dir, cache)
		if err != nil {
			return nil, err
		}
		more = append(more, read...)
		for i := range more {
			more[i].Weight = 1.5
		}
		ss = append(ss, more...)
	}
	return ss, nil
}

// labelled are the folders of scans that are fitted on: that of the corpus, which
// is cut three times, and others.
func labelled(corpus, also string) []labelledFolder {
	all := []labelledFolder{{filepath.Join(corpus, "scans", "pages-open"), 3}}
	for _, dir := range folders(also) {
		all = append(all, labelledFolder{dir, 1})
	}
	return all
}

type labelledFolder struct {
	dir   string
	times int // its boxes are cut
}

// folders takes a list with commas apart.
func folders(list string) []string {
	if list == "" {
		return nil
	}
	return strings.Split(list, ",")
}

func fileName(dir string) string { return strings.ReplaceAll(strings.Trim(dir, "/"), "/", "-") }

// forTrees reports whether the trees are fitted on a sample, not the networks.
func (s *sample) forTrees() bool { return s.unseen || part(s.owner(), 4) == 0 }

// fitTrees fits the trees by the networks in a folder and reports on them.
func fitTrees(ctx context.Context, all []sample, out, more, check, cache string, persons, wrong bool) error {
	spouse, err := readNet(filepath.Join(out, "spouse.bin.gz"))
	if err != nil {
		return err
	}
	official, err := readNet(filepath.Join(out, "official.bin.gz"))
	if err != nil {
		return err
	}
	var ss []sample
	for _, s := range all {
		if s.forTrees() {
			ss = append(ss, s)
		}
	}
	for _, dir := range folders(more) {
		of, err := found(ctx, dir, cache)
		if err != nil {
			return err
		}
		for _, s := range of {
			s.Weight = 1.5
			ss = append(ss, s)
		}
	}
	if persons {
		ss = slices.DeleteFunc(ss, func(s sample) bool { return s.Sealed })
	}
	look(spouse, official, ss)
	crossCheck("spouse", ss, false)
	path := filepath.Join(out, "trees.json.gz")
	var m file
	if persons {
		if m, err = readJSON(path); err != nil {
			return err
		}
		m.Signed, m.Finger = fitPersons(ss)
	} else {
		crossCheck("official", ss, true)
		crossCheckSeals(ss)
		m = fit(ss)
	}
	if err := writeJSON(path, m); err != nil {
		return err
	}
	for _, dir := range folders(check) {
		ss, err := found(ctx, dir, cache)
		if err != nil {
			return err
		}
		look(spouse, official, ss)
		report(dir, ss, m, wrong)
	}
	return nil
}

// owner is whose box a sample is: the writer's, or the page's when nobody wrote.
func (s *sample) owner() string {
	if s.Writer != "" {
		return s.Writer
	}
	return s.Page
}

// part assigns a name to one of n parts.
func part(name string, n uint32) int {
	h := fnv.New32a()
	h.Write([]byte(name))
	return int(h.Sum32() / 7 % n)
}

// everyone keeps all samples.
func everyone(*sample) bool { return true }

// folder measures the boxes of a labelled folder that are kept, as often as asked,
// each time at another error of their places.
func folder(ctx context.Context, dir string, times int, keep func(*sample) bool) ([]sample, error) {
	var out []sample
	for k := range times {
		pages := map[int][]sample{}
		var mu sync.Mutex
		if err := load(ctx, dir, uint64(k+1), func(page int, e Example) {
			s := sample{Example: e, Weight: 1}
			if !keep(&s) {
				return
			}
			s.measure()
			mu.Lock()
			defer mu.Unlock()
			pages[page] = append(pages[page], s)
		}); err != nil {
			return nil, err
		}
		for _, i := range slices.Sorted(maps.Keys(pages)) {
			out = append(out, pages[i]...)
		}
	}
	return out, nil
}

// measure measures the patch of a sample and lets go of it.
func (s *sample) measure() {
	s.Features, s.View = ink.Survey(s.Patch)
	s.Sealed, s.Bilevel, s.Colour = s.Patch.Sealed, s.Patch.Bilevel, s.Patch.Cb != nil
	s.Patch = nil
}

// look shows the samples to the networks and makes the inputs of the trees.
func look(spouse, official *net.Net, ss []sample) {
	var wg sync.WaitGroup
	for k := range workers {
		wg.Go(func() {
			room := official.NewScratch() // both networks have the same layers
			for i := k; i < len(ss); i += workers {
				n := spouse
				if ss[i].Sealed {
					n = official
				}
				ss[i].Features.Look(n, room, &ss[i].View)
				ss[i].X = ss[i].Features.Vector()
			}
		})
	}
	wg.Wait()
}
