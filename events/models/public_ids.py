"""Ids that stand in addresses, and stay."""

from __future__ import annotations

import secrets

PUBLIC_ID_ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
PUBLIC_ID_LENGTH = 10


def new_public_id() -> str:
    """A random id of 10 characters without look-alikes (49 bits): it stays for ever in people's links."""
    return "".join(secrets.choice(PUBLIC_ID_ALPHABET) for _ in range(PUBLIC_ID_LENGTH))
