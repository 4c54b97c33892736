package neural

import "testing"

// What a better one stands in for here gives the same too.
func TestMultiplyAVX2(t *testing.T) {
	had := hasVNNI
	hasVNNI = false
	defer func() { hasVNNI = had }()
	same(t, multiply)
}
