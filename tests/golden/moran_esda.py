"""Works out the rows of areas_many.csv on Moran's I once more, with esda, and says how many agree; it needs much that the other scripts do not.

pip install esda==2.9.0 libpysal==4.14.1; python moran_esda.py
"""

from pathlib import Path

import numpy as np
from esda import Moran
from libpysal.weights import W

n_rows = 0
for line in Path(__file__).with_name("areas_many.csv").read_text().splitlines():
    what, *cells = line.split(",")
    if what != "moran":
        continue
    values, neighbours, row_standardised, *theirs, n_islands = cells
    w = W({i: [int(j) for j in places.split()] for i, places in enumerate(neighbours.split(";"))}, silence_warnings=True)
    m = Moran(np.array(values.split(), float), w, transformation="r" if row_standardised == "1" else "b", permutations=0)
    np.testing.assert_allclose([m.I, m.EI, m.VI_norm, m.VI_rand], np.array(theirs, float), rtol=1e-10)
    assert len(w.islands) == int(n_islands)
    n_rows += 1
assert n_rows == 8
print(n_rows, "rows agree with esda")
