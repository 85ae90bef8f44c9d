package ink

// piece is a connected piece of ink.
type piece struct {
	Rect
	area   int // pixels
	pixels []int32
	ink    int // sum of the contrast
	chroma int // sum of the distance from the paper's colour
	blue   int // sum of how much bluer than the paper it is
}

func (p *piece) w() int { return p.X1 - p.X0 }
func (p *piece) h() int { return p.Y1 - p.Y0 }

// maxPieces bounds the work on noise.
const maxPieces = 4000

// pieces returns the 8-connected pieces of a mask that hold a pixel of at least
// strong contrast, largest work first come: in order of their first pixel.
func (s *sheet) pieces(mask []bool, plane []uint8, strong uint8) []*piece {
	seen := make([]bool, len(mask))
	var out []*piece
	var stack []int32
	for start, on := range mask {
		if !on || seen[start] {
			continue
		}
		if len(out) >= maxPieces {
			break
		}
		p := &piece{Rect: Rect{s.w, s.h, 0, 0}}
		hard := 0
		seen[start] = true
		stack = append(stack[:0], int32(start))
		for len(stack) > 0 {
			i := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			p.pixels = append(p.pixels, i)
			x, y := int(i)%s.w, int(i)/s.w
			p.X0, p.X1 = min(p.X0, x), max(p.X1, x+1)
			p.Y0, p.Y1 = min(p.Y0, y), max(p.Y1, y+1)
			p.ink += int(plane[i])
			if plane[i] >= strong {
				hard++
			}
			if s.chroma != nil {
				p.chroma += int(s.chroma[i])
				p.blue += int(s.blue[i])
			}
			for dy := -1; dy <= 1; dy++ {
				for dx := -1; dx <= 1; dx++ {
					nx, ny := x+dx, y+dy
					if nx < 0 || ny < 0 || nx >= s.w || ny >= s.h {
						continue
					}
					j := ny*s.w + nx
					if mask[j] && !seen[j] {
						seen[j] = true
						stack = append(stack, int32(j))
					}
				}
			}
		}
		p.area = len(p.pixels)
		if hard*12 >= p.area {
			out = append(out, p)
		}
	}
	return out
}
