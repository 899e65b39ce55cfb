"""Makes the records of `records.sh`, counts them with `insyn aggregate`, and prints time and peak memory."""

import os
import pathlib
import random
import resource
import subprocess
import sys
import time

folder, program, n_rows, memory = pathlib.Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), sys.argv[4]
areas = pathlib.Path("public/data/source/areas.csv").read_text(encoding="utf-8").splitlines()[1:]
towns = [line.split(",")[0] for line in areas if len(line.split(",")[0]) == 4]
kinds = ["fysiskt", "psykiskt", "sexuellt", "fysiskt|psykiskt", "fysiskt|psykiskt|sexuellt", "", "annat"]
n_homes, n_children = 1300, n_rows // 3


def write(path, head, lines):
    if path.exists():
        return
    part = path.with_suffix(".part")
    with part.open("w", encoding="utf-8") as out:
        out.write(head + "\n")
        out.writelines(lines)
    part.rename(path)


def homes():
    draw = random.Random(1)
    for home in range(n_homes):
        kind = draw.choice(["hvb", "stodboende", "bmss", "sis", ""])
        yield f"H{home},{kind},{draw.choice(['privat', 'kommunal', 'statlig'])},{draw.choice(towns)}\n"


def events():
    draw = random.Random(2)
    number, letters = draw.random, kinds
    for event in range(n_rows):
        a, b = number(), number()
        year, month, day = 2017 + int(a * 8), 1 + int(b * 12), 1 + int(a * 1e4) % 28
        yield (
            f"E{event},H{int(b * n_homes)},C{int(a * 1e9) % n_children},{year}-{month:02}-{day:02},"
            f"{letters[int(a * 1e6) % 7]},{int(b * 1e5) % 4},{int(a * 1e7) % 400}\n"
        )


spec = """
updated = "2026-11-22"
synthetic = true
publisher = { sv = "Mätning", en = "Benchmark" }
[[records]]
name = "homes"
key = "home_id"
[[records]]
name = "events"
[[join]]
from = "events.home_id"
to = "homes"
[[dimension]]
id = "area"
label = { sv = "Område" }
kind = "area"
column = "homes.municipality"
areas = "all"
[[dimension]]
id = "period"
label = { sv = "År" }
kind = "period"
column = "events.date"
part = "year"
categories = [YEARS]
[[dimension]]
id = "home_type"
label = { sv = "Typ" }
kind = "home_type"
column = "homes.type"
total = { code = "T", sv = "Alla" }
missing = { code = "X", sv = "Saknas" }
categories = [{ code = "hvb", sv = "HVB" }, { code = "stodboende", sv = "Stödboende" }, { code = "bmss", sv = "BMSS" }, { code = "sis", sv = "SiS" }]
[[dimension]]
id = "violence"
label = { sv = "Slag" }
kind = "violence_type"
column = "events.kinds"
separator = "|"
total = { code = "T", sv = "Alla" }
categories = [{ code = "fysiskt", sv = "Fysiskt" }, { code = "psykiskt", sv = "Psykiskt" }, { code = "sexuellt", sv = "Sexuellt" }]
MEASURES
[[table]]
id = "events"
label = { sv = "Händelser" }
records = "events"
dimensions = ["violence", "home_type", "area", "period"]
measures = ["events", "severe", "share", "homes", "children", "median_days"]
margins = [["area", "period"], ["violence", "area:county", "period"], ["violence", "home_type", "period"]]
"""
years = ", ".join(f'{{ code = "{year}", sv = "{year}" }}' for year in range(2017, 2025))
measures = {
    "events": "rows = true",
    "severe": 'rows = true\nwhere = [{ column = "events.severity", is = ["3"] }]',
    "share": 'numerator = "severe"\ndenominator = "events"',
    "homes": 'distinct = "homes.home_id"\nhomes_of = ["events"]',
    "children": 'distinct = "events.child_id"',
    "median_days": 'quantile = { column = "events.days", p = 0.5 }',
}
text = "\n".join(
    f'[[measure]]\nid = "{name}"\nlabel = {{ sv = "{name}" }}\nunit = {{ sv = "st" }}\nprotected_unit = "child"\n{what}'
    for name, what in measures.items()
)

began = time.time()
write(folder / "homes.csv", "home_id,type,ownership,municipality", homes())
write(folder / f"events-{n_rows}.csv", "id,home_id,child_id,date,kinds,severity,days", events())
(folder / "spec.toml").write_text(spec.replace("YEARS", years).replace("MEASURES", text), encoding="utf-8")
size = (folder / f"events-{n_rows}.csv").stat().st_size / 1e6
print(f"{n_rows} records, {size:.0f} MB of CSV, made in {time.time() - began:.0f} s")

files = [str(folder / "homes.csv"), str(folder / f"events-{n_rows}.csv")]
began = time.time()
subprocess.run(
    [program, "aggregate", *files, "--spec", str(folder / "spec.toml"), "-o", str(folder / "out"), "--memory", memory],
    check=True,
)
seconds = time.time() - began
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(
    f"{seconds:.1f} s ({used.ru_utime + used.ru_stime:.1f} s of processor), peak {used.ru_maxrss / 1024:.0f} MB, "
    f"allowed the engine {memory} MB, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"
)
