package quotation

import (
	"slices"
)

// cluster joins units by their links, best first. Two clusters join when at
// least half of the pairs between them are linked, so that a fragment common to
// two utterances does not make them one, and none of them are opposed.
func cluster(units []unit, links []link) [][]int {
	linked := make(map[[2]int]bool, len(links))
	for _, l := range links {
		linked[[2]int{l.a, l.b}] = true
	}
	of := make([]int, len(units))
	members := make([][]int, len(units))
	for i := range units {
		of[i], members[i] = i, []int{i}
	}
	for _, l := range links {
		x, y := of[l.a], of[l.b]
		if x == y {
			continue
		}
		met, apart := 0, false
		for _, a := range members[x] {
			for _, b := range members[y] {
				apart = apart || opposed(&units[a], &units[b])
				if linked[[2]int{min(a, b), max(a, b)}] {
					met++
				}
			}
		}
		if apart || 2*met < len(members[x])*len(members[y]) {
			continue
		}
		if y < x {
			x, y = y, x
		}
		for _, b := range members[y] {
			of[b] = x
		}
		members[x] = append(members[x], members[y]...)
		members[y] = nil
	}
	var list [][]int
	for _, m := range members {
		if len(m) > 1 {
			slices.Sort(m)
			list = append(list, m)
		}
	}
	return list
}

// adjoin lets a sentence that follows one utterance in all its renderings belong
// to it when it is short, "This is good news. Big progress!", or when another
// rendering gives both in one.
func adjoin(units []unit, clusters [][]int) [][]int {
	of := make([]int, len(units))
	at := map[[3]int]int{}
	for i := range units {
		of[i] = -1
		if u := &units[i]; u.quote >= 0 && !u.fragment {
			at[[3]int{u.doc, u.quote, u.sentence}] = i
		}
	}
	for c, members := range clusters {
		for _, m := range members {
			of[m] = c
		}
	}
	for c, members := range clusters {
		head := -1
		for _, m := range members {
			u := &units[m]
			p, ok := at[[3]int{u.doc, u.quote, u.sentence - 1}]
			if !ok || u.quote < 0 || u.fragment || of[p] < 0 || of[p] == c || head >= 0 && of[p] != head ||
				len(u.words) > short && !bridged(units, clusters[of[p]], u) {
				head = -1
				break
			}
			head = of[p]
		}
		if head < 0 {
			continue
		}
		for _, m := range members {
			u := &units[m]
			p := &units[at[[3]int{u.doc, u.quote, u.sentence - 1}]]
			p.core.To, p.whole.To = u.core.To, u.core.To
			p.words, p.tokens, p.terms = append(p.words, u.words...), append(p.tokens, u.tokens...), append(p.terms, u.terms...)
			p.index()
			of[m] = -1
		}
		clusters[c] = nil
	}
	return slices.DeleteFunc(clusters, func(m []int) bool { return m == nil })
}

// bridged reports whether another document gives words of u in one sentence
// with those of the cluster.
func bridged(units []unit, members []int, u *unit) bool {
	return slices.ContainsFunc(members, func(m int) bool {
		o := &units[m]
		return o.doc != u.doc && o.speaker >= 0 && o.speaker == u.speaker && shared(o, u) >= 2
	})
}

// short is the most words of a sentence that adjoins the one before.
const short = 6
