package main

import (
	"math/big"
	"strings"
	"testing"
)

func TestForm(t *testing.T) {
	for _, c := range []struct{ name, want string }{
		{" km/h", "km / h"}, {"m²", "m ²"}, {"acre-feet", "acre feet"}, {"°C", "° c"}, {"L/100km", "l / 100 km"}, {"US$", "us $"}, {"St. Helena pound", "st. helena pound"},
	} {
		if got := form(c.name); got != strings.ReplaceAll(c.want, "100", "1 0 0") {
			t.Errorf("%q: %q", c.name, got)
		}
	}
}

func TestFactor(t *testing.T) {
	tab := &table{
		constants: map[string]*big.Rat{"ell": big.NewRat(5, 4)},
		factors:   map[string]string{"metre": "", "ell": "ell", "knell": "ell*3/2*5", "tick": "60"},
		bases:     map[string]string{"metre": "metre", "ell": "metre", "knell": "metre", "tick": "second"},
		prefixes:  map[string]*big.Rat{"kilo": big.NewRat(1000, 1)},
	}
	for _, c := range []struct{ id, factor, base string }{
		{"ell", "1.25", "metre"},
		{"knell", "0.375", "metre"}, // what follows the line stands below it
		{"kilometre", "1000", "metre"},
		{"kiloell", "1250", "metre"},
		{"square-ell", "1.5625", "metre*metre"},
		{"kiloell-per-tick", "20.833333333333332", "-second*metre"},
		{"metre-per-ell", "0.8", ""},
	} {
		f, base, ok := tab.factor(c.id)
		if !ok || number(f) != c.factor || base != c.base {
			t.Errorf("%s: %v %v %q", c.id, ok, f, base)
		}
	}
	if _, _, ok := tab.factor("cubit"); ok {
		t.Error("cubit is known")
	}
}
