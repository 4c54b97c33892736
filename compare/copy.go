package compare

import (
	"slices"
	"strings"

	"synoptic/article"
	"synoptic/reuse"
	"synoptic/span"
)

// copies finds which documents reprint which. Of two copies the one published
// earlier is the original; without dates, the longer, since copies are trimmed.
func (s *Story) copies() {
	s.CopyOf = make([]int, len(s.Docs))
	var index reuse.Index
	texts := make([]*reuse.Text, len(s.Docs))
	for n, d := range s.Docs {
		s.CopyOf[n] = -1
		texts[n] = reuse.Read(news(d.Text, d.Regions))
		index.Add(texts[n])
	}
	original := s.byAge()
	for at, n := range original {
		for _, m := range original[:at] {
			if s.CopyOf[m] >= 0 || !slices.Contains(index.Similar(texts[n]), m) {
				continue
			}
			if r := reuse.Compare(texts[m], texts[n]); r.Kind() != reuse.None {
				s.CopyOf[n] = m
				break
			}
		}
	}
}

// byAge lists the documents from the likeliest original to the latest copy.
func (s *Story) byAge() []int {
	order := make([]int, len(s.Docs))
	for n := range order {
		order[n] = n
	}
	slices.SortStableFunc(order, func(a, b int) int {
		x, y := s.Docs[a].Article, s.Docs[b].Article
		switch {
		case x.Published != y.Published && x.Published != "" && y.Published != "":
			return strings.Compare(x.Published, y.Published)
		case len(x.Text) != len(y.Text):
			return len(y.Text) - len(x.Text)
		}
		return strings.Compare(x.ID, y.ID)
	})
	return order
}

// news returns text with whatever does not tell the news blanked out, so that
// shared sign-ups make no copies and offsets stay.
func news(text string, regions []article.Region) string {
	var out []span.Span
	for _, r := range regions {
		if !r.Kind.Reported() {
			out = append(out, r.Span)
		}
	}
	if len(out) == 0 {
		return text
	}
	b := []byte(text)
	for _, r := range out {
		for i := r.Start; i < r.End; i++ {
			b[i] = ' '
		}
	}
	return string(b)
}
