"""What a team may want to see to before it submits; none of it stands in the way."""

from collections.abc import Iterator

from assessment.core.entries import is_nothing, is_typed, rows_of
from assessment.core.progress import whole_progress
from assessment.ui.fields import Sheet, anything_waits
from assessment.ui.settings.asked import Asked
from assessment.words import words


def worth_a_look(sheet: Sheet) -> Iterator[str]:
    """Each in a sentence, what is most easily lost first."""
    w, rubric, values = words(sheet.language), sheet.work.rubric, sheet.work.values
    if anything_waits():
        yield w.gettext("Something you typed is not saved yet. Go back to it first, and try again there.")
    asked = Asked(rubric, values, sheet.language)
    for path, value in values.items():
        if is_typed(value):
            sentence = w.gettext("This cannot be read yet, so it will be left out: {what}.")
            yield sentence.format(what=", ".join(filter(None, (asked.where(path), asked.what(path)))))
    progress = whole_progress(rubric, values)
    if not progress.total:
        yield w.gettext("No stage has begun or is planned yet, so there is nothing to see in it.")
    elif left := progress.total - progress.answered:
        sentence = w.ngettext("{number} question is not answered.", "{number} questions are not answered.", left)
        yield sentence.format(number=left)
    if silent := _set_aside_silently(sheet):
        sentence = w.ngettext(
            "{number} question is set aside without a reason.",
            "{number} questions are set aside without a reason.",
            silent,
        )
        yield sentence.format(number=silent)
    if not _said(sheet, "assessment/respondents/"):
        yield w.gettext("Nobody is named as having answered.")
    if not _said(sheet, "assessment/shown_to_people/"):
        yield w.gettext("The people have not seen it yet, or it is not said when.")


def _set_aside_silently(sheet: Sheet) -> int:
    rows = rows_of(sheet.work.values, "replies")
    return sum(
        bool(sheet.value(f"replies/{row}/dismissed")) and not sheet.text(f"replies/{row}/text").strip() for row in rows
    )


def _said(sheet: Sheet, under: str) -> bool:
    return any(path.startswith(under) and not is_nothing(value) for path, value in sheet.work.values.items())
