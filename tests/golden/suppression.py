"""Writes suppression.csv: the cheapest safe way to hide small counts in small random tables, found exactly by OR-tools, to be compared with ours.

pip install ortools==9.15.6755 scipy==1.17.1; python suppression.py > suppression.csv

A cell is safe if two fillings of the hidden cells, whole and none under nothing, keep every sum and give it values that differ by threshold - 1.
Both are asked for at once, so one program over whole numbers has the optimum: M. Fischetti and J. J. Salazar, "Models and algorithms for optimizing
cell suppression in tabular data with linear constraints", JASA 95 (2000). The ranges of what it hides are worked out anew by SciPy's HiGHS.

Each row: the parents of the categories (a space between categories, a semicolon between dimensions; category 0 is the total), the cells row by row,
what the optimum costs beside what must be hidden, what it hides, and the least and the most of each hidden cell (-1: no most).
"""

import itertools
import math
import sys

import numpy as np
from ortools.sat.python import cp_model
from scipy.optimize import Bounds, LinearConstraint, milp

THRESHOLD, ZERO, TOTAL = 5, 4.0, 100.0
WIDTH = THRESHOLD - 1
rng = np.random.default_rng(20261122)


def shape(parents):
    """Below each category its parts, and how many steps it stands above those that have none."""
    below = [[child + 1 for child, parent in enumerate(parents) if parent == category] for category in range(len(parents) + 1)]

    def height(category):
        return 1 + max(map(height, below[category])) if below[category] else 0

    def leaves(category):
        return [leaf for part in below[category] for leaf in leaves(part)] if below[category] else [category]

    return below, [height(c) for c in range(len(below))], [leaves(c) for c in range(len(below))]


def table(dimensions, draw):
    shapes = [shape(parents) for parents in dimensions]
    at = list(itertools.product(*(range(len(below)) for below, _, _ in shapes)))
    inner = {path: int(draw()) for path in itertools.product(*(of[0] for _, _, of in shapes))}
    cells = [sum(inner[leaf] for leaf in itertools.product(*(of[c] for c, (_, _, of) in zip(path, shapes)))) for path in at]
    level = [sum(heights[c] for c, (_, heights, _) in zip(path, shapes)) for path in at]
    place = {path: number for number, path in enumerate(at)}
    sums = []
    for path in at:
        for dimension, (below, _, _) in enumerate(shapes):
            parts = [place[path[:dimension] + (part,) + path[dimension + 1:]] for part in below[path[dimension]]]
            if parts:
                sums.append((place[path], parts))
    return cells, level, sums


def cost(value, level):
    return (ZERO if value == 0 else 1 + math.log1p(value)) * TOTAL**level


def optimum(cells, level, sums):
    model = cp_model.CpModel()
    hides = [model.new_bool_var(f"h{i}") for i in range(len(cells))]
    must = [0 < value < THRESHOLD for value in cells]
    for hide, is_small in zip(hides, must):
        if is_small:
            model.add(hide == 1)
    for cell in range(len(cells)):
        fillings = []
        for _ in range(2):
            by = [model.new_int_var(-min(value, 4 * WIDTH), 4 * WIDTH, "") for value in cells]
            for hide, move in zip(hides, by):
                model.add(move == 0).only_enforce_if(hide.negated())
            for whole, parts in sums:
                model.add(by[whole] == sum(by[part] for part in parts))
            fillings.append(by)
        model.add(fillings[0][cell] - fillings[1][cell] >= WIDTH).only_enforce_if(hides[cell])
    prices = [0 if is_small else round(1e4 * cost(value, up)) for value, up, is_small in zip(cells, level, must)]
    model.minimize(sum(price * hide for price, hide in zip(prices, hides)))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers, solver.parameters.random_seed = 1, 1
    status = solver.solve(model)
    assert status == cp_model.OPTIMAL, solver.status_name(status)
    hidden = [solver.value(hide) == 1 for hide in hides]
    return hidden, sum(cost(v, up) for v, up, h, m in zip(cells, level, hidden, must) if h and not m)


def ranges(cells, sums, hidden):
    """The least and the most of each hidden cell over all whole fillings."""
    n = len(cells)
    rows = np.zeros((len(sums), n))
    for row, (whole, parts) in zip(rows, sums):
        row[parts] += 1
        row[whole] -= 1
    low = np.where(hidden, 0.0, cells)
    high = np.where(hidden, np.inf, np.asarray(cells, float))
    found = []
    for cell in np.flatnonzero(hidden):
        ends = []
        for sign in (1, -1):
            aim = np.zeros(n)
            aim[cell] = sign
            result = milp(aim, constraints=LinearConstraint(rows, 0, 0), bounds=Bounds(low, high), integrality=np.ones(n))
            ends.append(round(sign * result.fun) if result.status == 0 else -1)
            assert result.status == 0 or sign == -1
        found.append(tuple(ends))
    return found


print("parents,cells,cost,hidden,low,high")
FLAT = [[0] * 2, [0] * 3, [0] * 4]
LEVELS = [[0, 0, 1, 1, 2, 2], [0, 0, 1, 1, 1]]
draws = [
    lambda: rng.integers(0, 25),
    lambda: rng.choice([0, 1, 2, 3, 8, 14, 30]),
    lambda: rng.poisson(9),
    lambda: 0 if rng.random() < 0.4 else rng.integers(1, 20),
]
kinds = [[FLAT[2], FLAT[2]]] * 4 + [[FLAT[1], FLAT[2]]] * 2 + [[FLAT[0], FLAT[1]], [LEVELS[0], FLAT[1]], [LEVELS[1], FLAT[0]], [FLAT[0]] * 3]
n_written = 0
while n_written < 40:
    dimensions = kinds[n_written % len(kinds)]
    cells, level, sums = table(dimensions, draws[(n_written // 2) % len(draws)])
    # Nothing to choose where nothing is small.
    if not any(0 < value < THRESHOLD for value in cells):
        continue
    hidden, price = optimum(cells, level, sums)
    found = ranges(cells, sums, hidden)
    assert all(high == -1 or high - low >= WIDTH for low, high in found)
    print(n_written, file=sys.stderr, end=" ", flush=True)
    words = lambda numbers: " ".join(map(str, numbers))
    print(";".join(map(words, dimensions)), words(cells), repr(price), words(np.flatnonzero(hidden)), words(l for l, _ in found), words(h for _, h in found), sep=",")
    n_written += 1
