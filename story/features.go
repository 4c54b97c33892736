package story

import (
	"slices"

	words "synoptic/analyze/vector"
)

// FeatureNames names what is told of an article and a story, in the order of
// Candidate.Features.
var FeatureNames = slices.Concat(prefixed("mean ", likenessNames), prefixed("most ", likenessNames), []string{
	"centre words", "least words", "least names", "least head",
	"undated", "days to nearest", "days to mean", "days before first", "days after last", "days in all",
	"size", "words by days", "head by days", "pairs by days", "tightness",
})

// contextNames names what is told of a story among the others that an article
// may belong to, behind FeatureNames.
var contextNames = []string{"rank score", "before the next", "before the rest"}

func prefixed(with string, names []string) []string {
	list := make([]string, len(names))
	for i, n := range names {
		list[i] = with + n
	}
	return list
}

// maxMembers is how many articles of a story are compared: its first ones and
// its latest.
const maxMembers = 12

// halfDays is how many days apart likeness counts half.
const halfDays = 10

// shown returns the members that stand for a story.
func (s *group) shown() []*record {
	if len(s.members) <= maxMembers {
		return s.members
	}
	return slices.Concat(s.members[:maxMembers/2], s.members[len(s.members)-maxMembers/2:])
}

// features describes article r as one of some articles, which are all that a
// story shows or some of them.
func features(r *record, members []*record, s *group) []int {
	var mean, most, least likeness
	for n, m := range members {
		l := alike(&r.vector, &m.vector)
		for i := range l {
			mean[i] += l[i]
			most[i] = max(most[i], l[i])
			if n == 0 || l[i] < least[i] {
				least[i] = l[i]
			}
		}
	}
	n := len(members)
	for i := range mean {
		mean[i] /= max(n, 1)
	}
	tight := s.tightness()
	list := make([]int, 0, len(FeatureNames)+len(contextNames))
	list = append(list, mean[:]...)
	list = append(list, most[:]...)
	// The length of the mean of n vectors of length 1 follows from how tight they are.
	centre := mean[byWords] * n * 100 / max(int(words.Root(int64(10000*n+10*n*(n-1)*tight))), 1)
	list = append(list, centre, least[byWords], least[byNames], least[byHead])
	near, times := timesOf(r, members)
	list = append(list, times...)
	list = append(list, scale(len(s.members)))
	for _, x := range []int{mean[byWords], mean[byHead], mean[byPairs]} {
		list = append(list, x*near/1000)
	}
	return append(list, tight)
}

// timesOf describes when r was published beside the members, and how near that
// is: thousandths, 0 when a day is not known.
func timesOf(r *record, members []*record) (near int, times []int) {
	first, last, nearest, sum, n := 0, 0, 0, 0, 0
	for _, m := range members {
		if m.day == undated {
			continue
		}
		if apart := abs(r.day - m.day); n == 0 || apart < nearest {
			nearest = apart
		}
		if n == 0 {
			first, last = m.day, m.day
		}
		first, last = min(first, m.day), max(last, m.day)
		sum += m.day
		n++
	}
	if n == 0 || r.day == undated {
		return 0, []int{1000, 0, 0, 0, 0, 0}
	}
	days := min(nearest, 10000)
	near = 1000 * halfDays * halfDays / (halfDays*halfDays + days*days)
	return near, []int{0, scale(nearest), scale(abs(r.day - sum/n)), scale(max(first-r.day, 0)), scale(max(r.day-last, 0)), scale(last - first)}
}

func abs(x int) int { return max(x, -x) }

// scale puts a count on a logarithmic scale: 1000 for a thousand.
func scale(n int) int { return log2(uint64(n)+1) * 1000 / 256 / 10 }
