"""How rows are divided, as a person chooses it: the method, the shares, and what the method needs to know."""

from __future__ import annotations

from dataclasses import dataclass

from mlp_gui.core.errors import UserError
from mlp_gui.core.params import Config, param
from mlp_gui.core.translation import tr

WITH_COLUMN = ("column", "grouped", "time_order")  # methods that ask a column
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
            ("file_order", "In file order"),
            ("column", "As a column says"),
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
        when="method=column|grouped|time_order",
        help="Its cells say train, validation or test; or to which group a row belongs; or when it was.",
    )

    def check(self) -> None:
        """Refuse shares that do not add up to 1."""
        total = self.train + self.validation + self.test
        if self.method != "column" and abs(total - 1) > 1e-6:
            raise UserError(
                tr("The shares of training, validation and test add up to {total:g}, not to 1.", total=total),
                tr(
                    "They are {train:g}, {validation:g} and {test:g}.",
                    train=self.train,
                    validation=self.validation,
                    test=self.test,
                ),
            )
