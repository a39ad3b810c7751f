"""PDFs as somebody outside might make them, out of bad luck or bad will. All are made here, none is kept."""

import zlib
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Encryption, Name, Pdf, Stream, StreamDecodeLevel, String

MB = 1_000_000


def flate_bomb(megabytes: int) -> bytes:
    """Zeros without end, packed a thousand to one; put together from a piece, for to pack them takes seconds."""
    packer = zlib.compressobj(9)
    head = packer.compress(b"") + packer.flush(zlib.Z_FULL_FLUSH)
    return head + (packer.compress(bytes(MB)) + packer.flush(zlib.Z_FULL_FLUSH)) * megabytes + packer.flush()


def blank(pages: int = 1) -> Pdf:
    """A PDF with empty pages."""
    pdf = pikepdf.new()
    for _ in range(pages):
        pdf.add_blank_page()
    return pdf


def saved(pdf: Pdf, **how: object) -> bytes:
    """The bytes of a PDF, its streams as they are if nothing else is said."""
    out = BytesIO()
    pdf.save(out, **(how or {"compress_streams": False, "stream_decode_level": StreamDecodeLevel.none}))
    return out.getvalue()


def packed(pdf: Pdf, data: bytes, *filters: str, **more: object) -> Stream:
    """A stream of a PDF whose bytes are packed already."""
    stream = pdf.make_stream(b"", **more)
    stream.write(data, filter=Array([Name(name) for name in filters]))
    return stream


def drawing(data: bytes, *filters: str, **more: object) -> bytes:
    """A PDF whose page draws a packed stream."""
    pdf = blank()
    pdf.pages[0].Contents = packed(pdf, data, *filters, **more)
    return saved(pdf)


def with_parms(data: bytes) -> bytes:
    """A PDF whose page draws packed rows of a picture."""
    pdf = blank()
    stream = pdf.make_stream(b"")
    stream.write(data, filter=Name.FlateDecode, decode_parms=Dictionary(Predictor=15, Columns=1000))
    pdf.pages[0].Contents = stream
    return saved(pdf)


def attached(*files: tuple[str, bytes]) -> bytes:
    """A PDF that carries files by the list of them, under the names given."""
    pdf = blank()
    names = Array()
    for at, (name, data) in enumerate(files):
        stream = data if isinstance(data, Stream) else pdf.make_stream(data)
        names.extend([String(f"{at:04}"), pdf.make_indirect(spec(pdf, name, stream))])
    pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=names))
    return saved(pdf, compress_streams=True)


def spec(pdf: Pdf, name: str, stream: Stream) -> Dictionary:
    """What says that a stream is a file."""
    return Dictionary(Type=Name.Filespec, F=String(name), UF=String(name), EF=Dictionary(F=stream))


def attached_bomb() -> bytes:
    """A PDF that carries one file of a thousand megabytes in one."""
    pdf = blank()
    stream = packed(pdf, flate_bomb(1000), "/FlateDecode")
    pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=[String("a"), spec(pdf, "a", stream)]))
    return saved(pdf)


def attached_twice(name: str = "answers.json") -> bytes:
    """A PDF that carries two files of one name, one of them by a note on its page."""
    pdf = blank()
    listed = pdf.make_indirect(spec(pdf, name, pdf.make_stream(b"mine")))
    pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=[String(name), listed]))
    pdf.Root.AF = Array([listed])
    note = Dictionary(
        Type=Name.Annot,
        Subtype=Name.FileAttachment,
        Rect=Array([0, 0, 9, 9]),
        FS=spec(pdf, name, pdf.make_stream(b"theirs")),
    )
    pdf.pages[0].Annots = Array([note])
    return saved(pdf)


def encrypted(user: str, revision: int) -> bytes:
    """A PDF that is locked, be it with nothing as its password."""
    return saved(blank(), encryption=Encryption(owner="secret", user=user, R=revision))


def raw(*objects: bytes, trailer: bytes = b"/Root 1 0 R") -> bytes:
    """A PDF written by hand, its objects numbered from 1, its list of them right."""
    out, places = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    start = len(out)
    listed = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, listed)
    return out + b"trailer\n<< /Size %d %s >>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, start)


CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R >>"
PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"


def page(resources: bytes = b"<< >>") -> bytes:
    """A page written by hand."""
    return b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Resources %s >>" % resources


def circling_lists() -> bytes:
    """Its list of objects says that the list before it is itself."""
    whole = raw(CATALOGUE, PAGES, page())
    start = whole.rindex(b"xref\n", 0, whole.rindex(b"startxref"))
    return raw(CATALOGUE, PAGES, page(), trailer=b"/Root 1 0 R /Prev %d" % start)


def circling_pages() -> bytes:
    """A branch of its pages hangs on itself."""
    return raw(CATALOGUE, b"<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 2 >>", page())


def branching_pages() -> bytes:
    """Forty branches, each with the next one twice: more pages than anybody could count."""
    branches = [b"<< /Type /Pages /Kids [%d 0 R %d 0 R] /Count 2 >>" % (at, at) for at in range(3, 43)]
    return raw(CATALOGUE, *branches, page())


def circling_names() -> bytes:
    """A branch of its list of files hangs on itself."""
    names = b"<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles 4 0 R >> >>"
    return raw(names, PAGES, page(), b"<< /Kids [4 0 R 4 0 R] >>")


def nested() -> bytes:
    """Lists within lists, a hundred thousand deep."""
    return raw(CATALOGUE, PAGES, page(b"<< /Font %s%s >>" % (b"[" * 100_000, b"]" * 100_000)))


def chained() -> bytes:
    """Objects that lead to one another, twenty thousand deep."""
    chain = [b"<< /Next %d 0 R >>" % at for at in range(5, 20_005)]
    return raw(CATALOGUE, PAGES, page(b"4 0 R"), *chain, b"<< >>")


def tangled() -> bytes:
    """Thirty objects, each of which leads to all the others."""
    knot = b"<< /XObject [%s] >>" % b" ".join(b"%d 0 R" % at for at in range(4, 34))
    return raw(CATALOGUE, PAGES, page(b"4 0 R"), *[knot] * 30)


def repeated() -> bytes:
    """A page that draws one long stream ten thousand times."""
    pdf = blank()
    stream = packed(pdf, zlib.compress(bytes(MB)), "/FlateDecode")
    pdf.pages[0].Contents = Array([stream] * 10_000)
    return saved(pdf)


def lists_bomb() -> bytes:
    """Its list of objects is a bomb itself."""
    bomb = flate_bomb(1000)
    head = b"%PDF-1.7\n"
    form = b"<< /Type /XRef /Size 4 /W [1 4 2] /Root 1 0 R /Filter /FlateDecode /Length %d >>" % len(bomb)
    body = b"1 0 obj\n%s\nstream\n%s\nendstream\nendobj\n" % (form, bomb)
    return head + body + b"startxref\n%d\n%%%%EOF\n" % len(head)


def objects_bomb() -> bytes:
    """The stream that holds its catalogue is a bomb."""
    head, bomb = b"%PDF-1.7\n", flate_bomb(1000)
    form = b"<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length %d >>" % len(bomb)
    body = head + b"1 0 obj\n%s\nstream\n%s\nendstream\nendobj\n" % (form, bomb)
    rows = [(0, 0, 0), (1, len(head), 0), (2, 1, 0), (1, len(body), 0)]
    listed = b"".join(kind.to_bytes(1) + place.to_bytes(4) + more.to_bytes(2) for kind, place, more in rows)
    form = b"<< /Type /XRef /Size 4 /W [1 4 2] /Root 2 0 R /Length %d >>" % len(listed)
    lists = b"3 0 obj\n%s\nstream\n%s\nendstream\nendobj\n" % (form, listed)
    return body + lists + b"startxref\n%d\n%%%%EOF\n" % len(body)
