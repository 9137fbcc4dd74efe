// Generated from activations.yaml by generate-activations 1.0: do not edit.

#include "formulas_05.h"
#include <coupled_kernels.h>
#include <elementwise_kernels.h>

#define softplus_link_loop ELEMENTWISE_MAP
#define softplus_pair_loop ELEMENTWISE_PAIR
#define softplus_loops_f32 FORMULA_LOOPS
#define softplus_loops_f64 FORMULA_LOOPS
#define softplus_piece_losses no_piece_losses
static const activation_map softplus_link_by_parameter_f32[] = {NULL};
static const activation_map softplus_integral_by_parameter_f32[] = {NULL};
#define softplus_split_table_f32 NULL
ELEMENTWISE_KERNELS(softplus, float, f32)
static const activation_map softplus_link_by_parameter_f64[] = {NULL};
static const activation_map softplus_integral_by_parameter_f64[] = {NULL};
#define softplus_split_table_f64 NULL
ELEMENTWISE_KERNELS(softplus, double, f64)
#define hardtanh_link_loop ELEMENTWISE_MAP
#define hardtanh_pair_loop ELEMENTWISE_PAIR
#define hardtanh_loops_f32 FORMULA_LOOPS
#define hardtanh_loops_f64 FORMULA_LOOPS
#define hardtanh_piece_losses piece_losses
ELEMENTWISE_MAP(hardtanh, link_by_0, float, f32)
ELEMENTWISE_MAP(hardtanh, link_by_1, float, f32)
static const activation_map hardtanh_link_by_parameter_f32[] = {hardtanh_link_by_0_map_f32, hardtanh_link_by_1_map_f32, NULL};
ELEMENTWISE_MAP(hardtanh, integral_by_0, float, f32)
ELEMENTWISE_MAP(hardtanh, integral_by_1, float, f32)
static const activation_map hardtanh_integral_by_parameter_f32[] = {hardtanh_integral_by_0_map_f32, hardtanh_integral_by_1_map_f32, NULL};
#define hardtanh_split_table_f32 NULL
ELEMENTWISE_KERNELS(hardtanh, float, f32)
ELEMENTWISE_MAP(hardtanh, link_by_0, double, f64)
ELEMENTWISE_MAP(hardtanh, link_by_1, double, f64)
static const activation_map hardtanh_link_by_parameter_f64[] = {hardtanh_link_by_0_map_f64, hardtanh_link_by_1_map_f64, NULL};
ELEMENTWISE_MAP(hardtanh, integral_by_0, double, f64)
ELEMENTWISE_MAP(hardtanh, integral_by_1, double, f64)
static const activation_map hardtanh_integral_by_parameter_f64[] = {hardtanh_integral_by_0_map_f64, hardtanh_integral_by_1_map_f64, NULL};
#define hardtanh_split_table_f64 NULL
ELEMENTWISE_KERNELS(hardtanh, double, f64)

extern const activation_kernels *const CActivationKernels_table_05_baseline[];
const activation_kernels *const CActivationKernels_table_05_baseline[] = {
    &softplus_kernels_f32,
    &softplus_kernels_f64,
    &hardtanh_kernels_f32,
    &hardtanh_kernels_f64,
};
