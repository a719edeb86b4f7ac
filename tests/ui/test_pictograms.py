"""Every sign, step and duty has a picture of our own that exists, and no two signs share one."""

from __future__ import annotations

import pytest

from sops.facts import SIGNS
from ui import pictograms
from ui.traveller_screen import picture


@pytest.fixture(scope="module")
def procedures(catalogue):
    return [catalogue.made(file) for file in catalogue.of_kind("procedure")]


def test_every_sign_has_a_picture_of_its_own():
    assert tuple(pictograms.SIGNS) == SIGNS
    assert len(set(pictograms.SIGNS.values())) == len(SIGNS)
    assert set(pictograms.SIGNS.values()) <= set(picture.names())


def test_every_step_and_every_duty_has_a_picture(procedures):
    for procedure in procedures:
        shown = {pictograms.of_step(step) for step in procedure.steps.values()}
        shown |= {pictograms.of_duty(duty) for duty in procedure.duties.values()}
        assert shown <= set(picture.names())


def test_the_picture_says_what_is_done(procedures):
    duties = {"isolate": "room", "notify_health_authority": "phone", "list_party": "people", "slip": "paper",
              "call_transport": "ambulance", "handover": "handover", "clean_room": "clean", "waste": "waste",
              "child_protection": "child", "apart": "home", "give_advice": "talk"}  # fmt: skip
    steps = {"observe": "look", "temperature": "thermometer", "mask": "mask", "room": "gloves", "doff": "clean",
             "places": "map", "camp": "tent", "contact_period": "calendar", "danger": "look",
             "call_ambulance": "ambulance", "declare_contact": "near", "documents": "wash"}  # fmt: skip
    procedure = procedures[0]
    assert {name: pictograms.of_duty(procedure.duties[name]) for name in duties} == duties
    assert {name: pictograms.of_step(procedure.steps[name]) for name in steps} == steps
