"""Finds places in ui/ where Qt would guess whether a text is rich: a name like `<b>` must print as it was typed.

QLabel, QMessageBox and tooltips read a text that looks like HTML as HTML, pictures from the disk included (P30).
`ui/plain.py` holds the only doors; elsewhere these take literals without markup, or nothing.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
THE_DOOR = ROOT / "ui" / "plain.py"
WIDGETS = {"QLabel", "QMessageBox", "QErrorMessage", "QTextEdit", "QTextBrowser"}
BOXES = {"information", "warning", "critical", "question", "about"}
TIPS = {"setToolTip", "setWhatsThis", "showText"}
RICH = {"setHtml", "insertHtml", "appendHtml", "setMarkdown"}


def guessed(call: ast.Call) -> str | None:
    """What Qt would guess at in this call, or None."""
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name) if name in WIDGETS:
            return None if all(is_settled(argument) for argument in texts(call)) else f"{name}(<a value>)"
        case ast.Attribute(value=ast.Name(id="QMessageBox" | "QErrorMessage"), attr=name) if name in BOXES:
            return f"QMessageBox.{name}(...)"
        case ast.Attribute(attr=name) if name in TIPS:
            return None if all(is_settled(argument) for argument in texts(call)) else f"{name}(<a value>)"
        case ast.Attribute(attr=name) if name in RICH:
            return f"{name}(...)"
        case ast.Attribute(attr="setTextFormat") if any("RichText" in ast.unparse(each) for each in call.args):
            return "setTextFormat(RichText)"
        case _:
            return None


def texts(call: ast.Call) -> list[ast.expr]:
    """The arguments that may be texts: a parent is passed by name, or is `self`."""
    named = [each.value for each in call.keywords if each.arg in {"text", "title", "informativeText"}]
    return [each for each in call.args if not (isinstance(each, ast.Name) and each.id in {"self", "parent"})] + named


def is_settled(argument: ast.expr) -> bool:
    """Whether the text is settled by us and holds no markup: a literal, or a literal through tr()."""
    match argument:
        case ast.Constant(value=str() as text):
            return "<" not in text and "&" not in text
        case ast.Constant():
            return True
        case ast.Call(func=ast.Attribute(attr="tr") | ast.Name(id="tr"), args=inner):
            return all(isinstance(each, ast.Constant) and is_settled(each) for each in inner)
        case _:
            return False


def findings(name: str, source: str) -> Iterator[str]:
    """Each such place of a module."""
    for node in ast.walk(ast.parse(source, name)):
        if isinstance(node, ast.Call) and (what := guessed(node)):
            yield f"{name}:{node.lineno}: {what}: Qt may read the text as HTML. Go through ui/plain.py."


def main() -> int:
    """1 when something is found, told on standard output."""
    modules = [module for module in sorted((ROOT / "ui").rglob("*.py")) if module != THE_DOOR]
    found = [
        line for each in modules for line in findings(str(each.relative_to(ROOT)), each.read_text(encoding="utf-8"))
    ]
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
