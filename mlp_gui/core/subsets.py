"""The three subsets that the used rows are divided into: their names, their order and their labels."""

from __future__ import annotations

from enum import StrEnum

from mlp_gui.core.translation import mark, tr


class Subset(StrEnum):
    """One of the three subsets, in the order in which they are shown. Its value is its name in files and JSON."""

    TRAINING = mark("training")
    VALIDATION = mark("validation")
    TEST = mark("test")

    @property
    def label(self) -> str:
        """The name in the reader's language, as it stands within a sentence."""
        return tr(self.value)

    @property
    def short_label(self) -> str:
        """A name in the reader's language for where there is little room."""
        return tr(_SHORT[self])


NEW = mark("new")  # beside the three: the rows of another table that is predicted
OUT_OF_FOLD = mark("out-of-fold")  # the used rows, each predicted by networks of a cross-validation that never saw it
_SHORT = {Subset.TRAINING: mark("train"), Subset.VALIDATION: mark("val"), Subset.TEST: mark("test")}


def short_label(subset: str) -> str:
    """Return the name of a subset, or of other rows, in the reader's language for where there is little room.

    Parameters
    ----------
    subset : str
    """
    return tr({str(name): text for name, text in _SHORT.items()}.get(str(subset), str(subset)))
