"""What the code never does: run text, unpickle, start a shell, open a connection."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
MODULES = sorted((ROOT / "debatekit").rglob("*.py"))
RUNS_TEXT = frozenset({"eval", "exec", "compile", "__import__", "execfile", "breakpoint"})
UNSAFE_MODULES = frozenset({"pickle", "marshal", "shelve", "dill", "ctypes", "code", "pty"})
NETWORK_MODULES = frozenset(
    {"socket", "ssl", "http", "ftplib", "smtplib", "poplib", "imaplib", "telnetlib", "asyncio"}
    | {"socketserver", "xmlrpc", "requests", "httpx", "aiohttp", "urllib3", "webbrowser"}
    | {"urllib.request", "urllib.error", "multiprocessing.managers"}
)
OPENS_A_BROWSER = frozenset({"cli/preview.py"})
"""Shows a page that lies on this machine, and nothing else."""
YAML_LOADERS = frozenset(
    {"load", "load_all", "full_load", "full_load_all", "unsafe_load", "unsafe_load_all"}
    | {"Loader", "FullLoader", "UnsafeLoader", "CLoader", "CUnsafeLoader", "Constructor"}
)
STARTS_PROGRAMS = frozenset({"system", "popen", "spawnl", "spawnv", "execv", "execl", "startfile"})
ENVIRONMENT = frozenset(
    {"DEBATEKIT_STORE", "DEBATEKIT_STUDENT", "DEBATEKIT_PLAIN", "NO_COLOR", "TERM"}
    | {"_DEBATEKIT_COMPLETE", "COMP_WORDS", "COMP_CWORD"}
)
"""Every variable that is read, the last three while a shell completes a line."""


def trees() -> Iterator[tuple[str, ast.Module]]:
    for path in MODULES:
        name = path.relative_to(ROOT / "debatekit").as_posix()
        yield name, ast.parse(path.read_text(encoding="utf-8"))


def imported(tree: ast.Module) -> Iterator[str]:
    """Yield the modules that a module imports, each with what it takes out of it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)


def called(tree: ast.Module) -> Iterator[tuple[str, str, ast.Call]]:
    """Yield each call as the name of what is called, and what it is an attribute of."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id, "", node
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            owner = node.func.value
            yield node.func.attr, owner.id if isinstance(owner, ast.Name) else "", node


def test_no_module_runs_text_or_unpickles() -> None:
    found = [
        (module, name)
        for module, tree in trees()
        for name, owner, _ in called(tree)
        if not owner and name in RUNS_TEXT
    ]
    found += [
        (module, name)
        for module, tree in trees()
        for name in imported(tree)
        if name.partition(".")[0] in UNSAFE_MODULES
    ]
    assert found == []


def test_no_module_can_open_a_connection() -> None:
    found = {
        (module, name)
        for module, tree in trees()
        for name in imported(tree)
        if (name in NETWORK_MODULES or name.partition(".")[0] in NETWORK_MODULES)
    }
    assert {module for module, _ in found} <= OPENS_A_BROWSER
    assert {name.partition(".")[0] for _, name in found} <= {"webbrowser"}


def test_yaml_is_composed_and_never_constructed() -> None:
    found = [
        (module, node.attr)
        for module, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "yaml"
        and node.attr in YAML_LOADERS
    ]
    names = [(module, name) for module, tree in trees() for name in imported(tree)]
    found += [(module, name) for module, name in names if name.startswith("yaml.constructor")]
    assert found == []


def test_one_program_is_started_in_one_place_and_without_a_shell() -> None:
    started = [
        (module, name, call)
        for module, tree in trees()
        for name, owner, call in called(tree)
        if owner == "subprocess" or (owner == "os" and name in STARTS_PROGRAMS)
    ]
    assert [(module, name) for module, name, _ in started] == [("maps/layout.py", "run")]
    call = started[0][2]
    assert "shell" not in {option.arg for option in call.keywords}
    command = call.args[0]
    assert isinstance(command, ast.List)
    assert [type(part) for part in command.elts[1:]] == [ast.Constant]


@pytest.mark.parametrize("name", sorted(ENVIRONMENT))
def test_every_variable_that_is_read_is_documented(name: str) -> None:
    page = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
    assert f"`{name}`" in page


def test_no_other_variable_of_the_environment_is_read() -> None:
    read = set()
    for _, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("environ.get"):
                read.add(ast.literal_eval(node.args[0]))
            if isinstance(node, ast.Subscript) and ast.unparse(node.value).endswith("environ"):
                read.add(ast.literal_eval(node.slice))
            if isinstance(node, ast.keyword) and node.arg == "envvar":
                read.add(ast.literal_eval(node.value))
    assert read == ENVIRONMENT
