package arc

import (
	"synoptic/analyze/class"
)

// outside stands for tokens that are not there.
var outside = word{lemma: 1, form: 1, pos: 2, gapped: 2, coarse: 3, both: 4, ending: 5, classes: class.Classes{6, 6, 6}}

// list takes features. Each is the hash of its template's number and its parts.
type list struct {
	keys []uint32
	n    uint32 // template
}

func (l *list) add(a uint32) { l.add2(a, 0) }

func (l *list) add2(a, b uint32) {
	l.n++
	h := (a ^ l.n*0x85ebca6b) * 0x9e3779b1
	h = (h ^ h>>15 ^ b) * 0xc2b2ae35
	h ^= h >> 15
	h *= 0x2c1b3c6d
	l.keys = append(l.keys, h^h>>13)
}

func (l *list) add3(a, b, c uint32) {
	h := (b ^ 0x27d4eb2f) * 0x9e3779b1
	l.add2(a, h^h>>15^c*0x165667b1)
}

func (l *list) add4(a, b, c, d uint32) {
	h := (b ^ 0x27d4eb2f) * 0x9e3779b1
	h = (h ^ h>>15 ^ c) * 0x165667b1
	l.add2(a, h^h>>15^d*0x85ebca77)
}

func (s *Sentence) at(i int) *word {
	if i < 0 || i >= len(s.words) {
		return &outside
	}
	return &s.words[i]
}

func (s *State) child(of []int, i int) int {
	if i < 0 {
		return None
	}
	return of[i]
}

func (s *State) relation(i int) uint32 {
	if i < 0 || s.Heads[i] < 0 {
		return 99
	}
	return uint32(s.Relations[i])
}

func near(d int) uint32 {
	switch {
	case d < 5:
		return uint32(d)
	case d < 7:
		return 5
	case d < 10:
		return 6
	case d < 16:
		return 7
	}
	return 8
}

// Features appends the features of state s of sentence t.
func Features(s *State, t *Sentence, keys []uint32) []uint32 {
	l := list{keys: keys}
	i0, j0 := s.S(0), s.N(0)
	i1 := s.S(1)
	s0, s1, s2 := t.at(i0), t.at(i1), t.at(s.S(2))
	n0, n1, n2, n3 := t.at(j0), t.at(s.N(1)), t.at(s.N(2)), t.at(s.N(3))
	ih := s.child(s.Heads, i0)
	ihh := s.child(s.Heads, ih)
	sh, shh := t.at(ih), t.at(ihh)
	il, ir := s.child(s.first, i0), s.child(s.last, i0)
	il2, ir2 := s.child(s.sibling, il), s.child(s.sibling, ir)
	jl := s.child(s.first, j0)
	jl2 := s.child(s.sibling, jl)
	sl, sr, sl2, sr2 := t.at(il), t.at(ir), t.at(il2), t.at(ir2)
	nl, nl2 := t.at(jl), t.at(jl2)
	kl, kr := s.child(s.first, i1), s.child(s.last, i1)
	s1r, s1l := t.at(kr), t.at(kl)
	before, behind, before0 := t.at(i0-1), t.at(i0+1), t.at(j0-1)
	if i0 < 0 {
		before, behind = &outside, &outside
	}
	if j0 < 0 {
		before0 = &outside
	}
	dist, tween := uint32(0), uint32(0)
	if i0 >= 0 && j0 >= 0 {
		dist, tween = near(j0-i0), t.between(i0, j0)
	}
	var sls, srs, nls uint32
	var svl, svr, nvl uint32
	if i0 >= 0 {
		sls, srs = fold(s.lefts[i0]), fold(s.rights[i0])
		svl, svr = uint32(min(s.nleft[i0], 4)), uint32(min(s.nright[i0], 4))
	}
	if j0 >= 0 {
		nls = fold(s.lefts[j0])
		nvl = uint32(min(s.nleft[j0], 4))
	}
	state := uint32(0) // of S0: its head, and whether it was taken back
	if ih >= 0 {
		state = 1
		if ih > i0 {
			state = 2
		}
	}
	if j0 >= 0 && s.returned[j0] {
		state |= 4
	}
	if i1 < 0 {
		state |= 8
	}
	rel := s.relation(i0)
	gs, gn, gn1, gs0 := uint32(1), t.gap(j0), t.gap(j0+1), t.gap(i0)
	if i0 >= 0 {
		gs = t.gap(i0 + 1)
	}

	l.add2(state, s0.pos)
	l.add2(state, n0.pos)
	l.add3(state, s0.pos, n0.pos)
	l.add3(rel, s0.pos, n0.pos)
	// words
	l.add(s0.both)
	l.add(s0.lemma)
	l.add(n0.both)
	l.add(n0.lemma)
	l.add(n1.both)
	l.add(n1.lemma)
	l.add(n1.pos)
	l.add(n2.both)
	l.add(n2.pos)
	l.add2(s0.form, state)
	l.add2(n0.form, state)
	// pairs
	l.add2(s0.both, n0.both)
	l.add2(s0.both, n0.lemma)
	l.add2(s0.lemma, n0.both)
	l.add2(s0.both, n0.gapped)
	l.add2(s0.pos, n0.both)
	l.add2(s0.lemma, n0.lemma)
	l.add3(s0.pos, n0.gapped, dist)
	l.add3(n0.gapped, n1.gapped, state)
	l.add2(n0.both, n1.gapped)
	l.add2(n0.gapped, n1.both)
	l.add2(s0.lemma, n1.gapped)
	l.add2(n0.lemma, n1.lemma)
	l.add3(s0.pos, n0.gapped, n1.gapped)
	l.add4(s0.pos, n0.gapped, n1.gapped, n2.gapped)
	l.add3(n0.gapped, n1.gapped, n2.gapped)
	l.add4(n0.gapped, n1.gapped, n2.gapped, n3.gapped)
	l.add3(s0.both, n0.gapped, n1.gapped)
	l.add3(s0.pos, n0.both, n1.gapped)
	l.add3(s0.pos, n0.gapped, n1.both)
	// heads and S1
	l.add3(sh.pos, s0.pos, n0.gapped)
	l.add3(sh.both, n0.gapped, rel)
	l.add3(sh.lemma, s0.pos, n0.gapped)
	l.add3(sh.pos, s0.pos, n0.lemma)
	l.add2(sh.lemma, n0.lemma)
	l.add3(shh.pos, sh.pos, s0.pos)
	l.add4(shh.pos, sh.pos, s0.pos, n0.gapped)
	l.add3(rel, s.relation(ih), n0.gapped)
	l.add3(s1.pos, s0.pos, n0.gapped)
	l.add2(s1.both, n0.gapped)
	l.add2(s1.pos, n0.both)
	l.add2(s1.lemma, n0.lemma)
	l.add3(s1.lemma, s0.pos, n0.gapped)
	l.add4(s2.pos, s1.pos, s0.pos, n0.gapped)
	l.add4(s1.pos, s0.pos, n0.gapped, n1.gapped)
	l.add3(s.relation(i1), rel, n0.gapped)
	// children
	l.add3(s0.pos, sl.pos, n0.gapped)
	l.add3(s0.pos, sr.pos, n0.gapped)
	l.add3(s0.pos, nl.pos, n0.gapped)
	l.add3(s0.pos, nl.lemma, n0.gapped)
	l.add2(s0.lemma, nl.lemma)
	l.add3(s0.lemma, nl.lemma, n0.lemma)
	l.add3(sh.lemma, nl.lemma, n0.gapped)
	l.add3(s1.lemma, nl.lemma, n0.gapped)
	l.add4(sh.pos, s0.pos, nl.lemma, n0.gapped)
	l.add4(s1.pos, s0.pos, nl.lemma, n0.gapped)
	l.add2(sl.both, s0.pos)
	l.add2(sr.both, s0.pos)
	l.add2(nl.both, n0.gapped)
	l.add3(s.relation(il), s0.pos, n0.gapped)
	l.add3(s.relation(ir), s0.pos, n0.gapped)
	l.add3(s.relation(jl), s0.pos, n0.gapped)
	l.add3(s.relation(jl), s.relation(jl2), n0.gapped)
	l.add3(sr.lemma, s0.pos, n0.gapped)
	l.add3(sl.lemma, s0.pos, n0.gapped)
	l.add3(s0.pos, sl.pos, sl2.pos)
	l.add3(s0.pos, sr.pos, sr2.pos)
	l.add3(n0.gapped, nl.pos, nl2.pos)
	l.add4(s1.pos, s1r.pos, s0.pos, n0.gapped)
	l.add4(s1.pos, s1l.pos, s0.pos, n0.gapped)
	l.add3(s0.lemma, sr.pos, n0.gapped)
	// how many, and which
	l.add2(s0.lemma, dist)
	l.add2(n0.lemma, dist)
	l.add2(s0.pos, dist)
	l.add2(n0.gapped, dist)
	l.add2(s0.lemma, svr)
	l.add2(s0.pos, svr)
	l.add2(s0.lemma, svl)
	l.add2(s0.pos, svl)
	l.add2(n0.lemma, nvl)
	l.add2(n0.gapped, nvl)
	l.add2(s0.lemma, srs)
	l.add3(s0.pos, srs, n0.gapped)
	l.add2(s0.lemma, sls)
	l.add3(s0.pos, sls, n0.gapped)
	l.add2(n0.lemma, nls)
	l.add3(n0.gapped, nls, s0.pos)
	l.add4(n0.gapped, nls, s0.pos, sls)
	l.add4(n0.gapped, n1.gapped, s0.pos, srs)
	// what stands between
	l.add3(s0.pos, n0.gapped, tween)
	l.add4(s0.pos, n0.gapped, tween, rel)
	l.add3(s0.pos, n0.gapped, behind.gapped)
	l.add3(s0.pos, n0.gapped, before0.pos)
	l.add3(s0.pos, n0.gapped, before.pos)
	l.add4(s0.pos, behind.gapped, before0.pos, n0.gapped)
	l.add4(before.pos, s0.pos, before0.pos, n0.gapped)
	l.add4(s0.pos, behind.gapped, n0.gapped, n1.gapped)
	l.add4(before.pos, s0.pos, n0.gapped, n1.gapped)
	l.add3(s0.pos, n0.gapped, gn)
	l.add4(s0.pos, n0.gapped, gs, gn)
	l.add3(s0.lemma, n0.gapped, gn)
	l.add3(s0.pos, n0.lemma, gn)
	l.add3(s0.pos, n0.gapped, gn1)
	l.add4(s0.pos, n0.gapped, n1.gapped, gn1)
	l.add4(s0.pos, n0.gapped, n1.gapped, gn)
	l.add4(gs0, s0.pos, n0.gapped, gn)
	l.add4(gs0, s0.pos, n0.gapped, gs)
	l.add4(sh.pos, s0.pos, n0.gapped, gn)
	l.add4(s1.pos, s0.pos, n0.gapped, gn)
	l.add4(before0.pos, gn, s0.pos, n0.gapped)
	l.add4(sr.pos, gn, s0.pos, n0.gapped)
	quoted := uint32(0)
	if i0 >= 0 && t.quoted[i0] {
		quoted = 1
	}
	if j0 >= 0 && t.quoted[j0] {
		quoted |= 2
	}
	l.add3(s0.pos, n0.gapped, quoted)
	l.add3(s0.lemma, n0.gapped, quoted)
	l.add2(t.end, n0.gapped)
	l.add3(t.end, s0.pos, n0.gapped)
	// endings and classes
	l.add3(s0.ending, s0.pos, n0.gapped)
	l.add3(s0.pos, n0.ending, n0.gapped)
	for k := 1; k < class.Levels; k++ {
		l.add2(s0.classes[k], n0.gapped)
		l.add2(s0.pos, n0.classes[k])
		l.add2(s0.classes[k], n0.classes[k])
		l.add3(s0.classes[k], n0.classes[k], dist)
		l.add2(n0.classes[k], n1.classes[k])
		l.add3(s0.classes[k], n0.gapped, n1.gapped)
		l.add3(s0.pos, n0.classes[k], n1.gapped)
		l.add3(s0.pos, n0.gapped, n1.classes[k])
		l.add3(s0.classes[k], nl.lemma, n0.classes[k])
		l.add3(sh.classes[k], nl.lemma, n0.classes[k])
		l.add3(s1.classes[k], nl.lemma, n0.classes[k])
		l.add3(s1.classes[k], s0.classes[k], n0.classes[k])
		l.add3(sh.classes[k], s0.classes[k], n0.classes[k])
	}
	return l.keys
}

// fold makes 32 bits of a set.
func fold(set uint64) uint32 { return class.Mix(uint32(set), uint32(set>>32)) }

// LabelFeatures appends the features by which the relation is told of the arc
// that move m makes.
func LabelFeatures(s *State, t *Sentence, m Move, keys []uint32) []uint32 {
	l := list{keys: keys, n: 1000}
	hi, di := s.S(0), s.N(0)
	if m == Left {
		hi, di = di, hi
		l.n = 2000
	}
	h, d := t.at(hi), t.at(di)
	dl, dr := t.at(s.first[di]), t.at(s.last[di])
	dl2 := t.at(s.child(s.sibling, s.first[di]))
	hl, hr := t.at(s.first[hi]), t.at(s.last[hi])
	db, da := t.at(di-1), t.at(di+1)
	hb, ha := t.at(hi-1), t.at(hi+1)
	near0 := near(max(hi-di, di-hi))
	a, b := min(hi, di), max(hi, di)
	tween := t.between(a, b)
	l.add(d.both)
	l.add(d.lemma)
	l.add(d.form)
	l.add2(d.pos, d.coarse)
	l.add(h.both)
	l.add(h.lemma)
	l.add2(h.pos, d.pos)
	l.add2(h.both, d.pos)
	l.add2(h.pos, d.both)
	l.add2(h.lemma, d.lemma)
	l.add2(h.both, d.both)
	l.add3(h.pos, d.pos, near0)
	l.add3(h.pos, d.pos, tween)
	l.add3(h.lemma, d.pos, near0)
	l.add3(h.pos, d.lemma, near0)
	l.add3(h.pos, d.pos, dl.lemma)
	l.add3(h.pos, d.pos, dl.pos)
	l.add3(h.lemma, d.pos, dl.lemma)
	l.add3(h.lemma, d.lemma, dl.lemma)
	l.add3(d.lemma, dl.lemma, h.pos)
	l.add3(h.pos, d.pos, dr.pos)
	l.add4(h.pos, d.pos, dl.pos, dl2.pos)
	l.add4(h.pos, d.pos, dl.lemma, dl2.lemma)
	l.add3(d.pos, fold(s.lefts[di]), h.pos)
	l.add3(d.pos, fold(s.lefts[di]), h.lemma)
	l.add3(d.pos, fold(s.rights[di]), h.pos)
	l.add2(d.pos, fold(s.lefts[di]))
	l.add3(d.lemma, fold(s.lefts[di]), h.pos)
	l.add3(h.pos, fold(s.lefts[hi]), d.pos)
	l.add3(h.pos, fold(s.rights[hi]), d.pos)
	l.add3(h.lemma, fold(s.rights[hi]), d.pos)
	l.add3(h.lemma, fold(s.lefts[hi]), d.pos)
	l.add4(h.pos, fold(s.rights[hi]), d.pos, fold(s.lefts[di]))
	l.add4(h.pos, fold(s.lefts[hi]), d.pos, fold(s.lefts[di]))
	l.add3(h.pos, hl.pos, d.pos)
	l.add3(h.pos, hr.pos, d.pos)
	l.add3(s.relation(s.first[hi]), h.pos, d.pos)
	l.add3(s.relation(s.last[hi]), h.pos, d.pos)
	l.add3(s.relation(hi), h.pos, d.pos)
	l.add3(s.relation(hi), d.lemma, h.pos)
	l.add3(db.pos, d.pos, h.pos)
	l.add3(d.pos, da.pos, h.pos)
	l.add4(db.pos, d.pos, da.pos, h.pos)
	l.add3(db.lemma, d.pos, h.pos)
	l.add3(d.pos, da.lemma, h.pos)
	l.add4(hb.pos, h.pos, d.pos, da.pos)
	l.add4(h.pos, ha.pos, d.pos, db.pos)
	l.add4(h.pos, d.pos, t.gap(di), t.gap(di+1))
	l.add4(h.lemma, d.pos, t.gap(di), t.gap(di+1))
	l.add3(d.both, t.gap(di), t.gap(di+1))
	l.add3(d.ending, d.pos, h.pos)
	l.add3(h.ending, d.pos, h.pos)
	l.add3(t.end, d.pos, h.pos)
	for k := 1; k < class.Levels; k++ {
		l.add2(h.classes[k], d.classes[k])
		l.add2(h.pos, d.classes[k])
		l.add2(h.classes[k], d.pos)
		l.add3(h.classes[k], d.classes[k], dl.lemma)
		l.add3(d.classes[k], dl.lemma, h.pos)
		l.add3(h.classes[k], d.pos, dl.lemma)
	}
	return l.keys
}
