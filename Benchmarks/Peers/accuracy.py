"""Where numpy, jax and torch, and formulas as they are written, leave float32's digits.

    python accuracy.py [--stride N] [--output FILE]

Runs each function at every N-th float32 (bit pattern) and compares it with float64 in a form that does not cancel,
which is itself compared with mpmath at some points. Prints a table in Markdown, for Documentation/Accuracy.md.
"""
import argparse
import os
import sys

os.environ.setdefault("JAX_PLATFORMS", "cpu")
import jax
import jax.numpy as jnp
import mpmath
import numpy as np
import scipy.special as special
import torch
import torch.nn.functional as F

torch.set_num_threads(1)
np.seterr(all="ignore")


def log_cosh(x):
    a = np.abs(x)
    near = np.log1p(2 * np.sinh(np.minimum(a, 1) / 2) ** 2)
    return np.where(a < 1, near, a + np.log1p(np.exp(-2 * a)) - np.log(2.0))


def softplus(x):
    return np.maximum(x, 0) + np.log1p(np.exp(-np.abs(x)))


def sigmoid(x):
    e = np.exp(-np.abs(x))
    return np.where(x < 0, e, 1) / (1 + e)


def elu_integral(x):
    series = sum(x**k / float(mpmath.factorial(k)) for k in range(2, 18))
    return np.where(x >= 0, x * x / 2, np.where(x > -1, series, np.expm1(np.maximum(x, -800)) - x))


def minus_li2(x):
    """−Li₂(−eˣ): the series for small eˣ, spence between, the inversion above."""
    w = np.exp(-np.abs(x))
    series = sum((-1) ** (k + 1) * w**k / k**2 for k in range(1, 30))
    near = np.where(w < 0.25, series, -special.spence(1 + w))
    return np.where(x > 0, np.pi**2 / 6 + x * x / 2 - near, near)


def normal_tail(x):
    return special.ndtr(x)


def as_torch(function):
    return lambda x: function(torch.from_numpy(x)).numpy()


def as_jax(function):
    compiled = jax.jit(function)
    return lambda x: np.asarray(compiled(x))


def mish(x):
    e = np.exp(np.minimum(x, 0))
    q = np.exp(-np.maximum(x, 0))
    n = e * (e + 2)
    return np.where(x < 0, x * n / (n + 2), x * (1 + 2 * q) / (1 + 2 * q + 2 * q * q))


one = np.float32(1)
# Function, its value in float64, in mpmath, and who computes it how.
ROWS = [
    ("tanh", np.tanh, mpmath.tanh, [
        ("numpy", "tanh", np.tanh), ("jax", "tanh", as_jax(jnp.tanh)), ("torch", "tanh", as_torch(torch.tanh))]),
    ("log cosh", log_cosh, lambda x: mpmath.log(mpmath.cosh(x)), [
        ("numpy", "log(cosh(a))", lambda x: np.log(np.cosh(x))),
        ("jax", "log(cosh(a))", as_jax(lambda x: jnp.log(jnp.cosh(x)))),
        ("torch", "log(cosh(a))", as_torch(lambda x: torch.log(torch.cosh(x)))),
        ("torch", "a + softplus(−2a) − log 2", as_torch(lambda x: x + F.softplus(-2 * x) - float(np.log(2)))),
        ("numpy", "logaddexp(a, −a) − log 2", lambda x: np.logaddexp(x, -x) - np.float32(np.log(2)))]),
    ("arctan", np.arctan, mpmath.atan, [
        ("numpy", "arctan", np.arctan), ("jax", "arctan", as_jax(jnp.arctan)), ("torch", "arctan", as_torch(torch.arctan))]),
    ("sigmoid", sigmoid, lambda x: 1 / (1 + mpmath.exp(-x)), [
        ("numpy", "1/(1 + exp(−a))", lambda x: one / (one + np.exp(-x))),
        ("jax", "nn.sigmoid", as_jax(jax.nn.sigmoid)), ("torch", "sigmoid", as_torch(torch.sigmoid))]),
    ("softplus", softplus, lambda x: mpmath.log1p(mpmath.exp(x)), [
        ("numpy", "log(1 + exp(a))", lambda x: np.log(one + np.exp(x))),
        ("jax", "nn.softplus", as_jax(jax.nn.softplus)), ("torch", "softplus", as_torch(F.softplus))]),
    ("log sigmoid", lambda x: -softplus(-x), lambda x: -mpmath.log1p(mpmath.exp(-x)), [
        ("jax", "nn.log_sigmoid", as_jax(jax.nn.log_sigmoid)), ("torch", "logsigmoid", as_torch(F.logsigmoid))]),
    ("integral of softplus", minus_li2, lambda x: -mpmath.polylog(2, -mpmath.exp(x)), [
        ("scipy", "−spence(1 + exp(a)) in float32", lambda x: -special.spence(one + np.exp(x))),
        ("scipy", "−spence(1 + exp(a)) in float64", lambda x: -special.spence(1 + np.exp(x.astype(np.float64))))]),
    ("elu", lambda x: np.where(x >= 0, x, np.expm1(np.minimum(x, 0))), lambda x: x if x >= 0 else mpmath.expm1(x), [
        ("jax", "nn.elu", as_jax(jax.nn.elu)), ("torch", "elu", as_torch(F.elu))]),
    ("integral of elu", elu_integral, lambda x: x * x / 2 if x >= 0 else mpmath.expm1(x) - x, [
        ("numpy", "exp(a) − a − 1", lambda x: np.where(x >= 0, x * x / 2, np.exp(x) - x - one)),
        ("torch", "expm1(a) − a", as_torch(lambda x: torch.where(x >= 0, x * x / 2, torch.expm1(x) - x)))]),
    ("erf", special.erf, mpmath.erf, [("jax", "erf", as_jax(jax.scipy.special.erf)), ("torch", "erf", as_torch(torch.erf))]),
    ("normal distribution", normal_tail, mpmath.ncdf, [
        ("jax", "scipy.stats.norm.cdf", as_jax(jax.scipy.stats.norm.cdf)),
        ("torch", "special.ndtr", as_torch(torch.special.ndtr))]),
    ("gelu", lambda x: np.where(np.abs(x) < 40, x * normal_tail(x), np.where(x > 0, x, -0.0)), lambda x: x * mpmath.ncdf(x), [
        ("jax", "nn.gelu(approximate=False)", as_jax(lambda x: jax.nn.gelu(x, approximate=False))),
        ("torch", "gelu", as_torch(F.gelu))]),
    ("silu", lambda x: np.where(x > -800, x * sigmoid(x), -0.0), lambda x: x / (1 + mpmath.exp(-x)), [
        ("jax", "nn.silu", as_jax(jax.nn.silu)), ("torch", "silu", as_torch(F.silu))]),
    ("mish", lambda x: np.where(x > -800, mish(np.maximum(x, -800)), -0.0), lambda x: x * mpmath.tanh(mpmath.log1p(mpmath.exp(x))), [
        ("jax", "nn.mish", as_jax(jax.nn.mish)), ("torch", "mish", as_torch(F.mish))]),
    ("asinh", np.arcsinh, mpmath.asinh, [
        ("numpy", "arcsinh", np.arcsinh), ("jax", "arcsinh", as_jax(jnp.arcsinh)), ("torch", "asinh", as_torch(torch.asinh))]),
]


def ulps(value, exact):
    """Errors in units of the last place of the exact value's binade; an overflow counts as 2¹²⁸."""
    limit = 2.0**128
    value = np.clip(value.astype(np.float64), -limit, limit)
    exact = np.clip(exact, -limit, limit)
    exponent = np.clip(np.frexp(exact)[1] - 1, -126, 127)
    error = np.abs(value - exact) / np.exp2(exponent - 23.0)
    both = np.isnan(value) & np.isnan(exact)
    return np.where(both, 0, np.where(np.isnan(value) != np.isnan(exact), np.inf, error))


def check_reference(name, reference, exact):
    """The float64 form must be good to far below half a float32 ulp."""
    mpmath.mp.dps = 60
    points = np.float32(np.concatenate([np.linspace(-20, 20, 41), [-80, -1e-3, 1e-3, 3e-7, -3e-7, 60]]))
    for x, y in zip(points, np.asarray(reference(points.astype(np.float64)))):
        true = exact(mpmath.mpf(float(x)))
        if abs(true) > 1e-290 and abs(mpmath.mpf(float(y)) / true - 1) > 2.0**-34:
            sys.exit(f"{name}: the float64 form is wrong at {x}: {y}, not {mpmath.nstr(true, 17)}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stride", type=int, default=4999, help="from one bit pattern to the next (default 4999)")
    parser.add_argument("--output", help="the file to write; standard output without it")
    options = parser.parse_args()
    if options.stride < 1:
        parser.error("--stride is at least 1")
    x = np.arange(0, 2**32, options.stride, dtype=np.uint64).astype(np.uint32).view(np.float32)
    x = np.concatenate([x[np.isfinite(x)], np.float32([1e-4, -17, 89, 90, -0.05, -2.9, -24])])
    lines = [
        "## Peers on the same inputs", "",
        f"numpy {np.__version__}, jax {jax.__version__}, torch {torch.__version__}, in float32 at every {options.stride}th",
        "finite bit pattern (`Benchmarks/Peers/accuracy.py`); the exact value is that of float64 in a stable form, which the",
        "script compares with mpmath. Wrong infinities and nans are counted apart.", "",
        "| function | package | computed as | worst ulp | at | computed | exact | inf or nan where the value is finite |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for name, reference, exact, peers in ROWS:
        check_reference(name, reference, exact)
        true = np.asarray(reference(x.astype(np.float64)))
        for package, text, function in peers:
            value = np.asarray(function(x))
            wrong = ~np.isfinite(value) & (np.abs(true) < 3.4028235e38)
            error = np.where(wrong, 0, ulps(value, true))
            i = int(np.argmax(error))
            where = "no"
            if wrong.any():
                least = x[wrong][np.argmin(np.abs(x[wrong]))]
                where = f"{100 * wrong.mean():.1f} % of inputs, from {least:.6g} on"
            lines.append(
                f"| {name} | {package} | `{text}` | {error[i]:.4g} | {x[i]:.6g} | {value[i]:.7g} | {true[i]:.7g} | {where} |")
    text = "\n".join(lines) + "\n"
    if options.output:
        temporary = options.output + ".new"
        with open(temporary, "w") as file:
            file.write(text)
        os.replace(temporary, options.output)
    else:
        print(text, end="")


if __name__ == "__main__":
    main()
