package main

import (
	"encoding/json"
	"math/big"
	"slices"
	"strconv"
	"strings"
)

// table is CLDR's way from units to base units and what these measure.
type table struct {
	constants map[string]*big.Rat
	factors   map[string]string // of a unit to its base, as an expression
	bases     map[string]string
	measures  map[string]string // of base units
	prefixes  map[string]*big.Rat

	prefixable map[string]bool // units that take prefixes
}

// dimensions gives the program's names where they differ from CLDR's.
var dimensions = map[string]string{
	"duration": "time", "year-duration": "time", "digital": "data", "electric-current": "current", "electric-resistance": "resistance",
	"radioactivity": "radioactivity", "ionizing-radiation": "radiation", "luminous-intensity": "light", "luminous-flux": "light", "illuminance": "light",
	"pressure": "pressure", "magnetic-induction": "magnetism", "resolution": "resolution", "graphics": "pixels",
}

// passed over are units whose names are everyday nouns or that no report uses.
var passed = words(`concentr-item concentr-part concentr-percent concentr-mole concentr-katal concentr-ofglucose concentr-millimole-per-liter concentr-milligram-ofglucose-per-deciliter
	consumption-liter-per-kilometer
	angle-revolution duration-night duration-quarter graphics-em graphics-dot graphics-pixel length-point length-rod length-chain light-candela
	light-solar-luminosity magnetic-tesla magnetic-weber electric-henry electric-siemens electric-farad electric-coulomb
	pressure-bar pressure-atmosphere pressure-ofhg pressure-gasoline-energy-density speed-light-speed speed-beaufort temperature-generic
	temperature-rankine volume-dram volume-drop volume-jigger volume-pinch mass-slug mass-grain energy-gray energy-foodcalorie angle-steradian`)

// unsafe are abbreviations that are more often something else after a number.
var unsafe = words(`in st rd ch cd au em ems pn mc dr gr dec rev sr kat ac t tn pt pc c q y w d m s h a v j n b g k l f at to px mp bu rem
	fur kt qtrs fw da mths sun hl ms pm pa gs #`)

func words(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

// units lists the units of CLDR with the forms that the list kept by hand lacks.
func units(from string, own [][]string) []string {
	t := conversions(from)
	type unit struct{ name, dimension, factor string }
	known := map[string]unit{} // by long form
	forms := map[string]bool{}
	for _, f := range own {
		for _, x := range f[3:] {
			if x == "|" {
				break
			}
			known[x] = unit{f[0], f[1], f[2]}
		}
		for _, x := range f[3:] {
			forms[x] = true
		}
	}
	type patterns map[string]map[string]json.RawMessage
	type file struct {
		Main map[string]struct{ Units patterns }
	}
	var en, gb file
	load(&en, from, "cldr-units-full", "package", "main", "en", "units.json")
	load(&gb, from, "cldr-units-full", "package", "main", "en-GB", "units.json")
	us, uk := en.Main["en"].Units, gb.Main["en-GB"].Units
	var rows []string
	for _, key := range sorted(us["long"]) {
		_, id, ok := strings.Cut(key, "-")
		pattern := func(p patterns, width, count string) string {
			var fields map[string]json.RawMessage
			var s string
			if json.Unmarshal(p[width][key], &fields) != nil || json.Unmarshal(fields["unitPattern-count-"+count], &s) != nil {
				return ""
			}
			rest, ok := strings.CutPrefix(s, "{0}")
			if !ok {
				return ""
			}
			return form(rest)
		}
		name := pattern(uk, "long", "one")
		if !ok || name == "" || passed[key] || strings.ContainsAny(name, "[.") || strings.HasPrefix(name, "of ") {
			continue
		}
		factor, base, ok := t.factor(id)
		if !ok {
			continue
		}
		measure := t.measures[base]
		if measure == "" {
			continue
		}
		u := unit{name, measure, number(factor)}
		if d, ok := dimensions[measure]; ok {
			u.dimension = d
		}
		if measure == "year-duration" { // CLDR counts years, the program seconds
			continue
		}
		if measure == "digital" {
			u.factor = number(new(big.Rat).Quo(factor, big.NewRat(8, 1)))
		}
		long := []string{name, pattern(uk, "long", "other"), pattern(us, "long", "one"), pattern(us, "long", "other")}
		for _, x := range long {
			if k, ok := known[x]; ok {
				u = k
			}
		}
		row := []string{u.name, u.dimension, u.factor}
		add := func(x string, skip map[string]bool) {
			if x != "" && !forms[x] && !skip[x] && !strings.Contains(x, "[") {
				forms[x] = true
				row = append(row, x)
			}
		}
		for _, x := range long {
			add(x, nil)
		}
		row = append(row, "|")
		for _, width := range []string{"short", "narrow"} {
			add(pattern(us, width, "other"), unsafe)
		}
		if row[len(row)-1] == "|" {
			row = row[:len(row)-1]
		}
		if len(row) > 3 {
			rows = append(rows, strings.Join(row, "\t"))
		}
	}
	rows = append(rows, t.prefixed(us["long"], uk["long"], forms)...)
	slices.Sort(rows)
	return rows
}

// taking are the units that are written with prefixes.
var taking = words("gram meter liter watt joule newton volt ampere hertz pascal sievert becquerel second byte bit calorie electronvolt")

// prefixed lists the long forms of units with metric prefixes that CLDR has no
// names for: "decagram", "nanosecond".
func (t *table) prefixed(us, uk map[string]json.RawMessage, forms map[string]bool) (rows []string) {
	for _, key := range sorted(us) {
		_, id, _ := strings.Cut(key, "-")
		if !t.prefixable[id] || passed[key] || !taking[id] {
			continue
		}
		for _, p := range []string{"nano", "micro", "milli", "centi", "deci", "deka", "deca", "hecto", "kilo", "mega", "giga", "tera", "peta"} {
			whole := p
			if p == "deca" {
				whole = "deka"
			}
			if scale := t.prefixes[whole]; (id == "byte" || id == "bit") && scale.Cmp(big.NewRat(1000, 1)) < 0 {
				continue
			}
			factor, base, ok := t.factor(whole + id)
			measure := t.measures[base]
			if !ok || measure == "" || measure == "year-duration" {
				continue
			}
			if measure == "digital" {
				factor = new(big.Rat).Quo(factor, big.NewRat(8, 1))
			}
			if d, ok := dimensions[measure]; ok {
				measure = d
			}
			var row []string
			for _, list := range []map[string]json.RawMessage{uk, us} {
				for _, count := range []string{"one", "other"} {
					var fields map[string]json.RawMessage
					var s string
					if json.Unmarshal(list[key], &fields) != nil || json.Unmarshal(fields["unitPattern-count-"+count], &s) != nil {
						continue
					}
					name := form(strings.TrimPrefix(s, "{0}"))
					if x := p + name; name != "" && !strings.Contains(name, " ") && !forms[x] {
						forms[x] = true
						row = append(row, x)
					}
				}
			}
			if len(row) > 0 {
				rows = append(rows, strings.Join(append([]string{whole + strings.TrimPrefix(row[0], p), measure, number(factor)}, row...), "\t"))
			}
		}
	}
	return rows
}

func conversions(from string) *table {
	var file struct {
		Supplemental struct {
			UnitPrefixes map[string]struct {
				Ten string `json:"_power10"`
				Two string `json:"_power2"`
			}
			UnitConstants map[string]struct {
				Value string `json:"_value"`
			}
			UnitQuantities map[string]struct {
				Quantity string `json:"_quantity"`
			}
			ConvertUnits map[string]struct {
				Base    string   `json:"_baseUnit"`
				Factor  string   `json:"_factor"`
				Systems []string `json:"_systems"`
			}
		}
	}
	load(&file, from, "cldr-core", "package", "supplemental", "units.json")
	s := file.Supplemental
	t := &table{map[string]*big.Rat{}, map[string]string{}, map[string]string{}, map[string]string{}, map[string]*big.Rat{}, map[string]bool{}}
	for range s.UnitConstants { // each may be of others
		for _, k := range sorted(s.UnitConstants) {
			if v, ok := t.eval(s.UnitConstants[k].Value); ok {
				t.constants[k] = v
			}
		}
	}
	for k, u := range s.ConvertUnits {
		t.factors[k], t.bases[k] = u.Factor, u.Base
		t.prefixable[k] = slices.Contains(u.Systems, "prefixable")
	}
	for k, u := range s.UnitQuantities {
		t.measures[canonical(strings.Split(strings.ReplaceAll(k, "-per-", "-/-"), "-"))] = u.Quantity
	}
	for k, p := range s.UnitPrefixes {
		power, n := int64(10), p.Ten
		if p.Two != "" {
			power, n = 2, p.Two
		}
		e, err := strconv.Atoi(n)
		if err != nil {
			continue
		}
		v := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(power), big.NewInt(int64(max(e, -e))), nil))
		if e < 0 {
			v.Inv(v)
		}
		t.prefixes[k] = v
	}
	return t
}

// eval computes an expression of CLDR's: products, and one line of a fraction,
// below which everything after "/" stands.
func (t *table) eval(s string) (*big.Rat, bool) {
	above, below, _ := strings.Cut(strings.ReplaceAll(s, " ", ""), "/")
	v := big.NewRat(1, 1)
	for i, part := range []string{above, below} {
		for x := range strings.SplitSeq(part, "*") {
			if x == "" {
				continue
			}
			y, ok := t.constants[x]
			if !ok {
				if y, ok = new(big.Rat).SetString(x); !ok {
					return nil, false
				}
			}
			if i == 0 {
				v = new(big.Rat).Mul(v, y)
			} else {
				v = new(big.Rat).Quo(v, y)
			}
		}
	}
	return v, true
}

// factor returns what one of the unit id is in base units, and these in the
// form of canonical.
func (t *table) factor(id string) (*big.Rat, string, bool) {
	v := big.NewRat(1, 1)
	var bases []string
	for side, part := range strings.Split(id, "-per-") {
		power := 1
		names := strings.Split(part, "-")
		for i := 0; i < len(names); {
			if names[i] == "square" || names[i] == "cubic" {
				power = map[string]int{"square": 2, "cubic": 3}[names[i]]
				i++
				continue
			}
			f, base, n := t.simple(names[i:])
			if n == 0 {
				return nil, "", false
			}
			i += n
			for range power {
				if side == 0 {
					v = new(big.Rat).Mul(v, f)
				} else {
					v = new(big.Rat).Quo(v, f)
				}
				for _, b := range base {
					if side > 0 {
						b = inverse(b)
					}
					bases = append(bases, b)
				}
			}
			power = 1
		}
	}
	slices.Sort(bases)
	return v, cancel(bases), true
}

// simple reads the longest unit without "per" at the beginning of names, with
// its factor, its base and how many names it takes.
func (t *table) simple(names []string) (*big.Rat, []string, int) {
	for n := len(names); n > 0; n-- {
		id := strings.Join(names[:n], "-")
		scale := big.NewRat(1, 1)
		if _, ok := t.bases[id]; !ok {
			for _, p := range sorted(t.prefixes) {
				if rest, ok := strings.CutPrefix(id, p); ok && t.bases[rest] != "" {
					id, scale = rest, t.prefixes[p]
					break
				}
			}
		}
		base, ok := t.bases[id]
		if !ok {
			continue
		}
		f, ok := t.eval(t.factors[id])
		if !ok {
			continue
		}
		list := strings.Fields(strings.ReplaceAll(canonical(strings.Split(strings.ReplaceAll(base, "-per-", "-/-"), "-")), "*", " "))
		return new(big.Rat).Mul(scale, f), list, n
	}
	return nil, nil, 0
}

// canonical writes a base unit as its sorted factors, those below the line with
// a minus.
func canonical(names []string) string {
	var list []string
	power, below := 1, false
	for _, n := range names {
		switch n {
		case "":
		case "/", "per":
			below = true
		case "square":
			power = 2
		case "cubic":
			power = 3
		case "pow4":
			power = 4
		default:
			for range power {
				if below {
					list = append(list, inverse(n))
				} else {
					list = append(list, n)
				}
			}
			power = 1
		}
	}
	slices.Sort(list)
	return cancel(list)
}

func inverse(s string) string {
	if rest, ok := strings.CutPrefix(s, "-"); ok {
		return rest
	}
	return "-" + s
}

// cancel joins sorted factors without those that stand on both sides of the line.
func cancel(list []string) string {
	for i := 0; i < len(list); i++ {
		if k := slices.Index(list, inverse(list[i])); k >= 0 {
			list = slices.Delete(list, max(i, k), max(i, k)+1)
			list = slices.Delete(list, min(i, k), min(i, k)+1)
			i = -1
		}
	}
	return strings.Join(list, "*")
}

func number(r *big.Rat) string {
	f, _ := r.Float64()
	return strconv.FormatFloat(f, 'g', -1, 64)
}
