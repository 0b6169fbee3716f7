"""Standard streams that are closed, full, or no longer read by anybody."""

import errno
import os
import sys
from contextlib import suppress

import click


def open_closed_streams() -> None:
    """Put an empty stream where one was closed before the start; Python has None there."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), mode, encoding="utf-8"))


def output_lost(error: OSError) -> int:
    """Return the exit code where standard output takes no more; raise any other error again.

    A reader who has seen enough (`| head`) is no fault; a full disk is one message.
    """
    if error.errno not in (errno.EPIPE, errno.ENOSPC):
        raise error
    _drop_the_rest()
    if error.errno == errno.EPIPE:
        return 0
    click.ClickException("the output found no room: no space left").show()
    return 1


def _drop_the_rest() -> None:
    """Send what is still waiting nowhere: Python would try it again when it ends, and complain."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
