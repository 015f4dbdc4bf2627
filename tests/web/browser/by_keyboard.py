"""A person who has a keyboard and no mouse: Tab to a thing, Enter or Space to use it."""

MOST_TABS = 150  # more than any page has to be tabbed through

SAME = "(one) => document.activeElement === one"
SAME_GROUP = """(one) => {
  const { type, name, form } = document.activeElement;
  if (document.activeElement === one) return true;
  return type === "radio" && name === one.name && form === one.form;
}"""


def tab_to(page, what, is_there: str = SAME) -> None:
    """Tabs on until `what` has the focus, and sees to it that the focus can be seen."""
    one = what.element_handle()
    for _ in range(MOST_TABS):
        if page.evaluate(is_there, one):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"no Tab leads to {what}")


def press(page, what) -> None:
    """A link or a button."""
    tab_to(page, what)
    page.keyboard.press("Enter")


def tick(page, what) -> None:
    tab_to(page, what)
    page.keyboard.press("Space")


def choose(page, what) -> None:
    """One of a group: Tab leads into the group, arrows through it."""
    tab_to(page, what, SAME_GROUP)
    page.keyboard.press("Space")
    for _ in range(MOST_TABS):
        if what.is_checked():
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"no arrow leads to {what}")
