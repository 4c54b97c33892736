package compare

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"synoptic/analyze/doc"
	"synoptic/article"
	"synoptic/reuse"
	"synoptic/span"
)

// copies finds which documents reprint which. Of two copies the one published
// earlier is the original, see byAge.
func (s *Story) copies(readings []*reading) {
	s.CopyOf = make([]int, len(s.Docs))
	var index reuse.Index
	texts := make([]*reuse.Text, len(s.Docs))
	for n, d := range s.Docs {
		s.CopyOf[n] = -1
		if readings[n].news == nil {
			readings[n].news = reuse.Read(news(d.Text, d.Regions))
		}
		texts[n] = readings[n].news
		index.Add(texts[n])
	}
	original := s.byAge()
	s.wordForWord(original)
	for at, n := range original {
		similar := index.Similar(texts[n])
		for _, m := range original[:at] {
			if s.CopyOf[m] >= 0 || !slices.Contains(similar, m) {
				continue
			}
			if r := reuse.Compare(texts[m], texts[n]); r.Kind() != reuse.None {
				s.CopyOf[n] = m
				break
			}
		}
	}
}

// sameWords is how many words a sentence has at least that two outlets do not write alike
// by themselves.
const sameWords = 8

// wordForWord notes for each sentence the document that had it before, word for word.
func (s *Story) wordForWord(order []int) {
	s.before = make([][]int, len(s.Docs))
	first := map[string]int{} // by the words of a sentence: the first document that has it
	var words []byte
	for _, n := range order {
		d := s.Docs[n]
		s.before[n] = make([]int, len(d.Sentences))
		for i := range d.Sentences {
			words = words[:0]
			many := 0
			for k := d.Sentences[i].From; k < d.Sentences[i].To; k++ {
				if t := &d.Tokens[k]; t.UPOS != "PUNCT" {
					words = append(append(words, t.Norm...), ' ')
					many++
				}
			}
			s.before[n][i] = n
			if many < sameWords {
				continue
			}
			if m, ok := first[string(words)]; ok {
				s.before[n][i] = m
			} else {
				first[string(words)] = n
			}
		}
	}
}

// byAge lists the documents from the likeliest original to the latest copy:
// those with a date first, by the instant; of one date and of none the one whose
// outlet the others name more often, as copies name the agency; then the longer,
// since copies are trimmed.
func (s *Story) byAge() []int {
	order := make([]int, len(s.Docs))
	when := make([]string, len(s.Docs))
	credit := make([]int, len(s.Docs))
	for n := range order {
		order[n] = n
		when[n] = instant(s.Docs[n].Article.Published)
		credit[n] = s.credit(n)
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(
			strings.Compare(when[a], when[b]),
			cmp.Compare(credit[b], credit[a]),
			cmp.Compare(len(s.Docs[b].Article.Text), len(s.Docs[a].Article.Text)),
			strings.Compare(s.Docs[a].Article.ID, s.Docs[b].Article.ID),
		)
	})
	return order
}

// maxCredit is the number of documents up to which each is searched for the
// outlets of the others.
const maxCredit = 100

// credit counts the other documents that name the outlet of document n, in any
// case.
func (s *Story) credit(n int) int {
	outlet := strings.ToLower(s.Docs[n].Article.Outlet)
	if outlet == "" || len(s.Docs) > maxCredit {
		return 0
	}
	count := 0
	for m, d := range s.Docs {
		if m != n && slices.ContainsFunc(d.Names, func(k doc.Name) bool { return strings.ToLower(d.Words(k.Range)) == outlet }) {
			count++
		}
	}
	return count
}

// undated sorts behind every instant.
const undated = "~"

// instant turns a publication time into a form that sorts by time.
func instant(published string) string {
	for _, form := range []string{time.RFC3339, time.DateOnly} {
		if t, err := time.Parse(form, published); err == nil {
			return t.UTC().Format(time.RFC3339)
		}
	}
	return undated
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
