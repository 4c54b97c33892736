package synoptic

import (
	"io"
	"iter"

	"synoptic/article"
	"synoptic/lang/en"
	"synoptic/story"
)

// NewClusterer returns a Clusterer that knows no article. It takes articles one
// by one, and tells of stories that turned out to be one, or two.
func NewClusterer() *story.Clusterer {
	return story.New(story.Options{Language: en.English()})
}

// RestoreClusterer returns a Clusterer that goes on from what one saved.
func RestoreClusterer(state io.Reader) (*story.Clusterer, error) {
	return story.Restore(state, story.Options{Language: en.English()})
}

// ReadCorrections reads corrections for a Clusterer: JSON Lines, in their order.
func ReadCorrections(in io.Reader) ([]story.Correction, error) { return story.ReadCorrections(in) }

// Cluster takes articles as a stream and yields, in their order, which story
// each belongs to as it arrives.
func Cluster(articles []*article.Article) iter.Seq[story.Answer] {
	return func(yield func(story.Answer) bool) {
		c := NewClusterer()
		for _, a := range articles {
			if !yield(c.Add(a)) {
				return
			}
		}
	}
}
