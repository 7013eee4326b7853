"""What is done to a picture before it is shown: turned, cut, made unknowable in places. Only what stands there; nothing is drawn.

A recipe is {"turn": 90, "crop": [x0, y0, x1, y1], "blur": [[x0, y0, x1, y1], ...]}: turned first, clockwise; boxes are
ten-thousandths of the whole picture as it then stands. A page knows only what is shown, so boxes come in as
ten-thousandths of that (`within`), or as squares of a grid laid over it:

    turned({}, by=90)                                  ->   {"turn": 90}
    cut({}, edge="top")                                ->   {"crop": [0, 1000, 10000, 10000]}
    tapped({}, Square(0, 0), Grid(5, 5))               ->   {"blur": [[0, 0, 2000, 2000]]}
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

Recipe = dict[str, Any]
Box = list[int]
WHOLE = 10_000
ALL: Box = [0, 0, WHOLE, WHOLE]
A_BIT = 10  # per cent of what is left: what one press cuts off
LEAST = 500  # ten-thousandths: what is left is never narrower, so that nobody loses a picture by pressing on
EDGES = {"left": (0, 1), "top": (1, 1), "right": (2, -1), "bottom": (3, -1)}
COLUMNS = 5  # squares across: each is wide enough for a finger on the smallest phone
FEWEST_ROWS, MOST_ROWS = 2, 10


@dataclass(frozen=True, slots=True)
class Grid:
    """So many squares across and down, laid over what is shown."""

    columns: int
    rows: int

    @classmethod
    def over(cls, width: int, height: int) -> "Grid":
        """One whose squares are about as high as they are wide."""
        rows = round(COLUMNS * height / width) if width else COLUMNS
        return cls(COLUMNS, min(MOST_ROWS, max(FEWEST_ROWS, rows)))


@dataclass(frozen=True, slots=True, order=True)
class Square:
    """One square of a grid, counted from the top left, from 0."""

    row: int
    column: int


def shown_part(recipe: Recipe) -> Box:
    """The part of the whole that is shown."""
    return list(recipe.get("crop") or ALL)


def turned(recipe: Recipe, *, by: int) -> Recipe:
    """Turned by a quarter (90 clockwise, 270 the other way), with what was cut and made unknowable."""
    turn = (int(recipe.get("turn") or 0) + by) % 360
    return _tidy(turn, _turn_box(shown_part(recipe), by), [_turn_box(box, by) for box in recipe.get("blur", [])])


def cut(recipe: Recipe, *, edge: str) -> Recipe:
    """A bit less at one edge ("left", "top", "right", "bottom"); the same when too little would be left."""
    place, sign = EDGES[edge]
    crop = shown_part(recipe)
    length = crop[2 + place % 2] - crop[place % 2]
    less = length * A_BIT // 100
    if length - less < LEAST:
        return recipe
    crop[place] += sign * less
    return _tidy(recipe.get("turn", 0), crop, recipe.get("blur", []))


def only(recipe: Recipe, box: Sequence[int]) -> Recipe:
    """Only this part of what is shown. Raises ValueError for one that is too small or lies outside."""
    return _tidy(recipe.get("turn", 0), within(recipe, box), recipe.get("blur", []))


def uncut(recipe: Recipe) -> Recipe:
    """All of the picture again."""
    return _tidy(recipe.get("turn", 0), ALL, recipe.get("blur", []))


def unknowable(recipe: Recipe, box: Sequence[int]) -> Recipe:
    """This part of what is shown made unknowable. Raises ValueError for one that is too small or lies outside."""
    return _tidy(recipe.get("turn", 0), shown_part(recipe), [*recipe.get("blur", []), within(recipe, box)])


def all_clear(recipe: Recipe) -> Recipe:
    """Nothing made unknowable any more."""
    return _tidy(recipe.get("turn", 0), shown_part(recipe), [])


def tapped(recipe: Recipe, square: Square, grid: Grid) -> Recipe:
    """This square made unknowable; clear again when it was. Squares side by side become one box, so that a face is one."""
    squares, others = _squares(recipe, grid)
    if square in squares:
        squares.remove(square)
    elif hit := [box for box in others if _covers(box, _box_of(recipe, [square], grid))]:
        others = [box for box in others if box not in hit]
    else:
        squares.add(square)
    return _tidy(recipe.get("turn", 0), shown_part(recipe), [*others, *(_box_of(recipe, run, grid) for run in _runs(squares))])


def is_tapped(recipe: Recipe, square: Square, grid: Grid) -> bool:
    """Whether this square cannot be known, all of it."""
    here = _box_of(recipe, [square], grid)
    return any(_covers(box, here) for box in recipe.get("blur", []))


def within(recipe: Recipe, box: Sequence[int]) -> Box:
    """A box of what is shown, as one of the whole. Raises ValueError for one that is too small or lies outside."""
    left, top, right, bottom = shown_part(recipe)
    x0, y0, x1, y1 = box
    if not (0 <= x0 < x1 <= WHOLE and 0 <= y0 < y1 <= WHOLE) or min(x1 - x0, y1 - y0) < LEAST:
        raise ValueError("This part is too small, or lies outside the picture.")
    across, down = right - left, bottom - top
    return [left + across * x0 // WHOLE, top + down * y0 // WHOLE, left + across * x1 // WHOLE, top + down * y1 // WHOLE]


def _tidy(turn: int, crop: Box, blur: list[Box]) -> Recipe:
    recipe: Recipe = {"turn": turn} if turn else {}
    if crop != ALL:
        recipe["crop"] = crop
    if blur:
        recipe["blur"] = blur
    return recipe


def _turn_box(box: Sequence[int], by: int) -> Box:
    left, top, right, bottom = box
    for _ in range(by // 90 % 4):
        left, top, right, bottom = WHOLE - bottom, left, WHOLE - top, right
    return [left, top, right, bottom]


def _edges(recipe: Recipe, grid: Grid) -> tuple[list[int], list[int]]:
    """Where the lines of the grid lie in the whole, across and down."""
    left, top, right, bottom = shown_part(recipe)
    across = [left + (right - left) * place // grid.columns for place in range(grid.columns + 1)]
    return across, [top + (bottom - top) * place // grid.rows for place in range(grid.rows + 1)]


def _box_of(recipe: Recipe, squares: Iterable[Square], grid: Grid) -> Box:
    across, down = _edges(recipe, grid)
    all_of = sorted(squares)
    columns = [square.column for square in all_of]
    return [across[min(columns)], down[all_of[0].row], across[max(columns) + 1], down[all_of[-1].row + 1]]


def _squares(recipe: Recipe, grid: Grid) -> tuple[set[Square], list[Box]]:
    """What is unknowable as squares of this grid, and the boxes that do not lie on its lines."""
    across, down = _edges(recipe, grid)
    squares: set[Square] = set()
    others = []
    for box in recipe.get("blur", []):
        if {box[0], box[2]} <= set(across) and {box[1], box[3]} <= set(down):
            rows, columns = range(down.index(box[1]), down.index(box[3])), range(across.index(box[0]), across.index(box[2]))
            squares |= {Square(row, column) for row in rows for column in columns}
        else:
            others.append(box)
    return squares, others


def _runs(squares: set[Square]) -> list[list[Square]]:
    """Squares side by side in a row, and rows of them that begin and end alike, together."""
    open_runs: dict[tuple[int, int], list[Square]] = {}
    done: list[list[Square]] = []
    for row in sorted({square.row for square in squares}):
        found = _runs_of_row(row, squares)
        keys = {(run[0].column, run[-1].column): run for run in found}
        kept = {key: [*before, *keys.pop(key)] for key, before in open_runs.items() if key in keys and before[-1].row == row - 1}
        done += [run for key, run in open_runs.items() if key not in kept]
        open_runs = kept | keys
    return done + list(open_runs.values())


def _runs_of_row(row: int, squares: set[Square]) -> list[list[Square]]:
    runs: list[list[Square]] = []
    for square in sorted(square for square in squares if square.row == row):
        if runs and runs[-1][-1].column == square.column - 1:
            runs[-1].append(square)
        else:
            runs.append([square])
    return runs


def _covers(box: Box, other: Box) -> bool:
    return box[0] <= other[0] and box[1] <= other[1] and box[2] >= other[2] and box[3] >= other[3]
