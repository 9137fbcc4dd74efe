#pragma once
#include <cblas.h>

// LAPACK's Cholesky factorisation, from the same library (Fortran calling convention, column-major;
// the trailing argument is the length of `uplo`, which Fortran compilers pass by value).
void spotrf_(const char *uplo, const int *n, float *a, const int *lda, int *info, unsigned long uplo_length);
void dpotrf_(const char *uplo, const int *n, double *a, const int *lda, int *info, unsigned long uplo_length);
