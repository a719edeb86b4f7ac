"""The colours of the desk as people with a colour vision deficiency see them: still read, never alone.

Source of the matrices: Machado, Oliveira, Fernandes 2009, severity 1.0, on linear RGB.
"""

from __future__ import annotations

import itertools

import pytest

from ui.appearance import FAMILIES, LOOKS, contrast
from ui.icons import FAMILY_ICONS

SEEN = {
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


def seen(colour, vision):
    """A colour `#RRGGBB` as it is seen."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    mixed = [sum(weight * part for weight, part in zip(row, linear, strict=True)) for row in SEEN[vision]]
    back = [12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055 for part in map(_within, mixed)]
    return "#" + "".join(f"{round(part * 255):02X}" for part in back)


def _within(part):
    return min(1.0, max(0.0, part))


def test_white_black_and_grey_are_seen_as_they_are():
    for vision in SEEN:
        for grey in ("#FFFFFF", "#000000", "#777777"):
            assert all(
                abs(int(seen(grey, vision)[place : place + 2], 16) - int(grey[place : place + 2], 16)) <= 1
                for place in (1, 3, 5)
            )


def test_red_and_green_fall_together_for_the_green_blind():
    apart = contrast("#A1001C", "#14573A")
    assert apart < 1.2  # nobody could tell them by lightness alone: so every family has its shape and its word
    assert seen("#FF0000", "deutan")[1:3] > "90"


@pytest.mark.parametrize("vision", SEEN)
@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_what_matters_is_read_at_seven_to_one_however_it_is_seen(look, vision):
    for text in ("ink", "muted", *FAMILIES):
        grounds = {look.surface, look.paper, look.sunken}
        if text in FAMILIES:
            grounds.add(look.family(text)[1])
        for ground in grounds:
            assert contrast(seen(getattr(look, text), vision), seen(ground, vision)) >= 7, (text, ground)
    assert contrast(seen(look.on_alarm, vision), seen(look.alarm, vision)) >= 7
    assert contrast(seen(look.on_action, vision), seen(look.action, vision)) >= 7


def test_families_are_told_apart_without_any_colour():
    for one, other in itertools.combinations(FAMILIES, 2):
        assert FAMILY_ICONS[one] != FAMILY_ICONS[other]
