"""Where and when a traveller of a proof may come: each post of a procedure under each edition of its definition."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from typing import Any

from screening.setting import Setting
from sops.catalogue import Catalogue, NoEditionError
from sops.conditions import Leaf, leaves
from sops.model import Post, Procedure

_NOON = time(17, 0, tzinfo=UTC)  # midday on the route


@dataclass(frozen=True, slots=True)
class Place:
    """A post with the texts in force there at a moment. `is_real`: it is one that scripts may name."""

    setting: Setting
    at: datetime
    is_real: bool = True

    def asks_for(self, fact: str | None) -> bool:
        """Whether the definition here speaks of what a step records: a kind of exposure, or another fact."""
        definition = self.setting.engine.definition
        kinds = {matcher["kind"] for exposure in definition.exposures.values() for matcher in exposure.matchers}
        conditions = (*(c.when for c in definition.criteria), *(term.when for term in definition.terms.values()))
        facts = {leaf.get("fact") for tree in conditions for leaf in leaves(tree) if isinstance(leaf, Leaf)}
        return fact is not None and fact.partition(".")[0] in kinds | facts


@dataclass
class Places:
    """The places of one procedure."""

    catalogue: Catalogue
    procedure: Procedure
    _settings: dict[tuple[Any, ...], Setting] = field(default_factory=dict)

    def of(self, wanted: Mapping[str, Any]) -> Iterator[Place]:
        """A post as wanted under every edition, the newest first; one made so, where no post is like that."""
        posts = self._posts()
        alike = [post for post in posts if _is_like(post, wanted)][:1]
        made = [] if alike else [_like(post, wanted) for post in posts[:1]]
        for post in (*alike, *made):
            for name, on in self._editions(post):
                key = (name, post.id, post.kind, post.camp_like, post.on_duty)
                setting = self._settings.get(key)
                if setting is None:
                    engine = self.catalogue.engine(name, post.parameters)
                    setting = Setting(self.procedure, engine, self.catalogue.area_table(post.areas), post)
                    self._settings[key] = setting
                yield Place(setting, datetime.combine(on, _NOON), bool(alike))

    def _posts(self) -> list[Post]:
        about = self.procedure.about.id
        named = (self.catalogue.post(file.name) for file in self.catalogue.of_kind("post"))
        return [post for post in named if post.procedure == about and post.kind in self.procedure.posts]

    def _editions(self, post: Post) -> list[tuple[str, date]]:
        """Each edition of the post's definition with a day on which it and the procedure bind, the newest first."""
        files = self.catalogue.editions("definition", post.definition)
        begins = {file.name: self.catalogue.definition(file.name).about.in_force_from for file in files}
        days = {name: max(begun, self.procedure.about.in_force_from) for name, begun in begins.items()}
        binding = [(name, on) for name, on in days.items() if self._binds(name, post, on)]
        return sorted(binding, key=lambda entry: entry[1], reverse=True)

    def _binds(self, name: str, post: Post, on: date) -> bool:
        try:
            return self.catalogue.in_force("definition", post.definition, on) == name
        except NoEditionError:
            return False


def _is_like(post: Post, wanted: Mapping[str, Any]) -> bool:
    for name, value in wanted.items():
        if name == "kind":
            fits = post.kind == value
        elif name == "camp_like":
            fits = post.camp_like is value
        else:
            fits = (name in post.on_duty) is value
        if not fits:
            return False
    return True


def _like(post: Post, wanted: Mapping[str, Any]) -> Post:
    roles = {role: there for role, there in wanted.items() if role not in ("kind", "camp_like")}
    on_duty = {*(role for role, there in roles.items() if there), *(r for r in post.on_duty if roles.get(r, True))}
    return replace(post, kind=wanted["kind"], camp_like=wanted["camp_like"], on_duty=tuple(sorted(on_duty)))
