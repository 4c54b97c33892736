// Command train makes the tagger's model from the treebanks. The same data
// give the same bytes on every machine.
//
//	go run ./analyze/tag/train -data ../shared/data -o lang/en/tag.model
package main

import (
	"flag"
	"log"
	"os"

	"synoptic/analyze/class"
	"synoptic/analyze/doc"
	"synoptic/analyze/tag/learn"
	"synoptic/eval"
	"synoptic/lang/en"
)

func main() {
	log.SetFlags(0)
	data := flag.String("data", "../shared/data", "folder of the corpora")
	out := flag.String("o", "lang/en/tag.model", "file to write")
	open := flag.Bool("open", false, "learn from openly licensed corpora alone")
	held := flag.Bool("held", false, "leave out the dev files, so that they can be scored")
	flag.Parse()
	gold, err := eval.ReadTreebank(learn.Treebanks(*data, *held))
	if err != nil {
		log.Fatal(err)
	}
	var raw []*doc.Doc
	if !*open {
		if raw, err = learn.News(*data); err != nil {
			log.Fatal(err)
		}
	}
	packed, err := learn.Train(gold, raw, learn.Options{Classes: class.Known(en.English()), Log: log.Printf})
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(*out, packed, 0o666); err != nil {
		log.Fatal(err)
	}
}
