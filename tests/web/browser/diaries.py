"""A diary put into a running Coxa the way a person does it: by the page My data."""

import json
from pathlib import Path

from coxa.interchange.archive import to_archive
from tests.cast import Diary


def put_in(page, folder: Path, diary: Diary, name: str = "Me") -> None:
    file = folder / "diary.json"
    file.write_text(json.dumps(to_archive(name, diary.entries)))
    page.goto("/mydata/")
    page.get_by_label("A file that Coxa wrote").set_input_files(file)
    page.get_by_role("button", name="Add to my diary").click()
    page.get_by_role("heading", name="Your diary has grown").wait_for()
