package synoptic

import (
	"iter"

	"synoptic/article"
	"synoptic/lang/en"
	"synoptic/story"
)

// Cluster takes articles as a stream and yields, in their order, which story
// each belongs to as it arrives.
func Cluster(articles []*article.Article) iter.Seq[story.Answer] {
	return func(yield func(story.Answer) bool) {
		c := story.New(story.Options{Language: en.English()})
		for _, a := range articles {
			if !yield(c.Add(a)) {
				return
			}
		}
	}
}
