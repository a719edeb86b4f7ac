"""What ten scripted travellers take at the real window: key presses, and seconds by the keystroke-level model.

Only what the desk asks of the official is counted: not what the traveller takes to answer, nor an examination.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from benchmarks.keys import Presses, Replay
from benchmarks.scripts import scripts
from sops.catalogue import load

KEY_S: Final = 0.28
"""K, one key by somebody who types little. Source: Card, Moran and Newell 1983, The Psychology of Human-Computer
Interaction, chapter 8 (0.20 s for an average skilled typist)."""
THOUGHT_S: Final = 1.35
"""M, reading what is asked and choosing. Source: the same."""
HAND_S: Final = 0.40
"""H, a hand from the keys to a device or back. Source: the same."""
THERMOMETER_S: Final = 2.0
"""R, an infrared thermometer shows its figure. A setting of ours; reading the figure is one M more."""

TEN: Final = (
    "01-specimen",
    "02-trader",
    "07-rested",
    "08-unaccompanied",
    "09-no-papers",
    "10-suspected",
    "11-collapse",
    "12-probable",
    "13-exposed",
    "16-refusal",
)
_WELL: Final = "01-specimen"
_MOST_KEYS, _MOST_S = 8, 20.0


def seconds(presses: Presses) -> float:
    """The time of one traveller by the model: keys, thoughts, hands to reader and thermometer and back."""
    hands = 2 * (presses.scans + presses.readings)
    measuring = presses.readings * (THERMOMETER_S + THOUGHT_S)
    return KEY_S * presses.keys + THOUGHT_S * presses.decisions + HAND_S * hands + measuring


def figures(folder: Path) -> Iterator[str]:
    """One line a traveller, then the goals."""
    replay = Replay(folder / "people", load())
    found = [replay.walk(script, name) for name, script in scripts(*TEN)]
    replay.stage.close()
    for each in found:
        yield f"{each.key:<44} {each.keys:4} keys  {each.decisions:3} decisions  {seconds(each):6.1f} s by the model"
    well = next(each for each in found if each.key == _WELL)
    for what, got, most in (("key presses", well.keys, _MOST_KEYS), ("seconds by the model", seconds(well), _MOST_S)):
        told = "met" if got <= most else "MISSED"
        yield f"a well traveller with a passport, {what:<21} {got:.4g}, goal <= {most:g}: {told}"
