"""Where the next settings of a search come from: a grid, chance, or Optuna, which is imported when it is asked for."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator
from typing import Any, Protocol

import numpy as np

from mlp_gui.core.errors import UserError
from mlp_gui.core.search_range import SearchRange
from mlp_gui.core.translation import tr
from mlp_gui.studies.search_config import GRID, OPTUNA, SearchConfig
from mlp_gui.studies.search_space import SearchDimension, Settings

Space = tuple[SearchDimension, ...]
USUAL_GRID = 3  # values of each number, when no number of settings limits them
IN_VAIN = 1000  # draws of settings that were tried before: then there are no others


class Sampler(Protocol):
    """Proposes settings."""

    def ask(self) -> Settings | None:
        """Return other settings, or None when there are none left."""

    def tell(self, settings: Settings, score: float, epochs: int) -> None:
        """Learn how good settings are.

        Parameters
        ----------
        settings : tuple of (str, object)
        score : float
            Smaller is better; not finite where there is none.
        epochs : int
            After how many, where training was halted; 0 at its end.
        """


def make_sampler(config: SearchConfig, space: Space) -> Sampler:
    """Return the sampler that a search asks for.

    Parameters
    ----------
    config : SearchConfig
    space : tuple of SearchDimension

    Raises
    ------
    UserError
        If Optuna is asked for and not installed.
    """
    if config.method == OPTUNA:
        return OptunaSampler(config, space)
    return PlainSampler(_grid(config, space) if config.method == GRID else _draws(config, space))


class PlainSampler:
    """Takes settings in an order that does not depend on what was learned."""

    def __init__(self, proposals: Iterator[Settings]) -> None:
        self._proposals = proposals

    def ask(self) -> Settings | None:
        return next(self._proposals, None)

    def tell(self, settings: Settings, score: float, epochs: int) -> None:
        """Ignore how good settings are."""


def _draws(config: SearchConfig, space: Space) -> Iterator[Settings]:
    rng, seen, in_vain = np.random.default_rng(config.seed), set(), 0
    while in_vain < IN_VAIN:
        shares = rng.random(len(space))
        found = tuple((d.path, d.range.value_at(share, d.is_whole)) for d, share in zip(space, shares, strict=True))
        in_vain = in_vain + 1 if found in seen else 0
        if found not in seen:
            seen.add(found)
            yield found


def _grid(config: SearchConfig, space: Space) -> Iterator[Settings]:
    axes = grid_axes(space, config.runs)
    cells = list(itertools.product(*axes))
    # In a random order: a search that is stopped has looked everywhere.
    for at in np.random.default_rng(config.seed).permutation(len(cells)):
        yield tuple((d.path, value) for d, value in zip(space, cells[at], strict=True))


def grid_axes(space: Space, runs: int) -> list[tuple[Any, ...]]:
    """Return the values of each setting: as many as make no more cells than runs, the first settings finer.

    Parameters
    ----------
    space : tuple of SearchDimension
    runs : int
        0 for three values of each number.

    Raises
    ------
    UserError
        If the choices alone make more.
    """
    sizes = [1 if runs and not d.range.choices else USUAL_GRID for d in space]

    def axes() -> list[tuple[Any, ...]]:
        return [d.range.grid(n, d.is_whole) for d, n in zip(space, sizes, strict=True)]

    least = math.prod(map(len, axes()))
    if runs and least > runs:
        raise UserError(
            tr("The grid has {n:,} settings, and {runs:,} are to be tried.", n=least, runs=runs),
            hint=tr("Try more, leave out choices, or take random settings."),
        )
    grows = runs > 0
    while grows:
        grows = False
        for at, d in enumerate(space):
            before = axes()
            sizes[at] += 1
            after = axes()
            if d.range.choices or math.prod(map(len, after)) > runs or len(after[at]) <= len(before[at]):
                sizes[at] -= 1
            else:
                grows = True
    return axes()


class OptunaSampler:
    """Asks Optuna's tree-structured Parzen estimator (Bergstra et al. 2011) and tells it what was found."""

    def __init__(self, config: SearchConfig, space: Space) -> None:
        """Make a sampler.

        Parameters
        ----------
        config : SearchConfig
        space : tuple of SearchDimension

        Raises
        ------
        UserError
            If Optuna is not installed.
        """
        try:
            import optuna  # it takes a second
        except ImportError as error:
            raise UserError(
                tr("Optuna is not installed."),
                tr("It proposes the settings of this search."),
                tr('Install it with: pip install "mlp_gui[search]", or choose random settings.'),
            ) from error
        self._optuna, self._space, self._seed = optuna, space, config.seed
        optuna.logging.set_verbosity(optuna.logging.WARNING)
        self._distributions = {d.path: _distribution(optuna, d) for d in space}
        self._study: Any = None
        self._asked: dict[Settings, Any] = {}  # to Optuna's trial, until that is told how it went
        self._others: list[Any] = []  # trials that Optuna has not asked for, until it is asked again

    def ask(self) -> Settings | None:
        if self._study is None:
            # What a search that goes on has tried already must not be drawn again: another seed.
            sampler = self._optuna.samplers.TPESampler(seed=(self._seed + len(self._asked)) % 2**32, constant_liar=True)
            self._study = self._optuna.create_study(direction="minimize", sampler=sampler)
        self._study.add_trials(self._others)
        self._others.clear()
        for _ in range(IN_VAIN):
            trial = self._study.ask(self._distributions)
            found = tuple((d.path, _as_declared(d, trial.params[d.path])) for d in self._space)
            if found not in self._asked:
                self._asked[found] = trial
                return found
            self._study.tell(trial, state=self._optuna.trial.TrialState.FAIL)
        return None

    def tell(self, settings: Settings, score: float, epochs: int) -> None:
        states = self._optuna.trial.TrialState
        state = states.FAIL if not math.isfinite(score) else states.PRUNED if epochs else states.COMPLETE
        value = score if state is states.COMPLETE else None
        trial = self._asked.get(settings)
        self._asked[settings] = None
        if trial is not None:
            if state is states.PRUNED:
                trial.report(score, epochs)
            self._study.tell(trial, value, state=state)
        elif state is not states.FAIL and self._has(dict(settings)):
            between = {epochs: score} if epochs else {}
            self._others.append(
                self._optuna.trial.create_trial(
                    state=state, params=dict(settings), distributions=self._distributions, value=value,
                    intermediate_values=between,
                )
            )  # fmt: skip

    def _has(self, values: dict[str, Any]) -> bool:
        """Return whether the ranges hold settings; those that the run had may lie beyond."""
        return all(
            values[d.path] in d.range.choices if d.range.choices else d.range.low <= values[d.path] <= d.range.high
            for d in self._space
        )


def _distribution(optuna: Any, d: SearchDimension) -> Any:
    r: SearchRange = d.range
    if r.choices:
        return optuna.distributions.CategoricalDistribution(r.choices)
    if d.is_whole:
        return optuna.distributions.IntDistribution(int(r.low), int(r.high), log=r.is_log and r.low >= 1)
    return optuna.distributions.FloatDistribution(r.low, r.high, log=r.is_log)


def _as_declared(d: SearchDimension, value: Any) -> Any:
    if d.range.choices or d.is_whole:
        return value
    return min(max(float(f"{value:.4g}"), d.range.low), d.range.high)
