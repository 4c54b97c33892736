// Package archtest holds the shape of the module as docs/design.md draws it:
// which package may import which, that each says what it is, and that the
// documents name only paths that exist.
package archtest

import (
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const (
	module = "synoptic"
	root   = ".."
)

// rule says what the packages of some folders may import from this module. It
// covers their subfolders that have no rule of their own. "x/..." allows x and
// all below it.
type rule struct {
	folders []string
	allow   []string
}

// rules is the list of docs/design.md. Tests are free: they may stand on any
// package that does not import them.
var rules = []rule{
	{[]string{"span"}, nil},
	{[]string{"reuse"}, []string{"span"}},
	{[]string{"lang"}, nil},
	{[]string{"lang/en"}, []string{"lang"}},
	{[]string{"article"}, []string{"span", "lang", "article/..."}},
	{[]string{"article/moment", "article/warc"}, nil},
	{[]string{"article/extract", "article/feed"}, []string{"article/moment"}},
	{[]string{"analyze"}, []string{"lang", "article", "analyze/..."}},
	{[]string{"analyze/doc"}, []string{"span", "lang", "article"}},
	{[]string{"analyze/numeral"}, []string{"span", "lang", "analyze/doc"}},
	{steps, []string{"span", "lang", "article", "analyze/doc"}},
	{[]string{"analyze/quantity", "analyze/timex"}, []string{"span", "lang", "article", "analyze/doc", "analyze/numeral"}},
	{[]string{"analyze/class"}, []string{"lang"}},
	{[]string{"analyze/vector"}, []string{"lang", "analyze/class", "analyze/weight"}},
	{[]string{"analyze/weight"}, nil},
	{[]string{"analyze/tag"}, []string{"span", "analyze/doc", "analyze/class", "analyze/weight", "analyze/tag/..."}},
	{[]string{"analyze/neural"}, []string{"analyze/class", "analyze/weight"}},
	{[]string{"analyze/parse"}, []string{"span", "analyze/doc", "analyze/neural", "analyze/weight", "analyze/parse/..."}},
	{[]string{"analyze/attribution"}, []string{"span", "lang", "article", "analyze/doc", "analyze/class", "analyze/neural", "analyze/weight", "analyze/attribution/..."}},
	{[]string{"analyze/name"}, []string{"span", "lang", "article", "analyze/doc", "analyze/class", "analyze/weight", "analyze/name/..."}},
	{[]string{"story"}, []string{"lang", "article", "analyze/vector", "reuse"}},
	{[]string{"compare"}, []string{"span", "lang", "article", "reuse", "analyze/...", "compare/..."}},
	{[]string{"dossier"}, []string{"span", "article", "analyze/...", "compare/..."}},
	{[]string{"sample"}, []string{"lang/en", "article"}},
	{[]string{"eval"}, []string{"span", "lang/...", "article/...", "analyze/...", "story", "compare", "compare/align", "dossier", "sample"}},
	{trainers, []string{"span", "lang/...", "article", "analyze/...", "story", "compare", "compare/align", "eval", "eval/regression"}},
	{[]string{"eval/regression"}, nil},
	{[]string{"."}, []string{"lang/en", "article", "analyze/...", "story", "compare", "dossier"}},
	{[]string{"cmd/synoptic"}, []string{".", "article", "analyze/...", "story", "dossier", "sample", "eval"}},
}

// steps are the steps of analysis, which know of one another only what stands
// on the document.
var steps = []string{
	"analyze/segment", "analyze/quote", "analyze/clause", "analyze/identity", "analyze/statement",
}

// trainers are the commands that make models and lists anew, with what they
// learn by.
var trainers = []string{
	"analyze/class/train", "analyze/tag/learn", "analyze/tag/train", "analyze/neural/learn", "analyze/parse/learn", "analyze/parse/train",
	"analyze/parse/folds", "analyze/attribution/learn", "analyze/attribution/train", "analyze/attribution/people", "analyze/attribution/appeal/train",
	"analyze/quantity/cldr", "analyze/name/train", "compare/train", "compare/likeness", "compare/counting", "compare/sole", "compare/align/words", "compare/align/train", "story/train", "eval/train",
}

// pkg is one package folder, relative to the root, and what it imports of this
// module outside its tests.
type pkg struct {
	folder  string
	imports []string
	docs    []string // files that carry a package comment
}

func packages(t *testing.T) []pkg {
	t.Helper()
	found := map[string]*pkg{}
	walk(t, func(file string) {
		if !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") {
			return
		}
		f, err := parser.ParseFile(token.NewFileSet(), filepath.Join(root, file), nil, parser.ImportsOnly|parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		folder := path.Dir(file)
		p := found[folder]
		if p == nil {
			p = &pkg{folder: folder}
			found[folder] = p
		}
		if f.Doc != nil {
			p.docs = append(p.docs, file)
		}
		for _, spec := range f.Imports {
			name, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				t.Fatal(err)
			}
			if name == module {
				p.imports = append(p.imports, ".")
			} else if in, ok := strings.CutPrefix(name, module+"/"); ok {
				p.imports = append(p.imports, in)
			}
		}
	})
	var list []pkg
	for _, folder := range slices.Sorted(maps.Keys(found)) {
		list = append(list, *found[folder])
	}
	return list
}

// walk calls visit for each file of the module, by its slashed path from the
// root, leaving out modules of their own and what go leaves out.
func walk(t *testing.T, visit func(file string)) {
	t.Helper()
	err := filepath.WalkDir(root, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, name)
		if err != nil {
			return err
		}
		if !entry.IsDir() {
			visit(filepath.ToSlash(rel))
			return nil
		}
		base := entry.Name()
		if rel != "." && (base[0] == '.' || base[0] == '_' || base == "testdata" || base == "bin" || base == "node_modules") {
			return filepath.SkipDir
		}
		if _, err := os.Stat(filepath.Join(name, "go.mod")); err == nil && rel != "." {
			return filepath.SkipDir
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// allows reports whether entry, a folder or "folder/...", holds folder.
func allows(entry, folder string) bool {
	tree, ok := strings.CutSuffix(entry, "/...")
	return folder == tree || ok && strings.HasPrefix(folder, tree+"/")
}

// ruleFor returns the rule for folder and the folder it has it from, the
// innermost; "" when there is none.
func ruleFor(rules []rule, folder string) (r rule, from string) {
	for _, candidate := range rules {
		for _, f := range candidate.folders {
			if allows(f+"/...", folder) && len(f) > len(from) {
				r, from = candidate, f
			}
		}
	}
	return r, from
}

// check returns what is wrong with the imports of list under rules.
func check(rules []rule, list []pkg) []string {
	var wrong []string
	used := map[string]bool{} // "folder", and "first folder of the rule > what it allows"
	for _, p := range list {
		r, from := ruleFor(rules, p.folder)
		if from == "" {
			wrong = append(wrong, p.folder+": no rule says what it may import")
			continue
		}
		used[from] = true
		for _, in := range p.imports {
			i := slices.IndexFunc(r.allow, func(entry string) bool { return allows(entry, in) })
			if i < 0 {
				wrong = append(wrong, p.folder+": may not import "+in)
				continue
			}
			used[r.folders[0]+" > "+r.allow[i]] = true
		}
	}
	for _, r := range rules {
		for _, folder := range r.folders {
			if !used[folder] {
				wrong = append(wrong, folder+": the rule covers no package")
			}
		}
		for _, entry := range r.allow {
			if !used[r.folders[0]+" > "+entry] {
				wrong = append(wrong, r.folders[0]+": is allowed "+entry+" and does not import it")
			}
		}
	}
	return wrong
}

func TestImports(t *testing.T) {
	for _, wrong := range check(rules, packages(t)) {
		t.Error(wrong)
	}
}

func TestCheck(t *testing.T) {
	rules := []rule{
		{[]string{"low"}, nil},
		{[]string{"mid", "mid/sub/inner"}, []string{"low"}},
		{[]string{"top"}, []string{"mid/..."}},
	}
	for _, c := range []struct {
		name string
		list []pkg
		want []string
	}{
		{"right", []pkg{
			{folder: "low"},
			{folder: "mid/sub", imports: []string{"low"}},
			{folder: "mid/sub/inner"},
			{folder: "top", imports: []string{"mid/sub"}},
		}, nil},
		{"wrong", []pkg{
			{folder: "low", imports: []string{"mid"}},
			{folder: "lower"},
			{folder: "top"},
		}, []string{
			"low: may not import mid",
			"lower: no rule says what it may import",
			"mid: the rule covers no package",
			"mid/sub/inner: the rule covers no package",
			"mid: is allowed low and does not import it",
			"top: is allowed mid/... and does not import it",
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := check(rules, c.list); !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestPackageComments(t *testing.T) {
	for _, p := range packages(t) {
		if len(p.docs) != 1 {
			t.Errorf("%s: %d files carry the package comment %v, want one", p.folder, len(p.docs), p.docs)
		}
	}
}
