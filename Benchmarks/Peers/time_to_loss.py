"""Seconds to a training loss: our Kronecker solver, our K-FAC and the published recipe beside kfac-jax, one after the other.

    python time_to_loss.py LOCOPROP [--epochs N] [--recipe-epochs N] [--threads N] [--seed N] [--output FOLDER]

LOCOPROP is the program (`swift build -c release --product locoprop`). The network is the deep autoencoder on Fashion-MNIST of
`kfac.py`, which runs kfac-jax as it comes and once more with the least damping that ours has, 0.001. Everything runs for
`--epochs` but the published recipe, LocoProp-M with ten steps of RMSProp, which takes more of them.

Prints each run as it goes, and then the seconds of steps until the loss of the whole training set was at an epoch's end no more than
each target; a dash where it never was. Only a quiet machine gives figures worth keeping.
"""
import argparse
import json
import pathlib
import subprocess
import sys

TARGETS = [215, 210.4, 208.3, 205]


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", help="the program locoprop")
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--recipe-epochs", type=int, default=20)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--output", type=pathlib.Path, default="runs/time-to-loss")
    options = parser.parse_args()
    if min(options.epochs, options.recipe_epochs, options.threads) < 1:
        parser.error("--epochs, --recipe-epochs and --threads are at least 1")
    return options


def epochs(file):
    """Loss of the training set, and seconds of steps since the start, after each epoch."""
    total = 0.0
    for line in file.read_text().splitlines():
        record = json.loads(line)
        total += record["seconds"]
        yield record["train_loss"], total


def main():
    options = arguments()
    options.output.mkdir(parents=True, exist_ok=True)
    common = ["--threads", str(options.threads), "--seed", str(options.seed)]
    metrics = {}

    def run(name, command, file):
        print(f"\n{name}", flush=True)
        status = subprocess.run(command + common).returncode
        if status != 0:
            raise SystemExit(f"{name}: status {status}")
        metrics[name] = file

    peer = [sys.executable, str(pathlib.Path(__file__).with_name("kfac.py")), "--epochs", str(options.epochs)]
    for name, further in [("kfac-jax", []), ("kfac-jax, λ ≥ 0.001", ["--least-damping", "0.001"])]:
        file = options.output / f"kfac-jax-{len(metrics)}.jsonl"
        run(name, peer + further + ["--output", str(file)], file)
    for name, method, count in [
        ("Kronecker solver", "locoprop-m(solver=kronecker)", options.epochs),
        ("K-FAC", "kfac", options.epochs),
        ("published recipe", "locoprop-m", options.recipe_epochs),
    ]:
        folder = options.output / name.replace(" ", "-").lower()
        command = [options.program, "train", "--recipe", "locoprop2022", "--data", "fashion-mnist", "--method", method]
        run(name, command + ["--epochs", str(count), "--output", str(folder), "--force"], folder / "metrics.jsonl")

    print("\n| seconds to |" + "".join(f" {target} |" for target in TARGETS) + " an epoch |")
    print("|---|" + "---|" * (len(TARGETS) + 1))
    for name, file in metrics.items():
        course = list(epochs(file))
        reached = [next((f"{seconds:.1f}" for loss, seconds in course if loss <= target), "–") for target in TARGETS]
        print(f"| {name} |" + "".join(f" {seconds} |" for seconds in reached) + f" {course[-1][1] / len(course):.1f} |")


main()
