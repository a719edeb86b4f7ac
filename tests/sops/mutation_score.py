"""How many bent definitions the vignettes notice: `python -m tests.sops.mutation_score [EDITION...] [--example]`.

A mutant is killed when one vignette is decided otherwise than the norm says. One that no vignette kills is the same
definition when every traveller there can be has the same class, contact and alerts (`sops/space.py`); else it survives.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass, field
from typing import Any

from screening.vignettes import unlike
from sops import building, checking
from sops.catalogue import SHIPPED
from sops.engine import Engine
from sops.space import Space
from sops.specimen import specimen
from tests.sops.definition_mutants import mutants

EDITIONS = tuple(sorted(path.stem for path in (SHIPPED / "definitions" / "who-covid19").glob("*.yaml")))


@dataclass
class Score:
    """The fate of every mutant of one edition. `survived` holds the name and a traveller who tells it apart."""

    edition: str
    killed: int = 0
    equivalent: list[str] = field(default_factory=list)
    impossible: list[str] = field(default_factory=list)
    survived: list[tuple[str, str]] = field(default_factory=list)

    @property
    def of_hundred(self) -> float:
        """Killed, of a hundred that can be told apart."""
        return 100 * self.killed / (self.killed + len(self.survived))

    def __str__(self) -> str:
        return (
            f"{self.edition}: {self.of_hundred:.1f} % ({self.killed} killed, {len(self.survived)} survived, "
            f"{len(self.equivalent)} equivalent, {len(self.impossible)} no definition)"
        )


def data_of(folder: str, name: str) -> Any:
    """The plain data of a shipped file."""
    path = SHIPPED / folder / name
    return checking.check_text(path, path.read_bytes()).data


def engine_of(data: Any) -> Engine:
    return Engine(building.case_definition(data, "0" * 64))


def telling(one: Engine, other: Engine) -> Any:
    """The facts of a traveller whom the two decide differently; None where there is none."""
    space = Space((one, other))
    table = space.table
    (first, root), (second, another) = (space.reasons(place) for place in (0, 1))
    differ = table.combine(root, another, lambda a, b: int(first[a].classification != second[b].classification))
    pairs = [(table.terminal(0), differ)]
    for name in {name for name, _ in (*one.alerts, *other.alerts)}:
        sides = [
            table.any_of([space.draw(place, tree) for alert, tree in engine.alerts if alert == name])
            for place, engine in enumerate((one, other))
        ]
        pairs.append((sides[0], sides[1]))
    contacts = [
        table.any_of([space.draw(place, tree) for _, of, tree in engine.criteria if of == "contact"])
        for place, engine in enumerate((one, other))
    ]
    pairs.append((contacts[0], contacts[1]))
    for before, after in pairs:
        here = table.all_of([space.possible, table.combine(before, after, lambda a, b: int(a != b))])
        if here != table.no:
            bits, _ = table.some(here) or (0, 0)
            return specimen(space, here, bits)
    return None


def score(edition: str, every: int = 1, start: int = 0) -> Score:
    """The score of one edition, over every n-th mutant."""
    data = data_of("definitions", f"who-covid19/{edition}.yaml")
    cases = data_of("vignettes", f"who-covid19-{edition}.yaml")["cases"]
    right = engine_of(data)
    found = Score(edition)
    for name, mutant in list(mutants(data))[start::every]:
        try:
            engine = engine_of(mutant)
        except (KeyError, ValueError, AssertionError):
            found.impossible.append(name)
            continue
        if any(unlike(engine, case) for case in cases):
            found.killed += 1
            continue
        example = telling(right, engine)
        if example is None:
            found.equivalent.append(name)
        else:
            found.survived.append((name, json.dumps(example)))
    return found


def main(arguments: list[str]) -> int:
    """1 when a mutant survives."""
    wanted = [each for each in arguments if not each.startswith("--")] or EDITIONS
    scores = [score(edition) for edition in wanted]
    for each in scores:
        print(each)
        for name, example in each.survived:
            print(f"  survived: {name}" + (f"\n    {example}" if "--example" in arguments else ""))
        for name in each.equivalent if "--equivalent" in arguments else ():
            print(f"  equivalent: {name}")
    return 1 if any(each.survived for each in scores) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
