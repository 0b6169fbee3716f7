"""What a shell and this program say to each other, where click leaves something open."""

import os

from click.shell_completion import (
    BashComplete,
    CompletionItem,
    FishComplete,
    ShellComplete,
    ZshComplete,
    add_completion_class,
    split_arg_string,
)

_SCRIPT = """\
Register-ArgumentCompleter -Native -CommandName %(prog_name)s -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $words = @(
        foreach ($element in $commandAst.CommandElements) {
            if ($element.Extent.StartOffset -ge $cursorPosition) { continue }
            if ($element -is [System.Management.Automation.Language.StringConstantExpressionAst]) {
                $element.Value
            } else {
                $element.Extent.Text
            }
        }
    )
    if (-not $wordToComplete) { $words += '' }

    $before = $env:%(complete_var)s, $env:COMP_WORDS
    try {
        $env:%(complete_var)s = 'powershell_complete'
        $env:COMP_WORDS = $words -join "`n"
        $answer = @(& %(prog_name)s 2>$null)
    } finally {
        $env:%(complete_var)s, $env:COMP_WORDS = $before
    }

    foreach ($line in $answer) {
        $value, $tip = $line -split "`t", 2
        if (-not $value) { continue }
        $kind = if ($value.StartsWith('-')) { 'ParameterName' } else { 'ParameterValue' }
        $text = $value
        if ($value -notmatch '^[A-Za-z0-9=._/-]+$') {
            $code = [System.Management.Automation.Language.CodeGeneration]
            $text = "'" + $code::EscapeSingleQuotedStringContent($value) + "'"
        }
        if (-not $tip) { $tip = $value }
        [System.Management.Automation.CompletionResult]::new($text, $value, $kind, $tip)
    }
}
"""


_FISH = """\
function %(complete_func)s
    set -l words (commandline -opc)
    set -l now (commandline -ct)
    for line in (env %(complete_var)s=fish_complete \\
            COMP_WORDS=(string join \\n -- $words | string collect) COMP_CWORD="$now" %(prog_name)s)
        set -l found (string split -m 1 , -- $line)
        switch $found[1]
            case dir
                __fish_complete_directories "$now"
            case file
                __fish_complete_path "$now"
            case plain
                printf '%%s\\n' $found[2]
        end
    end
end

complete --no-files --command %(prog_name)s --arguments "(%(complete_func)s)"
"""


class _Joined(ShellComplete):
    """Completes `--option=val` as one word; click alone would lose what stands before the `=`."""

    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem]:
        """Return the proposals for the word that is being typed."""
        found = super().get_completions(args, incomplete)
        name, equals, _ = incomplete.partition("=")
        if not (equals and name.startswith("--")):
            return found
        return [CompletionItem(f"{name}={one.value}", one.type, one.help) for one in found]


class Bash(BashComplete):
    """Bash takes `--option`, `=` and the value for three words."""

    def get_completion_args(self) -> tuple[list[str], str]:
        """Return the words before the one that is being typed, and that one."""
        args, incomplete = super().get_completion_args()
        return [word for word in args if word != "="], incomplete


class Zsh(_Joined, ZshComplete):
    """Zsh writes a proposal over the whole word."""


class Fish(_Joined, FishComplete):
    """Fish matches a proposal with the whole word; it sends one word a line, without quotes."""

    source_template = _FISH

    def get_completion_args(self) -> tuple[list[str], str]:
        """Return the words before the one that is being typed, and that one."""
        words, incomplete = os.environ.get("COMP_WORDS", ""), os.environ.get("COMP_CWORD", "")
        return words.split("\n")[1:], "".join(split_arg_string(incomplete)[:1])


class PowerShell(_Joined):
    """Asked with one word a line, answers with one proposal a line: the value, a tab, a help.

    Words go over as they are meant, not as they are typed: in PowerShell a backslash is part of
    a path, and click's own answers, since 8.5, lose it. Where the answer is empty PowerShell
    proposes files and folders by itself.
    """

    name = "powershell"
    source_template = _SCRIPT

    def get_completion_args(self) -> tuple[list[str], str]:
        """Return the words before the one that is being typed, and that one."""
        words = os.environ.get("COMP_WORDS", "").replace("\r\n", "\n").split("\n")
        return words[1:-1], words[-1] if len(words) > 1 else ""

    def complete(self) -> str:
        """Return the proposals, a line each."""
        arguments, incomplete = self.get_completion_args()
        found = self.get_completions(arguments, incomplete)
        return "\n".join(self.format_completion(item) for item in found if item.type == "plain")

    def format_completion(self, item: CompletionItem) -> str:
        """Return a proposal on one line."""
        return f"{item.value}\t{' '.join((item.help or '').split())}"


def register() -> None:
    """Let the program answer the shells in this way."""
    for shell in (Bash, Zsh, Fish, PowerShell):
        add_completion_class(shell)
