#pragma once
#include <cblas.h>

// LAPACK's Cholesky factorisation, the inverse from it, and the eigenvectors of a symmetric matrix by divide and
// conquer, from the same library (Fortran calling convention, column-major; the trailing arguments are the
// lengths of the strings, which Fortran compilers pass by value).
void spotrf_(const char *uplo, const int *n, float *a, const int *lda, int *info, unsigned long uplo_length);
void dpotrf_(const char *uplo, const int *n, double *a, const int *lda, int *info, unsigned long uplo_length);
void spotri_(const char *uplo, const int *n, float *a, const int *lda, int *info, unsigned long uplo_length);
void dpotri_(const char *uplo, const int *n, double *a, const int *lda, int *info, unsigned long uplo_length);
void dsyevd_(const char *jobz, const char *uplo, const int *n, double *a, const int *lda, double *w, double *work,
             const int *lwork, int *iwork, const int *liwork, int *info, unsigned long jobz_length,
             unsigned long uplo_length);
