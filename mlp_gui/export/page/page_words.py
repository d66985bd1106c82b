"""The words that the page's script says, in the reader's language; what stands in braces is filled in there."""

from __future__ import annotations

from mlp_gui.core.translation import mark, tr

_WORDS = {
    "answer": mark("Prediction"),
    "answers": mark("What the curves show"),
    "classHead": mark("Most probable class"),
    "million": mark("{number} million"),
    "exactly": mark("exactly {value}"),
    "probability": mark("with probability {share}"),
    "interval": mark("{low} to {high}"),
    "level": mark("The share of true values that the interval holds"),
    "setLevel": mark("The share of rows whose true class is in the set"),
    "set": mark("Set of classes: {names}"),
    "nothing": mark("No prediction"),
    "noAnswer": mark("No prediction: {name} cannot be computed from these values."),
    "empty": mark("(empty)"),
    "emptyText": mark("(empty text)"),
    "other": mark("(another word)"),
    "unread": mark("This is no number, so there is no prediction."),
    "gap": mark("Empty: a formula finds no value here."),
    "gapFilled": mark("Empty: counts as {value}."),
    "gapRefused": mark("Empty, and nothing stands in for it: there is no prediction."),
    "unseen": mark("No training row has this word."),
    "range": mark("Training rows: {low} to {high}"),
    "outside": mark("Outside of the training rows ({low} to {high}): a guess."),
    "outsideDerived": mark("outside of the training rows: a guess."),
    "start": mark("Begin with"),
    "typical": mark("typical values"),
    "row": mark("check row {n}"),
    "back": mark("Back to it"),
    "link": mark("Link to this point"),
    "network": mark("Network"),
    "networkLabel": mark("The units of the network, blue for negative and orange for positive activations"),
    "more": mark("{n} more"),
    "activations": mark("Activations as a table"),
    "unitHead": mark("Unit"),
    "activationHead": mark("Activation"),
    "unit": mark("hidden layer {layer}, unit {unit}"),
    "output": mark("output {unit}"),
    "proved": mark("Checked when opened: largest difference {difference} of the target's scale (check rows: {n})."),
    "failed": mark("This page does not compute what the program does: its check rows differ by up to {difference}."),
}


def page_words() -> dict[str, str]:
    """Return the words by the names that the script has for them."""
    return {name: tr(text) for name, text in _WORDS.items()}
