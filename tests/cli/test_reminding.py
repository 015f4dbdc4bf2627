"""`coxa calendar` and `coxa push`, as a person types them."""

from icalendar import Calendar


def test_the_calendar_comes_out_on_standard_output(coxa):
    answer = coxa("calendar")
    assert answer.returncode == 0
    assert Calendar.from_ical(answer.stdout)["X-WR-CALNAME"] == "Reminders"


def test_it_is_written_to_a_file_and_over_its_own_but_over_nothing_else(coxa, tmp_path):
    file = tmp_path / "coxa.ics"
    for _ in range(2):
        assert coxa("calendar", "--out", str(file)).returncode == 0
        assert Calendar.from_ical(file.read_text())
    letter = tmp_path / "letter.ics"
    letter.write_text("Dear Alice")
    answer = coxa("calendar", "--out", str(letter))
    assert answer.returncode == 2
    assert letter.read_text() == "Dear Alice"
    assert "was not written by Coxa" in answer.stderr


def test_without_an_address_it_says_where_to_make_one(coxa):
    answer = coxa("calendar", "--address")
    assert answer.returncode == 1
    assert "Make one under Me, Reminders" in answer.stderr
    assert not answer.stdout


def test_of_several_people_it_asks_whose(coxa, tmp_path):
    answer = coxa("calendar", "--profile", "Nobody")
    assert answer.returncode == 2
    assert "nobody here has this name" in answer.stderr


def test_keys_are_made_once(coxa, tmp_path):
    first, again = coxa("push", "keys"), coxa("push", "keys")
    assert first.returncode == 0
    assert first.stdout == again.stdout
    assert (tmp_path / "data" / "push" / "vapid.pem").stat().st_mode & 0o077 == 0


def test_nothing_is_sent_without_keys_or_a_contact(coxa):
    answer = coxa("push", "send")
    assert answer.returncode == 1
    assert "coxa push keys" in answer.stderr
    coxa("push", "keys")
    assert "COXA_PUSH_CONTACT" in coxa("push", "send").stderr
    assert coxa("push", "send", COXA_PUSH_CONTACT="mailto:a@example.org").stdout == "0 sent\n"
