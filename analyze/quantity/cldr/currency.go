package main

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// currencies lists the currencies of CLDR with the forms that the list kept by
// hand lacks. A code that is a common word is left out, and so is the last word
// of a name ("lari") that names several currencies or is a common word.
func currencies(from string, own [][]string, common map[string]bool) []string {
	taken := map[string]bool{} // forms after a number
	signs := map[string]bool{} // and before one
	for _, f := range own {
		before := false
		for _, x := range f[3:] {
			switch {
			case x == "|":
				before = true
			case before:
				signs[x] = true
			default:
				taken[x] = true
			}
		}
	}
	var names struct {
		Main map[string]struct {
			Numbers struct {
				Currencies map[string]map[string]string
			}
		}
	}
	load(&names, from, "cldr-numbers-full", "package", "main", "en", "currencies.json")
	var data struct {
		Supplemental struct {
			CurrencyData struct {
				Region map[string][]map[string]map[string]string
			}
		}
	}
	load(&data, from, "cldr-core", "package", "supplemental", "currencyData.json")
	current := map[string]bool{}
	tender := map[string]bool{}
	for _, list := range data.Supplemental.CurrencyData.Region {
		for _, entry := range list {
			for code, use := range entry {
				if use["_tender"] != "false" {
					tender[code] = true
					current[code] = current[code] || use["_to"] == ""
				}
			}
		}
	}
	list := names.Main["en"].Numbers.Currencies
	// How many currencies have a name that ends in a word, in use and of old.
	type ends struct{ now, ever int }
	count := map[string]ends{}
	for code, c := range list {
		if !tender[code] {
			continue
		}
		for _, w := range lastWords(c) {
			e := count[w]
			e.ever++
			if current[code] {
				e.now++
			}
			count[w] = e
		}
	}
	signed := map[string]int{}
	for code, c := range list {
		if current[code] {
			signed[form(c["symbol-alt-narrow"])]++
		}
	}
	var rows []string
	for _, code := range sorted(list) {
		c := list[code]
		if !tender[code] {
			continue
		}
		row := []string{code, "money", "1"}
		add := func(x string) {
			if x != "" && !taken[x] {
				taken[x] = true
				row = append(row, x)
			}
		}
		for _, k := range []string{"displayName-count-one", "displayName-count-other"} {
			if !strings.Contains(c[k], "(") {
				add(form(c[k]))
			}
		}
		for _, w := range lastWords(c) {
			e := count[w]
			if !common[w] && !everyday[w] && (current[code] && e.now == 1 || !current[code] && e.ever == 1) {
				add(w)
			}
		}
		lower := strings.ToLower(code)
		if current[code] && !common[lower] && !everyday[lower] && !taken[lower] {
			add("^" + lower) // written in capitals
		}
		if s := c["symbol-alt-narrow"]; current[code] && signed[form(s)] == 1 && money(s) {
			add(form(s))
		}
		row = append(row, "|")
		sign := func(x string) {
			if x != "" && !signs[x] {
				signs[x] = true
				row = append(row, x)
			}
		}
		if current[code] {
			if s := c["symbol-alt-narrow"]; signed[form(s)] == 1 && money(s) {
				sign(form(s))
			}
			if s := c["symbol"]; strings.HasSuffix(s, "$") && len(s) > 1 {
				sign(form(s))
			}
			if last := lastWords(c); len(last) > 0 && (last[0] == "dollar" || last[0] == "peso") {
				sign(lower + " $")
			}
			if !common[lower] && !everyday[lower] && !signs[lower] {
				sign("^" + lower)
			}
		}
		if row[len(row)-1] == "|" {
			row = row[:len(row)-1]
		}
		if len(row) > 3 {
			rows = append(rows, strings.Join(row, "\t"))
		}
	}
	return rows
}

// everyday are codes that are words or names, and not common ones.
var everyday = words(`all try top cup pen mad bob gel cop sos bam lak ang amd ern etb fkp gip jep mop mro rub sar ssp std zar ron ves
	mark marks sol soles inti intis austral australs lats gold`)

// lastWords returns the last words of the names of a currency, singular and plural.
func lastWords(c map[string]string) (list []string) {
	for _, k := range []string{"displayName-count-one", "displayName-count-other"} {
		f := strings.Fields(form(c[k]))
		if len(f) < 2 || strings.Contains(c[k], "(") {
			continue
		}
		if w := f[len(f)-1]; len(list) == 0 || list[0] != w {
			list = append(list, w)
		}
	}
	return list
}

// money reports whether s is one sign of money and no letters.
func money(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	return n == len(s) && n > 0 && unicode.Is(unicode.Sc, r)
}
