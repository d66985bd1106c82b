"""The program's one style sheet, written out for a palette and a text size.

Focus is shown by a ring of two pixels whose width is taken from the padding, so that nothing moves.
"""

from __future__ import annotations

from string import Template

from mlp_gui.views.theme import svg
from mlp_gui.views.theme.palette import Palette, mix_colours

_BASE = """
QToolTip { background: $raised; color: $text; border: 1px solid $line; padding: 6px 8px; font-size: ${small}px; }
QLabel[role="caption"] { color: $muted; font-size: ${caption}px; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="bad"] { color: $bad; font-size: ${caption}px; }
QLabel[role="heading"] { font-weight: 600; }
QLabel[role="title"] { font-size: ${title}px; font-weight: 600; }
QLabel[role="counter"] { font-size: ${counter}px; font-weight: 600; }
QLabel:disabled { color: $faint; }
QLabel[steady="true"]:disabled { color: $text; }
QWidget[ground="panel"] { background: $panel; }
QWidget[ground="surface"] { background: $surface; }
QFrame[role="hairline"] { background: $line; border: none; max-height: 1px; min-height: 1px; }
QFrame[role="card"] { background: $panel; border: 1px solid $line; border-radius: 6px; }
QFrame[role="notice-warning"] { background: $warning_ground; border: 1px solid $warning_edge; border-radius: 6px; }
QFrame[role="notice-bad"] { background: $bad_ground; border: 1px solid $bad_edge; border-radius: 6px; }
QFrame[role="notice-muted"] { background: $hover; border: 1px solid $line; border-radius: 6px; }
QLabel[role="note"] { font-size: ${small}px; background: transparent; }
QFrame[role="nest"] { border: none; border-left: 2px solid $line; }
QMainWindow::separator, QSplitter::handle { background: $line; }
QSplitter::handle:hover, QSplitter::handle:pressed { background: $accent; }
QScrollArea { background: transparent; border: none; }
QScrollArea[ground="panel"] { background: $panel; }
"""

_TABS = """
QToolButton[role="choice"]::menu-indicator { image: url($down); width: ${arrow}px; height: ${arrow}px;
  subcontrol-origin: border; subcontrol-position: right center; right: 2px; }
QTabBar[role="plots"] { background: transparent; }
QTabBar[role="plots"]::tab { background: transparent; color: $muted; border: none; font-size: ${small}px;
  border-bottom: 2px solid transparent; padding: 2px 1px 1px 1px; margin-right: 12px; }
QTabBar[role="plots"]::tab:hover { color: $text; }
QTabBar[role="plots"]::tab:selected { color: $text; font-weight: 600; border-bottom-color: $accent; }
QTabBar[role="plots"][single="true"]::tab:selected { border-bottom-color: transparent; }
QTabBar[role="plots"]::tab:focus { color: $accent; }
QTabBar[role="plots"]::scroller { width: ${row}px; }
QTabBar[role="plots"] QToolButton { background: $panel; border: none; border-radius: 0; padding: 0; }
QTabBar[role="plots"] QToolButton::left-arrow { image: url($left); width: ${arrow}px; height: ${arrow}px; }
QTabBar[role="plots"] QToolButton::right-arrow { image: url($right); width: ${arrow}px; height: ${arrow}px; }
"""

_BUTTONS = """
QPushButton { background: $raised; color: $text; border: 1px solid $border; border-radius: 6px;
  padding: ${pad}px 13px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $pressed; }
QPushButton:disabled { color: $faint; background: $surface; border-color: $line; }
QPushButton:focus { border: 2px solid $accent; padding: ${pad_1}px 12px; }
QPushButton[role="primary"] { background: $accent; color: $accent_text; border-color: $accent; font-weight: 600; }
QPushButton[role="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[role="primary"]:pressed { background: $accent; }
QPushButton[role="primary"]:focus { border: 2px solid $text; }
QPushButton[role="primary"]:disabled { color: $faint; background: $hover; border-color: $line; }
QPushButton::menu-indicator { image: url($down); width: ${arrow}px; height: ${arrow}px;
  subcontrol-position: right center; right: 8px; }
QPushButton[menu="true"] { padding-right: 26px; }
QPushButton[menu="true"]:focus { padding-right: 25px; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 3px; color: $text; }
QToolButton:hover { background: $hover; }
QToolButton:pressed, QToolButton:checked { background: $pressed; }
QToolButton:focus { border: 2px solid $accent; padding: 2px; }
QToolButton:disabled { color: $faint; }
QToolButton[role="caption"] { font-size: ${caption}px; padding: 1px 6px; }
QToolButton[role="caption"]:focus { padding: 0 5px; }
QToolButton[role="link"] { color: $accent; padding: 3px 6px 3px 2px; }
QToolButton[role="link"]:checked { background: transparent; }
QToolButton[role="link"]:checked:hover { background: $hover; }
QToolButton[role="link"]:focus { padding: 2px 5px 2px 1px; }
QToolButton[role="link"]:disabled { color: $faint; }
QToolButton[role="split"] { background: $raised; border: 1px solid $border; padding: ${pad}px 28px ${pad}px 8px; }
QToolButton[role="split"]:hover { background: $hover; }
QToolButton[role="split"]:pressed { background: $pressed; }
QToolButton[role="split"]:disabled { background: $surface; border-color: $line; }
QToolButton[role="split"]:focus { border: 2px solid $accent; padding: ${pad_1}px 27px ${pad_1}px 7px; }
QToolButton[role="split"]::menu-button { border: none; border-left: 1px solid $line; width: 21px; }
QToolButton[role="split"]::menu-button:hover { background: $pressed; }
QToolButton[role="split"]::menu-arrow { image: url($down); width: ${arrow}px; height: ${arrow}px; }
QToolButton[role="small"] { padding: 0; }
QToolButton[role="small"]:checked { background: transparent; }
QToolButton[role="small"]:hover { background: $hover; }
QToolButton[role="stepper"] { padding: 0; border: none; border-radius: 3px; }
QToolButton::menu-indicator { image: none; }
QPushButton, QToolButton[role="split"] { qproperty-iconSize: ${wide_icon}px ${icon}px; }
QToolButton { qproperty-iconSize: ${icon}px ${icon}px; }
QWidget[switch="plain"] { font-size: ${caption}px; padding: 1px 5px; }
QWidget[switch="menu"] { font-size: ${caption}px; padding: 1px 14px 1px 5px; }
QWidget[switch="plain"]:focus { padding: 0 4px; }
QWidget[switch="menu"]:focus { padding: 0 13px 0 4px; }
QToolButton[role="link"] { qproperty-iconSize: ${wide_small}px ${small}px; }
QToolButton[role="stepper"] { qproperty-iconSize: ${caption}px ${caption}px; }
"""

_FIELDS = """
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDoubleSpinBox { background: $raised; color: $text;
  border: 1px solid $border; border-radius: 6px; padding: ${thin}px 7px;
  selection-background-color: $accent; selection-color: $accent_text; }
QLineEdit:hover, QComboBox:hover, QSpinBox:hover, QDoubleSpinBox:hover { border-color: $muted; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus {
  border: 2px solid $accent; padding: ${thin_1}px 6px; }
QLineEdit[role="compact"] { padding: 1px 5px; font-size: ${caption}px; }
QLineEdit[outside="true"] { color: $bad; }
QLineEdit[invalid="true"], QLineEdit[invalid="true"]:focus { border: 2px solid $bad; padding: ${thin_1}px 6px; }
QLineEdit:disabled, QComboBox:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled { color: $faint;
  background: $surface; border-color: $line; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url($down); width: ${arrow}px; height: ${arrow}px; }
QComboBox::down-arrow:disabled { image: url($down_faint); }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $line; padding: 4px; outline: none;
  selection-background-color: $accent; selection-color: $accent_text; }
QComboBox QAbstractItemView::item { min-height: ${row}px; padding: 0 6px; }
QCheckBox, QRadioButton { spacing: 8px; }
QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator { width: ${tick}px; height: ${tick}px;
  border: 1px solid $outline; background: $raised; }
QCheckBox::indicator, QAbstractItemView::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked { background: $accent; border-color: $accent;
  image: url($check); }
QCheckBox::indicator:indeterminate { background: $accent; border-color: $accent; image: url($partly); }
QRadioButton::indicator:checked { background: $accent; border-color: $accent; image: url($dot); }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { background: $surface; border-color: $line; }
QCheckBox::indicator:checked:disabled, QCheckBox::indicator:indeterminate:disabled { background: $line; }
QCheckBox:focus, QRadioButton:focus { outline: none; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border: 2px solid $accent;
  width: ${tick_1}px; height: ${tick_1}px; }
"""

_PARTS = """
QProgressBar { background: $pressed; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $border; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar[idle="true"]::handle { background: transparent; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; }
QMenuBar { background: $surface; color: $text; }
QMenuBar::item { padding: 4px 8px; background: transparent; border-radius: 4px; }
QMenuBar::item:selected { background: $pressed; }
QMenu { background: $raised; color: $text; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 8px; border-radius: 4px; }
QMenu::icon { padding-left: 6px; }
QMenu::item:selected { background: $accent; color: $accent_text; }
QMenu::item:disabled { color: $faint; background: transparent; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QHeaderView { background: $panel; border: none; }
QHeaderView::section { background: $panel; color: $muted; border: none; border-bottom: 1px solid $line;
  padding: 4px 6px; font-size: ${caption}px; }
QTableCornerButton::section { background: $panel; border: none; border-bottom: 1px solid $line; }
QTableView, QTreeView, QListView { background: $panel; color: $text; border: none; gridline-color: $grid;
  alternate-background-color: $surface; selection-background-color: $selected; selection-color: $text; outline: none; }
QTableView[framed="true"], QListView[framed="true"] { border: 1px solid $line; border-radius: 6px; }
QTableView[framed="true"]:focus, QListView[framed="true"]:focus { border: 1px solid $accent; }
QTabWidget::pane { border: none; border-top: 1px solid $line; }
QTabBar::tab { background: transparent; color: $muted; padding: 6px 12px; border: none;
  border-bottom: 2px solid transparent; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QTabBar::tab:focus { color: $accent; }
QSlider::groove:horizontal { background: $pressed; height: 4px; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 2px; }
QSlider::handle:horizontal { background: $raised; border: 2px solid $accent; width: 12px; margin: -6px 0;
  border-radius: 8px; }
QSlider::handle:horizontal:focus { background: $accent; }
QSlider::handle:horizontal:disabled { border-color: $border; }
QStatusBar { background: $surface; color: $text; }
QStatusBar::item { border: none; }
QDockWidget { titlebar-close-icon: none; titlebar-normal-icon: none; }
QDockWidget::title { background: $panel; padding: 6px; border-bottom: 1px solid $line; }
"""

# A Template, because format() would take the sheet's own braces for fields.
_SHEET = Template(_BASE + _TABS + _BUTTONS + _FIELDS + _PARTS)


def build_stylesheet(palette: Palette, scale: float = 1.0) -> str:
    """Write the style sheet for a palette.

    Parameters
    ----------
    palette : Palette
    scale : float
        Size of the text; 1.0 is normal.
    """
    sizes = {
        "caption": 11,
        "small": 12,
        "body": 13,
        "title": 16,
        "counter": 22,
        "row": 24,
        "icon": 16,
        "tick": 14,
        "wide_icon": 19,  # the room to the right of the square icon keeps the text away
        "wide_small": 14,
        "arrow": 12,
    }
    mixes = {
        "border": mix_colours(palette.line, palette.muted, 0.35),
        "outline": mix_colours(palette.line, palette.muted, 0.75),
        "hover": mix_colours(palette.panel, palette.muted, 0.10),
        "pressed": mix_colours(palette.panel, palette.muted, 0.20),
        "selected": mix_colours(palette.panel, palette.accent, 0.22),
        "faint": palette.faint,
        "warning_edge": mix_colours(palette.warning_ground, palette.warning, 0.35),
        "bad_edge": mix_colours(palette.bad_ground, palette.bad, 0.35),
    }
    images = {
        "down": svg.coloured_file("chevron-down", palette.muted),
        "left": svg.coloured_file("chevron-left", palette.muted),
        "right": svg.coloured_file("chevron-right", palette.muted),
        "down_faint": svg.coloured_file("chevron-down", palette.faint),
        "check": svg.coloured_file("check", palette.accent_text),
        "partly": svg.coloured_file("partly", palette.accent_text),
        "dot": svg.coloured_file("dot", palette.accent_text),
    }
    paddings = {"pad": 5, "pad_1": 4, "thin": 3, "thin_1": 2}
    colours = {name: value for name, value in vars(palette).items() if name != "name"}
    scaled = {name: round(size * scale) for name, size in sizes.items()}
    scaled["tick_1"] = scaled["tick"] - 2  # the ring of focus is a pixel wider on either side
    return _SHEET.substitute(colours | mixes | images | paddings | scaled)
