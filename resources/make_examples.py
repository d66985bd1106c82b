"""Write the example notebooks in `resources/examples`, from the texts and the code that stand here.

    python resources/make_examples.py

They use the bundled samples and this program as a library, and draw with matplotlib.
"""

from __future__ import annotations

from pathlib import Path

from mlp_gui.export.notebook.notebook_file import Cell, encode_notebook

FOLDER = Path(__file__).resolve().parent / "examples"
Text = tuple[str, str]  # "text" or "code", and what the cell says

NUMBERS: tuple[Text, ...] = (
    (
        "text",
        """
# A number from a table: is the network any good?

A network is fitted to 218 measurements from a beach in Busan, South Korea. It looks convincing on the rows that it has
learned from. The rows that it has not seen tell another story, and that is the point of this notebook.
""",
    ),
    (
        "code",
        """
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd

import mlp_gui

model = mlp_gui.fit("sample:busan_beach", target="tetx_coppml", hidden=(10, 5), transform={"tetx_coppml": "log10"},
                    split=(0.6, 0.2, 0.2), epochs=400, seed=1)
model
""",
    ),
    (
        "text",
        """
## Two curves

The loss of the training rows falls as long as one trains. That of the validation rows stops falling: from there on the
network learns these rows by heart. Training ended when the validation loss had not improved for a while, and the
weights of its best epoch were kept.
""",
    ),
    (
        "code",
        """
history = model.history
figure, axes = plt.subplots(figsize=(8, 4))
axes.plot(history["epoch"], history["train_loss"], color="#0072b2", label="training")
axes.plot(history["epoch"], history["validation_loss"], "--", color="#e69f00", label="validation")
axes.set(xlabel="Epoch", ylabel="Loss", yscale="log")
axes.legend()
plt.show()
""",
    ),
    (
        "text",
        "## Scores\n\nR² of 1 is perfect; the mean of the target would get 0. A negative one is worse than that mean.",
    ),
    ("code", "pd.DataFrame(model.scores).round(3)"),
    (
        "text",
        """
## How wide an answer is

`predict_interval` gives the range in which 80 % of true values lie, judged by the errors of the validation rows. The
test rows, which nobody has looked at, tell whether it keeps its promise.
""",
    ),
    (
        "code",
        """
rows = model.predictions()
test = rows[rows["subset"] == "test"]
half = np.quantile(np.abs(rows.loc[rows["subset"] == "validation", "true tetx_coppml"]
                          - rows.loc[rows["subset"] == "validation", "predicted tetx_coppml"]), 0.8)
inside = (test["true tetx_coppml"] - test["predicted tetx_coppml"]).abs() <= half
figure, axes = plt.subplots(figsize=(6, 5))
axes.scatter(test["predicted tetx_coppml"], test["true tetx_coppml"], s=14, color="#009e73")
ends = [test["predicted tetx_coppml"].min(), test["predicted tetx_coppml"].max()]
axes.plot(ends, ends, ":", color="#5b6470")
axes.fill_between(ends, np.array(ends) - half, np.array(ends) + half, alpha=0.15, color="#009e73")
axes.set(xlabel="Predicted", ylabel="Observed", title=f"{100 * inside.mean():.0f} % of the test rows are inside")
plt.show()
""",
    ),
)

CLASSES: tuple[Text, ...] = (
    (
        "text",
        """
# Three kinds of penguins: which one, how sure, and why

The network gives a probability for each species. This notebook looks at its mistakes, and asks for one penguin which
measure has decided.
""",
    ),
    (
        "code",
        """
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd

import mlp_gui

model = mlp_gui.fit("sample:penguins", target="species", hidden=(8,), epochs=150, seed=2, split=(0.6, 0.2, 0.2))
pd.DataFrame(model.scores).loc[["accuracy", "log_loss"]].round(3)
""",
    ),
    (
        "text",
        "## Who is taken for whom\n\nRows are the true species, columns what the network says, of unseen rows.",
    ),
    (
        "code",
        """
rows = model.predictions()
unseen = rows[rows["subset"] != "training"]
counts = pd.crosstab(unseen["true species"], unseen["predicted species"]).reindex(
    index=model.classes, columns=model.classes, fill_value=0)
figure, axes = plt.subplots(figsize=(5, 4))
axes.imshow(counts.to_numpy(), cmap="Blues")
for i, j in np.ndindex(counts.shape):
    axes.text(j, i, str(counts.iat[i, j]), ha="center", va="center")
axes.set_xticks(range(len(counts)), counts.columns)
axes.set_yticks(range(len(counts)), counts.index)
axes.set(xlabel="Predicted", ylabel="True")
plt.show()
""",
    ),
    (
        "text",
        "## The least certain one\n\nOf all penguins with an answer, the one whose largest probability is smallest.",
    ),
    (
        "code",
        """
probabilities = model.predict_proba("sample:penguins")
sure = np.where(np.isnan(probabilities).any(axis=1), np.inf, probabilities.max(axis=1))
row = int(sure.argmin())
why = model.explain_row("sample:penguins", row)
figure, axes = plt.subplots(figsize=(7, 3.5))
axes.barh(why.index, why["effect"], color=np.where(why["effect"] < 0, "#0072b2", "#e69f00"))
axes.set(xlabel="Change of its probability against a typical value", title=f"row {row}")
plt.show()
pd.Series(probabilities[row], index=model.classes).round(3)
""",
    ),
)

RIVER: tuple[Text, ...] = (
    ("text", """
# A river remembers: lags and a split along time

Discharge follows the rain of the days before. Columns of earlier rows give the network that memory, and the last part
of the record, which it has not seen, is the honest test: rows drawn at random would stand between their neighbours.
"""),
    ("code", """
import matplotlib.pyplot as plt
import pandas as pd

import mlp_gui

derive = ["wet_3 = rolling_sum(rain_mm, 3)", "wet_30 = ewm(rain_mm, 30)", "before = lag(rain_mm, 1)"]
common = {"target": "discharge_mm", "missing": -999, "split": (0.6, 0.2, 0.2), "split_method": "time_order",
          "epochs": 60, "seed": 1}
plain = mlp_gui.fit("sample:catchment", inputs=["rain_mm"], **common)
model = mlp_gui.fit("sample:catchment", inputs=["rain_mm", "wet_3", "wet_30", "before"], derive=derive, **common)
both = {"rain of the day": plain, "with memory": model}
pd.DataFrame({name: pd.DataFrame(run.scores).loc["nse"] for name, run in both.items()})
"""),
    ("text", "## The hydrograph of the test rows"),
    ("code", """
rows = model.predictions()
test = rows[rows["subset"] == "test"].iloc[:200]
figure, axes = plt.subplots(figsize=(9, 4))
axes.plot(test.index, test["true discharge_mm"], color="#1c2024", lw=1, label="observed")
axes.plot(test.index, test["predicted discharge_mm"], color="#009e73", lw=1.5, label="predicted")
axes.set(xlabel="Row of the table", ylabel="Discharge (mm)")
axes.legend()
plt.show()
"""),
    ("text", "## Low and high flows\n\nNSE forgives errors of low flows; logarithmic axes show them."),
    ("code", """
figure, axes = plt.subplots(figsize=(5, 5))
known = rows[(rows["true discharge_mm"] > 0) & (rows["predicted discharge_mm"] > 0)]
axes.loglog(known["true discharge_mm"], known["predicted discharge_mm"], ".", ms=3, alpha=0.4)
axes.set(xlabel="Observed", ylabel="Predicted")
plt.show()
rows.groupby("subset").size()
"""),
)  # fmt: skip

EXAMPLES = {"1_a_number_from_a_table": NUMBERS, "2_three_kinds_of_penguins": CLASSES, "3_a_river_remembers": RIVER}


def main() -> None:
    """Write all of them."""
    FOLDER.mkdir(exist_ok=True)
    for name, texts in EXAMPLES.items():
        cells = [Cell(text, is_code=kind == "code") for kind, text in texts]
        (FOLDER / f"{name}.ipynb").write_bytes(encode_notebook(cells))


if __name__ == "__main__":
    main()
