package en_test

import (
	"crypto/sha256"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write models.sha256 again")

// A trainer that runs on whole numbers gives the same bytes everywhere, one that
// runs on PyTorch does not: so what ships is told by its digest. All models
// together stay small, since each clone has them.
func TestModels(t *testing.T) {
	paths, err := filepath.Glob("*.model")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no models: %v", err)
	}
	var list strings.Builder
	size := 0
	for _, path := range paths {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		size += len(b)
		fmt.Fprintf(&list, "%x  %s\n", sha256.Sum256(b), path)
		if _, err := os.Stat(strings.TrimSuffix(path, ".model") + ".md"); err != nil {
			t.Errorf("%s has no card: %v", path, err)
		}
	}
	if size > 20<<20 {
		t.Errorf("the models have %d bytes together", size)
	}
	if *update {
		if err := os.WriteFile("models.sha256", []byte(list.String()), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("models.sha256")
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != list.String() {
		t.Errorf("other models than models.sha256 says; go test ./lang/en -update\n%s", list.String())
	}
}
