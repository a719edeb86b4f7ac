"""What the YAML reader complains of, in the words of somebody who writes procedures and not programs."""

from __future__ import annotations

from typing import Final

__all__ = ["in_plain_words"]

_WORDS: Final = (
    (
        "mapping values are not allowed",
        "a colon stands where a value has already begun. Put a text with a colon in quotation marks.",
    ),
    (
        "cannot start any token",
        "a tab, or a sign that no value begins with (@ ` %). Indent with spaces, and quote such a text.",
    ),
    ("could not find expected ':'", "a key on this line has no colon behind it. Write it as key: value."),
    (
        "unexpected end of stream",
        "a quotation mark or a bracket is opened and never closed. Close it, or complete the file.",
    ),
    ("expected ',' or ']'", "a list in square brackets lacks a comma, or its closing bracket. Add it."),
    ("expected ',' or '}'", "a mapping in braces lacks a comma, or its closing brace. Add it, or quote the text."),
    ("expected '-' indicator", 'this line stands in a list and does not begin with "- ". Correct its indentation.'),
    ("expected <block end>", "the indentation fits no line above. Align it with the other keys."),
    ("did not find expected key", "the indentation fits no line above. Align it with the other keys."),
    ("expected node content", "a value is missing here, behind a comma, a colon or a bracket. Write it."),
    ("expected the node content", "a value is missing here, behind a comma, a colon or a bracket. Write it."),
    ("block sequence entries are not allowed", "a list may not begin on this line. Begin it on the next one."),
    ("unknown escape character", "this sign behind a backslash means nothing. Use single quotation marks."),
    ("document start", "this line belongs to nothing above it. Give it the indentation of its neighbours."),
)


def in_plain_words(problem: str) -> str:
    """What is wrong and what to do, for a complaint of the YAML reader; the complaint itself where none is known."""
    for part, words in _WORDS:
        if part in problem:
            return words
    return f"{problem}. Check indentation, colons, brackets and quotes at this place."
