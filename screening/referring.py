"""From the state of a screening to what its papers say: `State -> Referral` and `State -> Notice`, pure.

Unknown stays unknown. Nationality, status, protection marks and the whole number of a document never come this way.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal
from zoneinfo import ZoneInfo

from screening import referral as paper
from screening import referred_health as health
from screening.answers import OPEN
from screening.paper_words import TRAVEL_DOCUMENT, PaperWords, deciding, join, lettered, met_at_floor
from screening.referral import Notice, Referral, Words
from screening.session import State
from screening.state_reading import StateReader, detail_of
from sops.logic import NO, UNKNOWN, YES, Truth
from sops.model import Receiver
from sops.wording import Wording

__all__ = ["Fixed", "advise", "refer"]

_VISAS: Final = ("MRV-A", "MRV-B")  # the letter V says so; a size alone tells no passport from another document
_PLACEHOLDER: Final = "(post setting)"
_NOTIFYING: Final = ("notify_health_authority", "emergency_notify", "refer_refusal", "death_notify")
_TELLING: Final = frozenset({"informs", "calls_ambulance"})
_GUARDING: Final = frozenset({"isolates", "quarantines", "transports", "calls_ambulance"})
_LEAVING: Final = ("handover", "care_handover", "quarantine_handover", "emergency_notify")


@dataclass(frozen=True, slots=True)
class Fixed:
    """What fixes a slip in the chain: its number, the event that issued it, the head of the chain with that event."""

    number: str
    sequence: int
    chain_head: str
    at: datetime
    by: str


def refer(state: State, wording: Wording, fixed: Fixed) -> Referral:
    """What the slip of a screening says, as the log stood when it was folded."""
    return _Slip(state, PaperWords(wording)).referral(fixed)


def advise(state: State, wording: Wording, at: datetime) -> Notice:
    """What the advice notice of a cleared traveller says. It names nobody."""
    post, words = state.setting.post, PaperWords(wording)
    onward = words.phrase(f"onward_{post.onward[0]}" if post.onward else "i5")  # nothing is said of a way nobody knows
    duties = state.setting.procedure.duties.values()
    if_ill = next((duty.phrases[0] for duty in duties if duty.paper == "advice_notice" and duty.phrases), "i6")
    return Notice(
        post_name=post.name,
        post_code=post.code,
        printed_at=at.astimezone(ZoneInfo(post.time_zone)),
        next_steps=onward,
        if_ill=words.phrase(if_ill),
        what_we_note=words.phrase("what_we_note"),
        why_we_note=words.name("papers", "why_we_note"),
        advice=(words.phrase("i1"), words.phrase("i2")),
        phone=real_phone(post.phone),
        phone_of=words.name("roles", "health"),
        training=bool(state.log.began.body.get("training")),
    )


def real_phone(typed: str | None) -> str | None:
    """A telephone number of the post's data; None for the placeholder that waits for the post to fill it in."""
    return None if typed is None or _PLACEHOLDER in typed else typed


class _Slip(StateReader):
    def referral(self, fixed: Fixed) -> Referral:
        state = self.state
        return Referral(
            post_name=self.post.name,
            post_code=self.post.code,
            number=fixed.number,
            sequence=fixed.sequence,
            chain_head=fixed.chain_head,
            printed_at=fixed.at.astimezone(self.zone),
            decision=self.decision(),
            person=self.person(),
            danger_signs=health.danger_signs(self),
            emergency=health.emergency(self),
            measures=health.measures(self),
            illness=health.illness(self),
            exposures=health.exposures(self),
            stays=health.stays(self),
            care=self.care(),
            told=self.told(),
            transport=self.transport(),
            sent_by=fixed.by,
            call_back=real_phone(self.post.phone),
            notified=self.notified(),
            training=bool(state.log.began.body.get("training")),
        )

    def person(self) -> paper.Person:
        log, known = self.log, self.log.identity
        months = log.document.get("age_months")
        unit: Literal["years", "months"] = "months" if isinstance(months, int) else "years"
        sex = log.document.get("sex")
        number = known.get("number")
        return paper.Person(
            family_name=known.get("surname") or None,
            given_names=known.get("given_names") or None,
            spoken_name=known.get("spoken_name") or known.get("name") or None,
            birth_date=known.get("birth_date"),
            age=months if isinstance(months, int) else self.state.age_years,
            age_unit=unit,
            sex=sex if sex in ("F", "M", "X") else None,
            language=self.words.name("languages", log.language),
            interpreter=self.interpreter(),
            document=self.document(),
            document_last4=str(number)[-4:] if number else None,
            companions=len(log.companions) if log.companions or "list_party" in log.duties else None,
            carer_of_child=self.truth("carer"),
        )

    def interpreter(self) -> Truth:
        said = self.state.value("interpreter")
        return UNKNOWN if said is None or said in OPEN else NO if said == "not_needed" else YES

    def document(self) -> Words | None:
        kind = self.log.document.get("document")
        if kind is None:
            return self.words.name("documents", "none") if self.state.value("documents") == "no_papers" else None
        known = self.words.wording.names.get("documents", {})
        return known["visa"] if kind in _VISAS else known.get(str(kind)) or TRAVEL_DOCUMENT

    # -- what was decided and done ----------------------------------------------------------------------------------

    def decision(self) -> paper.Decision:
        state, facts, setting = self.state, self.state.facts, self.state.setting
        on = state.on
        met = met_at_floor(state)
        named = [each.source for each in (deciding(state), met) if each is not None]
        marks = {source.mark for source in (setting.engine.definition.about.source, *named)}
        tests = None
        if facts.tests is not None:
            tests = tuple(
                paper.Test(self.words.name("facts", test.type), self.words.name("facts", test.result))
                for test in facts.tests
            )
        return paper.Decision(
            definition=state.verdict.definition,
            procedure=setting.procedure.name,
            classification=self.words.classification(state),
            criterion=self.words.criterion(state) or ("" if state.verdict.is_settled else None),
            floor=self.words.floor(state),
            ceiling=None if state.verdict.is_settled else self.words.name("classes", state.verdict.ceiling),
            floor_criterion=join(met.title, lettered(met)) if met else None,
            recalled="recalled" in marks,
            post_setting="design" in marks,
            past_review=any(text.about.is_amber(on) for text in (setting.engine.definition, setting.procedure)),
            unknowns=tuple(self.words.open_fact(path, state) for path in state.verdict.open),
            tests=tests,
            other_cause=self.words.told(facts.judgements["alternative_aetiology"]),
        )

    def care(self) -> paper.Care:
        masked = any("masks" in visited.step.does and visited.value is True for visited in self.state.path)
        course = self.state.course
        isolated = "isolate" in self.log.duties
        never = course is not None and "isolate" not in course.duties
        return paper.Care(
            mask=YES if masked else UNKNOWN,
            isolated=YES if isolated else NO if never else UNKNOWN,
            isolated_from=self.done("isolate"),
            isolated_until=self.done("handover") if isolated else None,
            first_aid=YES if self.state.value("care") is True else UNKNOWN,
        )

    def told(self) -> paper.Told:
        said = self.said()
        return paper.Told(
            text=said or None,
            language=self.words.name("languages", self.log.language) if said else None,
            agreed=self.truth("inform"),
            ordered_by="" if self.state.value("order") == "no" else self.ordered("ordered_by"),
            order_number=self.ordered("order_number"),
        )

    def ordered(self, name: str) -> str | None:
        """Of an order to examine, else of one that a duty noted."""
        return self.note("order", name) or self.detail(name)

    def said(self) -> tuple[Words, ...]:
        """What was said to the traveller: the phrases of informing steps that were answered and of duties done.

        What only asks is not told.
        """
        informing = [v.step.phrases for v in self.state.path if not _TELLING.isdisjoint(v.step.does)]
        duties = self.state.setting.procedure.duties
        done = [duties[duty].phrases for duty in self.log.duties if duty in duties]
        names = dict.fromkeys(name for phrases in (*informing, *done) for name in phrases)
        found = (self.words.phrase(name) for name in names)
        return tuple(words for words in found if words and not words.get("es", "").endswith("?"))

    def transport(self) -> paper.Transport:
        goal = self.receiver()
        called = self.done("call_transport")
        if called is None and self.state.value("call_ambulance") is True:
            called = self.log.answers["call_ambulance"].at.astimezone(self.zone)
        left = next((at for duty in _LEAVING if (at := self.done(duty)) is not None), None)
        return paper.Transport(
            destination=goal.name if goal else None,
            destination_arranged=goal is not None and self.detail("receiver") is None,
            destination_phone=real_phone(goal.phone) if goal else None,
            vehicle=self.detail("vehicle"),
            driver=self.detail("driver"),
            attendant=self.detail("attendant"),
            guarded=self.guarded(),
            called_at=called,
            left_at=left,
        )

    def guarded(self) -> bool | None:
        """Whether those who go along wear protection: with whom is held apart, driven or in an emergency."""
        if self.state.course is None:
            return None
        duties = self.state.setting.procedure.duties
        done = {tag for duty in self.state.course.duties for tag in duties[duty].does}
        done |= {tag for visited in self.state.path for tag in visited.step.does}
        return not _GUARDING.isdisjoint(done)

    def receiver(self) -> Receiver | None:
        """The receiver whom the call for transport named, else the first of the post who takes such travellers."""
        named = self.detail("receiver")
        course = self.state.course.id.removesuffix("_apart") if self.state.course else ""
        fits = [each for each in self.post.receivers if named == each.id or (named is None and course in each.receives)]
        return fits[0] if fits else None

    def notified(self) -> paper.Notification:
        for duty in _NOTIFYING:
            event = self.log.duties.get(duty)
            if event is not None:
                return paper.Notification(
                    authority=detail_of(event, "authority"),
                    name=detail_of(event, "taken_by"),
                    at=event.at.astimezone(self.zone),
                    reference=detail_of(event, "reference"),
                )
        return paper.Notification()
