"""What a person may set about the program itself, declared like any other settings, so that a form can draw them."""

from __future__ import annotations

from dataclasses import dataclass

from mlp_gui.core.params import Config, param
from mlp_gui.core.translation import mark

THEMES = (("system", mark("Follow system")), ("light", mark("Light")), ("dark", mark("Dark")))
SERIES = (
    ("okabe_ito", mark("Okabe and Ito")),
    ("tol", mark("Tol, bright")),
    ("contrast", mark("Tol, high contrast")),
    ("ibm", "IBM"),
)
LANGUAGES = (("system", mark("Follow system")), ("en", "English"), ("de", "Deutsch"))
NUMBER_FORMATS = (
    ("language", mark("As the language")),
    ("point", "1,234.5"),
    ("comma", "1.234,5"),
    ("blank", "1 234,5"),
)
THREADS = (("auto", mark("By network size")), ("one", mark("One")), ("all", mark("All cores")))


@dataclass(frozen=True)
class Settings(Config):
    """Kept between starts, applied at once."""

    theme: str = param("system", "Theme", choices=THEMES, help="Light or dark ground. Plots follow at once.", live=True)
    text_size: int = param(
        100, "Text size", low=80, high=200, unit="%", live=True, help="Of everything in the window, plots included."
    )
    series: str = param(
        "okabe_ito",
        "Colours of lines",
        choices=SERIES,
        live=True,
        help="Each set can be told apart with any kind of colour vision. Lines also differ by their dashes.",
    )
    language: str = param(
        "system", "Language", choices=LANGUAGES, help="Of the window and its help, from the next start on."
    )
    number_format: str = param(
        "language",
        "Numbers",
        choices=NUMBER_FORMATS,
        help="How numbers are shown, from the next start on. What you type is understood with a point or a comma. "
        "Files are not touched by this.",
    )
    presenting_size: int = param(
        150,
        "Text size when presenting",
        low=100,
        high=200,
        unit="%",
        live=True,
        help="F11 shows only the plots, full screen, in this size, for a projector.",
    )
    threads: str = param(
        "auto",
        "Processor cores",
        choices=THREADS,
        help="For the matrix products of runs that begin from now on. Small networks are fastest on one core.",
    )
    memory: int = param(
        256,
        "Memory of the time line",
        low=1,
        high=1_000_000,
        scale="log",
        unit="MB",
        live=True,
        help="Weights of past epochs are kept in so much memory; when it is full, fewer are kept, spread over the run.",
    )
    autosave: int = param(
        60,
        "Backup every",
        low=5,
        high=3600,
        unit="s",
        live=True,
        help="Unsaved work is copied aside, to be recovered if the program or the machine breaks down.",
    )
    notify_after: int = param(
        30,
        "Notify after",
        low=0,
        high=86_400,
        unit="s",
        live=True,
        help="When a run that took at least this long ends while you work in another window, the desktop says so.",
    )
