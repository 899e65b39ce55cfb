"""What frictionless reads of our package: rows, known numbers and sums of each number column.

pip install frictionless==5.21.0
python3 tests/golden/tables_frictionless.py > tests/golden/tables_frictionless.json
"""

import json
import os
from decimal import Decimal
from pathlib import Path

from frictionless import Package

os.chdir(Path(__file__).parent.parent / "fixtures/table/package")
package = Package("datapackage.json")
answer = {}
for resource in package.resources:
    rows = resource.read_rows()
    columns = {}
    for field in resource.schema.fields:
        numbers = [row[field.name] for row in rows if isinstance(row[field.name], (int, Decimal))]
        if field.type in ("number", "integer") and field.name != "år":
            columns[field.name] = {"known": len(numbers), "sum": float(sum(numbers))}
    answer[resource.name] = {"rows": len(rows), "errors": sum(len(row.errors) for row in rows), "columns": columns}
print(json.dumps(answer, ensure_ascii=False, indent=2, sort_keys=True))
