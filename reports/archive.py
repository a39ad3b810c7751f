"""Makes of a PDF/A what is PDF/UA too: a pass over the finished file, by pikepdf.

WeasyPrint writes one standard or the other. What PDF/UA-1 asks beyond a tagged PDF/A-3a is its mark in the metadata.
"""

from io import BytesIO

import pikepdf


def archived(data: bytes) -> bytes:
    """The same pages and data, as PDF/A-3a and PDF/UA-1."""
    with pikepdf.open(BytesIO(data)) as pdf:
        # WeasyPrint names each attachment twice.
        pdf.Root.AF = pdf.make_indirect(pikepdf.Array({one.objgen: one for one in pdf.Root.AF}.values()))
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
            metadata["pdfuaid:part"] = "1"
        out = BytesIO()
        pdf.save(out, deterministic_id=True)
    return out.getvalue()
