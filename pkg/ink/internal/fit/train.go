package main

import (
	"log"
	"math"
	"math/rand/v2"
	"sync"

	"github.com/tthclint/tthclint/pkg/ink"
	"github.com/tthclint/tthclint/pkg/ink/internal/net"
)

// lesson is one box for the network: the windows, one of which shows the
// signature if there is one.
type lesson struct {
	windows []ink.Window
	class   int // 0 none, 1 signature, 2 fingerprint
	weight  float32
}

func class(truth string) int {
	switch truth {
	case "present":
		return 1
	case "fingerprint":
		return 2
	}
	return 0
}

// Settings of the training.
const (
	batch     = 32
	topRate   = 2e-3 // of Adam
	decay     = 1e-4 // of the weights, a step
	workers   = 2
	shiftMost = 4 // pixels by which a window is moved at random
)

// learner holds one worker's pictures and gradients.
type learner struct {
	s    *net.Scratch
	back []*net.Picture // gradients by the pictures of s
	grad *net.Net
}

func newLearner(n *net.Net) *learner {
	l := &learner{s: n.NewScratch(), grad: net.New()}
	for _, p := range l.s.Pictures {
		l.back = append(l.back, net.NewPicture(p.Planes, p.W, p.H))
	}
	return l
}

// train fits a network by Adam (Kingma and Ba, 2015) on the cross-entropy. Of
// the windows of a box the one counts that the network finds likest a
// signature, as it will when it is used. The result is the same on each run.
func train(lessons []lesson, epochs int, seed uint64) *net.Net {
	rng := rand.New(rand.NewPCG(seed, 5))
	n := net.New()
	for _, c := range n.Convs {
		for i := range c.Weights {
			c.Weights[i] = float32(rng.NormFloat64() * math.Sqrt(2/float64(9*c.In)))
		}
	}
	for i := range n.Weights {
		n.Weights[i] = float32(0.1 * rng.NormFloat64())
	}
	first, second := net.New(), net.New()
	ls := [workers]*learner{}
	for i := range ls {
		ls[i] = newLearner(n)
	}
	var kept []lesson
	for _, l := range lessons {
		if len(l.windows) > 0 {
			kept = append(kept, l)
		}
	}
	step, steps := 0, epochs*(len(kept)/batch)
	for epoch := range epochs {
		order := rng.Perm(len(kept))
		loss := 0.0
		for at := 0; at+batch <= len(order); at += batch {
			ids := order[at : at+batch]
			seeds := make([]uint64, batch)
			for i := range seeds {
				seeds[i] = rng.Uint64()
			}
			var wg sync.WaitGroup
			var losses [workers]float64
			for w := range workers {
				wg.Go(func() {
					ls[w].grad.Clear()
					for i := w; i < batch; i += workers {
						losses[w] += ls[w].learn(n, kept[ids[i]], rand.New(rand.NewPCG(seeds[i], 1)))
					}
				})
			}
			wg.Wait()
			for _, l := range losses {
				loss += l
			}
			step++
			rate := topRate * 0.5 * (1 + math.Cos(math.Pi*float64(step)/float64(steps)))
			rate *= math.Min(1, float64(step)/math.Max(1, 0.05*float64(steps)))
			adam(n, first, second, ls[:], step, rate)
		}
		log.Printf("  epoch %d: loss %.4f", epoch+1, loss/float64(len(order)/batch*batch))
	}
	return n
}

func adam(n, first, second *net.Net, ls []*learner, step int, rate float64) {
	const b1, b2 = 0.9, 0.999
	c1, c2 := 1-math.Pow(b1, float64(step)), 1-math.Pow(b2, float64(step))
	parts, m, v := n.Parts(), first.Parts(), second.Parts()
	for k, part := range parts {
		for i := range part {
			var g float64
			for _, l := range ls {
				g += float64(l.grad.Parts()[k][i])
			}
			g /= batch
			m[k][i] = float32(b1*float64(m[k][i]) + (1-b1)*g)
			v[k][i] = float32(b2*float64(v[k][i]) + (1-b2)*g*g)
			part[i] -= float32(rate * (float64(m[k][i])/c1/(math.Sqrt(float64(v[k][i])/c2)+1e-8) + decay*float64(part[i])))
		}
	}
}

// learn adds the gradient of one lesson and returns its loss.
func (l *learner) learn(n *net.Net, b lesson, rng *rand.Rand) float64 {
	dx, dy := rng.IntN(2*shiftMost+1)-shiftMost, rng.IntN(2*shiftMost+1)-shiftMost
	flip := rng.IntN(2) == 0
	gain := float32(0.75 + 0.5*rng.Float64())
	show(b.windows[l.choose(n, b, rng)], l.s.Pictures[0], dx, dy, flip, gain)
	scores := n.Scores(l.s)
	p := softmax(scores)
	var d [net.Classes]float32
	for k := range d {
		d[k] = float32(p[k]) * b.weight
	}
	d[b.class] -= b.weight
	l.propagate(n, d)
	return -math.Log(math.Max(p[b.class], 1e-9)) * float64(b.weight)
}

// choose returns the window of a box to learn from: of a signed box the one that
// looks likest a signature to the network so far, of another as often any one,
// since none of them is.
func (l *learner) choose(n *net.Net, b lesson, rng *rand.Rand) int {
	if len(b.windows) == 1 {
		return 0
	}
	if b.class == 0 && rng.IntN(2) == 0 {
		return rng.IntN(len(b.windows))
	}
	best, most := 0, math.Inf(-1)
	for i, w := range b.windows {
		show(w, l.s.Pictures[0], 0, 0, false, 1)
		if look, _ := ink.Odds(n.Scores(l.s)); look > most {
			best, most = i, look
		}
	}
	return best
}

func softmax(s [net.Classes]float32) (p [net.Classes]float64) {
	most := float64(max(s[0], s[1], s[2]))
	sum := 0.0
	for k, v := range s {
		p[k] = math.Exp(float64(v) - most)
		sum += p[k]
	}
	for k := range p {
		p[k] /= sum
	}
	return p
}

// show fills the input with a window, moved, turned over, lighter or darker.
func show(w ink.Window, p *net.Picture, dx, dy int, flip bool, gain float32) {
	for k, plane := range [net.Planes][]uint8{w.Clean, w.All} {
		for y := range net.H {
			row := p.Row(k, y)[1 : net.W+1]
			clear(row)
			if v := y + dy; v >= 0 && v < net.H {
				for x := range row {
					u := x + dx
					if flip {
						u = net.W - 1 - u
					}
					if u >= 0 && u < net.W {
						row[x] = min(float32(plane[v*net.W+u])*gain, 130) / 100
					}
				}
			}
		}
	}
}

// propagate runs the gradient of the scores back through the network.
func (l *learner) propagate(n *net.Net, d [net.Classes]float32) {
	s := l.s
	last := l.back[len(l.back)-1]
	for _, p := range l.back {
		clear(p.V)
	}
	area := float32(last.W * last.H)
	for o := range last.Planes {
		var most, mean float32
		for k := range d {
			i := k*len(s.Pooled) + 2*o
			l.grad.Weights[i] += d[k] * s.Pooled[2*o]
			l.grad.Weights[i+1] += d[k] * s.Pooled[2*o+1]
			most += d[k] * n.Weights[i]
			mean += d[k] * n.Weights[i+1]
		}
		mean *= 4 / area
		for y := range last.H {
			row := last.Row(o, y)[1 : last.W+1]
			for x := range row {
				row[x] = mean
			}
		}
		last.Row(o, s.Arg[o]/last.W)[1+s.Arg[o]%last.W] += most
	}
	for k := range d {
		l.grad.Bias[k] += d[k]
	}
	for i := len(n.Convs) - 1; i >= 0; i-- {
		backward(&n.Convs[i], &l.grad.Convs[i], s.Pictures[i], s.Pictures[i+1], l.back[i], l.back[i+1], i > 0)
	}
}

// backward takes the gradient of a layer's output to its weights and, but for
// the first layer, to its input.
func backward(c, grad *net.Conv, in, out, din, dout *net.Picture, further bool) {
	for o := range c.Out {
		for y := range out.H {
			val, dv := out.Row(o, y)[1:out.W+1], dout.Row(o, y)[1:out.W+1]
			any := false
			for x, v := range val {
				if v <= 0 {
					dv[x] = 0
				} else if dv[x] != 0 {
					any = true
					grad.Bias[o] += dv[x]
				}
			}
			if !any {
				continue
			}
			for i := range c.In {
				at := (o*c.In + i) * 9
				k, g := c.Weights[at:at+9], grad.Weights[at:at+9]
				for dy := range 3 {
					src := in.Row(i, y*c.Stride+dy-1)
					var a, b, e float32
					if c.Stride == 1 {
						src = src[:len(dv)+2]
						for x, d := range dv {
							a += d * src[x]
							b += d * src[x+1]
							e += d * src[x+2]
						}
					} else {
						src = src[:2*len(dv)+1]
						for x, d := range dv {
							a += d * src[2*x]
							b += d * src[2*x+1]
							e += d * src[2*x+2]
						}
					}
					g[3*dy] += a
					g[3*dy+1] += b
					g[3*dy+2] += e
					if !further {
						continue
					}
					dst := din.Row(i, y*c.Stride+dy-1)
					w0, w1, w2 := k[3*dy], k[3*dy+1], k[3*dy+2]
					for x, d := range dv {
						if d != 0 {
							u := x * c.Stride
							dst[u] += d * w0
							dst[u+1] += d * w1
							dst[u+2] += d * w2
						}
					}
				}
			}
		}
	}
}
