"""Checks the published dataset beyond what `frictionless validate` does: the JSON files fulfil their
schemas, the schemas refuse mistakes, and the validator itself finds what is wrong in spoiled copies.

    python tools/data_package.py dist/data

Needs the packages of the virtual environment that scripts/setup.sh makes (ensure_frictionless).
"""

import copy
import json
import shutil
import sys
import tempfile
from pathlib import Path

from frictionless import Package
from jsonschema import Draft202012Validator

MISSING = object()

# A mistake: the file, the path to what is changed in the first record that has it, the new value.
MISTAKES = [
    ("an unknown field", "observations", "enitty", 1),
    ("an unknown field inside", "observations", "quantity.steps", 1),
    ("a missing field", "observations", "entity", MISSING),
    ("a missing field inside", "observations", "quantity.step", MISSING),
    ("no list of places", "observations", "mentions", MISSING),
    ("no place that prints it", "observations", "mentions", []),
    ("a report text without its paragraph", "observations", "mentions.0.paragraph", MISSING),
    ("half a paragraph", "observations", "mentions.0.paragraph", 4.5),
    ("a text for a number", "observations", "quantity.value", "87,02"),
    ("120 %", "observations", "quantity.value", 120),
    ("a step of nothing", "observations", "quantity.step", 0),
    ("an unknown unit", "observations", "quantity.unit", "%"),
    ("below without how it is meant", "observations", "quantity.qualifier", "below"),
    ("a range without its limits", "observations", "quantity.qualifier", "range"),
    ("how an exact figure is meant", "observations", "quantity.reading", "threshold"),
    ("an unknown kind", "observations", "kind", "rule"),
    ("a due date on what is no target", "observations", "due", "2025"),
    ("no period", "observations", "period", MISSING),
    ("two spans", "observations", "period", {"as_of": "2022", "since_start": {"to": "2022"}}),
    ("an unknown scope", "context", "scope", "together"),
    ("a date as it is written here", "sources", "documents.0.date", "21/11/2026"),
    ("a part that is unknown", "sources", "people", []),
    ("an address that is none", "sources", "documents.0.url", "vneconomy.vn"),
    ("a report text without its number", "sources", "documents.0.seed", MISSING),
    ("one text for both languages", "indicators", "label", "Tỷ lệ"),
    ("one language only", "indicators", "label.en", MISSING),
    ("a label that is too long", "indicators", "label.vi", "x" * 46),
    ("a rate that is not in per cent", "indicators", "unit", "dong"),
    ("an unknown kind of entity", "entities", "kind", "city"),
    ("a text for a list", "entities", "successors", "province34:25"),
    ("a district without its story", "entities", "within.0.note", MISSING),
    ("no limit for the others", "lists", "rest", {}),
    ("two low limits", "lists", "rest", {"low": 1, "low_from": "x"}),
    ("a headline that is too long", "stories", "headline.vi", "x" * 91),
    ("a picture of an unknown form", "stories", "panels.0.form", "pie"),
    ("three figures against each other", "stories", "pair", ["a", "b", "c"]),
    ("a verdict on a story typed in", "stories", "verdict", "comparable"),
    ("a name in one language", "systems", "name.en", ""),
    ("an unknown operation", "checks", "operation", "guess"),
    ("a sum of one figure", "checks", "operands", ["x"]),
    ("a verdict typed in", "checks", "verdict", "agrees"),
    ("a term in no table", "method", "terms.0.group", "others"),
    ("a term without what is misread", "method", "terms.0.misread", MISSING),
    ("a part without its heading", "method", "sections.0.title", MISSING),
    ("a correction of a month", "errata", "date", "2026-11"),
    ("a correction of nothing", "errata", "observations", []),
    ("a correction in one language", "errata", "now.en", MISSING),
]

# Used for a file that has no records yet.
EXAMPLES = {
    "errata": {
        "id": "x",
        "date": "2026-11-21",
        "was": {"vi": "x", "en": "x"},
        "now": {"vi": "x", "en": "x"},
        "observations": ["x"],
    },
}

# A spoiled copy: the file, the text that is replaced once, its replacement, and the error that the
# validator reports. Only the hash reveals the first; for the others the hashes are taken out of the
# descriptor.
SPOILS = [
    ("a digit changed", "figures.csv", ",87.02,", ",87.03,", "hash-count"),
    ("a number that is none", "figures.csv", ",87.02,", ",87x02,", "type-error"),
    ("a decimal point in the twin", "figures.vi.csv", ";87,02;", ";87.02;", "type-error"),
    ("an unknown unit", "figures.csv", ",percent,", ",per cent,", "constraint-error"),
    ("an unknown source", "figures.csv", ",article-2022,", ",article-2023,", "foreign-key"),
    ("an unknown indicator", "indicators.csv", "online_handled_dossier_rate,", "other,", "foreign-key"),
    ("another column", "figures.csv", "observation,", "observations,", "incorrect-label"),
]


def main(folder):
    problems = []
    for schema_path in sorted((folder / "schema").glob("*.schema.json")):
        name = schema_path.name.removesuffix(".schema.json")
        schema = json.loads(schema_path.read_text("utf-8"))
        Draft202012Validator.check_schema(schema)
        validator = Draft202012Validator(schema)
        data = json.loads((folder / f"{name}.json").read_text("utf-8"))
        for error in validator.iter_errors(data):
            problems.append(f"{name}.json: {error.json_path}: {error.message[:200]}")
        if not data and name in EXAMPLES:
            data = [EXAMPLES[name]]
            problems += [f"{name}.json: the example: {error.message}" for error in validator.iter_errors(data)]
        for what, _, path, value in (mistake for mistake in MISTAKES if mistake[1] == name):
            if validator.is_valid(with_mistake(data, path.split("."), value)):
                problems.append(f"{schema_path.name} accepts {what} ({path})")
    schemas = {path.name for path in (folder / "schema").iterdir() if path.name.endswith(".schema.json")}
    resources = json.loads((folder / "datapackage.json").read_text("utf-8"))["resources"]
    for path in (resource["path"] for resource in resources if resource["format"] == "json"):
        if path.replace(".json", ".schema.json") not in schemas:
            problems.append(f"{path} has no schema")
    problems += [problem for spoil in SPOILS for problem in not_found(folder, *spoil)]
    for problem in problems:
        print(f"   {problem}", file=sys.stderr)
    if not problems:
        print(f"   {len(schemas)} schemas fit their files and refuse {len(MISTAKES)} mistakes;")
        print(f"   {len(SPOILS)} spoiled copies of the package are found out")
    return 1 if problems else 0


def with_mistake(data, path, value):
    """A copy with the mistake in the first record (or in the object) where its place exists."""
    data = copy.deepcopy(data)
    for record in data if isinstance(data, list) else [data]:
        at = record
        for step in path[:-1]:
            at = at[int(step)] if isinstance(at, list) else at.get(step)
            if at is None:
                break
        if at is None or (value is MISSING and path[-1] not in at):
            continue
        # An exact percentage, so that a changed word or value cannot be right by chance.
        if path[0] in ("quantity", "due") and not is_exact_rate(record):
            continue
        if value is MISSING:
            del at[path[-1]]
        else:
            at[path[-1]] = value
        return data
    raise SystemExit(f"there is no place for a mistake at {'.'.join(path)}")


def is_exact_rate(record):
    quantity = record.get("quantity") or {}
    exact = quantity.get("unit") == "percent" and quantity.get("qualifier") == "exact"
    return exact and record.get("kind", "observation") == "observation"


def not_found(folder, what, file, old, new, expected):
    """What the validator fails to report of a spoiled copy: nothing, or one line."""
    with tempfile.TemporaryDirectory() as temporary:
        copied = Path(temporary) / "data"
        shutil.copytree(folder, copied)
        spoiled = copied / file
        # As bytes, so that line ends and the byte order mark stay as they are.
        content = spoiled.read_bytes()
        if old.encode() not in content:
            return [f"{what}: there is no {old!r} in {file} to spoil"]
        spoiled.write_bytes(content.replace(old.encode(), new.encode(), 1))
        descriptor = copied / "datapackage.json"
        if expected != "hash-count":
            package = json.loads(descriptor.read_text("utf-8"))
            for resource in package["resources"]:
                del resource["hash"], resource["bytes"]
            descriptor.write_text(json.dumps(package), "utf-8")
        report = Package(str(descriptor)).validate()
        found = {kind for [kind] in report.flatten(["type"])}
        return [] if expected in found else [f"{what}: expected {expected}, found {found or 'nothing'}"]


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
