"""What the moving figure takes for granted of the body, the things and their colours."""

from coxa.motion.body import read_body
from coxa.motion.picture.palette import palette
from coxa.motion.props import BACKDROPS
from tests.web.figures.node import in_node

FIGURES = "src/coxa/web/figures"


def test_what_stands_behind_is_the_same_on_stills_and_on_the_stage():
    assert set(in_node(f"{FIGURES}/figure.js", "[...all.BACKDROPS]")) == set(BACKDROPS)


def test_every_limb_lies_between_joints_of_the_body():
    limbs = in_node(f"{FIGURES}/limbs.js", "all.LIMBS")
    assert {name for limb in limbs for name in limb[:2]} <= set(read_body().joint_names)


def test_the_scripts_read_the_palette_as_the_stills_do():
    read = "all.parsed(await (await import('node:fs/promises')).readFile(%r, 'utf8'), 'palette')"
    path = "src/coxa/motion/picture/palette.toml"
    found = in_node("tools/assets/palette.mjs", f"(async () => {read % path})()")
    assert set(found["materials"]) == set(palette().materials)
    assert found["themes"]["dark"]["key"] == palette().lights("dark").key
    assert set(read_body().triangles) <= set(found["materials"])
