package name

import (
	"os"
	"testing"
)

func TestDamagedModel(t *testing.T) {
	for _, packed := range [][]byte{nil, []byte("no model"), {1, 200}} {
		if got := unpack(packed); got != nil {
			t.Errorf("unpacked %v from %q", got, packed)
		}
	}
}

func BenchmarkUnpack(b *testing.B) {
	packed, err := os.ReadFile("../../lang/en/name.model")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		unpack(packed)
	}
}
