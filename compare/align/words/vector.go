package main

import (
	"math"
	"slices"

	"synoptic/analyze/class"
	"synoptic/analyze/vector"
)

// pack keeps of each vector its direction from the mean of all, in steps of four
// bits.
func pack(list []word) []byte {
	mean := make([]float64, numbers)
	for _, w := range list {
		for i, x := range w.at {
			mean[i] += x / float64(len(list))
		}
	}
	var entries []vector.Placed
	seen := map[uint32]bool{}
	for _, w := range list {
		sum := 0.0
		v := make([]float64, numbers)
		for i, x := range w.at {
			v[i] = x - mean[i]
			sum += float64(v[i] * v[i]) // rounded before it is added, on every processor
		}
		length := math.Sqrt(sum)
		if hash := class.Hash(w.form); length > 0 && !seen[hash] {
			seen[hash] = true
			p := vector.Placed{Hash: hash}
			for i, x := range v {
				p.At[i] = int8(max(-7, min(7, math.Round(x/length*27))))
			}
			entries = append(entries, p)
		}
	}
	slices.SortFunc(entries, func(a, b vector.Placed) int {
		if a.Hash < b.Hash {
			return -1
		}
		return 1
	})
	return vector.Append(nil, entries)
}
