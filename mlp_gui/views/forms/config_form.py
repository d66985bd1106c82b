"""A form draws any config from its declared parameters and emits a new config for every edit.

Family members and groups are forms within the form; so a member's own settings appear right below its name.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QToolButton, QVBoxLayout, QWidget

from mlp_gui.core.errors import UserError
from mlp_gui.core.params import Config, Param, params_of
from mlp_gui.core.translation import lower_first, tr, tr_n
from mlp_gui.views.forms import tooltips
from mlp_gui.views.forms.editors import editor_for, member_choice
from mlp_gui.views.forms.layer_list import LayerList
from mlp_gui.views.forms.row import FormRow
from mlp_gui.views.theme import icons, style
from mlp_gui.views.theme.plain_text import TextLabel, set_tip
from mlp_gui.views.widgets.buttons import link_button
from mlp_gui.views.widgets.tab_order import chain_after

MORE = "more"  # by which the button that unfolds is found


class ConfigForm(QWidget):
    """The settings of one config class, as rows.

    Parameters
    ----------
    config_class : type of Config
    live : bool
        Settings count as live although not declared so, because what contains them is.
    without : tuple of str
        Names of parameters that another panel shows.
    more : str
        The word on the button that unfolds the rest.

    Signals
    -------
    config_edited(Config)
        The person has changed a setting; a valid config. Not emitted by `show_config`.
    """

    config_edited = Signal(object)

    def __init__(
        self, config_class: type[Config], live: bool = False, without: tuple[str, ...] = (), more: str = ""
    ) -> None:
        super().__init__()
        self._class, self._live, self._word = config_class, live, more or tr("More")
        self._config: Config | None = None
        self._rows: dict[str, FormRow | MemberRow | GroupRow] = {}
        self._more: QToolButton | None = None
        self._lock = ("none", "")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(style.SPACE[0] + 2)
        declared = [p for p in params_of(config_class) if p.name not in without]
        for p in [p for p in declared if not p.advanced]:
            self._add(p)
        self._folded = [p for p in declared if p.advanced]
        if self._folded:
            self._add_more_button(len(self._folded))

    def config(self) -> Config | None:
        """Return the config that is shown; the last valid one while a field has invalid text."""
        return self._config

    def show_config(self, config: Config) -> None:
        """Show these values; nothing is emitted."""
        self._config = config
        for name, row in self._rows.items():
            row.show_value(getattr(config, name))
        self._show_relevant()

    def set_locked(self, kind: str, reason: str = "") -> None:
        """Disable what may not be changed now; see `FormRow.set_locked` for the parameters."""
        self._lock = (kind, reason)
        for row in self._rows.values():
            row.set_locked(kind, reason)

    def row(self, path: str) -> Any:
        """Return the row of a parameter by its dotted path, e.g. "optimizer.momentum"; KeyError when there is none."""
        name, _, rest = path.partition(".")
        if name not in self._rows:
            self._add_folded()
        row = self._rows[name]
        return row.inner.row(rest) if rest else row  # type: ignore[union-attr]  # a dot means a nested form

    def editor(self, path: str) -> Any:
        """Return the editor of a parameter; the path is that of `row`."""
        return self.row(path).editor

    # --- own ---

    def _add(self, p: Param) -> None:
        live = self._live or p.live
        row: FormRow | MemberRow | GroupRow
        if p.kind == "group":
            row = GroupRow(p, live)
        elif p.kind == "member" and not p.optional:
            row = MemberRow(p, live)
        elif p.kind == "list" and p.item is not None and issubclass(p.item, Config):
            row = FormRow(p, LayerList(p, _item_form), live, wide=True)
        else:
            row = FormRow(p, editor_for(p), live)
        row.setObjectName(p.name)
        row.edited.connect(partial(self._on_edited, p.name))
        self._rows[p.name] = row
        self._layout.addWidget(row)

    def _add_folded(self) -> None:
        """Make the rows under "More" when they are first wanted: half of all, and the window opens sooner."""
        anchor: QWidget | None = self._more
        for p in self._folded:
            self._add(p)
            anchor = chain_after(anchor, self._rows[p.name]) if anchor is not None else None
            self._rows[p.name].set_locked(*self._lock)
            if self._config is not None:
                self._rows[p.name].show_value(getattr(self._config, p.name))
        self._folded = []
        self._show_relevant()

    def _add_more_button(self, count: int) -> None:
        self._more = link_button(tr("{word} ({count})", word=self._word, count=count), "chevron-right")
        self._more.setCheckable(True)
        self._more.setObjectName(MORE)
        self._more.setAccessibleName(tr_n("Show {n:,} more setting", "Show {n:,} more settings", count))
        self._more.toggled.connect(self._unfold)
        self._layout.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)

    @Slot(bool)
    def _unfold(self, on: bool) -> None:
        assert self._more is not None
        self._more.setIcon(icons.icon("chevron-down" if on else "chevron-right", "accent"))
        self._add_folded()

    def _on_edited(self, name: str, value: Any) -> None:
        if self._config is None:
            return
        row = self._rows[name]
        try:
            new = self._config.replace(**{name: value})
        except UserError as error:
            row.show_problem(str(error))
            return
        row.show_problem("")
        self.show_config(new)
        self.config_edited.emit(new)

    def _show_relevant(self) -> None:
        unfolded = self._more is not None and self._more.isChecked()
        for row in self._rows.values():
            row.setVisible((unfolded or not row.param.advanced) and self._is_relevant(row.param))

    def _is_relevant(self, p: Param) -> bool:
        if not p.when or self._config is None:
            return True
        sibling, _, wanted = p.when.partition("=")
        value = getattr(self._config, sibling)
        text = str(getattr(value, "name", value))
        return text in wanted.split("|") or text.lower() in wanted.split("|")  # "true" means True


def _item_form(config_class: type[Config], without: tuple[str, ...]) -> ConfigForm:
    return ConfigForm(config_class, without=without)


class MemberRow(FormRow):
    """A family: the choice of a member, and below it the chosen member's own settings.

    Attributes
    ----------
    inner : ConfigForm or None
        Settings of the member; None when it has none.
    """

    def __init__(self, p: Param, live: bool) -> None:
        self.inner: ConfigForm | None = None
        self._member: Any = None  # before FormRow's constructor, which calls show_tip
        self._known: dict[str, Any] = {}
        self._lock = ("none", "")
        self._nest = _IndentedSection()
        super().__init__(p, member_choice(p), live)
        self.grid.addWidget(self._nest, 2, 0, 1, 2)
        self.editor.edited.disconnect(self.edited)  # it gives a name; a row emits a member
        self.editor.edited.connect(self._chosen)

    def show_value(self, value: Any) -> None:
        if value == self._member and type(value) is type(self._member):
            return
        self._known[value.name] = value  # chosen again, it has its settings back
        self.editor.show_value(value.name)
        if type(value) is not type(self._member):
            self._rebuild(type(value))
        self._member = value
        self.show_tip()
        if self.inner is not None:
            self.inner.show_config(value)

    def set_locked(self, kind: str, reason: str = "") -> None:
        super().set_locked(kind, reason)
        self._lock = (kind, reason)
        if self.inner is not None:
            self.inner.set_locked(kind, reason)

    def show_tip(self, chosen: str = "") -> None:
        member = self._member
        super().show_tip(
            f"{tr(member.label)}: {tooltips.member_tooltip(type(member))}" if member is not None else chosen
        )

    def _rebuild(self, member_class: type[Config]) -> None:
        if self.inner is not None:
            self.inner.hide()  # deleteLater waits for the event loop
            self.inner.deleteLater()
            self.inner = None
        if params_of(member_class):
            self.inner = ConfigForm(
                member_class, self.live, more=tr("More on {setting}", setting=lower_first(tr(self.param.label)))
            )
            self.inner.config_edited.connect(self.edited)
            self.inner.set_locked(*self._lock)
            self._nest.add(self.inner)
            chain_after(self.editor, self.inner)
        self._nest.setVisible(self.inner is not None)

    @Slot(object)
    def _chosen(self, name: str) -> None:
        assert self.param.family is not None
        if name != self._member.name:
            self.edited.emit(self._known.get(name) or self.param.family.create(name))


class GroupRow(QWidget):
    """A config within the config: a heading and its settings.

    Attributes
    ----------
    param : Param
    inner : ConfigForm
    problem : TextLabel
        Why what was entered is not used; hidden when it is.

    Signals
    -------
    edited(Config)
        As `ConfigForm.config_edited` of `inner`.
    """

    edited = Signal(object)

    def __init__(self, p: Param, live: bool) -> None:
        super().__init__()
        assert p.item is not None
        self.param = p
        self.inner = ConfigForm(p.item, live, more=tr("More on {setting}", setting=lower_first(tr(p.label))))
        self.inner.config_edited.connect(self.edited)
        heading = TextLabel(tr(p.label))
        set_tip(heading, tr(p.help))
        style.set_role(heading, "heading")
        self.problem = TextLabel()
        self.problem.setWordWrap(True)
        style.set_role(self.problem, "bad")
        self.problem.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, style.SPACE[1], 0, 0)
        layout.setSpacing(style.SPACE[0] + 2)
        for widget in (heading, self.problem, self.inner):
            layout.addWidget(widget)

    def show_value(self, value: Config) -> None:
        self.inner.show_config(value)

    def show_problem(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def set_locked(self, kind: str, reason: str = "") -> None:
        self.inner.set_locked(kind, reason)


class _IndentedSection(QFrame):
    """Holds a member's own settings, indented, with a hairline at their left."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "nest")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(style.SPACE[1], 2, 0, 2)
        self.hide()

    def add(self, widget: QWidget) -> None:
        self._column.addWidget(widget)
