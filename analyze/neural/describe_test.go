package neural

import "testing"

func TestDescribe(t *testing.T) {
	for _, c := range []struct {
		form  string
		shape int
	}{
		{"", unshaped},
		{"—", unshaped},
		{"3.5m", digits},
		{"ferry", lower},
		{"can't", lower},
		{"漢字", lower},
		{"UN", upper},
		{"U.N.", upper},
		{"I", letter},
		{"Él", title},
		{"iPhone", mixed},
	} {
		if got := Describe(c.form, c.form).Shape; got != c.shape {
			t.Errorf("%q has shape %d, want %d", c.form, got, c.shape)
		}
	}
	a, b, c := Describe("Lunding", "lunding"), Describe("Veld-ing", "veld-ing"), Describe("Lunds", "lunds")
	if a.Suffix != b.Suffix || a.Suffix == c.Suffix || a.Prefix != c.Prefix || a.Prefix == b.Prefix || a.Hash == c.Hash {
		t.Errorf("%v, %v, %v", a, b, c)
	}
}
