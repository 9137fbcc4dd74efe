// Generated from activations.yaml by generate-activations 1.0: do not edit.
// Catalogue digest 3730885a087d5390.

#pragma once
#include <conjugate_kernels.h>
#include <coupled_conjugate.h>
#include "formulas_f64.h"

static double step_link_at(double x, const double *parameters) {
    return step_link_f64(x, step_load_f64(parameters));
}
static double step_derivative_at(double x, const double *parameters) {
    return step_derivative_f64(x, step_load_f64(parameters));
}
static double step_integral_at(double x, const double *parameters) {
    return step_integral_f64(x, step_load_f64(parameters));
}
static double step_dual_at(double x, const double *parameters) {
    return step_dual_f64(x, step_load_f64(parameters));
}
static elementwise_link step_conjugate(const double *parameters, link_kink *kinks) {
    const step_parameters_f64 p = step_load_f64(parameters);
    (void)p;
    kinks[0] = (link_kink){0.0, 1};
    return (elementwise_link){
        .link = step_link_at, .derivative = step_derivative_at, .integral = step_integral_at,
        .inverse = NULL, .dual = step_dual_at,
        .domain_lower = -INFINITY, .domain_upper = INFINITY,
        .is_strict = 0,
        .kink_count = 1, .kinks = kinks, .parameters = parameters,
    };
}

static double linear_link_at(double x, const double *parameters) {
    return linear_link_f64(x, linear_load_f64(parameters));
}
static double linear_derivative_at(double x, const double *parameters) {
    return linear_derivative_f64(x, linear_load_f64(parameters));
}
static double linear_integral_at(double x, const double *parameters) {
    return linear_integral_f64(x, linear_load_f64(parameters));
}
static double linear_inverse_at(double x, const double *parameters) {
    return linear_inverse_f64(x, linear_load_f64(parameters));
}
static double linear_dual_at(double x, const double *parameters) {
    return linear_dual_f64(x, linear_load_f64(parameters));
}
static elementwise_link linear_conjugate(const double *parameters, link_kink *kinks) {
    const linear_parameters_f64 p = linear_load_f64(parameters);
    (void)p;
    return (elementwise_link){
        .link = linear_link_at, .derivative = linear_derivative_at, .integral = linear_integral_at,
        .inverse = linear_inverse_at, .dual = linear_dual_at,
        .domain_lower = -INFINITY, .domain_upper = INFINITY,
        .is_strict = 1,
        .kink_count = 0, .kinks = kinks, .parameters = parameters,
    };
}

static double relu_link_at(double x, const double *parameters) {
    return relu_link_f64(x, relu_load_f64(parameters));
}
static double relu_derivative_at(double x, const double *parameters) {
    return relu_derivative_f64(x, relu_load_f64(parameters));
}
static double relu_integral_at(double x, const double *parameters) {
    return relu_integral_f64(x, relu_load_f64(parameters));
}
static double relu_dual_at(double x, const double *parameters) {
    return relu_dual_f64(x, relu_load_f64(parameters));
}
static elementwise_link relu_conjugate(const double *parameters, link_kink *kinks) {
    const relu_parameters_f64 p = relu_load_f64(parameters);
    (void)p;
    kinks[0] = (link_kink){0.0, 0};
    return (elementwise_link){
        .link = relu_link_at, .derivative = relu_derivative_at, .integral = relu_integral_at,
        .inverse = NULL, .dual = relu_dual_at,
        .domain_lower = -INFINITY, .domain_upper = INFINITY,
        .is_strict = 0,
        .kink_count = 1, .kinks = kinks, .parameters = parameters,
    };
}

static double leaky_relu_link_at(double x, const double *parameters) {
    return leaky_relu_link_f64(x, leaky_relu_load_f64(parameters));
}
static double leaky_relu_derivative_at(double x, const double *parameters) {
    return leaky_relu_derivative_f64(x, leaky_relu_load_f64(parameters));
}
static double leaky_relu_integral_at(double x, const double *parameters) {
    return leaky_relu_integral_f64(x, leaky_relu_load_f64(parameters));
}
static double leaky_relu_inverse_at(double x, const double *parameters) {
    return leaky_relu_inverse_f64(x, leaky_relu_load_f64(parameters));
}
static double leaky_relu_dual_at(double x, const double *parameters) {
    return leaky_relu_dual_f64(x, leaky_relu_load_f64(parameters));
}
static elementwise_link leaky_relu_conjugate(const double *parameters, link_kink *kinks) {
    const leaky_relu_parameters_f64 p = leaky_relu_load_f64(parameters);
    (void)p;
    kinks[0] = (link_kink){0.0, 0};
    return (elementwise_link){
        .link = leaky_relu_link_at, .derivative = leaky_relu_derivative_at, .integral = leaky_relu_integral_at,
        .inverse = leaky_relu_inverse_at, .dual = leaky_relu_dual_at,
        .domain_lower = -INFINITY, .domain_upper = INFINITY,
        .is_strict = p.beta != 0.0,
        .kink_count = 1, .kinks = kinks, .parameters = parameters,
    };
}

static double sigmoid_link_at(double x, const double *parameters) {
    return sigmoid_link_f64(x, sigmoid_load_f64(parameters));
}
static double sigmoid_derivative_at(double x, const double *parameters) {
    return sigmoid_derivative_f64(x, sigmoid_load_f64(parameters));
}
static double sigmoid_integral_at(double x, const double *parameters) {
    return sigmoid_integral_f64(x, sigmoid_load_f64(parameters));
}
static double sigmoid_inverse_at(double x, const double *parameters) {
    return sigmoid_inverse_f64(x, sigmoid_load_f64(parameters));
}
static double sigmoid_dual_at(double x, const double *parameters) {
    return sigmoid_dual_f64(x, sigmoid_load_f64(parameters));
}
static elementwise_link sigmoid_conjugate(const double *parameters, link_kink *kinks) {
    const sigmoid_parameters_f64 p = sigmoid_load_f64(parameters);
    (void)p;
    return (elementwise_link){
        .link = sigmoid_link_at, .derivative = sigmoid_derivative_at, .integral = sigmoid_integral_at,
        .inverse = sigmoid_inverse_at, .dual = sigmoid_dual_at,
        .domain_lower = -INFINITY, .domain_upper = INFINITY,
        .is_strict = 1,
        .kink_count = 0, .kinks = kinks, .parameters = parameters,
    };
}

static void softmax_link_at(const double *x, double *result, ptrdiff_t n, const double *parameters) {
    softmax_link_row_f64(x, result, n, softmax_load_f64(parameters));
}
static double softmax_integral_at(const double *x, ptrdiff_t n, const double *parameters) {
    return softmax_integral_row_f64(x, n, softmax_load_f64(parameters));
}
static void softmax_diagonal_at(const double *x, double *result, ptrdiff_t n, const double *parameters) {
    softmax_diagonal_row_f64(x, result, n, softmax_load_f64(parameters));
}
static void softmax_inverse_at(const double *x, double *result, ptrdiff_t n, const double *parameters) {
    softmax_inverse_row_f64(x, result, n, softmax_load_f64(parameters));
}
static double softmax_dual_at(const double *x, ptrdiff_t n, const double *parameters) {
    return softmax_dual_row_f64(x, n, softmax_load_f64(parameters));
}
static void softmax_jacobian_at(const double *a, const double *v, double *result, ptrdiff_t n,
                                const double *parameters) {
    softmax_jacobian_row_f64(a, v, result, n, softmax_load_f64(parameters));
}
static coupled_link softmax_conjugate(const double *parameters) {
    return (coupled_link){
        .link = softmax_link_at, .integral = softmax_integral_at,
        .jacobian_vector_product = softmax_jacobian_at, .diagonal = softmax_diagonal_at,
        .inverse = softmax_inverse_at, .dual = softmax_dual_at,
        .is_flat_along_ones = 1, .parameters = parameters,
    };
}

static double tanh_link_at(double x, const double *parameters) {
    return tanh_link_f64(x, tanh_load_f64(parameters));
}
static double tanh_derivative_at(double x, const double *parameters) {
    return tanh_derivative_f64(x, tanh_load_f64(parameters));
}
static double tanh_integral_at(double x, const double *parameters) {
    return tanh_integral_f64(x, tanh_load_f64(parameters));
}
static double tanh_inverse_at(double x, const double *parameters) {
    return tanh_inverse_f64(x, tanh_load_f64(parameters));
}
static double tanh_dual_at(double x, const double *parameters) {
    return tanh_dual_f64(x, tanh_load_f64(parameters));
}
static elementwise_link tanh_conjugate(const double *parameters, link_kink *kinks) {
    const tanh_parameters_f64 p = tanh_load_f64(parameters);
    (void)p;
    return (elementwise_link){
        .link = tanh_link_at, .derivative = tanh_derivative_at, .integral = tanh_integral_at,
        .inverse = tanh_inverse_at, .dual = tanh_dual_at,
        .domain_lower = -INFINITY, .domain_upper = INFINITY,
        .is_strict = 1,
        .kink_count = 0, .kinks = kinks, .parameters = parameters,
    };
}

static double arctan_link_at(double x, const double *parameters) {
    return arctan_link_f64(x, arctan_load_f64(parameters));
}
static double arctan_derivative_at(double x, const double *parameters) {
    return arctan_derivative_f64(x, arctan_load_f64(parameters));
}
static double arctan_integral_at(double x, const double *parameters) {
    return arctan_integral_f64(x, arctan_load_f64(parameters));
}
static double arctan_inverse_at(double x, const double *parameters) {
    return arctan_inverse_f64(x, arctan_load_f64(parameters));
}
static double arctan_dual_at(double x, const double *parameters) {
    return arctan_dual_f64(x, arctan_load_f64(parameters));
}
static elementwise_link arctan_conjugate(const double *parameters, link_kink *kinks) {
    const arctan_parameters_f64 p = arctan_load_f64(parameters);
    (void)p;
    return (elementwise_link){
        .link = arctan_link_at, .derivative = arctan_derivative_at, .integral = arctan_integral_at,
        .inverse = arctan_inverse_at, .dual = arctan_dual_at,
        .domain_lower = -INFINITY, .domain_upper = INFINITY,
        .is_strict = 1,
        .kink_count = 0, .kinks = kinks, .parameters = parameters,
    };
}

static double softplus_link_at(double x, const double *parameters) {
    return softplus_link_f64(x, softplus_load_f64(parameters));
}
static double softplus_derivative_at(double x, const double *parameters) {
    return softplus_derivative_f64(x, softplus_load_f64(parameters));
}
static double softplus_integral_at(double x, const double *parameters) {
    return softplus_integral_f64(x, softplus_load_f64(parameters));
}
static double softplus_inverse_at(double x, const double *parameters) {
    return softplus_inverse_f64(x, softplus_load_f64(parameters));
}
static double softplus_dual_at(double x, const double *parameters) {
    return softplus_dual_f64(x, softplus_load_f64(parameters));
}
static elementwise_link softplus_conjugate(const double *parameters, link_kink *kinks) {
    const softplus_parameters_f64 p = softplus_load_f64(parameters);
    (void)p;
    return (elementwise_link){
        .link = softplus_link_at, .derivative = softplus_derivative_at, .integral = softplus_integral_at,
        .inverse = softplus_inverse_at, .dual = softplus_dual_at,
        .domain_lower = -INFINITY, .domain_upper = INFINITY,
        .is_strict = 1,
        .kink_count = 0, .kinks = kinks, .parameters = parameters,
    };
}

static double elu_link_at(double x, const double *parameters) {
    return elu_link_f64(x, elu_load_f64(parameters));
}
static double elu_derivative_at(double x, const double *parameters) {
    return elu_derivative_f64(x, elu_load_f64(parameters));
}
static double elu_integral_at(double x, const double *parameters) {
    return elu_integral_f64(x, elu_load_f64(parameters));
}
static double elu_inverse_at(double x, const double *parameters) {
    return elu_inverse_f64(x, elu_load_f64(parameters));
}
static double elu_dual_at(double x, const double *parameters) {
    return elu_dual_f64(x, elu_load_f64(parameters));
}
static elementwise_link elu_conjugate(const double *parameters, link_kink *kinks) {
    const elu_parameters_f64 p = elu_load_f64(parameters);
    (void)p;
    kinks[0] = (link_kink){0.0, 0};
    return (elementwise_link){
        .link = elu_link_at, .derivative = elu_derivative_at, .integral = elu_integral_at,
        .inverse = elu_inverse_at, .dual = elu_dual_at,
        .domain_lower = -INFINITY, .domain_upper = INFINITY,
        .is_strict = p.beta != 0.0,
        .kink_count = 1, .kinks = kinks, .parameters = parameters,
    };
}
