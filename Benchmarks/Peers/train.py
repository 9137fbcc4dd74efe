"""Training steps beside JAX and PyTorch, in one run.

    python train.py STEP-BENCHMARK [--threads N] [--rounds N] [--steps N] [--output FILE]

STEP-BENCHMARK is the program of that name (`swift build -c release --package-path Benchmarks --product StepBenchmark`).
The network is the deep autoencoder 784-1000-500-250-30-250-500-1000-784 with tanh, batches of 1000, float32; LocoProp with
T = 10 and RMSProp in its TensorFlow-1 form, BackProp with Adam. In each round our steps, JAX's (jit, buffers donated) and
PyTorch's are timed one after the other, each in a process of its own; the least step of a round counts, and of the rounds
the median. Prints milliseconds, and ours as a share of each peer's; only a quiet machine gives figures worth keeping.

`gram` is LocoProp-S with XᵀX formed once, which JAX can be told to do as well.
"""
import argparse
import json
import os
import statistics
import subprocess
import sys
import time

os.environ.setdefault("JAX_PLATFORMS", "cpu")
WIDTHS = [784, 1000, 500, 250, 30, 250, 500, 1000, 784]
BATCH, T, GAMMA = 1000, 10, 10.0
DECAY, MOMENTUM, EPSILON = 0.9, 0.999, 1e-5
METHODS = ["locoprop-m", "locoprop-s", "backprop"]


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", help="the program StepBenchmark")
    parser.add_argument("--threads", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--steps", type=int, default=6, help="timed steps of a round")
    parser.add_argument("--output", help="the JSON file to write")
    parser.add_argument("--peer", choices=["jax", "torch"], help=argparse.SUPPRESS)
    return parser.parse_args()


def initial(numpy):
    generator = numpy.random.default_rng(0)
    shapes = list(zip(WIDTHS, WIDTHS[1:]))
    weights = [(generator.standard_normal(s) * (2 / sum(s)) ** 0.5).astype("float32") for s in shapes]
    biases = [numpy.zeros(n, "float32") for _, n in shapes]
    return weights, biases, generator.random((BATCH, WIDTHS[0]), "float32")


def least(step, steps):
    step()
    times = []
    for _ in range(steps):
        start = time.perf_counter()
        step()
        times.append(1000 * (time.perf_counter() - start))
    return min(times)


def jax_times(threads, steps):
    if threads == 1:
        os.sched_setaffinity(0, {sorted(os.sched_getaffinity(0))[0]})
    import jax
    import jax.numpy as jnp
    import numpy

    weights, biases, inputs = initial(numpy)
    layers = len(weights)
    links = [jnp.tanh] * layers
    links[3], links[-1] = (lambda a: a), jax.nn.sigmoid

    def forward(params, x):
        xs, activations = [], []
        for (w, b), link in zip(params, links):
            xs.append(x)
            activations.append(x @ w + b)
            x = link(activations[-1])
        return xs, activations, x

    def backward(params, activations, y, target):
        gradients = [None] * layers
        g = (y - target) / 1.0
        for m in reversed(range(layers)):
            gradients[m] = g
            if m > 0:
                d = 1 - jnp.tanh(activations[m - 1]) ** 2 if m - 1 != 3 else 1.0
                g = (g @ params[m][0].T) * d
        return gradients

    def rmsprop(p, h, s, v, rate):
        s = DECAY * s + (1 - DECAY) * h * h
        v = MOMENTUM * v + rate * h / jnp.sqrt(s + EPSILON)
        return p - v, s, v

    def locoprop(is_matching, is_gram):
        def step(params, slots, x0, rate):
            xs, activations, y = forward(params, x0)
            gradients = backward(params, activations, y, x0)
            new_params, new_slots = [], []
            for m in range(layers):
                x, a, g, link = xs[m], activations[m], gradients[m], links[m]
                target = (link(a) if is_matching else a) - GAMMA * g
                w0, b0 = params[m]
                if is_gram:
                    gram, ones, moment = x.T @ x, x.sum(0), GAMMA * (x.T @ g)
                    total = GAMMA * g.sum(0)

                def body(k, state):
                    (w, b), (sw, vw, sb, vb) = state
                    local = rate * jnp.maximum(1 - k / T, 0.25)
                    if is_gram:
                        dw, db = w - w0, b - b0
                        hw = gram @ dw + jnp.outer(ones, db) + moment
                        hb = ones @ dw + BATCH * db + total
                    else:
                        z = x @ w + b
                        r = (link(z) if is_matching else z) - target
                        hw, hb = x.T @ r, r.sum(0)
                    w, sw, vw = rmsprop(w, hw, sw, vw, local)
                    b, sb, vb = rmsprop(b, hb, sb, vb, local)
                    return (w, b), (sw, vw, sb, vb)

                p, s = jax.lax.fori_loop(0, T, body, (params[m], slots[m]))
                new_params.append(p)
                new_slots.append(s)
            return new_params, new_slots

        return jax.jit(step, donate_argnums=(0, 1))

    def adam(params, slots, x0, rate):
        xs, activations, y = forward(params, x0)
        gradients = backward(params, activations, y, x0)
        new_params, new_slots = [], []
        for (w, b), (mw, vw, mb, vb), x, g in zip(params, slots, xs, gradients):
            hw, hb = x.T @ (g / BATCH), g.sum(0) / BATCH
            mw, mb = 0.9 * mw + 0.1 * hw, 0.9 * mb + 0.1 * hb
            vw, vb = 0.999 * vw + 0.001 * hw * hw, 0.999 * vb + 0.001 * hb * hb
            new_params.append((w - rate * mw / (jnp.sqrt(vw) + 1e-8), b - rate * mb / (jnp.sqrt(vb) + 1e-8)))
            new_slots.append((mw, vw, mb, vb))
        return new_params, new_slots

    def measured(step, rate):
        params = [(jnp.array(w), jnp.array(b)) for w, b in zip(weights, biases)]
        slots = [(jnp.zeros_like(w), jnp.zeros_like(w), jnp.zeros_like(b), jnp.zeros_like(b)) for w, b in params]
        state = [params, slots]
        x0 = jnp.array(inputs)

        def run():
            state[0], state[1] = step(state[0], state[1], x0, rate)
            jax.block_until_ready(state)

        run()
        return least(run, steps)

    return {
        "locoprop-m": measured(locoprop(True, False), 1e-5),
        "locoprop-s": measured(locoprop(False, False), 1e-6),
        "locoprop-s, gram": measured(locoprop(False, True), 1e-6),
        "backprop": measured(jax.jit(adam, donate_argnums=(0, 1)), 1e-3),
    }


def torch_times(threads, steps):
    import numpy
    import torch

    torch.set_num_threads(threads)
    torch.set_grad_enabled(False)
    weights, biases, inputs = initial(numpy)
    layers = len(weights)
    x0 = torch.from_numpy(inputs)
    links = [torch.tanh] * layers
    links[3], links[-1] = (lambda a: a), torch.sigmoid

    def passes(ws, bs):
        xs, activations, x = [], [], x0
        for w, b, link in zip(ws, bs, links):
            xs.append(x)
            activations.append(torch.addmm(b, x, w))
            x = link(activations[-1])
        gradients, g = [None] * layers, x - x0
        for m in reversed(range(layers)):
            gradients[m] = g
            if m > 0:
                g = g @ ws[m].T
                if m - 1 != 3:
                    g *= 1 - xs[m] ** 2
        return xs, activations, gradients

    def rmsprop(p, h, s, v, rate):
        s.mul_(DECAY).addcmul_(h, h, value=1 - DECAY)
        v.mul_(MOMENTUM).addcdiv_(h, (s + EPSILON).sqrt_(), value=rate)
        p.sub_(v)

    def start():
        ws, bs = [torch.from_numpy(w.copy()) for w in weights], [torch.from_numpy(b.copy()) for b in biases]
        return ws, bs, [[torch.zeros_like(t) for t in (w, w, b, b)] for w, b in zip(ws, bs)]

    def locoprop(is_matching, rate):
        ws, bs, slots = start()

        def step():
            xs, activations, gradients = passes(ws, bs)
            for m in range(layers):
                x, link = xs[m], links[m]
                target = (link(activations[m]) if is_matching else activations[m]) - GAMMA * gradients[m]
                sw, vw, sb, vb = slots[m]
                for k in range(T):
                    local = rate * max(1 - k / T, 0.25)
                    z = torch.addmm(bs[m], x, ws[m])
                    r = (link(z) if is_matching else z).sub_(target)
                    rmsprop(ws[m], x.T @ r, sw, vw, local)
                    rmsprop(bs[m], r.sum(0), sb, vb, local)

        return least(step, steps)

    def adam():
        ws, bs, slots = start()

        count = [0]

        def step():
            count[0] += 1
            xs, _, gradients = passes(ws, bs)
            for w, b, (mw, vw, mb, vb), x, g in zip(ws, bs, slots, xs, gradients):
                g = g / BATCH
                for p, h, m, v in ((w, x.T @ g, mw, vw), (b, g.sum(0), mb, vb)):
                    m.lerp_(h, 0.1)
                    v.mul_(0.999).addcmul_(h, h, value=0.001)
                    correction = (1 - 0.999 ** count[0]) ** 0.5
                    p.addcdiv_(m, (v.sqrt() / correction).add_(1e-8), value=-1e-3 / (1 - 0.9 ** count[0]))

        return least(step, steps)

    return {"locoprop-m": locoprop(True, 1e-5), "locoprop-s": locoprop(False, 1e-6), "backprop": adam()}


def main():
    options = arguments()
    if options.peer:
        times = {"jax": jax_times, "torch": torch_times}[options.peer](options.threads, options.steps)
        print(json.dumps(times))
        return
    rounds = {"ours": [], "products": [], "jax": [], "torch": []}
    for number in range(options.rounds):
        print(f"round {number + 1} of {options.rounds}", file=sys.stderr, flush=True)
        ours = json.loads(subprocess.run(
            [options.program, str(options.threads), str(options.steps), "--json"], check=True, capture_output=True, text=True).stdout)
        rounds["ours"].append({name: row["step_ms"] for name, row in ours.items()})
        rounds["products"].append({name: row["products_ms"] for name, row in ours.items()})
        for peer in ("jax", "torch"):
            rounds[peer].append(json.loads(subprocess.run(
                [sys.executable, __file__, options.program, "--peer", peer, "--threads", str(options.threads), "--steps", str(options.steps)],
                check=True, capture_output=True, text=True).stdout))

    def median(who, name):
        return statistics.median(r[name] for r in rounds[who])

    table = {}
    print(f"{'method':12} {'ours ms':>9} {'products':>9} {'jax':>9} {'torch':>9}   ours/products   ours/jax  ours/torch   ({options.threads} threads)")
    for name in METHODS:
        ours, products, jax, torch = (median(who, name) for who in ("ours", "products", "jax", "torch"))
        table[name] = {"ours_ms": ours, "products_ms": products, "jax_ms": jax, "torch_ms": torch}
        print(f"{name:12} {ours:9.1f} {products:9.1f} {jax:9.1f} {torch:9.1f} {ours / products:15.3f} {ours / jax:10.3f} {ours / torch:11.3f}")
    gram = median("jax", "locoprop-s, gram")
    table["locoprop-s"]["jax_gram_ms"] = gram
    print(f"locoprop-s against JAX with Gram matrices ({gram:.1f} ms): {table['locoprop-s']['ours_ms'] / gram:.3f}")
    if options.output:
        with open(options.output + ".tmp", "w") as file:
            json.dump({"threads": options.threads, "median": table, "rounds": rounds}, file, indent=1)
        os.replace(options.output + ".tmp", options.output)


main()
