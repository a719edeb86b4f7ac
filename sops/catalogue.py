"""The catalogue: every edition on this machine, read once, and which of them is in force where and when."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from sops import building, overlaying
from sops.areas import AreaTable, area_table
from sops.engine import Engine
from sops.keeping import Keep
from sops.mistakes import Mistake, SopError
from sops.model import CaseDefinition, Post, Procedure
from sops.opening import read_bytes
from sops.wording import Wording, wording

SHIPPED: Final = Path(__file__).parent
_FOLDERS: Final = ("definitions", "procedures", "overlays", "translations", "phrases", "names", "areas", "posts")
_CODE: Final = (
    *("grammar/*.py", "checks/*.py", "shapes.py", "checking.py", "reading.py", "facts.py"),
    *("opening.py", "mistakes.py", "catalogue.py", "overlaying.py"),
)


class NoEditionError(LookupError):
    """No edition of that name, or none in force on that day. The message names what there is."""


@dataclass(frozen=True, slots=True)
class File:
    """One checked SOP file: its kind, plain data, and its bytes as they were read, with their digest."""

    path: Path
    kind: str
    data: Mapping[str, Any]
    digest: str
    raw: bytes = field(repr=False)

    @property
    def name(self) -> str:
        """`who-covid19@2020-12-16`, or the bare id of files without editions."""
        identity = str(self.data[self.kind])
        own = f"{identity}@{self.data['edition']}" if "edition" in self.data else identity
        return "+".join((own, *(f"{each['overlay']}@{each['edition']}" for each in self.data.get("overlaid", ()))))


_BUILD: Final[Mapping[str, Callable[[Mapping[str, Any], str], Any]]] = {
    "definition": building.case_definition,
    "procedure": building.procedure,
    "post": building.post,
    "areas": area_table,
}


@dataclass(frozen=True)
class Catalogue:
    """All files that are in order. `mistakes` are those of files that are not: they replace nothing."""

    files: tuple[File, ...]
    mistakes: tuple[Mistake, ...] = ()
    keep: Keep | None = None
    aside: tuple[File, ...] = ()  # signed texts that another of their name stands before until they are activated
    signed: frozenset[str] = frozenset()  # digests of what binds by activation alone, whatever its dates say
    _overlaid: dict[tuple[str, ...], File] = field(default_factory=dict, repr=False, compare=False)
    _held: set[str] = field(default_factory=set, repr=False, compare=False)
    _engines: dict[Any, Engine] = field(default_factory=dict, repr=False, compare=False)
    _procedures: dict[Any, Procedure] = field(default_factory=dict, repr=False, compare=False)
    _made: dict[tuple[str, str], Any] = field(default_factory=dict, repr=False, compare=False)

    def of_kind(self, kind: str) -> tuple[File, ...]:
        """The files of one kind."""
        return tuple(file for file in self.files if file.kind == kind)

    def named(self, kind: str, name: str) -> File:
        """The file of that kind and name; `poe-entry@2020-01-31+airport@2020-01-31` has overlays on it.

        Raises NoEditionError.
        """
        base, *overlays = name.split("+")
        for file in self.files:
            if file.kind == kind and file.name == base:
                return self._laid(file, tuple(self.named("overlay", overlay) for overlay in overlays))
        known = ", ".join(sorted(file.name for file in self.of_kind(kind)))
        raise NoEditionError(f"there is no {kind} {name!r}. Known: {known}.")

    def bound(self, kind: str, name: str, digest: str) -> File:
        """The very text a screening is bound to: the one installed if it is the same, else the one that was kept.

        Raises NoEditionError when neither is here: another text of the same name never stands in for it.
        """
        with suppress(NoEditionError):  # lays the overlays that the name tells, where they are still here
            self.named(kind, name)
        for file in (*self.files, *self.aside, *self._overlaid.values()):
            if file.kind == kind and file.digest == digest:
                return file
        kept = self._kept(digest)
        if kept is None or kept.kind != kind:
            raise NoEditionError(
                f"{kind} {name!r} is not here in the wording this screening began with (digest {digest[:12]}). "
                "Put the file of that day back into the SOP folder."
            )
        return kept

    def _kept(self, digest: str) -> File | None:
        raw = self.keep.get(digest) if self.keep is not None else None
        if self.keep is None or raw is None:
            return None
        try:
            return read_file(self.keep.path(digest), raw)
        except SopError as problem:
            raise NoEditionError(
                f"the text with digest {digest[:12]} is kept, but this program can no longer read it: "
                f"{problem.mistakes[0]} Use the program that recorded the screening."
            ) from problem

    def hold(self, files: Iterable[File]) -> None:
        """Keep the texts that a screening is about to be bound to. Raises OSError when they cannot be written."""
        if self.keep is not None:
            for file in files:
                if file.digest not in self._held:
                    self.keep.put(file.digest, file.raw)
                    self._held.add(file.digest)

    def made(self, file: File) -> Any:
        """The value of a file: a CaseDefinition, Procedure, Post or AreaTable."""
        key = (file.kind, file.digest)
        if key not in self._made:
            self._made[key] = _BUILD[file.kind](file.data, file.digest)
        return self._made[key]

    def definition(self, name: str) -> CaseDefinition:
        """The case definition of that name and edition. Raises NoEditionError."""
        found: CaseDefinition = self.made(self.named("definition", name))
        return found

    def procedure(self, name: str, overrides: Mapping[str, float] | None = None) -> Procedure:
        """The procedure of that name and edition, saying the numbers a post sets differently. Raises NoEditionError."""
        return self.procedure_of(self.named("procedure", name), overrides)

    def procedure_of(self, file: File, overrides: Mapping[str, float] | None = None) -> Procedure:
        """The procedure of one file."""
        key = (file.digest, tuple(sorted((overrides or {}).items())))
        if key not in self._procedures:
            self._procedures[key] = building.procedure(file.data, file.digest, overrides)
        return self._procedures[key]

    def post(self, name: str) -> Post:
        """The post of that id. Raises NoEditionError."""
        found: Post = self.made(self.named("post", name))
        return found

    def area_table(self, name: str) -> AreaTable:
        """The area table of that id. Raises NoEditionError."""
        found: AreaTable = self.made(self.named("areas", name))
        return found

    def editions(self, kind: str, identity: str) -> tuple[File, ...]:
        """The editions of one id, oldest first. Raises NoEditionError when there is none."""
        found = sorted((f for f in self.of_kind(kind) if f.data[kind] == identity), key=lambda f: f.data["edition"])
        if not found:
            known = ", ".join(sorted({str(f.data[kind]) for f in self.of_kind(kind)}))
            raise NoEditionError(f"there is no {kind} {identity!r}. Known: {known}.")
        return tuple(found)

    def in_force(self, kind: str, identity: str, on: date) -> str:
        """The name of the edition in force on that day: the last to have begun.

        An edition past its end goes on, amber, until another begins. Raises NoEditionError before the first.
        """
        dated = [f for f in self.editions(kind, identity) if f.digest not in self.signed]
        begun = [f for f in dated if date.fromisoformat(f.data["in_force_from"]) <= on]
        if not begun:
            first = self.editions(kind, identity)[0].data["in_force_from"]
            raise NoEditionError(f"no edition of {identity} in force on {on}: the first begins on {first}.")
        return max(begun, key=lambda f: (f.data["in_force_from"], f.data["edition"])).name

    def at_post(self, kind: str, post: Post, on: date) -> str:
        """The name of the procedure or definition in force at a post on a day, with the overlays that the post names.

        Raises NoEditionError before the first edition, and what `overlaid` raises.
        """
        base = self.in_force(kind, post.procedure if kind == "procedure" else post.definition, on)
        return self.overlaid(self.named(kind, base), post, on).name

    def overlaid(self, base: File, post: Post, on: date) -> File:
        """An edition with the overlays that a post names: of each the last to have begun, if it lies on this edition.

        Raises NoEditionError when one is not here or does not fit: a post never works without an overlay it names.
        """
        overlays = self.of_kind("overlay")
        lost = sorted(set(post.overlays) - {str(file.data["overlay"]) for file in overlays})
        if lost:
            raise NoEditionError(
                f"post {post.id} works with the overlay {lost[0]!r}, which is not here or has a mistake. "
                "Put it into the SOP folder, or run: paso sop check"
            )
        names = overlaying.begun(base.name, post.overlays, (file.data for file in overlays), on.isoformat())
        return self._laid(base, tuple(self.named("overlay", name) for name in names))

    def laid(self, kind: str) -> tuple[File, ...]:
        """Every edition of that kind with overlays that some post works with, from the day on which each begins."""
        found: dict[str, File] = {}
        days = {date.fromisoformat(file.data["in_force_from"]) for file in self.of_kind("overlay")}
        for post in map(self.made, self.of_kind("post")):
            for base in self.of_kind(kind):
                if post.overlays and base.data[kind] == getattr(post, kind):
                    texts = (self.overlaid(base, post, day) for day in sorted(days))
                    found |= {file.name: file for file in texts if file is not base}
        return tuple(found.values())

    def _laid(self, base: File, overlays: tuple[File, ...]) -> File:
        """The base with overlays on it, read back from the very bytes that a screening is bound to."""
        key = (base.digest, *(overlay.digest for overlay in overlays))
        if overlays and key not in self._overlaid:
            from sops.rendering import rendered

            try:
                data = overlaying.stacked(base.data, [overlay.data for overlay in overlays])
                self._overlaid[key] = read_file(overlays[-1].path, rendered(base.kind, data))
            except (overlaying.OverlayError, SopError) as problem:
                names = " and ".join(overlay.name for overlay in overlays)
                raise NoEditionError(f"{names} cannot be laid on {base.name}: {problem}") from problem
        return self._overlaid[key] if overlays else base

    def engine(self, name: str, overrides: Mapping[str, float] | None = None) -> Engine:
        """The engine of an edition, with the numbers a post sets differently. Raises NoEditionError."""
        return self.engine_of(self.named("definition", name), overrides)

    def engine_of(self, file: File, overrides: Mapping[str, float] | None = None) -> Engine:
        """The engine of one definition file."""
        key = (file.digest, tuple(sorted((overrides or {}).items())))
        if key not in self._engines:
            self._engines[key] = Engine(self.made(file), overrides)
        return self._engines[key]

    @cached_property
    def wording(self) -> Wording:
        """All translations and names."""
        return wording(*((f.data for f in self.of_kind(kind)) for kind in ("translation", "names", "phrases")))


def load(
    folders: Iterable[Path] = (), cache: Path | None = None, keep: Path | None = None, signed: Iterable[Path] = ()
) -> Catalogue:
    """The catalogue of the shipped files, those of further folders, and those of signed packs.

    A file that stands in a later folder takes the place of one with the same id and edition, but only when it is in
    order by itself and among the others. A signed text that a screening is bound to takes no place: beside
    one of its name it stands aside until it is activated.

    `cache` is a folder for checked data, keyed by content and by the code that
    checked it; `keep` one for every text that a screening was bound to.
    """
    store = _Cache(cache)
    files, mistakes = _read_all(store, shipped_files())
    packed = tuple(signed)
    loose = [path for each in folders for path in ([each] if each.is_file() else sorted(each.rglob("*.yaml")))]
    further, more = _read_all(store, [*loose, *packed])
    mistakes += more
    while further:  # what is refused may take along what leans on it
        told = store.between(files, further)
        wrong = {mistake.file for mistake in told}
        mistakes += told
        further = [file for file in further if str(file.path) not in wrong]
        if not wrong:
            break
    store.save()
    standing = {(file.kind, file.name): file for file in files}
    aside: list[File] = []
    for file in further:
        if file.path in packed and file.kind in _BUILD and (file.kind, file.name) in standing:
            aside.append(file)
        else:
            standing[file.kind, file.name] = file
    keeping = Keep(keep) if keep is not None else None
    digests = frozenset(file.digest for file in further if file.path in packed)
    return Catalogue(tuple(standing.values()), tuple(mistakes), keeping, tuple(aside), digests)


def _read_all(store: _Cache, paths: Iterable[Path]) -> tuple[list[File], list[Mistake]]:
    files: list[File] = []
    mistakes: list[Mistake] = []
    for path in paths:
        try:
            files.append(store.read(path))
        except SopError as problem:
            mistakes += problem.mistakes
    return files, mistakes


def shipped_files() -> list[Path]:
    """Every SOP file of this distribution; vignettes are tests and stay out."""
    return [SHIPPED / "sources.yaml", *(path for f in _FOLDERS for path in sorted((SHIPPED / f).rglob("*.yaml")))]


def read_file(path: Path, text: bytes | None = None) -> File:
    """One SOP file, read and checked by itself. Raises SopError with every mistake in it."""
    from sops import checking

    raw = read_bytes(path) if text is None else text
    checked = checking.check_text(path, raw)
    errors = [mistake for mistake in checked.mistakes if mistake.severity == "error"]
    if errors:
        raise SopError(errors)
    return File(path, checked.kind, checked.data, hashlib.sha256(raw).hexdigest(), raw)


class _Cache:
    """Checked data by digest of the bytes and of the checking code: plain JSON under its own digest, never code."""

    def __init__(self, folder: Path | None) -> None:
        self._path = None
        self._known: dict[str, Any] = {}
        self._used: dict[str, Any] = {}
        if folder is not None:
            sources = [path for pattern in _CODE for path in sorted(SHIPPED.glob(pattern))]
            code = hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()[:16]
            self._path = folder / f"sops-{code}.json"
            self._known = _read_cache(self._path)

    def read(self, path: Path) -> File:
        raw = read_bytes(path)
        digest = hashlib.sha256(raw).hexdigest()
        found = self._known.get(digest)
        if found is None:
            file = read_file(path, raw)
            found = [file.kind, file.data]
        self._used[digest] = found
        return File(path, found[0], found[1], digest, raw)

    def between(self, files: Iterable[File], further: Iterable[File]) -> list[Mistake]:
        """The errors of further files among the others."""
        every = [*files, *further]
        key = (
            "between " + hashlib.sha256("".join(f"{file.path}\n{file.digest}\n" for file in every).encode()).hexdigest()
        )
        found = self._known.get(key)
        if found is None:
            from sops import checking

            told = checking.check_paths([file.path for file in further], [file.path for file in files])
            found = [mistake.as_json() for mistake in told if mistake.severity == "error"]
        self._used[key] = found
        return [Mistake(**{name: value for name, value in told.items() if name != "code"}) for told in found]

    def save(self) -> None:
        if self._path is None or self._used.keys() == self._known.keys():
            return
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            text = json.dumps(self._used, ensure_ascii=False).encode()
            fresh = self._path.with_suffix(".new")
            fresh.write_bytes(hashlib.sha256(text).hexdigest().encode() + b"\n" + text)
            fresh.replace(self._path)
        except OSError:
            return  # a cache that cannot be written costs time, nothing else


def _read_cache(path: Path) -> dict[str, Any]:
    """What a cache file holds; nothing when it is not there or not as it was written."""
    try:
        digest, _, text = path.read_bytes().partition(b"\n")
    except OSError:
        return {}
    if digest.decode("latin-1") != hashlib.sha256(text).hexdigest():
        return {}
    found: dict[str, Any] = json.loads(text)
    return found
