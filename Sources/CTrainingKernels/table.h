// The table of one precision and variant. No include guard: included once per precision.
const training_kernels NAME(training_kernels) = {
    .sgd = NAME(sgd),
    .momentum = NAME(momentum),
    .nesterov = NAME(nesterov),
    .adagrad = NAME(adagrad),
    .rmsprop = NAME(rmsprop),
    .adam = NAME(adam),
    .sigmoid_cross_entropy = NAME(sigmoid_cross_entropy),
    .softmax_cross_entropy = NAME(softmax_cross_entropy),
    .squared_error = NAME(squared_error),
    .linear_residual = NAME(linear_residual),
    .target = NAME(target),
    .column_sums = NAME(column_sums),
    .sum = NAME(sum),
    .inner_product = NAME(inner_product),
    .clip = NAME(clip),
    .is_finite = NAME(is_finite),
};
