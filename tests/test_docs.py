"""The pages are true: generated parts are up to date, links lead somewhere, and what is named there is there."""

from __future__ import annotations

import json
import re
from datetime import datetime, timedelta
from functools import cache
from itertools import count
from pathlib import Path

import pytest

from docs import make
from docs.pages.markdown import anchor
from screening.classification import classify
from screening.facts_json import read_facts
from screening.records.store import RecordStore
from sops.catalogue import load, shipped_files
from sops.checking import check_paths
from sops.facts import SIGNS
from ui.desk import Desk

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
HYPE = (
    "revolutionary|seamless|cutting.edge|world.class|state.of.the.art|blazing|effortless|game.chang|robust|powerful|"
    "leverag|simply|innovative|next.generation|best.in.class|empower|unparalleled|delve"
)
EMOJI = re.compile("[\U0001f000-\U0001faff\u2600-\u26ff]")
WELL = {"observe": "well", "documents": "no_test", "declare_signs": "no", "declare_contact": "no"}
CAMP = {"camp": "yes", "camp_period": {"first": 4, "last": 0}}
REST_OF_THE_INTERVIEW = {
    "reducers": "no",
    "places": [{"country": "CRI", "first": 4, "last": 0}],
    "cluster": "no",
    "health_work": "no",
    "tests": [],
    "vulnerable": "none",
    "allergies": "no",
    "vaccination": "none",
    "interpreter": "by_phone",
    "carer": "no",
    "secondary_temperature": {"c": 38.2},
    "breathing": 20,
    "saturation": 96,
    "works": "traveller",
    "judgement": {"agree": True},
    "doff": True,
}
PASSPORT = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10"

catalogue = cache(load)


def name(page: Path) -> str:
    """A page as people call it."""
    return str(page.relative_to(ROOT))


def text(page: Path | str) -> str:
    """What stands on a page."""
    return (ROOT / page).read_text(encoding="utf-8")


def prose(page: Path) -> str:
    """A page without its fenced blocks."""
    return re.sub(r"^```.*?^```", "", text(page), flags=re.DOTALL | re.MULTILINE)


def blocks(page: str, language: str) -> list[str]:
    """The fenced blocks of one language."""
    return re.findall(rf"^```{language}\n(.*?)^```", text(page), flags=re.DOTALL | re.MULTILINE)


def anchors(page: Path) -> set[str]:
    """The fragments that a page has."""
    return {anchor(heading) for heading in re.findall(r"^#+ (.+)$", prose(page), flags=re.MULTILINE)}


# ------------------------------------------------------------------------------------------------------ generated parts


@pytest.mark.parametrize("page", make.generated_pages(), ids=lambda page: page.name)
def test_generated_parts_are_what_the_generator_makes(page):
    """After a change of procedures, definitions or grammar: `python -m docs.make`."""
    assert text(page) == make.renewed(text(page), catalogue())


def test_every_part_stands_on_some_page():
    found = "".join(text(page) for page in make.generated_pages())
    assert all(f"<!-- begin {part}: " in found for part in make.PARTS)


def test_steps_name_every_step_duty_course_and_rule():
    page = text("docs/steps.md")
    for file in catalogue().of_kind("procedure"):
        procedure = catalogue().procedure(file.name)
        ids = [*procedure.steps, *procedure.duties, *procedure.courses, *procedure.interrupts]
        assert [each for each in ids if f"`{each}`" not in page] == []
        assert "nothing: it is never asked" not in page


def test_limits_list_everything_recalled_or_designed():
    """Counted in the files themselves, as text."""
    page = text("docs/limits.md").partition("### Translations")[0]
    for mark in ("recalled", "design"):
        kinds = ("definitions", "procedures", "posts", "areas")
        files = [path for path in shipped_files() if path.relative_to(ROOT / "sops").parts[0] in kinds]
        told = sum(len(re.findall(rf"mark: {mark}\b", text(path))) for path in files)
        assert len(re.findall(rf"^\| `.*\| {mark} \|$", page, flags=re.MULTILINE)) == told


# ------------------------------------------------------------------------------------------------------ links and words


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_link_and_picture_leads_somewhere(page):
    broken = []
    for target in LINK.findall(prose(page)):
        if re.match(r"https?://", target):
            continue
        path, _, fragment = target.partition("#")
        there = (page.parent / path).resolve() if path else page
        if not there.exists() or (fragment and fragment not in anchors(there)):
            broken.append(target)
    assert broken == []


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_pages_make_no_promises_and_no_faces(page):
    assert re.findall(rf"\b(?:{HYPE})\w*", text(page), flags=re.IGNORECASE) == []
    assert EMOJI.findall(text(page)) == []


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_file_that_a_page_names_is_there(page):
    named = re.findall(r"`((?:sops|screening|forms|ui|docs|tests)/[\w./*-]+)`", text(page))
    assert [each for each in named if not list(ROOT.glob(each.rstrip("/")))] == []


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_paso_command_that_a_page_names_is_there(page):
    import typer.main

    from ui.command_line import app

    commands = typer.main.get_command(app).commands
    wrong = []
    for first, second in re.findall(r"[`\n]paso (\w+)(?: (\w+))?", text(page)):
        found = commands.get(first)
        inner = getattr(found, "commands", None)
        if found is None or (inner is not None and second not in inner):
            wrong.append(f"{first} {second}".strip())
    assert wrong == []


def test_every_step_in_an_example_is_a_step():
    files = [*catalogue().of_kind("procedure"), *catalogue().laid("procedure")]
    steps = {step for file in files for step in catalogue().procedure(file.name).steps}
    for page in PAGES:
        for block in blocks(name(page), "yaml"):
            named = re.findall(r"\b(?:step|go): (\w+)", block)
            assert set(named) <= steps | {"end", "resume"}, page.name


def test_every_name_in_the_glossary_is_in_the_code():
    code = "".join(
        path.read_text(encoding="utf-8")
        for package in ("sops", "screening", "forms", "ui")
        for kind in ("*.py", "*.yaml")
        for path in (ROOT / package).rglob(kind)
    )
    rows = [line.split(" | ") for line in text("docs/glossary.md").splitlines() if line.startswith("| ")][2:]
    assert len(rows) > 60
    for row in rows:
        assert len(row) == 5, row
        for each in re.findall(r"`([^`]+)`", row[3]):
            assert re.search(rf"\b{each}\b", code), f"{row[0]}: {each}"


def test_glossary_is_in_alphabetical_order():
    terms = re.findall(r"^\| ([^|]+?) \|", text("docs/glossary.md"), flags=re.MULTILINE)[1:]
    terms = [term for term in terms if not term.startswith("-")]
    assert terms == sorted(terms, key=str.casefold)


def test_every_decision_has_its_own_number_and_is_listed():
    pages = sorted(path.name for path in (ROOT / "docs" / "decisions").glob("[0-9]*.md"))
    assert [page[:3] for page in pages] == [f"{number:03}" for number in range(1, len(pages) + 1)]
    listed = text("docs/decisions/README.md")
    assert [page for page in pages if f"({page})" not in listed] == []
    for page in pages:
        for part in ("**Context.**", "**Decision.**", "**Consequences.**", "**Alternatives.**"):
            assert part in text(f"docs/decisions/{page}"), f"{page}: {part}"


# --------------------------------------------------------------------------------------------------- examples, the tour


def test_yaml_examples_are_lines_of_shipped_files():
    """Lines with an ellipsis are shortened on purpose; a vignette and a remark are the page's own."""
    shipped = {re.sub(r"\s+", " ", line.strip()) for path in shipped_files() for line in text(path).splitlines()}
    for block in blocks("docs/writing-sops.md", "yaml"):
        if not block.startswith("vignettes:"):
            lines = [line.partition("    #")[0].strip() for line in block.splitlines() if "..." not in line]
            assert [line for line in lines if line and line not in shipped] == []


def test_the_vignette_of_the_page_holds():
    (block,) = (block for block in blocks("docs/writing-sops.md", "yaml") if block.startswith("vignettes:"))
    edition = re.search(r"vignettes: (\S+)", block)[1]
    facts = json.loads(re.search(r"facts: '(.*)'", block)[1])
    verdict = classify(catalogue().engine(edition), read_facts(facts)[0])
    assert verdict.classification == re.search(r"class: (\w+)", block)[1]
    assert verdict.by.startswith(re.search(r"by: (\S+)", block)[1])


def test_the_mistake_of_the_page_is_told_so(tmp_path):
    file = tmp_path / "2020-12-20.yaml"
    lines = ["definition: who-covid19", "edition: 2020-12-20", "terms:", "  fever:", "    any off: [{sign: fever}]", ""]
    file.write_text("\n".join(lines), encoding="utf-8")
    told = [str(mistake).replace(str(tmp_path) + "/", "") for mistake in check_paths([file], shipped_files())]
    (shown,) = re.findall(r"^2020-12-20\.yaml:.*$", text("docs/writing-sops.md"), flags=re.MULTILINE)
    assert shown in told


def test_changes_tell_the_days_of_every_edition():
    page = text("CHANGELOG.md")
    for file in catalogue().editions("definition", "who-covid19"):
        about = catalogue().definition(file.name).about
        until = f" to {about.in_force_until}" if about.in_force_until else ", open"
        assert f"| WHO case definition of {about.edition} | {about.in_force_from}{until} |" in page


def test_keys_of_the_tour_are_keys_of_the_desk():
    from ui.actions import of

    shown = re.findall(r"^\| (`.+?`) \| (.+?) \|$", text("README.md"), flags=re.MULTILINE)
    keys = {re.findall(r"`([^`]+)`", key)[0]: says for key, says in shown}
    acts = {
        "Enter": "enter",
        "Backspace": "back",
        "F1": "source",
        "F2": "new",
        "F7": "unknown",
        "F9": "board",
        "Esc": "park",
        "F12": "emergency",
        "Ctrl+K": "shortcuts",
    }
    assert set(acts) <= set(keys)
    for key, act in acts.items():
        assert key in of(act).keys, key


@pytest.fixture
def desk(tmp_path, clock):
    """A desk at Lajas Blancas on the morning of the tour."""
    with RecordStore.create(tmp_path / "records.sqlite", desk="1") as store:
        numbers = count(1)
        post = catalogue().post("lajas-blancas")
        yield Desk(catalogue(), store, post, "1", "o-17", clock, lambda: f"s{next(numbers)}", language="ht")


def walk(desk: Desk, answers: dict[str, object]) -> None:
    """Answer what is asked until there is no answer left for the step at hand."""
    while desk.state.at is not None and desk.state.at.id in answers:
        desk.answer(answers[desk.state.at.id])


def test_the_first_traveller_of_the_tour_is_cleared_and_forgotten(desk):
    desk.scan(PASSPORT)
    walk(desk, {**WELL, "temperature": {"c": 36.6}})
    assert desk.state.course.id == "advice"
    assert desk.state.course.title["en"].casefold() in " ".join(text("README.md").split()).casefold()
    desk.do("give_advice")
    assert desk.state.outcome == "cleared_with_advice"
    assert desk.state.log.erased
    assert desk.state.log.identity == {}


def test_the_second_traveller_of_the_tour_rests_ten_minutes(desk, clock):
    desk.scan(PASSPORT)
    walk(desk, {**WELL, "temperature": {"c": 38.2}, "rest_mask": True})
    assert desk.state.at.id == "second_reading"
    assert desk.state.wait_until == clock() + timedelta(minutes=10)
    desk.park("second reading")
    clock.advance(minutes=10)
    (waiting,) = desk.waiting()
    desk.resume(waiting.screening)
    desk.answer({"c": 36.8})
    assert desk.state.course.id == "advice"
    assert [visited.step.id for visited in desk.state.path][-3:] == ["temperature", "rest_mask", "second_reading"]


@pytest.mark.parametrize(
    ("moment", "edition"),
    [
        pytest.param("2026-11-21T14:14:00+00:00", "2022-07-22", id="today"),
        pytest.param("2021-03-23T14:14:00+00:00", "2020-12-16", id="2021-03-23"),
    ],
)
def test_the_third_traveller_of_the_tour_is_suspected(desk, clock, moment, edition):
    clock.moment = datetime.fromisoformat(moment)
    ill_without_papers(desk, clock)
    walk(desk, CAMP | REST_OF_THE_INTERVIEW)
    verdict = desk.state.verdict
    assert (verdict.classification, verdict.by[:11]) == ("suspected", "suspected.A")
    assert verdict.definition == f"who-covid19@{edition}"
    assert desk.state.course.id == "case"
    duties = [duty.spec.id for duty in desk.duties()]
    assert duties[:5] == ["isolate", "notify_health_authority", "list_party", "call_transport", "slip"]


def test_without_an_exposure_the_third_traveller_was_not_suspected_in_2021(desk, clock):
    ill_without_papers(desk, clock)
    walk(desk, {**REST_OF_THE_INTERVIEW, "places": [], "camp": "no", "hospital": "no"})
    assert desk.state.verdict.definition == "who-covid19@2020-12-16"
    assert desk.state.verdict.classification == "not_a_case"


def ill_without_papers(desk: Desk, clock) -> None:
    """The third traveller of the tour, to the signs."""
    desk.begin()
    walk(desk, {"observe": "ill", "documents": "no_papers", "spoken": {"age_years": 31}, "declare_signs": "yes"})
    walk(desk, {"declare_contact": "no", "temperature": {"c": 38.4}, "rest_mask": True})
    clock.advance(minutes=10)
    walk(desk, {"second_reading": {"c": 38.3}, "mask": True, "room": True, "danger": "no", "inform": "yes"})
    walk(desk, {"signs": {**dict.fromkeys(SIGNS, "no"), "fever": 3, "cough": 2}})


def test_the_script_of_the_steps_page_walks(tmp_path, capsys):
    from ui.command_line import main

    (script,) = blocks("docs/steps.md", "yaml")
    file = tmp_path / "script.yaml"
    file.write_text(script, encoding="utf-8")
    code = main(["screen", "--script", str(file), "--home", str(tmp_path / "home"), "--out", str(tmp_path)])
    told = capsys.readouterr().out
    assert code == 0, told
    assert "suspected.A" in told
    assert "isolate - Isolation room done" in told
    assert list(tmp_path.glob("*.pdf"))
