"""A registry is a table of names. Adding a member of a family is writing its class under one decorator."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Generic, TypeVar

from mlp_gui.core.errors import UserError
from mlp_gui.core.translation import tr

T = TypeVar("T")


class Registry(Generic[T]):
    """The members of one family (activations, losses, ...), in the order in which they were declared."""

    def __init__(self, family: str) -> None:
        self.family = family
        self._members: dict[str, type[T]] = {}
        self._aliases: dict[str, str] = {}

    def register(self, name: str, label: str, *, aliases: tuple[str, ...] = ()) -> Callable[[type[T]], type[T]]:
        """Return a class decorator that adds a member.

        Parameters
        ----------
        name : str
            The word in files and on the command line.
        label : str
            The English words in the window.
        aliases : tuple of str, optional
            Other names that are understood.

        Raises
        ------
        ValueError
            If another member has that name.
        """

        def add(member: type[T]) -> type[T]:
            if name in self._members:
                raise ValueError(f"two members of {self.family} are named {name}")
            member.name, member.label = name, label  # type: ignore[attr-defined]  # given here
            self._members[name] = member
            self._aliases.update(dict.fromkeys(aliases, name))
            return member

        return add

    def __getitem__(self, name: str) -> type[T]:
        found = self._members.get(self._aliases.get(name, name))
        if found is None:
            known = ", ".join(self._members)
            raise UserError(
                tr("There is no {family} named {name!r}.", family=tr(self.family), name=name),
                hint=tr("Choose one of: {names}.", names=known),
            )
        return found

    def __iter__(self) -> Iterator[type[T]]:
        return iter(self._members.values())

    def __contains__(self, name: str) -> bool:
        return name in self._members or name in self._aliases

    def __len__(self) -> int:
        return len(self._members)

    def names(self) -> tuple[str, ...]:
        """Return the names of all members, without aliases."""
        return tuple(self._members)

    def create(self, name: str, **settings: Any) -> T:
        """Create a member by its name or an alias.

        Parameters
        ----------
        name : str
        **settings : object
            Arguments of its class.

        Raises
        ------
        UserError
            If there is none of that name; the message lists the names.
        """
        return self[name](**settings)
