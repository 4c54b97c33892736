#include "textflag.h"

// BROUGHT brings eight sums to parts of 1/fine in y: times them, for even and odd
// ones apart since products have 64 bits, less 24 bits, and plus. The place is AX
// bytes on.
#define BROUGHT(y) \
	VMOVDQU  (SI)(AX*1), Y0;     \
	VMOVDQU  (R8)(AX*1), Y1;     \
	VPMULDQ  Y1, Y0, Y2;         \
	VPSRLQ   $32, Y0, Y0;        \
	VPSRLQ   $32, Y1, Y1;        \
	VPMULDQ  Y1, Y0, Y3;         \
	VPSRLQ   $24, Y2, Y2;        \
	VPSLLQ   $8, Y3, Y3;         \
	VPBLENDD $0xAA, Y3, Y2, Y2;  \
	VPADDD   (R9)(AX*1), Y2, y

// SIGMOID looks eight numbers of x up in the table of the logistic function, which
// y is for.
#define SIGMOID(x, y) \
	VPSRAD     $8, x, x;              \
	VPADDD     Y12, x, x;             \
	VPMAXSD    Y14, x, x;             \
	VPMINSD    Y13, x, x;             \
	VPCMPEQD   Y0, Y0, Y0;            \
	VPGATHERDD Y0, (R12)(x*4), y

// func stepAVX2(held, sums, times, plus *int32, skip, out *int16, logistic *int32, n int)
//
// As stepPlain, for eight units at a time; n is a multiple of eight.
TEXT ·stepAVX2(SB), NOSPLIT, $0-64
	MOVQ held+0(FP), DI
	MOVQ sums+8(FP), SI
	MOVQ times+16(FP), R8
	MOVQ plus+24(FP), R9
	MOVQ skip+32(FP), R10
	MOVQ out+40(FP), R11
	MOVQ logistic+48(FP), R12
	MOVQ n+56(FP), DX
	LEAQ (DX*4), CX // bytes of as many units

	// Half the logistic table, its last entry, and one; see stepPlain.
	MOVL         $2048, AX
	VMOVD        AX, X12
	VPBROADCASTD X12, Y12
	MOVL         $4095, AX
	VMOVD        AX, X13
	VPBROADCASTD X13, Y13
	VPXOR        Y14, Y14, Y14
	MOVL         $32768, AX
	VMOVD        AX, X11
	VPBROADCASTD X11, Y11
	XORQ         BX, BX

units:
	MOVQ BX, AX
	BROUGHT(Y7)  // what is new
	ADDQ CX, AX
	BROUGHT(Y8)
	ADDQ CX, AX
	BROUGHT(Y9)
	SIGMOID(Y8, Y5) // how much is forgotten
	SIGMOID(Y9, Y6) // how much is shown

	VMOVDQU  (DI)(BX*1), Y8
	VPSUBD   Y7, Y8, Y8
	VPMULDQ  Y8, Y5, Y2
	VPSRLQ   $32, Y8, Y8
	VPSRLQ   $32, Y5, Y5
	VPMULDQ  Y8, Y5, Y3
	VPSRLQ   $15, Y2, Y2
	VPSLLQ   $17, Y3, Y3
	VPBLENDD $0xAA, Y3, Y2, Y2
	VPADDD   Y7, Y2, Y7
	VMOVDQU  Y7, (DI)(BX*1)

	VPADDD    Y7, Y7, Y8
	SIGMOID(Y8, Y5)
	VPADDD    Y5, Y5, Y5
	VPSUBD    Y11, Y5, Y5 // its hyperbolic tangent
	VPSRAD    $4, Y5, Y5
	VPMOVSXWD (R10), Y4
	VPSUBD    Y4, Y5, Y5
	VPMULLD   Y6, Y5, Y5
	VPSRAD    $15, Y5, Y5
	VPADDD    Y4, Y5, Y5
	VPACKSSDW Y5, Y5, Y5
	VPERMQ    $0x08, Y5, Y5
	VMOVDQU   X5, (R11)

	ADDQ $32, BX
	ADDQ $16, R10
	ADDQ $16, R11
	SUBQ $8, DX
	JNZ  units
	VZEROUPPER
	RET
