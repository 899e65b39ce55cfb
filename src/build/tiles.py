"""The equal-area alternative to the map: one square per area, placed so that Sweden is still recognised.

Each row of squares is a stretch of the country with as many municipalities as the row has room for. Its width is the
country's width there, measured in municipalities: the north, where they are few, shrinks; Mälardalen swells. Squares
are then exchanged in pairs until neighbours lie side by side, in the direction they have on the ground, and each
county is in one piece.
"""

import random
from math import isqrt

import numpy as np
import shapely

# Placed by hand: with so few squares an eye does better than a rule.
COUNTIES = {
    "25": (3, 0), "24": (3, 1), "23": (2, 2), "22": (3, 2), "20": (2, 3), "21": (3, 3), "17": (1, 4), "18": (2, 4),
    "19": (3, 4), "03": (4, 4), "14": (1, 5), "05": (2, 5), "04": (3, 5), "01": (4, 5), "13": (1, 6), "06": (2, 6),
    "08": (3, 6), "09": (5, 6), "12": (1, 7), "07": (2, 7), "10": (3, 7),
}
DIVISIONS = {"nord": (1, 0), "mitt": (1, 1), "ost": (2, 1), "sydvast": (0, 2), "sydost": (1, 2), "syd": (1, 3)}

GOTLAND = "0980"
# Of the rows: squares in the narrowest, municipalities on either side that tell how dense it is there, how far
# that density decides the width (0 to 1), wider than true, leaning more than true.
NARROWEST, AROUND, SHRINK, STRETCH, LEAN = 5, 20, 0.85, 1.1, 1.3
# Of the exchange: what a square astray, a neighbour of the same county and a piece of a county cost; how much worse
# an exchange may make it at first. Seed and heat are those of a dozen tried that kept most neighbours together.
PULL, SAME_COUNTY, SCATTERED, HEAT, ROUNDS, SEED = 20, 2, 800, 800, 2_000_000, 6


def municipalities(codes, outlines, neighbours):
    """(column, row) of each municipality; Gotland stands alone, as it does in the sea."""
    centres = dict(zip(codes, shapely.get_coordinates(shapely.centroid(outlines))))
    mainland = [code for code in codes if code != GOTLAND]
    rows, homes = _rows({code: centres[code] for code in mainland}, shapely.union_all(outlines))
    cells = [(column + step, row) for row, (column, room) in enumerate(rows) for step in range(room)]

    pairs = {tuple(sorted((one, other))) for one in mainland for other in neighbours[one]}
    met = {code for pair in pairs for code in pair}
    for island in set(mainland) - met:
        # It joins the three shores nearest to it.
        away = shapely.distance(outlines[codes.index(island)], outlines)
        pairs |= {tuple(sorted((island, codes[at]))) for at in np.argsort(away, kind="stable")[1:4]}

    tiles = _exchange(cells, homes, sorted(pairs), centres)
    level = min(homes, key=lambda code: abs(centres[code][1] - centres[GOTLAND][1]))
    row = homes[level][1]
    tiles[GOTLAND] = (max(column for column, at in cells if abs(at - row) <= 1) + 2, row)
    west = min(column for column, _ in tiles.values())
    for county in {code[:2] for code in codes}:
        assert _pieces(tile for code, tile in tiles.items() if code[:2] == county) == 1
    return {code: (column - west, row) for code, (column, row) in tiles.items()}


def _rows(centres, land):
    """The first column and the number of squares of each row; and where in those rows each area would lie."""
    main = max(shapely.get_parts(land), key=lambda part: part.area)
    left, top, right, bottom = land.bounds
    southward = sorted(centres, key=lambda code: (centres[code][1], code))
    ys = [centres[code][1] for code in southward]
    last = len(ys) - 1

    def crossing(y):
        west, _, east, _ = shapely.intersection(main, shapely.LineString([(left, y), (right, y)])).bounds
        return west, east

    def density(at):
        first, final = max(0, at - AROUND), min(last, at + AROUND)
        upper, lower = ys[first] if first else top, ys[final] if final < last else bottom
        return (final - first + 1) / shapely.intersection(main, shapely.box(left, upper, right, lower)).area

    edges = np.array([crossing(y) for y in ys])
    whole = (len(ys) / main.area) ** 0.5
    local = np.array([density(at) for at in range(len(ys))]) ** 0.5
    widths = STRETCH * (edges[:, 1] - edges[:, 0]) * local**SHRINK * whole ** (1 - SHRINK)
    middles = STRETCH * LEAN * whole * edges.mean(axis=1)

    rows, start = [], 0
    while start <= last:
        room = NARROWEST
        for _ in range(8):
            room = max(NARROWEST, round(float(np.median(widths[start : start + room]))))
        room = min(room, last + 1 - start)
        rows.append([round(float(middles[start : start + room].mean()) - room / 2), room])
        start += room
    if rows[-1][1] < NARROWEST - 1:
        for row in range(rows.pop()[1]):
            rows[-1 - row][1] += 1

    row_of = [row for row, (_, room) in enumerate(rows) for _ in range(room)]
    homes = {}
    for (west, east), code, row in zip(edges, southward, row_of):
        column, room = rows[row]
        homes[code] = (column + (centres[code][0] - west) / (east - west) * room - 0.5, row)
    return rows, homes


def _exchange(cells, homes, pairs, centres):
    """Swaps squares in pairs while that is better, a little worse being allowed early on.

    Whole numbers only and no logarithm or exponential: every machine takes the same steps.
    """
    areas = sorted(homes, key=lambda code: (homes[code][1], homes[code][0]))
    at = dict(zip(areas, cells))
    members = {county: [code for code in areas if code[:2] == county] for county in {code[:2] for code in areas}}
    near = {code: [] for code in areas}
    for one, other in pairs:
        way = centres[other] - centres[one]
        right, down = (round(10 * float(step) / float(np.hypot(*way))) for step in way)
        weight = SAME_COUNTY if one[:2] == other[:2] else 1
        near[one].append((other, weight, right, down))
        near[other].append((one, weight, -right, -down))
    astray = {
        code: {cell: round(PULL * ((home[0] - cell[0]) ** 2 + (home[1] - cell[1]) ** 2)) for cell in cells}
        for code, home in homes.items()
    }

    def cost(code):
        column, row = cell = at[code]
        total = astray[code][cell]
        for other, weight, right, down in near[code]:
            x, y = at[other]
            total += weight * isqrt(100 * ((10 * (x - column) - right) ** 2 + (10 * (y - row) - down) ** 2))
        return total

    def scattered(one, other):
        if one[:2] == other[:2]:
            return 0
        return SCATTERED * sum(_pieces(at[code] for code in members[county[:2]]) for county in (one, other))

    dice = random.Random(SEED)
    for turn in range(ROUNDS):
        one, other = areas[int(dice.random() * len(areas))], areas[int(dice.random() * len(areas))]
        here, there = at[one], at[other]
        if one == other or (here[0] - there[0]) ** 2 + (here[1] - there[1]) ** 2 > 30:
            continue
        before = cost(one) + cost(other)
        at[one], at[other] = there, here
        change = cost(one) + cost(other) - before
        limit = max(0, HEAT - HEAT * 5 * turn // (4 * ROUNDS))
        if change <= limit + 2 * SCATTERED:
            change += scattered(one, other)
            at[one], at[other] = here, there
            change -= scattered(one, other)
            if change <= limit:
                at[one], at[other] = there, here
        else:
            at[one], at[other] = here, there
    return at


def _pieces(cells):
    """In how many parts these squares lie, corners not being contact."""
    left, count = set(cells), 0
    while left:
        count += 1
        border = [left.pop()]
        while border:
            column, row = border.pop()
            beside = {(column + 1, row), (column - 1, row), (column, row + 1), (column, row - 1)} & left
            left -= beside
            border.extend(beside)
    return count
