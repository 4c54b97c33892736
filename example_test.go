package synoptic_test

import (
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"

	"synoptic"
)

func Example() {
	folder, err := os.MkdirTemp("", "reports")
	if err != nil {
		log.Fatal(err)
	}
	reports := map[string]string{
		"bell.txt":  "VELD — The dam above Veld burst on Monday and flooded 300 homes, Mayor Anna Lund said.",
		"crier.txt": "The dam above Veld burst on Monday and flooded 250 homes, Mayor Anna Lund said.",
		"scan.pdf":  "%PDF",
	}
	for name, text := range reports {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			log.Fatal(err)
		}
	}

	articles, left, err := synoptic.Read([]string{folder}, synoptic.Options{})
	if err != nil {
		log.Fatal(err)
	}
	if err := os.RemoveAll(folder); err != nil {
		log.Fatal(err)
	}
	for _, u := range left {
		fmt.Printf("left out %s: %s\n", filepath.Base(u.Path), u.Code)
	}
	page := synoptic.Compare(articles, left)
	for _, a := range page.Articles {
		fmt.Println("read", a.ID)
	}
	// Output:
	// left out scan.pdf: unsupported
	// read bell
	// read crier
}

func ExampleRead() {
	stdin := strings.NewReader(`{"id":"a","outlet":"The Bell","text":"The dam above Veld burst on Monday."}
{"id":"b","text":""}
`)
	articles, left, err := synoptic.Read([]string{"-"}, synoptic.Options{Stdin: stdin})
	if err != nil {
		log.Fatal(err)
	}
	for _, a := range articles {
		fmt.Printf("%s, %s: %s\n", a.ID, a.Outlet, a.Text)
	}
	for _, u := range left {
		fmt.Println(u)
	}
	// Output:
	// a, The Bell: The dam above Veld burst on Monday.
	// -:2: its "text" is empty
}

func ExampleAnalyze() {
	stdin := strings.NewReader("The dam above Veld burst on Monday. The town flooded.")
	articles, _, err := synoptic.Read([]string{"-"}, synoptic.Options{Stdin: stdin})
	if err != nil {
		log.Fatal(err)
	}
	for d := range synoptic.Analyze(articles) {
		for _, s := range d.Sentences {
			fmt.Println(d.Words(s.Range))
		}
	}
	// Output:
	// The dam above Veld burst on Monday.
	// The town flooded.
}
