package main

import (
	"math"
	"sort"
)

// node is a split of a tree, or a leaf when feature is -1.
type node struct {
	feature     int
	cut         float64 // left below, right from it on
	left, right int
	value       float64
}

// model is a sum of small regression trees on the log odds.
type model struct {
	bias  float64
	trees [][]node
}

// Settings of the fit. The trees are shallow and many samples decide each leaf:
// the samples are few and other people's ink will be judged.
const (
	rounds   = 140
	depth    = 4
	rate     = 0.07
	leafLeft = 14.0 // least weight of samples in a leaf
	penalty  = 6.0  // L2 on leaf values
)

// rising lists the inputs of which more never makes a signature less likely.
// It keeps a fit on few samples from learning accidents.
func rising(feature int) bool {
	switch feature {
	case 0, 1, 4, 5, 6, 9, 19, 20, 21, 22, 23, 24: // length, turning, largest, tallest, contrast, spread, core, the network
		return true
	}
	return false
}

// boost fits trees to the gradient of the log loss, one after the other
// (Friedman, 2001).
func boost(all []sample, keep, positive func(sample) bool, monotone bool) model {
	var data []sample
	for _, s := range all {
		if keep(s) {
			data = append(data, s)
		}
	}
	n := len(data)
	if n == 0 {
		return model{}
	}
	target, z := make([]float64, n), make([]float64, n)
	var yes, total float64
	for i, s := range data {
		total += s.Weight
		if positive(s) {
			target[i] = 1
			yes += s.Weight
		}
	}
	m := model{bias: math.Log((yes + 1) / (total - yes + 1))}
	for i := range z {
		z[i] = m.bias
	}
	order := make([][]int, len(data[0].X))
	for f := range order {
		order[f] = make([]int, n)
		for i := range n {
			order[f][i] = i
		}
		sort.SliceStable(order[f], func(a, b int) bool { return data[order[f][a]].X[f] < data[order[f][b]].X[f] })
	}
	for range rounds {
		b := builder{data: data, order: order, monotone: monotone, grad: make([]float64, n), hess: make([]float64, n), at: make([]int, n)}
		for i, s := range data {
			p := 1 / (1 + math.Exp(-z[i]))
			b.grad[i] = s.Weight * (target[i] - p)
			b.hess[i] = s.Weight * p * (1 - p)
		}
		b.grow(0, depth, math.Inf(-1), math.Inf(1))
		for i := range z {
			z[i] += b.tree[b.at[i]].value
		}
		m.trees = append(m.trees, b.tree)
	}
	return m
}

// builder grows one tree; at holds the leaf of each sample.
type builder struct {
	data       []sample
	order      [][]int
	grad, hess []float64
	at         []int
	tree       []node
	monotone   bool
}

// grow splits the samples now at a node and returns its index. low and high
// bound the values below a monotone split.
func (b *builder) grow(_ int, level int, low, high float64) int {
	id := len(b.tree)
	var g, h, w float64
	for i, at := range b.at {
		if at == id {
			g, h, w = g+b.grad[i], h+b.hess[i], w+b.data[i].Weight
		}
	}
	value := func(g, h float64) float64 { return min(max(g/(h+penalty), low), high) }
	b.tree = append(b.tree, node{feature: -1, value: rate * value(g, h)})
	if level == 0 || w < 2*leafLeft {
		return id
	}
	best, cut, at := 1e-3, 0.0, -1
	gain := func(g, h float64) float64 { v := value(g, h); return 2*g*v - (h+penalty)*v*v }
	base := gain(g, h)
	for f, order := range b.order {
		var gl, hl, wl, last float64
		for _, i := range order {
			if b.at[i] != id {
				continue
			}
			x := b.data[i].X[f]
			if x > last+1e-9 && wl >= leafLeft && w-wl >= leafLeft {
				if v := gain(gl, hl) + gain(g-gl, h-hl) - base; v > best &&
					!(b.monotone && rising(f) && value(gl, hl) > value(g-gl, h-hl)) {
					best, cut, at = v, (x+last)/2, f
				}
			}
			gl, hl, wl, last = gl+b.grad[i], hl+b.hess[i], wl+b.data[i].Weight, x
		}
	}
	if at < 0 {
		return id
	}
	var gl, hl float64
	for i, where := range b.at {
		if where == id && b.data[i].X[at] < cut {
			gl, hl = gl+b.grad[i], hl+b.hess[i]
		}
	}
	mid := (value(gl, hl) + value(g-gl, h-hl)) / 2
	leftHigh, rightLow := high, low
	if b.monotone && rising(at) {
		leftHigh, rightLow = mid, mid
	}
	b.tree[id].feature, b.tree[id].cut = at, cut
	left := len(b.tree)
	b.move(id, left, func(i int) bool { return b.data[i].X[at] < cut })
	b.tree[id].left = b.grow(left, level-1, low, leftHigh)
	right := len(b.tree)
	b.move(id, right, func(i int) bool { return true })
	b.tree[id].right = b.grow(right, level-1, rightLow, high)
	return id
}

func (b *builder) move(from, to int, which func(int) bool) {
	for i, at := range b.at {
		if at == from && which(i) {
			b.at[i] = to
		}
	}
}

func (m *model) probability(x []float64) float64 { return 1 / (1 + math.Exp(-m.odds(x))) }

func (m *model) odds(x []float64) float64 {
	z := m.bias
	for _, t := range m.trees {
		i := 0
		for t[i].feature >= 0 {
			if x[t[i].feature] < t[i].cut {
				i = t[i].left
			} else {
				i = t[i].right
			}
		}
		z += t[i].value
	}
	return z
}
