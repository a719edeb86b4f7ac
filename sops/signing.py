"""Keys of authorities (Ed25519): who may sign procedures, how a key is compared aloud, and the signature itself.

The cryptography is imported only where a key is made or a signature made or checked.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

__all__ = [
    "Authority",
    "KeyProblem",
    "is_closed",
    "make_keys",
    "read_authority",
    "read_private",
    "sign",
    "trusted_in",
]

_MOST_BYTES: Final = 10_000
_NAME_LONGEST: Final = 80


class KeyProblem(ValueError):
    """A key file cannot be used; the message says what, why and what now."""


@dataclass(frozen=True, slots=True)
class Authority:
    """Who signs: a name for people, and the 32 bytes of the public key, which alone decide."""

    name: str
    key: bytes

    @property
    def id(self) -> str:
        """The first 16 hexadecimal digits of the key's SHA-256: how a pack names its signer."""
        return hashlib.sha256(self.key).hexdigest()[:16]

    @property
    def fingerprint(self) -> str:
        """32 hexadecimal digits in groups of four, to be compared by voice before a key is trusted."""
        digits = hashlib.sha256(self.key).hexdigest()[:32]
        return " ".join(digits[place : place + 4] for place in range(0, 32, 4))

    def signed(self, message: bytes, signature: bytes) -> bool:
        """Whether this authority made the signature (64 bytes) over the message."""
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

        try:
            Ed25519PublicKey.from_public_bytes(self.key).verify(signature, message)
        except InvalidSignature:
            return False
        return True

    def as_bytes(self) -> bytes:
        """The public key file: one line of JSON."""
        return json.dumps({"authority": self.name, "key": self.key.hex()}, ensure_ascii=False).encode() + b"\n"


def make_keys(path: Path, name: str, passphrase: str = "") -> Authority:
    """A new key pair: the private key at `path`, readable by its owner alone, the public one beside it as `.pub`.

    Raises KeyProblem when one of them is there already: a key is never overwritten.
    """
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    if not name.strip() or len(name) > _NAME_LONGEST or not name.isprintable():
        raise KeyProblem(f"the name of the authority has 1 to {_NAME_LONGEST} printable characters.")
    private = Ed25519PrivateKey.generate()
    closed: serialization.KeySerializationEncryption = (
        serialization.BestAvailableEncryption(passphrase.encode()) if passphrase else serialization.NoEncryption()
    )
    text = private.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, closed)
    authority = Authority(name.strip(), private.public_key().public_bytes_raw())
    public = path.with_name(path.name + ".pub")
    for each in (path, public):
        if each.exists():
            raise KeyProblem(f"{each}: there is a file already; a key is never overwritten. Name another with --out.")
    _write_new(path, text, 0o600)
    _write_new(public, authority.as_bytes(), 0o644)
    return authority


def _write_new(path: Path, content: bytes, mode: int) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())


def is_closed(path: Path) -> bool:
    """Whether a private key asks for its passphrase."""
    return b"ENCRYPTED" in _bytes_of(path)


def read_private(path: Path, passphrase: str = "") -> Ed25519PrivateKey:
    """The private key of a file. Raises KeyProblem."""
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    try:
        key = serialization.load_pem_private_key(_bytes_of(path), passphrase.encode() if passphrase else None)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        why = "the passphrase is wrong, or it is no private key" if is_closed(path) else "this is no private key"
        raise KeyProblem(f"{path}: {why}. Name the file that `paso sop key` made.") from None
    if not isinstance(key, Ed25519PrivateKey):
        raise KeyProblem(f"{path}: this is a key of another kind. Make one with: paso sop key --out FILE")
    return key


def sign(key: Ed25519PrivateKey, message: bytes) -> tuple[bytes, bytes]:
    """The signature (64 bytes) over a message, and the public key (32 bytes) that checks it."""
    return key.sign(message), key.public_key().public_bytes_raw()


def read_authority(path: Path) -> Authority:
    """The authority of a public key file. Raises KeyProblem."""
    raw = _bytes_of(path)
    try:
        said: Any = json.loads(raw)
        name, key = said["authority"], bytes.fromhex(said["key"])
    except (ValueError, TypeError, KeyError, RecursionError):
        name, key = "", b""
    if not isinstance(name, str) or not 0 < len(name) <= _NAME_LONGEST or not name.isprintable() or len(key) != 32:
        raise KeyProblem(f"{path}: this is no public key of an authority. Name the .pub file that `paso sop key` made.")
    return Authority(name, key)


def trusted_in(folder: Path) -> tuple[tuple[Authority, ...], tuple[str, ...]]:
    """The authorities whose keys were put into the folder, and what is wrong with files there that are none."""
    found: list[Authority] = []
    problems: list[str] = []
    for path in sorted(folder.glob("*.pub")):
        try:
            found.append(read_authority(path))
        except KeyProblem as problem:
            problems.append(str(problem))
    return tuple(found), tuple(problems)


def _bytes_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_MOST_BYTES)
    except OSError as problem:
        raise KeyProblem(f"{path}: it cannot be read ({problem.strerror}). Name a key file that is there.") from problem
