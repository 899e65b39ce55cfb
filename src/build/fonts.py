"""Makes the two small font files in public/fonts anew: `make fonts`.

    python3 -m venv .tools/fonts
    .tools/fonts/bin/pip install --require-hashes -r src/build/fonts-requirements.txt
    .tools/fonts/bin/python src/build/fonts.py

From Adobe's own npm packages source-serif and source-sans it keeps the letters, signs and weights that the page uses.
(Repackaged latin files, as of @fontsource-variable, lack ≤ ≥ → ← and the narrow no-break space.) The fonts' licence
(OFL 1.1) reserves the name "Source" for the originals, so that the smaller ones bear another.
"""

import hashlib
import io
import subprocess
import tarfile
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

ROOT = Path(__file__).parents[2]
FETCHED = ROOT / ".tools/fonts/source"
OUT = ROOT / "public/fonts"
LETTERS = "".join(map(chr, range(0x20, 0x7F))) + "åäöÅÄÖéÉèÈüÜæÆøØ"
SIGNS = "\u00a0\u2009\u202f–—−…“”‘’»«§±×≤≥·•→←↑↓½©°"
# Name here, npm package, the file in it and its hash, the axes: a single weight costs 12 KB, 400 to 650 would 20.
# The serif's optical size is that of headings.
FONTS = [
    ("Insyn Serif", "source-serif@4.5.1", "package/WOFF2/VAR/SourceSerif4Variable-Roman.ttf.woff2",
     "940a76eda1388de39d38c8e7a79bf6ea058a387faee0a9f33c8d25c6ba05e1be", {"wght": 600, "opsz": 24}),
    ("Insyn Sans", "source-sans@3.52.0", "package/WOFF2/VF/SourceSans3VF-Upright.ttf.woff2",
     "5f16566f7a40d39b339ad26be151fa5a1ab1f0c2574c7a2e619765584a1acbd8", {"wght": (400, 400, 700)}),
]


def fetched(package: str, member: str, digest: str) -> TTFont:
    archive = FETCHED / f"{package.replace('@', '-')}.tgz"
    if not archive.exists():
        FETCHED.mkdir(parents=True, exist_ok=True)
        subprocess.run(["npm", "pack", "--silent", "--pack-destination", FETCHED, package], check=True)
    with tarfile.open(archive) as files:
        file = files.extractfile(member).read()
    assert hashlib.sha256(file).hexdigest() == digest, f"{member} is not the file this recipe was made for"
    return TTFont(io.BytesIO(file))


def smaller(font: TTFont, name: str, axes: dict) -> TTFont:
    # Figures are lining and of one width by nature: no feature is needed for a table.
    subsetter = subset.Subsetter(subset.Options(layout_features=["kern"], hinting=False, notdef_outline=True))
    subsetter.populate(text=LETTERS + SIGNS)
    subsetter.subset(font)
    font = instancer.instantiateVariableFont(font, axes)
    if "fvar" in font:
        # Named weights are for menus of programs; their names are the originals'.
        font["fvar"].instances = []
        font["name"].removeUnusedNames(font)
    # Family, unique id, full name, PostScript name, typographic family, prefix of PostScript names.
    flat = name.replace(" ", "")
    names = {1: name, 3: f"{name} 1", 4: name, 6: flat, 16: name, 25: flat}
    for record in font["name"].names:
        record.string = names.get(record.nameID, record.toUnicode())
    # The clock would make each run another file.
    font.recalcTimestamp = False
    font.flavor = "woff2"
    return font


def check(font: TTFont) -> None:
    shapes = font.getBestCmap()
    missing = [sign for sign in LETTERS + SIGNS if ord(sign) not in shapes]
    assert not missing, f"no shape for {missing}"
    assert len({font["hmtx"][shapes[ord(figure)]][0] for figure in "0123456789"}) == 1, "figures of one width"
    # The lines on copyright (0) and trademark (7) must stay as they are.
    assert not any("Source" in str(record) for record in font["name"].names if record.nameID not in (0, 7))


def main() -> None:
    OUT.mkdir(parents=True, exist_ok=True)
    for name, package, member, digest, axes in FONTS:
        font = smaller(fetched(package, member, digest), name, axes)
        check(font)
        path = OUT / f"{name.lower().replace(' ', '-')}.woff2"
        font.save(path)
        print(f"{path.relative_to(ROOT)} {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
