// Command train makes what package story knows beforehand: in how many texts
// words stand, so that a stream's first articles are not joined by everyday
// ones, and how what an article and a story have in common adds up.
//
//	go run ./story/train -data ../shared/data
//
// With -folds it leaves out one set of articles after the other, learns from
// the rest and says how the one left out scores.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"

	"synoptic/eval"
	"synoptic/story"
)

// names are the sets of articles, under the data folder.
var names = []string{"wikinews", "gva", "ecbplus", "basil"}

func main() {
	log.SetFlags(0)
	data := flag.String("data", "../shared/data", "folder of the corpora")
	folds := flag.Bool("folds", false, "leave out each set, and write nothing")
	flag.StringVar(&without, "without", "", "with -folds: do without the features that have this in their names")
	count := flag.Bool("count", false, "count words anew, and learn nothing; build again before learning from them")
	flag.Parse()
	if *count {
		write("lang/en/frequencies.txt", list(texts(*data)))
		return
	}
	var sets []eval.ClusterGold
	for _, name := range names {
		set, err := eval.ReadClusterGold(filepath.Join(*data, "clustering", name+".jsonl.gz"))
		if err != nil {
			log.Fatal(err)
		}
		sets = append(sets, set)
	}
	if *folds {
		for i, name := range names {
			tell(name, sets[i], learn(slices.Delete(slices.Clone(sets), i, i+1)))
		}
		return
	}
	m := learn(sets)
	write("story/model.txt", m.String())
	for i, name := range names {
		tell(name, sets[i], m)
	}
}

// tell prints how a set scores, as its articles arrived and after all merges and splits.
func tell(name string, set eval.ClusterGold, m *story.Model) {
	arrival, final := score(set, m)
	fmt.Printf("%-8s arrival %.2f %.2f  final %.2f %.2f  merge from %d\n", name, arrival["b3_f1"], arrival["pair_f1"], final["b3_f1"], final["pair_f1"], m.Merge)
}

func write(path, text string) {
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		log.Fatal(err)
	}
}
