import re

from coxa.web.lan.qr import BLOCKS, MARGIN, in_blocks, modules, svg

LINK = "https://192.168.178.150:8443/enter/abcdefghijklmnopqrstuv/"
FROM_BLOCK = {block: pair for pair, block in BLOCKS.items()}
FINDER = ["#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######"]


def corner(rows: list[list[bool]], top: int, left: int) -> list[str]:
    return ["".join(".#"[one] for one in row[left : left + 7]) for row in rows[top : top + 7]]


def test_it_is_square_with_its_three_corners_and_a_quiet_margin():
    rows = modules(LINK)
    assert {len(row) for row in rows} == {len(rows)}
    far = len(rows) - MARGIN - 7
    for top, left in ((MARGIN, MARGIN), (MARGIN, far), (far, MARGIN)):
        assert corner(rows, top, left) == FINDER
    edge = [*rows[:MARGIN], *rows[-MARGIN:], *([*row[:MARGIN], *row[-MARGIN:]] for row in rows)]
    assert not any(any(row) for row in edge)


def test_the_terminal_shows_the_same_modules_two_rows_a_line():
    rows = modules(LINK)
    pairs = [[FROM_BLOCK[block] for block in line] for line in in_blocks(LINK)]
    shown = [[pair[half] for pair in line] for line in pairs for half in (0, 1)]
    assert shown[: len(rows)] == rows
    assert not any(any(row) for row in shown[len(rows) :])


def test_it_fits_a_window_of_60_columns():
    assert {len(line) for line in in_blocks(LINK)} == {41}


def test_on_a_page_it_is_black_on_white_and_brings_no_style():
    drawn = svg(LINK)
    assert set(re.findall(r'(?:fill|stroke)="(.+?)"', drawn)) == {"#fff", "#000"}
    assert "style" not in drawn
    assert f'viewBox="0 0 {len(modules(LINK))} ' in drawn
