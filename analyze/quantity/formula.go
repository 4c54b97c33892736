package quantity

import (
	"math"
	"strings"

	"synoptic/analyze/numeral"
	"synoptic/lang"
)

// formula reads a unit as science writes it at atom i, of several parts or with
// an exponent: "W/min", "km/s2", "kg m-3", "fb−1". end is i when there is none.
func (r *reader) formula(i int) (u lang.Unit, end int) {
	u.Factor = 1
	var above, below []string
	dimension := ""
	single := true
	for k, under := i, false; k < len(r.atoms); {
		p, power, to := r.part(k)
		if to == k || k > i && !under && !r.atoms[k].Glued && power > 0 {
			break
		}
		if under {
			power = -power
		}
		u.Factor *= math.Pow(p.Factor, float64(power))
		name := p.Name
		switch max(power, -power) {
		case 2:
			name = r.l.Square + " " + name
		case 3:
			name = r.l.Cubic + " " + name
		}
		if power > 0 {
			above = append(above, name)
		} else {
			below = append(below, name)
		}
		single = single && k == i && power == 1
		if end = to; dimension == "" {
			dimension = p.Dimension
		}
		k, under = to, false
		if k+1 < len(r.atoms) && r.atoms[k].Glued && r.atoms[k+1].Glued {
			switch r.atoms[k].Word {
			case "/":
				k, under = k+1, true
			case "·", "⋅", "*":
				k++
			}
		}
	}
	if end <= i || single {
		return lang.Unit{}, i
	}
	if len(above) == 0 {
		above, below = []string{r.l.Inverse + " " + below[0]}, below[1:]
	}
	u.Name = strings.Join(above, " ")
	for _, name := range below {
		u.Name += " " + r.l.Divided + " " + name
	}
	u.Dimension = dimension + " rate"
	return u, end
}

// part reads one unit of a formula with its exponent at atom i.
func (r *reader) part(i int) (u lang.Unit, power, end int) {
	a := &r.atoms[i]
	if a.Kind != numeral.Word {
		return u, 0, i
	}
	u, ok := r.l.Letters[a.Text(r.d.Text)]
	if !ok {
		if u, ok = r.l.Units.At(r.l.Units.Step(0, a.Word)); !ok || len(a.Word) > 3 || u.Dimension == Money || u.Dimension == Percent {
			return u, 0, i
		}
	}
	power, end = 1, i+1
	k, sign := end, 1
	if k+1 < len(r.atoms) && r.atoms[k].Glued && r.atoms[k].Word == "^" {
		k++
	}
	if k+1 < len(r.atoms) && r.atoms[k].Glued && (r.atoms[k].Hyphen() || r.atoms[k].Word == "−") {
		k, sign = k+1, -1
	}
	if k >= len(r.atoms) || !r.atoms[k].Glued {
		return u, power, end
	}
	switch r.atoms[k].Word {
	case "1", "2", "3":
		if k+1 < len(r.atoms) && r.atoms[k+1].Glued && r.atoms[k+1].Kind != numeral.Mark {
			return u, power, end
		}
		return u, sign * int(r.atoms[k].Word[0]-'0'), k + 1
	case "²":
		return u, 2, k + 1
	case "³":
		return u, 3, k + 1
	}
	return u, power, end
}
