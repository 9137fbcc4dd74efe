#pragma once
#include <cblas.h>

// LAPACK's Cholesky factorisation and solve, from the same library (Fortran
// calling convention, column-major; the trailing argument is the length of
// `uplo`, which Fortran compilers pass by value).
void spotrf_(const char *uplo, const int *n, float *a, const int *lda, int *info, unsigned long uplo_length);
void dpotrf_(const char *uplo, const int *n, double *a, const int *lda, int *info, unsigned long uplo_length);
void spotrs_(const char *uplo, const int *n, const int *nrhs, const float *a, const int *lda, float *b,
             const int *ldb, int *info, unsigned long uplo_length);
void dpotrs_(const char *uplo, const int *n, const int *nrhs, const double *a, const int *lda, double *b,
             const int *ldb, int *info, unsigned long uplo_length);
