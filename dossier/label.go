package dossier

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
)

// name gives the outlets the names that they are shown under, and the articles
// theirs: numbered when an outlet has several.
func (r *reading) name() {
	var hosts []string
	for i := range r.d.Articles {
		hosts = append(hosts, oneLine(r.d.Articles[i].Outlet))
	}
	r.shortened = joined(hosts)
	maps.Copy(r.shortened, shorten(r.d.Articles))
	times := map[string]int{}
	for i := range r.d.Articles {
		a := &r.d.Articles[i]
		r.articles[a.ID] = i
		name := r.outletOf(a)
		if times[name]++; times[name] == 1 {
			r.outlets = append(r.outlets, name)
		}
	}
	seen := map[string]int{}
	for i := range r.d.Articles {
		name := r.outletOf(&r.d.Articles[i])
		seen[name]++
		if times[name] > 1 {
			r.labels = append(r.labels, fmt.Sprintf("%s (%d)", name, seen[name]))
		} else {
			r.labels = append(r.labels, name)
		}
	}
}

// dated tells whether more is known of any article than its outlet.
func (r *reading) dated() bool {
	return slices.ContainsFunc(r.d.Articles, func(a Article) bool {
		return a.Published != "" || a.Title != "" || a.URL != "" || a.CopyOf != nil || r.outletOf(&a) != oneLine(a.Outlet)
	})
}

// outletOf names the outlet of a as it is shown.
func (r *reading) outletOf(a *Article) string {
	if name := oneLine(a.Outlet); name != "" {
		return r.shown(name)
	}
	return r.shown(oneLine(a.ID))
}

// shown returns the name that an outlet is shown under.
func (r *reading) shown(outlet string) string {
	if short, ok := r.shortened[outlet]; ok {
		return short
	}
	return outlet
}

// named returns the names that outlets are shown under.
func (r *reading) named(outlets []string) []string {
	out := make([]string, len(outlets))
	for i, s := range outlets {
		out[i] = r.shown(oneLine(s))
	}
	return out
}

// roomy is how many bytes the id of an article may have to be shown in full
// where it stands for an outlet that is not known.
const roomy = 14

// shorten returns short names for the long ids that stand for outlets: the
// parts that tell them apart, "axis" for "2031-03-12_axis_88fe01".
func shorten(list []Article) map[string]string {
	var ids []string
	taken := map[string]bool{}
	long := false
	for i := range list {
		id, outlet := oneLine(list[i].ID), oneLine(list[i].Outlet)
		if outlet == "" || outlet == id {
			ids = append(ids, id)
			long = long || len(id) > roomy
		} else {
			taken[outlet] = true
		}
	}
	if !long {
		return nil
	}
	shared := 0 // bytes of the parts that all ids begin with
	if len(ids) > 1 {
		for _, n := range cuts(ids[0]) {
			if !slices.ContainsFunc(ids, func(id string) bool { return len(id) <= n || id[:n] != ids[0][:n] }) {
				shared = n
			} else {
				break
			}
		}
	}
	for parts := 1; ; parts++ {
		out := map[string]string{}
		seen := map[string]bool{}
		whole, clash := true, false
		for _, id := range ids {
			short := id
			if len(id) > shared {
				short = id[shared:]
				if at := cuts(short); len(at) > parts-1 && at[parts-1] > 0 {
					short, whole = short[:at[parts-1]], false
				}
			}
			short = strings.TrimFunc(short, apart)
			clash = clash || short == "" || seen[short] || taken[short]
			seen[short] = true
			out[id] = short
		}
		if !clash {
			return out
		}
		if whole {
			return nil
		}
	}
}

// cuts lists where the parts of an id begin after the first: after what is no
// letter or digit.
func cuts(id string) []int {
	var out []int
	gap := false
	for i, c := range id {
		if apart(c) {
			gap = true
		} else if gap {
			out = append(out, i)
			gap = false
		}
	}
	return out
}

func apart(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) }
