"""How rows are divided, as a person chooses it: the method, the shares, and what the method needs to know."""

from __future__ import annotations

from dataclasses import dataclass

from mlp_gui.core.errors import UserError
from mlp_gui.core.params import Config, param
from mlp_gui.core.translation import tr

WITH_COLUMN = ("column", "grouped", "time_order", "periods")  # methods that ask a column
BY_TIME = ("time_order", "periods")  # those whose column says when a row was
WITH_GAP = ("time_order", "periods", "blocked", "file_order")
WITHOUT_SHARES = ("column", "periods")
PERIODS = ("year", "quarter", "month", "week", "day")  # the longest first
_SHARES = "method=random|stratified|grouped|blocked|time_order|file_order"


@dataclass(frozen=True)
class SplitConfig(Config):
    """How the used rows are divided.

    Sizes: the first cut is at floor(train * rows), the second at floor((train + validation) * rows), so 0.7, 0.3, 0 of
    218 rows are 152, 66 and 0. Groups, blocks and rows of one time stay together, so their sizes only come near.
    """

    method: str = param(
        "random",
        "Split",
        choices=(
            ("random", "Random"),
            ("stratified", "Stratified: every class in the same share"),
            ("grouped", "By group: no group in two subsets"),
            ("blocked", "In blocks: neighbouring rows stay together"),
            ("time_order", "In order of time: the latest rows are for the test"),
            ("periods", "In periods: every third year, for example"),
            ("file_order", "In file order"),
            ("column", "From a column"),
        ),
        option="split-method",
        help="In file order suits time series: the future is not used to predict the past.",
    )
    train: float = param(0.7, "Training share", low=0, high=1, low_open=True, when=_SHARES)
    validation: float = param(0.15, "Validation share", low=0, high=1, when=_SHARES)
    test: float = param(0.15, "Test share", low=0, high=1, when=_SHARES)
    seed: int = param(0, "Seed", low=0, high=2**32 - 1, when="method=random|stratified|grouped|blocked")
    blocks: int = param(
        20,
        "Blocks",
        low=3,
        high=10_000,
        when="method=blocked",
        sparse=True,
        help="The rows are cut in file order into so many blocks of equal length; chance gives each block to a subset.",
    )
    stratify: bool = param(
        False,
        "Keep the target's distribution",
        when="method=grouped",
        sparse=True,
        help="Each subset gets its share of groups with low and high targets. Classes are kept in proportion anyway.",
    )
    validation_from: str = param(
        "",
        "Validation from",
        when="method=time_order",
        sparse=True,
        help="The date with which the validation rows begin, such as 2009-01-01; when empty, the shares decide.",
    )
    test_from: str = param(
        "",
        "Test from",
        when="method=time_order",
        sparse=True,
        help="The date with which the test rows begin, such as 2010-01-01; when empty, the shares decide.",
    )
    period: str = param(
        "year",
        "Period",
        choices=(
            ("year", "Years"),
            ("quarter", "Quarters"),
            ("month", "Months"),
            ("week", "Weeks"),
            ("day", "Days"),
        ),
        when="method=periods",
        sparse=True,
        help="Of a column of numbers, such as years, each whole number is a period.",
    )
    test_every: int = param(
        3,
        "Test: every n-th",
        low=0,
        high=1000,
        when="method=periods",
        sparse=True,
        help="With 3, every third period is for the test, counted from the first; with 0 none is.",
    )
    validation_every: int = param(
        4,
        "Validation: every n-th",
        low=0,
        high=1000,
        when="method=periods",
        sparse=True,
        help="Of the periods that are not for the test, with 4 every fourth is for validation; with 0 none is.",
    )
    gap: int = param(
        0,
        "Gap",
        low=0,
        high=1_000_000,
        unit="rows",
        when="method=time_order|periods|blocked|file_order",
        sparse=True,
        help="So many rows before each border between two subsets are left out, so that no row is the neighbour of one "
        "in another subset.",
    )
    ties: str = param(
        "chance",
        "Ties",
        choices=(("chance", "By chance"), ("first", "First class first, as in earlier versions")),
        when="method=stratified",
        advanced=True,
        help="Which classes give a row more where their shares are no whole numbers.",
    )
    column: str = param(
        "",
        "Column",
        when="method=column|grouped|time_order|periods",
        help="Its cells say train, validation or test; or to which group a row belongs; or when it was.",
    )
    reason: str = param("", "Reason", sparse=True, advanced=True, help="Why it was proposed; it has no effect.")

    def check(self) -> None:
        """Refuse shares that do not add up to 1."""
        total = self.train + self.validation + self.test
        if self.method not in WITHOUT_SHARES and abs(total - 1) > 1e-6:
            raise UserError(
                tr("The shares of training, validation and test add up to {total:g}, not to 1.", total=total),
                tr(
                    "They are {train:g}, {validation:g} and {test:g}.",
                    train=self.train,
                    validation=self.validation,
                    test=self.test,
                ),
            )
