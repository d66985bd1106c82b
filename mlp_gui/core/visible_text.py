"""Text from outside as it can be shown: with a sign for what is not seen or turns what follows, and never endless."""

from __future__ import annotations

import re

LONGEST = 1000  # letters of a text that are shown
NAME = 80  # letters of a name in a list of names
# Control characters, lone surrogates (bytes of a file's name that are no UTF-8), separators of lines, and what embeds,
# overrides or isolates a direction of writing. Joiners and marks of direction stay: Persian and emoji need them.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufff9-\ufffb]")


def visible(text: str, most: int = LONGEST) -> str:
    """Return a text with a sign for each character that would not be seen, and its middle left out when it is long.

    Parameters
    ----------
    text : str
    most : int
        Letters that remain.
    """
    if len(text) > most:
        text = f"{text[: most - most // 4 - 1]}…{text[-(most // 4) :]}"
    return text if text.isprintable() else _UNSEEN.sub(_sign, text)


def _sign(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"
