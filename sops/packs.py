"""A pack: SOP files of an authority in one signed file that travels by hand, read as if anybody had made it.

`NAME.pasopack` is a zip of `manifest.json`, `manifest.sig` and the files. The signature covers the manifest, the
manifest every byte of every file. Nothing of a pack is believed, and nothing written, before both were checked.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sops.opening import MAX_BYTES

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    from sops.signing import Authority

__all__ = ["MANIFEST", "SIGNATURE", "Pack", "PackError", "checked", "make", "read"]

MANIFEST: Final = "manifest.json"
SIGNATURE: Final = "manifest.sig"
FORM: Final = 1
MOST_FILES: Final = 200
MOST_BYTES: Final = 20_000_000
_SAID: Final = b"paso-seguro SOP pack, form 1\n"  # what is signed is this line and the manifest, and nothing else
_ID: Final = re.compile(r"[a-z0-9][a-z0-9._-]{0,59}")
_NAME: Final = re.compile(r"(?:[a-z0-9][a-z0-9_-]{0,59}/){0,3}[a-z0-9][a-z0-9@+_-]{0,59}\.yaml")
_DIGEST: Final = re.compile(r"[0-9a-f]{64}")
_ENTRY: Final = b"PK\x01\x02"  # how each entry of a zip's directory begins
_LONG_AGO: Final = (1980, 1, 1, 0, 0, 0)


class PackError(ValueError):
    """A pack cannot be used; the message says what, why and what now. Nothing of it was installed."""


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack whose signature and files were checked. `begins`: the moment from which its texts bind; aware."""

    id: str
    authority: str  # id of the key
    signer: str  # its name here
    made_on: datetime
    begins: datetime
    digests: Mapping[str, str]  # file name -> SHA-256
    files: Mapping[str, bytes]
    manifest: bytes
    signature: bytes


def make(
    identity: str,
    files: Mapping[str, bytes],
    key: Ed25519PrivateKey,
    *,
    made_on: datetime,
    begins: datetime,
) -> bytes:
    """The bytes of a pack: the same files, key and moments give the same bytes. Raises PackError."""
    from sops.signing import Authority, sign

    _, public = sign(key, b"")
    manifest = {
        "pack": identity,
        "version": FORM,
        "authority": Authority("", public).id,
        "made_on": made_on.isoformat(timespec="seconds"),
        "from": begins.isoformat(timespec="minutes"),
        "files": [{"name": name, "sha256": hashlib.sha256(files[name]).hexdigest()} for name in sorted(files)],
    }
    said = json.dumps(manifest, indent=1).encode() + b"\n"
    _described(said, identity)
    signature, _ = sign(key, _SAID + said)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, raw in ((MANIFEST, said), (SIGNATURE, signature), *sorted(files.items())):
            entry = zipfile.ZipInfo(name, _LONG_AGO)
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            archive.writestr(entry, raw)
    if len(out.getvalue()) > MOST_BYTES:
        raise PackError(f"{identity}: the pack has more than {MOST_BYTES:,} bytes. Make two of it.")
    return out.getvalue()


def read(path: Path, trusted: Iterable[Authority]) -> Pack:
    """The pack of a file, every byte of it checked. Raises PackError."""
    try:
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except OSError as problem:
        raise PackError(f"{path}: it cannot be read ({problem.strerror}). Name a .pasopack file.") from problem
    if len(raw) > MOST_BYTES:
        raise PackError(f"{path}: it has more than {MOST_BYTES:,} bytes; no pack is that large.")
    return checked(path.name, _unpacked(path, raw), trusted)


def checked(where: str, found: Mapping[str, bytes], trusted: Iterable[Authority]) -> Pack:
    """The pack that named bytes make up: signature, then manifest, then every file. Raises PackError."""
    if MANIFEST not in found or SIGNATURE not in found:
        raise PackError(f"{where}: it has no {MANIFEST} with its signature, so it is no pack. {_ASK}")
    said, signature = found[MANIFEST], found[SIGNATURE]
    known = tuple(trusted)
    signer = next((one for one in known if one.signed(_SAID + said, signature)), None)
    if signer is None:
        raise PackError(_unsigned(where, said, known))
    manifest = _described(said, where)
    if manifest["authority"] != signer.id:
        raise PackError(f"{where}: it names another signer than the one who signed it. {_ASK}")
    digests = {str(file["name"]): str(file["sha256"]) for file in manifest["files"]}
    files = {name: raw for name, raw in found.items() if name not in (MANIFEST, SIGNATURE)}
    for name in sorted(digests.keys() | files.keys()):
        if name not in files:
            raise PackError(f"{where}: its file {name} is missing. {_ASK}")
        if name not in digests:
            raise PackError(f"{where}: {name[:80]!r} was added after it was signed. {_ASK}")
        if hashlib.sha256(files[name]).hexdigest() != digests[name]:
            raise PackError(f"{where}: its file {name} was altered after it was signed. {_ASK}")
    return Pack(
        manifest["pack"], signer.id, signer.name, _moment(manifest["made_on"]), _moment(manifest["from"]),
        digests, files, said, signature,
    )  # fmt: skip


_ASK: Final = "Nothing was installed. Ask the authority for the pack again."


def _unsigned(where: str, said: bytes, known: tuple[Authority, ...]) -> str:
    try:
        named = str(json.loads(said)["authority"])[:16]
    except (ValueError, TypeError, KeyError, RecursionError):
        named = ""
    if any(one.id == named for one in known):
        return f"{where}: its signature is not that of its manifest: it was altered or broken on the way. {_ASK}"
    trusted = ", ".join(f"{one.name} ({one.id})" for one in known) or "nobody yet"
    return (
        f"{where}: it is signed by a key that is not trusted here ({named!r}). Trusted: {trusted}. Nothing was "
        "installed. When you know the authority: paso sop trust FILE.pub"
    )


def _unpacked(path: Path, raw: bytes) -> dict[str, bytes]:
    """The entries of a zip, of limited number, size and names. Raises PackError."""
    broken = f"{path.name}: the file is broken or cut short. {_ASK}"
    found: dict[str, bytes] = {}
    if (count := raw.count(_ENTRY)) > MOST_FILES + 2:  # before anything is made of them
        raise PackError(f"{path.name}: it holds {count:,} files, more than {MOST_FILES}. {_ASK}")
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            for entry in archive.infolist():
                name = entry.filename
                if name not in (MANIFEST, SIGNATURE) and not _NAME.fullmatch(name):
                    raise PackError(f"{path.name}: it holds a file with the unlawful name {name[:80]!r}. {_ASK}")
                if name in found:
                    raise PackError(f"{path.name}: it holds {name} twice. {_ASK}")
                with archive.open(entry) as file:
                    found[name] = file.read(MAX_BYTES + 1)
                if len(found[name]) > MAX_BYTES or sum(map(len, found.values())) > MOST_BYTES:
                    raise PackError(f"{path.name}: {name} unpacks to more than a pack may hold. {_ASK}")
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        NotImplementedError,
        RuntimeError,
        ValueError,
    ) as problem:
        raise problem if isinstance(problem, PackError) else PackError(broken) from None
    return found


def _described(said: bytes, where: str) -> dict[str, Any]:
    """The manifest, every value of it of its form. Raises PackError."""
    manifest: Any = None
    try:
        manifest = json.loads(said)
        files = manifest["files"]
        lawful = (
            manifest["version"] == FORM
            and _ID.fullmatch(manifest["pack"])
            and _moment(manifest["from"]).tzinfo
            and _moment(manifest["made_on"]).tzinfo
            and 0 < len(files) <= MOST_FILES
            and all(_NAME.fullmatch(file["name"]) and _DIGEST.fullmatch(file["sha256"]) for file in files)
            and len({file["name"] for file in files}) == len(files)
        )
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        lawful = None
    if not lawful:
        raise PackError(
            f"{where}: its manifest is not one that this program reads. A pack has a name of small letters and digits, "
            f"1 to {MOST_FILES} YAML files with such names, and a moment with its time zone."
        )
    return dict(manifest)


def _moment(said: str) -> datetime:
    """A moment of a manifest. Raises ValueError."""
    return datetime.fromisoformat(said)
