"""Makes src/coxa/mechanics/data/uses.json: what every motion of the library asks of the muscles.

Run as `python -m tools.muscles.make_uses`, after a change of motions, model or method.
"""

from coxa.mechanics.uses import FILE, prepared_json
from coxa.motion.library import described


def main() -> None:
    text = prepared_json(described())
    FILE.write_text(text, encoding="utf-8")
    print(f"{FILE}: {len(text)} bytes")  # noqa: T201


if __name__ == "__main__":
    main()
