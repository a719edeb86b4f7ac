"""The typefaces we ship, as files: paper embeds them, and the screen registers the very same ones."""

from __future__ import annotations

from pathlib import Path

__all__ = ["FOLDER", "font_file", "font_files", "licences"]

FOLDER = Path(__file__).resolve().parent


def font_files() -> tuple[Path, ...]:
    """Every shipped font file, sorted by name."""
    return tuple(sorted(path for path in FOLDER.iterdir() if path.suffix in {".ttf", ".ttc"}))


def font_file(name: str) -> Path:
    """The path of one shipped font, such as `NotoSans-Bold.ttf`.

    Raises FileNotFoundError when the installation lacks it.
    """
    path = FOLDER / name
    if not path.is_file():
        message = f"{name}: this font is missing from {FOLDER}. Install Paso Seguro again."
        raise FileNotFoundError(message)
    return path


def licences() -> dict[str, str]:
    """Licence file name -> its text; to be shown under *About* and kept beside the fonts."""
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.txt"))}
