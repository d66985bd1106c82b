"""Which run is which: numbers that are given once, the run each branch of the time line belongs to, who forked whom."""

from __future__ import annotations

from collections.abc import Sequence

from mlp_gui.export.project.run_list import RunRecord
from mlp_gui.export.project.run_past import LinePast, TimelineBranch


class Ancestry:
    """Which run is which: numbers that are given once, the run of each branch of the timeline, who forked whom.

    Attributes
    ----------
    current : int
        Number of the run in the window; 0 before its first epoch.
    count : int
        The highest number that was given.
    """

    def __init__(self, count: int = 0) -> None:
        self.count, self.current = count, 0
        self._births: dict[int, tuple[int, int]] = {}
        self._left = 0  # the run before a reset: the branch that the reset leaves is its
        self._branches: dict[int, int] = {}  # number of the branch -> number of the run

    def detach(self) -> None:
        """Begin anew: nothing of the run in the window is a part of the next one."""
        self._left, self.current = self.current or self._left, 0

    def resume_run(self, number: int) -> None:
        """Continue a run that has its number already."""
        self.current = number

    def start_run(self, kept: Sequence[RunRecord], parent: int = 0, epoch: int = 0) -> None:
        """Give a new run its number.

        A fork before the place where its parent itself branched off shares nothing but the grandparent's past.

        Parameters
        ----------
        kept : sequence of RunRecord
        parent : int
            The run that it branches off; 0 for none.
        epoch : int
            Where it branches off.
        """
        self.count += 1
        self.current = self.count
        known = {run.number: run for run in kept}
        while parent in known and known[parent].parent in known and epoch <= known[parent].fork_epoch:
            parent = known[parent].parent
        if parent in known and epoch:
            self._births[self.current] = (parent, epoch)

    @property
    def fork(self) -> tuple[int, int]:
        """The run that the one in the window branched off, and after which epoch; zeros when it did not."""
        return self._births.get(self.current, (0, 0))

    def forget_branches(self) -> None:
        """Forget which run each branch belongs to: another timeline begins."""
        self._branches, self._left = {}, 0

    def know_branches(self, past: LinePast | None) -> None:
        """Note the branches that a time line begins with: each has the number of its run."""
        self._branches = {branch.number: branch.number for branch in (past.branches if past is not None else ())}

    def branch_of(self, number: int) -> int | None:
        """Return the branch that leads to the end of a run; None when the timeline does not."""
        return next((branch for branch, run in self._branches.items() if run == number), None)

    def update_branches(
        self, branches: Sequence[TimelineBranch], taking: int | None, kept: Sequence[RunRecord]
    ) -> bool:
        """Note the branches there are now.

        Parameters
        ----------
        branches : sequence of TimelineBranch
        taking : int or None
            The branch that is being gone back to.
        kept : sequence of RunRecord

        Returns
        -------
        bool
            Whether another run is current.
        """
        there = {branch.number for branch in branches}
        known, before = self._branches, self.current
        new = [branch for branch in branches if branch.number not in known]
        owners = known | {branch.number: self.current or self._left for branch in new}
        # A branch that was taken is listed no longer: the run in the window is its owner again.
        if taking is not None and taking in known and taking not in there:
            self.current = known[taking]
        # A new branch is the future that was just left: what goes on from here is a fork.
        elif new and self.current and owners[new[-1].number] == self.current:
            self.start_run(kept, self.current, new[-1].left_at.epoch)
        self._branches = {number: owner for number, owner in owners.items() if number in there}
        return self.current != before
