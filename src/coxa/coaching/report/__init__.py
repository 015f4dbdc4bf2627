"""The twelve-week report: what was done, how it went, and what to ask a professional.

from coxa.coaching.report.report import report_of

report = report_of("Farid", entries, week, today)
report.questions[0].rule  # pain_did_not_change
"""
