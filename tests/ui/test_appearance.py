"""Every colour that carries words is computed against every ground it stands on."""

from __future__ import annotations

import pytest

from ui.appearance import FAMILIES, LOOKS, SIZES, contrast, style_sheet
from ui.icons import FAMILY_ICONS

GROUNDS = ("paper", "surface", "sunken")


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
@pytest.mark.parametrize("token", ["ink", "muted"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_text_stands_at_seven_to_one(look, token, ground):
    assert contrast(getattr(look, token), getattr(look, ground)) >= 7


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
@pytest.mark.parametrize("family", FAMILIES)
def test_outcome_families_stand_at_seven_to_one_everywhere(look, family):
    text, ground = look.family(family)
    for below in (ground, look.surface, look.paper, look.sunken):
        assert contrast(text, below) >= 7, below
    assert contrast(look.ink, ground) >= 7


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_buttons_and_marks_can_be_seen(look):
    assert contrast(look.on_action, look.action) >= 7
    assert contrast(look.on_alarm, look.alarm) >= 7
    assert contrast(look.action, look.surface) >= 4.5
    for ground in GROUNDS:
        assert contrast(look.edge, getattr(look, ground)) >= 3  # WCAG 2.2, 1.4.11
    assert max(contrast(look.focus, look.surface), contrast(look.ink, look.surface)) >= 3  # amber inside an ink ring


def test_families_differ_by_shape_not_only_by_colour():
    assert sorted(FAMILY_ICONS) == sorted(FAMILIES)
    assert len(set(FAMILY_ICONS.values())) == len(FAMILIES)


def test_black_on_white_is_twenty_one():
    assert round(contrast("#000000", "#FFFFFF"), 2) == 21
    assert round(contrast("#777777", "#FFFFFF"), 2) == 4.48  # the well-known grey just below 4.5


@pytest.mark.parametrize("size", SIZES)
def test_sizes_scale(size):
    look = LOOKS["light"].sized(size)
    assert look.px(16) == round(16 * size)
    assert "{" in style_sheet(look)
