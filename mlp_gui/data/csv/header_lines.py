"""Headers of several lines: which of them hold names, which units, and which are left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from mlp_gui.core.translation import join_names as list_names
from mlp_gui.core.translation import tr, tr_n
from mlp_gui.data.columns.cell_types import cell_kind

NAMES, UNITS, SKIP = "names", "units", "skip"
_MOST_LINES = 5
_MOST_COLUMNS = 300
_TELLING = {"number", "date", "time", "money"}
_LOGGERS = {"TOA5", "TOACI1", "TOB1", "TOB3"}  # Campbell Scientific's files name the station above the names
_UNITS_OF_MEASURE = """
    m cm mm km dm um µm μm nm g kg mg ug µg μg ng t s sec secs second seconds min mins minute minutes h hr hrs hour
    hours d day days wk week weeks month months yr yrs year years k c f degc degf degk oc of °c °f ° deg degree degrees
    celsius fahrenheit kelvin pa hpa kpa mpa bar bars barg bara mbar psi psig atm torr mmhg hg j kj mj gj cal kcal w kw
    mw gw wh kwh mwh v mv kv a ma ka va kva ohm ω hz khz mhz ghz rpm mol mmol umol µmol μmol nmol meq l ml dl ul hl ha
    sm3 nm3 stb bbl scf mscf mmscf cfs ft in inch inches mi mph kn kt kts knots lb lbs oz gal gpm usd eur € $ £ ¥ pct
    percent % ‰ ppm ppb ppt psu ntu fnu ph us µs μs ms rad n nm db dba cd lx lux bq sv gy count counts cells cfu mpn
    copies unitless dimensionless ts rn utc yyyy mm/dd/yyyy hh:mm - 1 m² m³ km² cm² cm³ person persons
"""
_ATOMS = frozenset(_UNITS_OF_MEASURE.split())
_ATOM = re.compile(r"([^\W\d_]+|[°%‰€$£¥µμΩ]+[^\W\d_]*|-|1)\^?[\-−]?[\d²³⁻¹]*")
_WIDTH = re.compile(r"\d{1,3}[sdn]")  # how many letters, digits of a number or a day, in the files of the USGS
_KINDS_OF_VALUES = """
    avg average mean smp sample min max std stdev sd tot total sum median inst float int double real numeric number
    integer string str text date datetime bool float64 float32 int64 int32 object category factor continuous
    discrete
"""
_KINDS = frozenset(_KINDS_OF_VALUES.split())
_DATA_WORDS = re.compile(
    r"(err|fail|miss|invalid|fehl|unknown|unbekannt|trace|tr$|below|not |no |none$|nil$|off$|on$)", re.I
)


def first_of_logger(rows: Sequence[Sequence[str]]) -> int:
    """Return 1 where the first record says which logger wrote the file, else 0.

    Parameters
    ----------
    rows : sequence of sequence of str
    """
    return int(len(rows) > 1 and bool(rows[0]) and rows[0][0].strip().strip("\"'") in _LOGGERS)


def find_header_lines(rows: list[list[str]], width: int) -> tuple[str, ...]:
    """Find out what each line of a header holds: "names", "units" or "skip".

    Parameters
    ----------
    rows : list of list of str
        The first records of the table; the first may hold names.
    width : int
    """
    if len(rows) < 3 or width < 2:
        return (NAMES,)
    tail = rows[max(2, min(_MOST_LINES + 1, len(rows) - 3)) :]
    numeric = _numeric_columns(tail, width)
    if not numeric or any(re.search(r"\d", c) and cell_kind(c) in _TELLING for c in _cells(rows[0], width, numeric)):
        return (NAMES,)
    kinds: list[str] = []
    for i, row in enumerate(rows[1 : min(_MOST_LINES, len(rows) - 1)]):
        kind = _kind_of_line(row, width, numeric, tail)
        if kind == "words" and _recurs(row, rows[i + 2 :]):  # a word that stands among the data is one of them
            kind = ""
        if kind == "index" and NAMES not in _roles(rows, [*kinds], width)[1:]:
            kind = ""
        if not kind:
            break
        kinds.append(kind)
    if len(rows) - 1 - len(kinds) < 2 and kinds != [UNITS]:
        return (NAMES,)
    return _roles(rows, kinds, width)


def _roles(rows: list[list[str]], kinds: list[str], width: int) -> tuple[str, ...]:
    """Units are the first line of units; names are what tells columns apart that the lines above call alike."""
    roles, top = [NAMES], join_names([rows[0]], width)
    for row, kind in zip(rows[1:], kinds, strict=False):
        if kind == UNITS and UNITS not in roles:
            roles.append(UNITS)
        elif kind == "index":
            roles.append(NAMES)
        elif UNITS not in roles and SKIP not in roles and _tells_apart(top, row, width):
            roles.append(NAMES)
            top = join_names([top, row], width)
        else:
            roles.append(SKIP)
    return tuple(roles)


def _tells_apart(top: list[str], row: list[str], width: int) -> bool:
    """Whether columns that had one name, or none, have names of their own with the second line."""
    joined = join_names([top, row], width)
    alike = len(top) - len({c for c in top if c})
    return alike > 0 and len({c for c in joined if c}) > len({c for c in top if c})


def join_names(lines: Sequence[Sequence[str]], width: int) -> list[str]:
    """Join the names in several lines to one for each column.

    An empty cell in a line but the last belongs to the name on its left, as in merged cells; a last line with one cell
    names that column alone.

    Parameters
    ----------
    lines : sequence of sequence of str
    width : int
    """
    clean = [[_bare(c) for c in line] + [""] * (width - len(line)) for line in lines]
    own: dict[int, str] = {}
    if len(clean) > 1 and sum(map(bool, clean[-1])) == 1:
        own = {j: cell for j, cell in enumerate(clean.pop()) if cell}
    for lower, upper in pairwise(reversed(clean)):
        for j in range(1, len(upper)):
            if not upper[j] and j < len(lower) and lower[j]:
                upper[j] = upper[j - 1]
    return [own.get(j, " ".join(c for c in cells if c)) for j, cells in enumerate(zip(*clean, strict=False))]


def clean_units(cells: Sequence[str], width: int) -> tuple[str, ...]:
    """Return the unit of each column, without brackets; "" where there is none.

    Parameters
    ----------
    cells : sequence of str
    width : int
    """
    bare = [_bare(c).strip("[]() ") if _bare(c)[:1] in "[(" else _bare(c) for c in cells]
    known = ["" if c.lower() in ("-", "--", "1", "none", "unitless", "dimensionless", "ts", "rn") else c for c in bare]
    return tuple((known + [""] * width)[:width])


def _bare(cell: str) -> str:
    return " ".join(cell.strip().strip("\"'").split())


def _cells(row: Sequence[str], width: int, columns: Sequence[int]) -> list[str]:
    return [_bare(row[j]) if j < len(row) else "" for j in columns]


def _numeric_columns(tail: list[list[str]], width: int) -> list[int]:
    """Columns whose cells are nearly all numbers, dates or times."""
    found = []
    for j in range(0, width, max(1, width // _MOST_COLUMNS)):
        kinds = [kind for row in tail if j < len(row) and (kind := cell_kind(row[j])) != "missing"]
        if kinds and sum(kind in _TELLING for kind in kinds) >= 0.8 * len(kinds):
            found.append(j)
    return found


def _kind_of_line(row: list[str], width: int, numeric: list[int], tail: list[list[str]]) -> str:
    """Return "units", "words" or "index" for a line of the header, "" for a row of data."""
    if any(c.strip() for c in row[width:]):
        return ""
    if sum(bool(_WIDTH.fullmatch(_bare(c))) for c in row) == len(row) > 1:
        return "words"
    filled = [(j, c) for j, c in zip(numeric, _cells(row, width, numeric), strict=True) if c]
    others = [(j, _bare(row[j])) for j in range(min(len(row), width)) if j not in numeric and _bare(row[j])]
    if len(filled) + len(others) == 1 and _bare(row[0]) and cell_kind(row[0]) == "text":
        return "index"
    words = [c for _, c in filled if cell_kind(c) in ("text", "boolean")]
    if not words or any(_is_data(c) for _, c in filled) or _stands_below([*filled, *others], tail):
        return ""
    units = sum(looks_like_unit(c) for _, c in filled)
    if 2 * units >= len(filled) and any(looks_like_unit(c) for c in words):
        return UNITS
    if len(words) < 2 or 2 * len(words) < len(numeric):
        return ""
    return "words" if len(set(words)) > 1 or words[0].lower() in _KINDS else ""


def _is_data(cell: str) -> bool:
    if looks_like_unit(cell):
        return False
    return cell_kind(cell) in _TELLING or not re.match(r"[^\W\d_]|[\[(]", cell) or bool(_DATA_WORDS.match(cell))


def _stands_below(cells: list[tuple[int, str]], tail: list[list[str]]) -> bool:
    """Whether a cell occurs among the data of its column."""
    return any(_bare(row[j]) == cell for j, cell in cells for row in tail if j < len(row))


def _recurs(row: list[str], below: list[list[str]]) -> bool:
    """Whether a word stands somewhere among the data, as "low" does where numbers are below a limit."""
    words = {_bare(c) for c in row if cell_kind(c) == "text"}
    return any(_bare(c) in words for other in below if any(cell_kind(c) in _TELLING for c in other) for c in other)


def looks_like_unit(cell: str) -> bool:
    """Tell whether a text is a unit, such as m/s, W/m^2, Deg C or [mm].

    Parameters
    ----------
    cell : str
    """
    text = _bare(cell)
    if re.fullmatch(r"\[[^\]]{1,20}\]|\([^)]{1,20}\)", text):
        return True
    if not text or len(text) > 20:
        return False
    if text.lower() in _ATOMS:
        return True
    parts = [p for p in re.split(r"[/·*. ]+|\bper\b", text) if p]
    found = [_ATOM.fullmatch(p) for p in parts]
    return bool(parts) and all(
        m and (m[1].lower() in _ATOMS or p.lower() in _ATOMS) for m, p in zip(found, parts, strict=True)
    )


def read_header_lines(
    records: Sequence[tuple[int, list[str]]], roles: Sequence[str]
) -> tuple[list[str], list[str], list[str]]:
    """Read the lines of a header.

    Parameters
    ----------
    records : sequence of (int, list of str)
        The line of each, counted from 0, and its cells.
    roles : sequence of str
        What each of them holds.

    Returns
    -------
    names, units : list of str
        Cells of the header; no units where no line holds any.
    remarks : list of str
        Sentences about lines that are joined, kept as units or left out.
    """
    if len(roles) == 1:
        return records[0][1], [], []
    by_role = {role: [record for record, r in zip(records, roles, strict=False) if r == role] for role in roles}
    named = by_role[NAMES]
    width = max(len(cells) for _, cells in named)
    names = join_names([cells for _, cells in named], width) if len(named) > 1 else named[0][1]
    said = []
    if len(named) > 1:
        lines = ", ".join(str(line + 1) for line, _ in named)
        alone = {_bare(cell) for _, cells in named for cell in cells}
        joined = next((name for name in names if name not in alone), names[0])
        said.append(tr("The names were joined from the lines {lines}, such as {name}.", lines=lines, name=joined))
    units = by_role.get(UNITS, [])
    if units:
        known = [unit for unit in clean_units(units[0][1], width) if unit]
        shown = list_names(tuple(dict.fromkeys(known)), 5)
        said.append(
            tr("Line {line:,} was read as the units of the columns: {units}.", line=units[0][0] + 1, units=shown)
        )
    if left := by_role.get(SKIP, []):
        text = " ".join(" ".join(_bare(c) for c in left[0][1] if _bare(c)).split())[:40]
        said.append(
            tr_n(
                "{n:,} line below the names was left out, line {line:,}: “{text}”.",
                "{n:,} lines below the names were left out, first line {line:,}: “{text}”.",
                len(left),
                line=left[0][0] + 1,
                text=text,
            )
        )
    return names, units[0][1] if units else [], said
