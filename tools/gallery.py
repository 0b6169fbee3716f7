"""Turn every kind and mode of handout into pictures, to be looked at before a change lands.

    python -m tools.gallery [LESSON] [FOLDER]

Pages of PDFs become PNG files; HTML too, as a screen shows it, where Chromium is at hand, and
as it is printed, where pdftoppm is as well; and pages of DOCX, where LibreOffice is.
"""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import typst

from debatekit.bundled import bundled_workspace
from debatekit.cli.sheets import Order, sheet_for
from debatekit.cli.workspace.course import Course, read_course
from debatekit.handout.fonts import fonts
from debatekit.handout.layout import Layout
from debatekit.handout.page import KINDS, READERS, Size
from debatekit.handout.pdf import typst_source
from debatekit.handout.sheet import Sheet
from debatekit.handout.theme import Theme
from debatekit.handout.write import write
from tools.browser import QUIET

LAYOUTS = {
    "a4": Layout(),
    "letter": Layout(paper="letter"),
    "large-print": Layout(size="large-print"),
    "dyslexia": Layout(size="dyslexia"),
}
DOTS_PER_INCH = 90.0


def main() -> None:
    """Write the pictures of one lesson's handouts and say where they are."""
    lesson = sys.argv[1] if len(sys.argv) > 1 else "common-enemy"
    folder = Path(sys.argv[2] if len(sys.argv) > 2 else "gallery")
    folder.mkdir(exist_ok=True)
    course = read_course(bundled_workspace(), lesson)
    for mode, layout in LAYOUTS.items():
        for name, sheet in sheets(course, layout.size):
            for number, picture in enumerate(pages(sheet, layout), 1):
                (folder / f"{name}-{mode}-{number:02}.png").write_bytes(picture)
    for name, sheet in sheets(course, "standard"):
        from_html(sheet, folder / f"{name}-screen.png", folder / f"{name}-html")
        from_docx(sheet, folder / f"{name}-docx")
        print(name)
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}/")


def sheets(course: Course, size: Size) -> Iterator[tuple[str, Sheet]]:
    """Yield every kind of handout, for students and for the teacher."""
    for kind in KINDS:
        for reader in READERS:
            order = Order(kind=kind, reader=reader, versions=("A", "B"))
            yield f"{kind}-{reader}", sheet_for(course, order, size=size)


def pages(sheet: Sheet, layout: Layout) -> list[bytes]:
    """Return the sheet's pages as they are printed."""
    drawn = typst.compile(
        typst_source(sheet, layout, Theme()).encode(),
        format="png",
        ppi=DOTS_PER_INCH,
        font_paths=fonts(system=True),
    )
    return drawn if isinstance(drawn, list) else [drawn]


def from_html(sheet: Sheet, screen: Path, stem: Path) -> None:
    """Write how the sheet looks in a browser and printed from it, if there is one."""
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        return
    quiet = (browser, *QUIET, "--hide-scrollbars")
    with TemporaryDirectory() as folder:
        page, printed = Path(folder) / "page.html", Path(folder) / "page.pdf"
        page.write_bytes(write(sheet, "html", Layout()).content)
        shot = ("--window-size=1100,1600", f"--screenshot={screen.absolute()}")
        _run(*quiet, *shot, page.as_uri())
        paper = ("--no-pdf-header-footer", f"--print-to-pdf={printed}")
        _run(*quiet, *paper, page.as_uri())
        if painter := shutil.which("pdftoppm"):
            _run(painter, "-r", "70", "-png", str(printed), str(stem.absolute()))


def from_docx(sheet: Sheet, stem: Path) -> None:
    """Write how the sheet looks in a word processor, if there is one."""
    office, painter = shutil.which("soffice"), shutil.which("pdftoppm")
    if office is None or painter is None:
        return
    with TemporaryDirectory() as folder:
        page = Path(folder) / "page.docx"
        page.write_bytes(write(sheet, "docx", Layout()).content)
        _run(office, "--headless", "--convert-to", "pdf", "--outdir", folder, str(page))
        _run(painter, "-r", "70", "-png", str(page.with_suffix(".pdf")), str(stem.absolute()))


def _run(*command: str) -> None:
    subprocess.run(command, capture_output=True, check=True)


if __name__ == "__main__":
    main()
