"""Identifying values under one random key per stream, bound to the very place in the chain where they stand.

Destroying the key erases the person everywhere the ciphertext went; the chain covers ciphertext and still verifies.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

__all__ = ["DESTROYED", "KEY_BYTES", "Entropy", "Unsealable", "seal", "unseal"]

Entropy: TypeAlias = Callable[[int], bytes]  # n -> n random bytes

KEY_BYTES = 32
DESTROYED = bytes(KEY_BYTES)  # what a destroyed key is overwritten with, in place
_NONCE = 12
_TAG = 16


class Unsealable(Exception):
    """The ciphertext does not open with this key at this place."""


def seal(clear: bytes, key: bytes, place: bytes, entropy: Entropy) -> bytes:
    """Nonce (12 bytes) followed by ciphertext and tag; `place` is authenticated and not stored."""
    nonce = entropy(_NONCE)
    return nonce + ChaCha20Poly1305(key).encrypt(nonce, clear, place)


def unseal(sealed: bytes, key: bytes, place: bytes) -> bytes:
    """What `seal` was given. Raises Unsealable for a moved, edited or foreign ciphertext."""
    if len(sealed) < _NONCE + _TAG:
        raise Unsealable
    try:
        return ChaCha20Poly1305(key).decrypt(sealed[:_NONCE], sealed[_NONCE:], place)
    except InvalidTag:
        raise Unsealable from None
