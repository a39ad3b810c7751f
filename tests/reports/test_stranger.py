"""PDFs from outside: what is in them, or a clear refusal in five seconds and 300 MB."""

import json
import random
import subprocess
import sys
import zipfile
from functools import cache
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, ObjectStreamMode, StreamDecodeLevel, String

from assessment.words import words
from reports import stranger
from reports.stranger import ROOT, NotRead, read_apart
from tests.reports import strangers
from tests.reports.reports_made import full, made
from tests.reports.strangers import MB

# A small process of its own reads each, so that the most memory its one child ever had is known.
READER = """
import json, resource, sys, time
from reports.stranger import NotRead, read_apart
data, start, said = sys.stdin.buffer.read(), time.monotonic(), ""
try:
    said = len(read_apart(data).pages)
except NotRead as error:
    said = error.kind
taken, most = time.monotonic() - start, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
print(json.dumps([said, taken, most * 1024]))
"""


def noise(size):
    """Bytes that cannot be packed, the same each time."""
    return random.Random(size).randbytes(size)


def zipped():
    """A document of a word processor, as far as its first bytes say."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("word/document.xml", "<w:document/>")
    return out.getvalue()


@cache
def report(language="en"):
    """A real report."""
    return made(full(), language).data


HOSTILE = {
    "enormous": ("large", lambda: b"%PDF-1.7\n" + bytes(20 * MB)),
    "empty": ("damaged", lambda: b""),
    "a word processor's": ("damaged", zipped),
    "a picture": ("damaged", lambda: b"\x89PNG\r\n\x1a\n" + noise(2000)),
    "a web page": ("damaged", lambda: b"<!doctype html><title>%PDF</title>"),
    "noise after its first line": ("damaged", lambda: b"%PDF-1.7\n" + noise(MB)),
    "cut off": ("damaged", lambda: report()[:50_000]),
    "torn in the middle": ("damaged", lambda: report()[:20_000] + noise(60_000) + report()[80_000:]),
    "a list of objects that leads to itself": ("damaged", strangers.circling_lists),
    "branches of pages that lead to themselves": ("damaged", strangers.circling_pages),
    "lists in lists in lists": ("damaged", strangers.nested),
    "a password": ("locked", lambda: strangers.encrypted("open me", 6)),
    "an old password": ("locked", lambda: strangers.encrypted("open me", 4)),
    "an empty password": ("locked", lambda: strangers.encrypted("", 6)),
    "an old empty password": ("locked", lambda: strangers.encrypted("", 4)),
    "a bomb in what it draws": ("heavy", lambda: strangers.drawing(strangers.flate_bomb(1000), "/FlateDecode")),
    "a bomb in a bomb": (
        "heavy",
        lambda: strangers.drawing(strangers.zlib.compress(strangers.flate_bomb(5000)), "/FlateDecode", "/FlateDecode"),
    ),
    "a bomb of letters": ("heavy", lambda: strangers.drawing(b"z" * 17 * MB, "/ASCII85Decode")),
    "a bomb of runs": ("heavy", lambda: strangers.drawing(b"\x81\x00" * 9 * MB, "/RunLengthDecode")),
    "a bomb of rows": ("heavy", lambda: strangers.with_parms(strangers.flate_bomb(1000))),
    "a bomb that holds its objects": ("damaged", strangers.objects_bomb),
    "a bomb that lists its objects": ("damaged", strangers.lists_bomb),
    "a long stream drawn again and again": ("heavy", strangers.repeated),
    "too many pages": ("heavy", lambda: strangers.saved(strangers.blank(3001))),
    "branches of pages without end": ("damaged", strangers.branching_pages),
    "a chain of objects": ("heavy", strangers.chained),
    "a tangle of objects": ("heavy", strangers.tangled),
    "a bomb attached": ("attached", strangers.attached_bomb),
    "eleven files": ("attached", lambda: strangers.attached(*((f"{at}", b"") for at in range(11)))),
    "a large file": ("attached", lambda: strangers.attached(("a", bytes(8 * MB + 1)))),
    "large files together": ("attached", lambda: strangers.attached(*((f"{at}", bytes(6 * MB)) for at in range(3)))),
    "a list of files that leads to itself": ("attached", strangers.circling_names),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_pdf_is_refused_in_its_own_words_and_within_limits(name):
    """Each kind is refused for what it is, in silence, within five seconds and 300 MB."""
    kind, make = HOSTILE[name]
    reader = subprocess.run([sys.executable, "-c", READER], input=make(), capture_output=True, cwd=ROOT, check=True)
    said, taken, most = json.loads(reader.stdout)
    assert said == kind
    assert taken < 5
    assert most < 300 * MB
    assert reader.stderr == b""


@pytest.mark.parametrize("language", ["cy", "en"])
@pytest.mark.parametrize("kind", ["large", "damaged", "locked", "heavy", "attached", "failed"])
def test_a_refusal_says_what_is_wrong_and_what_to_do(kind, language):
    """Two sentences in the person's language, with every blank filled; no two kinds say the same."""
    (fault,) = NotRead(kind).faults
    said = fault.in_(words(language).gettext)
    assert said.endswith(".")
    assert "{" not in said
    assert (said == fault.in_(str)) == (language == "en")
    others = [NotRead(other).faults[0].wrong for other in stranger._WHY if other != kind]
    assert fault.wrong not in others


def test_the_largest_that_is_read_stays_within_limits():
    """A report of 100 pages with sixteen megabytes attached is read, within five seconds and 300 MB."""
    pdf = pikepdf.open(BytesIO(report()))
    page = pdf.pages[3].obj
    while len(pdf.pages) < 100:
        pdf.pages.append(pikepdf.Page(page))
    for name in "ab":
        pdf.attachments[name] = pikepdf.AttachedFileSpec(pdf, noise(8 * MB))
    data = strangers.saved(pdf)
    reader = subprocess.run([sys.executable, "-c", READER], input=data, capture_output=True, cwd=ROOT, check=True)
    said, taken, most = json.loads(reader.stdout)
    assert said == 100
    assert taken < 5
    assert most < 300 * MB


@pytest.mark.parametrize("language", ["cy", "en"])
def test_a_report_is_read_right(language):
    """What made it, its language and its pages; a report carries nothing that was not attached to it."""
    found = read_apart(report(language))
    assert found.creator == "Gyda"
    assert found.language == language
    assert len(found.pages) == made(full(), language).pdf.pages
    assert found.files == {}
    assert len(set(found.pages)) == len(found.pages)


@pytest.mark.parametrize(
    "how",
    [
        {"linearize": True},
        {"compress_streams": False, "stream_decode_level": StreamDecodeLevel.generalized},
        {"recompress_flate": True, "object_stream_mode": ObjectStreamMode.generate},
        {"recompress_flate": True, "object_stream_mode": ObjectStreamMode.disable, "linearize": True},
        {"qdf": True},
    ],
    ids=["for the web", "unpacked", "packed", "packed for the web", "to be read"],
)
def test_a_report_that_was_only_saved_again_has_the_same_pages(how):
    """Another compression, another order and other numbers in the file change no page."""
    out = BytesIO()
    pikepdf.open(BytesIO(report())).save(out, **how)
    assert out.getvalue() != report()
    assert read_apart(out.getvalue()) == read_apart(report())


def changed(change):
    """The numbers of the pages that differ once a report was changed."""
    pdf = pikepdf.open(BytesIO(report()))
    change(pdf)
    before, after = read_apart(report()).pages, read_apart(strangers.saved(pdf)).pages
    assert len(before) == len(after)
    return [at for at in range(len(before)) if before[at] != after[at]]


def test_one_word_changed_changes_its_page_and_no_other():
    """Two letters of one word on page 3 change places."""

    def change(pdf):
        stream = pdf.pages[2].Contents
        stream = stream[0] if isinstance(stream, Array) else stream
        data = bytearray(stream.read_bytes())
        at = data.index(b"<", data.index(b"BT"))
        first, second = data[at + 1 : at + 5], data[at + 5 : at + 9]
        assert first != second
        data[at + 1 : at + 9] = second + first
        stream.write(bytes(data))

    assert changed(change) == [2]


def test_a_note_laid_over_a_page_changes_that_page_and_no_other():
    """A white box over words is no part of what a page draws, and yet it counts."""

    def change(pdf):
        cover = pdf.make_stream(b"1 g 0 0 400 300 re f", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 400, 300])
        note = Dictionary(Type=Name.Annot, Subtype=Name.Square, Rect=[90, 90, 490, 390], AP=Dictionary(N=cover), F=4)
        page = pdf.pages[4].obj
        page.Annots = Array([*page.get("/Annots", []), pdf.make_indirect(note)])

    assert changed(change) == [4]


def test_a_link_that_leads_elsewhere_changes_its_page():
    """An address behind a word counts too, though nobody sees it."""

    def change(pdf):
        page = pdf.pages[5].obj
        link = Dictionary(
            Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], A=Dictionary(S=Name.URI, URI=String("https://a.b"))
        )
        page.Annots = Array([*page.get("/Annots", []), link])

    assert changed(change) == [5]


def test_a_page_that_is_cut_or_turned_is_another_page():
    """What stands at the edge of a page cannot be cut away unseen, on the page itself or from above."""

    def cut(pdf):
        pdf.pages[1].obj.CropBox = Array([0, 0, 300, 300])

    def turn(pdf):
        pdf.pages[6].obj.Rotate = 180

    assert changed(cut) == [1]
    assert changed(turn) == [6]


def test_a_font_that_shows_other_letters_changes_the_pages():
    """The words stay and the letters are others: the font counts as much as the words."""

    def change(pdf):
        font = next(iter(pdf.pages[0].obj.Resources.Font.values()))
        held = font.DescendantFonts[0].FontDescriptor
        file = next(held[key] for key in ("/FontFile2", "/FontFile3") if key in held)
        file.write(file.read_bytes() + b" ")

    assert changed(change) != []


def test_pages_in_another_order_are_seen():
    """The digests come in the order of the pages."""

    def change(pdf):
        pdf.pages.append(pdf.pages[2])
        del pdf.pages[2]

    assert changed(change)[0] == 2


def test_attached_files_come_back_byte_for_byte():
    """Files of every kind, packed as one likes, come back as they were put in."""
    files = {"answers.json": '{"ŵ": 1}'.encode(), "none": b"", "noise": noise(MB), "report.json": b"\r\n" * 1000}
    assert read_apart(strangers.attached(*files.items())).files == files


def test_two_files_of_one_name_are_two_files():
    """A file attached by a note counts, and hides nothing behind the name of another."""
    assert read_apart(strangers.attached_twice()).files == {"answers.json": b"mine", "answers.json (2)": b"theirs"}


def test_names_and_texts_are_cut_and_cleaned():
    """Control characters, marks that turn the writing round and 100,000 letters reach nobody."""
    pdf = strangers.blank()
    pdf.docinfo["/Creator"] = "Gy\x1b[31mda\r\n\u202e" + "x" * 100_000
    pdf.docinfo["/Keywords"] = "a\x00b"
    pdf.Root.Lang = String("c\ty")
    found = read_apart(strangers.saved(pdf))
    assert found.creator == ("Gy[31mda" + "x" * 300)[:200]
    assert found.keywords == "ab"
    assert found.language == "cy"
    names = [*read_apart(strangers.attached(("../a\x07\n\u202e.json", b"1"), ("y" * 100_000, b"2"))).files]
    assert names == ["../a.json", "y" * 100]


def test_a_count_of_pages_is_not_believed():
    """A PDF that says it has a thousand million pages, and has one, has one."""
    pages = b"<< /Type /Pages /Kids [3 0 R] /Count 1000000000 >>"
    assert len(read_apart(strangers.raw(strangers.CATALOGUE, pages, strangers.page())).pages) == 1


def test_a_process_that_hangs_is_ended(monkeypatch):
    """A process that has had its time is ended, and the person told."""
    monkeypatch.setattr(stranger, "PATIENCE", 0.01)
    with pytest.raises(NotRead) as refused:
        read_apart(report())
    assert refused.value.kind == "heavy"


def test_a_process_that_cannot_begin_is_no_fault_of_the_file(monkeypatch):
    """Where the machine cannot do it, the person is told to try again, and not that the file is bad."""
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with pytest.raises(NotRead) as refused:
        read_apart(report())
    assert refused.value.kind == "failed"
    assert refused.value.retry


def test_nothing_of_the_app_s_surroundings_reaches_the_process(monkeypatch):
    """The password of a database is not told to a process that opens what strangers send."""
    monkeypatch.setenv("GYDA_DATABASE", "postgresql://gyda:secret@localhost/gyda")
    started = []
    real = subprocess.Popen

    def watched(*given, **named):
        started.append(named["env"])
        return real(*given, **named)

    monkeypatch.setattr(subprocess, "Popen", watched)
    read_apart(report())
    assert [set(env) <= set(stranger.NEEDED) for env in started] == [True]
