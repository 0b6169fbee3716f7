"""Build the site of the documents in `build/site`, which is made anew.

python -m tools.site
"""

import sys

from tools.site.build import ROOT, build


def main() -> None:
    """Write the site and say where it begins; where a link leads nowhere, say so and fail."""
    folder = ROOT / "build" / "site"
    faults = build(folder)
    for fault in faults:
        print(fault, file=sys.stderr)
    if faults:
        raise SystemExit(1)
    print(f"Wrote {folder / 'index.html'}")


if __name__ == "__main__":
    main()
