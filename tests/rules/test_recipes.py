"""Turning, cutting and blurring a picture: only numbers, and nothing is lost by pressing on."""

from hypothesis import given
from hypothesis import strategies as st

from stories.recipes import WHOLE, Grid, Square, all_clear, cut, is_tapped, only, shown_part, tapped, turned, uncut, unknowable, within

GRID = Grid(5, 5)
SQUARES = st.builds(Square, st.integers(0, 4), st.integers(0, 4))
STEPS = st.lists(
    st.one_of(
        st.sampled_from([90, 180, 270]).map(lambda by: lambda recipe: turned(recipe, by=by)),
        st.sampled_from(["left", "top", "right", "bottom"]).map(lambda edge: lambda recipe: cut(recipe, edge=edge)),
        SQUARES.map(lambda square: lambda recipe: tapped(recipe, square, GRID)),
        st.just(lambda recipe: only(recipe, [1000, 1000, 9000, 9000])),
    ),
    max_size=30,
)


@given(STEPS)
def test_whatever_is_pressed_every_box_lies_in_the_picture_and_something_is_left(steps: list) -> None:
    recipe: dict = {}
    for step in steps:
        recipe = step(recipe)
        assert recipe.get("turn", 0) in (0, 90, 180, 270)
        for left, top, right, bottom in [shown_part(recipe), *recipe.get("blur", [])]:
            assert 0 <= left < right <= WHOLE
            assert 0 <= top < bottom <= WHOLE


def test_four_quarter_turns_are_none() -> None:
    recipe = {"crop": [0, 1000, 9000, 10000], "blur": [[100, 200, 300, 400]]}
    there = recipe
    for _ in range(4):
        there = turned(there, by=90)
    assert there == recipe
    assert turned(turned(recipe, by=90), by=270) == recipe


def test_a_turn_takes_what_is_blurred_with_it() -> None:
    top_left = {"blur": [[0, 0, 2000, 2000]]}
    assert turned(top_left, by=90) == {"turn": 90, "blur": [[8000, 0, 10000, 2000]]}


def test_cutting_takes_a_tenth_of_what_is_left_and_stops_before_nothing_is() -> None:
    recipe = cut({}, edge="top")
    assert recipe == {"crop": [0, 1000, 10000, 10000]}
    assert cut(recipe, edge="right") == {"crop": [0, 1000, 9000, 10000]}
    for _ in range(100):
        recipe = cut(recipe, edge="top")
    assert recipe["crop"][3] - recipe["crop"][1] >= 500
    assert uncut(recipe) == {}


def test_a_box_of_what_is_shown_is_one_of_the_whole() -> None:
    recipe = {"crop": [5000, 0, 10000, 10000]}
    assert within(recipe, [0, 0, 5000, 5000]) == [5000, 0, 7500, 5000]
    assert unknowable(recipe, [0, 0, 5000, 5000])["blur"] == [[5000, 0, 7500, 5000]]


@given(st.sets(SQUARES, max_size=12))
def test_squares_that_are_tapped_are_blurred_and_tapped_again_are_clear(squares: set[Square]) -> None:
    recipe: dict = {}
    for square in sorted(squares):
        recipe = tapped(recipe, square, GRID)
    assert {Square(row, column) for row in range(5) for column in range(5) if is_tapped(recipe, Square(row, column), GRID)} == squares
    for square in sorted(squares):
        recipe = tapped(recipe, square, GRID)
    assert recipe == {}


def test_a_face_over_four_squares_is_one_box() -> None:
    """Each box keeps only a few patches of colour: two small ones would show more than a large one."""
    recipe: dict = {}
    for square in (Square(1, 1), Square(1, 2), Square(2, 1), Square(2, 2)):
        recipe = tapped(recipe, square, GRID)
    assert recipe == {"blur": [[2000, 2000, 6000, 6000]]}
    assert all_clear(recipe) == {}


def test_a_tap_in_a_box_that_was_drawn_takes_all_of_it_away() -> None:
    drawn = unknowable({}, [150, 150, 4900, 4900])
    assert is_tapped(drawn, Square(1, 1), GRID)
    assert tapped(drawn, Square(1, 1), GRID) == {}


def test_a_grid_has_squares_a_finger_finds() -> None:
    assert Grid.over(3000, 4000) == Grid(5, 7)
    assert Grid.over(4000, 3000) == Grid(5, 4)
    assert Grid.over(100, 5000) == Grid(5, 10)
    assert Grid.over(0, 0) == Grid(5, 5)
