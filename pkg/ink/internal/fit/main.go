// Command fit estimates the models of package ink.
//
//	go run ./pkg/ink/internal/fit -corpus DIR -fonts DIR,DIR -out pkg/ink
//
// DIR is the shared corpus. Only scans/pages-open and scans/signatures/cross-media
// are read: their ink is under the MIT licence. All other samples are drawn by
// this program. The result is the same on each run with the same fonts.
//
// Writers are parted in two: by the one half the network is trained, by the
// other the trees, which so see how sure the network is on people whom it does
// not know.
package main

import (
	"context"
	"flag"
	"fmt"
	"hash/fnv"
	"log"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/tthclint/tthclint/pkg/ink"
	"github.com/tthclint/tthclint/pkg/ink/internal/net"
)

// sample is one box as measured, with the truth about it.
type sample struct {
	Example
	Features ink.Features
	Windows  []ink.Window
	X        []float64
	Weight   float64
}

func main() {
	log.SetFlags(log.Ltime)
	corpus := flag.String("corpus", "", "the shared corpus")
	fonts := flag.String("fonts", "/usr/share/fonts", "folders of fonts")
	nets := flag.Int("net", 4000, "boxes drawn for the network")
	trees := flag.Int("trees", 2000, "boxes drawn for the trees")
	epochs := flag.Int("epochs", 6, "of the network's training")
	cache := flag.String("cache", "", "folder to keep measured samples in; read where they exist")
	also := flag.String("also", "", "further labelled folders to fit on")
	check := flag.String("check", "", "further labelled folders to report on")
	out := flag.String("out", "", "folder to write the models to")
	old := flag.Bool("old", false, "take the network in -out as it is")
	judge := flag.String("score", "", "only judge a labelled folder by the models built in")
	wrong := flag.Bool("wrong", false, "list the samples of -check that are judged wrong or not")
	flag.Parse()
	if *judge != "" {
		if err := scoreFolder(context.Background(), *judge, *wrong); err != nil {
			log.Fatal(err)
		}
		return
	}
	if err := run(*corpus, *fonts, *nets, *trees, *epochs, *cache, *also, *check, *out, *old, *wrong); err != nil {
		log.Fatal(err)
	}
}

func run(corpus, fonts string, nets, trees, epochs int, cache, also, check, out string, old, wrong bool) error {
	ctx := context.Background()
	scans := filepath.Join(corpus, "scans")
	crops, err := loadCrops(filepath.Join(scans, "signatures", "cross-media"))
	if err != nil {
		return err
	}
	var half [2][]crop
	for _, c := range crops {
		half[part(c.writer, 2)] = append(half[part(c.writer, 2)], c)
	}
	f, err := loadFaces(strings.Split(fonts, ","))
	if err != nil {
		return err
	}
	log.Printf("%d crops, fonts: %d of print, %d neat and %d flowing hands", len(crops), len(f.print), len(f.hand), len(f.flowing))
	forNet, err := kept(cache, fmt.Sprint("net-", nets), func() ([]sample, error) { return drawMany(nets, 0, half[0], f), nil })
	if err != nil {
		return err
	}
	forTrees, err := kept(cache, fmt.Sprint("trees-", trees), func() ([]sample, error) { return drawMany(trees, 1<<20, half[1], f), nil })
	if err != nil {
		return err
	}
	// Fingerprints are rare among the others and come in many looks.
	fingers, err := kept(cache, "fingers", func() ([]sample, error) {
		return drawMany(240, 1<<21, half[1], f, "fingerprint fingerprint", "fingerprint named"), nil
	})
	if err != nil {
		return err
	}
	forNet, forTrees = append(forNet, fingers[:len(fingers)/2]...), append(forTrees, fingers[len(fingers)/2:]...)
	// So do signatures that are next to plain writing.
	penned, err := kept(cache, "neat", func() ([]sample, error) { return drawMany(700, 1<<22, half[1], f, neat...), nil })
	if err != nil {
		return err
	}
	forNet, forTrees = append(forNet, penned[:len(penned)/2]...), append(forTrees, penned[len(penned)/2:]...)
	for _, ss := range [][]sample{forNet, forTrees} {
		for i := range ss {
			if ss[i].Case == "hand_name" { // who only writes a name may mean to sign by it
				ss[i].Weight *= 0.3
			}
		}
	}
	open, err := kept(cache, "open", func() ([]sample, error) { return folder(ctx, filepath.Join(scans, "pages-open"), 2) })
	if err != nil {
		return err
	}
	for _, dir := range strings.Split(also, ",") {
		if dir == "" {
			continue
		}
		more, err := kept(cache, strings.ReplaceAll(strings.Trim(dir, "/"), "/", "-"), func() ([]sample, error) { return folder(ctx, dir, 1) })
		if err != nil {
			return err
		}
		open = append(open, more...)
	}
	for _, s := range open {
		s.Weight = 1.5
		if part(s.owner(), 2) == 0 {
			forNet = append(forNet, s)
		} else {
			forTrees = append(forTrees, s)
		}
	}
	var n *net.Net
	if old {
		if n, err = readNet(filepath.Join(out, "net.bin.gz")); err != nil {
			return err
		}
	} else {
		n = train(lessons(forNet), epochs, 1)
		if out != "" {
			if err := writeNet(filepath.Join(out, "net.bin.gz"), n); err != nil {
				return err
			}
		}
	}
	look(n, forTrees)
	crossCheck("spouse", forTrees, false)
	crossCheck("official", forTrees, true)
	everyone := slices.Concat(forNet, forTrees) // the network has no say on seals
	crossCheckSeals(everyone)
	m := fit(forTrees, everyone)
	if out != "" {
		if err := writeJSON(filepath.Join(out, "trees.json.gz"), m); err != nil {
			return err
		}
	}
	for _, dir := range strings.Split(check, ",") {
		if dir == "" {
			continue
		}
		ss, err := kept(cache, strings.ReplaceAll(strings.Trim(dir, "/"), "/", "-"), func() ([]sample, error) { return folder(ctx, dir, 1) })
		if err != nil {
			return err
		}
		look(n, ss)
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

// drawMany draws and measures boxes; each fourth is an official's, but of
// kinds that are asked for.
func drawMany(n int, from uint64, crops []crop, f *faces, kinds ...string) []sample {
	out := make([]sample, n)
	var wg sync.WaitGroup
	for k := range workers {
		wg.Go(func() {
			for i := k; i < n; i += workers {
				out[i] = measured(drawn(from+uint64(i), crops, f, i%4 == 3 && kinds == nil, kinds), 1)
			}
		})
	}
	wg.Wait()
	return out
}

// folder measures every box of a labelled folder as often as asked, each time
// at another error of its place.
func folder(ctx context.Context, dir string, times int) ([]sample, error) {
	var out []sample
	for k := range times {
		ex, err := load(ctx, dir, uint64(k+1), func(map[string]string) bool { return true })
		if err != nil {
			return nil, err
		}
		for _, e := range ex {
			out = append(out, measured(e, 1))
		}
	}
	return out, nil
}

func measured(e Example, weight float64) sample {
	s := sample{Example: e, Weight: weight}
	s.Features, s.Windows = ink.Survey(e.Patch)
	s.Sealed, s.Bilevel, s.Colour = e.Patch.Sealed, e.Patch.Bilevel, e.Patch.Cb != nil
	s.Patch = nil
	return s
}

func lessons(ss []sample) []lesson {
	var out []lesson
	for _, s := range ss {
		out = append(out, lesson{s.Windows, class(s.Truth), float32(s.Weight)})
	}
	return out
}

// look shows the samples to the network and makes the inputs of the trees.
func look(n *net.Net, ss []sample) {
	var wg sync.WaitGroup
	for k := range workers {
		wg.Go(func() {
			s := n.NewScratch()
			for i := k; i < len(ss); i += workers {
				ss[i].Features.Look, ss[i].Features.LookFinger, ss[i].Features.LookGroup = -8, 0, ink.Group{}
				for _, w := range ss[i].Windows {
					show(w, s.Pictures[0], 0, 0, false, 1)
					ss[i].Features.Consider(w, n.Scores(s))
				}
				ss[i].X = ss[i].Features.Vector()
			}
		})
	}
	wg.Wait()
}
