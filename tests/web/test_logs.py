import logging

from django.test import RequestFactory

from coxa.web.logs import DiscreetFormatter


def record(**more: object) -> logging.LogRecord:
    return logging.makeLogRecord({"name": "django.request", "levelname": "ERROR", **more})


def test_a_line_about_a_request_holds_neither_its_address_nor_what_was_asked():
    request = RequestFactory().get("/enter/secret-token/?hurts=groin")
    line = DiscreetFormatter().format(
        record(msg="Not Found: %s", args=(request.path,), request=request, status_code=404)
    )
    assert "404 GET" in line
    assert "secret" not in line
    assert "groin" not in line


def test_an_error_is_logged_with_its_place_and_without_its_words():
    try:
        raise ValueError("Alice wrote: it hurts here")
    except ValueError as error:
        trouble = (type(error), error, error.__traceback__)
    line = DiscreetFormatter().format(record(msg="failed", exc_info=trouble))
    assert "ValueError" in line
    assert "test_logs.py" in line
    assert "Alice" not in line.replace('"Alice wrote: it hurts here"', "")
