"""Every screen of the window and the keys that lay it there: for the tests of what holds on all of them."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any, Final

from sops.facts import SIGNS
from tests.ui.stage import ERIKSSON, Stage, document
from tests.ui.test_shift import staffed
from ui import background

END: Final = "end"
CONTACT: Final = {
    "declare_contact": "yes", "contact_index": "confirmed", "contact_how": "face_to_face",
    "contact_distance": "within", "contact_minutes": "over_15",
}  # fmt: skip
ONLY_FEVER: Final = {"signs": {sign: "yes" if sign == "fever" else "no" for sign in SIGNS}}
TOLD: Final[dict[str, dict[str, Any]]] = {"onset": ONLY_FEVER, "contact_period": CONTACT}
"""Answers on the way to steps that the usual suspected case does not come to."""


@dataclass(frozen=True)
class Screen:
    """`at`: the step of the traveller in front, `end` for the outcome, empty for nobody; then `keys` lay it over."""

    id: str
    at: str = ""
    keys: tuple[str, ...] = ()


SCREENS: Final = (
    Screen("clock", "observe", ("sheet:clock",)),
    Screen("idle"),
    *(Screen(step, step) for step in (
        "observe", "declare_signs", "spoken", "test_shown", "temperature", "signs", "onset", "contact_period",
        "places", "tests", "saturation", "judgement",
    )),
    Screen("waiting", "rest"),
    Screen("outcome", END),
    Screen("details", END, ("1", "\n", "2")),
    Screen("rooms", END, ("Ctrl+F9",)),
    Screen("typed", "observe", ("F5",)),
    Screen("language", "observe", ("F4",)),
    Screen("board", "observe", ("F9",)),
    Screen("unfinished", "observe", ("sheet:unfinished",)),
    Screen("records", "observe", ("Ctrl+f",)),
    Screen("history", "observe", ("Ctrl+f", "\n")),
    Screen("correct", "", ("Ctrl+f", "CLOSED", "\n", "2")),
    Screen("day", "observe", ("F10",)),
    Screen("day_part", "observe", ("F10", "0")),
    *(Screen(f"sop_{place}", "", ("Ctrl+F1", str(place))) for place in range(1, 6)),
    Screen("party", "observe", ("F3",)),
    Screen("party_open", "", ("F3", "3")),
    Screen("party_stranger", "", ("F3", "3", "⎋", "F2", "F3")),
    Screen("surge", "observe", ("Ctrl+m",)),
    Screen("first_pass", "observe", ("Ctrl+m", "\n")),
    Screen("queue", "observe", ("Ctrl+m", "\n", "9")),
    Screen("group_record", "observe", ("Ctrl+m", "\n", "0")),
    Screen("paper", "observe", ("Ctrl+y",)),
    Screen("rows", "observe", ("Ctrl+e",)),
    Screen("shift", "observe", ("Ctrl+s",)),
    Screen("night", "observe", ("Ctrl+s", "2")),
    Screen("handover", "observe", ("Ctrl+s", "3")),
    Screen("officers", "observe", ("Ctrl+s", "4")),
    Screen("lock", "observe", ("Ctrl+u",)),
    Screen("settings", "observe", ("Ctrl+F10",)),
    Screen("shortcuts", "observe", ("Ctrl+k",)),
    Screen("changes", "observe", ("sheet:changes",)),
    Screen("second", END, ("sheet:second",)),
    Screen("companions", END, ("sheet:companions",)),
    Screen("emergency", "observe", ("F12",)),
)  # fmt: skip
BY_NAME: Final = {screen.id: screen for screen in SCREENS}


def press(stage: Stage, *keys: str) -> None:
    """Keys of a person; `Ctrl+x`; `sheet:x` where no key leads; CLOSED types the number of the closed record."""
    for key in keys:
        if key.startswith("Ctrl+"):
            stage.control(key.removeprefix("Ctrl+"))
        elif key.startswith("sheet:"):
            stage.conduct.open_sheet(key.removeprefix("sheet:"))
        elif key == "CLOSED":
            stage.type("s0002")
            stage.window.page.look_up()  # type: ignore[union-attr]
        else:
            stage.press(key)
        rest(stage)


def rest(stage: Stage, most: float = 20.0) -> None:
    """What is made beside the window has come."""
    until = time.monotonic() + most
    stage.settle()
    while background._AWAY and time.monotonic() < until:
        time.sleep(0.002)
        stage.settle()


def furnish(stage: Stage, clock: Any) -> None:
    """Two officers with PINs, one closed traveller (s0002), one who waits (s0003)."""
    stage.window._clock.stop()  # no second passes by itself
    staffed(stage)
    desk = stage.desk
    desk.scan(document("P", "D23145890", "870225", "STEVENSON", "PETER"))
    for answer in ("well", "no_test", "no", "no", {"c": 36.6}):
        desk.answer(answer)
    while desk.state is not None and desk.state.log.closed is None:
        desk.do(next(duty.spec.id for duty in desk.duties() if duty.keeps_traveller))
    desk.leave()
    desk.scan(document("P", "K77145891", "920701", "OKAFOR", "ADA"))
    desk.answer("ill")
    desk.park("aside")
    stage.presenter.moved.emit()
    stage.settle()


def bring(stage: Stage, clock: Any, at: str) -> None:
    """A new traveller, walked to that step."""
    if not at:
        return
    if at == "spoken":
        stage.press("F2")
        stage.answer(observe="well", documents="no_papers")
        return
    stage.scan(ERIKSSON)
    if at == "test_shown":
        stage.answer(observe="well", documents="test_shown")
    elif at in ("declare_signs", "temperature", "rest"):
        stage.answer(observe="well", documents="no_test")
        if at != "declare_signs":
            stage.answer(declare_signs="yes", declare_contact="no")
        if at == "rest":
            stage.answer(temperature={"c": 38.6}, rest_mask=True)
    elif at != "observe":
        stage.ill(clock, None if at == END else at, **TOLD.get(at, {}))
    stage.conduct.watch.touch()
    assert stage.step == ({END: None, "rest": "second_reading"}.get(at, at))


def lay(stage: Stage, clock: Any, screen: Screen) -> None:
    """From a furnished desk to that screen."""
    bring(stage, clock, screen.at)
    press(stage, *screen.keys)
