"""Makes of a PDF/A what is PDF/UA too: a pass over the finished file, by pikepdf.

WeasyPrint writes one standard or the other. What PDF/UA-1 asks beyond a tagged PDF/A-3a is its mark in the metadata;
and a PDF/A has to describe a mark that its own standard does not know.
"""

from io import BytesIO
from typing import Final

import pikepdf

END: Final = b"</rdf:RDF>"
MARK: Final = b"""<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that this file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""


def archived(data: bytes) -> bytes:
    """The same pages and data, as PDF/A-3a and PDF/UA-1."""
    with pikepdf.open(BytesIO(data)) as pdf:
        # WeasyPrint names each attachment twice.
        pdf.Root.AF = pdf.make_indirect(pikepdf.Array({one.objgen: one for one in pdf.Root.AF}.values()))
        told = pdf.Root.Metadata.read_bytes()
        pdf.Root.Metadata.write(told.replace(END, MARK + END))
        out = BytesIO()
        pdf.save(out, deterministic_id=True)
    return out.getvalue()
