"""One small invented article, made into every kind of file."""

from collections.abc import Mapping
from io import BytesIO

import typst
from docx import Document
from pypdf import PdfReader, PdfWriter

TITLE = "Keep the river path open"
PARAGRAPHS = (
    "The town wants to close the path along the river at night. It says that walkers disturb "
    "the herons, which nest on the island and raise fewer young each spring.",
    "This is mistaken. Herons do not mind walkers; they mind dogs that run free. A rule that "
    "dogs are kept on leads would do more than any gate, and it would cost the town nothing.",
    "Second, closing the path sends riders onto the main road. Two of them were hurt there "
    "last year, and the road still has no lane for bicycles.",
)


def text() -> bytes:
    return "\n\n".join((TITLE, "By Ada Moss", "5 March 2024", *PARAGRAPHS)).encode()


def markdown() -> bytes:
    front = "---\ntitle: Keep the river path open\nauthor: Ada Moss\ndate: 2024-03-05\n---\n"
    first = PARAGRAPHS[0].replace("herons", "**herons**").replace("island", "[island](a.html)")
    return f"{front}\n{first}\n\n## Dogs\n\n> {PARAGRAPHS[1]}\n\n{PARAGRAPHS[2]}\n".encode()


def web_page() -> bytes:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return (
        f"<html lang='en'><head><title>{TITLE} | Gazette</title>"
        "<meta name='author' content='Ada Moss'>"
        "<meta property='og:site_name' content='Millbrook Gazette'>"
        "<meta property='article:published_time' content='2024-03-05T08:00:00Z'></head>"
        f"<body><nav>Home News</nav><article><h1>{TITLE}</h1>{body}</article>"
        "<footer>All rights reserved</footer></body></html>"
    ).encode()


def word_file() -> bytes:
    document = Document()
    document.core_properties.author = "Ada Moss"
    document.add_heading(TITLE, 0)
    for paragraph in PARAGRAPHS:
        document.add_paragraph(paragraph)
    return saved(document)


def saved(document: object) -> bytes:
    content = BytesIO()
    document.save(content)  # type: ignore[attr-defined]
    return content.getvalue()


def pdf_file(body: str = "") -> bytes:
    text = body or "\n\n".join(PARAGRAPHS)
    head = f'#set document(title: "{TITLE}", author: "Ada Moss")\n'
    page = '#set page(width: 12cm, height: 6cm, numbering: "1", header: [Gazette])\n'
    return typst.compile((head + page + text).encode())


def locked_pdf() -> bytes:
    writer = PdfWriter(PdfReader(BytesIO(pdf_file())))
    writer.encrypt("secret", algorithm="RC4-128")
    content = BytesIO()
    writer.write(content)
    return content.getvalue()


KINDS: Mapping[str, bytes] = {
    "a.txt": text(),
    "a.md": markdown(),
    "a.html": web_page(),
    "a.docx": word_file(),
    "a.pdf": pdf_file(),
}
"""The same article by the name of its file."""


def headed_file(ending: str, above: tuple[str, ...]) -> bytes:
    """Return the article with lines between title and text, and nothing about it elsewhere."""
    texts = (TITLE, *above, *PARAGRAPHS)
    if ending == ".txt":
        return "\n\n".join(texts).encode()
    if ending == ".md":
        return "\n\n".join((f"# {TITLE}", *texts[1:])).encode()
    if ending == ".html":
        body = "".join(f"<p>{text}</p>" for text in texts[1:])
        return f"<html><body><article><h1>{TITLE}</h1>{body}</article></body></html>".encode()
    if ending == ".docx":
        document = Document()
        for text in texts:
            document.add_paragraph(text)
        return saved(document)
    body = "\n\n".join(f'#text("{text}")' for text in texts)
    return typst.compile(f"#set page(width: 12cm)\n#set par(spacing: 2em)\n{body}".encode())
