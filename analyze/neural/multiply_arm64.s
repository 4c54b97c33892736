#include "textflag.h"

// Long multiply-adds, which the assembler has no name for: the products of the
// lower (SMLAL) or upper (SMLAL2) four of eight 16-bit numbers each are added to
// four sums.
#define SMLAL(a, b, sums)  WORD $(0x0e608000 | a<<16 | b<<5 | sums)
#define SMLAL2(a, b, sums) WORD $(0x4e608000 | a<<16 | b<<5 | sums)

// func multiplyNEON(sums *int32, x, weights *int16, pairs, blocks int)
//
// A block's 32 sums stay in V16 to V23. V0 and V1 hold the two inputs of a pair,
// spread, and V2 and V3 the two weights of eight outputs at a time.
TEXT ·multiplyNEON(SB), NOSPLIT, $0-40
	MOVD sums+0(FP), R0
	MOVD x+8(FP), R1
	MOVD weights+16(FP), R2
	MOVD pairs+24(FP), R3
	MOVD blocks+32(FP), R4

block:
	VEOR V16.B16, V16.B16, V16.B16
	VEOR V17.B16, V17.B16, V17.B16
	VEOR V18.B16, V18.B16, V18.B16
	VEOR V19.B16, V19.B16, V19.B16
	VEOR V20.B16, V20.B16, V20.B16
	VEOR V21.B16, V21.B16, V21.B16
	VEOR V22.B16, V22.B16, V22.B16
	VEOR V23.B16, V23.B16, V23.B16
	MOVD R1, R5
	MOVD R3, R6

pair:
	VLD2R.P 4(R5), [V0.H8, V1.H8]
	VLD2.P  32(R2), [V2.H8, V3.H8]
	VLD2.P  32(R2), [V4.H8, V5.H8]
	VLD2.P  32(R2), [V6.H8, V7.H8]
	VLD2.P  32(R2), [V8.H8, V9.H8]
	SMLAL(0, 2, 16)
	SMLAL2(0, 2, 17)
	SMLAL(0, 4, 18)
	SMLAL2(0, 4, 19)
	SMLAL(0, 6, 20)
	SMLAL2(0, 6, 21)
	SMLAL(0, 8, 22)
	SMLAL2(0, 8, 23)
	SMLAL(1, 3, 16)
	SMLAL2(1, 3, 17)
	SMLAL(1, 5, 18)
	SMLAL2(1, 5, 19)
	SMLAL(1, 7, 20)
	SMLAL2(1, 7, 21)
	SMLAL(1, 9, 22)
	SMLAL2(1, 9, 23)
	SUBS $1, R6, R6
	BNE  pair

	VST1.P [V16.S4, V17.S4, V18.S4, V19.S4], 64(R0)
	VST1.P [V20.S4, V21.S4, V22.S4, V23.S4], 64(R0)
	SUBS $1, R4, R4
	BNE  block
	RET
