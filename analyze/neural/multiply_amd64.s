#include "textflag.h"

// func multiplyAVX2(sums *int32, x, weights *int16, pairs, blocks int)
//
// A block's 32 sums stay in Y0 to Y3. A pair of inputs is spread over Y4, and
// VPMADDWD multiplies it with the pairs of weights of eight outputs at a time.
TEXT ·multiplyAVX2(SB), NOSPLIT, $0-40
	MOVQ sums+0(FP), DI
	MOVQ x+8(FP), SI
	MOVQ weights+16(FP), BX
	MOVQ pairs+24(FP), DX
	MOVQ blocks+32(FP), CX

block:
	VPXOR Y0, Y0, Y0
	VPXOR Y1, Y1, Y1
	VPXOR Y2, Y2, Y2
	VPXOR Y3, Y3, Y3
	MOVQ  SI, R8
	MOVQ  DX, R9

pair:
	VPBROADCASTD (R8), Y4
	VPMADDWD     0(BX), Y4, Y5
	VPMADDWD     32(BX), Y4, Y6
	VPMADDWD     64(BX), Y4, Y7
	VPMADDWD     96(BX), Y4, Y8
	VPADDD       Y5, Y0, Y0
	VPADDD       Y6, Y1, Y1
	VPADDD       Y7, Y2, Y2
	VPADDD       Y8, Y3, Y3
	ADDQ         $4, R8
	ADDQ         $128, BX
	DECQ         R9
	JNZ          pair

	VMOVDQU Y0, 0(DI)
	VMOVDQU Y1, 32(DI)
	VMOVDQU Y2, 64(DI)
	VMOVDQU Y3, 96(DI)
	ADDQ    $128, DI
	DECQ    CX
	JNZ     block
	VZEROUPPER
	RET

// func multiplyVNNI(sums *int32, x, weights *int16, pairs, blocks int)
//
// As multiplyAVX2, but for four vectors, one behind the other in x as their sums
// are, and sixteen outputs at a time, multiplied and added by one VPDPWSSD. With
// eight sums under way none waits for the one before.
TEXT ·multiplyVNNI(SB), NOSPLIT, $0-40
	MOVQ sums+0(FP), DI
	MOVQ x+8(FP), SI
	MOVQ weights+16(FP), BX
	MOVQ pairs+24(FP), DX
	MOVQ blocks+32(FP), CX
	MOVQ CX, R8
	SHLQ $7, R8          // bytes of the sums of a vector
	LEAQ (R8)(R8*2), R10 // of three
	LEAQ (SI)(DX*4), R11 // the other vectors
	LEAQ (R11)(DX*4), R12
	LEAQ (R12)(DX*4), R13

block:
	VPXORD Z0, Z0, Z0
	VPXORD Z1, Z1, Z1
	VPXORD Z2, Z2, Z2
	VPXORD Z3, Z3, Z3
	VPXORD Z4, Z4, Z4
	VPXORD Z5, Z5, Z5
	VPXORD Z6, Z6, Z6
	VPXORD Z7, Z7, Z7
	XORQ   R9, R9

pair:
	VMOVDQU32    0(BX), Z12
	VMOVDQU32    64(BX), Z13
	VPBROADCASTD (SI)(R9*4), Z8
	VPBROADCASTD (R11)(R9*4), Z9
	VPBROADCASTD (R12)(R9*4), Z10
	VPBROADCASTD (R13)(R9*4), Z11
	VPDPWSSD     Z12, Z8, Z0
	VPDPWSSD     Z13, Z8, Z1
	VPDPWSSD     Z12, Z9, Z2
	VPDPWSSD     Z13, Z9, Z3
	VPDPWSSD     Z12, Z10, Z4
	VPDPWSSD     Z13, Z10, Z5
	VPDPWSSD     Z12, Z11, Z6
	VPDPWSSD     Z13, Z11, Z7
	ADDQ         $128, BX
	INCQ         R9
	CMPQ         R9, DX
	JLT          pair

	VMOVDQU32 Z0, 0(DI)
	VMOVDQU32 Z1, 64(DI)
	VMOVDQU32 Z2, 0(DI)(R8*1)
	VMOVDQU32 Z3, 64(DI)(R8*1)
	VMOVDQU32 Z4, 0(DI)(R8*2)
	VMOVDQU32 Z5, 64(DI)(R8*2)
	VMOVDQU32 Z6, 0(DI)(R10*1)
	VMOVDQU32 Z7, 64(DI)(R10*1)
	ADDQ      $128, DI
	DECQ      CX
	JNZ       block
	VZEROUPPER
	RET
