"""The kernels beside numpy, jax and torch, in one run.

    python kernels.py KERNEL-BENCHMARK [--quick] [--entries NAMES] [--counts COUNTS] [--output FILE]

KERNEL-BENCHMARK is the program of that name (`swift build -c release --package-path Benchmarks --product KernelBenchmark`).
Each cell is an operation on float32 arrays of one length with one number of threads; for each of them our kernel, the
peers and a memcpy of the same arrays are timed in turn, three times over, and the median counts. Prints nanoseconds an
element, the ratio of the best peer to ours, and ours to memcpy; --output writes all of it as JSON. Only a quiet machine
gives figures worth keeping.
"""
import argparse
import json
import os
import statistics
import subprocess
import sys
import time

os.environ.setdefault("JAX_PLATFORMS", "cpu")


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", help="the program KernelBenchmark")
    parser.add_argument("--quick", action="store_true", help="1e3 and 1e5 elements with one thread: whether it runs")
    parser.add_argument("--entries", help="of the entries, these alone: names with commas between")
    parser.add_argument("--counts", help="of the lengths, these alone: numbers with commas between")
    parser.add_argument("--output", help="the JSON file to write")
    parser.add_argument("--threads", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


class Peers:
    """The peers' functions, by entry and operation: they run in a process of their own for each number of threads,
    because jax takes that number when it starts."""

    def __init__(self, threads):
        if threads == 1:
            os.sched_setaffinity(0, {sorted(os.sched_getaffinity(0))[0]})
        import jax
        import jax.numpy as jnp
        import numpy as np
        import torch
        import torch.nn.functional as F

        torch.set_num_threads(threads)
        self.np, self.jax, self.torch = np, jax, torch

        def log_cosh(x):
            return jnp.abs(x) + jnp.log1p(jnp.exp(-2 * jnp.abs(x))) - jnp.log(2.0)

        where = jnp.where
        # f of each library, and F for jax.
        self.links = {
            "step": ({"numpy": lambda x: np.heaviside(x, np.float32(0.5)), "torch": lambda x: torch.heaviside(x, torch.tensor(0.5)),
                      "jax": lambda x: jnp.heaviside(x, 0.5)}, lambda x: jnp.maximum(x, 0)),
            "linear": ({"numpy": np.copy, "torch": torch.clone, "jax": lambda x: x + 0}, lambda x: x * x / 2),
            "relu": ({"numpy": lambda x: np.maximum(x, 0), "torch": torch.relu, "jax": jax.nn.relu},
                     lambda x: where(x > 0, x * x / 2, 0)),
            "leaky_relu": ({"torch": lambda x: F.leaky_relu(x, 0.01), "jax": jax.nn.leaky_relu},
                           lambda x: where(x > 0, x * x / 2, 0.005 * x * x)),
            "sigmoid": ({"torch": torch.sigmoid, "jax": jax.nn.sigmoid}, jax.nn.softplus),
            "tanh": ({"numpy": np.tanh, "torch": torch.tanh, "jax": jnp.tanh}, log_cosh),
            "arctan": ({"numpy": np.arctan, "torch": torch.arctan, "jax": jnp.arctan},
                       lambda x: x * jnp.arctan(x) - jnp.log1p(x * x) / 2),
            "softplus": ({"torch": F.softplus, "jax": jax.nn.softplus}, None),
            "elu": ({"torch": F.elu, "jax": jax.nn.elu},
                    lambda x: where(x > 0, x * x / 2, jnp.expm1(jnp.minimum(x, 0)) - x)),
            "gelu": ({"torch": F.gelu, "jax": lambda x: jax.nn.gelu(x, approximate=False)}, None),
            "silu": ({"torch": F.silu, "jax": jax.nn.silu}, None),
            "softmax": ({"torch": lambda x: torch.softmax(x.view(-1, 1000), 1),
                         "jax": lambda x: jax.nn.softmax(x.reshape(-1, 1000), axis=1)}, None),
        }

    def functions(self, entry, operation, count):
        """The peers' name → a function of no argument that does the operation once."""
        np, jax, torch = self.np, self.jax, self.torch
        generator = np.random.default_rng(1)
        x = (generator.random(count, dtype=np.float32) * 8 - 4).astype(np.float32)
        if operation == "memcpy":
            y = np.empty_like(x)
            return {"memcpy": lambda: np.copyto(y, x)}
        links, integral = self.links[entry]
        result = {}
        tx, jx = torch.from_numpy(x), jax.numpy.asarray(x)
        if operation == "link":
            if "numpy" in links:
                f = links["numpy"]
                result["numpy"] = lambda: f(x)
            g, h = links["torch"], jax.jit(links["jax"])
            result["torch"] = lambda: g(tx)
            result["jax"] = lambda: h(jx).block_until_ready()
        elif operation == "link_and_derivative":
            ones = jax.numpy.ones_like(jx)
            both = jax.jit(lambda v: jax.jvp(links["jax"], (v,), (ones,)))
            result["jax"] = lambda: jax.block_until_ready(both(jx))
            leaf, seed, g = tx.clone().requires_grad_(), torch.ones_like(tx), links["torch"]

            def with_gradient():
                leaf.grad = None
                g(leaf).backward(seed)

            if entry not in ("step",):
                result["torch"] = with_gradient
        elif operation == "loss" and integral is not None:
            target = jx + jax.numpy.asarray(generator.random(count, dtype=np.float32) - 0.5)
            link = links["jax"]

            def loss(estimate):
                return (integral(estimate) - integral(target) - link(target) * (estimate - target)).sum()

            both = jax.jit(jax.value_and_grad(loss))
            result["jax"] = lambda: jax.block_until_ready(both(jx))
        return result


def median_ns(function, count):
    function()
    start = time.perf_counter_ns()
    function()
    first = max(time.perf_counter_ns() - start, 1)
    times = []
    for _ in range(min(2001, max(5, int(4e7 / first))) | 1):
        start = time.perf_counter_ns()
        function()
        times.append(time.perf_counter_ns() - start)
    return statistics.median(times) / count


def serve(threads):
    """Answers requests like KernelBenchmark's, a JSON object a line."""
    peers = Peers(threads)
    for line in sys.stdin:
        entry, operation, count, _ = line.split()
        try:
            functions = peers.functions(entry, operation, int(count))
            answer = {name: median_ns(function, int(count)) for name, function in functions.items()}
        except Exception as error:  # a peer that cannot do it is no reason to stop
            answer = {"error": str(error)}
        print(json.dumps(answer), flush=True)


class Server:
    def __init__(self, command):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ask(self, *words):
        print(*words, file=self.process.stdin, flush=True)
        answer = self.process.stdout.readline()
        if not answer:
            sys.exit(f"{self.process.args[0]} ended at {' '.join(map(str, words))}")
        return answer.strip()

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def main():
    options = arguments()
    if options.serve:
        return serve(options.threads)
    entries = ["step", "linear", "relu", "leaky_relu", "sigmoid", "tanh", "arctan", "softplus", "elu", "gelu", "silu", "softmax"]
    if options.entries:
        entries = [entry for entry in entries if entry in options.entries.split(",")]
    counts = [1000, 100_000] if options.quick else [1000, 100_000, 10_000_000]
    if options.counts:
        counts = [count for count in counts if str(count) in options.counts.split(",")]
    if not entries or not counts:
        sys.exit("nothing is left of the entries or of the lengths")
    cells = []
    print(f"{'entry':11} {'operation':20} {'elements':>9} thr {'ours':>8} {'numpy':>8} {'torch':>8} {'jax':>8} {'best/ours':>9} {'ours/memcpy':>11}")
    for threads in [1] if options.quick else [1, 2]:
        command = [options.program]
        if threads == 1:
            command = ["taskset", "-c", str(sorted(os.sched_getaffinity(0))[0])] + command
        ours = Server(command)
        peers = Server([sys.executable, os.path.abspath(__file__), "-", "--serve", "--threads", str(threads)])
        for count in counts:
            for entry in entries:
                for operation in ["link"] if entry == "softmax" else ["link", "link_and_derivative", "loss"]:
                    if operation == "loss" and entry in ("gelu", "silu"):
                        continue
                    rounds = []
                    for _ in range(1 if options.quick else 3):
                        mine = ours.ask(entry, operation, count, threads)
                        if mine.startswith("error"):
                            sys.exit(f"KernelBenchmark: {mine}")
                        theirs = json.loads(peers.ask(entry, operation, count, threads))
                        copy = float(ours.ask("-", "memcpy", count, threads))
                        rounds.append({"ours": float(mine), "memcpy": copy, **theirs})
                    cell = {key: statistics.median(r[key] for r in rounds) for key in rounds[0] if key != "error"}
                    others = [cell[key] for key in ("numpy", "torch", "jax") if key in cell]
                    cell.update(entry=entry, operation=operation, elements=count, threads=threads)
                    cell["best_peer_over_ours"] = min(others) / cell["ours"] if others else None
                    cell["ours_over_memcpy"] = cell["ours"] / cell["memcpy"]
                    cells.append(cell)
                    times = " ".join(f"{cell[k]:8.3f}" if k in cell else "       –" for k in ("ours", "numpy", "torch", "jax"))
                    ratio = f"{cell['best_peer_over_ours']:9.2f}" if others else "        –"
                    print(f"{entry:11} {operation:20} {count:9} {threads:3} {times} {ratio} {cell['ours_over_memcpy']:11.2f}", flush=True)
        ours.close()
        peers.close()
    ratios = [c["best_peer_over_ours"] for c in cells if c["best_peer_over_ours"]]
    print(f"best peer over ours: median {statistics.median(ratios):.2f}, least {min(ratios):.2f}; "
          f"{sum(r > 1 for r in ratios)} of {len(ratios)} cells faster than every peer")
    if options.output:
        with open(options.output + ".new", "w") as file:
            json.dump({"cells": cells}, file, indent=1)
        os.replace(options.output + ".new", options.output)


if __name__ == "__main__":
    main()
