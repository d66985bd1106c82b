"""How much height there is for the parts of the microscope: on a projector with large text it is little."""

from __future__ import annotations

from enum import IntEnum

from mlp_gui.views.theme import style


class Room(IntEnum):
    """How much height the parts have, which decides what they show of themselves."""

    LEAST = 0
    TIGHT = 1
    LOW = 2
    FULL = 3


def room_for(height: int) -> Room:
    """height: of the body, in pixels."""
    return Room(sum(height >= style.px(least) for least in (230, 350, 500)))
