// Command train makes the parser's model from the treebanks. The same data give
// the same bytes on every machine.
//
//	go run ./analyze/parse/train -data ../shared/data -o lang/en/parse.model
package main

import (
	"flag"
	"log"
	"os"

	"synoptic/analyze/class"
	"synoptic/analyze/parse/learn"
	taglearn "synoptic/analyze/tag/learn"
	"synoptic/eval"
	"synoptic/lang/en"
)

func main() {
	log.SetFlags(0)
	data := flag.String("data", "../shared/data", "folder of the corpora")
	out := flag.String("o", "lang/en/parse.model", "file to write")
	held := flag.Bool("held", false, "leave out the dev files, so that they can be scored")
	flag.Parse()
	gold, err := eval.ReadTreebank(taglearn.Treebanks(*data, *held))
	if err != nil {
		log.Fatal(err)
	}
	classes := class.Known(en.English())
	tagged, err := learn.Jackknife(gold, classes)
	if err != nil {
		log.Fatal(err)
	}
	packed, err := learn.Train(gold, tagged, learn.Options{Classes: classes, Log: log.Printf})
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(*out, packed, 0o666); err != nil {
		log.Fatal(err)
	}
}
