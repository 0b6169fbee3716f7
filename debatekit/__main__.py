"""Where the program starts: `debatekit`, or `python -m debatekit`."""

import gc
import os
import sys

from debatekit import __version__


def main() -> None:
    """Run the command line; Ctrl-C ends it as it does a command, however early it comes."""
    try:
        sys.exit(_code())
    except KeyboardInterrupt:
        sys.stderr.write("\nStopped.\n")
        sys.exit(130)


def _code() -> int:
    """Return the exit code; the version is answered before anything heavy is imported."""
    if None in (sys.stdin, sys.stdout, sys.stderr):
        from debatekit.cli.streams import open_closed_streams

        open_closed_streams()
    if any(stream.encoding.lower() != "utf-8" for stream in (sys.stdout, sys.stderr)):
        from debatekit.cli.streams import soften

        soften()
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"debatekit {__version__}\n")
        return 0
    # A command is short and makes little cyclic waste; looking for it took a tenth of the start.
    gc.set_threshold(50_000)
    from debatekit.cli.main import run

    return run(sys.argv[1:])


def leave_out_the_current_folder() -> None:
    """Import nothing from where one stands, where `python -m` looks first.

    A workspace may come from a stranger, and hold a `yaml.py`.
    """
    here, ours = os.path.abspath(sys.path[0]), os.path.dirname(os.path.dirname(__file__))  # noqa: PTH100, PTH120
    if not sys.flags.safe_path and here != ours:
        del sys.path[0]


if __name__ == "__main__":
    leave_out_the_current_folder()
    main()
