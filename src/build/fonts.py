"""Makes the two small font files in public/fonts anew: `make fonts`.

From the latin files of the npm packages @fontsource-variable/source-serif-4 and source-sans-3 it keeps the letters, signs
and weights that the page uses. The fonts' licence (OFL 1.1) reserves the name "Source" for the originals, so that the
smaller ones bear another.
"""

from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

ROOT = Path(__file__).parents[2]
PACKAGES = ROOT / "node_modules/@fontsource-variable"
OUT = ROOT / "public/fonts"
LETTERS = "".join(map(chr, range(0x20, 0x7F))) + "åäöÅÄÖéÉèÈüÜæÆøØ"
SIGNS = "\u00a0\u2009\u202f–—−…“”‘’»«§±×≤≥·•→←↑↓½©°"
# File, its name here, the weights that are kept.
FONTS = [
    ("source-serif-4", "Insyn Serif", (600, 600)),
    ("source-sans-3", "Insyn Sans", (400, 700)),
]


def smaller(package: str, name: str, weights: tuple[int, int]) -> TTFont:
    font = TTFont(PACKAGES / package / "files" / f"{package}-latin-wght-normal.woff2")
    low, high = weights
    options = subset.Options(layout_features=["kern", "mark", "ccmp", "lnum", "tnum"], hinting=False, notdef_outline=True)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=LETTERS + SIGNS)
    subsetter.subset(font)
    font = instancer.instantiateVariableFont(font, {"wght": low if low == high else (low, 400, high)})
    # Family, unique id, full name, PostScript name, typographic family.
    names = {1: name, 3: f"{name} 1", 4: name, 6: name.replace(" ", ""), 16: name}
    for record in font["name"].names:
        if record.nameID in names:
            record.string = names[record.nameID]
    # The clock would make each run another file.
    font.recalcTimestamp = False
    font.flavor = "woff2"
    return font


def main() -> None:
    OUT.mkdir(parents=True, exist_ok=True)
    for package, name, weights in FONTS:
        path = OUT / f"{name.lower().replace(' ', '-')}.woff2"
        smaller(package, name, weights).save(path)
        print(f"{path.relative_to(ROOT)} {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
