"""Reads the PX fixtures by another reader, PyPI's pyaxis 0.4.3, and writes what tests/px.rs compares ours with.

    python3 -m venv target/pyaxis && target/pyaxis/bin/pip install pyaxis==0.4.3
    target/pyaxis/bin/python tests/golden/px_pyaxis.py > tests/golden/px_pyaxis.json

pyaxis knows no KEYS, no byte order mark and no separators but space: such fixtures are left out. It takes the first
language, and gives signs as they stand; they are left out of the sum.
"""

import json
import pathlib

import pandas
from pyaxis import pyaxis

FIXTURES = pathlib.Path(__file__).parent.parent / "fixtures" / "px"
READABLE = {"whole.px": "utf-8", "scb.px": "utf-8", "cp437.px": "cp437", "latin15.px": "iso-8859-15"}


def read(name, encoding):
    metadata, data = pyaxis.metadata_extract((FIXTURES / name).read_text(encoding=encoding))
    metadata = pyaxis.metadata_split_to_dict(metadata)
    dimensions, members = pyaxis.get_dimensions(metadata)
    cells = pandas.Series(data.split())
    frame = pyaxis.build_dataframe(dimensions, members, cells, "@", "@")
    total, n_numbers = 0.0, 0
    for cell in frame["DATA"]:
        text = str(cell).strip('"')
        if text == "-":
            n_numbers += 1
            continue
        try:
            number = float(text)
        except ValueError:
            continue
        total, n_numbers = total + number, n_numbers + 1
    return {"dimensions": dimensions, "sizes": [len(of) for of in members], "sum": total, "numbers": n_numbers}


print(json.dumps({name: read(name, encoding) for name, encoding in READABLE.items()}, ensure_ascii=False, indent=1))
