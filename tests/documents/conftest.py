"""Makers of small files in each format."""

from __future__ import annotations

import io

import pytest


@pytest.fixture(scope="session")
def make_pdf():
    """A PDF file with one page a list of lines, written by hand so that no PDF maker is needed."""

    def make(pages: list[list[str]], info: str = "") -> bytes:
        objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
        kids = []
        for lines in pages:
            shown = " T* ".join(f"({line}) Tj" for line in lines)
            stream = f"BT /F1 11 Tf 14 TL 50 750 Td {shown} ET"
            objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
            objects.append(
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {len(objects)} 0 R "
                "/Resources << /Font << /F1 3 0 R >> >> >>"
            )
            kids.append(f"{len(objects)} 0 R")
        objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
        if info:
            objects.append(f"<< {info} >>")
        out = io.BytesIO()
        out.write(b"%PDF-1.4\n")
        places = []
        for number, content in enumerate(objects, 1):
            places.append(out.tell())
            out.write(f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1"))
        start = out.tell()
        out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode())
        out.write("".join(f"{place:010} 00000 n \n" for place in places).encode())
        about = f" /Info {len(objects)} 0 R" if info else ""
        out.write(f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R{about} >>\nstartxref\n{start}\n%%EOF\n".encode())
        return out.getvalue()

    return make


@pytest.fixture(scope="session")
def make_docx():
    """A Word document with these paragraphs."""

    def make(paragraphs: list[str], title: str = "") -> bytes:
        import docx

        document = docx.Document()
        document.core_properties.title = title
        for paragraph in paragraphs:
            document.add_paragraph(paragraph)
        out = io.BytesIO()
        document.save(out)
        return out.getvalue()

    return make
