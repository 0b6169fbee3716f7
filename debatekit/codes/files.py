"""DK0xx: faults of a file as a whole."""

from collections.abc import Mapping

from debatekit.codes.entry import Code

FILES: Mapping[str, Code] = {
    "DK001": Code(
        "The file cannot be opened, or is a folder or a device.",
        "lessons/allies.yaml/    # a folder",
        "lessons/allies.yaml     # a file that you may read",
    ),
    "DK002": Code(
        "The file is not UTF-8 text, so letters in it would come out wrong.",
        "title: Caf\\xe9    # saved as Latin-1, Windows-1252 or UTF-16",
        "title: Café       # saved as UTF-8",
    ),
    "DK003": Code(
        "The file was written for a later debatekit, and could mean something else here.",
        "format: 2",
        "format: 1",
    ),
    "DK004": Code(
        "The file is larger than 1 MiB; the longest lesson of the course has not a tenth of that.",
        "# a lesson of 70,000 lines",
        "# two lessons, each about one article",
    ),
    "DK005": Code(
        "The file holds nothing, or nothing but comments.",
        "# still to be written",
        "format: 1\ntitle: What brings allies together?",
    ),
    "DK006": Code(
        "The text is not YAML: a quotation mark, a bracket, a ':' or the indentation is amiss.",
        "text: Resolved: the alliance was avoidable.",
        'text: "Resolved: the alliance was avoidable."',
    ),
    "DK007": Code(
        "A key is given twice in one mapping, so that one of the two would be lost.",
        "minutes: 45\nminutes: 60",
        "minutes: 60",
    ),
    "DK008": Code(
        "An anchor or an alias: every part of a file is written where it stands.",
        "premises: &shared [us-common-enemy]",
        "premises: [us-common-enemy]",
    ),
    "DK009": Code(
        "A tag: a file holds text, numbers, lists and mappings, nothing that could be run.",
        "title: !draft Allies",
        'title: "!draft Allies"',
    ),
    "DK010": Code(
        "More than 50 levels lie inside one another; no kind of file needs ten.",
        "terms: [ [ [ [ … ] ] ] ]    # 51 brackets deep",
        "terms: [balance-of-threat]",
    ),
    "DK011": Code(
        "A second document begins inside the file; one file holds one.",
        "format: 1\n---\nformat: 1",
        "format: 1",
    ),
    "DK012": Code(
        "A text holds a character that steers screens and printers instead of being shown.",
        'text: "\\e[2J a claim"',
        "text: a claim",
    ),
    "DK013": Code(
        "A list, a mapping or a number stands where a key belongs.",
        "claims:\n  2023: {text: The summit took place.}",
        'claims:\n  "2023": {text: The summit took place.}',
    ),
    "DK014": Code(
        "A file's name is its id followed by '.yaml'; a file of another name is passed over.",
        "lessons/My Lesson.yml",
        "lessons/my-lesson.yaml",
    ),
    "DK015": Code(
        "A file is a link that leads out of the workspace; nothing outside it is read.",
        "lessons/allies.yaml -> /home/anna/allies.yaml",
        "lessons/allies.yaml",
    ),
    "DK016": Code(
        "The file has more faults than are told at once.",
        "# a hundred faults, and more",
        "# mend the first ones, then check again",
    ),
}
"""Every code of a file as a whole, in order."""
