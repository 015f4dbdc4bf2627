"""The report as a page, as a PDF, and the questions that a person adds to it."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.views.decorators.http import require_POST, require_safe

from coxa.coaching.report.report import Report, report_of
from coxa.coaching.week import week_of
from coxa.interchange.report.pdf import report_pdf
from coxa.training.log import Corrected, Entry, Log, QuestionNoted
from coxa.web import clock
from coxa.web.diary import store
from coxa.web.household.middleware import RequestOfProfile
from coxa.web.report.forms import MOST, QuestionForm
from coxa.web.report.sheet import sheet_of


@require_safe
def home(request: RequestOfProfile) -> HttpResponse:
    return _page(request, QuestionForm())


@require_safe
def paper(request: RequestOfProfile) -> HttpResponse:
    report = _report(request, store.log_of(request.profile))
    answer = HttpResponse(report_pdf(sheet_of(report), clock.now()), content_type="application/pdf")
    name = f"coxa-report-{slugify(report.name) or 'me'}-{report.today}.pdf"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "no-store"
    return answer


@require_POST
def ask(request: RequestOfProfile) -> HttpResponse:
    form = QuestionForm(request.POST)
    if not form.is_valid():
        return _page(request, form, status=422)
    if len(_asked(store.log_of(request.profile))) < MOST:
        store.note(request, form.noted())
    return redirect("report:home")


@require_POST
def take_back(request: RequestOfProfile, entry_id: UUID) -> HttpResponse:
    """Only a question of one's own, and only one that stands."""
    if entry_id not in {entry.id for entry in _asked(store.log_of(request.profile))}:
        raise Http404
    store.note(request, Corrected(entry_id=entry_id, body=None))
    return redirect("report:home")


def _page(request: RequestOfProfile, form: QuestionForm, status: int = 200) -> HttpResponse:
    entries = store.log_of(request.profile)
    own = _asked(entries)
    sheet = sheet_of(_report(request, entries))
    for part in ("pain", "checks", "plan"):
        rows = sheet[part]["rows"]
        sheet[part]["named_rows"] = [
            list(zip(sheet[part]["head"], row, strict=True)) for row in rows
        ]
    context = {
        "place": "Progress",
        "sheet": sheet,
        "form": form if len(own) < MOST else None,
        "own": own,
    }
    return render(request, "report/home.html", context, status=status)


def _report(request: RequestOfProfile, entries: Log) -> Report:
    today = store.today_of(request)
    return report_of(request.profile.name, entries, week_of(entries, today), today)


def _asked(entries: Log) -> list[Entry]:
    return [entry for entry in entries if isinstance(entry.body, QuestionNoted)]
