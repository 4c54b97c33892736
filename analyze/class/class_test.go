package class

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTable(t *testing.T) {
	words := []Entry{{3, 0}, {17, 2}, {1 << 31, 1}}
	wide := []byte{0, 0, 4, 1, 4, 1}
	table, err := Read(Append(nil, words, wide))
	if err != nil {
		t.Fatal(err)
	}
	for hash, want := range map[uint32]Classes{
		3: {1, 1, 1}, 17: {3, 5, 2}, 1 << 31: {2, 5, 2}, 4: {}, 0: {},
	} {
		if got := table.Of(hash); got != want {
			t.Errorf("word %d has classes %v, want %v", hash, got, want)
		}
	}
	var none *Table
	if got := none.Of(3); got != (Classes{}) {
		t.Errorf("no table gives %v", got)
	}
}

// TestShipped holds the classes that ship to words that are used alike.
func TestShipped(t *testing.T) {
	packed, err := os.ReadFile("../../lang/en/class.model")
	if err != nil {
		t.Fatal(err)
	}
	table, err := Read(packed)
	if err != nil {
		t.Fatal(err)
	}
	for _, pair := range []string{"tuesday friday", "paris berlin", "killed wounded"} {
		a, b, _ := strings.Cut(pair, " ")
		if x, y := table.Of(Hash(a)), table.Of(Hash(b)); x[Levels-1] == 0 || x[Levels-1] != y[Levels-1] {
			t.Errorf("%s: classes %v and %v", pair, x, y)
		}
	}
	if _, err := Read(packed[:len(packed)-1]); err == nil {
		t.Error("no error for a table that is cut short")
	}
}

func TestHashLower(t *testing.T) {
	var got, want []uint32
	for _, c := range [][2]string{{"", ""}, {"The", "the"}, {"ÉLAN", "élan"}, {"it’S", "it's"}, {"“", `"`}, {"9/11", "9/11"}} {
		got, want = append(got, HashLower(c[0])), append(want, Hash(c[1]))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(Append(nil, []Entry{{3, 0}, {17, 1}}, []byte{0, 0, 4, 1}))
	f.Fuzz(func(t *testing.T, packed []byte) {
		if table, err := Read(packed); err == nil {
			table.Of(3)
		}
	})
}
