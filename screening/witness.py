"""A real traveller for what the diagrams say of an abstract one: found by walking candidates through the session.

The diagrams leave the case definition free, so a walk they allow may be nobody's. Only what a real walk has shown is
told as an example, with the script that `paso screen` replays.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import chain, islice, product
from typing import Any, Final

from screening import commands
from screening.answers import OPEN, AnswerError
from screening.commands import CommandError, Officer
from screening.events import Event
from screening.invariants import Seen
from screening.log import add
from screening.places import Place, Places
from screening.session import State, fold
from screening.session import walk as walked
from sops.facts import EXPOSURE_FIELDS, SIGNS
from sops.model import Step
from sops.proofs.answered import TOLD
from sops.proofs.claim import END, STUCK, Candidate, Sought
from sops.proofs.walk import Walk

_MOST_ANSWERS: Final = 200
_SAID: Final = "specimen"


@dataclass(frozen=True, slots=True)
class Filling:
    """How the questions are answered that a candidate leaves open, by kind of answer, or `exposure`; else unknown.

    A choice takes the option of that number, or unknown; signs that are not named are `rest`.
    """

    told: Mapping[str, Any]
    choice: int | None
    signs: Mapping[str, Any]
    rest: str = "no"

    def answer(self, step: Step) -> Any:
        """An answer to a step."""
        if step.answer == "choice" and self.choice is not None:
            return step.options[min(self.choice, len(step.options) - 1)].id
        if step.answer == "signs":
            return {sign: self.sign(sign) for sign in SIGNS}
        kind = "exposure" if step.records in EXPOSURE_FIELDS and "exposure" in self.told else step.answer
        return self.told.get(kind, "unknown")

    def sign(self, name: str) -> Any:
        """What is said of a sign: days ago, yes, no or unknown."""
        return self.signs.get(name, self.rest)

    def sign_as(self, name: str, word: str) -> Any:
        """What is said of a sign that a candidate has so; `free` leaves it to the filling."""
        said = self.sign(name)
        return said if word == "free" or (word == "yes" and said not in ("no", "unknown")) else word


_ACTS: Final = {"done": True, "judgement": {"agree": True}, "person": {}}
_HERE: Final = {**_ACTS, "tests": [], "companions": [], "number": 16, "reading": {"c": 36.6}}
_NO: Final = {"yes_no": "no", "places": []}
_YES: Final = {
    "yes_no": "yes",
    "days": 2,
    "period": {"first": 5, "last": 1},
    "places": [{"country": "CHN", "first": 5, "last": 1}],
}
_HOT: Final = {"reading": {"c": 38.5}}
FILLINGS: Final = (
    Filling(
        {**_HERE, **_HOT, "exposure": "no", "places": []}, None, dict.fromkeys(("fever", "cough", "anosmia"), "yes")
    ),
    Filling({**_HERE, **_YES}, 0, {"fever": 2, "cough": 2}),
    Filling({**_HERE, **_YES}, 1, {}),
    Filling({**_HERE, **_NO}, 9, {}),
    Filling({**_ACTS, **_HOT, "yes_no": "yes", "number": 16}, None, {}, "yes"),
    Filling(_ACTS, None, {}, "unknown"),
)
"""Ill and not exposed, ill and exposed, well and exposed, well and not, with every sign some day; nothing known."""


@dataclass
class Followed:
    """One candidate on the real way: the state, and the script as far as it has gone."""

    place: Place
    candidate: Candidate
    state: State
    now: datetime
    answers: dict[str, Any] = field(default_factory=dict)
    acts: list[str] = field(default_factory=list)
    stuck: str = ""

    def who(self) -> Officer:
        """The official, three seconds later."""
        self.now += timedelta(seconds=3)
        return Officer("o-1", self.now)

    @property
    def at(self) -> str:
        """The step at hand, or `end`, or `stuck`."""
        if self.stuck:
            return STUCK
        return END if self.state.is_concluded else self.state.at.id if self.state.at else ""

    def meets(self, *wanted: Sought) -> set[Sought]:
        """Those that this is a moment of."""
        at, seen = self.at, Seen(self.state, self.now)
        here = (sought for sought in wanted if sought.at == at)
        return {sought for sought in here if (self.stuck == sought.behind if at == STUCK else seen.holds(sought.that))}

    def script(self) -> dict[str, Any]:
        """The walk as `paso screen --script` reads it."""
        made: dict[str, Any] = {"post": self.place.setting.post.id, "at": self.place.at.isoformat()}
        if self.candidate.document:
            made["document"] = dict(self.candidate.document)
        made["answers"] = dict(self.answers)
        return {**made, "then": list(self.acts)} if self.acts else made


def follow_candidate(walk: Walk, candidate: Candidate, place: Place, filling: Filling) -> Iterator[Followed]:
    """The candidate at every moment of the real way, until it ends or the candidate cannot be followed."""
    setting, at = place.setting, place.at
    began = commands.begin(setting, "proof", Officer("o-1", at), desk="1", language="es", training=True)
    here = Followed(place, candidate, fold(setting, [began]), at)
    told_later = any(setting.procedure.steps[step].answer == "person" for step in candidate.answers)
    if candidate.document and not told_later:
        _record(here, commands.identify(here.state, here.who(), dict(candidate.document), {}))
    pressing = _presses(walk, candidate)
    pressed = ""
    try:
        for _ in range(_MOST_ANSWERS):
            yield here
            stands = here.state.at.id if here.state.at else END
            if stands in pressing and not here.state.log.interrupts:
                pressed = pressing.pop(stands)
                here.acts.append(pressed if stands == END else f"{pressed} at {stands}")
                _record(here, commands.interrupt(here.state, here.who(), pressed))
                continue
            if here.state.at is None:
                return
            if not _give(walk, here, here.state.at, filling, ended=pressed == candidate.interrupt != ""):
                return
    except (CommandError, AnswerError):
        return
    except (AssertionError, KeyError):
        here.stuck = next(reversed(here.answers), "")
        yield here


def _presses(walk: Walk, candidate: Candidate) -> dict[str, str]:
    """Which interrupt is pressed at which step: one that leads back at the first, one that ends the walk later."""
    interrupts = walk.procedure.interrupts
    back = [n for n in interrupts for step, word in candidate.led_back if walk.back_from(n).get(step) == word]
    pressing = {walk.procedure.first: back[0]} if back else {}
    if candidate.interrupt:
        pressing[candidate.stood] = candidate.interrupt
    return pressing


def _give(walk: Walk, here: Followed, step: Step, filling: Filling, *, ended: bool) -> bool:
    """Answer the step at hand; whether the script can say it."""
    if here.state.wait_until is not None:
        here.now = max(here.now, here.state.wait_until)
    broken = here.state.log.interrupt
    given = here.candidate.answers
    if broken is not None and not ended:
        given = walk.back_from(broken)
    value = _concrete(here.candidate, step, given.get(step.id, TOLD), filling)
    identity = {note.id: _SAID for note in step.notes if note.required} if value == "yes" else {}
    said = _scripted(step, value, identity)
    if here.answers.get(step.id, said) != said:
        return False
    here.answers[step.id] = said
    _record(here, commands.answer(here.state, here.who(), step.id, value, identity=identity))
    return True


def _concrete(candidate: Candidate, step: Step, value: Any, filling: Filling) -> Any:
    if step.answer == "person" and value not in OPEN:
        return dict(candidate.document)
    if step.answer == "signs" and value is TOLD and candidate.signs:
        return {sign: filling.sign_as(sign, word) for sign, word in candidate.signs.items() if word != "kept"}
    if value is TOLD:
        return filling.answer(step)
    return list(value) if isinstance(value, tuple) else value


def _scripted(step: Step, value: Any, identity: Mapping[str, Any]) -> Any:
    """An answer as a script writes it."""
    if identity:
        return dict(identity)
    if value is True:
        return "done"
    if step.answer == "reading" and isinstance(value, dict):
        return value["c"]
    return "agree" if value == {"agree": True} else value


def _record(here: Followed, event: Event) -> None:
    here.state = walked(here.place.setting, add(here.state.log, event))
    while (following := commands.after(here.state, here.who())) is not None:
        here.state = walked(here.place.setting, add(here.state.log, following))


def candidates(walk: Walk, where: int) -> Iterator[Candidate]:
    """Travellers that a diagram may stand for: somebody asked thoroughly who met a case, somebody asked so, anybody."""
    table = walk.table
    steps = walk.procedure.steps.values()
    told = table.any_of(
        table.all_of((walk.passed[step.id], walk.frame.said(step.id, lambda value: value == "yes")))
        for step in steps
        if step.records == "contact" and step.id in walk.passed
    )
    asked = table.all_of((where, walk.passed[walk.order[-1]]))
    for here in dict.fromkeys((table.all_of((asked, told)), asked, where)):
        found = walk.candidate(here)
        if found is not None:
            yield found


@dataclass
class Scout:
    """Follows candidates until all that is looked for was met, none of them twice."""

    walk: Walk
    places: Places
    met: set[Sought] = field(default_factory=set)
    _seen: set[str] = field(default_factory=set, repr=False)

    def look(self, wanted: Sequence[Sought], *, among: Sequence[Sought]) -> None:
        """Find travellers for what is wanted, noting all that they meet of the others on the way."""
        left = {at: {each for each in among if each.at == at and each not in self.met} for at in {s.at for s in among}}
        for sought in (each for each in wanted if each not in self.met):
            ways = chain(islice(self.ways(sought, self._busiest(sought, wanted)), 1), self.ways(sought))
            while sought not in self.met and (moments := next(ways, None)) is not None:
                for here in moments:
                    met = here.meets(*left.get(here.at, ()))
                    left[here.at] = left.get(here.at, set()) - met
                    self.met |= met

    def _busiest(self, sought: Sought, wanted: Sequence[Sought]) -> int:
        """Walks that meet it and as many of the others as one can; the first of all are ordinary ones."""
        table, here = self.walk.table, self.walk.where(sought)
        for other in (each for each in wanted if self.met and each not in self.met):
            both = table.all_of((here, self.walk.where(other)))
            here = here if both == table.no else both
        return here

    def ways(self, sought: Sought, where: int | None = None, *, again: bool = False) -> Iterator[Iterator[Followed]]:
        """The ways of real travellers that may meet it, of those walks alone; `again`: also of those seen before."""
        step = self.walk.procedure.steps.get(sought.at)
        walks = self.walk.where(sought) if where is None else where
        for place, filling, candidate in self.tries(walks, step.records if step else None):
            key = f"{filling} {candidate} {place.at} {place.setting.post.id}"
            if again or key not in self._seen:
                self._seen.add(key)
                yield follow_candidate(self.walk, candidate, place, filling)

    def tries(self, where: int, fact: str | None = None) -> Iterator[tuple[Place, Filling, Candidate]]:
        """Who may come, where, and how they answer: first under editions that ask for a fact.

        What leaves everything open takes longest and comes last.
        """
        tried = []
        for candidate in candidates(self.walk, where):
            places = sorted(self.places.of(candidate.post), key=lambda place: not place.asks_for(fact))
            tried += [(place, candidate) for place in places]
            for place, filling in product(places, FILLINGS[:-1]):
                yield place, filling, candidate
        for place, candidate in tried:
            yield place, FILLINGS[-1], candidate
