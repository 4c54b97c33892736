package story

import (
	"github.com/zeebo/xxh3"

	"synoptic/reuse"
)

// copyWindow is how many of the latest articles are kept to tell copies by.
// Reprints come within days.
const copyWindow = 20_000

func urlHash(url string) uint64 {
	if url == "" {
		return 0
	}
	return xxh3.HashString(url)
}

// before returns the same article as it came before, if it did.
func (c *Clusterer) before(r *record) *record {
	if before := c.byID[r.id]; before != nil {
		return before
	}
	if r.url == 0 {
		return nil
	}
	return c.byURL[r.url]
}

// changed says what an article changes of an earlier one.
func (c *Clusterer) changed(a *Reading, before *record) *Change {
	added, gone, ok := c.copies.Revision(int(before.n), a.text)
	if !ok {
		return nil
	}
	change := &Change{Added: []string{}, Gone: gone}
	for _, s := range added {
		change.Added = append(change.Added, s.Text(a.article.Text))
	}
	return change
}

// original returns the earliest article that a text copies, if any.
func (c *Clusterer) original(beginning *reuse.Beginning) *record {
	for _, m := range c.copies.Copies(beginning) {
		if n := uint32(m.N); n >= c.first && (m.Kind == reuse.Near || m.Result.CoverA >= reuse.CopyCover) {
			return c.records[n-c.first]
		}
	}
	return nil
}
