"""The language of the window: Qt's translator behind the words of every layer, Qt's own texts, and the number signs."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from mlp_gui.core import translation
from mlp_gui.core.resources import resource

CONTEXT = "mlp_gui"
LANGUAGES = ("en", "de")
SIGNS = {"point": translation.POINT, "comma": translation.COMMA, "blank": translation.BLANK}

_installed: list[QTranslator] = []


def install_language(language: str = "system", number_format: str = "language") -> None:
    """Speak a language, as far as it is known, and write numbers as it does or as said.

    What is already on the screen keeps its words: to be called before a window is built.

    Parameters
    ----------
    language : str
        "en", "de" or "system".
    number_format : str
        "language", or a name in SIGNS.
    """
    if language == "system":
        language = QLocale.system().name().partition("_")[0]
    if language not in LANGUAGES:
        language = "en"
    while _installed:
        QCoreApplication.removeTranslator(_installed.pop())
    QLocale.setDefault(QLocale(language))
    if language != "en":
        _install(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), f"qtbase_{language}")
        _install(str(resource("translations")), f"mlp_gui_{language}")
    signs = SIGNS.get(number_format, translation.COMMA if language == "de" else translation.POINT)
    translation.set_language(_translate if language != "en" else None, signs, language)


def _install(folder: str, name: str) -> None:
    translator = QTranslator()
    if translator.load(name, folder):
        QCoreApplication.installTranslator(translator)
        _installed.append(translator)


def _translate(text: str, n: int) -> str:
    return QCoreApplication.translate(CONTEXT, text, None, n)
