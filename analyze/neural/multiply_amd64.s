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
// As multiplyAVX2, but sixteen outputs at a time, multiplied and added by one
// VPDPWSSD. Even and odd pairs of inputs have sums of their own, Z0 and Z1 and Z2
// and Z3, so that one need not wait for the other.
TEXT ·multiplyVNNI(SB), NOSPLIT, $0-40
	MOVQ sums+0(FP), DI
	MOVQ x+8(FP), SI
	MOVQ weights+16(FP), BX
	MOVQ pairs+24(FP), DX
	MOVQ blocks+32(FP), CX

block:
	VPXORD Z0, Z0, Z0
	VPXORD Z1, Z1, Z1
	VPXORD Z2, Z2, Z2
	VPXORD Z3, Z3, Z3
	MOVQ   SI, R8
	MOVQ   DX, R9
	SHRQ   $1, R9
	JZ     odd

two:
	VPBROADCASTD 0(R8), Z4
	VPBROADCASTD 4(R8), Z5
	VPDPWSSD     0(BX), Z4, Z0
	VPDPWSSD     64(BX), Z4, Z1
	VPDPWSSD     128(BX), Z5, Z2
	VPDPWSSD     192(BX), Z5, Z3
	ADDQ         $8, R8
	ADDQ         $256, BX
	DECQ         R9
	JNZ          two

odd:
	TESTQ $1, DX
	JZ    done
	VPBROADCASTD 0(R8), Z4
	VPDPWSSD     0(BX), Z4, Z0
	VPDPWSSD     64(BX), Z4, Z1
	ADDQ         $128, BX

done:
	VPADDD    Z2, Z0, Z0
	VPADDD    Z3, Z1, Z1
	VMOVDQU32 Z0, 0(DI)
	VMOVDQU32 Z1, 64(DI)
	ADDQ      $128, DI
	DECQ      CX
	JNZ       block
	VZEROUPPER
	RET
