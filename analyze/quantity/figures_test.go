package quantity_test

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

	"synoptic/analyze/doc"
	"synoptic/analyze/quantity"
	"synoptic/analyze/segment"
	"synoptic/lang/en"
)

// figures shows what a view of the text found.
func figures(d *doc.Doc, list []quantity.Figure) string {
	var got []string
	for _, f := range list {
		s := f.Text(d.Text) + " = "
		low, high := "[", "]"
		if f.LowOpen || math.IsInf(f.Low, -1) {
			low = "("
		}
		if f.HighOpen || math.IsInf(f.High, 1) {
			high = ")"
		}
		switch {
		case math.IsNaN(f.Low):
			s += "?"
		case f.Low == f.High:
			s += fmt.Sprint(f.Low)
		default:
			s += fmt.Sprintf("%s%v, %v%s", low, f.Low, f.High, high)
		}
		if f.Unit != "" {
			s += " " + f.Unit
		}
		if f.From != "" {
			s += " from " + f.From
		}
		got = append(got, s)
	}
	return strings.Join(got, "; ")
}

func TestFigures(t *testing.T) {
	views := []struct {
		name string
		find func(*doc.Doc) []quantity.Figure
		text []struct{ text, want string }
	}{
		{"numbers", quantity.Numbers, []struct{ text, want string }{
			{"Release 3.1.7 of 6/9/2021 fixed two bugs.", "3 = 3; 1 = 1; 7 = 7; 6 = 6; 9 = 9; 2021 = 2021; two = 2"},
			{"Pour 40ml of it.", ""},
			{"They have 7k fans and 2.5 M views.", "7k = 7000; 2.5 M = 2.5e+06"},
			{"It is minus four, not - 6.", "minus four = -4; - 6 = -6"},
			{"Multiply 1.5x10^3 by 2^5.", "1.5x10^3 = 1500; 2^5 = 32"},
			{"It grew seven point nought two times.", "seven point nought two = 7.02"},
			{"Add sixty - four to 5 thousand 2 hundred and 11.", "sixty - four = 64; 5 thousand 2 hundred and 11 = 5211"},
			{"It costs 7,50 there and 2.345,10 here.", "7,50 = 7.5; 2.345,10 = 2345.1"},
			{"One over forty is 1 in forty.", "One over forty = 0.025; 1 in forty = 0.025"},
			{"That one or this one is fine.", ""},
			{"Rows 14,16,18 are lost.", "14 = 14; 16 = 16; 18 = 18"},
			{"Four thirty-firsts of two lakh crore is much.", "Four thirty-firsts = 0.12903225806451613; two lakh crore = 2e+12"},
		}},
		{"measures", quantity.Measures, []struct{ text, want string }{
			{"The plank is 3 ft 6 in long and about 20 [kg].", "3 ft 6 in = 3.5 foot; 20 [kg] = 20 kilogram"},
			{"Turn 30 kelvin into celsius.", "30 kelvin = 30 kelvin; celsius = ? degree Celsius"},
			{"It costs 8 dollars 20, or 70 HKD.", "8 dollars 20 = 8.2 USD; 70 HKD = 70 HKD"},
			{"He is 31 yo and she is nine years old.", "31 yo = 31 year; nine years old = 9 year"},
			{"Between 6 and 9 percent of 12 people.", "9 percent = 9 percentage"},
			{"Part GX-40m is sold at 9 m.", "9 m = 9 metre"},
			{"The oven is at 200 degrees.", "200 degrees = 200 degree"},
		}},
		{"ranges", quantity.Ranges, []struct{ text, want string }{
			{"It is bigger than 6 and smaller or equal than 9.", "bigger than 6 and smaller or equal than 9 = (6, 9]"},
			{"Pick from 4 to 11, or 30-50.", "from 4 to 11 = [4, 11]; 30-50 = [30, 50]"},
			{"She came between the second and the fifth.", "between the second and the fifth = [2, 5]"},
			{"Scores of 70 or more pass.", "70 or more = [70, +Inf)"},
			{"Keep x >= 8 and y < 3.", ">= 8 = [8, +Inf); < 3 = (-Inf, 3)"},
			{"Less than 5 and more than 9 leave nothing.", "Less than 5 = (-Inf, 5); more than 9 = (9, +Inf)"},
			{"Dial 555-0100-22 now.", ""},
		}},
		{"orders", quantity.Orders, []struct{ text, want string }{
			{"The 3rd door, then the last but one.", "3rd = 3 from start; the last but one = -1 from end"},
			{"See the previous page and the forty-second line.", "previous = -1 from current; forty-second = 42 from start"},
			{"Six hundredth and twelfth of all.", "Six hundredth = 600 from start; twelfth = 12 from start"},
		}},
	}
	for _, v := range views {
		for _, c := range v.text {
			d := read(c.text)
			if got := figures(d, v.find(d)); got != c.want {
				t.Errorf("%s: %s\n got %s\nwant %s", v.name, c.text, got, c.want)
			}
		}
	}
}

func checkFigures(t *testing.T, d *doc.Doc) {
	t.Helper()
	for _, list := range [][]quantity.Figure{quantity.Numbers(d), quantity.Measures(d), quantity.Ranges(d), quantity.Orders(d)} {
		last := 0
		for _, f := range list {
			if !f.Valid(d.Text) || f.Empty() || f.Start < last {
				t.Errorf("%q: span %v after %d", d.Text, f.Span, last)
			}
			last = f.End
			if f.Low > f.High {
				t.Errorf("%q: interval %v, %v", d.Text, f.Low, f.High)
			}
		}
	}
}

func TestFiguresAwkward(t *testing.T) {
	for _, text := range append([]string{"1^", "1^-", "2x10^", "1 and", "one point", "- -1", "less than", "from the", "≥", "$ $ 5", "5 (", "5 (kg"}, awkward...) {
		checkFigures(t, read(text))
	}
}

func FuzzFigures(f *testing.F) {
	for _, text := range awkward {
		f.Add(text)
	}
	f.Add("More than 2^5 and less than 3 hundred and 21 (kg), the last but one, 1,2,3, C $ 5 and fifty, 40 W/m2.")
	f.Fuzz(func(t *testing.T, text string) {
		checkFigures(t, read(strings.ToValidUTF8(text, "")))
	})
}

// TestMegabyte holds that a megabyte of digits is read in linear time, by the
// step and by the views.
func TestMegabyte(t *testing.T) {
	for _, text := range []string{strings.Repeat("7", 1<<20), strings.Repeat("1,", 1<<17), strings.Repeat("1 ", 1<<17), strings.Repeat("3 hundred and ", 1<<14)} {
		d := &doc.Doc{Text: text, Lang: en.English()}
		segment.Run(d)
		start := time.Now()
		quantity.Run(d)
		quantity.Numbers(d)
		quantity.Ranges(d)
		if took := time.Since(start); took > 20*time.Second {
			t.Errorf("%.12q…: %v", text, took)
		}
	}
}
