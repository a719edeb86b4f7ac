"""A desk that will be killed: walks one script until a step, says so on standard output, and waits for its end.

A process of its own, started by the demonstration: `python -m ui.demo.killed FOLDER SEED SCRIPT STEP MOMENT`.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from screening.records.store import RecordStore
from ui.demo.chance import Chance
from ui.demo.script import read_script
from ui.demo.walking import Clock, Walker
from ui.home import Home

__all__ = ["main"]


def main(arguments: Sequence[str]) -> None:
    """Walk, tell where the walk stands, and never come back."""
    folder, seed, script_file, step, moment = arguments
    home = Home(Path(folder))
    chance = Chance(int(seed), "killed")
    clock = Clock(datetime.fromisoformat(moment))
    store = RecordStore.open(home.records, entropy=chance.bytes)
    walker = Walker(home.open_desk(clock=clock, new_id=chance.new_id, store=store), clock)
    walk = walker.begin(read_script(Path(script_file)))
    walker.answer_all(walk, until=step)
    told = {
        "screening": walk.state.screening,
        "step": step,
        "now": clock.now.isoformat(),
        "events": store.head().seq,
        "went": [[went.kind, went.name, went.value, went.why, went.at.isoformat(), went.what] for went in walk.went],
    }
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()
    time.sleep(600)


if __name__ == "__main__":
    main(sys.argv[1:])
