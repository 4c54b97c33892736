package synoptic

import (
	"iter"

	"synoptic/article"
	"synoptic/dossier"
)

// ReadPairs is Read for pairs of statements, which JSON Lines give as "a" and "b".
// o.Meta is not used.
func ReadPairs(paths []string, o Options) ([]*article.Pair, []article.Unread) {
	return article.ReadPairs(paths, article.Options{Stdin: o.Stdin, Warn: o.Warn, Opened: o.Opened})
}

// Align says of each pair which words of one statement stand for which of the
// other, what stands in the same place and differs, and how much the two say the
// same. It yields in the order of pairs.
func Align(pairs []*article.Pair) iter.Seq[dossier.Alignment] {
	return func(yield func(dossier.Alignment) bool) {
		sides := make([]*article.Article, 0, 2*len(pairs))
		for _, p := range pairs {
			sides = append(sides, &article.Article{ID: p.ID, Text: p.A}, &article.Article{ID: p.ID, Text: p.B})
		}
		next, stop := iter.Pull(Analyze(sides))
		defer stop()
		for _, p := range pairs {
			a, _ := next()
			b, _ := next()
			if !yield(dossier.NewAlignment(p.ID, a, b)) {
				return
			}
		}
	}
}
