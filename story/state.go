package story

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"hash"
	"io"
	"maps"
	"slices"
	"unique"

	"github.com/zeebo/xxh3"

	"synoptic/reuse"
)

// stateVersion opens a state. It moves with the form, and with what the numbers mean.
const stateVersion = "synoptic stories 4\n"

// Limits on what a state may hold, so that a damaged one takes no more.
const (
	maxArticles = 1 << 24
	maxText     = 1 << 16 // bytes of an id
	maxStories  = 1 << 24 // and as many ids of one story
	// maxLanguages is more than BCP 47 has.
	maxLanguages = 1 << 16
)

// coder writes or reads a state, its parts in the same order. Numbers are
// written in as many bytes as they need, and a digest of everything comes last.
type coder struct {
	out    *bufio.Writer // nil when reading
	in     *bufio.Reader
	digest hash.Hash64
	err    error // the first
	buffer [binary.MaxVarintLen64]byte
}

var errDamaged = errors.New("the state is damaged")

// number writes x, or reads it, at most limit.
func (k *coder) number(x *uint64, limit uint64) {
	if k.err != nil {
		return
	}
	if k.out != nil {
		n := binary.PutUvarint(k.buffer[:], *x)
		k.put(k.buffer[:n])
		return
	}
	if *x, k.err = binary.ReadUvarint(k.in); k.err != nil {
		*x = 0
		return
	}
	_, _ = k.digest.Write(k.buffer[:binary.PutUvarint(k.buffer[:], *x)])
	if *x > limit {
		*x, k.err = 0, errDamaged
	}
}

func (k *coder) put(b []byte) {
	_, _ = k.digest.Write(b)
	if _, err := k.out.Write(b); err != nil && k.err == nil {
		k.err = err
	}
}

// code writes or reads a number of some type, at most limit.
func code[T ~int | ~int32 | ~uint8 | ~uint16 | ~uint32](k *coder, x *T, limit uint64) {
	u := uint64(*x)
	k.number(&u, limit)
	*x = T(u)
}

// signed is code for a number that may be negative.
func (k *coder) signed(x *int) {
	u := uint64(*x)<<1 ^ uint64(*x>>63)
	k.number(&u, 1<<40)
	*x = int(u>>1) ^ -int(u&1)
}

func (k *coder) truth(x *bool) {
	u := uint64(0)
	if *x {
		u = 1
	}
	k.number(&u, 1)
	*x = u == 1
}

func (k *coder) text(s *string) {
	n := len(*s)
	code(k, &n, maxText)
	if k.err != nil {
		return
	}
	if k.out != nil {
		k.put([]byte(*s))
		return
	}
	b := make([]byte, n)
	if _, k.err = io.ReadFull(k.in, b); k.err == nil {
		_, _ = k.digest.Write(b)
		*s = string(b)
	}
}

// list writes or reads how many there are and then each by f. What is read
// grows as it comes, whatever number was announced.
func list[T any](k *coder, items *[]T, limit uint64, f func(*T)) {
	n := len(*items)
	code(k, &n, limit)
	if k.out == nil {
		*items = nil
	}
	for i := 0; i < n && k.err == nil; i++ {
		if k.out == nil {
			var zero T
			*items = append(*items, zero)
		}
		f(&(*items)[i])
	}
}

func (k *coder) texts(items *[]string) { list(k, items, maxNamed, k.text) }

// Save writes the state. What is restored from it goes on as c would, and saves the
// same bytes.
func (c *Clusterer) Save(w io.Writer) error {
	k := &coder{out: bufio.NewWriter(w), digest: xxh3.New()}
	k.put([]byte(stateVersion))
	c.state(k)
	if k.err == nil {
		k.err = binary.Write(k.out, binary.LittleEndian, k.digest.Sum64())
	}
	if k.err == nil {
		k.err = k.out.Flush()
	}
	return k.err
}

// Restore returns a Clusterer that goes on from a state.
func Restore(r io.Reader, o Options) (*Clusterer, error) {
	k := &coder{in: bufio.NewReader(r), digest: xxh3.New()}
	version := make([]byte, len(stateVersion))
	if _, err := io.ReadFull(k.in, version); err != nil || string(version) != stateVersion {
		return nil, errors.New("no state of this version of the program")
	}
	_, _ = k.digest.Write(version)
	c := New(o)
	c.state(k)
	if k.err == nil {
		want := k.digest.Sum64()
		var got uint64
		if k.err = binary.Read(k.in, binary.LittleEndian, &got); k.err == nil && got != want {
			k.err = errDamaged
		}
	}
	if errors.Is(k.err, io.EOF) || errors.Is(k.err, io.ErrUnexpectedEOF) {
		k.err = fmt.Errorf("%w: it breaks off", errDamaged)
	}
	if k.err != nil {
		return nil, k.err
	}
	for len(c.records) > c.window {
		c.forget()
	}
	return c, nil
}

// state writes or reads all that c remembers.
func (c *Clusterer) state(k *coder) {
	code(k, &c.first, 1<<32-1-maxArticles)
	c.frequencies.state(k)
	groups := c.groups(k)
	numbers := map[*group]int{}
	for i, s := range groups {
		numbers[s] = i
	}
	list(k, &c.records, maxArticles, func(p **record) {
		if k.out == nil {
			*p = &record{n: c.next() - 1}
		}
		r := *p
		story := numbers[r.story]
		k.text(&r.id)
		k.number(&r.url, 1<<64-1)
		k.signed(&r.day)
		k.truth(&r.pinned)
		k.text(&r.language)
		r.language = unique.Make(r.language).Value() // there are few, so they are held once
		code(k, &story, uint64(max(len(groups)-1, 0)))
		r.vector.state(k)
		if k.out != nil || k.err != nil {
			return
		}
		if len(groups) == 0 {
			k.err = errDamaged
			return
		}
		r.story = groups[story]
		r.story.members = append(r.story.members, r)
		c.know(r)
		c.index.add(r.n, keysOf(&r.vector))
	})
	for _, s := range groups {
		if len(s.members) == 0 && k.err == nil {
			k.err = errDamaged
		}
	}
	list(k, &c.suspects, maxArticles, func(p *suspect) {
		k.text(&p.a)
		k.text(&p.b)
	})
	list(k, &c.log, maxCorrections, func(e *entry) { e.state(k) })
	c.copyState(k)
}

// groups writes or reads the stories, in the order of their first articles.
func (c *Clusterer) groups(k *coder) []*group {
	var groups []*group
	if k.out != nil {
		seen := map[*group]bool{}
		for _, r := range c.records {
			if !seen[r.story] {
				seen[r.story] = true
				groups = append(groups, r.story)
			}
		}
	}
	list(k, &groups, maxStories, func(p **group) {
		if k.out == nil {
			*p = &group{}
		}
		s := *p
		k.text(&s.id)
		code(k, &s.began, 1<<32-1)
		code(k, &s.joins, 1<<32)
		code(k, &s.close, 1<<42)
		list(k, &s.aliases, maxStories, k.text)
		if k.out != nil || k.err != nil {
			return
		}
		for _, id := range append([]string{s.id}, s.aliases...) {
			if c.stories[id] != nil {
				k.err = errDamaged
			}
			c.stories[id] = s
		}
	})
	return groups
}

// state writes or reads the terms, by the distances of their hashes.
func (v *vector) state(k *coder) {
	last := uint32(0)
	list(k, &v.terms, maxWords+maxPairs, func(t *term) {
		step, weight, flags := t.hash()-last, t.weight, t.flags()
		code(k, &step, 1<<hashBits-1)
		code(k, &weight, 1<<16-1)
		code(k, &flags, 1<<flagBits-1)
		last += step
		if k.out != nil {
			return
		}
		if last >= 1<<hashBits && k.err == nil {
			k.err = errDamaged
		}
		*t = newTerm(last, weight, flags)
	})
	if k.out == nil {
		v.measure()
	}
	means := v.meaning != nil
	if k.truth(&means); means {
		if k.out == nil {
			v.meaning = &meaning{}
		}
		v.meaning.state(k)
	}
}

// state writes or reads the counts, which are mostly 0.
func (f *frequencies) state(k *coder) {
	languages := slices.Sorted(maps.Keys(f.articles))
	list(k, &languages, maxLanguages, func(language *string) {
		k.text(language)
		n := f.articles[*language]
		code(k, &n, maxCounted)
		if k.out == nil {
			f.articles[*language] = n
			f.all += n
		}
	})
	for _, row := range f.counts {
		n, last := 0, 0
		for _, count := range row {
			if count > 0 {
				n++
			}
		}
		code(k, &n, uint64(len(row)))
		if k.out == nil {
			for range n {
				step := 0
				code(k, &step, uint64(len(row)-1-last))
				last += step
				code(k, &row[last], maxCounted)
				if k.err != nil {
					return
				}
			}
			continue
		}
		for i := range row {
			if row[i] > 0 {
				step := i - last
				code(k, &step, uint64(len(row)))
				code(k, &row[i], maxCounted)
				last = i
			}
		}
	}
}

func (e *entry) state(k *coder) {
	k.text(&e.Do)
	k.texts(&e.Articles)
	k.texts(&e.Stories)
	k.truth(&e.undone)
	list(k, &e.moves, maxArticles, func(m *move) {
		k.text(&m.article)
		k.text(&m.from)
	})
	list(k, &e.apart, 2, k.text)
	if len(e.apart) == 1 && k.err == nil {
		k.err = errDamaged
	}
	k.texts(&e.pinned)
}

// copyState writes or reads what copies are told by.
func (c *Clusterer) copyState(k *coder) {
	texts, first := c.copies.Texts()
	code(k, &first, 1<<31-1-copyWindow)
	list(k, &texts, copyWindow, func(hashes *[]uint32) {
		list(k, hashes, reuse.MaxBeginning, func(h *uint32) { code(k, h, 1<<32-1) })
	})
	if k.out == nil && k.err == nil {
		c.copies = reuse.RestoreWindow(copyWindow, texts, first)
	}
}
