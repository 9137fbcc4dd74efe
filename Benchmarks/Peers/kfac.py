"""kfac-jax on the deep autoencoder, beside `locoprop train`.

    python kfac.py [--epochs N] [--seed N] [--threads N] [--damping λ] [--estimation MODE] [--data FOLDER]
        [--output FILE]

Fashion-MNIST, 784-1000-500-250-30-250-500-1000-784 with tanh and a linear code, sigmoid cross entropy summed over pixels and
averaged over the rows, whole batches of 1000 in a fresh order each epoch, weights Glorot uniform ±√(6/(in + out)), biases uniform
±√(3/out): the recipe locoprop2022, but the random numbers are NumPy's. `kfac_jax.Optimizer` chooses rate, momentum and damping itself.

Prints after each epoch the loss of the whole training set, and the seconds of its steps and of all steps until then. Not counted are compilation
(some steps of a run that is thrown away come first), the order of the rows, and the loss of the training set.
"""
import argparse
import gzip
import importlib
import json
import os
import pathlib
import time

WIDTHS = [784, 1000, 500, 250, 30, 250, 500, 1000, 784]
CODE = 3
BATCH = 1000
# From the first steps on until each of the optimizer's periods (5) has been seen twice.
WARM_UP = 11


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=int, default=1, help="processors that the process is held to")
    parser.add_argument("--damping", type=float, default=5.0, help="λ at the start")
    parser.add_argument("--least-damping", type=float, default=1e-8, help="what λ does not fall below; kfac-jax's default is 1e-8")
    parser.add_argument("--burn-in", type=int, default=10, help="estimates of the factors before the first step; kfac-jax's default is 10")
    parser.add_argument(
        "--estimation", default="fisher_gradients", choices=["fisher_gradients", "fisher_empirical", "fisher_curvature_prop", "ggn_curvature_prop"],
        help="what G is estimated by; fisher_gradients are sampled targets")
    parser.add_argument("--output", type=pathlib.Path, help="a line of JSON for each epoch goes there: epoch, train_loss, seconds")
    parser.add_argument("--data", type=pathlib.Path, default="/usr/share/datasets/fashion-mnist")
    options = parser.parse_args()
    if not 0 <= options.burn_in <= 60 or not options.damping > 0:
        parser.error("--burn-in is 0 to 60, an epoch's batches, and --damping above 0")
    processors = sorted(os.sched_getaffinity(0))
    if min(options.epochs, options.threads) < 1 or options.threads > len(processors):
        parser.error(f"--epochs is at least 1, --threads 1 to {len(processors)}")
    os.sched_setaffinity(0, processors[: options.threads])
    return options


def images(folder, numpy):
    path = folder / "train-images-idx3-ubyte.gz"
    try:
        with gzip.open(path) as file:
            content = file.read()
    except OSError as error:
        raise SystemExit(f"{path}: {error.strerror or error}; make install-data installs it, --data FOLDER says where it is")
    magic, count, rows, columns = numpy.frombuffer(content, ">i4", 4)
    if magic != 0x803 or rows * columns != WIDTHS[0] or len(content) != 16 + count * WIDTHS[0]:
        raise SystemExit(f"{path}: not {WIDTHS[0]}-pixel images in IDX")
    return numpy.frombuffer(content, numpy.uint8, offset=16).reshape(count, WIDTHS[0]).astype(numpy.float32) / 255


def adapt(jax):
    """kfac-jax 0.0.8 takes two results of get_bind_params, which from jax 0.10 on gives one, with the functions in it."""
    def evaluated(equation, values):
        with jax.extend.source_info_util.user_context(equation.source_info.traceback):
            result = equation.primitive.bind(*values, **equation.primitive.get_bind_params(equation.params))
        return result if isinstance(result, list) else [result]

    importlib.import_module("kfac_jax._src.tag_graph_matcher").eval_jaxpr_eqn = evaluated


def main():
    options = arguments()
    # After the processors are chosen: XLA's threads are counted at the import.
    os.environ["JAX_PLATFORMS"] = "cpu"
    import jax
    import jax.numpy as jnp
    import kfac_jax
    import numpy

    adapt(jax)
    data = images(options.data, numpy)
    generator = numpy.random.default_rng(options.seed)

    def uniform(bound, *shape):
        return generator.uniform(-bound, bound, shape).astype(numpy.float32)

    initial = [(uniform((6 / (i + o)) ** 0.5, i, o), uniform((3 / o) ** 0.5, o)) for i, o in zip(WIDTHS, WIDTHS[1:])]

    def logits(params, x):
        for index, (weights, biases) in enumerate(params):
            x = x @ weights + biases
            if index not in (CODE, len(params) - 1):
                x = jnp.tanh(x)
        return x

    def mean_loss(a, x):
        return jnp.mean(jnp.sum(jax.nn.softplus(a) - x * a, axis=1))

    def registered_loss(params, x):
        a = logits(params, x)
        kfac_jax.register_sigmoid_cross_entropy_loss(a, x)
        return mean_loss(a, x)

    loss = jax.jit(lambda params, x: mean_loss(logits(params, x), x))
    optimizer = kfac_jax.Optimizer(
        jax.value_and_grad(registered_loss), l2_reg=0.0, use_adaptive_learning_rate=True, use_adaptive_momentum=True,
        use_adaptive_damping=True, initial_damping=options.damping, min_damping=options.least_damping,
        num_burnin_steps=options.burn_in, estimation_mode=options.estimation)

    def batches(order):
        for start in range(0, len(data) - BATCH + 1, BATCH):
            yield jnp.asarray(data[order[start : start + BATCH]])

    def start():
        params = jax.tree.map(jnp.asarray, initial)
        key = jax.random.key_data(jax.random.key(options.seed))
        return params, optimizer.init(params, key, jnp.asarray(data[:BATCH])), key

    params, state, key = start()
    batch = jnp.asarray(data[:BATCH])
    for _ in range(WARM_UP):
        key, own = jax.random.split(key)
        params, state, _ = optimizer.step(params, state, own, data_iterator=iter([batch] * (1 + options.burn_in)))
    jax.block_until_ready(params)

    params, state, key = start()
    print(f"kfac-jax {kfac_jax.__version__}, jax {jax.__version__}; seed {options.seed}, {options.threads} threads, "
          f"λ = {options.damping} at the start, {options.estimation}", flush=True)
    total = 0.0
    records = []
    for epoch in range(1, options.epochs + 1):
        order = generator.permutation(len(data))
        own_batches = list(batches(order))
        # The first step's estimates before it take batches of their own: these come from the end of the same order.
        burn_in = iter(own_batches[-options.burn_in :]) if epoch == 1 and options.burn_in > 0 else iter([])
        seconds = processor = 0.0
        for batch in own_batches:
            begun, processor_begun = time.perf_counter(), time.process_time()
            key, own = jax.random.split(key)
            params, state, statistics = optimizer.step(params, state, own, data_iterator=chained(burn_in, batch))
            jax.block_until_ready((params, state))
            seconds += time.perf_counter() - begun
            processor += time.process_time() - processor_begun
        total += seconds
        losses = [float(loss(params, jnp.asarray(data[i : i + BATCH]))) for i in range(0, len(data), BATCH)]
        records.append(json.dumps({"epoch": epoch, "train_loss": sum(losses) / len(losses), "seconds": seconds}))
        print(f"epoch {epoch}/{options.epochs}  train {sum(losses) / len(losses):.3f}  {seconds:.1f} s "
              f"({processor:.1f} s of processors), {total:.1f} s since the start  λ {float(statistics['damping']):.3g}", flush=True)
    if options.output:
        options.output.write_text("\n".join(records) + "\n")


def chained(first, last):
    yield from first
    yield last


main()
