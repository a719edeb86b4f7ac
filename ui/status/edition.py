"""An edition in force as the strip and other pages name it; light, since the strip stands before the desk is read."""

from __future__ import annotations

from ui.strings import tr


def edition_said(definition: str) -> str:
    """`WHO definition 2020-12-16` of `who-covid19@2020-12-16`; empty for none."""
    identity, _, day = definition.partition("@")
    of = tr("strip.who") if identity.startswith("who-") else identity
    return tr("strip.definition", of=of, edition=day) if identity else ""
