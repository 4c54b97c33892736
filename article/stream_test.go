package article

import (
	"fmt"
	"io"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestStream has a writer that waits for each article to be taken before it
// writes the next.
func TestStream(t *testing.T) {
	in, out := io.Pipe()
	taken := make(chan string)
	go func() {
		for i := range 5 {
			fmt.Fprintf(out, "{\"id\":\"a%d\",\"text\":\"The dam above Veld burst.\"}\n", i/2)
			<-taken
		}
		fmt.Fprintln(out, "{}")
		out.Close()
	}()
	var got []string
	left := Stream([]string{Stdin}, Options{Stdin: in}, func(a *Article) {
		got = append(got, a.ID)
		taken <- a.ID
	})
	if diff := cmp.Diff([]string{"a0", "a0#2", "a1", "a1#2", "a2"}, got); diff != "" {
		t.Error(diff)
	}
	if len(left) != 1 {
		t.Errorf("left out %v", left)
	}
}
