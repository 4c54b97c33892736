package article

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestReadPairs(t *testing.T) {
	folder := t.TempDir()
	for name, text := range map[string]string{
		"pairs.jsonl": `{"id":7,"a":"The dam burst.","b":"The dam has burst."}
{"a":"One.","b":"Two."}

{"a":"One."}
{"a":" ","b":"Two."}
{"a":"One.","b":"` + strings.Repeat("x", maxStatement+1) + `"}
{"a":"One.","b":3}
{"id":"7","a":"One.","b":"Two."}
`,
		"more.json": `[{"a":"One.","b":"Two."}]`,
		"note.txt":  "No pair.",
		"README.md": "No pair.",
	} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	pairs, left := ReadPairs([]string{folder}, Options{})
	var ids []string
	for _, p := range pairs {
		ids = append(ids, p.ID)
	}
	if got, want := strings.Join(ids, " "), "more 7 pairs 7#2"; got != want {
		t.Errorf("ids are %q, want %q", got, want)
	}
	var codes []string
	for _, u := range left {
		codes = append(codes, filepath.Base(u.Path)+" "+string(u.Code))
	}
	want := "pairs.jsonl:4 no_text, pairs.jsonl:5 no_text, pairs.jsonl:6 too_large, pairs.jsonl:7 bad_json"
	if got := strings.Join(codes, ", "); got != want {
		t.Errorf("left out %q, want %q", got, want)
	}
	_, left = ReadPairs([]string{filepath.Join(folder, "note.txt"), filepath.Join(folder, "none")}, Options{})
	if len(left) != 2 || left[0].Code != Unsupported || left[1].Code != Missing {
		t.Errorf("left out %v", left)
	}
}

func FuzzParsePair(f *testing.F) {
	for _, s := range []string{`{"a":"One.","b":"Two."}`, `{"id":[],"a":"\ud800","b":"\u0000"}`, `{"a":1}`, `[]`, "{", "\xff"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		p, code, err := parsePair(b)
		if (err == nil) != (code == "") || (err == nil) == (p == nil) {
			t.Fatalf("got %v, %q, %v", p, code, err)
		}
		if p != nil && (!utf8.ValidString(p.A) || len(p.A) > maxStatement || len(p.B) > maxStatement) {
			t.Fatalf("kept %+v", p)
		}
	})
}
