<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
 <context>
  <name>mlp_gui</name>
  <message>
   <source>%</source>
   <translation>%</translation>
  </message>
  <message>
   <source>&amp;Data</source>
   <translation>Date&amp;n</translation>
  </message>
  <message>
   <source>&amp;Edit</source>
   <translation>&amp;Bearbeiten</translation>
  </message>
  <message>
   <source>&amp;File</source>
   <translation>&amp;Datei</translation>
  </message>
  <message>
   <source>&amp;Help</source>
   <translation>&amp;Hilfe</translation>
  </message>
  <message>
   <source>&amp;Inspect</source>
   <translation>&amp;Einblick</translation>
  </message>
  <message>
   <source>&amp;Train</source>
   <translation>&amp;Trainieren</translation>
  </message>
  <message>
   <source>&amp;View</source>
   <translation>&amp;Ansicht</translation>
  </message>
  <message>
   <source>(another word)</source>
   <translation>(ein anderes Wort)</translation>
  </message>
  <message>
   <source>(empty text)</source>
   <translation>(leerer Text)</translation>
  </message>
  <message>
   <source>(empty)</source>
   <translation>(leer)</translation>
  </message>
  <message>
   <source>(file − shift) / scale</source>
   <translation>(Datei − Verschiebung) / Maßstab</translation>
  </message>
  <message>
   <source>/ {most:,}</source>
   <translation>/ {most:,}</translation>
  </message>
  <message>
   <source>/ {most:,} epochs</source>
   <translation>/ {most:,} Epochen</translation>
  </message>
  <message>
   <source>0.5: a quarter of the rate takes 16 epochs.</source>
   <translation>0,5: Ein Viertel der Lernrate dauert 16 Epochen.</translation>
  </message>
  <message>
   <source>1 - SSE / sum (y - mean y)^2: the coefficient of determination; undefined for a constant target.</source>
   <translation>1 - SSE / Summe von (y - Mittelwert y)^2: das Bestimmtheitsmaß; undefiniert bei konstanter Zielgröße.</translation>
  </message>
  <message>
   <source>1 - sqrt((r - 1)^2 + (CV p / CV y - 1)^2 + (mean p / mean y - 1)^2), CV = std / mean (Kling et al. 2012).</source>
   <translation>1 - sqrt((r - 1)^2 + (CV p / CV y - 1)^2 + (Mittelwert p / Mittelwert y - 1)^2), CV = Standardabweichung / Mittelwert (Kling et al. 2012).</translation>
  </message>
  <message>
   <source>1 - sqrt((r - 1)^2 + (std p / std y - 1)^2 + (mean p / mean y - 1)^2) (Gupta et al. 2009).</source>
   <translation>1 - sqrt((r - 1)^2 + (std p / std y - 1)^2 + (Mittelwert p / Mittelwert y - 1)^2) (Gupta et al. 2009).</translation>
  </message>
  <message>
   <source>1 where there is a value, else 0.</source>
   <translation>1, wo ein Wert steht, sonst 0.</translation>
  </message>
  <message>
   <source>100 (Q95 p - Q95 y) / Q95 y, where Q95 is the flow that is exceeded 95 % of the time. Its best is 0.</source>
   <translation>100 (Q95 p - Q95 y) / Q95 y, wobei Q95 der Abfluss ist, der in 95 % der Zeit überschritten wird. Am besten ist 0.</translation>
  </message>
  <message>
   <source>100 (max p - max y) / max y: how much too high the highest flow is, negative when it is too low. Its best is 0.</source>
   <translation>100 (max p - max y) / max y: um wie viel der höchste Abfluss zu hoch ist, negativ, wenn er zu niedrig ist. Am besten ist 0.</translation>
  </message>
  <message>
   <source>100 epochs</source>
   <translation>100 Epochen</translation>
  </message>
  <message>
   <source>100 epochs, then pause.</source>
   <translation>100 Epochen, dann anhalten.</translation>
  </message>
  <message>
   <source>100 mean of |p - y| / |y|; undefined (nan) as soon as one target is 0.</source>
   <translation>100 · Mittelwert von |p - y| / |y|; undefiniert (nan), sobald ein Zielwert 0 ist.</translation>
  </message>
  <message>
   <source>100 mean |p − y| / |y|; undefined when a target is 0</source>
   <translation>100 · Mittelwert von |p − y| / |y|; undefiniert, wenn ein Zielwert 0 ist</translation>
  </message>
  <message>
   <source>100 sum (p - y) / sum y: positive means that predictions are too high. Its best value is 0.</source>
   <translation>100 · Summe von (p - y) / Summe von y: Positiv heißt, die Vorhersagen sind zu hoch. Der beste Wert ist 0.</translation>
  </message>
  <message>
   <source>100 Σ (p − y) / Σ y; positive: too high</source>
   <translation>100 Σ (p − y) / Σ y; positiv: zu hoch</translation>
  </message>
  <message>
   <source>100 Σ (p − y) / Σ y; y and p sorted, their highest 2 %</source>
   <translation>100 Σ (p − y) / Σ y; y und p sortiert, ihre höchsten 2 %</translation>
  </message>
  <message>
   <source>30 measures of cell nuclei from 569 biopsies, to tell benign from malignant.</source>
   <translation>30 Maße von Zellkernen aus 569 Biopsien, um gutartig von bösartig zu unterscheiden.</translation>
  </message>
  <message>
   <source>32 bit</source>
   <translation>32 Bit</translation>
  </message>
  <message>
   <source>32 bit halves the memory and is faster for large networks.</source>
   <translation>32 Bit halbieren den Speicherbedarf und sind bei großen Netzen schneller.</translation>
  </message>
  <message>
   <source>64 bit</source>
   <translation>64 Bit</translation>
  </message>
  <message>
   <source>95 % interval</source>
   <translation>95-%-Intervall</translation>
  </message>
  <message>
   <source>= stands only behind the name of the new column.</source>
   <translation>= steht nur hinter dem Namen der neuen Spalte.</translation>
  </message>
  <message>
   <source>A 10-5-1 perceptron on the Busan beach data, as the tutorial trains it, number by number.</source>
   <translation>Ein 10-5-1-Perzeptron für die Daten vom Strand von Busan, wie das Tutorial es trainiert, Zahl für Zahl.</translation>
  </message>
  <message>
   <source>A 10-5-1 perceptron on the Busan beach data, number by number as in the tutorial.</source>
   <translation>Ein 10-5-1-Perzeptron für die Daten vom Strand von Busan, Zahl für Zahl wie im Tutorial.</translation>
  </message>
  <message>
   <source>A Jupyter notebook that loads the network, trains it again, and draws curves and scores.</source>
   <translation>Ein Jupyter-Notebook, das das Netz lädt, erneut trainiert und Kurven und Kennzahlen zeichnet.</translation>
  </message>
  <message>
   <source>A SELECT that gives the rows. It can read the database only.</source>
   <translation>Ein SELECT, das die Zeilen liefert. Es kann die Datenbank nur lesen.</translation>
  </message>
  <message>
   <source>A bracket is not closed.</source>
   <translation>Eine Klammer ist nicht geschlossen.</translation>
  </message>
  <message>
   <source>A cell holds {most:,} letters; a category of the column {name} is longer.</source>
   <translation>Eine Zelle fasst {most:,} Zeichen; eine Kategorie der Spalte {name} ist länger.</translation>
  </message>
  <message>
   <source>A cell of a spreadsheet that shows 12 % holds 0.12.</source>
   <translation>Eine Zelle einer Tabellenkalkulation, die 12 % zeigt, enthält 0,12.</translation>
  </message>
  <message>
   <source>A class file holds the table itself.</source>
   <translation>Eine Klassendatei enthält die Tabelle selbst.</translation>
  </message>
  <message>
   <source>A class needs several rows to be learned from.</source>
   <translation>Um eine Klasse zu lernen, braucht es mehrere Zeilen.</translation>
  </message>
  <message>
   <source>A column is listed twice in the data settings.</source>
   <translation>Eine Spalte steht doppelt in den Dateneinstellungen.</translation>
  </message>
  <message>
   <source>A column whose name has blanks or signs stands between backticks: `flow, m3/s`.</source>
   <translation>Eine Spalte, deren Name Leerzeichen oder Zeichen hat, steht zwischen Backticks (`): `Abfluss, m3/s`.</translation>
  </message>
  <message>
   <source>A column whose name has blanks stands between backticks: `flow, m3/s`.</source>
   <translation>Eine Spalte, deren Name Leerzeichen hat, steht zwischen Backticks (`): `Abfluss, m3/s`.</translation>
  </message>
  <message>
   <source>A comparison is expected, such as {example}.</source>
   <translation>Erwartet wird ein Vergleich, etwa {example}.</translation>
  </message>
  <message>
   <source>A condition has at most {n:,} letters.</source>
   <translation>Eine Bedingung hat höchstens {n:,} Zeichen.</translation>
  </message>
  <message>
   <source>A constant</source>
   <translation>Eine Konstante</translation>
  </message>
  <message>
   <source>A copy of the work was kept at {when}.</source>
   <translation>Eine Kopie der Arbeit vom {when} ist aufgehoben.</translation>
  </message>
  <message>
   <source>A copy of the work was kept; its file does not say when.</source>
   <translation>Eine Kopie der Arbeit ist aufgehoben; ihre Datei sagt nicht, von wann.</translation>
  </message>
  <message>
   <source>A date is written as 2024-12-31 or 2024-12-31 13:30 here.</source>
   <translation>Ein Datum wird hier als 2024-12-31 oder 2024-12-31 13:30 geschrieben.</translation>
  </message>
  <message>
   <source>A derived column can use those that are declared before it.</source>
   <translation>Eine abgeleitete Spalte kann die verwenden, die vor ihr angegeben sind.</translation>
  </message>
  <message>
   <source>A few minutes each. Predict first, then watch a real run answer.</source>
   <translation>Je ein paar Minuten. Erst vorhersagen, dann gibt ein echter Lauf die Antwort.</translation>
  </message>
  <message>
   <source>A file of this kind can be read in one way only.</source>
   <translation>Eine Datei dieser Art kann nur auf eine Weise gelesen werden.</translation>
  </message>
  <message>
   <source>A file with this table and your tasks, without a network or a history.</source>
   <translation>Eine Datei mit dieser Tabelle und Ihren Aufgaben, ohne Netz und ohne Verlauf.</translation>
  </message>
  <message>
   <source>A formula has at most {n:,} letters.</source>
   <translation>Eine Formel hat höchstens {n:,} Zeichen.</translation>
  </message>
  <message>
   <source>A fresh network was trained for a moment while the learning rate rose step by step. The shaded range begins where the loss falls fastest and ends at its lowest point; beyond that the steps are too large.</source>
   <translation>Ein frisches Netz wurde kurz trainiert, während die Lernrate Schritt für Schritt stieg. Der getönte Bereich beginnt, wo der Verlust am schnellsten fällt, und endet an seinem tiefsten Punkt; jenseits davon sind die Schritte zu groß.</translation>
  </message>
  <message>
   <source>A function before the scaling, for skewed numbers. What is shown stays in original units.</source>
   <translation>Eine Funktion vor der Skalierung, für schiefe Verteilungen. Gezeigt wird alles in den ursprünglichen Einheiten.</translation>
  </message>
  <message>
   <source>A gradient that is longer than the limit is shortened; its direction stays.</source>
   <translation>Ein Gradient, der länger ist als die Grenze, wird gekürzt; seine Richtung bleibt.</translation>
  </message>
  <message>
   <source>A larger network can follow what a straight line cannot.</source>
   <translation>Ein größeres Netz kann dem folgen, was eine Gerade nicht kann.</translation>
  </message>
  <message>
   <source>A learning curve: networks that learn from so many rows; empty: from all.</source>
   <translation>Eine Lernkurve: Netze, die aus so vielen Zeilen lernen; leer: aus allen.</translation>
  </message>
  <message>
   <source>A linear model is better</source>
   <translation>Ein lineares Modell ist besser</translation>
  </message>
  <message>
   <source>A linear model is better: its {measure} is {share} lower {interval} on {rows}.</source>
   <translation>Ein lineares Modell ist besser: {measure} ist bei ihm um {share} kleiner {interval}, auf {rows}.</translation>
  </message>
  <message>
   <source>A metric of every subset, or what the trainer reports after each epoch.</source>
   <translation>Ein Gütemaß jeder Teilmenge, oder was das Training nach jeder Epoche meldet.</translation>
  </message>
  <message>
   <source>A moving average over the raw curve: its weights fade by e in so many epochs</source>
   <translation>Ein gleitender Mittelwert über der rohen Kurve: Seine Gewichte klingen in so vielen Epochen um e ab</translation>
  </message>
  <message>
   <source>A network cannot learn from {n:,} rows.</source>
   <translation>Ein Netz kann nicht aus {n:,} Zeilen lernen.</translation>
  </message>
  <message>
   <source>A network learns from how its inputs and target vary from row to row, and needs rows to validate with.</source>
   <translation>Ein Netz lernt daraus, wie Eingaben und Zielgröße sich von Zeile zu Zeile ändern, und braucht Zeilen zum Validieren.</translation>
  </message>
  <message>
   <source>A network needs at least one training row.</source>
   <translation>Ein Netz braucht mindestens eine Trainingszeile.</translation>
  </message>
  <message>
   <source>A notebook trains one network again, and this is the average of several.</source>
   <translation>Ein Notebook trainiert ein Netz noch einmal, und dies ist das Mittel mehrerer.</translation>
  </message>
  <message>
   <source>A number is needed here.</source>
   <translation>Hier ist eine Zahl nötig.</translation>
  </message>
  <message>
   <source>A number, a column or a function is expected, not {found}.</source>
   <translation>Hier wird eine Zahl, eine Spalte oder eine Funktion erwartet, nicht {found}.</translation>
  </message>
  <message>
   <source>A quote in {name} is never closed.</source>
   <translation>Ein Anführungszeichen in {name} wird nie geschlossen.</translation>
  </message>
  <message>
   <source>A quoted cell that begins in line {line:,} runs over {n:,} lines; a quote may be missing.</source>
   <translation>Eine Zelle in Anführungszeichen, die in Zeile {line:,} beginnt, läuft über {n:,} Zeilen; vielleicht fehlt ein Anführungszeichen.</translation>
  </message>
  <message>
   <source>A race is a study of its own.</source>
   <translation>Ein Wettlauf ist eine eigene Studie.</translation>
  </message>
  <message>
   <source>A race of {name} needs two different values or more.</source>
   <translation>Ein Wettlauf von {name} braucht zwei verschiedene Werte oder mehr.</translation>
  </message>
  <message>
   <source>A readable program that predicts with numpy alone, also from the command line.</source>
   <translation>Ein lesbares Programm, das allein mit numpy vorhersagt, auch auf der Kommandozeile.</translation>
  </message>
  <message>
   <source>A regression has no classes.</source>
   <translation>Eine Regression hat keine Klassen.</translation>
  </message>
  <message>
   <source>A row of your own</source>
   <translation>Eine eigene Zeile</translation>
  </message>
  <message>
   <source>A row that was typed in</source>
   <translation>Eine eingegebene Zeile</translation>
  </message>
  <message>
   <source>A row typed in…</source>
   <translation>Eine eingegebene Zeile…</translation>
  </message>
  <message>
   <source>A run is kept here whenever it stops.</source>
   <translation>Hier wird ein Lauf aufgehoben, sobald er anhält.</translation>
  </message>
  <message>
   <source>A run with other initial weights replaces this one.</source>
   <translation>Ein Lauf mit anderen Startgewichten ersetzt diesen.</translation>
  </message>
  <message>
   <source>A script that trains the same run in PyTorch, with start weights and prepared table beside it.</source>
   <translation>Ein Skript, das denselben Lauf in PyTorch trainiert, mit Startgewichten und aufbereiteter Tabelle daneben.</translation>
  </message>
  <message>
   <source>A script that trains the same run in TensorFlow, with start weights and prepared table beside it.</source>
   <translation>Ein Skript, das denselben Lauf in TensorFlow trainiert, mit Startgewichten und aufbereiteter Tabelle daneben.</translation>
  </message>
  <message>
   <source>A script that trains the same run in scikit-learn, with start weights and prepared table beside it.</source>
   <translation>Ein Skript, das denselben Lauf in scikit-learn trainiert, mit Startgewichten und aufbereiteter Tabelle daneben.</translation>
  </message>
  <message>
   <source>A script trains one network again, and this is the average of several.</source>
   <translation>Ein Skript trainiert ein Netz noch einmal, und dies ist der Mittelwert mehrerer.</translation>
  </message>
  <message>
   <source>A search and a learning curve are two studies.</source>
   <translation>Eine Suche und eine Lernkurve sind zwei Studien.</translation>
  </message>
  <message>
   <source>A short test on a fresh network.</source>
   <translation>Ein kurzer Versuch an einem frischen Netz.</translation>
  </message>
  <message>
   <source>A sign that takes the meaning from the separator or quote after it.</source>
   <translation>Ein Zeichen, das dem Trennzeichen oder Textbegrenzer dahinter seine Bedeutung nimmt.</translation>
  </message>
  <message>
   <source>A small share of each weight is taken away. Biases are left alone.</source>
   <translation>Ein kleiner Anteil jedes Gewichts wird weggenommen. Bias-Werte bleiben unberührt.</translation>
  </message>
  <message>
   <source>A table needs these columns, in any order: {names}.</source>
   <translation>Eine Tabelle braucht diese Spalten, in beliebiger Reihenfolge: {names}.</translation>
  </message>
  <message>
   <source>A table of weights for each layer, for a spreadsheet or any other program.</source>
   <translation>Eine Tabelle der Gewichte für jede Schicht, für eine Tabellenkalkulation oder andere Programme.</translation>
  </message>
  <message>
   <source>A target of the pipeline has a shift or scale that is not finite or 0.</source>
   <translation>Eine Zielgröße der Aufbereitung hat eine Verschiebung oder einen Maßstab, der nicht endlich oder 0 ist.</translation>
  </message>
  <message>
   <source>A unit that is left out counts 0; the others are made larger so that the sum stays the same on average.</source>
   <translation>Ein ausgelassenes Neuron zählt 0; die anderen werden vergrößert, damit die Summe im Mittel gleich bleibt.</translation>
  </message>
  <message>
   <source>A weight in {where} is not a finite number.</source>
   <translation>Ein Gewicht in {where} ist keine endliche Zahl.</translation>
  </message>
  <message>
   <source>A weight in {where} is too large for a network in 32 bit.</source>
   <translation>Ein Gewicht in {where} ist zu groß für ein Netz mit 32 Bit.</translation>
  </message>
  <message>
   <source>A workbook cannot carry the activation {activation}.</source>
   <translation>Eine Arbeitsmappe kann die Aktivierung {activation} nicht enthalten.</translation>
  </message>
  <message>
   <source>A workbook holds networks of up to {weights:,} weights and {units:,} inputs and units.</source>
   <translation>Eine Arbeitsmappe fasst Netze bis zu {weights:,} Gewichten sowie {units:,} Eingaben und Neuronen.</translation>
  </message>
  <message>
   <source>A workbook looks {most:,} rows back; {name} looks {n:,} rows back.</source>
   <translation>Eine Arbeitsmappe blickt {most:,} Zeilen zurück; {name} blickt {n:,} Zeilen zurück.</translation>
  </message>
  <message>
   <source>A {subset} row.</source>
   <translation>Teilmenge der Zeile: {subset}.</translation>
  </message>
  <message>
   <source>AMSGrad</source>
   <translation>AMSGrad</translation>
  </message>
  <message>
   <source>AP</source>
   <translation>AP</translation>
  </message>
  <message>
   <source>About mlp_gui</source>
   <translation>Über mlp_gui</translation>
  </message>
  <message>
   <source>About what lies under the pointer.</source>
   <translation>Zu dem, was unter dem Mauszeiger liegt.</translation>
  </message>
  <message>
   <source>Accuracy</source>
   <translation>Genauigkeit</translation>
  </message>
  <message>
   <source>Activation</source>
   <translation>Aktivierung</translation>
  </message>
  <message>
   <source>Activation of hidden layer {layer}: {activation}</source>
   <translation>Aktivierung der verdeckten Schicht {layer}: {activation}</translation>
  </message>
  <message>
   <source>Activations as a table</source>
   <translation>Aktivierungen als Tabelle</translation>
  </message>
  <message>
   <source>Adagrad</source>
   <translation>Adagrad</translation>
  </message>
  <message>
   <source>Adam</source>
   <translation>Adam</translation>
  </message>
  <message>
   <source>Adam after θ ← θ − η λ θ for the weights, not the biases (Loshchilov &amp; Hutter 2019).</source>
   <translation>Adam nach θ ← θ − η λ θ für die Gewichte, nicht für die Bias-Werte (Loshchilov &amp; Hutter 2019).</translation>
  </message>
  <message>
   <source>Adam from {rate:g} down to 0 along a cosine: large steps at first, fine ones at the end.</source>
   <translation>Adam von {rate:g} entlang eines Kosinus bis 0: erst große Schritte, am Ende feine.</translation>
  </message>
  <message>
   <source>Adam that looks ahead: m is replaced by β₁ m + (1 − β₁) g with corrections (Dozat 2016, constant β₁).</source>
   <translation>Adam, der vorausschaut: m wird durch β₁ m + (1 − β₁) g mit Korrekturen ersetzt (Dozat 2016, konstantes β₁).</translation>
  </message>
  <message>
   <source>Adam with v replaced by the largest v so far (Reddi et al. 2018).</source>
   <translation>Adam, aber mit dem bisher größten v anstelle von v (Reddi et al. 2018).</translation>
  </message>
  <message>
   <source>AdamW</source>
   <translation>AdamW</translation>
  </message>
  <message>
   <source>Adaptive (APS)</source>
   <translation>Adaptiv (APS)</translation>
  </message>
  <message>
   <source>Add</source>
   <translation>Hinzufügen</translation>
  </message>
  <message>
   <source>Add a layer</source>
   <translation>Schicht hinzufügen</translation>
  </message>
  <message>
   <source>Add a task</source>
   <translation>Aufgabe hinzufügen</translation>
  </message>
  <message numerus="yes">
   <source>Add lags {first}–{last} of {n:,} columns</source>
   <translation>
    <numerusform>Lags {first}–{last} von {n:,} Spalte hinzufügen</numerusform>
    <numerusform>Lags {first}–{last} von {n:,} Spalten hinzufügen</numerusform>
   </translation>
  </message>
  <message>
   <source>Adds λ₁ Σ|W| to the loss of every batch, biases excepted. Drives weights to 0.</source>
   <translation>Fügt dem Verlust jedes Batches λ₁ Σ|W| hinzu, ohne die Bias-Werte. Treibt Gewichte gegen 0.</translation>
  </message>
  <message>
   <source>Adds λ₂/2 ΣW² to the loss of every batch, biases excepted. Keeps weights small.</source>
   <translation>Fügt dem Verlust jedes Batches λ₂/2 ΣW² hinzu, ohne die Bias-Werte. Hält Gewichte klein.</translation>
  </message>
  <message>
   <source>After every update, a moving average of the weights keeps this share of itself and takes the rest from the new weights; 0: none. Validation and results use the average, while training goes on with the weights.</source>
   <translation>Nach jeder Aktualisierung behält ein gleitender Mittelwert der Gewichte diesen Anteil von sich und nimmt den Rest von den neuen Gewichten; 0: keiner. Validierung und Ergebnisse verwenden den Mittelwert, das Training geht mit den Gewichten weiter.</translation>
  </message>
  <message>
   <source>After every update, the incoming weights of each unit are scaled down to this norm if they are longer.</source>
   <translation>Nach jeder Aktualisierung werden die Gewichte, die in ein Neuron führen, auf diese Norm verkleinert, wenn sie länger sind.</translation>
  </message>
  <message>
   <source>After you have installed something.</source>
   <translation>Nachdem Sie etwas installiert haben.</translation>
  </message>
  <message>
   <source>All biases 0.</source>
   <translation>Alle Bias-Werte 0.</translation>
  </message>
  <message>
   <source>All biases the same number.</source>
   <translation>Alle Bias-Werte dieselbe Zahl.</translation>
  </message>
  <message>
   <source>All columns</source>
   <translation>Alle Spalten</translation>
  </message>
  <message>
   <source>All columns of the table</source>
   <translation>Alle Spalten der Tabelle</translation>
  </message>
  <message>
   <source>All columns with their numbers (Ctrl+L)</source>
   <translation>Alle Spalten mit ihren Zahlen (Strg+L)</translation>
  </message>
  <message>
   <source>All columns with their numbers: roles, scaling, missing values.</source>
   <translation>Alle Spalten mit ihren Zahlen: Rollen, Skalierung, fehlende Werte.</translation>
  </message>
  <message>
   <source>All cores</source>
   <translation>Alle Kerne</translation>
  </message>
  <message>
   <source>All files</source>
   <translation>Alle Dateien</translation>
  </message>
  <message>
   <source>All its inputs lie within the training range.</source>
   <translation>Alle Eingaben liegen im Trainingsbereich.</translation>
  </message>
  <message>
   <source>All paths of {row}: {sum}</source>
   <translation>Alle Wege von {row}: {sum}</translation>
  </message>
  <message>
   <source>All predictions are equal.</source>
   <translation>Alle Vorhersagen sind gleich.</translation>
  </message>
  <message>
   <source>All row weights are 0.</source>
   <translation>Alle Zeilengewichte sind 0.</translation>
  </message>
  <message>
   <source>All rows</source>
   <translation>Alle Zeilen</translation>
  </message>
  <message>
   <source>All rows alike</source>
   <translation>Alle Zeilen gleich</translation>
  </message>
  <message>
   <source>All rows together</source>
   <translation>Alle Zeilen zusammen</translation>
  </message>
  <message>
   <source>All rows: {sum}</source>
   <translation>Alle Zeilen: {sum}</translation>
  </message>
  <message>
   <source>All training rows once.</source>
   <translation>Einmal alle Trainingszeilen.</translation>
  </message>
  <message>
   <source>All true values are 0.</source>
   <translation>Alle wahren Werte sind 0.</translation>
  </message>
  <message>
   <source>All true values are equal.</source>
   <translation>Alle wahren Werte sind gleich.</translation>
  </message>
  <message>
   <source>All units of layer {layer} have the same weights, so they learn the same and count as one. Weights must start different from one another.</source>
   <translation>Alle Neuronen der Schicht {layer} haben dieselben Gewichte, lernen also dasselbe und zählen wie eines. Gewichte müssen am Anfang verschieden sein.</translation>
  </message>
  <message>
   <source>All used rows</source>
   <translation>Alle verwendeten Zeilen</translation>
  </message>
  <message>
   <source>All weights 0. Every unit of a layer then learns the same: shown to be seen, not to be used.</source>
   <translation>Alle Gewichte 0. Jedes Neuron einer Schicht lernt dann dasselbe: zum Ansehen, nicht zum Verwenden.</translation>
  </message>
  <message>
   <source>All {epochs:,} epochs are done.</source>
   <translation>Alle {epochs:,} Epochen sind abgeschlossen.</translation>
  </message>
  <message numerus="yes">
   <source>All {n:,} input columns found.</source>
   <translation>
    <numerusform>Die {n:,} Eingabespalte ist vorhanden.</numerusform>
    <numerusform>Alle {n:,} Eingabespalten sind vorhanden.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>All {n:,} of them are {name}.</source>
   <translation>
    <numerusform>Die einzige ist {name}.</numerusform>
    <numerusform>Alle {n:,} sind {name}.</numerusform>
   </translation>
  </message>
  <message>
   <source>All {n:,} predictions, the greatest change first</source>
   <translation>Alle {n:,} Vorhersagen, die größte Änderung zuerst</translation>
  </message>
  <message>
   <source>All {read:,} rows used.</source>
   <translation>Alle {read:,} Zeilen verwendet.</translation>
  </message>
  <message>
   <source>All {rows:,} rows hold {value}.</source>
   <translation>Alle {rows:,} Zeilen enthalten {value}.</translation>
  </message>
  <message>
   <source>Allow more epochs</source>
   <translation>Mehr Epochen erlauben</translation>
  </message>
  <message>
   <source>Allow more time.</source>
   <translation>Geben Sie mehr Zeit.</translation>
  </message>
  <message>
   <source>Allow writing to it, or choose another name.</source>
   <translation>Erlauben Sie das Schreiben, oder wählen Sie einen anderen Namen.</translation>
  </message>
  <message>
   <source>Along the path of the run</source>
   <translation>Entlang des Wegs des Laufs</translation>
  </message>
  <message>
   <source>Alpha</source>
   <translation>Alpha</translation>
  </message>
  <message>
   <source>An array of numbers is expected.</source>
   <translation>Ein Feld von Zahlen wird erwartet.</translation>
  </message>
  <message>
   <source>An empty cell</source>
   <translation>Eine leere Zelle</translation>
  </message>
  <message>
   <source>An epoch passes all training rows once. The run ends after this many at the latest.</source>
   <translation>Eine Epoche geht einmal durch alle Trainingszeilen. Spätestens nach so vielen endet der Lauf.</translation>
  </message>
  <message>
   <source>An improvement smaller than this does not count.</source>
   <translation>Eine kleinere Verbesserung zählt nicht.</translation>
  </message>
  <message>
   <source>An input is constant</source>
   <translation>Eine Eingabe ist konstant</translation>
  </message>
  <message>
   <source>An object was expected.</source>
   <translation>Erwartet wurde ein Objekt.</translation>
  </message>
  <message>
   <source>An operator such as + is expected, not {found}.</source>
   <translation>Hier wird ein Rechenzeichen wie + erwartet, nicht {found}.</translation>
  </message>
  <message numerus="yes">
   <source>And {n:,} more remarks.</source>
   <translation>
    <numerusform>Und {n:,} weitere Bemerkung.</numerusform>
    <numerusform>Und {n:,} weitere Bemerkungen.</numerusform>
   </translation>
  </message>
  <message>
   <source>Another file is still being written.</source>
   <translation>Eine andere Datei wird noch geschrieben.</translation>
  </message>
  <message>
   <source>Another seed</source>
   <translation>Anderer Seed</translation>
  </message>
  <message>
   <source>Another separator or quote sign may fit better. Otherwise keep these rows with extra columns, or correct them in the file.</source>
   <translation>Vielleicht passt ein anderes Trenn- oder Anführungszeichen besser. Sonst diese Zeilen mit zusätzlichen Spalten behalten oder in der Datei berichtigen.</translation>
  </message>
  <message>
   <source>Another table…</source>
   <translation>Andere Tabelle…</translation>
  </message>
  <message>
   <source>Another window may have saved it. Saving here would replace what it holds now.</source>
   <translation>Vielleicht hat ein anderes Fenster sie gespeichert. Speichern würde ersetzen, was sie jetzt enthält.</translation>
  </message>
  <message>
   <source>Any category</source>
   <translation>Jede Kategorie</translation>
  </message>
  <message>
   <source>Anything</source>
   <translation>Beliebig</translation>
  </message>
  <message>
   <source>Apostrophe 1'234</source>
   <translation>Apostroph 1'234</translation>
  </message>
  <message>
   <source>Apostrophes '</source>
   <translation>Einfache '</translation>
  </message>
  <message>
   <source>Applied: the run's new weights are the ones shown here, bit for bit.</source>
   <translation>Angewendet: Die neuen Gewichte des Laufs sind die hier gezeigten, Bit für Bit.</translation>
  </message>
  <message>
   <source>Apply</source>
   <translation>Anwenden</translation>
  </message>
  <message>
   <source>Apply this batch</source>
   <translation>Diesen Batch anwenden</translation>
  </message>
  <message>
   <source>April</source>
   <translation>April</translation>
  </message>
  <message>
   <source>Area under the ROC curve; for several classes the mean of each class against the rest.</source>
   <translation>Fläche unter der ROC-Kurve; bei mehreren Klassen der Mittelwert von jeder Klasse gegen den Rest.</translation>
  </message>
  <message>
   <source>Area under the precision-recall steps; for several classes the mean of each class against the rest.</source>
   <translation>Fläche unter den Präzision-Trefferquote-Stufen; bei mehreren Klassen der Mittelwert von jeder Klasse gegen den Rest.</translation>
  </message>
  <message>
   <source>Array {symbol}, {rows} × {columns} numbers</source>
   <translation>Array {symbol}, {rows} × {columns} Zahlen</translation>
  </message>
  <message>
   <source>As each column shows</source>
   <translation>Wie jede Spalte zeigt</translation>
  </message>
  <message>
   <source>As given</source>
   <translation>Wie angegeben</translation>
  </message>
  <message>
   <source>As good as possible</source>
   <translation>So gut wie möglich</translation>
  </message>
  <message>
   <source>As in Keras</source>
   <translation>Wie in Keras</translation>
  </message>
  <message>
   <source>As in Keras: only a strictly better value counts, and the run stops when patience is reached. Count exceeds patience: an equal value counts as better, and one more epoch is allowed (the tutorial's way).</source>
   <translation>Wie in Keras: Nur ein echt besserer Wert zählt, und der Lauf hält an, wenn die Geduld erreicht ist. Zähler überschreitet Geduld: Ein gleicher Wert gilt als besser, und eine Epoche mehr ist erlaubt (so rechnet das Tutorial).</translation>
  </message>
  <message>
   <source>As it is now, with new rows, say. What you chose for its columns and the runs in the list stay.</source>
   <translation>So, wie sie jetzt ist, etwa mit neuen Zeilen. Was Sie für ihre Spalten gewählt haben und die Läufe in der Liste bleiben.</translation>
  </message>
  <message>
   <source>As it looks</source>
   <translation>Wie es aussieht</translation>
  </message>
  <message>
   <source>As shares: 0.12</source>
   <translation>Als Anteile: 0,12</translation>
  </message>
  <message>
   <source>As the language</source>
   <translation>Wie die Sprache</translation>
  </message>
  <message>
   <source>As the network says</source>
   <translation>Wie das Netz sie angibt</translation>
  </message>
  <message>
   <source>As the target suggests</source>
   <translation>Wie die Zielgröße nahelegt</translation>
  </message>
  <message>
   <source>As they are shown</source>
   <translation>Wie sie dastehen</translation>
  </message>
  <message>
   <source>As they are shown: 12</source>
   <translation>Wie sie dastehen: 12</translation>
  </message>
  <message>
   <source>As usual: kept apart</source>
   <translation>Wie üblich: getrennt</translation>
  </message>
  <message>
   <source>As usual: missing</source>
   <translation>Wie üblich: fehlend</translation>
  </message>
  <message>
   <source>As usual: the limit</source>
   <translation>Wie üblich: die Grenze</translation>
  </message>
  <message>
   <source>Asking another library</source>
   <translation>Andere Bibliothek rechnet nach</translation>
  </message>
  <message>
   <source>At least {n:,} are needed.</source>
   <translation>Mindestens {n:,} sind nötig.</translation>
  </message>
  <message>
   <source>At most {most:,} can be opened.</source>
   <translation>Höchstens {most:,} lassen sich öffnen.</translation>
  </message>
  <message numerus="yes">
   <source>At most {n:,} epochs</source>
   <translation>
    <numerusform>Höchstens {n:,} Epoche</numerusform>
    <numerusform>Höchstens {n:,} Epochen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>At most {n:,} weights</source>
   <translation>
    <numerusform>Höchstens {n:,} Gewicht</numerusform>
    <numerusform>Höchstens {n:,} Gewichte</numerusform>
   </translation>
  </message>
  <message>
   <source>At the first layer its norm is {first:.2g}, at the last {last:.2g}: the first layers hardly learn. Fewer layers, or relu instead of sigmoid, let it through.</source>
   <translation>An der ersten Schicht ist seine Norm {first:.2g}, an der letzten {last:.2g}: Die ersten Schichten lernen kaum. Weniger Schichten oder ReLU statt Sigmoid lassen ihn durch.</translation>
  </message>
  <message>
   <source>August</source>
   <translation>August</translation>
  </message>
  <message>
   <source>Autocorrelation</source>
   <translation>Autokorrelation</translation>
  </message>
  <message>
   <source>Autocorrelation of the residuals</source>
   <translation>Autokorrelation der Residuen</translation>
  </message>
  <message>
   <source>Automatic</source>
   <translation>Automatisch</translation>
  </message>
  <message>
   <source>Average all networks, or keep more rows for validation.</source>
   <translation>Mitteln Sie alle Netze oder behalten Sie mehr Zeilen zur Validierung.</translation>
  </message>
  <message>
   <source>Average networks that differ in their seed: a study without folds.</source>
   <translation>Mitteln Sie Netze, die sich im Startwert unterscheiden: eine Studie ohne Teile.</translation>
  </message>
  <message>
   <source>Average of networks</source>
   <translation>Mittel der Netze</translation>
  </message>
  <message>
   <source>Average precision</source>
   <translation>Mittlere Präzision</translation>
  </message>
  <message>
   <source>Average weights of hidden layer {layer}</source>
   <translation>Mittlere Gewichte der verdeckten Schicht {layer}</translation>
  </message>
  <message>
   <source>Average weights of the output</source>
   <translation>Mittlere Gewichte der Ausgabe</translation>
  </message>
  <message>
   <source>Average, layer {layer}</source>
   <translation>Mittel, Schicht {layer}</translation>
  </message>
  <message>
   <source>Average, output</source>
   <translation>Mittel, Ausgabe</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Zurück</translation>
  </message>
  <message>
   <source>Back to it</source>
   <translation>Zurück dorthin</translation>
  </message>
  <message>
   <source>Back to the run</source>
   <translation>Zurück zum Lauf</translation>
  </message>
  <message>
   <source>Back to the run (Esc)</source>
   <translation>Zurück zum Lauf (Esc)</translation>
  </message>
  <message>
   <source>Back to the same initial weights (Ctrl+R).</source>
   <translation>Zurück zu denselben Startgewichten (Strg+R).</translation>
  </message>
  <message>
   <source>Back to the same initial weights.</source>
   <translation>Zurück zu denselben Startgewichten.</translation>
  </message>
  <message>
   <source>Back to the samples</source>
   <translation>Zurück zu den Beispielen</translation>
  </message>
  <message>
   <source>Backslash \</source>
   <translation>Backslash \</translation>
  </message>
  <message>
   <source>Backslashes were read as escape signs: a separator or quote after one belongs to the cell.</source>
   <translation>Backslashes wurden als Escape-Zeichen gelesen: Ein Trennzeichen oder Textbegrenzer dahinter gehört zur Zelle.</translation>
  </message>
  <message>
   <source>Backup every</source>
   <translation>Sicherungskopie alle</translation>
  </message>
  <message>
   <source>Backward</source>
   <translation>Rückwärts</translation>
  </message>
  <message>
   <source>Balanced</source>
   <translation>Ausgeglichen</translation>
  </message>
  <message>
   <source>Balanced accuracy</source>
   <translation>Balancierte Genauigkeit</translation>
  </message>
  <message>
   <source>Balanced: each class counts the same in the loss, however many rows it has.</source>
   <translation>Ausgeglichen: Jede Klasse zählt im Verlust gleich viel, wie viele Zeilen sie auch hat.</translation>
  </message>
  <message>
   <source>Batch size</source>
   <translation>Batchgröße</translation>
  </message>
  <message numerus="yes">
   <source>Batches of {size:,}: {n:,} updates in an epoch of {rows:,} training rows.</source>
   <translation>
    <numerusform>Batches von {size:,}: {n:,} Aktualisierung je Epoche von {rows:,} Trainingszeilen.</numerusform>
    <numerusform>Batches von {size:,}: {n:,} Aktualisierungen je Epoche von {rows:,} Trainingszeilen.</numerusform>
   </translation>
  </message>
  <message>
   <source>Beaks, flippers and weights of 344 penguins, some with gaps, to tell three species apart.</source>
   <translation>Schnäbel, Flossen und Gewichte von 344 Pinguinen, teils mit Lücken, um drei Arten zu unterscheiden.</translation>
  </message>
  <message>
   <source>Begin with</source>
   <translation>Beginnen mit</translation>
  </message>
  <message>
   <source>Begin with other weights, to see how much depends on chance. The run stays in the list.</source>
   <translation>Mit anderen Gewichten beginnen, um zu sehen, wie viel vom Zufall abhängt. Der Lauf bleibt in der Liste.</translation>
  </message>
  <message>
   <source>Begin with weights from a file: .npz, .json, .csv, scikit-learn, Keras or PyTorch layouts.</source>
   <translation>Mit Gewichten aus einer Datei beginnen: .npz, .json, .csv, Anordnungen von scikit-learn, Keras oder PyTorch.</translation>
  </message>
  <message>
   <source>Being computed…</source>
   <translation>Wird berechnet …</translation>
  </message>
  <message>
   <source>Below {model}</source>
   <translation>Unter: {model}</translation>
  </message>
  <message>
   <source>Beside its value, a number with 30 or more different values enters in so many pieces: each says how much of it lies below the number, from 0 to 1. Networks then learn bends and steps faster; 0 for none.</source>
   <translation>Neben ihrem Wert geht eine Zahl mit 30 oder mehr verschiedenen Werten in so vielen Stücken ein: Jedes sagt, wie viel von ihm unter der Zahl liegt, von 0 bis 1. Netze lernen dann Knicke und Stufen schneller; 0 für keine.</translation>
  </message>
  <message>
   <source>Beside the reference models</source>
   <translation>Neben den Vergleichsmodellen</translation>
  </message>
  <message>
   <source>Beside this run</source>
   <translation>Neben diesem Lauf</translation>
  </message>
  <message>
   <source>Best epoch (Shift+B)</source>
   <translation>Beste Epoche (Umschalt+B)</translation>
  </message>
  <message>
   <source>Best inputs within limits</source>
   <translation>Beste Eingaben in Grenzen</translation>
  </message>
  <message>
   <source>Best inputs…</source>
   <translation>Beste Eingaben…</translation>
  </message>
  <message>
   <source>Best loss</source>
   <translation>Bester Verlust</translation>
  </message>
  <message>
   <source>Best weights restored.</source>
   <translation>Beste Gewichte wiederhergestellt.</translation>
  </message>
  <message>
   <source>Best {name}: {value:.4g} (epoch {epoch:,}).</source>
   <translation>{name}, bester Wert: {value:.4g} (Epoche {epoch:,}).</translation>
  </message>
  <message>
   <source>Bias of the highest 2 % of the flow duration curve: 100 sum (p - y) / sum y. Its best is 0 (Yilmaz et al. 2008).</source>
   <translation>Abweichung der höchsten 2 % der Dauerlinie: 100 Summe (p - y) / Summe y. Am besten ist 0 (Yilmaz et al. 2008).</translation>
  </message>
  <message>
   <source>Bias of the lowest 30 % of the flow duration curve in logarithms above its lowest flow (Yilmaz et al. 2008).</source>
   <translation>Abweichung der niedrigsten 30 % der Dauerlinie, in Logarithmen über dem kleinsten Abfluss (Yilmaz et al. 2008).</translation>
  </message>
  <message>
   <source>Big5, Chinese</source>
   <translation>Big5, chinesisch</translation>
  </message>
  <message>
   <source>Binary cross-entropy</source>
   <translation>Binäre Kreuzentropie</translation>
  </message>
  <message>
   <source>Blank 1 234</source>
   <translation>Leerzeichen 1 234</translation>
  </message>
  <message>
   <source>Blank lines between rows were left out, first line {line:,}.</source>
   <translation>Leerzeilen zwischen den Zeilen wurden ausgelassen, zuerst Zeile {line:,}.</translation>
  </message>
  <message>
   <source>Blanks</source>
   <translation>Leerzeichen</translation>
  </message>
  <message numerus="yes">
   <source>Blanks around {n:,} cells were removed, so that {word!r} is {bare!r}.</source>
   <translation>
    <numerusform>Leerzeichen um {n:,} Zelle wurden entfernt, sodass {word!r} dasselbe ist wie {bare!r}.</numerusform>
    <numerusform>Leerzeichen um {n:,} Zellen wurden entfernt, sodass {word!r} dasselbe ist wie {bare!r}.</numerusform>
   </translation>
  </message>
  <message>
   <source>Blanks at both ends of a text are removed.</source>
   <translation>Leerzeichen an beiden Enden eines Textes werden entfernt.</translation>
  </message>
  <message>
   <source>Blocks</source>
   <translation>Blöcke</translation>
  </message>
  <message>
   <source>Blocks of time cannot be divided anew.</source>
   <translation>Zeitabschnitte lassen sich nicht neu aufteilen.</translation>
  </message>
  <message>
   <source>Both curves the same: floods and low flows are as frequent as they were, whatever day they fell on.</source>
   <translation>Sind beide Kurven gleich, sind Hochwasser und Niedrigwasser so häufig, wie sie waren, an welchem Tag auch immer.</translation>
  </message>
  <message>
   <source>Both input columns found.</source>
   <translation>Beide Eingabespalten sind vorhanden.</translation>
  </message>
  <message>
   <source>Both runs have the same {measure} on {rows}.</source>
   <translation>Beide Läufe haben dasselbe Maß ({measure}): {rows}.</translation>
  </message>
  <message>
   <source>Bound</source>
   <translation>Grenze</translation>
  </message>
  <message>
   <source>Box-Cox: a power that is learned, x &gt; 0</source>
   <translation>Box-Cox: eine gelernte Potenz, x &gt; 0</translation>
  </message>
  <message>
   <source>Branch left at epoch {left_at:,}: go to its end, epoch {end:,}</source>
   <translation>Abzweigung bei Epoche {left_at:,}: zu ihrem Ende, Epoche {end:,}</translation>
  </message>
  <message>
   <source>Breast cancer Wisconsin</source>
   <translation>Brustkrebs Wisconsin</translation>
  </message>
  <message>
   <source>Brier score</source>
   <translation>Brier-Score</translation>
  </message>
  <message>
   <source>Busan beach</source>
   <translation>Strand von Busan</translation>
  </message>
  <message>
   <source>By chance</source>
   <translation>Per Zufall</translation>
  </message>
  <message>
   <source>By column</source>
   <translation>Nach Spalten</translation>
  </message>
  <message>
   <source>By effect</source>
   <translation>Nach Wirkung</translation>
  </message>
  <message>
   <source>By group: no group in two subsets</source>
   <translation>Nach Gruppen: keine Gruppe in zwei Teilmengen</translation>
  </message>
  <message>
   <source>By month and year</source>
   <translation>Nach Monat und Jahr</translation>
  </message>
  <message>
   <source>By network size</source>
   <translation>Nach Netzgröße</translation>
  </message>
  <message>
   <source>By their numbers, or by a condition such as flow &gt; 1000. The data panel takes them back.</source>
   <translation>Nach ihren Nummern oder einer Bedingung wie flow &gt; 1000. Im Datenfeld lassen sie sich zurücknehmen.</translation>
  </message>
  <message>
   <source>By {column}</source>
   <translation>Nach {column}</translation>
  </message>
  <message>
   <source>C header (.h)</source>
   <translation>C-Header (.h)</translation>
  </message>
  <message>
   <source>Calibration</source>
   <translation>Kalibrierung</translation>
  </message>
  <message>
   <source>Can be changed while the run is paused; training goes on from there.</source>
   <translation>Darf bei angehaltenem Lauf geändert werden; das Training geht von dort aus weiter.</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Caret ^</source>
   <translation>Zirkumflex ^</translation>
  </message>
  <message>
   <source>Categorical cross-entropy</source>
   <translation>Kategoriale Kreuzentropie</translation>
  </message>
  <message>
   <source>Cell range</source>
   <translation>Zellbereich</translation>
  </message>
  <message>
   <source>Cells</source>
   <translation>Zellen</translation>
  </message>
  <message>
   <source>Cells in percent</source>
   <translation>Zellen in Prozent</translation>
  </message>
  <message>
   <source>Cells outside of the range of the training rows: {columns}.</source>
   <translation>Zellen außerhalb des Bereichs der Trainingszeilen: {columns}.</translation>
  </message>
  <message>
   <source>Cells that count as missing in this column, such as -999; 9999.9.</source>
   <translation>Zellen, die in dieser Spalte als fehlend zählen, etwa -999; 9999.9.</translation>
  </message>
  <message>
   <source>Cells that mean no value in a column whose other cells are all numbers; text elsewhere.</source>
   <translation>Zellen, die in einer Spalte, deren andere Zellen alle Zahlen sind, keinen Wert bedeuten; sonst Text.</translation>
  </message>
  <message>
   <source>Cells that mean: no value here.</source>
   <translation>Zellen, die bedeuten: kein Wert.</translation>
  </message>
  <message>
   <source>Cells {cells} count as missing.</source>
   <translation>Zellen mit {cells} gelten als fehlend.</translation>
  </message>
  <message>
   <source>Centred</source>
   <translation>Zentriert</translation>
  </message>
  <message>
   <source>Chain rule</source>
   <translation>Kettenregel</translation>
  </message>
  <message>
   <source>Change</source>
   <translation>Änderung</translation>
  </message>
  <message>
   <source>Change a column or the split to make it ready after all.</source>
   <translation>Eine Spalte oder die Aufteilung ändern, um sie doch vorzubereiten.</translation>
  </message>
  <message>
   <source>Change a setting below to see what it does. Unchanged, the run is repeated number by number.</source>
   <translation>Ändern Sie unten eine Einstellung, um zu sehen, was sie bewirkt. Unverändert wiederholt sich der Lauf Zahl für Zahl.</translation>
  </message>
  <message>
   <source>Change its encoding.</source>
   <translation>Ihre Kodierung ändern.</translation>
  </message>
  <message>
   <source>Changed by the edit.</source>
   <translation>Durch die Änderung anders.</translation>
  </message>
  <message>
   <source>Changes apply at once; language and number format after a restart.</source>
   <translation>Änderungen wirken sofort, Sprache und Zahlenformat nach einem Neustart.</translation>
  </message>
  <message>
   <source>Check</source>
   <translation>Prüfen</translation>
  </message>
  <message>
   <source>Check and correct what was guessed. (Ctrl+I)</source>
   <translation>Das Vermutete prüfen und berichtigen. (Strg+I)</translation>
  </message>
  <message>
   <source>Check by finite differences</source>
   <translation>Probe mit finiten Differenzen</translation>
  </message>
  <message>
   <source>Check hand-ins</source>
   <translation>Abgaben prüfen</translation>
  </message>
  <message>
   <source>Check hand-ins…</source>
   <translation>Abgaben prüfen…</translation>
  </message>
  <message>
   <source>Check the disk and save it again.</source>
   <translation>Den Datenträger prüfen und noch einmal speichern.</translation>
  </message>
  <message>
   <source>Check the name and the folder.</source>
   <translation>Name und Ordner prüfen.</translation>
  </message>
  <message>
   <source>Check the name.</source>
   <translation>Den Namen prüfen.</translation>
  </message>
  <message>
   <source>Check the path.</source>
   <translation>Den Pfad prüfen.</translation>
  </message>
  <message>
   <source>Check with another library</source>
   <translation>Mit anderer Bibliothek prüfen</translation>
  </message>
  <message>
   <source>Check with {library}</source>
   <translation>Mit {library} prüfen</translation>
  </message>
  <message>
   <source>Checked when opened: largest difference {difference} of the target's scale (check rows: {n}).</source>
   <translation>Beim Öffnen geprüft: größte Abweichung {difference} der Skala des Ziels (Prüfzeilen: {n}).</translation>
  </message>
  <message>
   <source>Checking what was handed in</source>
   <translation>Prüfen der Abgaben</translation>
  </message>
  <message numerus="yes">
   <source>Checking {n:,} files …</source>
   <translation>
    <numerusform>{n:,} Datei wird geprüft …</numerusform>
    <numerusform>{n:,} Dateien werden geprüft …</numerusform>
   </translation>
  </message>
  <message>
   <source>Choose 2 folds or more.</source>
   <translation>Wählen Sie mindestens 2 Teile.</translation>
  </message>
  <message>
   <source>Choose a CSV or text file.</source>
   <translation>Eine CSV- oder Textdatei wählen.</translation>
  </message>
  <message>
   <source>Choose a Python</source>
   <translation>Ein Python wählen</translation>
  </message>
  <message>
   <source>Choose a Python…</source>
   <translation>Ein Python wählen …</translation>
  </message>
  <message>
   <source>Choose a column</source>
   <translation>Spalte wählen</translation>
  </message>
  <message>
   <source>Choose a column with few different values, or a column of numbers.</source>
   <translation>Eine Spalte mit wenigen verschiedenen Werten oder eine Zahlenspalte wählen.</translation>
  </message>
  <message>
   <source>Choose a column with few different values, or choose regression as the task.</source>
   <translation>Eine Spalte mit wenigen verschiedenen Werten wählen oder Regression als Aufgabe.</translation>
  </message>
  <message>
   <source>Choose a file in it.</source>
   <translation>Eine Datei darin wählen.</translation>
  </message>
  <message>
   <source>Choose a file.</source>
   <translation>Eine Datei wählen.</translation>
  </message>
  <message>
   <source>Choose a number to see how it came about.</source>
   <translation>Eine Zahl wählen, um zu sehen, wie sie zustande kam.</translation>
  </message>
  <message>
   <source>Choose a run in the table first.</source>
   <translation>Zuerst einen Lauf in der Tabelle wählen.</translation>
  </message>
  <message>
   <source>Choose a shorter name.</source>
   <translation>Einen kürzeren Namen wählen.</translation>
  </message>
  <message>
   <source>Choose a target that varies.</source>
   <translation>Eine Zielgröße wählen, die sich ändert.</translation>
  </message>
  <message>
   <source>Choose a target with at least two classes.</source>
   <translation>Eine Zielgröße mit mindestens zwei Klassen wählen.</translation>
  </message>
  <message>
   <source>Choose another column or another way to split.</source>
   <translation>Eine andere Spalte oder eine andere Aufteilung wählen.</translation>
  </message>
  <message>
   <source>Choose another column.</source>
   <translation>Eine andere Spalte wählen.</translation>
  </message>
  <message>
   <source>Choose another dialect.</source>
   <translation>Anders einlesen.</translation>
  </message>
  <message>
   <source>Choose another file.</source>
   <translation>Eine andere Datei wählen.</translation>
  </message>
  <message>
   <source>Choose another folder.</source>
   <translation>Einen anderen Ordner wählen.</translation>
  </message>
  <message>
   <source>Choose another library, or repeat the run with another setting.</source>
   <translation>Wählen Sie eine andere Bibliothek, oder wiederholen Sie den Lauf mit einer anderen Einstellung.</translation>
  </message>
  <message>
   <source>Choose another name for the file.</source>
   <translation>Wählen Sie einen anderen Namen für die Datei.</translation>
  </message>
  <message>
   <source>Choose another name.</source>
   <translation>Einen anderen Namen wählen.</translation>
  </message>
  <message>
   <source>Choose another place.</source>
   <translation>Einen anderen Ort wählen.</translation>
  </message>
  <message>
   <source>Choose another sheet or range.</source>
   <translation>Ein anderes Blatt oder einen anderen Bereich wählen.</translation>
  </message>
  <message>
   <source>Choose another target, or another split of the rows.</source>
   <translation>Eine andere Zielgröße oder eine andere Aufteilung der Zeilen wählen.</translation>
  </message>
  <message>
   <source>Choose another target.</source>
   <translation>Eine andere Zielgröße wählen.</translation>
  </message>
  <message>
   <source>Choose another transformation: that of 1 + x takes 0, Yeo-Johnson takes every number.</source>
   <translation>Wählen Sie eine andere Transformation: Der Logarithmus von 1 + x nimmt auch 0, Yeo-Johnson jede Zahl.</translation>
  </message>
  <message>
   <source>Choose at least one column as input.</source>
   <translation>Mindestens eine Spalte als Eingabe wählen.</translation>
  </message>
  <message>
   <source>Choose at least one column as target.</source>
   <translation>Mindestens eine Spalte als Zielgröße wählen.</translation>
  </message>
  <message>
   <source>Choose classification, or a column of numbers as target.</source>
   <translation>Klassifikation wählen oder eine Zahlenspalte als Zielgröße.</translation>
  </message>
  <message>
   <source>Choose fewer folds.</source>
   <translation>Wählen Sie weniger Teile.</translation>
  </message>
  <message>
   <source>Choose fewer processes. What is finished is kept.</source>
   <translation>Wählen Sie weniger Prozesse. Was fertig ist, bleibt erhalten.</translation>
  </message>
  <message>
   <source>Choose files…</source>
   <translation>Dateien wählen…</translation>
  </message>
  <message>
   <source>Choose how many folds, such as 10.</source>
   <translation>Wählen Sie, wie viele Teile, etwa 10.</translation>
  </message>
  <message>
   <source>Choose one of: {known}.</source>
   <translation>Möglich sind: {known}.</translation>
  </message>
  <message>
   <source>Choose one of: {names}.</source>
   <translation>Möglich sind: {names}.</translation>
  </message>
  <message>
   <source>Choose one row instead of the whole batch, or a smaller batch size.</source>
   <translation>Eine Zeile statt des ganzen Batches wählen oder eine kleinere Batchgröße.</translation>
  </message>
  <message>
   <source>Choose one row instead of the whole batch.</source>
   <translation>Eine Zeile statt des ganzen Batches wählen.</translation>
  </message>
  <message>
   <source>Choose one target, or numbers only.</source>
   <translation>Eine Zielgröße wählen oder nur Zahlen.</translation>
  </message>
  <message>
   <source>Choose several classes or regression.</source>
   <translation>Mehrere Klassen oder Regression wählen.</translation>
  </message>
  <message>
   <source>Choose that loss, or another optimizer, for example L-BFGS.</source>
   <translation>Diesen Verlust wählen oder einen anderen Optimierer, etwa L-BFGS.</translation>
  </message>
  <message>
   <source>Choose the Python script, which carries any network.</source>
   <translation>Das Python-Skript wählen; es enthält jedes Netz.</translation>
  </message>
  <message>
   <source>Choose the Python script, which carries every activation.</source>
   <translation>Das Python-Skript wählen; es enthält jede Aktivierung.</translation>
  </message>
  <message>
   <source>Choose the Python script, which carries every network.</source>
   <translation>Das Python-Skript wählen; es enthält jedes Netz.</translation>
  </message>
  <message>
   <source>Choose the Python script, which does both.</source>
   <translation>Wählen Sie das Python-Skript, das beides tut.</translation>
  </message>
  <message>
   <source>Choose the Python script, which has no such limit.</source>
   <translation>Wählen Sie das Python-Skript, das keine solche Grenze hat.</translation>
  </message>
  <message>
   <source>Choose the Python script.</source>
   <translation>Das Python-Skript wählen.</translation>
  </message>
  <message>
   <source>Choose the column beside the split, or another way to split.</source>
   <translation>Wählen Sie die Spalte bei der Aufteilung oder eine andere Art der Aufteilung.</translation>
  </message>
  <message>
   <source>Choose the column to forecast.</source>
   <translation>Wählen Sie die Spalte, die vorhergesagt werden soll.</translation>
  </message>
  <message>
   <source>Choose the file…</source>
   <translation>Datei wählen…</translation>
  </message>
  <message>
   <source>Choose the numpy archive.</source>
   <translation>Das numpy-Archiv wählen.</translation>
  </message>
  <message>
   <source>Choose the original file, or open the changed one as a new table.</source>
   <translation>Die ursprüngliche Datei wählen oder die geänderte als neue Tabelle öffnen.</translation>
  </message>
  <message>
   <source>Choose the same inputs and hidden layers, or another file.</source>
   <translation>Dieselben Eingaben und verdeckten Schichten wählen oder eine andere Datei.</translation>
  </message>
  <message>
   <source>Choose the table to predict.</source>
   <translation>Die Tabelle wählen, die vorhergesagt werden soll.</translation>
  </message>
  <message>
   <source>Choose two different ones.</source>
   <translation>Zwei verschiedene wählen.</translation>
  </message>
  <message>
   <source>Choose what is wanted, and at least one input that may be moved.</source>
   <translation>Wählen Sie, was gewünscht ist, und mindestens eine Eingabe, die sich ändern darf.</translation>
  </message>
  <message>
   <source>Choose what to predict, press Train, and watch it learn. Look inside every number.</source>
   <translation>Wählen, was vorhergesagt werden soll, Trainieren drücken und beim Lernen zusehen. Jede Zahl lässt sich ansehen.</translation>
  </message>
  <message>
   <source>Choose what was handed in</source>
   <translation>Abgaben wählen</translation>
  </message>
  <message>
   <source>Choose where it is now.</source>
   <translation>Den jetzigen Ort wählen.</translation>
  </message>
  <message>
   <source>Choose work that was saved after a class file was opened.</source>
   <translation>Wählen Sie eine Arbeit, die nach dem Öffnen einer Klassendatei gespeichert wurde.</translation>
  </message>
  <message>
   <source>Choose {tables}.</source>
   <translation>Bitte {tables} wählen.</translation>
  </message>
  <message>
   <source>Class weights</source>
   <translation>Gewichte der Klassen</translation>
  </message>
  <message>
   <source>Classes can only be learned for one target.</source>
   <translation>Klassen lassen sich nur für eine Zielgröße lernen.</translation>
  </message>
  <message>
   <source>Clear</source>
   <translation>Aufheben</translation>
  </message>
  <message>
   <source>Clear the filter</source>
   <translation>Filter löschen</translation>
  </message>
  <message>
   <source>Clear the search</source>
   <translation>Suche löschen</translation>
  </message>
  <message>
   <source>Click to read its numbers below.</source>
   <translation>Anklicken, um die Zahlen unten zu lesen.</translation>
  </message>
  <message>
   <source>Clip the gradient's norm at 1</source>
   <translation>Norm des Gradienten auf 1 begrenzen</translation>
  </message>
  <message>
   <source>Clipped, layer {layer}</source>
   <translation>Begrenzt, Schicht {layer}</translation>
  </message>
  <message>
   <source>Clipped, output</source>
   <translation>Begrenzt, Ausgabe</translation>
  </message>
  <message>
   <source>Clipping limit</source>
   <translation>Gradientengrenze</translation>
  </message>
  <message>
   <source>Clipping the gradient of hidden layer {layer}</source>
   <translation>Begrenzung des Gradienten der verdeckten Schicht {layer}</translation>
  </message>
  <message>
   <source>Clipping the gradient of the output</source>
   <translation>Begrenzung des Gradienten der Ausgabe</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Close other programs, or use fewer rows, columns or units.</source>
   <translation>Schließen Sie andere Programme, oder verwenden Sie weniger Zeilen, Spalten oder Einheiten.</translation>
  </message>
  <message>
   <source>Close the quote in the file, or choose another quote sign.</source>
   <translation>Das Anführungszeichen in der Datei schließen oder ein anderes wählen.</translation>
  </message>
  <message>
   <source>Cluster</source>
   <translation>Cluster</translation>
  </message>
  <message>
   <source>Colon :</source>
   <translation>Doppelpunkt :</translation>
  </message>
  <message>
   <source>Colours are the values of the chosen row. Click a unit to see its sum.</source>
   <translation>Farben sind die Werte der gewählten Zeile. Ein Neuron anklicken, um seine Summe zu sehen.</translation>
  </message>
  <message>
   <source>Colours of lines</source>
   <translation>Linienfarben</translation>
  </message>
  <message>
   <source>Column</source>
   <translation>Spalte</translation>
  </message>
  <message>
   <source>Columns</source>
   <translation>Spalten</translation>
  </message>
  <message>
   <source>Columns are matched by name: rename them in the file, or choose another table.</source>
   <translation>Spalten werden nach ihrem Namen zugeordnet: in der Datei umbenennen oder eine andere Tabelle wählen.</translation>
  </message>
  <message>
   <source>Columns are matched by name: rename them in the file.</source>
   <translation>Spalten werden nach ihrem Namen zugeordnet: in der Datei umbenennen.</translation>
  </message>
  <message>
   <source>Columns of the table</source>
   <translation>Spalten der Tabelle</translation>
  </message>
  <message>
   <source>Columns that are not inputs: {names}.</source>
   <translation>Spalten, die keine Eingaben sind: {names}.</translation>
  </message>
  <message>
   <source>Columns to read</source>
   <translation>Zu lesende Spalten</translation>
  </message>
  <message>
   <source>Columns, split and rows</source>
   <translation>Spalten, Aufteilung und Zeilen</translation>
  </message>
  <message>
   <source>Columns…</source>
   <translation>Spalten…</translation>
  </message>
  <message>
   <source>Comma ,</source>
   <translation>Komma ,</translation>
  </message>
  <message>
   <source>Comma 1,234</source>
   <translation>Komma 1,234</translation>
  </message>
  <message>
   <source>Comma 1,5</source>
   <translation>Komma 1,5</translation>
  </message>
  <message>
   <source>Commands</source>
   <translation>Befehle</translation>
  </message>
  <message>
   <source>Commands…</source>
   <translation>Befehle…</translation>
  </message>
  <message>
   <source>Comment character</source>
   <translation>Kommentarzeichen</translation>
  </message>
  <message>
   <source>Compare</source>
   <translation>Vergleichen</translation>
  </message>
  <message>
   <source>Compare by</source>
   <translation>Vergleichen nach</translation>
  </message>
  <message>
   <source>Compare two runs</source>
   <translation>Zwei Läufe vergleichen</translation>
  </message>
  <message>
   <source>Compare with ==, such as {name} == 1.</source>
   <translation>Vergleichen Sie mit ==, etwa {name} == 1.</translation>
  </message>
  <message>
   <source>Compare with ==.</source>
   <translation>Vergleichen Sie mit ==.</translation>
  </message>
  <message>
   <source>Compared row by row with the run in the window, and the chance that other rows would turn the order</source>
   <translation>Zeile für Zeile mit dem Lauf im Fenster verglichen, und die Wahrscheinlichkeit, dass andere Zeilen die Reihenfolge umkehren</translation>
  </message>
  <message>
   <source>Compared with the class file that is open, {title}.</source>
   <translation>Verglichen mit der offenen Klassendatei, {title}.</translation>
  </message>
  <message>
   <source>Comparisons cannot follow one another.</source>
   <translation>Vergleiche können nicht aufeinander folgen.</translation>
  </message>
  <message>
   <source>Comparisons cannot follow one another; join them by and.</source>
   <translation>Vergleiche können nicht aufeinander folgen; verbinden Sie sie mit and.</translation>
  </message>
  <message>
   <source>Computed on</source>
   <translation>Gerechnet auf</translation>
  </message>
  <message>
   <source>Computes what pupils claim, and trains their runs again.</source>
   <translation>Rechnet nach, was Lernende angeben, und trainiert ihre Läufe noch einmal.</translation>
  </message>
  <message>
   <source>Confusion matrix</source>
   <translation>Konfusionsmatrix</translation>
  </message>
  <message>
   <source>Constant</source>
   <translation>Konstant</translation>
  </message>
  <message>
   <source>Constant {value}</source>
   <translation>Konstant {value}</translation>
  </message>
  <message>
   <source>Converged at epoch {epoch:,}: {why}.</source>
   <translation>Konvergiert bei Epoche {epoch:,}: {why}.</translation>
  </message>
  <message>
   <source>Convert it to CSV first.</source>
   <translation>Zuerst in CSV umwandeln.</translation>
  </message>
  <message>
   <source>Cool-down</source>
   <translation>Abkühlen</translation>
  </message>
  <message>
   <source>Copied</source>
   <translation>Kopiert</translation>
  </message>
  <message>
   <source>Copied. Run it in a terminal, then look again.</source>
   <translation>Kopiert. Führen Sie die Zeile in einem Terminal aus und suchen Sie dann noch einmal.</translation>
  </message>
  <message>
   <source>Copies may differ by</source>
   <translation>Kopien dürfen abweichen um</translation>
  </message>
  <message>
   <source>Copies of rows</source>
   <translation>Kopien von Zeilen</translation>
  </message>
  <message>
   <source>Copies the line, to be run in a terminal.</source>
   <translation>Kopiert die Zeile, die in einem Terminal auszuführen ist.</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>Kopieren</translation>
  </message>
  <message>
   <source>Copy as CSV</source>
   <translation>Als CSV kopieren</translation>
  </message>
  <message>
   <source>Copy as Markdown</source>
   <translation>Als Markdown kopieren</translation>
  </message>
  <message>
   <source>Copy as text</source>
   <translation>Als Text kopieren</translation>
  </message>
  <message>
   <source>Copy details</source>
   <translation>Einzelheiten kopieren</translation>
  </message>
  <message>
   <source>Copy image</source>
   <translation>Bild kopieren</translation>
  </message>
  <message>
   <source>Copy the table to a sheet of its own.</source>
   <translation>Die Tabelle in ein eigenes Blatt kopieren.</translation>
  </message>
  <message>
   <source>Copy with headings</source>
   <translation>Mit Überschriften kopieren</translation>
  </message>
  <message>
   <source>Correlation of true and predicted classes (Gorodkin 2004 for several classes); 0 where undefined.</source>
   <translation>Korrelation von wahren und vorhergesagten Klassen (Gorodkin 2004 für mehrere Klassen); 0, wo undefiniert.</translation>
  </message>
  <message>
   <source>Cosine</source>
   <translation>Kosinus</translation>
  </message>
  <message>
   <source>Count exceeds patience</source>
   <translation>Zähler überschreitet Geduld</translation>
  </message>
  <message>
   <source>Cross-validation: the rows are divided into so many parts, and each part is predicted by a network that learned from the others; 0: the split of the table.</source>
   <translation>Kreuzvalidierung: Die Zeilen werden in so viele Teile zerlegt, und jeden Teil sagt ein Netz vorher, das aus den anderen gelernt hat; 0: die Aufteilung der Tabelle.</translation>
  </message>
  <message>
   <source>Ctrl+C copies the whole table.</source>
   <translation>Strg+C kopiert die ganze Tabelle.</translation>
  </message>
  <message>
   <source>Ctrl+F. Enter finds the next cell, Shift+Enter the one before.</source>
   <translation>Strg+F. Eingabe findet die nächste Zelle, Umschalt+Eingabe die vorige.</translation>
  </message>
  <message>
   <source>Cube root</source>
   <translation>Kubikwurzel</translation>
  </message>
  <message>
   <source>Curves, fit, weights, gradients.</source>
   <translation>Kurven, Anpassung, Gewichte, Gradienten.</translation>
  </message>
  <message>
   <source>DOS, code page 437</source>
   <translation>DOS, Codepage 437</translation>
  </message>
  <message>
   <source>DOS, code page 850</source>
   <translation>DOS, Codepage 850</translation>
  </message>
  <message>
   <source>Damping falls by</source>
   <translation>Faktor bei Erfolg</translation>
  </message>
  <message>
   <source>Damping rises by</source>
   <translation>Faktor bei Misserfolg</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>Dunkel</translation>
  </message>
  <message>
   <source>Dask is not installed.</source>
   <translation>Dask ist nicht installiert.</translation>
  </message>
  <message>
   <source>Data</source>
   <translation>Daten</translation>
  </message>
  <message>
   <source>Data reference, settings, weights, history and the state to go on from, in one file.</source>
   <translation>Datenverweis, Einstellungen, Gewichte, Verlauf und der Zustand zum Weitermachen, in einer Datei.</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>Datum</translation>
  </message>
  <message>
   <source>Date as days since 1970</source>
   <translation>Datum als Tage seit 1970</translation>
  </message>
  <message>
   <source>Day of year and hour of day</source>
   <translation>Tag des Jahres und Uhrzeit</translation>
  </message>
  <message>
   <source>Day of year as sine and cosine</source>
   <translation>Tag des Jahres als Sinus und Kosinus</translation>
  </message>
  <message>
   <source>Days</source>
   <translation>Tage</translation>
  </message>
  <message>
   <source>Decay</source>
   <translation>Abklingfaktor</translation>
  </message>
  <message>
   <source>December</source>
   <translation>Dezember</translation>
  </message>
  <message>
   <source>December to February</source>
   <translation>Dezember bis Februar</translation>
  </message>
  <message>
   <source>Decimal sign</source>
   <translation>Dezimalzeichen</translation>
  </message>
  <message>
   <source>Decision regions</source>
   <translation>Entscheidungsgebiete</translation>
  </message>
  <message>
   <source>Declarations of derived columns</source>
   <translation>Angaben abgeleiteter Spalten</translation>
  </message>
  <message>
   <source>Decrease {setting}</source>
   <translation>{setting} verringern</translation>
  </message>
  <message>
   <source>Default: {value}.</source>
   <translation>Vorgabe: {value}.</translation>
  </message>
  <message>
   <source>Definitions</source>
   <translation>Definitionen</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>Löschen</translation>
  </message>
  <message>
   <source>Delimited text</source>
   <translation>Text mit Trennzeichen</translation>
  </message>
  <message>
   <source>Delta</source>
   <translation>Delta</translation>
  </message>
  <message>
   <source>Dependence</source>
   <translation>Abhängigkeit</translation>
  </message>
  <message>
   <source>Derive</source>
   <translation>Ableiten</translation>
  </message>
  <message>
   <source>Derived column</source>
   <translation>Abgeleitete Spalte</translation>
  </message>
  <message>
   <source>Derived columns</source>
   <translation>Abgeleitete Spalten</translation>
  </message>
  <message>
   <source>Derived columns are numbers; nothing of them is read.</source>
   <translation>Abgeleitete Spalten sind Zahlen; von ihnen wird nichts gelesen.</translation>
  </message>
  <message>
   <source>Derived columns…</source>
   <translation>Abgeleitete Spalten…</translation>
  </message>
  <message>
   <source>Desirability of all goals together: {share} of 1.</source>
   <translation>Erwünschtheit aller Ziele zusammen: {share} von 1.</translation>
  </message>
  <message>
   <source>Details</source>
   <translation>Einzelheiten</translation>
  </message>
  <message>
   <source>Details of the error</source>
   <translation>Einzelheiten des Fehlers</translation>
  </message>
  <message>
   <source>Difference</source>
   <translation>Unterschied</translation>
  </message>
  <message>
   <source>Differences to earlier rows</source>
   <translation>Unterschiede zu früheren Zeilen</translation>
  </message>
  <message>
   <source>Differs in</source>
   <translation>Unterschiede</translation>
  </message>
  <message>
   <source>Digits in groups of three are only joined when every number of a column is written so.</source>
   <translation>Zifferngruppen zu dreien werden nur verbunden, wenn jede Zahl einer Spalte so geschrieben ist.</translation>
  </message>
  <message>
   <source>Directions of the slice</source>
   <translation>Richtungen des Schnitts</translation>
  </message>
  <message>
   <source>Discard</source>
   <translation>Verwerfen</translation>
  </message>
  <message>
   <source>Dismiss</source>
   <translation>Verwerfen</translation>
  </message>
  <message>
   <source>Dismissed notes</source>
   <translation>Verworfene Hinweise</translation>
  </message>
  <message>
   <source>Distance of its scaled inputs: {distance}</source>
   <translation>Abstand ihrer skalierten Eingaben: {distance}</translation>
  </message>
  <message>
   <source>Distinct</source>
   <translation>Versch.</translation>
  </message>
  <message>
   <source>Diverged at epoch {epoch:,}: the loss or a weight became infinite.</source>
   <translation>Divergiert bei Epoche {epoch:,}: Der Verlust oder ein Gewicht wurde unendlich.</translation>
  </message>
  <message>
   <source>Divide by the deviation of the gradient instead.</source>
   <translation>Stattdessen durch die Standardabweichung des Gradienten teilen.</translation>
  </message>
  <message>
   <source>Divide it: one derived column can use another.</source>
   <translation>Teilen Sie sie: Eine abgeleitete Spalte kann eine andere verwenden.</translation>
  </message>
  <message>
   <source>Division of the rows</source>
   <translation>Aufteilung der Zeilen</translation>
  </message>
  <message>
   <source>Double quotes "</source>
   <translation>Doppelte "</translation>
  </message>
  <message>
   <source>Double-click a run to put it back where it stood; double-click its name to rename it</source>
   <translation>Doppelklick auf einen Lauf stellt ihn wieder her; Doppelklick auf seinen Namen benennt ihn um</translation>
  </message>
  <message>
   <source>Double-click a weight to change it. You can also type 1/3 or 0,5.</source>
   <translation>Ein Gewicht doppelt anklicken, um es zu ändern. Auch 1/3 oder 0,5 lassen sich eingeben.</translation>
  </message>
  <message>
   <source>Downloads sometimes save the page instead of the file.</source>
   <translation>Downloads speichern manchmal die Webseite statt der Datei.</translation>
  </message>
  <message>
   <source>Drag along the run: weights, gradients, predictions and scores follow.</source>
   <translation>Am Lauf entlang ziehen: Gewichte, Gradienten, Vorhersagen und Bewertung folgen.</translation>
  </message>
  <message>
   <source>Drag the borders, or move them with the arrow keys.</source>
   <translation>Die Grenzen ziehen oder mit den Pfeiltasten verschieben.</translation>
  </message>
  <message>
   <source>Draw again</source>
   <translation>Neu zeichnen</translation>
  </message>
  <message>
   <source>Draw around rows (or hold Shift and drag)</source>
   <translation>Zeilen umfahren (oder mit Umschalt ziehen)</translation>
  </message>
  <message>
   <source>Draw the subsets anew, to see how much depends on which rows are in the test.</source>
   <translation>Die Teilmengen neu ziehen, um zu sehen, wie viel davon abhängt, welche Zeilen im Test sind.</translation>
  </message>
  <message>
   <source>Drawing the loss surface</source>
   <translation>Verlustfläche wird gezeichnet</translation>
  </message>
  <message>
   <source>Drawn from a fixed seed by a small reservoir model: resources/make_catchment.py.</source>
   <translation>Aus einem festen Startwert mit einem kleinen Speichermodell gezogen: resources/make_catchment.py.</translation>
  </message>
  <message>
   <source>Drawn from a fixed seed by this program.</source>
   <translation>Von diesem Programm mit festem Seed gezogen.</translation>
  </message>
  <message>
   <source>Drawn from the weights' own distribution, after them (the tutorial's first variant).</source>
   <translation>Aus der Verteilung der Gewichte gezogen, nach ihnen (die erste Variante des Tutorials).</translation>
  </message>
  <message>
   <source>Drop a table here</source>
   <translation>Eine Tabelle hier ablegen</translation>
  </message>
  <message>
   <source>Dropout</source>
   <translation>Dropout</translation>
  </message>
  <message>
   <source>Dropout in hidden layer {layer}</source>
   <translation>Dropout in der verdeckten Schicht {layer}</translation>
  </message>
  <message>
   <source>Dropout of {share:g} %: the probabilities of classes become less sure of themselves.</source>
   <translation>Dropout von {share:g} %: Die Wahrscheinlichkeiten der Klassen werden weniger selbstsicher.</translation>
  </message>
  <message>
   <source>Dropout, layer {layer}</source>
   <translation>Dropout, Schicht {layer}</translation>
  </message>
  <message>
   <source>E</source>
   <translation>E</translation>
  </message>
  <message>
   <source>ELU</source>
   <translation>ELU</translation>
  </message>
  <message>
   <source>EUC-KR, Korean</source>
   <translation>EUC-KR, koreanisch</translation>
  </message>
  <message>
   <source>Each item must be a {kind}.</source>
   <translation>Jedes Element muss ein {kind} sein.</translation>
  </message>
  <message>
   <source>Each line declares a column as name = formula, and may use those above it.</source>
   <translation>Jede Zeile gibt eine Spalte als Name = Formel an und kann die darüber verwenden.</translation>
  </message>
  <message>
   <source>Each line is one object, such as {example}.</source>
   <translation>Jede Zeile ist ein Objekt, etwa {example}.</translation>
  </message>
  <message>
   <source>Each line is one quoted cell that holds the cells of a row.</source>
   <translation>Jede Zeile ist eine Zelle in Anführungszeichen, die die Zellen einer Zeile enthält.</translation>
  </message>
  <message>
   <source>Each line is quoted as a whole; the cells inside the quotes were read.</source>
   <translation>Jede Zeile steht als Ganzes in Anführungszeichen; die Zellen darin wurden gelesen.</translation>
  </message>
  <message>
   <source>Each number</source>
   <translation>Jede Zahl</translation>
  </message>
  <message>
   <source>Each of its values stands for a range of the target {target}, so it would give it away.</source>
   <translation>Jeder ihrer Werte steht für einen Bereich des Ziels {target} und würde es verraten.</translation>
  </message>
  <message>
   <source>Each of its values stands for one class of the target {target}, so it would give it away.</source>
   <translation>Jeder ihrer Werte steht für eine Klasse des Ziels {target} und würde es verraten.</translation>
  </message>
  <message>
   <source>Each set can be told apart with any kind of colour vision. Lines also differ by their dashes.</source>
   <translation>Jeder Satz ist bei jeder Art von Farbsehen unterscheidbar. Linien unterscheiden sich auch durch ihre Strichelung.</translation>
  </message>
  <message>
   <source>Each slope is measured by moving the weight a little and watching the loss.</source>
   <translation>Jede Steigung wird gemessen: das Gewicht ein wenig ändern und den Verlust beobachten.</translation>
  </message>
  <message>
   <source>Each subset gets its share of groups with low and high targets. Classes are kept in proportion anyway.</source>
   <translation>Jede Teilmenge bekommt ihren Anteil an Gruppen mit niedrigen und hohen Zielwerten. Klassen bleiben ohnehin im Verhältnis.</translation>
  </message>
  <message>
   <source>Each sum goes through a bent curve. Without it all layers together would be one straight line.</source>
   <translation>Jede Summe läuft durch eine gebogene Kurve. Ohne sie wären alle Schichten zusammen eine gerade Linie.</translation>
  </message>
  <message>
   <source>Each target in its own units; the scores above are means over the targets</source>
   <translation>Jedes Ziel in seinen eigenen Einheiten; die Werte darüber sind Mittel über die Ziele</translation>
  </message>
  <message>
   <source>Each unit multiplies what it receives by its weights, adds up, and adds its bias.</source>
   <translation>Jedes Neuron multipliziert, was es erhält, mit seinen Gewichten, summiert und addiert seinen Bias.</translation>
  </message>
  <message>
   <source>Each weight is pulled towards 0 by the same amount. Biases are left alone.</source>
   <translation>Jedes Gewicht wird um denselben Betrag gegen 0 gezogen. Bias-Werte bleiben unberührt.</translation>
  </message>
  <message>
   <source>Each weight is pulled towards 0 in proportion to its size. Biases are left alone.</source>
   <translation>Jedes Gewicht wird im Verhältnis zu seiner Größe gegen 0 gezogen. Bias-Werte bleiben unberührt.</translation>
  </message>
  <message>
   <source>Each weight moves a little way down the slope of the loss.</source>
   <translation>Jedes Gewicht bewegt sich ein Stück den Hang des Verlusts hinab.</translation>
  </message>
  <message>
   <source>Early stopping</source>
   <translation>Frühes Stoppen</translation>
  </message>
  <message>
   <source>Early stopping found its best value in epoch {epoch:,}, marked by the dashed line.</source>
   <translation>Das frühe Stoppen fand den besten Wert in Epoche {epoch:,}, markiert durch die gestrichelte Linie.</translation>
  </message>
  <message>
   <source>Early stopping is off: there are no validation rows to watch.</source>
   <translation>Frühes Stoppen ist aus: Es gibt keine Validierungszeilen zu überwachen.</translation>
  </message>
  <message>
   <source>Elsewhere: {names}.</source>
   <translation>Anderswo: {names}.</translation>
  </message>
  <message>
   <source>Empty cells beyond the last column were cut off, first in line {line:,}.</source>
   <translation>Leere Zellen hinter der letzten Spalte wurden abgeschnitten, zuerst in Zeile {line:,}.</translation>
  </message>
  <message>
   <source>Empty cells that were filled: {columns}.</source>
   <translation>Leere Zellen, die gefüllt wurden: {columns}.</translation>
  </message>
  <message>
   <source>Empty, and nothing stands in for it: there is no prediction.</source>
   <translation>Leer, und nichts tritt an die Stelle: Es gibt keine Vorhersage.</translation>
  </message>
  <message>
   <source>Empty: a formula finds no value here.</source>
   <translation>Leer: Eine Formel findet hier keinen Wert.</translation>
  </message>
  <message>
   <source>Empty: counts as {value}.</source>
   <translation>Leer: zählt als {value}.</translation>
  </message>
  <message>
   <source>Encode it as categories, choose another column, or correct the file.</source>
   <translation>Sie als Kategorien kodieren, eine andere Spalte wählen oder die Datei berichtigen.</translation>
  </message>
  <message>
   <source>Encoding</source>
   <translation>Kodierung</translation>
  </message>
  <message>
   <source>End presentation (Esc or F11)</source>
   <translation>Präsentation beenden (Esc oder F11)</translation>
  </message>
  <message>
   <source>Ended</source>
   <translation>Ende</translation>
  </message>
  <message>
   <source>Epoch</source>
   <translation>Epoche</translation>
  </message>
  <message>
   <source>Epoch {epoch:,} (the best). Drag: weights, gradients, predictions and scores follow.</source>
   <translation>Epoche {epoch:,} (die beste). Ziehen: Gewichte, Gradienten, Vorhersagen und Bewertung folgen.</translation>
  </message>
  <message>
   <source>Epoch {epoch:,} cannot be computed again.</source>
   <translation>Epoche {epoch:,} lässt sich nicht noch einmal berechnen.</translation>
  </message>
  <message>
   <source>Epoch {epoch:,} is not kept any more.</source>
   <translation>Epoche {epoch:,} ist nicht mehr gespeichert.</translation>
  </message>
  <message numerus="yes">
   <source>Epoch {epoch:,}, batch {batch:,}: {n:,} rows</source>
   <translation>
    <numerusform>Epoche {epoch:,}, Batch {batch:,}: {n:,} Zeile</numerusform>
    <numerusform>Epoche {epoch:,}, Batch {batch:,}: {n:,} Zeilen</numerusform>
   </translation>
  </message>
  <message>
   <source>Epoch {epoch:,}. Drag: weights, gradients, predictions and scores follow.</source>
   <translation>Epoche {epoch:,}. Ziehen: Gewichte, Gradienten, Vorhersagen und Bewertung folgen.</translation>
  </message>
  <message>
   <source>Epoch {epoch} of {most}</source>
   <translation>Epoche {epoch} von {most}</translation>
  </message>
  <message>
   <source>Epochs</source>
   <translation>Epochen</translation>
  </message>
  <message>
   <source>Epochs after a fall that are not counted.</source>
   <translation>Epochen nach einem Abfall, die nicht gezählt werden.</translation>
  </message>
  <message>
   <source>Epochs at the start that are not watched, neither for the best weights nor for stopping.</source>
   <translation>Epochen am Anfang, die nicht überwacht werden, weder für die besten Gewichte noch für das Anhalten.</translation>
  </message>
  <message>
   <source>Epochs completed of the most that are allowed. An epoch is one pass over all training rows.</source>
   <translation>Abgeschlossene Epochen von den höchstens erlaubten. Eine Epoche geht einmal durch alle Trainingszeilen.</translation>
  </message>
  <message>
   <source>Epochs on a logarithmic axis</source>
   <translation>Epochen auf logarithmischer Achse</translation>
  </message>
  <message>
   <source>Epochs until the learning rate has its full size.</source>
   <translation>Epochen, bis die Lernrate ihre volle Größe hat.</translation>
  </message>
  <message>
   <source>Epochs without improvement before stopping.</source>
   <translation>Epochen ohne Verbesserung, bevor der Lauf anhält.</translation>
  </message>
  <message>
   <source>Epochs without improvement before the learning rate falls.</source>
   <translation>Epochen ohne Verbesserung, bis die Lernrate fällt.</translation>
  </message>
  <message>
   <source>Epochs: linear, log or symlog</source>
   <translation>Epochen: linear, log oder symlog</translation>
  </message>
  <message>
   <source>Epsilon</source>
   <translation>Epsilon</translation>
  </message>
  <message>
   <source>Error histogram</source>
   <translation>Fehlerhistogramm</translation>
  </message>
  <message>
   <source>Errors</source>
   <translation>Fehler</translation>
  </message>
  <message>
   <source>Errors up to this size (in scaled units) count squared, larger ones only linearly.</source>
   <translation>Fehler bis zu dieser Größe (in skalierten Einheiten) zählen quadratisch, größere nur linear.</translation>
  </message>
  <message>
   <source>Escape character</source>
   <translation>Escape-Zeichen</translation>
  </message>
  <message>
   <source>Evaluate</source>
   <translation>Auswerten</translation>
  </message>
  <message>
   <source>Evaluation</source>
   <translation>Auswertung</translation>
  </message>
  <message>
   <source>Every</source>
   <translation>Abstand</translation>
  </message>
  <message>
   <source>Every bias starts at this value.</source>
   <translation>Jeder Bias beginnt mit diesem Wert.</translation>
  </message>
  <message>
   <source>Every command by its name, with its key, or why it is not possible now.</source>
   <translation>Jeder Befehl mit seinem Namen, seiner Taste oder dem Grund, warum er gerade nicht möglich ist.</translation>
  </message>
  <message>
   <source>Every layer over all epochs: a line for each weight (of large layers some), coloured by its value.</source>
   <translation>Jede Schicht über alle Epochen: eine Linie für jedes Gewicht (bei großen Schichten für einige), gefärbt nach seinem Wert.</translation>
  </message>
  <message>
   <source>Every layer starts a generator of its own with the seed (the tutorial's way). Otherwise one generator draws all layers.</source>
   <translation>Jede Schicht beginnt einen eigenen Generator mit dem Seed (so rechnet das Tutorial). Sonst zieht ein Generator alle Schichten.</translation>
  </message>
  <message>
   <source>Every number as CSV</source>
   <translation>Alle Zahlen als CSV</translation>
  </message>
  <message>
   <source>Every row as a point; on the grey line the prediction is exact, the others are fitted to a subset. For classes, how often each was taken for which.</source>
   <translation>Jede Zeile als Punkt; auf der grauen Linie ist die Vorhersage exakt, die anderen Linien sind an eine Teilmenge angepasst. Bei Klassen: wie oft welche für welche gehalten wurde.</translation>
  </message>
  <message>
   <source>Every row is predicted by networks that never saw it.</source>
   <translation>Jede Zeile sagen Netze vorher, die sie nie gesehen haben.</translation>
  </message>
  <message>
   <source>Every row of the file</source>
   <translation>Alle Zeilen der Datei</translation>
  </message>
  <message>
   <source>Every row of the file (Ctrl+T)</source>
   <translation>Jede Zeile der Datei (Strg+T)</translation>
  </message>
  <message>
   <source>Every row of the file, ordered and searched.</source>
   <translation>Jede Zeile der Datei, zum Ordnen und Durchsuchen.</translation>
  </message>
  <message>
   <source>Every run of this session: its curve, what was set otherwise, how good it was. Double-click restores one.</source>
   <translation>Jeder Lauf dieser Sitzung: seine Kurve, was anders eingestellt war, wie gut er war. Ein Doppelklick stellt einen wieder her.</translation>
  </message>
  <message>
   <source>Every weight of the network: a row for each input of a layer, a column for each of its units.</source>
   <translation>Jedes Gewicht des Netzes: eine Zeile für jede Eingabe einer Schicht, eine Spalte für jedes ihrer Neuronen.</translation>
  </message>
  <message>
   <source>Every word of the field, in a sentence.</source>
   <translation>Jedes Wort des Gebiets, in einem Satz.</translation>
  </message>
  <message>
   <source>Everything as one text that any language reads.</source>
   <translation>Alles in einem Text, den jede Sprache liest.</translation>
  </message>
  <message>
   <source>Everything is as it was guessed.</source>
   <translation>Alles ist wie vermutet.</translation>
  </message>
  <message>
   <source>Excel has no dates before March 1900; the column {name} holds such.</source>
   <translation>Excel kennt kein Datum vor März 1900; die Spalte {name} enthält solche.</translation>
  </message>
  <message>
   <source>Excel workbook (.xlsx)</source>
   <translation>Excel-Arbeitsmappe (.xlsx)</translation>
  </message>
  <message>
   <source>Exponential</source>
   <translation>Exponentiell</translation>
  </message>
  <message>
   <source>Exponentially weighted means</source>
   <translation>Exponentiell gewichtete Mittelwerte</translation>
  </message>
  <message>
   <source>Export</source>
   <translation>Exportieren</translation>
  </message>
  <message>
   <source>Export…</source>
   <translation>Exportieren…</translation>
  </message>
  <message>
   <source>F1 (macro)</source>
   <translation>F1 (Makro)</translation>
  </message>
  <message>
   <source>F1 (weighted)</source>
   <translation>F1 (gewichtet)</translation>
  </message>
  <message>
   <source>F1 per class, weighted with the class's rows.</source>
   <translation>F1 je Klasse, gewichtet mit den Zeilen der Klasse.</translation>
  </message>
  <message>
   <source>F11 shows only the plots, full screen, in this size, for a projector.</source>
   <translation>F11 zeigt nur die Diagramme, im Vollbild und in dieser Größe, für den Projektor.</translation>
  </message>
  <message>
   <source>FHV (%)</source>
   <translation>FHV (%)</translation>
  </message>
  <message>
   <source>FLV (%)</source>
   <translation>FLV (%)</translation>
  </message>
  <message>
   <source>FPR</source>
   <translation>FPR</translation>
  </message>
  <message>
   <source>Factor</source>
   <translation>Faktor</translation>
  </message>
  <message>
   <source>Factor on the orthonormal matrix.</source>
   <translation>Faktor auf die orthonormale Matrix.</translation>
  </message>
  <message>
   <source>Factor on μ after a failure.</source>
   <translation>Faktor auf μ nach einem Misserfolg.</translation>
  </message>
  <message>
   <source>Factor on μ after a success.</source>
   <translation>Faktor auf μ nach einem Erfolg.</translation>
  </message>
  <message>
   <source>Failed</source>
   <translation>Fehler</translation>
  </message>
  <message>
   <source>Far from all others, and meant as they are.</source>
   <translation>Weit weg von allen anderen und so gemeint.</translation>
  </message>
  <message>
   <source>February</source>
   <translation>Februar</translation>
  </message>
  <message>
   <source>Few rows choose the best epoch</source>
   <translation>Wenige Zeilen wählen die beste Epoche</translation>
  </message>
  <message>
   <source>File</source>
   <translation>Datei</translation>
  </message>
  <message>
   <source>Files of other programs can hold code that runs when they are opened.</source>
   <translation>Dateien anderer Programme können Code enthalten, der beim Öffnen ausgeführt wird.</translation>
  </message>
  <message>
   <source>Fill and flag: median or a category of its own, and an input that says so</source>
   <translation>Füllen und vermerken: Median oder eigene Kategorie, und ein Eingang sagt es</translation>
  </message>
  <message>
   <source>Fill or drop missing and infinite values.</source>
   <translation>Fehlende und unendliche Werte füllen oder auslassen.</translation>
  </message>
  <message>
   <source>Fill the gaps and keep the rows (begins a new run)</source>
   <translation>Lücken füllen und die Zeilen behalten (beginnt einen neuen Lauf)</translation>
  </message>
  <message>
   <source>Filter by name</source>
   <translation>Nach Namen filtern</translation>
  </message>
  <message>
   <source>Filter columns by name</source>
   <translation>Spalten nach Namen filtern</translation>
  </message>
  <message>
   <source>Final share</source>
   <translation>Endanteil</translation>
  </message>
  <message>
   <source>Find</source>
   <translation>Suchen</translation>
  </message>
  <message>
   <source>Find a learning rate…</source>
   <translation>Lernrate suchen…</translation>
  </message>
  <message>
   <source>Find a text or an exact number</source>
   <translation>Text oder Zahl suchen</translation>
  </message>
  <message>
   <source>Find good settings</source>
   <translation>Gute Einstellungen suchen</translation>
  </message>
  <message>
   <source>Find good settings…</source>
   <translation>Gute Einstellungen suchen…</translation>
  </message>
  <message>
   <source>Find in the table</source>
   <translation>In der Tabelle suchen</translation>
  </message>
  <message>
   <source>Find the next</source>
   <translation>Nächste suchen</translation>
  </message>
  <message>
   <source>Find the next (Enter)</source>
   <translation>Nächste suchen (Eingabe)</translation>
  </message>
  <message>
   <source>Find the one before</source>
   <translation>Vorige suchen</translation>
  </message>
  <message>
   <source>Find the one before (Shift+Enter)</source>
   <translation>Vorige suchen (Umschalt+Eingabe)</translation>
  </message>
  <message>
   <source>Finish</source>
   <translation>Fertig</translation>
  </message>
  <message>
   <source>Finished</source>
   <translation>Fertig</translation>
  </message>
  <message numerus="yes">
   <source>Finished: all {n:,} epochs are done.</source>
   <translation>
    <numerusform>Fertig: Die {n:,} Epoche ist abgeschlossen.</numerusform>
    <numerusform>Fertig: Alle {n:,} Epochen sind abgeschlossen.</numerusform>
   </translation>
  </message>
  <message>
   <source>First and last cell, such as B3:F200. B:F means whole columns, 3:200 whole rows.</source>
   <translation>Erste und letzte Zelle, etwa B3:F200. B:F sind ganze Spalten, 3:200 ganze Zeilen.</translation>
  </message>
  <message>
   <source>First class first, as in earlier versions</source>
   <translation>Die erste Klasse zuerst, wie in früheren Versionen</translation>
  </message>
  <message>
   <source>First epoch (Home)</source>
   <translation>Erste Epoche (Pos1)</translation>
  </message>
  <message>
   <source>First of {n:,} networks; the prediction is their average</source>
   <translation>Erstes von {n:,} Netzen; die Vorhersage ist ihr Mittelwert</translation>
  </message>
  <message>
   <source>First row holds the names</source>
   <translation>Erste Zeile enthält die Namen</translation>
  </message>
  <message>
   <source>First run</source>
   <translation>Erster Lauf</translation>
  </message>
  <message>
   <source>First step (Home)</source>
   <translation>Erster Schritt (Pos1)</translation>
  </message>
  <message>
   <source>First weight</source>
   <translation>Erstes Gewicht</translation>
  </message>
  <message>
   <source>Fit</source>
   <translation>Anpassung</translation>
  </message>
  <message>
   <source>Fit a network to your table</source>
   <translation>Ein Netz an eine eigene Tabelle anpassen</translation>
  </message>
  <message>
   <source>Fit a neural network to a table, watch it learn, and look under the hood.</source>
   <translation>Ein neuronales Netz an eine Tabelle anpassen, ihm beim Lernen zusehen und unter die Haube schauen.</translation>
  </message>
  <message>
   <source>Fit on</source>
   <translation>Anpassen an</translation>
  </message>
  <message>
   <source>Fit, Residuals, Confusion matrix and the others show each row as it was predicted out of its fold.</source>
   <translation>Anpassung, Residuen, Konfusionsmatrix und die anderen zeigen jede Zeile, wie sie außerhalb ihres Teils vorhergesagt wurde.</translation>
  </message>
  <message>
   <source>Five seeds with these settings show how much is chance.</source>
   <translation>Fünf Startwerte mit diesen Einstellungen zeigen, wie viel Zufall ist.</translation>
  </message>
  <message>
   <source>Fixes the shuffling, dropout and noise.</source>
   <translation>Legt Mischen, Dropout und Rauschen fest.</translation>
  </message>
  <message>
   <source>Flow duration curve</source>
   <translation>Dauerlinie</translation>
  </message>
  <message>
   <source>Fold the tasks away</source>
   <translation>Aufgaben einklappen</translation>
  </message>
  <message>
   <source>Folder: {folder}.</source>
   <translation>Ordner: {folder}.</translation>
  </message>
  <message>
   <source>Folds</source>
   <translation>Teile</translation>
  </message>
  <message>
   <source>Follow system</source>
   <translation>Wie das System</translation>
  </message>
  <message>
   <source>Follow the end (the last tenth)</source>
   <translation>Dem Ende folgen (letztes Zehntel)</translation>
  </message>
  <message>
   <source>Follow the system</source>
   <translation>Wie das System</translation>
  </message>
  <message>
   <source>For example 50, 100, 200.</source>
   <translation>Zum Beispiel 50, 100, 200.</translation>
  </message>
  <message>
   <source>For example learning_rate=0.0001:0.1 or optimizer=adam,sgd.</source>
   <translation>Zum Beispiel learning_rate=0.0001:0.1 oder optimizer=adam,sgd.</translation>
  </message>
  <message>
   <source>For example optimizer=adam,sgd or learning_rate=0.1,0.01.</source>
   <translation>Zum Beispiel optimizer=adam,sgd oder learning_rate=0.1,0.01.</translation>
  </message>
  <message>
   <source>For example {example}.</source>
   <translation>Zum Beispiel {example}.</translation>
  </message>
  <message>
   <source>For example {example}. Decimal numbers have a point: 0.5.</source>
   <translation>Zum Beispiel {example}. Dezimalzahlen haben einen Punkt: 0.5.</translation>
  </message>
  <message>
   <source>For example {e}.</source>
   <translation>Zum Beispiel {e}.</translation>
  </message>
  <message>
   <source>For example: {example}.</source>
   <translation>Zum Beispiel: {example}.</translation>
  </message>
  <message>
   <source>For the matrix products of runs that begin from now on. Small networks are fastest on one core.</source>
   <translation>Für die Matrixprodukte der Läufe, die ab jetzt beginnen. Kleine Netze sind auf einem Kern am schnellsten.</translation>
  </message>
  <message>
   <source>For the run as it stands now.</source>
   <translation>Für den Lauf, wie er jetzt steht.</translation>
  </message>
  <message>
   <source>For {epochs:,} epochs the loss has stood at {loss:.4g}; always answering the average gives {baseline:.4g}. Other inputs, more units or another learning rate may help.</source>
   <translation>Seit {epochs:,} Epochen steht der Verlust bei {loss:.4g}; der Mittelwert als Antwort ergibt {baseline:.4g}. Andere Eingaben, mehr Neuronen oder eine andere Lernrate können helfen.</translation>
  </message>
  <message>
   <source>Formula</source>
   <translation>Formel</translation>
  </message>
  <message>
   <source>Formulas</source>
   <translation>Formeln</translation>
  </message>
  <message>
   <source>Forward</source>
   <translation>Vorwärts</translation>
  </message>
  <message>
   <source>Found in row {row:,}, {column}, after going on from the other end.</source>
   <translation>Gefunden in Zeile {row:,}, {column}, nach Fortsetzung am anderen Ende.</translation>
  </message>
  <message>
   <source>Found in row {row:,}, {column}.</source>
   <translation>Gefunden in Zeile {row:,}, {column}.</translation>
  </message>
  <message>
   <source>Found, and the point is there now: {answers}</source>
   <translation>Gefunden, und der Punkt liegt jetzt dort: {answers}</translation>
  </message>
  <message>
   <source>Free some space or choose another folder.</source>
   <translation>Platz schaffen oder einen anderen Ordner wählen.</translation>
  </message>
  <message>
   <source>From</source>
   <translation>Von</translation>
  </message>
  <message>
   <source>From a column</source>
   <translation>Nach einer Spalte</translation>
  </message>
  <message>
   <source>From a table to a trained network.</source>
   <translation>Von der Tabelle zum trainierten Netz.</translation>
  </message>
  <message>
   <source>From epoch {epoch:,} on ours are not those of its settings: one was changed while it ran, or it began with other weights.</source>
   <translation>Ab Epoche {epoch:,} sind unsere Werte nicht die seiner Einstellungen: Eine wurde unterwegs geändert, oder der Lauf begann mit anderen Gewichten.</translation>
  </message>
  <message>
   <source>From the inputs to the outputs, layer by layer.</source>
   <translation>Von den Eingaben zu den Ausgaben, Schicht für Schicht.</translation>
  </message>
  <message>
   <source>From the inputs to the outputs. None at all gives linear regression, or logistic regression for classes.</source>
   <translation>Von den Eingaben zu den Ausgaben. Gar keine ergibt lineare Regression oder, bei Klassen, logistische Regression.</translation>
  </message>
  <message>
   <source>From {fewer} to {most} rows {score} fell by {share}, more than chance explains: more rows would probably help.</source>
   <translation>Von {fewer} auf {most} Zeilen fiel {score} um {share}, mehr als der Zufall erklärt: Mehr Zeilen würden wahrscheinlich helfen.</translation>
  </message>
  <message>
   <source>From {fewer} to {most} rows {score} went from {before} to {after}, which chance explains: more rows alone would hardly help.</source>
   <translation>Von {fewer} auf {most} Zeilen ging {score} von {before} auf {after}, was der Zufall erklärt: Mehr Zeilen allein würden kaum helfen.</translation>
  </message>
  <message>
   <source>From {fewer} to {most} rows {score} went from {before} to {after}; repeat with several networks to know whether that is chance.</source>
   <translation>Von {fewer} auf {most} Zeilen ging {score} von {before} auf {after}; ob das Zufall ist, zeigen erst mehrere Netze.</translation>
  </message>
  <message>
   <source>From η down to its final share along half a cosine wave, over all epochs (Loshchilov &amp; Hutter 2017).</source>
   <translation>Von η auf den Endanteil, entlang einer halben Kosinuswelle über alle Epochen (Loshchilov &amp; Hutter 2017).</translation>
  </message>
  <message>
   <source>Full screen</source>
   <translation>Vollbild</translation>
  </message>
  <message>
   <source>Full screen, large type, only the panels chosen for it; Escape leads back.</source>
   <translation>Vollbild, große Schrift, nur die dafür gewählten Ansichten; Esc führt zurück.</translation>
  </message>
  <message>
   <source>Functions: {names}, and + - * / ^ &lt; &lt;= &gt; &gt;= == !=.</source>
   <translation>Funktionen: {names} sowie + - * / ^ &lt; &lt;= &gt; &gt;= == !=.</translation>
  </message>
  <message>
   <source>GB 18030, Chinese</source>
   <translation>GB 18030, chinesisch</translation>
  </message>
  <message>
   <source>GELU (exact)</source>
   <translation>GELU (exakt)</translation>
  </message>
  <message>
   <source>Gain</source>
   <translation>Verstärkung</translation>
  </message>
  <message>
   <source>Gap</source>
   <translation>Lücke</translation>
  </message>
  <message>
   <source>Get the file again.</source>
   <translation>Die Datei neu beschaffen.</translation>
  </message>
  <message>
   <source>Give another column the role of row weight, or none.</source>
   <translation>Die Rolle Zeilengewicht einer anderen Spalte geben oder keiner.</translation>
  </message>
  <message>
   <source>Give at least one of them the role input: tick it in the list of columns.</source>
   <translation>Mindestens einer davon die Rolle Eingabe geben: in der Liste der Spalten ankreuzen.</translation>
  </message>
  <message>
   <source>Give at least one row a weight.</source>
   <translation>Mindestens einer Zeile ein Gewicht geben.</translation>
  </message>
  <message>
   <source>Give its path, or an address such as tcp://host:8786.</source>
   <translation>Geben Sie ihren Pfad an oder eine Adresse wie tcp://host:8786.</translation>
  </message>
  <message>
   <source>Give one column the role target.</source>
   <translation>Einer Spalte die Rolle Zielgröße geben.</translation>
  </message>
  <message>
   <source>Give the derived column another name.</source>
   <translation>Geben Sie der abgeleiteten Spalte einen anderen Namen.</translation>
  </message>
  <message>
   <source>Give the last edited weight its old value.</source>
   <translation>Dem zuletzt geänderten Gewicht seinen alten Wert geben.</translation>
  </message>
  <message>
   <source>Give the layers as W1, b1, W2, b2, ... or as scikit-learn's coefs_ and intercepts_.</source>
   <translation>Die Schichten als W1, b1, W2, b2, ... angeben oder als coefs_ und intercepts_ von scikit-learn.</translation>
  </message>
  <message>
   <source>Give the split a share for validation, or choose folds.</source>
   <translation>Geben Sie der Aufteilung einen Anteil für die Validierung oder wählen Sie Teile.</translation>
  </message>
  <message>
   <source>Give the time line more memory, or train again from the start.</source>
   <translation>Der Zeitleiste mehr Speicher geben oder von vorn trainieren.</translation>
  </message>
  <message>
   <source>Give the training subset a share of the rows, or use fewer inputs with gaps.</source>
   <translation>Der Trainingsmenge einen Anteil der Zeilen geben oder weniger Eingaben mit Lücken verwenden.</translation>
  </message>
  <message>
   <source>Give this run another name</source>
   <translation>Diesem Lauf einen anderen Namen geben</translation>
  </message>
  <message>
   <source>Glorot normal (Xavier)</source>
   <translation>Glorot, normalverteilt (Xavier)</translation>
  </message>
  <message>
   <source>Glorot uniform (Xavier)</source>
   <translation>Glorot, gleichverteilt (Xavier)</translation>
  </message>
  <message>
   <source>Glossary</source>
   <translation>Glossar</translation>
  </message>
  <message>
   <source>Go back to the settings that suit this table.</source>
   <translation>Zurück zu den Einstellungen, die zu dieser Tabelle passen.</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>Weiter</translation>
  </message>
  <message>
   <source>Go on exactly where it stopped (Space).</source>
   <translation>Genau dort weitermachen, wo es angehalten hat (Leertaste).</translation>
  </message>
  <message>
   <source>Go on with a study from its file.</source>
   <translation>Eine Studie aus ihrer Datei fortsetzen.</translation>
  </message>
  <message>
   <source>Go to row</source>
   <translation>Zu Zeile</translation>
  </message>
  <message>
   <source>Gradient clipping</source>
   <translation>Gradient begrenzen</translation>
  </message>
  <message>
   <source>Gradient of layer {layer}</source>
   <translation>Gradient, Schicht {layer}</translation>
  </message>
  <message>
   <source>Gradient of output</source>
   <translation>Gradient der Ausgabe</translation>
  </message>
  <message>
   <source>Gradient of the weights of hidden layer {layer}</source>
   <translation>Gradient der Gewichte der verdeckten Schicht {layer}</translation>
  </message>
  <message>
   <source>Gradient of the weights of the output</source>
   <translation>Gradient der Gewichte der Ausgabe</translation>
  </message>
  <message>
   <source>Gradient spread</source>
   <translation>Streuung der Gradienten</translation>
  </message>
  <message>
   <source>Gradients</source>
   <translation>Gradienten</translation>
  </message>
  <message>
   <source>Grid</source>
   <translation>Gitter</translation>
  </message>
  <message>
   <source>Guess: {guess}</source>
   <translation>Vermutet: {guess}</translation>
  </message>
  <message>
   <source>Half of it</source>
   <translation>Die Hälfte</translation>
  </message>
  <message>
   <source>Half of the limit</source>
   <translation>Die Hälfte der Grenze</translation>
  </message>
  <message>
   <source>Half the units</source>
   <translation>Halb so viele Einheiten</translation>
  </message>
  <message>
   <source>Hand-ins</source>
   <translation>Abgaben</translation>
  </message>
  <message>
   <source>He normal (Kaiming)</source>
   <translation>He, normalverteilt (Kaiming)</translation>
  </message>
  <message>
   <source>He uniform (Kaiming)</source>
   <translation>He, gleichverteilt (Kaiming)</translation>
  </message>
  <message>
   <source>Help</source>
   <translation>Hilfe</translation>
  </message>
  <message>
   <source>Hidden layers</source>
   <translation>Verdeckte Schichten</translation>
  </message>
  <message>
   <source>Hidden layers of {first} and {second} units: {weights:,} weights for {rows:,} training rows. So many learn fine detail, and noise too: the best epoch's weights are used.</source>
   <translation>Verdeckte Schichten mit {first} und {second} Neuronen: {weights:,} Gewichte für {rows:,} Trainingszeilen. So viele lernen feine Einzelheiten, aber auch das Rauschen: Verwendet werden die Gewichte der besten Epoche.</translation>
  </message>
  <message>
   <source>Hidden parts</source>
   <translation>Ausgeblendetes</translation>
  </message>
  <message>
   <source>Hide the details</source>
   <translation>Einzelheiten ausblenden</translation>
  </message>
  <message>
   <source>Histograms of the values, before and after transformation</source>
   <translation>Histogramme der Werte, vor und nach der Transformation</translation>
  </message>
  <message>
   <source>History (.csv)</source>
   <translation>Verlauf (.csv)</translation>
  </message>
  <message>
   <source>Hold rows back</source>
   <translation>Zeilen zurückhalten</translation>
  </message>
  <message>
   <source>Honest, {count}. Its scores are right, and its run repeats from its seeds.</source>
   <translation>Ehrlich, {count}. Die Gütemaße stimmen, und der Lauf wiederholt sich aus seinen Seeds.</translation>
  </message>
  <message>
   <source>Hour of day as sine and cosine</source>
   <translation>Uhrzeit als Sinus und Kosinus</translation>
  </message>
  <message>
   <source>Hover for dates and subsets. Drag to select a stretch, then click to leave it out.</source>
   <translation>Darüberfahren zeigt Daten und Teilmengen. Einen Abschnitt durch Ziehen wählen, dann mit einem Klick weglassen.</translation>
  </message>
  <message>
   <source>How a gradient becomes a step.</source>
   <translation>Wie aus einem Gradienten ein Schritt wird.</translation>
  </message>
  <message>
   <source>How a layer's weights, or the gradients of the last batch, are spread over the epochs: the median and bands with 50, 90 and 100 % of them, or a histogram for every moment. Biases are left out.</source>
   <translation>Wie die Gewichte einer Schicht oder die Gradienten des letzten Batches über die Epochen verteilt sind: der Median und Bänder mit 50, 90 und 100 % von ihnen, oder ein Histogramm für jeden Zeitpunkt. Bias-Werte sind ausgelassen.</translation>
  </message>
  <message>
   <source>How good the answers are.</source>
   <translation>Wie gut die Antworten sind.</translation>
  </message>
  <message>
   <source>How it is laid along the axis</source>
   <translation>Wie es auf der Achse liegt</translation>
  </message>
  <message>
   <source>How many days ago a condition held last, by the dates of order=.</source>
   <translation>Vor wie vielen Tagen eine Bedingung zuletzt galt, nach den Daten von order=.</translation>
  </message>
  <message>
   <source>How many past steps tell the curvature.</source>
   <translation>Aus wie vielen früheren Schritten die Krümmung folgt.</translation>
  </message>
  <message>
   <source>How many rows ago a condition held last; 0 where it holds.</source>
   <translation>Vor wie vielen Zeilen eine Bedingung zuletzt galt; 0, wo sie gilt.</translation>
  </message>
  <message>
   <source>How many rows back, or in the window: 1-7, 14. Each number makes a column.</source>
   <translation>Wie viele Zeilen zurück, oder im Fenster: 1-7, 14. Jede Zahl ergibt eine Spalte.</translation>
  </message>
  <message>
   <source>How many settings are tried at most; 0: as time allows.</source>
   <translation>Wie viele Einstellungen höchstens versucht werden; 0: so viele, wie die Zeit erlaubt.</translation>
  </message>
  <message>
   <source>How many units the layer has.</source>
   <translation>Wie viele Neuronen die Schicht hat.</translation>
  </message>
  <message>
   <source>How much lower the measured error is than that of the reference, on the test rows, or else validation</source>
   <translation>Um wie viel der gemessene Fehler kleiner ist als der des Vergleichsmodells, auf den Testzeilen, sonst auf der Validierung</translation>
  </message>
  <message>
   <source>How much the score falls when an input is shuffled: bars are the mean of five shuffles, lines their range.</source>
   <translation>Wie stark das Gütemaß fällt, wenn eine Eingabe gemischt wird: Balken sind der Mittelwert von fünf Mischungen, Linien ihre Spannweite.</translation>
  </message>
  <message>
   <source>How numbers are shown, from the next start on. What you type is understood with a point or a comma. Files are not touched by this.</source>
   <translation>Wie Zahlen gezeigt werden, ab dem nächsten Start. Eingetippte Zahlen werden mit Punkt oder Komma verstanden. Dateien bleiben davon unberührt.</translation>
  </message>
  <message>
   <source>How often each size of error occurs: true minus predicted, 20 bins, the subsets stacked.</source>
   <translation>Wie oft jede Fehlergröße vorkommt: wahr minus vorhergesagt, 20 Intervalle, die Teilmengen gestapelt.</translation>
  </message>
  <message>
   <source>How steep the activation is where each unit stands. A flat place lets hardly any blame through.</source>
   <translation>Wie steil die Aktivierung dort ist, wo jedes Neuron steht. Eine flache Stelle lässt kaum Schuld durch.</translation>
  </message>
  <message>
   <source>How the bytes stand for letters.</source>
   <translation>Wie die Bytes für Buchstaben stehen.</translation>
  </message>
  <message>
   <source>How the file is read</source>
   <translation>Wie die Datei gelesen wird</translation>
  </message>
  <message>
   <source>How the learning rate changes.</source>
   <translation>Wie sich die Lernrate ändert.</translation>
  </message>
  <message>
   <source>How the loss would change if an output rose a little. Backpropagation begins with it.</source>
   <translation>Wie sich der Verlust änderte, wenn eine Ausgabe ein wenig stiege. Damit beginnt die Backpropagation.</translation>
  </message>
  <message>
   <source>How the losses of the batches are averaged. They differ when the last batch is smaller.</source>
   <translation>Wie die Verluste der Batches gemittelt werden. Es macht einen Unterschied, wenn der letzte Batch kleiner ist.</translation>
  </message>
  <message>
   <source>How the rows of each true class are spread over the probability. Move the threshold: the rates follow.</source>
   <translation>Wie sich die Zeilen jeder wahren Klasse über die Wahrscheinlichkeit verteilen. Die Schwelle verschieben: Die Quoten folgen.</translation>
  </message>
  <message>
   <source>How the spread is drawn</source>
   <translation>Wie die Streuung gezeichnet wird</translation>
  </message>
  <message>
   <source>How well the probabilities tell a class from the rest, whatever the threshold.</source>
   <translation>Wie gut die Wahrscheinlichkeiten eine Klasse vom Rest unterscheiden, bei jeder Schwelle.</translation>
  </message>
  <message>
   <source>How wrong the outputs are, and in which direction each one should move.</source>
   <translation>Wie falsch die Ausgaben sind und wohin sich jede bewegen sollte.</translation>
  </message>
  <message>
   <source>Huber</source>
   <translation>Huber</translation>
  </message>
  <message>
   <source>Huber loss</source>
   <translation>Huber-Verlust</translation>
  </message>
  <message>
   <source>Hydrology</source>
   <translation>Hydrologie</translation>
  </message>
  <message>
   <source>Hydrology: {target}</source>
   <translation>Hydrologie: {target}</translation>
  </message>
  <message>
   <source>I input · T target · X ignore · Space on or off · Ctrl+A all · Ctrl+Z undo</source>
   <translation>I Eingabe · T Zielgröße · X ignorieren · Leertaste an oder aus · Strg+A alle · Strg+Z rückgängig</translation>
  </message>
  <message>
   <source>Identity (linear)</source>
   <translation>Identität (linear)</translation>
  </message>
  <message>
   <source>If it holds more columns, check its separator.</source>
   <translation>Enthält sie mehr Spalten, das Trennzeichen prüfen.</translation>
  </message>
  <message>
   <source>Ignore all suggested</source>
   <translation>Alle vorgeschlagenen ignorieren</translation>
  </message>
  <message>
   <source>Ignore columns with many empty cells, or choose how to fill them.</source>
   <translation>Spalten mit vielen leeren Zellen ignorieren oder wählen, wie sie gefüllt werden.</translation>
  </message>
  <message>
   <source>Ignore it or rescale it in the file.</source>
   <translation>Sie ignorieren oder in der Datei umrechnen.</translation>
  </message>
  <message>
   <source>Ignore the column or fill it with a constant.</source>
   <translation>Die Spalte ignorieren oder mit einer Konstanten füllen.</translation>
  </message>
  <message>
   <source>Ignore the column, or choose the Python script.</source>
   <translation>Die Spalte ignorieren oder das Python-Skript wählen.</translation>
  </message>
  <message>
   <source>Ignore the column, or encode it as a number or date if it is one.</source>
   <translation>Die Spalte ignorieren oder, falls es Zahlen oder Datumsangaben sind, so kodieren.</translation>
  </message>
  <message>
   <source>Ignored</source>
   <translation>Ignoriert</translation>
  </message>
  <message>
   <source>Ignored: {names}.</source>
   <translation>Ignoriert: {names}.</translation>
  </message>
  <message>
   <source>Import weights</source>
   <translation>Gewichte importieren</translation>
  </message>
  <message>
   <source>Import weights…</source>
   <translation>Gewichte importieren…</translation>
  </message>
  <message>
   <source>Importance</source>
   <translation>Wichtigkeit</translation>
  </message>
  <message>
   <source>In a terminal: {command}</source>
   <translation>Im Terminal: {command}</translation>
  </message>
  <message>
   <source>In blocks: neighbouring rows stay together</source>
   <translation>In Blöcken: benachbarte Zeilen bleiben zusammen</translation>
  </message>
  <message>
   <source>In brackets: the 95 % interval, from drawing the rows anew.</source>
   <translation>In Klammern: das 95-%-Intervall aus neu gezogenen Zeilen.</translation>
  </message>
  <message>
   <source>In file order</source>
   <translation>In der Reihenfolge der Datei</translation>
  </message>
  <message>
   <source>In file order suits time series: the future is not used to predict the past.</source>
   <translation>In der Reihenfolge der Datei passt zu Zeitreihen: Die Zukunft dient nicht dazu, die Vergangenheit vorherzusagen.</translation>
  </message>
  <message>
   <source>In file order.</source>
   <translation>In der Reihenfolge der Datei.</translation>
  </message>
  <message>
   <source>In large hidden layers, show only the units with the largest weights, in their original order</source>
   <translation>In großen verdeckten Schichten nur die Neuronen mit den größten Gewichten zeigen, in ihrer Reihenfolge</translation>
  </message>
  <message>
   <source>In layer {layer}, {share:.0%} of the answers of the units lie where the activation is flat: hardly any gradient comes through.</source>
   <translation>In Schicht {layer} liegen {share:.0%} der Antworten der Neuronen dort, wo die Aktivierung flach ist: Kaum ein Gradient kommt hindurch.</translation>
  </message>
  <message>
   <source>In order of time: the latest rows are for the test</source>
   <translation>Nach der Zeit: die spätesten Zeilen sind für den Test</translation>
  </message>
  <message>
   <source>In periods: every third year, for example</source>
   <translation>Nach Perioden: zum Beispiel jedes dritte Jahr</translation>
  </message>
  <message>
   <source>In the order of</source>
   <translation>In der Reihenfolge von</translation>
  </message>
  <message>
   <source>In the order of {column}, ascending; click again for the next order.</source>
   <translation>Geordnet nach {column}, aufsteigend; noch einmal klicken für die nächste Reihenfolge.</translation>
  </message>
  <message>
   <source>In the order of {column}, descending; click again for the next order.</source>
   <translation>Geordnet nach {column}, absteigend; noch einmal klicken für die nächste Reihenfolge.</translation>
  </message>
  <message>
   <source>In the target's original units.</source>
   <translation>In den Originaleinheiten der Zielgröße.</translation>
  </message>
  <message>
   <source>In {epochs:,} epochs the loss fell only from {first:.4g} to {last:.4g}; one update changes the weights by {step:.1e} of their size.</source>
   <translation>In {epochs:,} Epochen fiel der Verlust nur von {first:.4g} auf {last:.4g}; eine Aktualisierung ändert die Gewichte um {step:.1e} ihrer Größe.</translation>
  </message>
  <message>
   <source>Include data in the project file</source>
   <translation>Daten in die Projektdatei aufnehmen</translation>
  </message>
  <message>
   <source>Include the table in the file</source>
   <translation>Tabelle in die Datei aufnehmen</translation>
  </message>
  <message>
   <source>Increase {setting}</source>
   <translation>{setting} erhöhen</translation>
  </message>
  <message>
   <source>Initial biases</source>
   <translation>Start-Bias</translation>
  </message>
  <message>
   <source>Initial damping</source>
   <translation>Anfangsdämpfung</translation>
  </message>
  <message>
   <source>Initial sum</source>
   <translation>Anfangssumme</translation>
  </message>
  <message>
   <source>Initial weights</source>
   <translation>Startgewichte</translation>
  </message>
  <message>
   <source>Input</source>
   <translation>Eingabe</translation>
  </message>
  <message>
   <source>Input noise</source>
   <translation>Eingaberauschen</translation>
  </message>
  <message>
   <source>Input to the weight times the error signal at its end, summed over the batch.</source>
   <translation>Eingang des Gewichts mal Fehlersignal an seinem Ende, summiert über den Batch.</translation>
  </message>
  <message>
   <source>Inputs</source>
   <translation>Eingaben</translation>
  </message>
  <message>
   <source>Inputs and targets</source>
   <translation>Eingaben und Zielgrößen</translation>
  </message>
  <message>
   <source>Inputs are constant</source>
   <translation>Eingaben sind konstant</translation>
  </message>
  <message>
   <source>Inputs are not scaled</source>
   <translation>Eingaben sind nicht skaliert</translation>
  </message>
  <message>
   <source>Inputs that may be moved</source>
   <translation>Eingaben, die sich ändern dürfen</translation>
  </message>
  <message>
   <source>Install it with: pip install "mlp_gui[cluster]"</source>
   <translation>Installieren Sie es mit: pip install "mlp_gui[cluster]"</translation>
  </message>
  <message>
   <source>Install it with: pip install "mlp_gui[search]", or choose random settings.</source>
   <translation>Installieren Sie es mit: pip install "mlp_gui[search]", oder wählen Sie zufällige Einstellungen.</translation>
  </message>
  <message>
   <source>Install it: {command}</source>
   <translation>So wird es installiert: {command}</translation>
  </message>
  <message>
   <source>Install mlp_gui {version} on each of them.</source>
   <translation>Installieren Sie mlp_gui {version} auf jedem von ihnen.</translation>
  </message>
  <message>
   <source>Install scikit-learn, PyTorch or TensorFlow to let it work out these gradients, too.</source>
   <translation>scikit-learn, PyTorch oder TensorFlow installieren, damit auch sie diese Gradienten berechnen.</translation>
  </message>
  <message>
   <source>Install the same version on all machines.</source>
   <translation>Installieren Sie auf allen Rechnern dieselbe Version.</translation>
  </message>
  <message>
   <source>Install them: {command}</source>
   <translation>Installieren mit: {command}</translation>
  </message>
  <message>
   <source>Interpreter</source>
   <translation>Interpreter</translation>
  </message>
  <message>
   <source>Interpreters of Python</source>
   <translation>Python-Interpreter</translation>
  </message>
  <message>
   <source>Interval level</source>
   <translation>Niveau der Intervalle</translation>
  </message>
  <message>
   <source>Intervals of predictions: {sentence}.</source>
   <translation>Intervalle der Vorhersagen: {sentence}.</translation>
  </message>
  <message>
   <source>Into the main window</source>
   <translation>Ins Hauptfenster</translation>
  </message>
  <message>
   <source>Inverse hyperbolic sine</source>
   <translation>Areasinus hyperbolicus</translation>
  </message>
  <message>
   <source>Inverse scaling</source>
   <translation>Inverse Skalierung</translation>
  </message>
  <message>
   <source>Iris</source>
   <translation>Iris</translation>
  </message>
  <message>
   <source>Is it any good?</source>
   <translation>Taugt es etwas?</translation>
  </message>
  <message>
   <source>It answers its training rows far better than {n:,} rows that had no part in training, although the best weights were kept. There are {parameters:,} weights for {rows:,} rows.</source>
   <translation>Es beantwortet seine Trainingszeilen weit besser als {n:,} Zeilen, die am Training nicht beteiligt waren, obwohl die besten Gewichte behalten wurden. Auf {rows:,} Zeilen kommen {parameters:,} Gewichte.</translation>
  </message>
  <message>
   <source>It answers its training rows far better than {n:,} rows that had no part in training. There are {parameters:,} weights for {rows:,} rows.</source>
   <translation>Es beantwortet seine Trainingszeilen weit besser als {n:,} Zeilen, die am Training nicht beteiligt waren. Auf {rows:,} Zeilen kommen {parameters:,} Gewichte.</translation>
  </message>
  <message>
   <source>It began with another class file.</source>
   <translation>Die Arbeit begann mit einer anderen Klassendatei.</translation>
  </message>
  <message>
   <source>It can stand after by= to keep groups apart, or be read as numbers.</source>
   <translation>Sie kann hinter by= stehen, um Gruppen zu trennen, oder als Zahlen gelesen werden.</translation>
  </message>
  <message>
   <source>It claims scores that its weights do not have.</source>
   <translation>Die Arbeit gibt Gütemaße an, die ihre Gewichte nicht haben.</translation>
  </message>
  <message>
   <source>It divides by 0 here.</source>
   <translation>Hier würde durch 0 geteilt.</translation>
  </message>
  <message>
   <source>It does not learn</source>
   <translation>Das Netz lernt nicht</translation>
  </message>
  <message>
   <source>It does not say how it was trained, so that it cannot be repeated.</source>
   <translation>Die Arbeit sagt nicht, wie trainiert wurde; wiederholen lässt sie sich deshalb nicht.</translation>
  </message>
  <message>
   <source>It gives no rows</source>
   <translation>Sie liefert keine Zeilen</translation>
  </message>
  <message>
   <source>It had {before:,} bytes and has {now:,} now; the run would see other rows.</source>
   <translation>Es waren {before:,} Bytes, jetzt sind es {now:,}; der Lauf sähe andere Zeilen.</translation>
  </message>
  <message>
   <source>It has answers in other places.</source>
   <translation>Antworten stehen an anderen Stellen.</translation>
  </message>
  <message>
   <source>It has more entries than a file of this kind needs.</source>
   <translation>Es gibt mehr Einträge, als eine Datei dieser Art braucht.</translation>
  </message>
  <message>
   <source>It has more than {most:,} bytes.</source>
   <translation>Sie hat mehr als {most:,} Bytes.</translation>
  </message>
  <message>
   <source>It has no value in {missing:,} of {rows:,} rows.</source>
   <translation>Kein Wert in {missing:,} von {rows:,} Zeilen.</translation>
  </message>
  <message>
   <source>It has no values.</source>
   <translation>Enthält keine Werte.</translation>
  </message>
  <message>
   <source>It has the same value in every row.</source>
   <translation>Enthält in jeder Zeile denselben Wert.</translation>
  </message>
  <message numerus="yes">
   <source>It has {n:,} bytes and no cell.</source>
   <translation>
    <numerusform>Sie hat {n:,} Byte und keine Zelle.</numerusform>
    <numerusform>Sie hat {n:,} Bytes und keine Zelle.</numerusform>
   </translation>
  </message>
  <message>
   <source>It has {n:,} different texts.</source>
   <translation>Sie enthält {n:,} verschiedene Texte.</translation>
  </message>
  <message>
   <source>It has {parameters:,} weights and biases, which need about {needed:,.1f} GB; {free:,.1f} GB are free.</source>
   <translation>Es hat {parameters:,} Gewichte und Biaswerte, die etwa {needed:,.1f} GB brauchen; {free:,.1f} GB sind frei.</translation>
  </message>
  <message>
   <source>It has {parameters:,} weights and biases; a square matrix of them must be solved, and the limit is {limit:,}.</source>
   <translation>Es hat {parameters:,} Gewichte und Bias-Werte; eine quadratische Matrix davon ist zu lösen, und die Grenze liegt bei {limit:,}.</translation>
  </message>
  <message>
   <source>It has {saved_parameters:,} parameters and {saved_rows:,} training rows; here are {parameters:,} and {rows:,}.</source>
   <translation>Er hat {saved_parameters:,} Parameter und {saved_rows:,} Trainingszeilen; hier sind es {parameters:,} und {rows:,}.</translation>
  </message>
  <message>
   <source>It has {w} weight matrices and {b} bias vectors.</source>
   <translation>Es gibt {w} Gewichtsmatrizen und {b} Bias-Vektoren.</translation>
  </message>
  <message>
   <source>It holds dates; choose an encoding to use them.</source>
   <translation>Enthält Datumsangaben; eine Kodierung wählen, um sie zu verwenden.</translation>
  </message>
  <message>
   <source>It holds no document.</source>
   <translation>Kein Dokument darin.</translation>
  </message>
  <message>
   <source>It holds no weights.</source>
   <translation>Sie enthält keine Gewichte.</translation>
  </message>
  <message>
   <source>It holds no {name}.</source>
   <translation>{name} ist nicht enthalten.</translation>
  </message>
  <message>
   <source>It holds {n:,} different texts.</source>
   <translation>Enthält {n:,} verschiedene Texte.</translation>
  </message>
  <message>
   <source>It holds {names}.</source>
   <translation>Inhalt: {names}.</translation>
  </message>
  <message>
   <source>It holds {what!r}.</source>
   <translation>Er enthält {what!r}.</translation>
  </message>
  <message>
   <source>It is a copy of {name}.</source>
   <translation>Kopie von {name}.</translation>
  </message>
  <message>
   <source>It is a word</source>
   <translation>Ist ein Wort</translation>
  </message>
  <message>
   <source>It is computed when training is paused.</source>
   <translation>Wird berechnet, sobald das Training ruht.</translation>
  </message>
  <message>
   <source>It is damaged, or another kind of file: {reason}.</source>
   <translation>Die Datei ist beschädigt oder von anderer Art: {reason}.</translation>
  </message>
  <message>
   <source>It is damaged, or has cells so far apart that they want more memory than a table of its size takes.</source>
   <translation>Die Datei ist beschädigt, oder ihre Zellen liegen so weit auseinander, dass sie mehr Speicher brauchen als eine Tabelle ihrer Größe.</translation>
  </message>
  <message>
   <source>It is empty.</source>
   <translation>Sie ist leer.</translation>
  </message>
  <message>
   <source>It is in the log: {path}</source>
   <translation>Im Protokoll: {path}</translation>
  </message>
  <message>
   <source>It is locked by a password, or packed in a way that is not known here.</source>
   <translation>Sie ist durch ein Passwort geschützt oder auf eine hier unbekannte Art gepackt.</translation>
  </message>
  <message>
   <source>It is nearly the same as the target {target} (correlation {r:.6f}), so it would give it away.</source>
   <translation>Fast dasselbe wie die Zielgröße {target} (Korrelation {r:.6f}), würde sie also verraten.</translation>
  </message>
  <message>
   <source>It is nested too deeply.</source>
   <translation>Es ist zu tief verschachtelt.</translation>
  </message>
  <message>
   <source>It is no better than {constant}</source>
   <translation>Es ist nicht besser als {constant}</translation>
  </message>
  <message>
   <source>It is no object.</source>
   <translation>Es ist kein Objekt.</translation>
  </message>
  <message>
   <source>It is not proper JSON: {reason}.</source>
   <translation>Kein gültiges JSON: {reason}.</translation>
  </message>
  <message>
   <source>It is text, because its numbers carry several units: {units}.</source>
   <translation>Sie ist Text, weil ihre Zahlen verschiedene Einheiten tragen: {units}.</translation>
  </message>
  <message numerus="yes">
   <source>It is text, because {n:,} of {cells:,} cells are not numbers, first {word!r} in {place}.</source>
   <translation>
    <numerusform>Die Spalte ist Text, weil {n:,} von {cells:,} Zellen keine Zahl ist, zuerst {word!r} in {place}.</numerusform>
    <numerusform>Die Spalte ist Text, weil {n:,} von {cells:,} Zellen keine Zahlen sind, zuerst {word!r} in {place}.</numerusform>
   </translation>
  </message>
  <message>
   <source>It is too deeply nested.</source>
   <translation>Sie ist zu tief verschachtelt.</translation>
  </message>
  <message>
   <source>It is {fill!r}.</source>
   <translation>Sie ist {fill!r}.</translation>
  </message>
  <message>
   <source>It knows its training rows better than the others: a smaller network learns less by heart.</source>
   <translation>Es kennt seine Trainingszeilen besser als die anderen: Ein kleineres Netz lernt weniger auswendig.</translation>
  </message>
  <message>
   <source>It knows {names}.</source>
   <translation>Bekannt sind {names}.</translation>
  </message>
  <message>
   <source>It lacks {what!r}.</source>
   <translation>Es fehlt {what!r}.</translation>
  </message>
  <message>
   <source>It leads to the cluster.</source>
   <translation>Es führt zum Cluster.</translation>
  </message>
  <message>
   <source>It may be a binary file, be damaged, or have another encoding: choose UTF-16 if it came from Windows.</source>
   <translation>Sie kann eine Binärdatei, beschädigt oder anders kodiert sein: UTF-16 wählen, falls sie aus Windows stammt.</translation>
  </message>
  <message>
   <source>It may be damaged, locked by a password, or in use. Get the file again.</source>
   <translation>Die Datei ist vielleicht beschädigt, mit einem Passwort gesperrt oder in Benutzung. Die Datei neu beschaffen.</translation>
  </message>
  <message>
   <source>It means no value</source>
   <translation>Ist kein Wert</translation>
  </message>
  <message>
   <source>It must be a finite number.</source>
   <translation>Der Wert muss eine endliche Zahl sein.</translation>
  </message>
  <message>
   <source>It must be a list.</source>
   <translation>Der Wert muss eine Liste sein.</translation>
  </message>
  <message>
   <source>It must be a registered {family}.</source>
   <translation>Der Wert muss aus der Liste „{family}“ stammen.</translation>
  </message>
  <message>
   <source>It must be a whole number.</source>
   <translation>Der Wert muss eine ganze Zahl sein.</translation>
  </message>
  <message>
   <source>It must be a {kind}.</source>
   <translation>Der Wert muss ein {kind} sein.</translation>
  </message>
  <message>
   <source>It must be between 0 and 1.</source>
   <translation>Es muss zwischen 0 und 1 liegen.</translation>
  </message>
  <message>
   <source>It must be one of: {names}.</source>
   <translation>Möglich sind: {names}.</translation>
  </message>
  <message>
   <source>It must be text.</source>
   <translation>Der Wert muss ein Text sein.</translation>
  </message>
  <message>
   <source>It must be true or false.</source>
   <translation>Der Wert muss wahr oder falsch sein.</translation>
  </message>
  <message>
   <source>It must be {range}.</source>
   <translation>Der Wert muss {range} sein.</translation>
  </message>
  <message>
   <source>It must hold dates or numbers.</source>
   <translation>Sie muss Daten (Kalendertage) oder Zahlen enthalten.</translation>
  </message>
  <message>
   <source>It needs Python with this program as a library (`pip install` in its folder) and matplotlib.</source>
   <translation>Es braucht Python mit diesem Programm als Bibliothek (`pip install` in dessen Ordner) und matplotlib.</translation>
  </message>
  <message>
   <source>It needs a loss that is the same function of the weights at every step.</source>
   <translation>Es braucht einen Verlust, der bei jedem Schritt dieselbe Funktion der Gewichte ist.</translation>
  </message>
  <message>
   <source>It needs at least two rows.</source>
   <translation>Es braucht mindestens zwei Zeilen.</translation>
  </message>
  <message>
   <source>It never falls below this.</source>
   <translation>Darunter fällt sie nie.</translation>
  </message>
  <message>
   <source>It proposes the settings of this search.</source>
   <translation>Es schlägt die Einstellungen dieser Suche vor.</translation>
  </message>
  <message>
   <source>It rises or falls with the target {target} in every row, as a copy in another scale, in ranks or in steps does, so it would give it away.</source>
   <translation>Sie steigt oder fällt in jeder Zeile mit dem Ziel {target}, wie eine Kopie in anderem Maßstab, in Rängen oder in Stufen, und würde es verraten.</translation>
  </message>
  <message>
   <source>It says to which group a row belongs.</source>
   <translation>Sie sagt, zu welcher Gruppe eine Zeile gehört.</translation>
  </message>
  <message>
   <source>It says when a row was.</source>
   <translation>Sie sagt, wann eine Zeile war.</translation>
  </message>
  <message>
   <source>It says which rows are for training, validation and test.</source>
   <translation>Sie sagt, welche Zeilen für Training, Validierung und Test sind.</translation>
  </message>
  <message>
   <source>It stands beyond the last batch.</source>
   <translation>Er steht hinter dem letzten Batch.</translation>
  </message>
  <message>
   <source>It takes by=column and order=column.</source>
   <translation>Sie nimmt by=Spalte und order=Spalte.</translation>
  </message>
  <message>
   <source>It takes {least} to {most} arguments</source>
   <translation>Es nimmt {least} bis {most} Argumente</translation>
  </message>
  <message numerus="yes">
   <source>It takes {n} arguments</source>
   <translation>
    <numerusform>Es nimmt {n} Argument</numerusform>
    <numerusform>Es nimmt {n} Argumente</numerusform>
   </translation>
  </message>
  <message>
   <source>It was read in the same way as the table of the training.</source>
   <translation>Sie wurde genauso gelesen wie die Tabelle des Trainings.</translation>
  </message>
  <message>
   <source>It was saved by the command line or by an earlier version.</source>
   <translation>Gespeichert wurde es von der Kommandozeile oder einer früheren Version.</translation>
  </message>
  <message>
   <source>It was trained on other numbers: the table was read again since.</source>
   <translation>Er wurde mit anderen Zahlen trainiert: Die Tabelle wurde seitdem noch einmal gelesen.</translation>
  </message>
  <message>
   <source>It would hold {total:,} bytes.</source>
   <translation>Sie enthielte {total:,} Bytes.</translation>
  </message>
  <message>
   <source>It would unpack to {total:,} bytes.</source>
   <translation>Ausgepackt wären es {total:,} Bytes.</translation>
  </message>
  <message>
   <source>Its `format` entry is missing or another.</source>
   <translation>Der Eintrag `format` fehlt oder ist ein anderer.</translation>
  </message>
  <message>
   <source>Its answer is the mean of what several networks say, which differ in their seeds.</source>
   <translation>Seine Antwort ist das Mittel dessen, was mehrere Netze sagen, die sich in ihren Startwerten unterscheiden.</translation>
  </message>
  <message>
   <source>Its answers are not finite numbers: it cannot be used.</source>
   <translation>Seine Antworten sind keine endlichen Zahlen: Es ist nicht zu gebrauchen.</translation>
  </message>
  <message>
   <source>Its array header is not readable: {reason}.</source>
   <translation>Der Kopf des Arrays ist nicht lesbar: {reason}.</translation>
  </message>
  <message>
   <source>Its array should be of shape {shape} and has {rest:,} bytes.</source>
   <translation>Das Array sollte die Form {shape} haben und hat {rest:,} Bytes.</translation>
  </message>
  <message>
   <source>Its array {name!r} is of another kind.</source>
   <translation>Sein Feld {name!r} ist von anderer Art.</translation>
  </message>
  <message numerus="yes">
   <source>Its cells must be train, validation or test; {n:,} are not, for example {cell!r}.</source>
   <translation>
    <numerusform>Ihre Zellen müssen train, validation oder test lauten; {n:,} tut es nicht: {cell!r}.</numerusform>
    <numerusform>Ihre Zellen müssen train, validation oder test lauten; {n:,} tun es nicht, etwa {cell!r}.</numerusform>
   </translation>
  </message>
  <message>
   <source>Its cells say train, validation or test; or to which group a row belongs; or when it was.</source>
   <translation>Ihre Zellen sagen train, validation oder test; oder zu welcher Gruppe eine Zeile gehört; oder wann sie war.</translation>
  </message>
  <message>
   <source>Its checksum does not match its contents.</source>
   <translation>Ihre Prüfsumme passt nicht zu ihrem Inhalt.</translation>
  </message>
  <message>
   <source>Its checksums do not match its contents.</source>
   <translation>Die Prüfsummen passen nicht zum Inhalt.</translation>
  </message>
  <message>
   <source>Its columns: {names}.</source>
   <translation>Ihre Spalten: {names}.</translation>
  </message>
  <message>
   <source>Its commas were read as decimal signs, as in the whole file; correct the decimal sign if it is a point.</source>
   <translation>Ihre Kommas wurden wie in der ganzen Datei als Dezimalzeichen gelesen; berichtigen Sie das Dezimalzeichen, falls es ein Punkt ist.</translation>
  </message>
  <message>
   <source>Its dates were read with the day first; they could also be written with the month first.</source>
   <translation>Die Datumsangaben wurden mit dem Tag zuerst gelesen; sie könnten auch mit dem Monat zuerst geschrieben sein.</translation>
  </message>
  <message>
   <source>Its dates were read with the month first; they could also be written with the day first.</source>
   <translation>Die Datumsangaben wurden mit dem Monat zuerst gelesen; sie könnten auch mit dem Tag zuerst geschrieben sein.</translation>
  </message>
  <message>
   <source>Its format version is {found}, this program reads {known}.</source>
   <translation>Die Formatversion ist {found}, dieses Programm liest {known}.</translation>
  </message>
  <message>
   <source>Its format version is {version}, this program reads {ours}.</source>
   <translation>Die Formatversion ist {version}, dieses Programm liest {ours}.</translation>
  </message>
  <message>
   <source>Its history has another shape.</source>
   <translation>Der Verlauf hat eine andere Form.</translation>
  </message>
  <message>
   <source>Its history is not that of its run.</source>
   <translation>Der Verlauf ist nicht der des Laufs.</translation>
  </message>
  <message>
   <source>Its kind is {kind}.</source>
   <translation>Ihre Art ist: {kind}.</translation>
  </message>
  <message>
   <source>Its leading zeros are lost: {zeros} became {number}.</source>
   <translation>Führende Nullen gehen verloren: Aus {zeros} wurde {number}.</translation>
  </message>
  <message>
   <source>Its lines differ in length or a cell is not finite.</source>
   <translation>Die Zeilen sind verschieden lang, oder eine Zelle ist nicht endlich.</translation>
  </message>
  <message>
   <source>Its lines must be of the same length.</source>
   <translation>Die Zeilen müssen gleich lang sein.</translation>
  </message>
  <message>
   <source>Its metadata lack the entry {name}.</source>
   <translation>In den Metadaten fehlt der Eintrag {name}.</translation>
  </message>
  <message>
   <source>Its missing markers are those of the table that the network was trained on.</source>
   <translation>Die Kennzeichen für fehlende Werte sind die der Tabelle, mit der das Netz trainiert wurde.</translation>
  </message>
  <message>
   <source>Its name says how much each row counts.</source>
   <translation>Ihr Name sagt, wie viel jede Zeile zählt.</translation>
  </message>
  <message>
   <source>Its numbers are written with {style}.</source>
   <translation>Die Zahlen sind mit {style} geschrieben.</translation>
  </message>
  <message>
   <source>Its numbers were read as months: {number} is {date}.</source>
   <translation>Ihre Zahlen wurden als Monate gelesen: {number} ist {date}.</translation>
  </message>
  <message>
   <source>Its packed contents are incomplete, changed, or something else.</source>
   <translation>Der gepackte Inhalt ist unvollständig, verändert oder etwas anderes.</translation>
  </message>
  <message>
   <source>Its plan, its settings or its table differ.</source>
   <translation>Ihr Plan, ihre Einstellungen oder ihre Tabelle sind andere.</translation>
  </message>
  <message>
   <source>Its plots and sizes as they were made.</source>
   <translation>Diagramme und Größen wie am Anfang.</translation>
  </message>
  <message>
   <source>Its sheets: {names}.</source>
   <translation>Seine Blätter: {names}.</translation>
  </message>
  <message>
   <source>Its table gives other numbers than when it was saved, so the run cannot go on from there.</source>
   <translation>Die Tabelle ergibt andere Zahlen als beim Speichern, daher kann der Lauf dort nicht weitergehen.</translation>
  </message>
  <message>
   <source>Its table is not that of the class file.</source>
   <translation>Die Tabelle ist nicht die der Klassendatei.</translation>
  </message>
  <message>
   <source>Its table is not the one that it names.</source>
   <translation>Die Tabelle darin ist nicht die, die sie nennt.</translation>
  </message>
  <message>
   <source>Its table of contents is impossible.</source>
   <translation>Das Inhaltsverzeichnis ist unmöglich.</translation>
  </message>
  <message>
   <source>Its table was read in another way, which is locked.</source>
   <translation>Die Tabelle wurde anders eingelesen; das ist gesperrt.</translation>
  </message>
  <message>
   <source>Its tables: {names}.</source>
   <translation>Ihre Tabellen: {names}.</translation>
  </message>
  <message>
   <source>Its tasks or locks are none that are known here.</source>
   <translation>Ihre Aufgaben oder Sperren sind hier nicht bekannt.</translation>
  </message>
  <message>
   <source>Its tasks or locks are not those of the class file.</source>
   <translation>Die Aufgaben oder Sperren sind nicht die der Klassendatei.</translation>
  </message>
  <message>
   <source>Its times were read as UTC: {cell} is {date}.</source>
   <translation>Ihre Zeiten wurden als UTC gelesen: {cell} ist {date}.</translation>
  </message>
  <message>
   <source>Its values differ too much for double precision.</source>
   <translation>Ihre Werte liegen für doppelte Genauigkeit zu weit auseinander.</translation>
  </message>
  <message>
   <source>Its values number or name the rows.</source>
   <translation>Die Werte zählen oder benennen die Zeilen.</translation>
  </message>
  <message>
   <source>Its values stand one to one for those of the target {target}, so it would give it away.</source>
   <translation>Die Werte entsprechen eins zu eins denen der Zielgröße {target} und würden sie verraten.</translation>
  </message>
  <message>
   <source>Its weights are not kept any more: there are too many runs.</source>
   <translation>Seine Gewichte sind nicht mehr aufgehoben: Es gibt zu viele Läufe.</translation>
  </message>
  <message>
   <source>Its weights are not those that its run came to.</source>
   <translation>Die Gewichte sind nicht die, zu denen der Lauf gekommen ist.</translation>
  </message>
  <message>
   <source>Its weights are the best ones, of epoch {epoch:,}.</source>
   <translation>Die Gewichte sind die besten, aus Epoche {epoch:,}.</translation>
  </message>
  <message>
   <source>Its weights are the last ones, of epoch {epoch:,}.</source>
   <translation>Die Gewichte sind die letzten, aus Epoche {epoch:,}.</translation>
  </message>
  <message>
   <source>Its weights are the {which} ones, of epoch {epoch:,}.</source>
   <translation>Die Gewichte sind {which}, aus Epoche {epoch:,}.</translation>
  </message>
  <message>
   <source>Its weights are {weights}, its biases {biases}.</source>
   <translation>Ihre Gewichte sind {weights}, ihre Bias-Werte {biases}.</translation>
  </message>
  <message>
   <source>Its whole numbers were read as dates: {number} is {date}.</source>
   <translation>Ihre ganzen Zahlen wurden als Daten gelesen: {number} ist {date}.</translation>
  </message>
  <message>
   <source>Its whole numbers were read as times of day: {number} is {date}.</source>
   <translation>Ihre ganzen Zahlen wurden als Uhrzeiten gelesen: {number} ist {date}.</translation>
  </message>
  <message>
   <source>Its years have two digits and were read as {first} to {last}.</source>
   <translation>Ihre Jahre haben zwei Ziffern und wurden als {first} bis {last} gelesen.</translation>
  </message>
  <message>
   <source>JSON (.json)</source>
   <translation>JSON (.json)</translation>
  </message>
  <message>
   <source>JSON lines</source>
   <translation>JSON Lines</translation>
  </message>
  <message>
   <source>January</source>
   <translation>Januar</translation>
  </message>
  <message>
   <source>July</source>
   <translation>Juli</translation>
  </message>
  <message>
   <source>June</source>
   <translation>Juni</translation>
  </message>
  <message>
   <source>June to August</source>
   <translation>Juni bis August</translation>
  </message>
  <message>
   <source>KGE (2009)</source>
   <translation>KGE (2009)</translation>
  </message>
  <message>
   <source>KGE (2012)</source>
   <translation>KGE (2012)</translation>
  </message>
  <message>
   <source>KOI8-R, Russian</source>
   <translation>KOI8-R, russisch</translation>
  </message>
  <message>
   <source>Keep</source>
   <translation>Behalten</translation>
  </message>
  <message>
   <source>Keep as date</source>
   <translation>Bleibt Datum</translation>
  </message>
  <message>
   <source>Keep as number</source>
   <translation>Bleibt Zahl</translation>
  </message>
  <message>
   <source>Keep as text</source>
   <translation>Bleibt Text</translation>
  </message>
  <message>
   <source>Keep groups together</source>
   <translation>Gruppen zusammenhalten</translation>
  </message>
  <message>
   <source>Keep more rows for validation, or choose a lower level.</source>
   <translation>Mehr Zeilen für die Validierung zurückbehalten oder ein niedrigeres Niveau wählen.</translation>
  </message>
  <message>
   <source>Keep the plan and every finished network in a file.</source>
   <translation>Den Plan und jedes fertige Netz in einer Datei behalten.</translation>
  </message>
  <message>
   <source>Keep the target's distribution</source>
   <translation>Verteilung des Ziels erhalten</translation>
  </message>
  <message>
   <source>Keep them apart</source>
   <translation>Getrennt lassen</translation>
  </message>
  <message>
   <source>Keep them: extra columns</source>
   <translation>Behalten: zusätzliche Spalten</translation>
  </message>
  <message>
   <source>Keep up to {megabytes:,} MB</source>
   <translation>Bis zu {megabytes:,} MB behalten</translation>
  </message>
  <message>
   <source>Keeps a steep gradient from making a huge step.</source>
   <translation>Verhindert, dass ein steiler Gradient einen riesigen Schritt macht.</translation>
  </message>
  <message>
   <source>Keeps the division finite where the gradient has always been 0.</source>
   <translation>Hält die Division endlich, wo der Gradient immer 0 war.</translation>
  </message>
  <message>
   <source>Kept apart</source>
   <translation>Getrennt</translation>
  </message>
  <message>
   <source>Kept numbers</source>
   <translation>Behaltene Zahlen</translation>
  </message>
  <message>
   <source>Keras script (.py)</source>
   <translation>Keras-Skript (.py)</translation>
  </message>
  <message>
   <source>Keyboard shortcuts</source>
   <translation>Tastenkürzel</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>Art</translation>
  </message>
  <message>
   <source>Known classes: {classes}.</source>
   <translation>Bekannte Klassen: {classes}.</translation>
  </message>
  <message>
   <source>Known here: {names}.</source>
   <translation>Hier bekannt: {names}.</translation>
  </message>
  <message>
   <source>Known: {names}.</source>
   <translation>Bekannt: {names}.</translation>
  </message>
  <message>
   <source>L-BFGS (all rows)</source>
   <translation>L-BFGS (alle Zeilen)</translation>
  </message>
  <message>
   <source>L1 penalty</source>
   <translation>L1-Strafterm</translation>
  </message>
  <message>
   <source>L1 penalty of hidden layer {layer}</source>
   <translation>L1-Strafterm der verdeckten Schicht {layer}</translation>
  </message>
  <message>
   <source>L1 penalty of the output</source>
   <translation>L1-Strafterm der Ausgabe</translation>
  </message>
  <message>
   <source>L1 penalty, layer {layer}</source>
   <translation>L1-Term, Schicht {layer}</translation>
  </message>
  <message>
   <source>L1 penalty, output</source>
   <translation>L1-Term, Ausgabe</translation>
  </message>
  <message>
   <source>L2 penalty</source>
   <translation>L2-Strafterm</translation>
  </message>
  <message>
   <source>L2 penalty of hidden layer {layer}</source>
   <translation>L2-Strafterm der verdeckten Schicht {layer}</translation>
  </message>
  <message>
   <source>L2 penalty of the output</source>
   <translation>L2-Strafterm der Ausgabe</translation>
  </message>
  <message>
   <source>L2 penalty of {penalty:g}: {rows:,} training rows for {inputs:,} inputs are easily learnt by heart.</source>
   <translation>L2-Strafe von {penalty:g}: {rows:,} Trainingszeilen für {inputs:,} Eingaben werden leicht auswendig gelernt.</translation>
  </message>
  <message>
   <source>L2 penalty, layer {layer}</source>
   <translation>L2-Term, Schicht {layer}</translation>
  </message>
  <message>
   <source>L2 penalty, output</source>
   <translation>L2-Term, Ausgabe</translation>
  </message>
  <message>
   <source>Lags of earlier rows, and formulas.</source>
   <translation>Lags früherer Zeilen und Formeln.</translation>
  </message>
  <message>
   <source>Lags, sums and means of earlier rows, and formulas over columns.</source>
   <translation>Lags, Summen und Mittelwerte früherer Zeilen sowie Formeln über Spalten.</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>Sprache</translation>
  </message>
  <message>
   <source>Larger text</source>
   <translation>Größere Schrift</translation>
  </message>
  <message>
   <source>Largest damping</source>
   <translation>Größte Dämpfung</translation>
  </message>
  <message>
   <source>Largest error</source>
   <translation>Größter Fehler</translation>
  </message>
  <message>
   <source>Largest of the last rows</source>
   <translation>Größte der letzten Zeilen</translation>
  </message>
  <message>
   <source>Largest {name}</source>
   <translation>Größter Wert von {name}</translation>
  </message>
  <message>
   <source>Largest |p - y|.</source>
   <translation>Größtes |p - y|.</translation>
  </message>
  <message>
   <source>Last epoch (End)</source>
   <translation>Letzte Epoche (Ende)</translation>
  </message>
  <message>
   <source>Last learning rate / full one; 1: no fall.</source>
   <translation>Letzte Lernrate / volle; 1: kein Abfall.</translation>
  </message>
  <message>
   <source>Last step (End)</source>
   <translation>Letzter Schritt (Ende)</translation>
  </message>
  <message>
   <source>Later</source>
   <translation>Später</translation>
  </message>
  <message>
   <source>Later values, as targets of a forecast</source>
   <translation>Spätere Werte, als Ziele einer Vorhersage</translation>
  </message>
  <message>
   <source>Latin-1, ISO 8859-1</source>
   <translation>Latin-1, ISO 8859-1</translation>
  </message>
  <message>
   <source>Latin-9, ISO 8859-15</source>
   <translation>Latin-9, ISO 8859-15</translation>
  </message>
  <message>
   <source>Lay two runs side by side: settings, scores, curves and the rows that changed most</source>
   <translation>Zwei Läufe nebeneinander: Einstellungen, Werte, Kurven und die am stärksten geänderten Zeilen</translation>
  </message>
  <message>
   <source>Layer {k} differs.</source>
   <translation>Schicht {k} weicht ab.</translation>
  </message>
  <message>
   <source>Layer {k} in {where} does not fit together.</source>
   <translation>Schicht {k} in {where} passt nicht zusammen.</translation>
  </message>
  <message>
   <source>Layers</source>
   <translation>Schichten</translation>
  </message>
  <message>
   <source>LeCun normal</source>
   <translation>LeCun, normalverteilt</translation>
  </message>
  <message>
   <source>LeCun uniform</source>
   <translation>LeCun, gleichverteilt</translation>
  </message>
  <message>
   <source>Leaks that are accepted as they are.</source>
   <translation>Lecks, die so hingenommen werden.</translation>
  </message>
  <message>
   <source>Leaky ReLU</source>
   <translation>Leaky ReLU</translation>
  </message>
  <message>
   <source>Learn</source>
   <translation>Lernen</translation>
  </message>
  <message>
   <source>Learn {function}</source>
   <translation>{function} lernen</translation>
  </message>
  <message>
   <source>Learning curves</source>
   <translation>Lernkurven</translation>
  </message>
  <message>
   <source>Learning rate</source>
   <translation>Lernrate</translation>
  </message>
  <message>
   <source>Learning rate of the last epoch / the first.</source>
   <translation>Lernrate der letzten Epoche / der ersten.</translation>
  </message>
  <message>
   <source>Learning rate {rate:.6g}, loss {loss:.10g}, penalty {penalty:.10g}.</source>
   <translation>Lernrate {rate:.6g}, Verlust {loss:.10g}, Strafterm {penalty:.10g}.</translation>
  </message>
  <message>
   <source>Learning rate {rate:.6g}, loss {loss:.10g}.</source>
   <translation>Lernrate {rate:.6g}, Verlust {loss:.10g}.</translation>
  </message>
  <message>
   <source>Leave all but the first out</source>
   <translation>Alle außer der ersten weglassen</translation>
  </message>
  <message numerus="yes">
   <source>Leave all {n:,} out</source>
   <translation>
    <numerusform>Weglassen</numerusform>
    <numerusform>Alle {n:,} weglassen</numerusform>
   </translation>
  </message>
  <message>
   <source>Leave it out</source>
   <translation>Weglassen</translation>
  </message>
  <message>
   <source>Leave it out, or choose {kinds}.</source>
   <translation>Die Angabe weglassen, oder {kinds} wählen.</translation>
  </message>
  <message>
   <source>Leave near copies out</source>
   <translation>Auch fast gleiche weglassen</translation>
  </message>
  <message>
   <source>Leave out</source>
   <translation>Weglassen</translation>
  </message>
  <message>
   <source>Leave out the hidden layers</source>
   <translation>Ohne verdeckte Schichten</translation>
  </message>
  <message>
   <source>Leave out the search and the numbers of training rows.</source>
   <translation>Lassen Sie die Suche und die Zeilenzahlen weg.</translation>
  </message>
  <message>
   <source>Leave row out</source>
   <translation>Zeile auslassen</translation>
  </message>
  <message>
   <source>Leave rows out</source>
   <translation>Zeilen weglassen</translation>
  </message>
  <message>
   <source>Leave rows out…</source>
   <translation>Zeilen weglassen…</translation>
  </message>
  <message>
   <source>Leave the copies out</source>
   <translation>Kopien weglassen</translation>
  </message>
  <message>
   <source>Leave the lesson</source>
   <translation>Die Lektion verlassen</translation>
  </message>
  <message>
   <source>Leave the lesson. The run stays as it is.</source>
   <translation>Die Lektion verlassen. Der Lauf bleibt, wie er ist.</translation>
  </message>
  <message>
   <source>Leave the table out of the file, or remove runs from the list.</source>
   <translation>Lassen Sie die Tabelle aus der Datei weg, oder entfernen Sie Läufe aus der Liste.</translation>
  </message>
  <message>
   <source>Leave them out</source>
   <translation>Weglassen</translation>
  </message>
  <message numerus="yes">
   <source>Leave {n:,} rows out</source>
   <translation>
    <numerusform>{n:,} Zeile weglassen</numerusform>
    <numerusform>{n:,} Zeilen weglassen</numerusform>
   </translation>
  </message>
  <message>
   <source>Left out by hand</source>
   <translation>Von Hand weggelassen</translation>
  </message>
  <message>
   <source>Less does not count.</source>
   <translation>Weniger zählt nicht.</translation>
  </message>
  <message>
   <source>Lesson</source>
   <translation>Lektion</translation>
  </message>
  <message>
   <source>Lesson: {title} · {number} of {count}</source>
   <translation>Lektion: {title} · {number} von {count}</translation>
  </message>
  <message>
   <source>Lessons</source>
   <translation>Lektionen</translation>
  </message>
  <message>
   <source>Let it begin above 0, such as at {value:g}.</source>
   <translation>Lassen Sie ihn über 0 beginnen, etwa bei {value:g}.</translation>
  </message>
  <message>
   <source>Levenberg-Marquardt (all rows)</source>
   <translation>Levenberg-Marquardt (alle Zeilen)</translation>
  </message>
  <message>
   <source>Library</source>
   <translation>Bibliothek</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>Hell</translation>
  </message>
  <message>
   <source>Light or dark ground. Plots follow at once.</source>
   <translation>Heller oder dunkler Grund. Diagramme folgen sofort.</translation>
  </message>
  <message>
   <source>Line {line:,} begins with {sign} and was taken as the header.</source>
   <translation>Zeile {line:,} beginnt mit {sign} und gilt als Kopfzeile.</translation>
  </message>
  <message>
   <source>Line {line:,} has {cells:,} cells below {names:,} names: {row}.</source>
   <translation>Zeile {line:,} hat {cells:,} Zellen unter {names:,} Namen: {row}.</translation>
  </message>
  <message numerus="yes">
   <source>Line {line:,} has {cells:,} cells where {width:,} are expected; {n:,} of {rows:,} rows have too many.</source>
   <translation>
    <numerusform>Zeile {line:,} hat {cells:,} Zellen, erwartet werden {width:,}; {n:,} von {rows:,} Zeilen hat zu viele.</numerusform>
    <numerusform>Zeile {line:,} hat {cells:,} Zellen, erwartet werden {width:,}; {n:,} von {rows:,} Zeilen haben zu viele.</numerusform>
   </translation>
  </message>
  <message>
   <source>Line {line:,} has {names:,} names, most rows have {cells:,} cells.</source>
   <translation>Zeile {line:,} hat {names:,} Namen, die meisten Zeilen haben {cells:,} Zellen.</translation>
  </message>
  <message>
   <source>Line {line:,} has {names:,} names, the rows have {cells:,} cells. The first column was named row_name.</source>
   <translation>Zeile {line:,} hat {names:,} Namen, die Zeilen haben {cells:,} Zellen. Die erste Spalte heißt nun row_name.</translation>
  </message>
  <message>
   <source>Line {line:,} is unusually long: {n:,} characters.</source>
   <translation>Zeile {line:,} ist ungewöhnlich lang: {n:,} Zeichen.</translation>
  </message>
  <message>
   <source>Line {line:,} of {name} is no object of JSON.</source>
   <translation>Zeile {line:,} von {name} ist kein JSON-Objekt.</translation>
  </message>
  <message>
   <source>Line {line:,} of {name} is too long for a row of a table.</source>
   <translation>Zeile {line:,} von {name} ist zu lang für eine Zeile einer Tabelle.</translation>
  </message>
  <message>
   <source>Line {line:,} was read as the units of the columns: {units}.</source>
   <translation>Zeile {line:,} wurde als die Einheiten der Spalten gelesen: {units}.</translation>
  </message>
  <message>
   <source>Linear output, because {names} is numeric.</source>
   <translation>Lineare Ausgabe, denn {names} ist eine Zahl.</translation>
  </message>
  <message>
   <source>Lines</source>
   <translation>Zeilen</translation>
  </message>
  <message>
   <source>Lines before the table</source>
   <translation>Zeilen vor der Tabelle</translation>
  </message>
  <message>
   <source>Lines of the header</source>
   <translation>Zeilen der Kopfzeile</translation>
  </message>
  <message>
   <source>Link to this point</source>
   <translation>Link auf diesen Punkt</translation>
  </message>
  <message>
   <source>Locked settings</source>
   <translation>Gesperrte Einstellungen</translation>
  </message>
  <message>
   <source>Locked settings were changed: {settings}.</source>
   <translation>Gesperrte Einstellungen wurden geändert: {settings}.</translation>
  </message>
  <message>
   <source>Log loss</source>
   <translation>Log-Verlust</translation>
  </message>
  <message>
   <source>Log-cosh</source>
   <translation>Log-cosh</translation>
  </message>
  <message>
   <source>Logarithm of 1 + x</source>
   <translation>Logarithmus von 1 + x</translation>
  </message>
  <message>
   <source>Logarithm: ln x</source>
   <translation>Logarithmus: ln x</translation>
  </message>
  <message>
   <source>Logarithm: log₁₀ x</source>
   <translation>Logarithmus: log₁₀ x</translation>
  </message>
  <message>
   <source>Logarithmic axes: to the right, values of 0 and below have no place; upwards, the scale passes through 0 and has both signs</source>
   <translation>Logarithmische Achsen: Nach rechts haben Werte von 0 und darunter keinen Platz; nach oben geht die Skala durch 0 und hat beide Vorzeichen</translation>
  </message>
  <message>
   <source>Logarithmic axes; values of 0 and below have no place on them</source>
   <translation>Logarithmische Achsen; Werte von 0 und darunter haben keinen Platz darauf</translation>
  </message>
  <message>
   <source>Logarithmic y axis; values of 0 and below have no place on it</source>
   <translation>Logarithmische y-Achse; Werte von 0 und darunter haben keinen Platz darauf</translation>
  </message>
  <message>
   <source>Logit of a share: ln(x / (1 − x))</source>
   <translation>Logit eines Anteils: ln(x / (1 − x))</translation>
  </message>
  <message>
   <source>Look again</source>
   <translation>Noch einmal suchen</translation>
  </message>
  <message>
   <source>Look at it</source>
   <translation>Ansehen</translation>
  </message>
  <message>
   <source>Look whether line ends are missing in the file.</source>
   <translation>Prüfen Sie, ob in der Datei Zeilenenden fehlen.</translation>
  </message>
  <message>
   <source>Looked for {source} and beside the project.</source>
   <translation>Gesucht wurde {source} und neben dem Projekt.</translation>
  </message>
  <message>
   <source>Looking at the project's file</source>
   <translation>Projektdatei wird angesehen</translation>
  </message>
  <message>
   <source>Looking for interpreters of Python and asking them what they have.</source>
   <translation>Python-Interpreter werden gesucht und gefragt, was sie haben.</translation>
  </message>
  <message>
   <source>Loss</source>
   <translation>Verlust</translation>
  </message>
  <message>
   <source>Loss against learning rate</source>
   <translation>Verlust über der Lernrate</translation>
  </message>
  <message>
   <source>Loss of each epoch</source>
   <translation>Verlust jeder Epoche</translation>
  </message>
  <message>
   <source>Loss of every network</source>
   <translation>Verlust jedes Netzes</translation>
  </message>
  <message>
   <source>Loss of the batch</source>
   <translation>Verlust des Batches</translation>
  </message>
  <message>
   <source>Loss on a logarithmic axis</source>
   <translation>Verlust auf logarithmischer Achse</translation>
  </message>
  <message>
   <source>Loss surface</source>
   <translation>Verlustfläche</translation>
  </message>
  <message>
   <source>Loss {loss}</source>
   <translation>Verlust {loss}</translation>
  </message>
  <message>
   <source>Loss: linear, log or symlog</source>
   <translation>Verlust: linear, log oder symlog</translation>
  </message>
  <message>
   <source>Losses and learning rate, one line per epoch.</source>
   <translation>Verluste und Lernrate, eine Zeile je Epoche.</translation>
  </message>
  <message>
   <source>Losses of two runs</source>
   <translation>Verluste zweier Läufe</translation>
  </message>
  <message>
   <source>Low-flow error (%)</source>
   <translation>Niedrigwasserfehler (%)</translation>
  </message>
  <message>
   <source>Lower the learning rate.</source>
   <translation>Senken Sie die Lernrate.</translation>
  </message>
  <message>
   <source>Lowest learning rate</source>
   <translation>Kleinste Lernrate</translation>
  </message>
  <message>
   <source>MAE</source>
   <translation>MAE</translation>
  </message>
  <message>
   <source>MAPE (%)</source>
   <translation>MAPE (%)</translation>
  </message>
  <message>
   <source>MB</source>
   <translation>MB</translation>
  </message>
  <message>
   <source>MSE</source>
   <translation>MSE</translation>
  </message>
  <message>
   <source>Mac Roman</source>
   <translation>Mac Roman</translation>
  </message>
  <message>
   <source>Made with mlp_gui {version} on {date}.</source>
   <translation>Erstellt mit mlp_gui {version} am {date}.</translation>
  </message>
  <message>
   <source>Make again: {what}.</source>
   <translation>Wiederholen: {what}.</translation>
  </message>
  <message>
   <source>Make it again.</source>
   <translation>Sie noch einmal treffen.</translation>
  </message>
  <message>
   <source>Make it the target, or ignore it.</source>
   <translation>Machen Sie sie zum Ziel, oder ignorieren Sie sie.</translation>
  </message>
  <message>
   <source>Make room for temporary files.</source>
   <translation>Platz für temporäre Dateien schaffen.</translation>
  </message>
  <message>
   <source>Making the table ready</source>
   <translation>Tabelle wird vorbereitet</translation>
  </message>
  <message>
   <source>Making the table ready was cancelled.</source>
   <translation>Das Vorbereiten der Tabelle wurde abgebrochen.</translation>
  </message>
  <message>
   <source>Making {name} ready.</source>
   <translation>{name} wird vorbereitet.</translation>
  </message>
  <message>
   <source>Map of the loss</source>
   <translation>Karte des Verlusts</translation>
  </message>
  <message>
   <source>March</source>
   <translation>März</translation>
  </message>
  <message>
   <source>March to May</source>
   <translation>März bis Mai</translation>
  </message>
  <message>
   <source>Matrix products run on one thread: {why}.</source>
   <translation>Matrixprodukte laufen in einem Thread: {why}.</translation>
  </message>
  <message numerus="yes">
   <source>Matrix products run on {n} threads: {why}.</source>
   <translation>
    <numerusform>Matrixprodukte laufen in {n} Thread: {why}.</numerusform>
    <numerusform>Matrixprodukte laufen in {n} Threads: {why}.</numerusform>
   </translation>
  </message>
  <message>
   <source>Matthews correlation</source>
   <translation>Matthews-Korrelation</translation>
  </message>
  <message>
   <source>Max-norm</source>
   <translation>Maximalnorm</translation>
  </message>
  <message>
   <source>Max-norm of hidden layer {layer}</source>
   <translation>Maximalnorm der verdeckten Schicht {layer}</translation>
  </message>
  <message>
   <source>Max-norm of the output</source>
   <translation>Maximalnorm der Ausgabe</translation>
  </message>
  <message>
   <source>Max-norm, layer {layer}</source>
   <translation>Max.-Norm, Schicht {layer}</translation>
  </message>
  <message>
   <source>Max-norm, output</source>
   <translation>Max.-Norm, Ausgabe</translation>
  </message>
  <message>
   <source>Maximise</source>
   <translation>Maximieren</translation>
  </message>
  <message>
   <source>Maximum</source>
   <translation>Maximum</translation>
  </message>
  <message>
   <source>May</source>
   <translation>Mai</translation>
  </message>
  <message>
   <source>Mean</source>
   <translation>Mittelwert</translation>
  </message>
  <message>
   <source>Mean absolute error (MAE)</source>
   <translation>Absoluter Fehler (MAE)</translation>
  </message>
  <message>
   <source>Mean of (p - y)^2.</source>
   <translation>Mittelwert von (p - y)^2.</translation>
  </message>
  <message>
   <source>Mean of (z - y)^2 over rows and targets, without 1/2; slope 2 (z - y) / (rows * targets).</source>
   <translation>Mittelwert von (z - y)^2 über Zeilen und Zielgrößen, ohne 1/2; Steigung 2 (z - y) / (Zeilen * Zielgrößen).</translation>
  </message>
  <message>
   <source>Mean of -(y ln p + (1 - y) ln(1 - p)) with p = sigmoid(z); slope (p - y) / (rows * targets).</source>
   <translation>Mittelwert von -(y ln p + (1 - y) ln(1 - p)) mit p = sigmoid(z); Steigung (p - y) / (Zeilen * Zielgrößen).</translation>
  </message>
  <message>
   <source>Mean of -ln(probability given to the true class), probabilities clipped to the smallest step above 0.</source>
   <translation>Mittelwert von -ln(Wahrscheinlichkeit der wahren Klasse), Wahrscheinlichkeiten begrenzt auf den kleinsten Schritt über 0.</translation>
  </message>
  <message>
   <source>Mean of e^2 / 2 where |e| &lt;= delta, else delta (|e| - delta / 2), e = z - y (Huber 1964).</source>
   <translation>Mittelwert von e^2 / 2 für |e| &lt;= delta, sonst delta (|e| - delta / 2), e = z - y (Huber 1964).</translation>
  </message>
  <message>
   <source>Mean of ln cosh(z - y); slope tanh(z - y) / n. Computed as |e| + ln(1 + e^(-2|e|)) - ln 2.</source>
   <translation>Mittelwert von ln cosh(z - y); Steigung tanh(z - y) / n. Berechnet als |e| + ln(1 + e^(-2|e|)) - ln 2.</translation>
  </message>
  <message>
   <source>Mean of |p - y|.</source>
   <translation>Mittelwert von |p - y|.</translation>
  </message>
  <message>
   <source>Mean of |z - y|; slope sign(z - y) / (rows * targets), 0 where z = y.</source>
   <translation>Mittelwert von |z - y|; Steigung sign(z - y) / (Zeilen * Zielgrößen), 0 bei z = y.</translation>
  </message>
  <message>
   <source>Mean over classes of the harmonic mean of precision and recall.</source>
   <translation>Mittel über die Klassen vom harmonischen Mittel aus Präzision und Trefferquote.</translation>
  </message>
  <message>
   <source>Mean over classes of: share of rows predicted as the class that belong to it.</source>
   <translation>Mittel über die Klassen vom Anteil der als Klasse vorhergesagten Zeilen, die zu ihr gehören.</translation>
  </message>
  <message>
   <source>Mean over classes of: share of the class's rows predicted as such.</source>
   <translation>Mittel über die Klassen vom Anteil der Zeilen der Klasse, die als solche vorhergesagt sind.</translation>
  </message>
  <message>
   <source>Mean over rows of -sum(y ln p) with p = softmax(z); slope (p - y) / rows, for rows of y that sum to 1.</source>
   <translation>Mittelwert über die Zeilen von -sum(y ln p) mit p = softmax(z); Steigung (p - y) / Zeilen, wenn die Zeilen von y die Summe 1 haben.</translation>
  </message>
  <message>
   <source>Mean over the rows</source>
   <translation>Mittel über die Zeilen</translation>
  </message>
  <message>
   <source>Mean recall of the classes that occur in the truth: rare classes count as much as common ones.</source>
   <translation>Mittlere Trefferquote der Klassen, die in Wahrheit vorkommen: Seltene Klassen zählen so viel wie häufige.</translation>
  </message>
  <message>
   <source>Mean squared error (MSE)</source>
   <translation>Quadratischer Fehler (MSE)</translation>
  </message>
  <message>
   <source>Means no value</source>
   <translation>Bedeutet „kein Wert“</translation>
  </message>
  <message>
   <source>Means of the last rows</source>
   <translation>Mittelwerte der letzten Zeilen</translation>
  </message>
  <message>
   <source>Means over the targets, whatever their units</source>
   <translation>Mittel über die Ziele, gleich in welchen Einheiten</translation>
  </message>
  <message>
   <source>Median</source>
   <translation>Median</translation>
  </message>
  <message>
   <source>Memory</source>
   <translation>Gedächtnis</translation>
  </message>
  <message>
   <source>Memory of the time line</source>
   <translation>Speicher der Zeitleiste</translation>
  </message>
  <message>
   <source>Memory, speed, branches</source>
   <translation>Speicher, Tempo, Abzweigungen</translation>
  </message>
  <message>
   <source>Merge them</source>
   <translation>Vereinen</translation>
  </message>
  <message>
   <source>Merged</source>
   <translation>Zusammengefasst</translation>
  </message>
  <message>
   <source>Method</source>
   <translation>Verfahren</translation>
  </message>
  <message>
   <source>Metric</source>
   <translation>Gütemaß</translation>
  </message>
  <message>
   <source>Metrics</source>
   <translation>Gütemaße</translation>
  </message>
  <message>
   <source>Minimise</source>
   <translation>Minimieren</translation>
  </message>
  <message>
   <source>Minimum</source>
   <translation>Minimum</translation>
  </message>
  <message>
   <source>Minutes</source>
   <translation>Minuten</translation>
  </message>
  <message>
   <source>Missing</source>
   <translation>Fehlend</translation>
  </message>
  <message>
   <source>Missing among numbers</source>
   <translation>Fehlend unter Zahlen</translation>
  </message>
  <message>
   <source>Missing markers</source>
   <translation>Kennzeichen für fehlende Werte</translation>
  </message>
  <message>
   <source>Missing markers must be texts.</source>
   <translation>Kennzeichen für fehlende Werte müssen Texte sein.</translation>
  </message>
  <message>
   <source>Missing values</source>
   <translation>Fehlende Werte</translation>
  </message>
  <message>
   <source>Missing: {absent}. Present: {present}.</source>
   <translation>Fehlend: {absent}. Vorhanden: {present}.</translation>
  </message>
  <message>
   <source>Missing: {names}.</source>
   <translation>Fehlend: {names}.</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>Modell</translation>
  </message>
  <message>
   <source>Momentum</source>
   <translation>Momentum</translation>
  </message>
  <message>
   <source>Months</source>
   <translation>Monate</translation>
  </message>
  <message>
   <source>More</source>
   <translation>Mehr</translation>
  </message>
  <message>
   <source>More formats</source>
   <translation>Weitere Formate</translation>
  </message>
  <message>
   <source>More on {setting}</source>
   <translation>Mehr zu {setting}</translation>
  </message>
  <message>
   <source>Most frequent</source>
   <translation>Häufigster</translation>
  </message>
  <message>
   <source>Most frequent value</source>
   <translation>Häufigster Wert</translation>
  </message>
  <message>
   <source>Most probable class</source>
   <translation>Wahrscheinlichste Klasse</translation>
  </message>
  <message>
   <source>Move down (Alt+Down)</source>
   <translation>Nach unten (Alt+Pfeil ab)</translation>
  </message>
  <message>
   <source>Move down: {place}</source>
   <translation>Nach unten: {place}</translation>
  </message>
  <message>
   <source>Move to lower left</source>
   <translation>Nach unten links</translation>
  </message>
  <message>
   <source>Move to lower right</source>
   <translation>Nach unten rechts</translation>
  </message>
  <message>
   <source>Move to upper left</source>
   <translation>Nach oben links</translation>
  </message>
  <message>
   <source>Move to upper right</source>
   <translation>Nach oben rechts</translation>
  </message>
  <message>
   <source>Move up (Alt+Up)</source>
   <translation>Nach oben (Alt+Pfeil auf)</translation>
  </message>
  <message>
   <source>Move up: {place}</source>
   <translation>Nach oben: {place}</translation>
  </message>
  <message>
   <source>NA and the like</source>
   <translation>NA und Ähnliches</translation>
  </message>
  <message>
   <source>NSE</source>
   <translation>NSE</translation>
  </message>
  <message>
   <source>NSE of the logarithms, which weighs low flows as much as floods; needs values that are not negative.</source>
   <translation>NSE der Logarithmen, die Niedrigwasser so schwer gewichtet wie Hochwasser; braucht Werte, die nicht negativ sind.</translation>
  </message>
  <message>
   <source>Nadam</source>
   <translation>Nadam</translation>
  </message>
  <message>
   <source>Nearest training rows:</source>
   <translation>Nächste Trainingszeilen:</translation>
  </message>
  <message>
   <source>Nesterov momentum</source>
   <translation>Nesterov-Momentum</translation>
  </message>
  <message>
   <source>Network</source>
   <translation>Netz</translation>
  </message>
  <message>
   <source>Network and settings</source>
   <translation>Netz und Einstellungen</translation>
  </message>
  <message>
   <source>Network {n:,} of {total:,}:</source>
   <translation>Netz {n:,} von {total:,}:</translation>
  </message>
  <message>
   <source>Network, path of the sum, proof</source>
   <translation>Netz, Weg der Summe, Probe</translation>
  </message>
  <message>
   <source>Networks</source>
   <translation>Netze</translation>
  </message>
  <message>
   <source>Networks from the same start that differ in these settings only, each with each: optimizer=adam,sgd or learning_rate=0.1,0.01.</source>
   <translation>Netze mit gleichem Anfang, die sich nur in diesen Einstellungen unterscheiden, jede mit jeder: optimizer=adam,sgd oder learning_rate=0.1,0.01.</translation>
  </message>
  <message>
   <source>Networks that differ in their seed only, on the same rows.</source>
   <translation>Netze, die sich nur im Startwert unterscheiden, mit denselben Zeilen.</translation>
  </message>
  <message>
   <source>Networks that learn from ever more of the training rows.</source>
   <translation>Netze, die aus immer mehr der Trainingszeilen lernen.</translation>
  </message>
  <message>
   <source>New order of the training rows in every epoch.</source>
   <translation>Neue Reihenfolge der Trainingszeilen in jeder Epoche.</translation>
  </message>
  <message>
   <source>New weights of hidden layer {layer}: {optimizer}</source>
   <translation>Neue Gewichte der verdeckten Schicht {layer}: {optimizer}</translation>
  </message>
  <message>
   <source>New weights of the output: {optimizer}</source>
   <translation>Neue Gewichte der Ausgabe: {optimizer}</translation>
  </message>
  <message>
   <source>New weights, layer {layer}</source>
   <translation>Neue Gew., Schicht {layer}</translation>
  </message>
  <message>
   <source>New weights, output</source>
   <translation>Neue Gew., Ausgabe</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>Weiter</translation>
  </message>
  <message>
   <source>Next step (Right)</source>
   <translation>Nächster Schritt (Pfeil rechts)</translation>
  </message>
  <message>
   <source>No Python was found here. Choose one, or install one with the library.</source>
   <translation>Hier wurde kein Python gefunden. Wählen Sie eines, oder installieren Sie eines mit der Bibliothek.</translation>
  </message>
  <message>
   <source>No better than a linear model ({measure} {share} {interval}), but {more} lower than {constant}, on {rows}.</source>
   <translation>Nicht besser als ein lineares Modell ({measure} {share} {interval}), aber um {more} kleiner als {constant}, auf {rows}.</translation>
  </message>
  <message>
   <source>No better than {constant}: {score} on {rows}.</source>
   <translation>Nicht besser als {constant}: {score} auf {rows}.</translation>
  </message>
  <message>
   <source>No cell holds “{text}”.</source>
   <translation>Keine Zelle enthält „{text}“.</translation>
  </message>
  <message>
   <source>No cluster answers at {place}.</source>
   <translation>Unter {place} antwortet kein Cluster.</translation>
  </message>
  <message>
   <source>No column holds dates, so that no row has a month or a year.</source>
   <translation>Keine Spalte enthält Datumsangaben, daher hat keine Zeile einen Monat oder ein Jahr.</translation>
  </message>
  <message>
   <source>No column is derived.</source>
   <translation>Keine Spalte wird abgeleitet.</translation>
  </message>
  <message>
   <source>No column is selected</source>
   <translation>Keine Spalte ist ausgewählt</translation>
  </message>
  <message>
   <source>No data</source>
   <translation>Keine Daten</translation>
  </message>
  <message>
   <source>No epoch is known as the best: that takes validation rows or another monitored number.</source>
   <translation>Keine Epoche ist als beste bekannt: Dafür braucht es Validierungszeilen oder eine andere überwachte Größe.</translation>
  </message>
  <message>
   <source>No file was opened yet</source>
   <translation>Noch keine Datei geöffnet</translation>
  </message>
  <message>
   <source>No hidden layer</source>
   <translation>Keine verdeckte Schicht</translation>
  </message>
  <message>
   <source>No input is chosen: every column but the target is ignored.</source>
   <translation>Keine Eingabe ist gewählt: Jede Spalte außer der Zielgröße wird ignoriert.</translation>
  </message>
  <message>
   <source>No interval</source>
   <translation>Kein Intervall</translation>
  </message>
  <message>
   <source>No network of a fold is finished, so nobody knows how many epochs to train.</source>
   <translation>Kein Netz eines Teils ist fertig; wie viele Epochen zu trainieren sind, ist daher nicht bekannt.</translation>
  </message>
  <message>
   <source>No number of the gradient may be larger than the limit.</source>
   <translation>Keine Zahl des Gradienten darf größer sein als die Grenze.</translation>
  </message>
  <message>
   <source>No prediction</source>
   <translation>Keine Vorhersage</translation>
  </message>
  <message>
   <source>No prediction: {name} cannot be computed from these values.</source>
   <translation>Keine Vorhersage: {name} lässt sich aus diesen Werten nicht berechnen.</translation>
  </message>
  <message>
   <source>No proof yet</source>
   <translation>Noch keine Probe</translation>
  </message>
  <message>
   <source>No rate is needed.</source>
   <translation>Keine Lernrate nötig.</translation>
  </message>
  <message>
   <source>No row can be used.</source>
   <translation>Keine Zeile kann verwendet werden.</translation>
  </message>
  <message>
   <source>No row fulfils it.</source>
   <translation>Keine Zeile erfüllt sie.</translation>
  </message>
  <message>
   <source>No row lies in the period shown in the time plots.</source>
   <translation>In dem Zeitraum, den die Zeitdiagramme zeigen, liegt keine Zeile.</translation>
  </message>
  <message>
   <source>No row was found below the names in line {line:,}.</source>
   <translation>Unter den Namen in Zeile {line:,} wurde keine Zeile gefunden.</translation>
  </message>
  <message>
   <source>No row was typed in.</source>
   <translation>Keine Zeile wurde eingegeben.</translation>
  </message>
  <message>
   <source>No rows are left that the search never saw: the winner's score is too good. Give the split a share for test to know how good it is.</source>
   <translation>Es bleiben keine Zeilen, die die Suche nie sah: Der Wert des Siegers ist zu gut. Geben Sie der Aufteilung einen Anteil für den Test, um zu wissen, wie gut er ist.</translation>
  </message>
  <message>
   <source>No section has these words.</source>
   <translation>Kein Abschnitt enthält diese Wörter.</translation>
  </message>
  <message>
   <source>No table is open</source>
   <translation>Keine Tabelle ist geöffnet</translation>
  </message>
  <message>
   <source>No table is open.</source>
   <translation>Keine Tabelle ist geöffnet.</translation>
  </message>
  <message>
   <source>No target is chosen.</source>
   <translation>Keine Zielgröße ist gewählt.</translation>
  </message>
  <message>
   <source>No training row counts: {name} is 0 in all of them.</source>
   <translation>Keine Trainingszeile zählt: {name} ist in allen 0.</translation>
  </message>
  <message>
   <source>No training row has this word.</source>
   <translation>Keine Trainingszeile hat dieses Wort.</translation>
  </message>
  <message>
   <source>No weight was edited.</source>
   <translation>Kein Gewicht wurde geändert.</translation>
  </message>
  <message>
   <source>No {names} ({subset}): {why}</source>
   <translation>Kein Wert für {names} ({subset}): {why}</translation>
  </message>
  <message>
   <source>Nobody can tell: the target never changes on {rows}.</source>
   <translation>Das lässt sich nicht sagen: Die Zielgröße ändert sich auf {rows} nie.</translation>
  </message>
  <message>
   <source>Nobody knows how good it is: no rows were held back. {score} on its own {rows}.</source>
   <translation>Niemand weiß, wie gut es ist: Keine Zeilen wurden zurückgehalten. {score} auf den eigenen {rows}.</translation>
  </message>
  <message>
   <source>Noise on the inputs</source>
   <translation>Rauschen auf den Eingaben</translation>
  </message>
  <message>
   <source>Noisy quadrants (XOR)</source>
   <translation>Verrauschte Quadranten (XOR)</translation>
  </message>
  <message>
   <source>Noisy sine</source>
   <translation>Verrauschter Sinus</translation>
  </message>
  <message>
   <source>None</source>
   <translation>Ohne</translation>
  </message>
  <message>
   <source>None: one column</source>
   <translation>Ohne: eine Spalte</translation>
  </message>
  <message>
   <source>Norm of all layers together</source>
   <translation>Norm aller Schichten zusammen</translation>
  </message>
  <message>
   <source>Norm of each layer</source>
   <translation>Norm jeder Schicht</translation>
  </message>
  <message>
   <source>Normal text</source>
   <translation>Normale Schrift</translation>
  </message>
  <message>
   <source>Normal with mean 0 and variance 1, whatever the layer's size.</source>
   <translation>Normalverteilt mit Mittelwert 0 und Varianz 1, wie groß die Schicht auch ist.</translation>
  </message>
  <message>
   <source>Normal with variance 1 / fan_in, made for selu (LeCun et al. 1998).</source>
   <translation>Normalverteilt mit Varianz 1 / fan_in, gemacht für SELU (LeCun et al. 1998).</translation>
  </message>
  <message>
   <source>Normal with variance 2 / (fan_in + fan_out) (Glorot &amp; Bengio 2010).</source>
   <translation>Normalverteilt mit Varianz 2 / (fan_in + fan_out) (Glorot &amp; Bengio 2010).</translation>
  </message>
  <message>
   <source>Normal with variance 2 / fan_in, made for relu (He et al. 2015).</source>
   <translation>Normalverteilt mit Varianz 2 / fan_in, gemacht für ReLU (He et al. 2015).</translation>
  </message>
  <message>
   <source>Not built</source>
   <translation>Kein Netz</translation>
  </message>
  <message>
   <source>Not honest. {finding}</source>
   <translation>Nicht ehrlich. {finding}</translation>
  </message>
  <message>
   <source>Not numbers</source>
   <translation>Keine Zahlen</translation>
  </message>
  <message>
   <source>Not proven, {count}. {finding}</source>
   <translation>Nicht belegt, {count}. {finding}</translation>
  </message>
  <message>
   <source>Not quite. Try once more, or let yourself be told.</source>
   <translation>Nicht ganz. Noch ein Versuch, oder die Lösung zeigen lassen.</translation>
  </message>
  <message>
   <source>Not quite: {answer}.</source>
   <translation>Nicht ganz: {answer}.</translation>
  </message>
  <message>
   <source>Not reached yet</source>
   <translation>Noch nicht erreicht</translation>
  </message>
  <message>
   <source>Not shown to be better than {constant}: {score}; {rows} are too few to tell.</source>
   <translation>Nicht erwiesen besser als {constant}: {score}; {rows} sind zu wenige, um es zu sagen.</translation>
  </message>
  <message>
   <source>Not used: it has no value in {name}.</source>
   <translation>Nicht verwendet: kein Wert in {name}.</translation>
  </message>
  <message>
   <source>Not used: it is in the gap between two subsets.</source>
   <translation>Nicht verwendet: Sie liegt in der Lücke zwischen zwei Teilmengen.</translation>
  </message>
  <message>
   <source>Not used: it is left out by hand ({what}).</source>
   <translation>Nicht verwendet: Sie ist von Hand weggelassen ({what}).</translation>
  </message>
  <message>
   <source>Not used: {names}.</source>
   <translation>Nicht verwendet: {names}.</translation>
  </message>
  <message>
   <source>Notebook (.ipynb)</source>
   <translation>Notebook (.ipynb)</translation>
  </message>
  <message>
   <source>Nothing can stand in for its empty cells.</source>
   <translation>Nichts kann ihre leeren Zellen ersetzen.</translation>
  </message>
  <message numerus="yes">
   <source>Nothing follows the first {n:,} lines.</source>
   <translation>
    <numerusform>Nach der ersten Zeile kommt nichts mehr.</numerusform>
    <numerusform>Nach den ersten {n:,} Zeilen kommt nichts mehr.</numerusform>
   </translation>
  </message>
  <message>
   <source>Nothing has been monitored: there are no best weights.</source>
   <translation>Nichts wurde überwacht: Es gibt keine besten Gewichte.</translation>
  </message>
  <message>
   <source>Nothing has been trained yet.</source>
   <translation>Noch wurde nichts trainiert.</translation>
  </message>
  <message>
   <source>Nothing is left out by {what}: no such row is used anyway.</source>
   <translation>Durch {what} fällt nichts weg: Keine solche Zeile wird ohnehin verwendet.</translation>
  </message>
  <message>
   <source>Nothing is running.</source>
   <translation>Nichts läuft.</translation>
  </message>
  <message>
   <source>Nothing is ticked that could be searched.</source>
   <translation>Es ist nichts angekreuzt, das durchsucht werden könnte.</translation>
  </message>
  <message>
   <source>Nothing matches. Try another word, or fewer letters.</source>
   <translation>Kein Treffer. Ein anderes Wort oder weniger Buchstaben versuchen.</translation>
  </message>
  <message>
   <source>Nothing speaks against the columns that are inputs.</source>
   <translation>Gegen keine der Eingabespalten spricht etwas.</translation>
  </message>
  <message>
   <source>Nothing was written.</source>
   <translation>Nichts wurde geschrieben.</translation>
  </message>
  <message>
   <source>Notify after</source>
   <translation>Benachrichtigen nach</translation>
  </message>
  <message>
   <source>November</source>
   <translation>November</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Zahl</translation>
  </message>
  <message>
   <source>Numbers</source>
   <translation>Zahlen</translation>
  </message>
  <message>
   <source>Numbers are expected, it holds {dtype} of {n} dimensions.</source>
   <translation>Erwartet werden Zahlen, vorhanden ist {dtype} mit {n} Dimensionen.</translation>
  </message>
  <message>
   <source>Numbers as the table shows them, or a condition with and, or, not and brackets. A column whose name has blanks stands between backticks, a text between quotation marks. The split of the other rows stays as it is.</source>
   <translation>Nummern, wie die Tabelle sie zeigt, oder eine Bedingung mit and, or, not und Klammern. Eine Spalte, deren Name Leerzeichen hat, steht zwischen Backticks (`), ein Text zwischen Anführungszeichen. Die Aufteilung der anderen Zeilen bleibt, wie sie ist.</translation>
  </message>
  <message>
   <source>Numbers as the table shows them, such as 318, 400-410.</source>
   <translation>Nummern, wie die Tabelle sie zeigt, etwa 318, 400-410.</translation>
  </message>
  <message>
   <source>Numbers of the step</source>
   <translation>Zahlen des Schritts</translation>
  </message>
  <message>
   <source>ONNX (.onnx)</source>
   <translation>ONNX (.onnx)</translation>
  </message>
  <message>
   <source>ONNX cannot carry the activation {activation}.</source>
   <translation>ONNX kann die Aktivierung {activation} nicht enthalten.</translation>
  </message>
  <message>
   <source>ONNX cannot tell an empty cell of the column {name} from its category that is an empty text.</source>
   <translation>ONNX kann eine leere Zelle der Spalte {name} nicht von ihrer Kategorie „leerer Text“ unterscheiden.</translation>
  </message>
  <message>
   <source>ONNX files need the packages onnx and onnxruntime, which are not installed.</source>
   <translation>ONNX-Dateien brauchen die Pakete onnx und onnxruntime, die nicht installiert sind.</translation>
  </message>
  <message>
   <source>Observed</source>
   <translation>Beobachtet</translation>
  </message>
  <message>
   <source>Observed {target}</source>
   <translation>{target}, beobachtet</translation>
  </message>
  <message>
   <source>October</source>
   <translation>Oktober</translation>
  </message>
  <message>
   <source>Of</source>
   <translation>Von</translation>
  </message>
  <message>
   <source>Of a column of numbers, such as years, each whole number is a period.</source>
   <translation>In einer Spalte von Zahlen, etwa Jahren, ist jede ganze Zahl eine Periode.</translation>
  </message>
  <message>
   <source>Of everything in the window, plots included.</source>
   <translation>Für alles im Fenster, auch die Diagramme.</translation>
  </message>
  <message>
   <source>Of the periods that are not for the test, with 4 every fourth is for validation; with 0 none is.</source>
   <translation>Von den Perioden, die nicht dem Test dienen, dient mit 4 jede vierte der Validierung; mit 0 keine.</translation>
  </message>
  <message>
   <source>Of the window and its help, from the next start on.</source>
   <translation>Des Fensters und der Hilfe, ab dem nächsten Start.</translation>
  </message>
  <message>
   <source>Of {rows:,} rows, {reasons}.</source>
   <translation>Von {rows:,} Zeilen: {reasons}.</translation>
  </message>
  <message>
   <source>Off: it stays where the point is</source>
   <translation>Aus: Sie bleibt, wo der Punkt ist</translation>
  </message>
  <message>
   <source>Okabe and Ito</source>
   <translation>Okabe und Ito</translation>
  </message>
  <message>
   <source>On the diagonal the probabilities are right: of rows given 70 %, 70 % belong to the class. Ten bins.</source>
   <translation>Auf der Diagonalen stimmen die Wahrscheinlichkeiten: Von Zeilen mit 70 % gehören 70 % zur Klasse. Zehn Intervalle.</translation>
  </message>
  <message>
   <source>One</source>
   <translation>Einer</translation>
  </message>
  <message>
   <source>One batch</source>
   <translation>Ein Batch</translation>
  </message>
  <message>
   <source>One batch back</source>
   <translation>Einen Batch zurück</translation>
  </message>
  <message>
   <source>One batch step by step: forward, loss, backward, update, with every number.</source>
   <translation>Ein Batch Schritt für Schritt: vorwärts, Verlust, rückwärts, Aktualisierung, mit jeder Zahl.</translation>
  </message>
  <message>
   <source>One curve for each input: what the network answers while it moves and all others stay. Drag the upright lines, press arrow keys, or type values. Values outside the training range are flagged.</source>
   <translation>Eine Kurve je Eingabe: was das Netz antwortet, wenn sie sich ändert und alle anderen bleiben. Die senkrechten Linien ziehen, Pfeiltasten drücken oder Werte eintippen. Werte außerhalb des Trainingsbereichs werden gekennzeichnet.</translation>
  </message>
  <message>
   <source>One epoch</source>
   <translation>Eine Epoche</translation>
  </message>
  <message>
   <source>One epoch back</source>
   <translation>Eine Epoche zurück</translation>
  </message>
  <message>
   <source>One epoch back (Left)</source>
   <translation>Eine Epoche zurück (Pfeil links)</translation>
  </message>
  <message>
   <source>One epoch on (Right)</source>
   <translation>Eine Epoche weiter (Pfeil rechts)</translation>
  </message>
  <message>
   <source>One epoch, then pause.</source>
   <translation>Eine Epoche, dann anhalten.</translation>
  </message>
  <message>
   <source>One file that answers with the mean of what these networks say: of numbers before their unit is put back, of classes as probabilities. The commands mlp-gui predict and mlp-gui export take it, and mlp_gui.load in Python.</source>
   <translation>Eine Datei, die mit dem Mittel dessen antwortet, was diese Netze sagen: bei Zahlen, bevor ihre Einheit zurückkehrt, bei Klassen als Wahrscheinlichkeiten. Die Befehle mlp-gui predict und mlp-gui export nehmen sie an, und mlp_gui.load in Python.</translation>
  </message>
  <message>
   <source>One fold leaves no rows to learn from.</source>
   <translation>Ein einziger Teil lässt keine Zeilen zum Lernen übrig.</translation>
  </message>
  <message>
   <source>One hidden layer of {first} units: each of the {weights:,} weights can be read in the plots. It is mostly less exact than the larger network.</source>
   <translation>Eine verdeckte Schicht mit {first} Neuronen: Jedes der {weights:,} Gewichte lässt sich in den Bildern ablesen. Sie ist meist weniger genau als das größere Netz.</translation>
  </message>
  <message>
   <source>One input per category</source>
   <translation>Eine Eingabe je Kategorie</translation>
  </message>
  <message>
   <source>One input per category would make {n:,} inputs of one column.</source>
   <translation>Eine Eingabe je Kategorie ergäbe {n:,} Eingaben aus einer Spalte.</translation>
  </message>
  <message>
   <source>One input, one output: watch the network bend its curve to the points.</source>
   <translation>Eine Eingabe, eine Ausgabe: zusehen, wie das Netz seine Kurve zu den Punkten biegt.</translation>
  </message>
  <message>
   <source>One interactive page for any browser: sliders, predictions, curves, and the report below them.</source>
   <translation>Eine interaktive Seite für jeden Browser: Regler, Vorhersagen, Kurven und darunter der Bericht.</translation>
  </message>
  <message>
   <source>One iteration, worked through</source>
   <translation>Eine Iteration, durchgerechnet</translation>
  </message>
  <message>
   <source>One line for each row of the data, scaled as the network sees it; below each number is the file's own.</source>
   <translation>Eine Zeile für jede Zeile der Daten, skaliert, wie das Netz sie sieht; unter jeder Zahl steht die aus der Datei.</translation>
  </message>
  <message>
   <source>One network of all rows, as the run in the window, trained for as many epochs as the folds have found.</source>
   <translation>Ein Netz aus allen Zeilen, als Lauf im Fenster, so viele Epochen trainiert, wie die Teile ergeben haben.</translation>
  </message>
  <message>
   <source>One number for how wrong the batch is: the mean of what every output of every row adds.</source>
   <translation>Eine Zahl dafür, wie falsch der Batch ist: der Mittelwert der Beiträge jeder Ausgabe jeder Zeile.</translation>
  </message>
  <message>
   <source>One number per class, in the order of the classes: 1, 3</source>
   <translation>Eine Zahl je Klasse, in der Reihenfolge der Klassen: 1, 3</translation>
  </message>
  <message>
   <source>One page to hand in: data, settings, curves, scores and plots.</source>
   <translation>Eine Seite zum Abgeben: Daten, Einstellungen, Kurven, Gütemaße und Diagramme.</translation>
  </message>
  <message>
   <source>One row per case, one column per quantity. Separator, decimal sign and header are found.</source>
   <translation>Eine Zeile je Fall, eine Spalte je Größe. Trennzeichen, Dezimalzeichen und Kopfzeile werden erkannt.</translation>
  </message>
  <message>
   <source>One sigmoid output: the probability of the second class.</source>
   <translation>Eine Sigmoid-Ausgabe: die Wahrscheinlichkeit der zweiten Klasse.</translation>
  </message>
  <message>
   <source>One test row of {n:,}</source>
   <translation>Eine Testzeile von {n:,}</translation>
  </message>
  <message>
   <source>One training row of {n:,}</source>
   <translation>Eine Trainingszeile von {n:,}</translation>
  </message>
  <message>
   <source>One update of the weights.</source>
   <translation>Eine Aktualisierung der Gewichte.</translation>
  </message>
  <message>
   <source>One validation row of {n:,}</source>
   <translation>Eine Validierungszeile von {n:,}</translation>
  </message>
  <message>
   <source>Only line {line:,} holds cells.</source>
   <translation>Nur Zeile {line:,} enthält Zellen.</translation>
  </message>
  <message>
   <source>Only numbers are scaled, never classes. Scores are always in original units.</source>
   <translation>Nur Zahlen werden skaliert, nie Klassen. Gütemaße stehen immer in den Originaleinheiten.</translation>
  </message>
  <message>
   <source>Only one column can hold the row weights.</source>
   <translation>Nur eine Spalte kann die Zeilengewichte enthalten.</translation>
  </message>
  <message>
   <source>Only the first so many; 0 reads all of them.</source>
   <translation>Nur die ersten so vielen; 0 liest alle.</translation>
  </message>
  <message>
   <source>Only the next batch of the training can be applied. Choose it above.</source>
   <translation>Nur der nächste Batch des Trainings kann angewendet werden. Er ist oben zu wählen.</translation>
  </message>
  <message>
   <source>Only the rows of the period shown in the time plots are shown here</source>
   <translation>Hier stehen nur die Zeilen des Zeitraums, den die Zeitdiagramme zeigen</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Öffnen</translation>
  </message>
  <message>
   <source>Open a file…</source>
   <translation>Datei öffnen…</translation>
  </message>
  <message>
   <source>Open a study</source>
   <translation>Studie öffnen</translation>
  </message>
  <message>
   <source>Open a table and choose a target first.</source>
   <translation>Zuerst eine Tabelle öffnen und eine Zielgröße wählen.</translation>
  </message>
  <message>
   <source>Open a table and train first.</source>
   <translation>Eine Tabelle öffnen und zuerst trainieren.</translation>
  </message>
  <message>
   <source>Open a table first.</source>
   <translation>Zuerst eine Tabelle öffnen.</translation>
  </message>
  <message>
   <source>Open a table or a project</source>
   <translation>Eine Tabelle oder ein Projekt öffnen</translation>
  </message>
  <message>
   <source>Open a table or a sample to begin.</source>
   <translation>Zum Anfangen eine Tabelle oder ein Beispiel öffnen.</translation>
  </message>
  <message>
   <source>Open a table with more rows; if the file has more, check how it is read.</source>
   <translation>Eine Tabelle mit mehr Zeilen öffnen; hat die Datei mehr, prüfen, wie sie gelesen wird.</translation>
  </message>
  <message>
   <source>Open a table: {tables} (Ctrl+O).</source>
   <translation>Eine Tabelle öffnen: {tables} (Strg+O).</translation>
  </message>
  <message>
   <source>Open a table: {tables}.</source>
   <translation>Eine Tabelle öffnen: {tables}.</translation>
  </message>
  <message>
   <source>Open all {n:,} columns</source>
   <translation>Alle {n:,} Spalten öffnen</translation>
  </message>
  <message>
   <source>Open circle: the first kept state. Filled circle: where the run stands.</source>
   <translation>Offener Kreis: der erste aufgehobene Zustand. Gefüllter Kreis: wo der Lauf steht.</translation>
  </message>
  <message>
   <source>Open it in a spreadsheet program and save it anew, or save the sheet as CSV.</source>
   <translation>In einer Tabellenkalkulation öffnen und neu speichern, oder das Blatt als CSV speichern.</translation>
  </message>
  <message>
   <source>Open it in a spreadsheet program and save it without the password.</source>
   <translation>In einer Tabellenkalkulation öffnen und ohne Passwort speichern.</translation>
  </message>
  <message>
   <source>Open it in the window, train, and save your own project.</source>
   <translation>Öffnen Sie sie im Fenster, trainieren Sie und speichern Sie ein eigenes Projekt.</translation>
  </message>
  <message>
   <source>Open it there and save the sheet with "Save as", type CSV.</source>
   <translation>Dort öffnen und das Blatt mit „Speichern unter“ als CSV speichern.</translation>
  </message>
  <message>
   <source>Open it with a newer version.</source>
   <translation>Mit einer neueren Version öffnen.</translation>
  </message>
  <message>
   <source>Open network {n}</source>
   <translation>Netz {n} öffnen</translation>
  </message>
  <message>
   <source>Open recent</source>
   <translation>Zuletzt geöffnet</translation>
  </message>
  <message>
   <source>Open sample</source>
   <translation>Beispiel öffnen</translation>
  </message>
  <message>
   <source>Open the cells that were copied elsewhere.</source>
   <translation>Die Zellen öffnen, die anderswo kopiert wurden.</translation>
  </message>
  <message>
   <source>Open the first of them, or swap rows and columns if each line holds one variable.</source>
   <translation>Öffnen Sie die ersten davon, oder vertauschen Sie Zeilen und Spalten, wenn jede Zeile eine Variable enthält.</translation>
  </message>
  <message>
   <source>Open the first {n:,} columns</source>
   <translation>Die ersten {n:,} Spalten öffnen</translation>
  </message>
  <message>
   <source>Open the run with the data and settings it was saved with.</source>
   <translation>Den Lauf mit den Daten und Einstellungen öffnen, mit denen er gespeichert wurde.</translation>
  </message>
  <message>
   <source>Open the run with the data it was saved with.</source>
   <translation>Den Lauf mit den Daten öffnen, mit denen er gespeichert wurde.</translation>
  </message>
  <message>
   <source>Open the sample busan_beach.</source>
   <translation>Das Beispiel busan_beach öffnen.</translation>
  </message>
  <message>
   <source>Open the table again, and prepare it then.</source>
   <translation>Öffnen Sie die Tabelle erneut und bereiten Sie die Datei dann vor.</translation>
  </message>
  <message>
   <source>Open the table it belongs to, or use it with mlp-gui predict.</source>
   <translation>Die zugehörige Tabelle öffnen oder es mit mlp-gui predict verwenden.</translation>
  </message>
  <message>
   <source>Open the table of this network, or save it with the run.</source>
   <translation>Öffnen Sie die Tabelle dieses Netzes, oder speichern Sie sie mit dem Lauf.</translation>
  </message>
  <message>
   <source>Open your class file first: otherwise each file is compared with what it says it began with.</source>
   <translation>Öffnen Sie zuvor Ihre Klassendatei: Sonst wird jede Datei mit dem verglichen, womit sie nach eigener Angabe begann.</translation>
  </message>
  <message>
   <source>Open {name}</source>
   <translation>{name} öffnen</translation>
  </message>
  <message>
   <source>Opening the project</source>
   <translation>Projekt wird geöffnet</translation>
  </message>
  <message>
   <source>Open…</source>
   <translation>Öffnen…</translation>
  </message>
  <message>
   <source>Optimizer</source>
   <translation>Optimierer</translation>
  </message>
  <message>
   <source>Optuna (learns from what it has seen)</source>
   <translation>Optuna (lernt aus dem, was es gesehen hat)</translation>
  </message>
  <message>
   <source>Optuna is not installed.</source>
   <translation>Optuna ist nicht installiert.</translation>
  </message>
  <message>
   <source>Order of the file</source>
   <translation>Reihenfolge der Datei</translation>
  </message>
  <message>
   <source>Ordering the rows</source>
   <translation>Zeilen werden geordnet</translation>
  </message>
  <message>
   <source>Ordering the rows.</source>
   <translation>Die Zeilen werden geordnet.</translation>
  </message>
  <message>
   <source>Orthogonal</source>
   <translation>Orthogonal</translation>
  </message>
  <message>
   <source>Orthonormal rows or columns, from the QR decomposition of a normal matrix (Saxe et al. 2014).</source>
   <translation>Orthonormale Zeilen oder Spalten aus der QR-Zerlegung einer normalverteilten Matrix (Saxe et al. 2014).</translation>
  </message>
  <message>
   <source>Other initial weights.</source>
   <translation>Andere Startgewichte.</translation>
  </message>
  <message>
   <source>Other initial weights: seed {new:,} instead of {old:,}.</source>
   <translation>Andere Startgewichte: Seed {new:,} statt {old:,}.</translation>
  </message>
  <message>
   <source>Other seeds on the same rows, or folds that predict every row once.</source>
   <translation>Andere Startwerte mit denselben Zeilen, oder Teile, die jede Zeile einmal vorhersagen.</translation>
  </message>
  <message>
   <source>Other seeds, or cross-validation.</source>
   <translation>Andere Startwerte oder Kreuzvalidierung.</translation>
  </message>
  <message>
   <source>Otherwise the columns are named column_1, column_2, ...</source>
   <translation>Andernfalls heißen die Spalten column_1, column_2, ...</translation>
  </message>
  <message>
   <source>Otherwise they begin as they are now, which may give a solution away.</source>
   <translation>Sonst beginnen sie so, wie sie jetzt sind; das kann eine Lösung verraten.</translation>
  </message>
  <message>
   <source>Outside of the training rows ({low} to {high}): a guess.</source>
   <translation>Außerhalb der Trainingszeilen ({low} bis {high}): nur geraten.</translation>
  </message>
  <message>
   <source>Outside the training range, where the network only guesses: {names}.</source>
   <translation>Außerhalb des Trainingsbereichs, wo das Netz nur rät: {names}.</translation>
  </message>
  <message>
   <source>Outside the training range: {inputs}.</source>
   <translation>Außerhalb des Trainingsbereichs: {inputs}.</translation>
  </message>
  <message>
   <source>Over two weights</source>
   <translation>Über zwei Gewichten</translation>
  </message>
  <message>
   <source>Overfitting: it is memorising the training rows</source>
   <translation>Überanpassung: Das Netz lernt die Trainingszeilen auswendig</translation>
  </message>
  <message>
   <source>Own window</source>
   <translation>Eigenes Fenster</translation>
  </message>
  <message>
   <source>P(score of a member &gt; score of a non-member)</source>
   <translation>P(Wert eines Mitglieds &gt; Wert eines Nichtmitglieds)</translation>
  </message>
  <message>
   <source>PBIAS (%)</source>
   <translation>PBIAS (%)</translation>
  </message>
  <message>
   <source>PDF for paper</source>
   <translation>PDF für den Druck</translation>
  </message>
  <message>
   <source>Page that computes (.html)</source>
   <translation>Seite, die rechnet (.html)</translation>
  </message>
  <message>
   <source>Pages of the help</source>
   <translation>Seiten der Hilfe</translation>
  </message>
  <message>
   <source>Palmer penguins</source>
   <translation>Palmer-Pinguine</translation>
  </message>
  <message>
   <source>Parquet and Arrow</source>
   <translation>Parquet und Arrow</translation>
  </message>
  <message>
   <source>Part of the file</source>
   <translation>Teil der Datei</translation>
  </message>
  <message>
   <source>Parts of the rows</source>
   <translation>Teile der Zeilen</translation>
  </message>
  <message>
   <source>Parts of the {subset} rows, each scored by itself.</source>
   <translation>Teile der Zeilen ({subset}), jeder für sich bewertet.</translation>
  </message>
  <message>
   <source>Paste table</source>
   <translation>Tabelle einfügen</translation>
  </message>
  <message>
   <source>Pasted table</source>
   <translation>Eingefügte Tabelle</translation>
  </message>
  <message>
   <source>Patience</source>
   <translation>Geduld</translation>
  </message>
  <message>
   <source>Pause the run to see it.</source>
   <translation>Den Lauf anhalten, um es zu sehen.</translation>
  </message>
  <message>
   <source>Paused</source>
   <translation>Pause</translation>
  </message>
  <message>
   <source>Paused after batch {batch:,} of {batches:,} in epoch {epoch:,}.</source>
   <translation>Angehalten nach Batch {batch:,} von {batches:,} in Epoche {epoch:,}.</translation>
  </message>
  <message>
   <source>Paused after epoch {epoch:,}.</source>
   <translation>Angehalten nach Epoche {epoch:,}.</translation>
  </message>
  <message>
   <source>Peak error (%)</source>
   <translation>Scheitelfehler (%)</translation>
  </message>
  <message>
   <source>Perhaps there is too little memory for so many.</source>
   <translation>Vielleicht reicht der Arbeitsspeicher nicht für so viele.</translation>
  </message>
  <message>
   <source>Period</source>
   <translation>Periode</translation>
  </message>
  <message>
   <source>Petals and sepals of 150 flowers, to tell three species apart.</source>
   <translation>Blüten- und Kelchblätter von 150 Blumen, um drei Arten zu unterscheiden.</translation>
  </message>
  <message>
   <source>Picture of the network</source>
   <translation>Bild des Netzes</translation>
  </message>
  <message>
   <source>Pieces of each number</source>
   <translation>Stücke jeder Zahl</translation>
  </message>
  <message>
   <source>Pipe |</source>
   <translation>Senkrechter Strich |</translation>
  </message>
  <message>
   <source>Plain arrays and one function in C99, for microcontrollers and other programs.</source>
   <translation>Einfache Arrays und eine Funktion in C99, für Mikrocontroller und andere Programme.</translation>
  </message>
  <message>
   <source>Plain mean of the batches</source>
   <translation>Einfaches Mittel der Batches</translation>
  </message>
  <message>
   <source>Plateau of the training loss</source>
   <translation>Plateau des Trainingsverlusts</translation>
  </message>
  <message>
   <source>Plateau tolerance</source>
   <translation>Plateautoleranz</translation>
  </message>
  <message>
   <source>Play the run from here</source>
   <translation>Den Lauf von hier abspielen</translation>
  </message>
  <message>
   <source>Play the run in {seconds} s</source>
   <translation>Den Lauf in {seconds} s abspielen</translation>
  </message>
  <message>
   <source>Play the steps one by one (Space)</source>
   <translation>Schritte nacheinander abspielen (Leertaste)</translation>
  </message>
  <message>
   <source>Plots</source>
   <translation>Diagramme</translation>
  </message>
  <message>
   <source>Plots of the table</source>
   <translation>Diagramme der Tabelle</translation>
  </message>
  <message>
   <source>Plots, scores and exports use the mean of what they say.</source>
   <translation>Diagramme, Werte und Exporte verwenden den Mittelwert ihrer Vorhersagen.</translation>
  </message>
  <message>
   <source>Plots, scores and exports use these weights.</source>
   <translation>Diagramme, Bewertung und Exporte verwenden diese Gewichte.</translation>
  </message>
  <message>
   <source>Plots: {group}</source>
   <translation>Diagramme: {group}</translation>
  </message>
  <message>
   <source>Point 1.234</source>
   <translation>Punkt 1.234</translation>
  </message>
  <message>
   <source>Point 1.5</source>
   <translation>Punkt 1.5</translation>
  </message>
  <message>
   <source>Pooled over the targets, each in units of its own spread</source>
   <translation>Über die Ziele zusammengefasst, jedes in Einheiten seiner eigenen Streuung</translation>
  </message>
  <message>
   <source>Position {n:,}: {sentence}</source>
   <translation>Stelle {n:,}: {sentence}</translation>
  </message>
  <message>
   <source>Power</source>
   <translation>Exponent</translation>
  </message>
  <message>
   <source>Precision</source>
   <translation>Genauigkeit</translation>
  </message>
  <message>
   <source>Precision (macro)</source>
   <translation>Präzision (Makro)</translation>
  </message>
  <message>
   <source>Precision (weighted)</source>
   <translation>Präzision (gewichtet)</translation>
  </message>
  <message>
   <source>Precision per class, weighted with the class's rows.</source>
   <translation>Präzision je Klasse, gewichtet mit den Zeilen der Klasse.</translation>
  </message>
  <message>
   <source>Predict a table</source>
   <translation>Eine Tabelle vorhersagen</translation>
  </message>
  <message>
   <source>Predict a table…</source>
   <translation>Eine Tabelle vorhersagen…</translation>
  </message>
  <message>
   <source>Predicted</source>
   <translation>Vorhergesagt</translation>
  </message>
  <message>
   <source>Predicted against observed values</source>
   <translation>Vorhergesagte gegen beobachtete Werte</translation>
  </message>
  <message>
   <source>Predicted {target}</source>
   <translation>{target}, vorhergesagt</translation>
  </message>
  <message>
   <source>Prediction</source>
   <translation>Vorhersage</translation>
  </message>
  <message>
   <source>Prediction minus truth: positive where the network says too much.</source>
   <translation>Vorhersage minus Wahrheit: positiv, wo das Netz zu viel sagt.</translation>
  </message>
  <message>
   <source>Predictions</source>
   <translation>Vorhersagen</translation>
  </message>
  <message>
   <source>Predictions (.csv)</source>
   <translation>Vorhersagen (.csv)</translation>
  </message>
  <message>
   <source>Predictions of a transformed target are means instead of medians: the way back is averaged over the residuals of the training rows (Duan, 1983).</source>
   <translation>Vorhersagen eines transformierten Ziels sind Mittelwerte statt Mediane: Der Rückweg wird über die Residuen der Trainingszeilen gemittelt (Duan, 1983).</translation>
  </message>
  <message>
   <source>Predictions of {name} are means: the way back is averaged over the residuals of training rows.</source>
   <translation>Vorhersagen von {name} sind Mittelwerte: Der Rückweg wird über die Residuen von Trainingszeilen gemittelt.</translation>
  </message>
  <message>
   <source>Prepare for a class</source>
   <translation>Für eine Klasse vorbereiten</translation>
  </message>
  <message>
   <source>Prepare for a class…</source>
   <translation>Für eine Klasse vorbereiten…</translation>
  </message>
  <message>
   <source>Preparing the class file</source>
   <translation>Vorbereiten der Klassendatei</translation>
  </message>
  <message>
   <source>Present</source>
   <translation>Präsentieren</translation>
  </message>
  <message>
   <source>Present two plots</source>
   <translation>Zwei Diagramme präsentieren</translation>
  </message>
  <message>
   <source>Press Reset first; live settings such as the learning rate may change at any time.</source>
   <translation>Zuerst zurücksetzen; Einstellungen wie die Lernrate dürfen sich jederzeit ändern.</translation>
  </message>
  <message>
   <source>Previous step (Left)</source>
   <translation>Vorheriger Schritt (Pfeil links)</translation>
  </message>
  <message>
   <source>Probabilities</source>
   <translation>Wahrscheinlichkeiten</translation>
  </message>
  <message>
   <source>Processor cores</source>
   <translation>Prozessorkerne</translation>
  </message>
  <message>
   <source>Profile of {name}</source>
   <translation>Profil von {name}</translation>
  </message>
  <message>
   <source>Progress in the background</source>
   <translation>Fortschritt im Hintergrund</translation>
  </message>
  <message>
   <source>Progress of reading</source>
   <translation>Fortschritt des Lesens</translation>
  </message>
  <message>
   <source>Progress of the run</source>
   <translation>Fortschritt des Laufs</translation>
  </message>
  <message>
   <source>Projects</source>
   <translation>Projekte</translation>
  </message>
  <message>
   <source>Proof failed</source>
   <translation>Probe nicht bestanden</translation>
  </message>
  <message>
   <source>Proof passed</source>
   <translation>Probe bestanden</translation>
  </message>
  <message>
   <source>Put a column's name between backticks: `flow, m3/s`.</source>
   <translation>Setzen Sie den Namen einer Spalte zwischen Backticks: `Abfluss, m3/s`.</translation>
  </message>
  <message>
   <source>Put layer_1.csv, layer_2.csv, ... into one .zip file: a line per input, then one for the bias.</source>
   <translation>layer_1.csv, layer_2.csv, ... in eine .zip-Datei legen: eine Zeile je Eingabe, dann eine für den Bias.</translation>
  </message>
  <message>
   <source>Put semicolons between the cells, or write decimal points. If there are no decimal commas, add names.</source>
   <translation>Setzen Sie Semikolons zwischen die Zellen oder schreiben Sie Dezimalpunkte. Wenn es keine Dezimalkommas gibt, ergänzen Sie Namen.</translation>
  </message>
  <message>
   <source>Put this run back where it stood</source>
   <translation>Diesen Lauf dorthin zurückholen, wo er stand</translation>
  </message>
  <message>
   <source>Puts the network into the window as a run.</source>
   <translation>Stellt das Netz als Lauf ins Fenster.</translation>
  </message>
  <message>
   <source>PyTorch does not have {activation}, so it cannot check this network.</source>
   <translation>PyTorch kennt {activation} nicht und kann dieses Netz nicht prüfen.</translation>
  </message>
  <message>
   <source>PyTorch script (.py)</source>
   <translation>PyTorch-Skript (.py)</translation>
  </message>
  <message>
   <source>Python script (.py)</source>
   <translation>Python-Skript (.py)</translation>
  </message>
  <message>
   <source>Quarters</source>
   <translation>Quartale</translation>
  </message>
  <message>
   <source>Query</source>
   <translation>Abfrage</translation>
  </message>
  <message>
   <source>Quick tour</source>
   <translation>Rundgang</translation>
  </message>
  <message>
   <source>Quit</source>
   <translation>Beenden</translation>
  </message>
  <message>
   <source>Quotes</source>
   <translation>Textbegrenzer</translation>
  </message>
  <message>
   <source>RMSE</source>
   <translation>RMSE</translation>
  </message>
  <message>
   <source>RMSE or log loss</source>
   <translation>RMSE oder Log-Verlust</translation>
  </message>
  <message>
   <source>RMSprop</source>
   <translation>RMSprop</translation>
  </message>
  <message>
   <source>ROC</source>
   <translation>ROC</translation>
  </message>
  <message>
   <source>ROC AUC</source>
   <translation>ROC-AUC</translation>
  </message>
  <message>
   <source>ROC and precision-recall</source>
   <translation>ROC und PR-Kurven</translation>
  </message>
  <message>
   <source>Race</source>
   <translation>Wettlauf</translation>
  </message>
  <message>
   <source>Raise Epochs to go on.</source>
   <translation>Epochen erhöhen, um weiterzumachen.</translation>
  </message>
  <message>
   <source>Raise the time limit to go on.</source>
   <translation>Die Zeitgrenze erhöhen, um weiterzumachen.</translation>
  </message>
  <message>
   <source>Raise the training share or use more rows.</source>
   <translation>Den Trainingsanteil erhöhen oder mehr Zeilen verwenden.</translation>
  </message>
  <message>
   <source>Random</source>
   <translation>Zufällig</translation>
  </message>
  <message>
   <source>Random draws from the ranges; a grid takes equal steps through them; Optuna prefers what is near to good settings that it has seen.</source>
   <translation>Zufällig zieht aus den Bereichen; ein Gitter geht in gleichen Schritten hindurch; Optuna bevorzugt, was nahe bei guten Einstellungen liegt, die es gesehen hat.</translation>
  </message>
  <message>
   <source>Random numbers are added to the inputs so that the network cannot learn single rows by heart.</source>
   <translation>Zu den Eingaben kommen Zufallszahlen, damit das Netz einzelne Zeilen nicht auswendig lernt.</translation>
  </message>
  <message>
   <source>Range</source>
   <translation>Spanne</translation>
  </message>
  <message>
   <source>Range 0 to 1</source>
   <translation>Bereich 0 bis 1</translation>
  </message>
  <message>
   <source>Range: {bounds}.</source>
   <translation>Bereich: {bounds}.</translation>
  </message>
  <message>
   <source>Ranges</source>
   <translation>Bereiche</translation>
  </message>
  <message>
   <source>Rank to normal: normal scores</source>
   <translation>Rang zu normal: Werte der Normalverteilung</translation>
  </message>
  <message>
   <source>Raw columns in, predictions out, for any ONNX runtime; the scaling is inside.</source>
   <translation>Rohe Spalten hinein, Vorhersagen heraus, für jede ONNX-Laufzeit; die Skalierung steckt darin.</translation>
  </message>
  <message>
   <source>ReLU</source>
   <translation>ReLU</translation>
  </message>
  <message>
   <source>Reach a value</source>
   <translation>Wert erreichen</translation>
  </message>
  <message>
   <source>Reached</source>
   <translation>Erreicht</translation>
  </message>
  <message>
   <source>Read as</source>
   <translation>Lesen als</translation>
  </message>
  <message>
   <source>Read as number</source>
   <translation>Als Zahl lesen</translation>
  </message>
  <message>
   <source>Read as text</source>
   <translation>Als Text lesen</translation>
  </message>
  <message>
   <source>Read as you chose for this file before: {parts}.</source>
   <translation>Gelesen, wie für diese Datei früher gewählt: {parts}.</translation>
  </message>
  <message>
   <source>Read it as text, choose another column, or correct the file.</source>
   <translation>Lesen Sie die Spalte als Text, wählen Sie eine andere oder berichtigen Sie die Datei.</translation>
  </message>
  <message>
   <source>Read it in another way…</source>
   <translation>Anders lesen…</translation>
  </message>
  <message>
   <source>Read the file again</source>
   <translation>Datei noch einmal lesen</translation>
  </message>
  <message>
   <source>Reading</source>
   <translation>Einlesen</translation>
  </message>
  <message>
   <source>Reading {name}</source>
   <translation>{name} wird gelesen</translation>
  </message>
  <message>
   <source>Reading {name}  {fraction:.0%}</source>
   <translation>{name} wird gelesen  {fraction:.0%}</translation>
  </message>
  <message>
   <source>Reading {name}.</source>
   <translation>{name} wird gelesen.</translation>
  </message>
  <message>
   <source>Reading.</source>
   <translation>Wird gelesen.</translation>
  </message>
  <message>
   <source>Reading…</source>
   <translation>Einlesen…</translation>
  </message>
  <message>
   <source>Ready</source>
   <translation>Bereit</translation>
  </message>
  <message>
   <source>Ready: {library} {version}.</source>
   <translation>Bereit: {library} {version}.</translation>
  </message>
  <message>
   <source>Ready: {n:,} rows to train on, {t:,} to test.</source>
   <translation>Bereit: {n:,} Zeilen zum Trainieren, {t:,} zum Testen.</translation>
  </message>
  <message>
   <source>Ready: {n:,} rows to train on, {v:,} to validate, {t:,} to test.</source>
   <translation>Bereit: {n:,} Zeilen zum Trainieren, {v:,} zum Validieren, {t:,} zum Testen.</translation>
  </message>
  <message>
   <source>Ready: {n:,} rows to train on, {v:,} to validate.</source>
   <translation>Bereit: {n:,} Zeilen zum Trainieren, {v:,} zum Validieren.</translation>
  </message>
  <message numerus="yes">
   <source>Ready: {n:,} rows to train on.</source>
   <translation>
    <numerusform>Bereit: {n:,} Zeile zum Trainieren.</numerusform>
    <numerusform>Bereit: {n:,} Zeilen zum Trainieren.</numerusform>
   </translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Grund</translation>
  </message>
  <message>
   <source>Recall (macro)</source>
   <translation>Trefferquote (Makro)</translation>
  </message>
  <message>
   <source>Recall (weighted)</source>
   <translation>Trefferquote (gewichtet)</translation>
  </message>
  <message>
   <source>Recall per class, weighted with the class's rows: equal to the accuracy.</source>
   <translation>Trefferquote je Klasse, gewichtet mit den Zeilen der Klasse: gleich der Genauigkeit.</translation>
  </message>
  <message>
   <source>Recent files</source>
   <translation>Zuletzt verwendete Dateien</translation>
  </message>
  <message>
   <source>Recover</source>
   <translation>Wiederherstellen</translation>
  </message>
  <message>
   <source>Redo</source>
   <translation>Wiederholen</translation>
  </message>
  <message>
   <source>Reduce on plateau</source>
   <translation>Senken auf dem Plateau</translation>
  </message>
  <message>
   <source>Refuse the file</source>
   <translation>Datei ablehnen</translation>
  </message>
  <message>
   <source>Regions need two inputs.</source>
   <translation>Entscheidungsgebiete brauchen zwei Eingaben.</translation>
  </message>
  <message>
   <source>Regression</source>
   <translation>Regression</translation>
  </message>
  <message>
   <source>Regression predicts numbers, classification predicts one of a few classes.</source>
   <translation>Regression sagt Zahlen vorher, Klassifikation eine von wenigen Klassen.</translation>
  </message>
  <message>
   <source>Regression, because there are {n} targets, all of them numbers.</source>
   <translation>Regression, weil es {n} Zielgrößen gibt, alle davon Zahlen.</translation>
  </message>
  <message>
   <source>Regression, because {name} has {n:,} different numbers.</source>
   <translation>Regression, weil {name} {n:,} verschiedene Zahlen enthält.</translation>
  </message>
  <message>
   <source>Regression, because {name} holds {n} whole numbers in steps of one, which have an order. If they only name classes, choose several classes.</source>
   <translation>Regression, denn {name} enthält {n} ganze Zahlen in Einerschritten, die eine Ordnung haben. Wenn sie nur Klassen benennen, wählen Sie mehrere Klassen.</translation>
  </message>
  <message>
   <source>Regression: {names} holds numbers.</source>
   <translation>Regression: {names} enthält Zahlen.</translation>
  </message>
  <message>
   <source>Relative change of the training loss that counts as none.</source>
   <translation>Relative Änderung des Trainingsverlusts, die als keine gilt.</translation>
  </message>
  <message>
   <source>Relative error:</source>
   <translation>Relativer Fehler:</translation>
  </message>
  <message>
   <source>Remark</source>
   <translation>Bemerkung</translation>
  </message>
  <message>
   <source>Remove the task</source>
   <translation>Aufgabe entfernen</translation>
  </message>
  <message>
   <source>Remove {place}</source>
   <translation>{place} entfernen</translation>
  </message>
  <message>
   <source>Remove: {place}</source>
   <translation>Entfernen: {place}</translation>
  </message>
  <message>
   <source>Rename</source>
   <translation>Umbenennen</translation>
  </message>
  <message>
   <source>Rename one of them.</source>
   <translation>Benennen Sie eine davon um.</translation>
  </message>
  <message>
   <source>Rename that category in the file, or choose the Python script.</source>
   <translation>Diese Kategorie in der Datei umbenennen oder das Python-Skript wählen.</translation>
  </message>
  <message>
   <source>Repeat the seeds instead of the folds.</source>
   <translation>Wiederholen Sie die Startwerte statt der Teile.</translation>
  </message>
  <message>
   <source>Repeating the value before has a {share} lower {measure}.</source>
   <translation>Den vorigen Wert zu wiederholen, hat {measure} um {share} kleiner.</translation>
  </message>
  <message>
   <source>Repetitions of the folds</source>
   <translation>Wiederholungen der Teile</translation>
  </message>
  <message>
   <source>Replace</source>
   <translation>Ersetzen</translation>
  </message>
  <message>
   <source>Report (.html)</source>
   <translation>Bericht (.html)</translation>
  </message>
  <message>
   <source>Report (.pdf)</source>
   <translation>Bericht (.pdf)</translation>
  </message>
  <message>
   <source>Reset</source>
   <translation>Zurücksetzen</translation>
  </message>
  <message>
   <source>Reset the run</source>
   <translation>Lauf zurücksetzen</translation>
  </message>
  <message>
   <source>Reset the run to apply the change.</source>
   <translation>Den Lauf zurücksetzen, um die Änderung anzuwenden.</translation>
  </message>
  <message>
   <source>Reset the run to change this: it shapes the network.</source>
   <translation>Dafür den Lauf zurücksetzen: Diese Einstellung formt das Netz.</translation>
  </message>
  <message>
   <source>Reset the run to change this: the epochs so far belong to the old setting.</source>
   <translation>Dafür den Lauf zurücksetzen: Die bisherigen Epochen gehören zur alten Einstellung.</translation>
  </message>
  <message>
   <source>Reset this layout</source>
   <translation>Diese Anordnung zurücksetzen</translation>
  </message>
  <message>
   <source>Reset to guess</source>
   <translation>Auf Vermutung zurücksetzen</translation>
  </message>
  <message>
   <source>Reset with the next seed</source>
   <translation>Zurücksetzen mit nächstem Seed</translation>
  </message>
  <message>
   <source>Residuals</source>
   <translation>Residuen</translation>
  </message>
  <message>
   <source>Residuals over time</source>
   <translation>Residuen über die Zeit</translation>
  </message>
  <message>
   <source>Response surface</source>
   <translation>Antwortfläche</translation>
  </message>
  <message>
   <source>Restore</source>
   <translation>Wiederherstellen</translation>
  </message>
  <message>
   <source>Restore the defaults</source>
   <translation>Vorgaben wiederherstellen</translation>
  </message>
  <message>
   <source>Restore this run</source>
   <translation>Diesen Lauf wiederherstellen</translation>
  </message>
  <message>
   <source>Results cannot be kept in {name}.</source>
   <translation>Ergebnisse lassen sich nicht in {name} festhalten.</translation>
  </message>
  <message>
   <source>Results come from the best epoch's weights. The last ones are kept too.</source>
   <translation>Ergebnisse stammen aus den Gewichten der besten Epoche. Die letzten bleiben ebenfalls erhalten.</translation>
  </message>
  <message>
   <source>Results would differ.</source>
   <translation>Die Ergebnisse wären verschieden.</translation>
  </message>
  <message>
   <source>Resume</source>
   <translation>Fortsetzen</translation>
  </message>
  <message>
   <source>Right and Left go through the steps. Click a number to see how it came about.</source>
   <translation>Pfeiltasten blättern; ein Klick zeigt, wie eine Zahl entsteht.</translation>
  </message>
  <message>
   <source>Right.</source>
   <translation>Richtig.</translation>
  </message>
  <message>
   <source>Rises in a straight line to η over the first epochs, then falls along a cosine to its final share.</source>
   <translation>Steigt in den ersten Epochen geradlinig auf η und fällt dann entlang eines Kosinus auf den Endanteil.</translation>
  </message>
  <message>
   <source>River catchment</source>
   <translation>Einzugsgebiet eines Flusses</translation>
  </message>
  <message>
   <source>Robust: median 0, quartiles 1 apart</source>
   <translation>Robust: Median 0, Quartilsabstand 1</translation>
  </message>
  <message>
   <source>Role</source>
   <translation>Rolle</translation>
  </message>
  <message>
   <source>Root of the mean of (p - y)^2.</source>
   <translation>Wurzel aus dem Mittelwert von (p - y)^2.</translation>
  </message>
  <message>
   <source>Row</source>
   <translation>Zeile</translation>
  </message>
  <message>
   <source>Row in the file</source>
   <translation>Zeile in der Datei</translation>
  </message>
  <message>
   <source>Row weight</source>
   <translation>Zeilengewicht</translation>
  </message>
  <message>
   <source>Row {row:,} ({subset}): {answer}; {place}.</source>
   <translation>Zeile {row:,} ({subset}): {answer}; {place}.</translation>
  </message>
  <message>
   <source>Row {row:,} holds {cell!r}; expected is the form {form}.</source>
   <translation>Zeile {row:,} enthält {cell!r}; erwartet wird die Form {form}.</translation>
  </message>
  <message>
   <source>Row {row:,} is not among the rows that are used or drawn.</source>
   <translation>Zeile {row:,} gehört nicht zu den verwendeten oder gezeichneten Zeilen.</translation>
  </message>
  <message>
   <source>Row {row:,}, {place} of the file.</source>
   <translation>Zeile {row:,}, {place} der Datei.</translation>
  </message>
  <message>
   <source>Rows</source>
   <translation>Zeilen</translation>
  </message>
  <message>
   <source>Rows are lost to gaps</source>
   <translation>Zeilen gehen durch Lücken verloren</translation>
  </message>
  <message>
   <source>Rows go from 1 to {n:,}.</source>
   <translation>Zeilen gehen von 1 bis {n:,}.</translation>
  </message>
  <message>
   <source>Rows left out</source>
   <translation>Weggelassene Zeilen</translation>
  </message>
  <message>
   <source>Rows left out by hand</source>
   <translation>Von Hand ausgelassene Zeilen</translation>
  </message>
  <message>
   <source>Rows of one group ({name}) are alike ({share:.0%} of the target's variance lies between groups), so no group is in two subsets: a random split would promise more than a new group will keep.</source>
   <translation>Zeilen einer Gruppe ({name}) ähneln sich ({share:.0%} der Varianz des Ziels liegen zwischen den Gruppen), daher liegt keine Gruppe in zwei Teilmengen: Eine zufällige Aufteilung verspräche mehr, als eine neue Gruppe hält.</translation>
  </message>
  <message>
   <source>Rows of the table</source>
   <translation>Zeilen der Tabelle</translation>
  </message>
  <message>
   <source>Rows per update. More rows than there are means one update per epoch with all of them.</source>
   <translation>Zeilen je Aktualisierung. Mehr Zeilen, als es gibt, bedeuten eine Aktualisierung je Epoche mit allen.</translation>
  </message>
  <message>
   <source>Rows that are left out need their numbers, a condition, or a column and its dates.</source>
   <translation>Weggelassene Zeilen brauchen ihre Nummern, eine Bedingung oder eine Spalte und deren Daten.</translation>
  </message>
  <message>
   <source>Rows that are not used. The split of the others stays as it is.</source>
   <translation>Zeilen, die nicht verwendet werden. Die Aufteilung der anderen bleibt, wie sie ist.</translation>
  </message>
  <message>
   <source>Rows that changed most</source>
   <translation>Am stärksten geänderte Zeilen</translation>
  </message>
  <message>
   <source>Rows that differ by no more than that in any column are copies, too; 0 asks for equal cells.</source>
   <translation>Zeilen, die in keiner Spalte um mehr abweichen, gelten auch als Kopien; 0 verlangt gleiche Zellen.</translation>
  </message>
  <message>
   <source>Rows to leave out</source>
   <translation>Zeilen, die wegfallen</translation>
  </message>
  <message>
   <source>Rows to look at</source>
   <translation>Zeilen zum Ansehen</translation>
  </message>
  <message>
   <source>Rows with at least this probability are taken for the class</source>
   <translation>Zeilen mit mindestens dieser Wahrscheinlichkeit gelten als die Klasse</translation>
  </message>
  <message>
   <source>Rows with the same inputs and targets as an earlier one.</source>
   <translation>Zeilen mit denselben Eingaben und Zielen wie eine frühere.</translation>
  </message>
  <message>
   <source>Rows with too many cells</source>
   <translation>Zeilen mit zu vielen Zellen</translation>
  </message>
  <message>
   <source>Rows without a value: {columns}.</source>
   <translation>Zeilen ohne Wert: {columns}.</translation>
  </message>
  <message>
   <source>Rule</source>
   <translation>Regel</translation>
  </message>
  <message>
   <source>Run</source>
   <translation>Lauf</translation>
  </message>
  <message>
   <source>Run (.mlp)</source>
   <translation>Lauf (.mlp)</translation>
  </message>
  <message>
   <source>Running</source>
   <translation>Läuft</translation>
  </message>
  <message>
   <source>Runs</source>
   <translation>Läufe</translation>
  </message>
  <message>
   <source>R²</source>
   <translation>R²</translation>
  </message>
  <message>
   <source>R² {value}</source>
   <translation>R² {value}</translation>
  </message>
  <message>
   <source>R² {value} {interval}</source>
   <translation>R² {value} {interval}</translation>
  </message>
  <message>
   <source>R² {value} {interval} over all targets</source>
   <translation>R² {value} {interval} über alle Ziele</translation>
  </message>
  <message>
   <source>SELU</source>
   <translation>SELU</translation>
  </message>
  <message>
   <source>SGD (gradient descent)</source>
   <translation>SGD (Gradientenabstieg)</translation>
  </message>
  <message>
   <source>SGD with momentum</source>
   <translation>SGD mit Momentum</translation>
  </message>
  <message>
   <source>SQLite databases</source>
   <translation>SQLite-Datenbanken</translation>
  </message>
  <message>
   <source>SQLite says: {reason}.</source>
   <translation>SQLite meldet: {reason}.</translation>
  </message>
  <message>
   <source>Same as table</source>
   <translation>Wie die Tabelle</translation>
  </message>
  <message>
   <source>Same as the weights</source>
   <translation>Wie die Gewichte</translation>
  </message>
  <message>
   <source>Same seed for each layer</source>
   <translation>Gleicher Seed für jede Schicht</translation>
  </message>
  <message>
   <source>Sample</source>
   <translation>Beispiel</translation>
  </message>
  <message>
   <source>Samples, recent files and lessons; the run stays as it is.</source>
   <translation>Beispiele, zuletzt geöffnete Dateien und Lektionen; der Lauf bleibt, wie er ist.</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Speichern</translation>
  </message>
  <message>
   <source>Save as CSV…</source>
   <translation>Als CSV speichern…</translation>
  </message>
  <message>
   <source>Save as PNG, SVG or CSV</source>
   <translation>Als PNG, SVG oder CSV speichern</translation>
  </message>
  <message>
   <source>Save as PNG…</source>
   <translation>Als PNG speichern…</translation>
  </message>
  <message>
   <source>Save as SVG…</source>
   <translation>Als SVG speichern…</translation>
  </message>
  <message>
   <source>Save as…</source>
   <translation>Speichern unter…</translation>
  </message>
  <message>
   <source>Save data as CSV…</source>
   <translation>Daten als CSV speichern…</translation>
  </message>
  <message>
   <source>Save it anew in a spreadsheet program.</source>
   <translation>In einer Tabellenkalkulation neu speichern.</translation>
  </message>
  <message>
   <source>Save it as HTML instead.</source>
   <translation>Stattdessen als HTML speichern.</translation>
  </message>
  <message>
   <source>Save it without encryption where it comes from.</source>
   <translation>Dort, woher die Datei kommt, ohne Verschlüsselung speichern.</translation>
  </message>
  <message>
   <source>Save the average of the networks</source>
   <translation>Mittel der Netze speichern</translation>
  </message>
  <message>
   <source>Save the average…</source>
   <translation>Mittel speichern…</translation>
  </message>
  <message>
   <source>Save the class file</source>
   <translation>Klassendatei speichern</translation>
  </message>
  <message>
   <source>Save the predictions</source>
   <translation>Vorhersagen speichern</translation>
  </message>
  <message>
   <source>Save the project</source>
   <translation>Projekt speichern</translation>
  </message>
  <message>
   <source>Save the project as it stands, and see whether the disk is in order.</source>
   <translation>Das Projekt speichern, wie es steht, und nachsehen, ob der Datenträger in Ordnung ist.</translation>
  </message>
  <message>
   <source>Save the project yourself now and then.</source>
   <translation>Das Projekt ab und zu selbst speichern.</translation>
  </message>
  <message>
   <source>Save the rows of the folds</source>
   <translation>Zeilen der Teile speichern</translation>
  </message>
  <message>
   <source>Save the study</source>
   <translation>Studie speichern</translation>
  </message>
  <message>
   <source>Save these rows…</source>
   <translation>Diese Zeilen speichern…</translation>
  </message>
  <message>
   <source>Save this iteration</source>
   <translation>Diese Iteration speichern</translation>
  </message>
  <message>
   <source>Save your work first?</source>
   <translation>Zuerst die Arbeit speichern?</translation>
  </message>
  <message>
   <source>Save {format}</source>
   <translation>{format} speichern</translation>
  </message>
  <message>
   <source>Save {format}…</source>
   <translation>{format} speichern…</translation>
  </message>
  <message>
   <source>Save {plot}</source>
   <translation>{plot} speichern</translation>
  </message>
  <message>
   <source>Saved as {path}.</source>
   <translation>Gespeichert als {path}.</translation>
  </message>
  <message>
   <source>Saved {file} for a class: the table and the tasks, no network and no history.</source>
   <translation>{file} für eine Klasse gespeichert: die Tabelle und die Aufgaben, kein Netz und kein Verlauf.</translation>
  </message>
  <message>
   <source>Saved {file}: {finding} Training can go on from it.</source>
   <translation>{file} gespeichert: {finding} Von hier aus kann das Training weitergehen.</translation>
  </message>
  <message numerus="yes">
   <source>Saved {name} with {n:,} networks; what follows is added.</source>
   <translation>
    <numerusform>{name} mit {n:,} Netz gespeichert; was folgt, kommt hinzu.</numerusform>
    <numerusform>{name} mit {n:,} Netzen gespeichert; was folgt, kommt hinzu.</numerusform>
   </translation>
  </message>
  <message>
   <source>Saved {name}: {finding}</source>
   <translation>{name} gespeichert: {finding}</translation>
  </message>
  <message>
   <source>Saved: {saved}. Here: {here}.</source>
   <translation>Gespeichert: {saved}. Hier: {here}.</translation>
  </message>
  <message>
   <source>Save…</source>
   <translation>Speichern…</translation>
  </message>
  <message>
   <source>Saving the predictions</source>
   <translation>Vorhersagen werden gespeichert</translation>
  </message>
  <message>
   <source>Saving the project</source>
   <translation>Projekt wird gespeichert</translation>
  </message>
  <message>
   <source>Saving what the study has found</source>
   <translation>Das Ergebnis der Studie wird gespeichert</translation>
  </message>
  <message>
   <source>Say how many settings, or how many minutes.</source>
   <translation>Sagen Sie, wie viele Einstellungen oder wie viele Minuten.</translation>
  </message>
  <message>
   <source>Scale</source>
   <translation>Maßstab</translation>
  </message>
  <message>
   <source>Scale inputs</source>
   <translation>Eingaben skalieren</translation>
  </message>
  <message>
   <source>Scale target</source>
   <translation>Zielgröße skalieren</translation>
  </message>
  <message>
   <source>Scale the column, or remove the outliers.</source>
   <translation>Die Spalte skalieren oder die Ausreißer entfernen.</translation>
  </message>
  <message>
   <source>Scale the inputs to mean 0 and deviation 1</source>
   <translation>Eingaben auf Mittelwert 0 und Standardabweichung 1 skalieren</translation>
  </message>
  <message>
   <source>Scaled = (original - shift) / scale.</source>
   <translation>Skaliert = (Original − Verschiebung) / Maßstab.</translation>
  </message>
  <message>
   <source>Scaled = (transformed - shift) / scale.</source>
   <translation>Skaliert = (transformierter Wert − Verschiebung) / Maßstab.</translation>
  </message>
  <message>
   <source>Scaling</source>
   <translation>Skalierung</translation>
  </message>
  <message>
   <source>Scaling, fill values and categories are fitted on all used rows, so validation and test rows leak into the training. The default fits them on the training rows only.</source>
   <translation>Skalierung, Füllwerte und Kategorien werden an alle verwendeten Zeilen angepasst; so sickern Validierungs- und Testzeilen ins Training. Die Vorgabe passt sie nur an die Trainingszeilen an.</translation>
  </message>
  <message>
   <source>Scaling, fill values and categories are fitted on every row of the file, so validation and test rows leak into the training. The default fits them on the training rows only.</source>
   <translation>Skalierung, Füllwerte und Kategorien werden an alle Zeilen der Datei angepasst; so sickern Validierungs- und Testzeilen ins Training. Die Vorgabe passt sie nur an die Trainingszeilen an.</translation>
  </message>
  <message>
   <source>Schedule</source>
   <translation>Lernratenplan</translation>
  </message>
  <message>
   <source>Scheduler file not found: {name}</source>
   <translation>Scheduler-Datei nicht gefunden: {name}</translation>
  </message>
  <message>
   <source>Score</source>
   <translation>Gütemaß</translation>
  </message>
  <message>
   <source>Score over the training rows</source>
   <translation>Kennzahl über den Trainingszeilen</translation>
  </message>
  <message>
   <source>Score the categories, months or quarters of a column by themselves</source>
   <translation>Kategorien, Monate oder Viertel einer Spalte für sich bewerten</translation>
  </message>
  <message>
   <source>Scored on the {subset} rows.</source>
   <translation>Bewertet auf den Zeilen: {subset}.</translation>
  </message>
  <message>
   <source>Scores</source>
   <translation>Bewertung</translation>
  </message>
  <message>
   <source>Scores by month and year</source>
   <translation>Bewertung nach Monat und Jahr</translation>
  </message>
  <message>
   <source>Scores of a river's discharge. Where one has no value for these rows, a sentence says why.</source>
   <translation>Gütemaße für den Abfluss eines Flusses. Wo eines für diese Zeilen keinen Wert hat, sagt ein Satz, warum.</translation>
  </message>
  <message>
   <source>Scores of the table</source>
   <translation>Bewertung der Tabelle</translation>
  </message>
  <message>
   <source>Scores of the {which} weights</source>
   <translation>Bewertung der Gewichte: {which}</translation>
  </message>
  <message>
   <source>Scores of {rows}</source>
   <translation>Bewertung: {rows}</translation>
  </message>
  <message>
   <source>Scoring all rows</source>
   <translation>Alle Zeilen werden bewertet</translation>
  </message>
  <message>
   <source>Search</source>
   <translation>Suchen</translation>
  </message>
  <message>
   <source>Search commands, settings, columns, help and runs</source>
   <translation>Befehle, Einstellungen, Spalten, Hilfe und Läufe suchen</translation>
  </message>
  <message>
   <source>Search first, with all rows.</source>
   <translation>Suchen Sie zuerst, mit allen Zeilen.</translation>
  </message>
  <message>
   <source>Search the help</source>
   <translation>In der Hilfe suchen</translation>
  </message>
  <message>
   <source>Search the inputs at which the answer is as it is wanted</source>
   <translation>Die Eingaben suchen, bei denen die Antwort wie gewünscht ist</translation>
  </message>
  <message>
   <source>Searching</source>
   <translation>Suche läuft</translation>
  </message>
  <message>
   <source>Searching good settings</source>
   <translation>Gute Einstellungen werden gesucht</translation>
  </message>
  <message>
   <source>Searching…</source>
   <translation>Wird gesucht …</translation>
  </message>
  <message>
   <source>Second run</source>
   <translation>Zweiter Lauf</translation>
  </message>
  <message>
   <source>Second weight</source>
   <translation>Zweites Gewicht</translation>
  </message>
  <message>
   <source>Sections found</source>
   <translation>Gefundene Abschnitte</translation>
  </message>
  <message>
   <source>Seed</source>
   <translation>Seed</translation>
  </message>
  <message>
   <source>Seed of the search</source>
   <translation>Startwert der Suche</translation>
  </message>
  <message>
   <source>Seed of the training</source>
   <translation>Seed des Trainings</translation>
  </message>
  <message>
   <source>Seed of the weights</source>
   <translation>Seed der Gewichte</translation>
  </message>
  <message>
   <source>Seeds and folds</source>
   <translation>Startwerte und Teile</translation>
  </message>
  <message>
   <source>Semicolon ;</source>
   <translation>Semikolon ;</translation>
  </message>
  <message>
   <source>Separator</source>
   <translation>Trennzeichen</translation>
  </message>
  <message>
   <source>Separator, decimal sign, header, ...</source>
   <translation>Trennzeichen, Dezimalzeichen, Kopfzeile, ...</translation>
  </message>
  <message>
   <source>Separator, decimal sign, header, ... (Ctrl+I)</source>
   <translation>Trennzeichen, Dezimalzeichen, Kopfzeile, ... (Strg+I)</translation>
  </message>
  <message>
   <source>September</source>
   <translation>September</translation>
  </message>
  <message>
   <source>September to November</source>
   <translation>September bis November</translation>
  </message>
  <message>
   <source>Series</source>
   <translation>Zeitreihe</translation>
  </message>
  <message>
   <source>Series, residuals over time, hydrology.</source>
   <translation>Zeitreihe, Residuen über die Zeit, Hydrologie.</translation>
  </message>
  <message>
   <source>Set</source>
   <translation>Teil</translation>
  </message>
  <message>
   <source>Set of classes: {names}</source>
   <translation>Menge der Klassen: {names}</translation>
  </message>
  <message>
   <source>Set the learning rate to {rate:g}</source>
   <translation>Lernrate auf {rate:g} setzen</translation>
  </message>
  <message>
   <source>Sets of classes</source>
   <translation>Mengen von Klassen</translation>
  </message>
  <message>
   <source>Setting</source>
   <translation>Einstellung</translation>
  </message>
  <message>
   <source>Setting of the program</source>
   <translation>Einstellung des Programms</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>Einstellungen</translation>
  </message>
  <message>
   <source>Settings are compared on the validation rows; the best are then scored on the test rows.</source>
   <translation>Einstellungen werden auf den Validierungszeilen verglichen; die besten werden dann auf den Testzeilen bewertet.</translation>
  </message>
  <message>
   <source>Settings have changed since the project was saved.</source>
   <translation>Einstellungen haben sich geändert, seit das Projekt gespeichert wurde.</translation>
  </message>
  <message>
   <source>Settings that are not locked begin as the program proposes them</source>
   <translation>Nicht gesperrte Einstellungen beginnen so, wie das Programm sie vorschlägt</translation>
  </message>
  <message>
   <source>Settings that were tried</source>
   <translation>Versuchte Einstellungen</translation>
  </message>
  <message>
   <source>Settings that were tried, as lines</source>
   <translation>Versuchte Einstellungen als Linien</translation>
  </message>
  <message>
   <source>Settings to try</source>
   <translation>Einstellungen</translation>
  </message>
  <message>
   <source>Settings {n} on the {subset} rows: {score} {value}.</source>
   <translation>Einstellungen Nr. {n}: {score} {value} ({subset}).</translation>
  </message>
  <message>
   <source>Settings…</source>
   <translation>Einstellungen…</translation>
  </message>
  <message>
   <source>Several classes</source>
   <translation>Mehrere Klassen</translation>
  </message>
  <message>
   <source>Several classes, because {name} has only {n} different whole numbers.</source>
   <translation>Mehrere Klassen, weil {name} nur {n} verschiedene ganze Zahlen enthält.</translation>
  </message>
  <message>
   <source>Several targets are compared when the run is shown.</source>
   <translation>Mehrere Ziele werden verglichen, wenn der Lauf gezeigt wird.</translation>
  </message>
  <message>
   <source>Several targets must all be numbers.</source>
   <translation>Mehrere Zielgrößen müssen alle Zahlen sein.</translation>
  </message>
  <message>
   <source>Share of each weight, times the learning rate, taken off at each update. Biases are not decayed.</source>
   <translation>Anteil jedes Gewichts, mal die Lernrate, der bei jeder Aktualisierung wegfällt. Bias-Werte zerfallen nicht.</translation>
  </message>
  <message>
   <source>Share of hidden units left out at random in every training batch; none is left out when predicting.</source>
   <translation>Anteil der verdeckten Neuronen, die in jedem Trainingsbatch zufällig ausgelassen werden; beim Vorhersagen fehlt keines.</translation>
  </message>
  <message>
   <source>Share of rows whose most probable class is the true one.</source>
   <translation>Anteil der Zeilen, deren wahrscheinlichste Klasse die wahre ist.</translation>
  </message>
  <message>
   <source>Share of test rows</source>
   <translation>Anteil der Testzeilen</translation>
  </message>
  <message>
   <source>Share of the last step kept.</source>
   <translation>Anteil des letzten Schritts, der erhalten bleibt.</translation>
  </message>
  <message>
   <source>Share of the old mean gradient kept at each update.</source>
   <translation>Anteil des alten mittleren Gradienten, der bei jeder Aktualisierung bleibt.</translation>
  </message>
  <message>
   <source>Share of the old mean square kept. PyTorch: 0.99.</source>
   <translation>Anteil des alten mittleren Quadrats, der bleibt. PyTorch: 0,99.</translation>
  </message>
  <message>
   <source>Share of the old mean squared gradient kept at each update.</source>
   <translation>Anteil des alten mittleren quadrierten Gradienten, der bei jeder Aktualisierung bleibt.</translation>
  </message>
  <message>
   <source>Share of training rows</source>
   <translation>Anteil der Trainingszeilen</translation>
  </message>
  <message>
   <source>Share of validation rows</source>
   <translation>Anteil der Validierungszeilen</translation>
  </message>
  <message>
   <source>Share of {subset} rows in percent</source>
   <translation>Anteil der Zeilen für {subset} in Prozent</translation>
  </message>
  <message>
   <source>Shares of training, validation and test rows</source>
   <translation>Anteile der Trainings-, Validierungs- und Testzeilen</translation>
  </message>
  <message>
   <source>Sheet</source>
   <translation>Blatt</translation>
  </message>
  <message>
   <source>Shift</source>
   <translation>Verschiebung</translation>
  </message>
  <message>
   <source>Shift JIS, Japanese</source>
   <translation>Shift JIS, japanisch</translation>
  </message>
  <message>
   <source>Shorten the texts in the file, ignore the column, or choose the Python script.</source>
   <translation>Die Texte in der Datei kürzen, die Spalte ignorieren oder das Python-Skript wählen.</translation>
  </message>
  <message>
   <source>Show all points</source>
   <translation>Alle Punkte zeigen</translation>
  </message>
  <message>
   <source>Show all rows</source>
   <translation>Alle Zeilen zeigen</translation>
  </message>
  <message>
   <source>Show another plot in this place</source>
   <translation>An dieser Stelle ein anderes Diagramm zeigen</translation>
  </message>
  <message>
   <source>Show everything</source>
   <translation>Alles zeigen</translation>
  </message>
  <message>
   <source>Show in the table</source>
   <translation>In der Tabelle zeigen</translation>
  </message>
  <message>
   <source>Show it in the place of the plots</source>
   <translation>An der Stelle der Diagramme zeigen</translation>
  </message>
  <message>
   <source>Show the average of several networks</source>
   <translation>Mittel mehrerer Netze zeigen</translation>
  </message>
  <message>
   <source>Show the best weights</source>
   <translation>Beste Gewichte zeigen</translation>
  </message>
  <message>
   <source>Show the details</source>
   <translation>Einzelheiten zeigen</translation>
  </message>
  <message>
   <source>Show the folds' rows in the plots</source>
   <translation>Zeilen der Teile in den Diagrammen zeigen</translation>
  </message>
  <message>
   <source>Show the last weights</source>
   <translation>Letzte Gewichte zeigen</translation>
  </message>
  <message>
   <source>Show the microscope in a window of its own</source>
   <translation>Das Mikroskop in einem eigenen Fenster zeigen</translation>
  </message>
  <message>
   <source>Show the row in the table</source>
   <translation>Die Zeile in der Tabelle zeigen</translation>
  </message>
  <message>
   <source>Show the tasks</source>
   <translation>Aufgaben zeigen</translation>
  </message>
  <message>
   <source>Show the whole network</source>
   <translation>Das ganze Netz zeigen</translation>
  </message>
  <message>
   <source>Show the whole run</source>
   <translation>Den ganzen Lauf zeigen</translation>
  </message>
  <message numerus="yes">
   <source>Show {n:,} more settings</source>
   <translation>
    <numerusform>{n:,} weitere Einstellung zeigen</numerusform>
    <numerusform>{n:,} weitere Einstellungen zeigen</numerusform>
   </translation>
  </message>
  <message>
   <source>Shuffle</source>
   <translation>Mischen</translation>
  </message>
  <message>
   <source>SiLU (swish)</source>
   <translation>SiLU (Swish)</translation>
  </message>
  <message>
   <source>Side bar</source>
   <translation>Seitenleiste</translation>
  </message>
  <message>
   <source>Sigmoid (logistic)</source>
   <translation>Sigmoid (logistisch)</translation>
  </message>
  <message>
   <source>Since epoch {epoch:,} the training loss fell from {train_then:.4g} to {train_now:.4g}, but the validation loss rose from {then:.4g} to {now:.4g}. There are {parameters:,} weights for {rows:,} rows.</source>
   <translation>Seit Epoche {epoch:,} fiel der Trainingsverlust von {train_then:.4g} auf {train_now:.4g}, der Validierungsverlust aber stieg von {then:.4g} auf {now:.4g}. Auf {rows:,} Zeilen kommen {parameters:,} Gewichte.</translation>
  </message>
  <message>
   <source>Six years of daily rain and discharge of a generated river, gaps as -999, to learn how rain becomes flow.</source>
   <translation>Sechs Jahre täglicher Regen und Abfluss eines erzeugten Flusses, Lücken als -999, um zu lernen, wie aus Regen Abfluss wird.</translation>
  </message>
  <message>
   <source>Sizes are Euclidean norms of a layer's weights, of its gradient, and of one update divided by the weights (about 0.001 is usual). Dead units give the same for every row; saturated ones have nearly no slope.</source>
   <translation>Größen sind euklidische Normen: der Gewichte einer Schicht, ihres Gradienten und einer Aktualisierung, geteilt durch die Gewichte (etwa 0,001 ist üblich). Tote Neuronen liefern für jede Zeile dasselbe; gesättigte haben fast keine Steigung.</translation>
  </message>
  <message>
   <source>Slope at the outputs</source>
   <translation>Steigung an Ausgabe</translation>
  </message>
  <message>
   <source>Slope at z, layer {layer}</source>
   <translation>Steigung z, Schicht {layer}</translation>
  </message>
  <message>
   <source>Slope below zero</source>
   <translation>Steigung unter null</translation>
  </message>
  <message>
   <source>Slope for negative z.</source>
   <translation>Steigung für negatives z.</translation>
  </message>
  <message>
   <source>Slope of f, layer {layer}</source>
   <translation>Steigung f, Schicht {layer}</translation>
  </message>
  <message>
   <source>Slope of the activation of hidden layer {layer}</source>
   <translation>Steigung der Aktivierung der verdeckten Schicht {layer}</translation>
  </message>
  <message>
   <source>Slope of the loss at the outputs</source>
   <translation>Steigung des Verlusts an den Ausgaben</translation>
  </message>
  <message>
   <source>Slope of the loss at the sums of hidden layer {layer}</source>
   <translation>Steigung des Verlusts an den Summen der verdeckten Schicht {layer}</translation>
  </message>
  <message>
   <source>Small, to look inside</source>
   <translation>Klein, zum Hineinsehen</translation>
  </message>
  <message>
   <source>Smaller text</source>
   <translation>Kleinere Schrift</translation>
  </message>
  <message>
   <source>Smallest gradient</source>
   <translation>Kleinster Gradient</translation>
  </message>
  <message>
   <source>Smallest improvement</source>
   <translation>Kleinste Verbesserung</translation>
  </message>
  <message>
   <source>Smallest of the last rows</source>
   <translation>Kleinste der letzten Zeilen</translation>
  </message>
  <message>
   <source>Smallest on average (LAC)</source>
   <translation>Im Mittel kleinste (LAC)</translation>
  </message>
  <message>
   <source>Smallest {name}</source>
   <translation>Kleinster Wert von {name}</translation>
  </message>
  <message>
   <source>Smearing</source>
   <translation>Smearing</translation>
  </message>
  <message>
   <source>Smearing correction</source>
   <translation>Smearing-Korrektur</translation>
  </message>
  <message>
   <source>So many rows before each border between two subsets are left out, so that no row is the neighbour of one in another subset.</source>
   <translation>So viele Zeilen vor jeder Grenze zwischen zwei Teilmengen fallen weg, damit keine Zeile Nachbarin einer Zeile in einer anderen Teilmenge ist.</translation>
  </message>
  <message>
   <source>Softmax over {n} classes: their probabilities add up to 1.</source>
   <translation>Softmax über {n} Klassen: Ihre Wahrscheinlichkeiten ergeben zusammen 1.</translation>
  </message>
  <message>
   <source>Softplus</source>
   <translation>Softplus</translation>
  </message>
  <message>
   <source>Solve the tasks with the other settings.</source>
   <translation>Lösen Sie die Aufgaben mit den anderen Einstellungen.</translation>
  </message>
  <message>
   <source>Some predictions are infinite or no numbers.</source>
   <translation>Einige Vorhersagen sind unendlich oder keine Zahlen.</translation>
  </message>
  <message>
   <source>Something in the program went wrong.</source>
   <translation>Im Programm ist etwas schiefgegangen.</translation>
  </message>
  <message>
   <source>Split</source>
   <translation>Aufteilung</translation>
  </message>
  <message>
   <source>Split at random</source>
   <translation>Zufällig aufteilen</translation>
  </message>
  <message>
   <source>Split by time</source>
   <translation>Nach der Zeit aufteilen</translation>
  </message>
  <message>
   <source>Split in order of time</source>
   <translation>Nach der Zeit aufteilen</translation>
  </message>
  <message>
   <source>Split the rows anew: 70 % to train on, 15 % to validate, 15 % to test.</source>
   <translation>Die Zeilen neu aufteilen: 70 % zum Trainieren, 15 % zum Validieren, 15 % zum Testen.</translation>
  </message>
  <message>
   <source>Spreadsheets</source>
   <translation>Tabellenkalkulation</translation>
  </message>
  <message>
   <source>Square of Pearson's correlation of y and p. It ignores shift and scale, and so is never below R2.</source>
   <translation>Quadrat der Pearson-Korrelation von y und p. Es übersieht Verschiebung und Maßstab und liegt deshalb nie unter R².</translation>
  </message>
  <message>
   <source>Square root</source>
   <translation>Quadratwurzel</translation>
  </message>
  <message>
   <source>Squared correlation r²</source>
   <translation>Quadrierte Korrelation r²</translation>
  </message>
  <message>
   <source>Standard deviation of normal noise added to the scaled inputs of every training batch.</source>
   <translation>Standardabweichung des normalverteilten Rauschens, das in jedem Trainingsbatch zu den skalierten Eingaben kommt.</translation>
  </message>
  <message>
   <source>Standard normal</source>
   <translation>Standardnormal</translation>
  </message>
  <message>
   <source>Standard: mean 0, standard deviation 1</source>
   <translation>Standard: Mittelwert 0, Standardabweichung 1</translation>
  </message>
  <message>
   <source>Start</source>
   <translation>Start</translation>
  </message>
  <message>
   <source>Start biases at 0 and weights by He's rule, leaky units (resets the run)</source>
   <translation>Neu beginnen: Bias 0, Gewichte nach He, Leaky ReLU</translation>
  </message>
  <message>
   <source>Start from Glorot's random weights (resets the run)</source>
   <translation>Neu beginnen mit Zufallsgewichten (Glorot)</translation>
  </message>
  <message>
   <source>Start from smaller, Glorot's weights (resets the run)</source>
   <translation>Neu beginnen mit kleineren Gewichten (Glorot)</translation>
  </message>
  <message>
   <source>Start it with: dask scheduler, and dask worker {place} on each machine.</source>
   <translation>Starten Sie ihn mit: dask scheduler, und auf jedem Rechner dask worker {place}.</translation>
  </message>
  <message>
   <source>Start page</source>
   <translation>Startseite</translation>
  </message>
  <message>
   <source>Start some with: dask worker ADDRESS</source>
   <translation>Starten Sie welche mit: dask worker ADDRESS</translation>
  </message>
  <message>
   <source>Start the cluster and the study again; it goes on where it was.</source>
   <translation>Starten Sie den Cluster und die Studie wieder; sie geht dort weiter, wo sie war.</translation>
  </message>
  <message>
   <source>Start the study again with mlp-gui study and the same file: it goes on.</source>
   <translation>Starten Sie die Studie mit mlp-gui study und derselben Datei noch einmal: Sie geht weiter.</translation>
  </message>
  <message>
   <source>Start watching after</source>
   <translation>Überwachen nach</translation>
  </message>
  <message>
   <source>Start what reads it, or choose another place.</source>
   <translation>Starten Sie das lesende Programm, oder wählen Sie einen anderen Ort.</translation>
  </message>
  <message>
   <source>State of the cluster</source>
   <translation>Zustand des Clusters</translation>
  </message>
  <message>
   <source>State of the run</source>
   <translation>Zustand des Laufs</translation>
  </message>
  <message>
   <source>State: {state}</source>
   <translation>Zustand: {state}</translation>
  </message>
  <message>
   <source>Stems beyond the dashed band of 95 %: errors that last, which an input of the days before could take away.</source>
   <translation>Stiele jenseits des gestrichelten 95-%-Bands: Fehler, die andauern; eine Eingabe der Tage davor könnte sie beheben.</translation>
  </message>
  <message>
   <source>Step</source>
   <translation>Schritt</translation>
  </message>
  <message>
   <source>Step: one epoch</source>
   <translation>Schritt: eine Epoche</translation>
  </message>
  <message>
   <source>Step: {title}</source>
   <translation>Schritt: {title}</translation>
  </message>
  <message>
   <source>Steps</source>
   <translation>Stufen</translation>
  </message>
  <message>
   <source>Steps of the batch</source>
   <translation>Schritte des Batches</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Anhalten</translation>
  </message>
  <message>
   <source>Stop after</source>
   <translation>Stopp nach</translation>
  </message>
  <message>
   <source>Stop after this batch; nothing is lost (Space).</source>
   <translation>Nach diesem Batch anhalten; nichts geht verloren (Leertaste).</translation>
  </message>
  <message>
   <source>Stop after this training time.</source>
   <translation>Nach dieser Trainingszeit anhalten.</translation>
  </message>
  <message>
   <source>Stop after those that are finished; they are kept.</source>
   <translation>Nach den fertigen aufhören; diese bleiben erhalten.</translation>
  </message>
  <message>
   <source>Stop all</source>
   <translation>Alle stoppen</translation>
  </message>
  <message>
   <source>Stop at loss</source>
   <translation>Stopp bei Verlust</translation>
  </message>
  <message>
   <source>Stop at this largest gradient.</source>
   <translation>Bei diesem größten Gradienten anhalten.</translation>
  </message>
  <message>
   <source>Stop computing this</source>
   <translation>Diese Berechnung abbrechen</translation>
  </message>
  <message>
   <source>Stop early and keep the best weights</source>
   <translation>Früh anhalten und die besten Gewichte behalten</translation>
  </message>
  <message>
   <source>Stop the run first.</source>
   <translation>Zuerst den Lauf anhalten.</translation>
  </message>
  <message>
   <source>Stop the run to check its gradients.</source>
   <translation>Den Lauf anhalten, um seine Gradienten zu prüfen.</translation>
  </message>
  <message>
   <source>Stop the run to prove the slopes.</source>
   <translation>Den Lauf anhalten, um die Probe auf die Steigungen zu machen.</translation>
  </message>
  <message>
   <source>Stop weak runs early</source>
   <translation>Schwache Läufe früh beenden</translation>
  </message>
  <message>
   <source>Stop when the monitored number no longer improves.</source>
   <translation>Anhalten, wenn die überwachte Größe sich nicht mehr verbessert.</translation>
  </message>
  <message>
   <source>Stop when the norm of the last batch's gradient is at or below this.</source>
   <translation>Anhalten, wenn die Norm des Gradienten des letzten Batches höchstens so groß ist.</translation>
  </message>
  <message>
   <source>Stop when the training loss has changed by less than the tolerance over this many epochs.</source>
   <translation>Anhalten, wenn sich der Trainingsverlust über so viele Epochen um weniger als die Toleranz geändert hat.</translation>
  </message>
  <message>
   <source>Stop when the training loss is at or below this.</source>
   <translation>Anhalten, wenn der Trainingsverlust höchstens so groß ist.</translation>
  </message>
  <message>
   <source>Stopped after epoch {epoch:,}; nothing was compared.</source>
   <translation>Nach Epoche {epoch:,} angehalten; nichts wurde verglichen.</translation>
  </message>
  <message numerus="yes">
   <source>Stopped at epoch {epoch:,}: {name} has been undefined for {n:,} epochs.</source>
   <translation>
    <numerusform>Angehalten bei Epoche {epoch:,}: {name} ist seit {n:,} Epoche undefiniert.</numerusform>
    <numerusform>Angehalten bei Epoche {epoch:,}: {name} ist seit {n:,} Epochen undefiniert.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Stopped at epoch {epoch:,}: {name} has not beaten {best:.4g} (epoch {best_epoch:,}) for {n:,} epochs.</source>
   <translation>
    <numerusform>Angehalten bei Epoche {epoch:,}: {name} seit {n:,} Epoche nicht besser als {best:.4g} (Epoche {best_epoch:,}).</numerusform>
    <numerusform>Angehalten bei Epoche {epoch:,}: {name} seit {n:,} Epochen nicht besser als {best:.4g} (Epoche {best_epoch:,}).</numerusform>
   </translation>
  </message>
  <message>
   <source>Stopped at epoch {epoch:,}: {name} has not beaten {best:.4g} (epoch {best_epoch:,}) for {since:,} epochs, {waited:,} of them since patience began anew.</source>
   <translation>Angehalten bei Epoche {epoch:,}: {name} seit {since:,} Epochen nicht besser als {best:.4g} (Epoche {best_epoch:,}), davon {waited:,}, seit die Geduld neu begann.</translation>
  </message>
  <message>
   <source>Stopped at epoch {epoch:,}: {why}.</source>
   <translation>Angehalten bei Epoche {epoch:,}: {why}.</translation>
  </message>
  <message>
   <source>Stopped: the point stays where it is.</source>
   <translation>Angehalten: Der Punkt bleibt, wo er ist.</translation>
  </message>
  <message>
   <source>Stopping</source>
   <translation>Anhalten</translation>
  </message>
  <message>
   <source>Stratified: every class in the same share</source>
   <translation>Geschichtet: jede Klasse im selben Anteil</translation>
  </message>
  <message>
   <source>Strongest path to {weight} in {row}:</source>
   <translation>Stärkster Weg zu {weight} in {row}:</translation>
  </message>
  <message>
   <source>Studies</source>
   <translation>Studien</translation>
  </message>
  <message>
   <source>Subset</source>
   <translation>Teilmenge</translation>
  </message>
  <message>
   <source>Successive halving: all settings begin with few epochs, and only the best third of them goes on, three times as long, and again.</source>
   <translation>Sukzessive Halbierung: Alle Einstellungen beginnen mit wenigen Epochen, und nur das beste Drittel läuft weiter, dreimal so lange, und noch einmal.</translation>
  </message>
  <message>
   <source>Such as flow &gt; 1000 and station = "A".</source>
   <translation>Etwa flow &gt; 1000 and station = "A".</translation>
  </message>
  <message>
   <source>Sum of p - y: the volume that is too much, in the target's unit times one step. PBIAS is the same in per cent.</source>
   <translation>Summe von p - y: das Volumen, das zu viel ist, in der Einheit der Zielgröße mal einem Zeitschritt. PBIAS ist dasselbe in Prozent.</translation>
  </message>
  <message>
   <source>Summary</source>
   <translation>Zusammenfassung</translation>
  </message>
  <message>
   <source>Sums of layer {layer}</source>
   <translation>Summen, Schicht {layer}</translation>
  </message>
  <message>
   <source>Sums of output</source>
   <translation>Summen der Ausgabe</translation>
  </message>
  <message>
   <source>Sums of the last rows</source>
   <translation>Summen der letzten Zeilen</translation>
  </message>
  <message>
   <source>Switch that off, or choose another optimizer, for example Adam.</source>
   <translation>Das abschalten oder einen anderen Optimierer wählen, etwa Adam.</translation>
  </message>
  <message>
   <source>T</source>
   <translation>T</translation>
  </message>
  <message>
   <source>TPR</source>
   <translation>TPR</translation>
  </message>
  <message>
   <source>Tab</source>
   <translation>Tabulator</translation>
  </message>
  <message>
   <source>Table</source>
   <translation>Tabelle</translation>
  </message>
  <message>
   <source>Tables</source>
   <translation>Tabellen</translation>
  </message>
  <message>
   <source>Tables and projects</source>
   <translation>Tabellen und Projekte</translation>
  </message>
  <message>
   <source>Tables that come with the program.</source>
   <translation>Tabellen, die zum Programm gehören.</translation>
  </message>
  <message>
   <source>Table…</source>
   <translation>Tabelle…</translation>
  </message>
  <message>
   <source>Take all back</source>
   <translation>Alle zurücknehmen</translation>
  </message>
  <message>
   <source>Take back</source>
   <translation>Zurücknehmen</translation>
  </message>
  <message>
   <source>Take back the last choice.</source>
   <translation>Die letzte Wahl zurücknehmen.</translation>
  </message>
  <message>
   <source>Take back: {what}.</source>
   <translation>Zurücknehmen: {what}.</translation>
  </message>
  <message>
   <source>Take its settings</source>
   <translation>Einstellungen übernehmen</translation>
  </message>
  <message>
   <source>Take the guess again</source>
   <translation>Wieder die Vermutung nehmen</translation>
  </message>
  <message>
   <source>Take the trained network elsewhere (Ctrl+E).</source>
   <translation>Das trainierte Netz anderswohin mitnehmen (Strg+E).</translation>
  </message>
  <message>
   <source>Take this run off the list</source>
   <translation>Diesen Lauf aus der Liste nehmen</translation>
  </message>
  <message>
   <source>Takes this share, times the learning rate, off each weight after every update.</source>
   <translation>Nimmt nach jeder Aktualisierung jedem Gewicht diesen Anteil, mal die Lernrate, weg.</translation>
  </message>
  <message>
   <source>Tanh</source>
   <translation>Tanh</translation>
  </message>
  <message>
   <source>Target</source>
   <translation>Zielgröße</translation>
  </message>
  <message>
   <source>Target {target} with the classes {classes}.</source>
   <translation>Zielgröße {target} mit den Klassen {classes}.</translation>
  </message>
  <message>
   <source>Targets</source>
   <translation>Zielgrößen</translation>
  </message>
  <message>
   <source>Task</source>
   <translation>Aufgabe</translation>
  </message>
  <message>
   <source>Task, split and scaling</source>
   <translation>Aufgabe, Aufteilung und Skalierung</translation>
  </message>
  <message>
   <source>Tasks</source>
   <translation>Aufgaben</translation>
  </message>
  <message>
   <source>Tell me</source>
   <translation>Auflösen</translation>
  </message>
  <message>
   <source>Temperature divides the last z of every class by one number that suits the validation rows best: the order of the classes stays, and 0.8 means that eight of ten such rows are of the class.</source>
   <translation>Die Temperatur teilt das letzte z jeder Klasse durch eine Zahl, die am besten zu den Validierungszeilen passt: Die Reihenfolge der Klassen bleibt, und 0,8 heißt, dass acht von zehn solchen Zeilen zu der Klasse gehören.</translation>
  </message>
  <message>
   <source>Temperature: as sure as it is right</source>
   <translation>Temperatur: so sicher wie richtig</translation>
  </message>
  <message>
   <source>Ten epochs</source>
   <translation>Zehn Epochen</translation>
  </message>
  <message>
   <source>Ten epochs, then pause.</source>
   <translation>Zehn Epochen, dann anhalten.</translation>
  </message>
  <message>
   <source>TensorFlow does not have {activation}, so it cannot check this network.</source>
   <translation>TensorFlow hat {activation} nicht und kann dieses Netz daher nicht prüfen.</translation>
  </message>
  <message>
   <source>TensorFlow, PyTorch or scikit-learn repeats this run; its losses are laid over these.</source>
   <translation>TensorFlow, PyTorch oder scikit-learn wiederholt diesen Lauf; dessen Verluste werden über diese gelegt.</translation>
  </message>
  <message>
   <source>Terms of the sum</source>
   <translation>Summanden</translation>
  </message>
  <message>
   <source>Test %</source>
   <translation>Test %</translation>
  </message>
  <message>
   <source>Test from</source>
   <translation>Test ab</translation>
  </message>
  <message numerus="yes">
   <source>Test is much worse than validation: {score} against {other}; {n:,} rows decide.</source>
   <translation>
    <numerusform>Der Test ist viel schlechter als die Validierung: {score} gegen {other}; {n:,} Zeile entscheidet.</numerusform>
    <numerusform>Der Test ist viel schlechter als die Validierung: {score} gegen {other}; {n:,} Zeilen entscheiden.</numerusform>
   </translation>
  </message>
  <message>
   <source>Test row {n:,}</source>
   <translation>Testzeile {n:,}</translation>
  </message>
  <message>
   <source>Test rows</source>
   <translation>Testzeilen</translation>
  </message>
  <message>
   <source>Test share</source>
   <translation>Testanteil</translation>
  </message>
  <message>
   <source>Test: every n-th</source>
   <translation>Test: jede n-te</translation>
  </message>
  <message>
   <source>Text</source>
   <translation>Text</translation>
  </message>
  <message>
   <source>Text encoding</source>
   <translation>Zeichenkodierung</translation>
  </message>
  <message>
   <source>Text size</source>
   <translation>Schriftgröße</translation>
  </message>
  <message>
   <source>Text size when presenting</source>
   <translation>Schriftgröße beim Präsentieren</translation>
  </message>
  <message>
   <source>The Busan beach data are those of {source}.</source>
   <translation>Die Daten vom Strand von Busan stammen aus {source}.</translation>
  </message>
  <message>
   <source>The C header cannot carry the activation {activation}.</source>
   <translation>Der C-Header kann die Aktivierung {activation} nicht enthalten.</translation>
  </message>
  <message>
   <source>The Nash-Sutcliffe efficiency: hydrology's name for R2 (Nash &amp; Sutcliffe 1970).</source>
   <translation>Die Nash-Sutcliffe-Effizienz: der Name der Hydrologie für R² (Nash &amp; Sutcliffe 1970).</translation>
  </message>
  <message>
   <source>The answers of the trained network for another table.</source>
   <translation>Die Antworten des trainierten Netzes für eine andere Tabelle.</translation>
  </message>
  <message>
   <source>The archive</source>
   <translation>Das Archiv</translation>
  </message>
  <message>
   <source>The average follows the weights slowly. Scores, plots and exports use it instead of the weights.</source>
   <translation>Der Mittelwert folgt den Gewichten langsam. Bewertung, Diagramme und Exporte verwenden ihn anstelle der Gewichte.</translation>
  </message>
  <message>
   <source>The bands begin with the first epochs.</source>
   <translation>Die Bänder beginnen mit den ersten Epochen.</translation>
  </message>
  <message>
   <source>The best {watched} so far is {value}, at epoch {epoch:,}.</source>
   <translation>Bisher bester Wert ({watched}): {value}, bei Epoche {epoch:,}.</translation>
  </message>
  <message>
   <source>The blame of the next layer comes back through the same weights, times the slope of the activation.</source>
   <translation>Die Schuld der nächsten Schicht kommt durch dieselben Gewichte zurück, mal die Steigung der Aktivierung.</translation>
  </message>
  <message>
   <source>The category of {name}</source>
   <translation>Die Kategorie von {name}</translation>
  </message>
  <message>
   <source>The check failed.</source>
   <translation>Die Prüfung ist fehlgeschlagen.</translation>
  </message>
  <message>
   <source>The chosen number written out</source>
   <translation>Die gewählte Zahl ausgeschrieben</translation>
  </message>
  <message>
   <source>The class weights {text!r} do not fit.</source>
   <translation>Die Klassengewichte {text!r} passen nicht.</translation>
  </message>
  <message numerus="yes">
   <source>The class {name} has {n:,} rows, none of them in {subsets}.</source>
   <translation>
    <numerusform>Die Klasse {name} hat {n:,} Zeile, aber nicht in: {subsets}.</numerusform>
    <numerusform>Die Klasse {name} hat {n:,} Zeilen, keine davon in: {subsets}.</numerusform>
   </translation>
  </message>
  <message>
   <source>The classes of the target {target} are ranges of its values, so it would give it away.</source>
   <translation>Die Klassen des Ziels {target} sind Bereiche ihrer Werte; sie würde es verraten.</translation>
  </message>
  <message>
   <source>The clipboard holds no table.</source>
   <translation>Die Zwischenablage enthält keine Tabelle.</translation>
  </message>
  <message>
   <source>The cluster has no workers.</source>
   <translation>Der Cluster hat keine Arbeiter.</translation>
  </message>
  <message numerus="yes">
   <source>The cluster has {n:,} workers.</source>
   <translation>
    <numerusform>Der Cluster hat {n:,} Arbeitsprozess.</numerusform>
    <numerusform>Der Cluster hat {n:,} Arbeitsprozesse.</numerusform>
   </translation>
  </message>
  <message>
   <source>The cluster no longer answers.</source>
   <translation>Der Cluster antwortet nicht mehr.</translation>
  </message>
  <message>
   <source>The column to predict. For several targets, select columns in the list below and press T.</source>
   <translation>Die Spalte, die vorhergesagt werden soll. Für mehrere Zielgrößen Spalten in der Liste unten markieren und T drücken.</translation>
  </message>
  <message>
   <source>The column {name} cannot be the target and divide the rows as well.</source>
   <translation>Die Spalte {name} kann nicht Zielgröße sein und zugleich die Zeilen aufteilen.</translation>
  </message>
  <message>
   <source>The column {name} cannot say which rows are for training.</source>
   <translation>Die Spalte {name} kann nicht sagen, welche Zeilen zum Trainieren sind.</translation>
  </message>
  <message>
   <source>The column {name} cannot weigh the rows.</source>
   <translation>Die Spalte {name} kann die Zeilen nicht gewichten.</translation>
  </message>
  <message>
   <source>The column {name} does not hold dates as it did when the network was fitted.</source>
   <translation>Die Spalte {name} enthält nicht mehr solche Datumsangaben wie bei der Anpassung des Netzes.</translation>
  </message>
  <message>
   <source>The column {name} gives no order of time.</source>
   <translation>Die Spalte {name} ergibt keine zeitliche Reihenfolge.</translation>
  </message>
  <message>
   <source>The column {name} has no value in the rows it is fitted on.</source>
   <translation>Die Spalte {name} hat keinen Wert in den Zeilen, an die sie angepasst wird.</translation>
  </message>
  <message>
   <source>The column {name} has {n:,} different texts.</source>
   <translation>Die Spalte {name} enthält {n:,} verschiedene Texte.</translation>
  </message>
  <message>
   <source>The column {name} holds a single group, which cannot be divided.</source>
   <translation>Die Spalte {name} enthält eine einzige Gruppe, die sich nicht aufteilen lässt.</translation>
  </message>
  <message>
   <source>The column {name} holds dates such as {example}.</source>
   <translation>Die Spalte {name} enthält Daten wie {example}.</translation>
  </message>
  <message>
   <source>The column {name} holds no dates.</source>
   <translation>Die Spalte {name} enthält keine Datumsangaben.</translation>
  </message>
  <message>
   <source>The column {name} holds numbers.</source>
   <translation>Die Spalte {name} enthält Zahlen.</translation>
  </message>
  <message>
   <source>The column {name} holds text where numbers are needed.</source>
   <translation>Die Spalte {name} enthält Text, wo Zahlen gebraucht werden.</translation>
  </message>
  <message>
   <source>The column {name} holds words where yes or no is needed.</source>
   <translation>Die Spalte {name} enthält Wörter, wo Ja oder Nein stehen muss.</translation>
  </message>
  <message>
   <source>The column {name} holds words, which have no order.</source>
   <translation>Die Spalte {name} enthält Wörter, die keine Reihenfolge haben.</translation>
  </message>
  <message>
   <source>The column {name} holds words; formulas take numbers, dates, and yes or no.</source>
   <translation>Die Spalte {name} enthält Wörter; Formeln nehmen Zahlen, Daten sowie ja und nein.</translation>
  </message>
  <message>
   <source>The column {name} looks ahead and cannot be an input.</source>
   <translation>Die Spalte {name} blickt voraus und kann keine Eingabe sein.</translation>
  </message>
  <message>
   <source>The column {name} would not be read back with the same numbers; nothing was saved.</source>
   <translation>Die Spalte {name} würde nicht mit denselben Zahlen zurückgelesen; nichts wurde gespeichert.</translation>
  </message>
  <message>
   <source>The columns, the split or the rows were changed, which are locked.</source>
   <translation>Spalten, Aufteilung oder Zeilen wurden geändert; sie sind gesperrt.</translation>
  </message>
  <message>
   <source>The command repeats the run, with the settings below in the file {file}: the same rows, start weights and epochs. Where a setting was changed while it ran, the last value stands here.</source>
   <translation>Der Befehl wiederholt den Lauf, mit den Einstellungen darunter in der Datei {file}: dieselben Zeilen, Startgewichte und Epochen. Wo eine Einstellung während des Laufs geändert wurde, steht hier der letzte Wert.</translation>
  </message>
  <message>
   <source>The condition {text!r} cannot be used.</source>
   <translation>Die Bedingung {text!r} lässt sich nicht verwenden.</translation>
  </message>
  <message>
   <source>The configuration</source>
   <translation>Die Konfiguration</translation>
  </message>
  <message>
   <source>The constant for empty cells of {name} is not a number.</source>
   <translation>Die Konstante für leere Zellen von {name} ist keine Zahl.</translation>
  </message>
  <message>
   <source>The cosine of an angle in radians.</source>
   <translation>Der Kosinus eines Winkels im Bogenmaß.</translation>
  </message>
  <message>
   <source>The counts appear with the first weights.</source>
   <translation>Die Anzahlen erscheinen mit den ersten Gewichten.</translation>
  </message>
  <message>
   <source>The curves are computed when training is paused.</source>
   <translation>Die Kurven werden berechnet, sobald das Training ruht.</translation>
  </message>
  <message>
   <source>The curves begin with the first epoch.</source>
   <translation>Die Kurven beginnen mit der ersten Epoche.</translation>
  </message>
  <message>
   <source>The date with which the test rows begin, such as 2010-01-01; when empty, the shares decide.</source>
   <translation>Das Datum, mit dem die Testzeilen beginnen, etwa 2010-01-01; ohne Angabe entscheiden die Anteile.</translation>
  </message>
  <message>
   <source>The date with which the validation rows begin, such as 2009-01-01; when empty, the shares decide.</source>
   <translation>Das Datum, mit dem die Validierungszeilen beginnen, etwa 2009-01-01; ohne Angabe entscheiden die Anteile.</translation>
  </message>
  <message>
   <source>The derived column {name} does not fit the pipeline.</source>
   <translation>Die abgeleitete Spalte {name} passt nicht zur Aufbereitung.</translation>
  </message>
  <message>
   <source>The derived column {name} is declared twice.</source>
   <translation>Die abgeleitete Spalte {name} ist zweimal angegeben.</translation>
  </message>
  <message>
   <source>The derived column {name} uses {other} before it is made.</source>
   <translation>Die abgeleitete Spalte {name} verwendet {other}, bevor es gebildet ist.</translation>
  </message>
  <message>
   <source>The distribution the weights are drawn from.</source>
   <translation>Die Verteilung, aus der die Gewichte gezogen werden.</translation>
  </message>
  <message>
   <source>The edit is undone: the run stands as it did before.</source>
   <translation>Die Änderung ist zurückgenommen: Der Lauf steht wie zuvor.</translation>
  </message>
  <message>
   <source>The epochs of its history are not in order.</source>
   <translation>Die Epochen des Verlaufs sind nicht in Ordnung.</translation>
  </message>
  <message>
   <source>The epochs so far belong to the old value.</source>
   <translation>Die bisherigen Epochen gehören zum alten Wert.</translation>
  </message>
  <message>
   <source>The errors</source>
   <translation>Die Fehler</translation>
  </message>
  <message>
   <source>The exponential function.</source>
   <translation>Die Exponentialfunktion.</translation>
  </message>
  <message>
   <source>The file</source>
   <translation>Die Datei</translation>
  </message>
  <message>
   <source>The file has no byte order mark; it was read as {encoding}.</source>
   <translation>Die Datei hat keine Byte-Reihenfolge-Marke; sie wurde als {encoding} gelesen.</translation>
  </message>
  <message>
   <source>The file has not been read in this way yet.</source>
   <translation>Die Datei wurde auf diese Weise noch nicht gelesen.</translation>
  </message>
  <message>
   <source>The file has {found}; the network has {needed}.</source>
   <translation>Die Datei hat {found}; das Netz hat {needed}.</translation>
  </message>
  <message numerus="yes">
   <source>The file has {n:,} bytes, SHA-256 {digest}.</source>
   <translation>
    <numerusform>Die Datei hat {n:,} Byte, SHA-256 {digest}.</numerusform>
    <numerusform>Die Datei hat {n:,} Bytes, SHA-256 {digest}.</numerusform>
   </translation>
  </message>
  <message>
   <source>The file holds NUL bytes, so it is not a table of text.</source>
   <translation>Die Datei enthält NUL-Bytes und ist deshalb keine Texttabelle.</translation>
  </message>
  <message>
   <source>The file holds the table and the tasks. It holds no network, no run, no history and no earlier step.</source>
   <translation>Die Datei enthält die Tabelle und die Aufgaben. Sie enthält kein Netz, keinen Lauf, keinen Verlauf und keinen früheren Schritt.</translation>
  </message>
  <message>
   <source>The file in {folder} would have been lost.</source>
   <translation>Die Datei in {folder} wäre verloren gegangen.</translation>
  </message>
  <message>
   <source>The file is not UTF-8; it was read as {encoding} (Western European). Choose another encoding if letters look wrong.</source>
   <translation>Die Datei ist nicht UTF-8; sie wurde als {encoding} (westeuropäisch) gelesen. Sehen Buchstaben falsch aus, eine andere Kodierung wählen.</translation>
  </message>
  <message>
   <source>The file is packed with {kind}, although its name does not say so, the file {member} in it was read; it was unpacked.</source>
   <translation>Die Datei ist mit {kind} gepackt, obwohl ihr Name es nicht sagt; die Datei {member} darin wurde entpackt und gelesen.</translation>
  </message>
  <message>
   <source>The file is packed with {kind}, although its name does not say so; it was unpacked.</source>
   <translation>Die Datei ist mit {kind} gepackt, obwohl ihr Name es nicht sagt; sie wurde entpackt.</translation>
  </message>
  <message>
   <source>The file is packed with {kind}, the file {member} in it was read; it was unpacked.</source>
   <translation>Die Datei ist mit {kind} gepackt; die Datei {member} darin wurde entpackt und gelesen.</translation>
  </message>
  <message>
   <source>The file is packed with {kind}; it was unpacked.</source>
   <translation>Die Datei ist mit {kind} gepackt; sie wurde entpackt.</translation>
  </message>
  <message>
   <source>The file is read again. Its runs stay in the list, but none goes on with rows that it was not trained on.</source>
   <translation>Die Datei wird noch einmal gelesen. Ihre Läufe bleiben in der Liste, aber keiner geht mit Zeilen weiter, auf denen er nicht trainiert wurde.</translation>
  </message>
  <message>
   <source>The file would not give the same predictions and was not saved.</source>
   <translation>Die Datei ergäbe nicht dieselben Vorhersagen und wurde nicht gespeichert.</translation>
  </message>
  <message>
   <source>The first lines of the file</source>
   <translation>Die ersten Zeilen der Datei</translation>
  </message>
  <message>
   <source>The first rows of the table</source>
   <translation>Die ersten Zeilen der Tabelle</translation>
  </message>
  <message>
   <source>The first stands near line {line:,}.</source>
   <translation>Das erste steht etwa in Zeile {line:,}.</translation>
  </message>
  <message>
   <source>The first value, the second where there is none.</source>
   <translation>Der erste Wert, der zweite, wo es keinen gibt.</translation>
  </message>
  <message>
   <source>The first {most} of {n:,} inputs are shown.</source>
   <translation>Gezeigt sind die ersten {most} von {n:,} Eingaben.</translation>
  </message>
  <message numerus="yes">
   <source>The first {n:,} lines are not part of the table and left out, last “{line}”.</source>
   <translation>
    <numerusform>Die erste Zeile gehört nicht zur Tabelle und wurde ausgelassen: „{line}“.</numerusform>
    <numerusform>Die ersten {n:,} Zeilen gehören nicht zur Tabelle und wurden ausgelassen, zuletzt „{line}“.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>The first {n:,} lines are not part of the table and left out.</source>
   <translation>
    <numerusform>Die erste Zeile gehört nicht zur Tabelle und wurde ausgelassen.</numerusform>
    <numerusform>Die ersten {n:,} Zeilen gehören nicht zur Tabelle und wurden ausgelassen.</numerusform>
   </translation>
  </message>
  <message>
   <source>The first {n:,} of {all:,} columns were read.</source>
   <translation>Die ersten {n:,} von {all:,} Spalten wurden gelesen.</translation>
  </message>
  <message>
   <source>The first {shown} of {whole} numbers.</source>
   <translation>Die ersten {shown} von {whole} Zahlen.</translation>
  </message>
  <message>
   <source>The flow that is exceeded 95 % of the time is 0.</source>
   <translation>Der Abfluss, der in 95 % der Zeit überschritten wird, ist 0.</translation>
  </message>
  <message>
   <source>The formula is too deeply nested.</source>
   <translation>Die Formel ist zu tief verschachtelt.</translation>
  </message>
  <message>
   <source>The formula {text!r} cannot be used.</source>
   <translation>Die Formel {text!r} ist nicht verwendbar.</translation>
  </message>
  <message>
   <source>The functions: {names}.</source>
   <translation>Die Funktionen: {names}.</translation>
  </message>
  <message>
   <source>The gap of {gap:,} rows leaves nothing to learn from.</source>
   <translation>Der Abstand von {gap:,} Zeilen lässt nichts zum Lernen übrig.</translation>
  </message>
  <message>
   <source>The gradient explodes</source>
   <translation>Der Gradient explodiert</translation>
  </message>
  <message>
   <source>The gradient vanishes on its way back</source>
   <translation>Der Gradient verschwindet auf dem Rückweg</translation>
  </message>
  <message>
   <source>The gradients appear with the first batch.</source>
   <translation>Die Gradienten erscheinen mit dem ersten Batch.</translation>
  </message>
  <message>
   <source>The grid has {n:,} settings, and {runs:,} are to be tried.</source>
   <translation>Das Gitter hat {n:,} Einstellungen, und {runs:,} sollen versucht werden.</translation>
  </message>
  <message>
   <source>The header would not hold the same numbers and was not saved.</source>
   <translation>Der Header enthielte nicht dieselben Zahlen und wurde nicht gespeichert.</translation>
  </message>
  <message>
   <source>The history of this run was not kept.</source>
   <translation>Der Verlauf dieses Laufs wurde nicht aufgehoben.</translation>
  </message>
  <message>
   <source>The history would not be read back with the same numbers and was not saved.</source>
   <translation>Der Verlauf würde nicht mit denselben Zahlen zurückgelesen und wurde nicht gespeichert.</translation>
  </message>
  <message>
   <source>The history would not be read back with the same numbers; nothing was saved.</source>
   <translation>Der Verlauf würde nicht mit denselben Zahlen zurückgelesen; nichts wurde gespeichert.</translation>
  </message>
  <message>
   <source>The importance is computed when training is paused.</source>
   <translation>Die Wichtigkeit wird berechnet, sobald das Training ruht.</translation>
  </message>
  <message>
   <source>The initial weights are kept.</source>
   <translation>Die Startgewichte bleiben.</translation>
  </message>
  <message>
   <source>The input that is varied</source>
   <translation>Die veränderte Eingabe</translation>
  </message>
  <message>
   <source>The input to the right</source>
   <translation>Die Eingabe nach rechts</translation>
  </message>
  <message>
   <source>The input upwards</source>
   <translation>Die Eingabe nach oben</translation>
  </message>
  <message>
   <source>The input {name} becomes infinite when it is scaled.</source>
   <translation>Die Eingabe {name} wird beim Skalieren unendlich.</translation>
  </message>
  <message>
   <source>The input {name} has values that are not finite numbers.</source>
   <translation>Die Eingabe {name} enthält Werte, die keine endlichen Zahlen sind.</translation>
  </message>
  <message>
   <source>The largest difference in its check rows is {share:.3g} of the target's scale.</source>
   <translation>Die größte Abweichung in den Prüfzeilen ist {share:.3g} der Größenordnung der Zielgröße.</translation>
  </message>
  <message>
   <source>The largest of several values.</source>
   <translation>Der größte von mehreren Werten.</translation>
  </message>
  <message>
   <source>The largest size the gradient may have.</source>
   <translation>Die größte erlaubte Größe des Gradienten.</translation>
  </message>
  <message>
   <source>The largest value of the last n rows, this one included.</source>
   <translation>Der größte Wert der letzten n Zeilen, diese eingeschlossen.</translation>
  </message>
  <message>
   <source>The last moment that is left out, too.</source>
   <translation>Der letzte Zeitpunkt, der ebenfalls wegfällt.</translation>
  </message>
  <message numerus="yes">
   <source>The last {n:,} epochs, after epoch {held:,}, are in no file yet.</source>
   <translation>
    <numerusform>Die letzte Epoche ({n:,}), nach Epoche {held:,}, steht noch in keiner Datei.</numerusform>
    <numerusform>Die letzten {n:,} Epochen, nach Epoche {held:,}, stehen noch in keiner Datei.</numerusform>
   </translation>
  </message>
  <message>
   <source>The layer that is shown</source>
   <translation>Die gezeigte Schicht</translation>
  </message>
  <message>
   <source>The learning rate drops after this many epochs, again and again.</source>
   <translation>Nach so vielen Epochen fällt die Lernrate, immer wieder.</translation>
  </message>
  <message>
   <source>The learning rate is probably too high: try {rate:.4g}. Scaled inputs help too.</source>
   <translation>Die Lernrate ist wahrscheinlich zu groß: {rate:.4g} versuchen. Auch skalierte Eingaben helfen.</translation>
  </message>
  <message>
   <source>The learning rate is probably too large</source>
   <translation>Die Lernrate ist wahrscheinlich zu groß</translation>
  </message>
  <message>
   <source>The learning rate is probably too small</source>
   <translation>Die Lernrate ist wahrscheinlich zu klein</translation>
  </message>
  <message>
   <source>The level cannot be {level!r}.</source>
   <translation>Das Niveau kann nicht {level!r} sein.</translation>
  </message>
  <message>
   <source>The level of the intervals around predictions</source>
   <translation>Das Niveau der Intervalle um Vorhersagen</translation>
  </message>
  <message>
   <source>The library starts.</source>
   <translation>Die Bibliothek startet.</translation>
  </message>
  <message>
   <source>The limit</source>
   <translation>Die Grenze</translation>
  </message>
  <message>
   <source>The line is too long.</source>
   <translation>Die Zeile ist zu lang.</translation>
  </message>
  <message>
   <source>The line of numpy</source>
   <translation>Die Zeile in numpy</translation>
  </message>
  <message>
   <source>The lines begin with the first epochs.</source>
   <translation>Die Linien beginnen mit den ersten Epochen.</translation>
  </message>
  <message>
   <source>The lines of the header are not known.</source>
   <translation>Die Angabe zu den Zeilen der Kopfzeile ist unbekannt.</translation>
  </message>
  <message>
   <source>The logarithm to base 10.</source>
   <translation>Der Logarithmus zur Basis 10.</translation>
  </message>
  <message>
   <source>The loss around the run, and the run's path.</source>
   <translation>Der Verlust um den Lauf herum und der Weg des Laufs.</translation>
  </message>
  <message>
   <source>The loss became infinite with a learning rate of {rate:g}: the steps jump over the valley.</source>
   <translation>Der Verlust wurde bei einer Lernrate von {rate:g} unendlich: Die Schritte springen über das Tal.</translation>
  </message>
  <message>
   <source>The loss did not fall at any learning rate. Look at the data's scaling and the loss.</source>
   <translation>Der Verlust fiel bei keiner Lernrate. Die Skalierung der Daten und den Verlust prüfen.</translation>
  </message>
  <message>
   <source>The loss falls fastest at {steepest:.1g} and is lowest at {lowest:.1g}. Suggested: {rate:.1g}.</source>
   <translation>Der Verlust fällt am schnellsten bei {steepest:.1g} und ist am kleinsten bei {lowest:.1g}. Vorschlag: {rate:.1g}.</translation>
  </message>
  <message>
   <source>The loss grew from {first:.4g} to {late:.4g} with a learning rate of {rate:g}: the steps jump over the valley.</source>
   <translation>Der Verlust wuchs bei einer Lernrate von {rate:g} von {first:.4g} auf {late:.4g}: Die Schritte springen über das Tal.</translation>
  </message>
  <message>
   <source>The loss is: {loss}.</source>
   <translation>Der Verlust ist: {loss}.</translation>
  </message>
  <message>
   <source>The loss jumped to {highest:.4g}, where always answering the average gives {baseline:.4g}, with a learning rate of {rate:g}: the steps jump over the valley.</source>
   <translation>Der Verlust sprang bei einer Lernrate von {rate:g} auf {highest:.4g}, wo der Mittelwert als Antwort {baseline:.4g} ergibt: Die Schritte springen über das Tal.</translation>
  </message>
  <message>
   <source>The loss of each epoch: on the training rows the mean while it was going on, on the validation rows after it. Smoothing is drawn over it.</source>
   <translation>Der Verlust jeder Epoche: auf den Trainingszeilen das Mittel, während sie lief, auf den Validierungszeilen danach. Die Glättung liegt darüber.</translation>
  </message>
  <message>
   <source>The loss: {loss}</source>
   <translation>Der Verlust: {loss}</translation>
  </message>
  <message>
   <source>The lowest 30 % of the true values are equal.</source>
   <translation>Die niedrigsten 30 % der wahren Werte sind gleich.</translation>
  </message>
  <message>
   <source>The lowest validation loss, or training loss without validation</source>
   <translation>Der kleinste Validierungsverlust, ohne Validierung der kleinste Trainingsverlust</translation>
  </message>
  <message>
   <source>The mean answer over training rows when one input takes each value; thin lines are single rows.</source>
   <translation>Die mittlere Antwort über die Trainingszeilen, wenn eine Eingabe jeden Wert annimmt; dünne Linien sind einzelne Zeilen.</translation>
  </message>
  <message>
   <source>The mean of the last n rows, this one included.</source>
   <translation>Der Mittelwert der letzten n Zeilen, diese eingeschlossen.</translation>
  </message>
  <message>
   <source>The mean of the true values is 0.</source>
   <translation>Der Mittelwert der wahren Werte ist 0.</translation>
  </message>
  <message>
   <source>The mean of this and all rows before, each weighing less by the factor (span - 1)/(span + 1).</source>
   <translation>Der Mittelwert dieser und aller Zeilen davor; jede wiegt um den Faktor (span - 1)/(span + 1) weniger.</translation>
  </message>
  <message>
   <source>The mean of what {n} networks say: of numbers before their unit is put back, of classes as probabilities. Scores, plots of predictions, What if, importance and exports use it; pictures of weights show the one network.</source>
   <translation>Der Mittelwert der Vorhersagen von {n} Netzen: bei Zahlen vor der Rückrechnung in ihre Einheit, bei Klassen als Wahrscheinlichkeiten. Werte, Diagramme der Vorhersagen, „Was wäre, wenn“, Wichtigkeit und Exporte verwenden ihn; Bilder der Gewichte zeigen das eine Netz.</translation>
  </message>
  <message>
   <source>The minutes were over before a network was finished.</source>
   <translation>Die Minuten waren um, bevor ein Netz fertig war.</translation>
  </message>
  <message>
   <source>The name of a column is expected after {name}=.</source>
   <translation>Nach {name}= wird der Name einer Spalte erwartet.</translation>
  </message>
  <message>
   <source>The name of the new column and = are expected.</source>
   <translation>Hier werden der Name der neuen Spalte und = erwartet.</translation>
  </message>
  <message>
   <source>The name {name} stands more than once in the header; the later ones got a number.</source>
   <translation>Der Name {name} steht mehrmals in der Kopfzeile; die späteren erhielten eine Nummer.</translation>
  </message>
  <message>
   <source>The names were joined from the lines {lines}, such as {name}.</source>
   <translation>Die Namen wurden aus den Zeilen {lines} zusammengefügt, zum Beispiel {name}.</translation>
  </message>
  <message>
   <source>The natural logarithm of 1 + x.</source>
   <translation>Der natürliche Logarithmus von 1 + x.</translation>
  </message>
  <message>
   <source>The natural logarithm.</source>
   <translation>Der natürliche Logarithmus.</translation>
  </message>
  <message>
   <source>The network</source>
   <translation>Das Netz</translation>
  </message>
  <message>
   <source>The network already has its initial weights.</source>
   <translation>Das Netz hat bereits seine Startgewichte.</translation>
  </message>
  <message>
   <source>The network as a Keras model, weights inside, to predict with or to train further; in 32 bit.</source>
   <translation>Das Netz als Keras-Modell mit den Gewichten darin, zum Vorhersagen oder Weitertrainieren; mit 32 Bit.</translation>
  </message>
  <message>
   <source>The network as a PyTorch module, weights inside, to predict with or to train further.</source>
   <translation>Das Netz als PyTorch-Modul mit den Gewichten darin, zum Vorhersagen oder Weitertrainieren.</translation>
  </message>
  <message>
   <source>The network as a scikit-learn MLP object, built from the weights inside.</source>
   <translation>Das Netz als MLP-Objekt von scikit-learn, aus den enthaltenen Gewichten gebaut.</translation>
  </message>
  <message>
   <source>The network could not be made. Other settings may help.</source>
   <translation>Das Netz konnte nicht angelegt werden. Andere Einstellungen können helfen.</translation>
  </message>
  <message>
   <source>The network has not been trained yet.</source>
   <translation>Das Netz wurde noch nicht trainiert.</translation>
  </message>
  <message>
   <source>The network is plain numpy; the window is Qt for Python and pyqtgraph. MIT licence.</source>
   <translation>Das Netz ist reines numpy; das Fenster ist Qt für Python und pyqtgraph. MIT-Lizenz.</translation>
  </message>
  <message>
   <source>The network is too large for one ONNX file.</source>
   <translation>Das Netz ist zu groß für eine ONNX-Datei.</translation>
  </message>
  <message>
   <source>The network is too large for the memory of this computer.</source>
   <translation>Das Netz ist zu groß für den Arbeitsspeicher dieses Rechners.</translation>
  </message>
  <message>
   <source>The network is too large for {optimizer}.</source>
   <translation>Das Netz ist zu groß für {optimizer}.</translation>
  </message>
  <message>
   <source>The network takes the column {name} as categories, and a derived column computes with it.</source>
   <translation>Das Netz nimmt die Spalte {name} als Kategorien, und eine abgeleitete Spalte rechnet mit ihr.</translation>
  </message>
  <message>
   <source>The network's answers for the rows of another file (Ctrl+P).</source>
   <translation>Die Antworten des Netzes für die Zeilen einer anderen Datei (Strg+P).</translation>
  </message>
  <message>
   <source>The networks are trained by processes of this computer.</source>
   <translation>Die Netze werden von Prozessen dieses Rechners trainiert.</translation>
  </message>
  <message>
   <source>The networks in it differ in shape.</source>
   <translation>Die Netze darin haben verschiedene Formen.</translation>
  </message>
  <message>
   <source>The networks of a search or a race differ in their settings.</source>
   <translation>Die Netze einer Suche oder eines Wettlaufs unterscheiden sich in ihren Einstellungen.</translation>
  </message>
  <message>
   <source>The networks of folds learn from other rows each and scale them differently.</source>
   <translation>Die Netze der Teile lernen je aus anderen Zeilen und skalieren sie verschieden.</translation>
  </message>
  <message>
   <source>The next batch</source>
   <translation>Der nächste Batch</translation>
  </message>
  <message>
   <source>The next batch is being worked out.</source>
   <translation>Der nächste Batch wird durchgerechnet.</translation>
  </message>
  <message>
   <source>The next cell holds the saved run itself, as text.</source>
   <translation>Die nächste Zelle enthält den gespeicherten Lauf selbst, als Text.</translation>
  </message>
  <message>
   <source>The next smaller whole number.</source>
   <translation>Die nächstkleinere ganze Zahl.</translation>
  </message>
  <message>
   <source>The norm of the gradient grew from {early:.3g} to {late:.3g}.</source>
   <translation>Die Norm des Gradienten wuchs von {early:.3g} auf {late:.3g}.</translation>
  </message>
  <message>
   <source>The notebook</source>
   <translation>Das Notebook</translation>
  </message>
  <message>
   <source>The notebook would not run and was not saved.</source>
   <translation>Das Notebook würde nicht laufen und wurde nicht gespeichert.</translation>
  </message>
  <message>
   <source>The number or text that stands in for an empty cell.</source>
   <translation>Die Zahl oder der Text anstelle einer leeren Zelle.</translation>
  </message>
  <message>
   <source>The number that must improve: a loss, or a metric of the validation rows. Whether it must fall or rise is known from the number.</source>
   <translation>Die Zahl, die sich verbessern muss: ein Verlust oder ein Gütemaß der Validierungszeilen. Ob sie fallen oder steigen muss, ist bekannt.</translation>
  </message>
  <message>
   <source>The number that training makes small.</source>
   <translation>Die Zahl, die das Training klein macht.</translation>
  </message>
  <message>
   <source>The number {number} is too large.</source>
   <translation>Die Zahl {number} ist zu groß.</translation>
  </message>
  <message>
   <source>The numbers of {name} seem to have decimal commas, and commas stand between its cells, too.</source>
   <translation>Die Zahlen in {name} scheinen Dezimalkommas zu haben, und Kommas stehen auch zwischen den Zellen.</translation>
  </message>
  <message>
   <source>The objects of {name} have more than {most:,} names.</source>
   <translation>Die Objekte von {name} haben mehr als {most:,} Namen.</translation>
  </message>
  <message>
   <source>The order of the inputs</source>
   <translation>Die Reihenfolge der Eingaben</translation>
  </message>
  <message>
   <source>The output that is shown</source>
   <translation>Die gezeigte Ausgabe</translation>
  </message>
  <message>
   <source>The page cannot carry the activation {activation}.</source>
   <translation>Die Seite kann die Aktivierung {activation} nicht enthalten.</translation>
  </message>
  <message>
   <source>The page would not hold the same numbers and was not saved.</source>
   <translation>Die Seite enthielte nicht dieselben Zahlen und wurde nicht gespeichert.</translation>
  </message>
  <message>
   <source>The pipeline has {n} classes, which does not fit its task {task}.</source>
   <translation>Die Aufbereitung hat {n} Klassen, was nicht zu ihrer Aufgabe {task} passt.</translation>
  </message>
  <message>
   <source>The pipeline names an input or a category twice.</source>
   <translation>Die Aufbereitung nennt eine Eingabe oder Kategorie zweimal.</translation>
  </message>
  <message>
   <source>The pipeline needs at least one input and one target.</source>
   <translation>Die Aufbereitung braucht mindestens eine Eingabe und eine Zielgröße.</translation>
  </message>
  <message>
   <source>The points appear with the first weights.</source>
   <translation>Die Punkte erscheinen mit den ersten Gewichten.</translation>
  </message>
  <message>
   <source>The prediction</source>
   <translation>Die Vorhersage</translation>
  </message>
  <message>
   <source>The processes of the study end again and again.</source>
   <translation>Die Prozesse der Studie enden immer wieder.</translation>
  </message>
  <message>
   <source>The profiles are drawn from the first weights on.</source>
   <translation>Die Profile werden ab den ersten Gewichten gezeichnet.</translation>
  </message>
  <message>
   <source>The program ended before your work was saved.</source>
   <translation>Das Programm endete, bevor die Arbeit gespeichert war.</translation>
  </message>
  <message>
   <source>The program file of an interpreter that is not listed.</source>
   <translation>Die Programmdatei eines Interpreters, der nicht in der Liste steht.</translation>
  </message>
  <message>
   <source>The project was not saved.</source>
   <translation>Das Projekt wurde nicht gespeichert.</translation>
  </message>
  <message>
   <source>The query is not run on {name}.</source>
   <translation>Die Abfrage wird auf {name} nicht ausgeführt.</translation>
  </message>
  <message>
   <source>The quotation mark {letter} is not closed.</source>
   <translation>Das Anführungszeichen {letter} wird nicht geschlossen.</translation>
  </message>
  <message>
   <source>The range of {name} cannot be {text!r}.</source>
   <translation>Der Bereich von {name} kann nicht {text!r} sein.</translation>
  </message>
  <message>
   <source>The range of {name} ends below its beginning.</source>
   <translation>Der Bereich von {name} endet unter seinem Anfang.</translation>
  </message>
  <message>
   <source>The range of {name} is logarithmic and cannot begin at {value:g}.</source>
   <translation>Der Bereich von {name} ist logarithmisch und kann nicht bei {value:g} beginnen.</translation>
  </message>
  <message>
   <source>The range {cells} of {name} has no cells.</source>
   <translation>Der Bereich {cells} von {name} enthält keine Zellen.</translation>
  </message>
  <message>
   <source>The record that begins in line {line:,} has more than {most:,} letters.</source>
   <translation>Der Datensatz, der in Zeile {line:,} beginnt, hat mehr als {most:,} Zeichen.</translation>
  </message>
  <message>
   <source>The record that begins in line {line:,} runs on over all lines that were looked at.</source>
   <translation>Der Datensatz, der in Zeile {line:,} beginnt, geht über alle angesehenen Zeilen.</translation>
  </message>
  <message>
   <source>The record that begins in line {line:,} runs on to the end of the file.</source>
   <translation>Der Datensatz, der in Zeile {line:,} beginnt, läuft bis zum Ende der Datei.</translation>
  </message>
  <message>
   <source>The regions appear with the first weights.</source>
   <translation>Die Entscheidungsgebiete erscheinen mit den ersten Gewichten.</translation>
  </message>
  <message>
   <source>The report would not be complete and was not saved.</source>
   <translation>Der Bericht wäre nicht vollständig und wurde nicht gespeichert.</translation>
  </message>
  <message>
   <source>The report would not say what it should and was not saved.</source>
   <translation>Der Bericht würde nicht sagen, was er soll, und wurde nicht gespeichert.</translation>
  </message>
  <message>
   <source>The row has no true value in {targets}.</source>
   <translation>Die Zeile hat keinen wahren Wert in {targets}.</translation>
  </message>
  <message>
   <source>The row has no value in {columns}.</source>
   <translation>Die Zeile hat keinen Wert in {columns}.</translation>
  </message>
  <message>
   <source>The row weights of the {subset} rows must be finite, not negative, and not all 0.</source>
   <translation>Die Zeilengewichte ({subset}) müssen endlich, nicht negativ und nicht alle 0 sein.</translation>
  </message>
  <message>
   <source>The row weights of {name} enter the loss; scores count every row once.</source>
   <translation>Die Zeilengewichte aus {name} gehen in den Verlust ein; die Bewertungen zählen jede Zeile einmal.</translation>
  </message>
  <message>
   <source>The row's number in the file. The arrow keys go to the next row of the subset.</source>
   <translation>Die Nummer der Zeile in der Datei. Die Pfeiltasten führen zur nächsten Zeile der Teilmenge.</translation>
  </message>
  <message>
   <source>The rows appear with the first weights.</source>
   <translation>Die Zeilen erscheinen mit den ersten Gewichten.</translation>
  </message>
  <message>
   <source>The rows are cut in file order into so many blocks of equal length; chance gives each block to a subset.</source>
   <translation>Die Zeilen werden in Dateireihenfolge in so viele gleich lange Blöcke geschnitten; der Zufall gibt jeden Block einer Teilmenge.</translation>
  </message>
  <message>
   <source>The rows are divided anew so many times.</source>
   <translation>So oft werden die Zeilen neu aufgeteilt.</translation>
  </message>
  <message>
   <source>The rows do not follow each other in even steps of time.</source>
   <translation>Die Zeilen folgen einander nicht in gleichen Zeitschritten.</translation>
  </message>
  <message>
   <source>The rows follow each other day by day ({name})</source>
   <translation>Die Zeilen folgen Tag auf Tag aufeinander ({name})</translation>
  </message>
  <message>
   <source>The rows follow each other hour by hour ({name})</source>
   <translation>Die Zeilen folgen Stunde auf Stunde aufeinander ({name})</translation>
  </message>
  <message>
   <source>The rows follow each other in time ({name})</source>
   <translation>Die Zeilen folgen einander in der Zeit ({name})</translation>
  </message>
  <message>
   <source>The rows follow each other in time ({name}) and neighbours are alike (correlation {r:.2f}). With a random split the scores will be better than for the time to come.</source>
   <translation>Die Zeilen folgen zeitlich aufeinander ({name}), und Nachbarn ähneln sich (Korrelation {r:.2f}). Bei zufälliger Aufteilung wird die Bewertung besser ausfallen als für die kommende Zeit.</translation>
  </message>
  <message>
   <source>The rows follow each other in time ({name}) and neighbours are alike (correlation {r}), so the latest are for the test: a random split would promise more than the time to come will keep.</source>
   <translation>Die Zeilen folgen zeitlich aufeinander ({name}) und Nachbarn ähneln sich (Korrelation {r}), daher dienen die spätesten dem Test: Eine zufällige Aufteilung verspräche mehr, als die kommende Zeit hält.</translation>
  </message>
  <message>
   <source>The rows follow each other in time ({name}). A random split tests on moments between the training rows, not on the time to come.</source>
   <translation>Die Zeilen folgen zeitlich aufeinander ({name}). Eine zufällige Aufteilung prüft Zeitpunkte zwischen den Trainingszeilen, nicht die kommende Zeit.</translation>
  </message>
  <message>
   <source>The rows follow each other week by week ({name})</source>
   <translation>Die Zeilen folgen Woche auf Woche aufeinander ({name})</translation>
  </message>
  <message>
   <source>The rows follow one another in time: train on the early ones, and test on the late ones.</source>
   <translation>Die Zeilen folgen zeitlich aufeinander: auf den frühen trainieren und auf den späten testen.</translation>
  </message>
  <message>
   <source>The rows go from late to early ({date}), so {name} would take later values.</source>
   <translation>Die Zeilen gehen von spät nach früh ({date}), daher nähme {name} spätere Werte.</translation>
  </message>
  <message>
   <source>The rows it is measured on</source>
   <translation>Die Zeilen, an denen gemessen wird</translation>
  </message>
  <message>
   <source>The rows of the batch</source>
   <translation>Die Zeilen des Batches</translation>
  </message>
  <message>
   <source>The rows of {name} do not have one width.</source>
   <translation>Die Zeilen von {name} sind nicht gleich breit.</translation>
  </message>
  <message>
   <source>The rows that are shown</source>
   <translation>Die gezeigten Zeilen</translation>
  </message>
  <message>
   <source>The run at epoch {epoch:,}</source>
   <translation>Der Lauf bei Epoche {epoch:,}</translation>
  </message>
  <message numerus="yes">
   <source>The run begins with the {n:,} weights of {name}.</source>
   <translation>
    <numerusform>Der Lauf beginnt mit dem {n:,} Gewicht aus {name}.</numerusform>
    <numerusform>Der Lauf beginnt mit den {n:,} Gewichten aus {name}.</numerusform>
   </translation>
  </message>
  <message>
   <source>The run ends when the gradient's norm is below.</source>
   <translation>Der Lauf endet, wenn die Norm des Gradienten darunter liegt.</translation>
  </message>
  <message>
   <source>The run ends when μ passes it.</source>
   <translation>Der Lauf endet, wenn μ sie überschreitet.</translation>
  </message>
  <message>
   <source>The run gets these settings and begins anew.</source>
   <translation>Der Lauf erhält diese Einstellungen und beginnt neu.</translation>
  </message>
  <message>
   <source>The run has not moved enough yet.</source>
   <translation>Der Lauf hat sich noch nicht weit genug bewegt.</translation>
  </message>
  <message>
   <source>The run is going on already.</source>
   <translation>Der Lauf ist schon im Gang.</translation>
  </message>
  <message>
   <source>The run stands at its best epoch.</source>
   <translation>Der Lauf steht auf seiner besten Epoche.</translation>
  </message>
  <message>
   <source>The run stands at its last epoch.</source>
   <translation>Der Lauf steht auf seiner letzten Epoche.</translation>
  </message>
  <message>
   <source>The run stands at its start.</source>
   <translation>Der Lauf steht am Anfang.</translation>
  </message>
  <message>
   <source>The run takes exactly this step (Ctrl+Return).</source>
   <translation>Der Lauf macht genau diesen Schritt (Strg+Eingabe).</translation>
  </message>
  <message>
   <source>The run the program grew from.</source>
   <translation>Der Lauf, aus dem das Programm entstanden ist.</translation>
  </message>
  <message>
   <source>The run took another step than the one shown.</source>
   <translation>Der Lauf hat einen anderen Schritt gemacht als den gezeigten.</translation>
  </message>
  <message>
   <source>The same colours mean the same numbers in all layers</source>
   <translation>Gleiche Farben bedeuten in allen Schichten gleiche Zahlen</translation>
  </message>
  <message>
   <source>The same in another file.</source>
   <translation>Dasselbe in einer anderen Datei.</translation>
  </message>
  <message>
   <source>The same perceptron on the logarithm of the target, without its largest value.</source>
   <translation>Dasselbe Perzeptron auf dem Logarithmus des Ziels, ohne dessen größten Wert.</translation>
  </message>
  <message>
   <source>The same report as pages for printing.</source>
   <translation>Derselbe Bericht als Seiten zum Drucken.</translation>
  </message>
  <message>
   <source>The same run again</source>
   <translation>Derselbe Lauf noch einmal</translation>
  </message>
  <message>
   <source>The same seed draws the same weights.</source>
   <translation>Derselbe Seed zieht dieselben Gewichte.</translation>
  </message>
  <message>
   <source>The same seed tries the same settings.</source>
   <translation>Derselbe Startwert versucht dieselben Einstellungen.</translation>
  </message>
  <message>
   <source>The same start, with several optimizers or other settings, in one picture.</source>
   <translation>Der gleiche Anfang mit mehreren Optimierern oder anderen Einstellungen, in einem Bild.</translation>
  </message>
  <message>
   <source>The samples are: {names}.</source>
   <translation>Die Beispiele sind: {names}.</translation>
  </message>
  <message>
   <source>The saved file then holds the table itself and opens on any machine.</source>
   <translation>Die gespeicherte Datei enthält dann die Tabelle selbst und lässt sich auf jedem Rechner öffnen.</translation>
  </message>
  <message>
   <source>The saved run does not fit this data and network.</source>
   <translation>Der gespeicherte Lauf passt nicht zu diesen Daten und diesem Netz.</translation>
  </message>
  <message>
   <source>The saved run was trained for other targets or classes.</source>
   <translation>Der gespeicherte Lauf wurde für andere Zielgrößen oder Klassen trainiert.</translation>
  </message>
  <message>
   <source>The saved state of the run</source>
   <translation>Der gespeicherte Zustand des Laufs</translation>
  </message>
  <message>
   <source>The saved state of the run is damaged.</source>
   <translation>Der gespeicherte Zustand des Laufs ist beschädigt.</translation>
  </message>
  <message>
   <source>The score of the validation rows that decides which settings are better.</source>
   <translation>Die Bewertung der Validierungszeilen, die entscheidet, welche Einstellungen besser sind.</translation>
  </message>
  <message>
   <source>The scores appear with the first epoch.</source>
   <translation>Die Bewertung erscheint mit der ersten Epoche.</translation>
  </message>
  <message>
   <source>The scores of this many rows appear when training stops.</source>
   <translation>Die Bewertung so vieler Zeilen erscheint, sobald das Training anhält.</translation>
  </message>
  <message>
   <source>The script could not be run and was not saved.</source>
   <translation>Das Skript ließ sich nicht ausführen und wurde nicht gespeichert.</translation>
  </message>
  <message>
   <source>The script could not be written.</source>
   <translation>Das Skript konnte nicht geschrieben werden.</translation>
  </message>
  <message>
   <source>The script did not pass its own test and was not saved.</source>
   <translation>Das Skript hat seine eigene Prüfung nicht bestanden und wurde nicht gespeichert.</translation>
  </message>
  <message>
   <source>The script ended after epoch {n:,} of {total:,}.</source>
   <translation>Das Skript endete nach Epoche {n:,} von {total:,}.</translation>
  </message>
  <message>
   <source>The script ended with an error after epoch {n:,}: {error}</source>
   <translation>Das Skript endete nach Epoche {n:,} mit einem Fehler: {error}</translation>
  </message>
  <message>
   <source>The script has no network in it and was not saved.</source>
   <translation>Das Skript enthält kein Netz und wurde nicht gespeichert.</translation>
  </message>
  <message>
   <source>The script needs Python {needed} or newer.</source>
   <translation>Das Skript braucht Python {needed} oder neuer.</translation>
  </message>
  <message>
   <source>The script of the export runs in the Python that you choose: the same start weights, batches, optimizer and epochs. Its losses are laid over these in the loss plot. The run stays as it is.</source>
   <translation>Das Skript des Exports läuft in dem Python, das Sie wählen: dieselben Startgewichte, Batches, derselbe Optimierer und dieselben Epochen. Seine Verluste werden im Diagramm des Verlusts über diese gelegt. Der Lauf bleibt, wie er ist.</translation>
  </message>
  <message>
   <source>The script was ended from outside after epoch {n:,} of {total:,}.</source>
   <translation>Das Skript wurde nach Epoche {n:,} von {total:,} von außen beendet.</translation>
  </message>
  <message>
   <source>The script would not encode rows in the same way and was not saved.</source>
   <translation>Das Skript würde Zeilen nicht gleich kodieren und wurde nicht gespeichert.</translation>
  </message>
  <message>
   <source>The script would not give the same intervals and was not saved.</source>
   <translation>Das Skript würde nicht dieselben Intervalle geben und wurde nicht gespeichert.</translation>
  </message>
  <message>
   <source>The script would not hold the same networks and was not saved.</source>
   <translation>Das Skript enthielte nicht dieselben Netze und wurde nicht gespeichert.</translation>
  </message>
  <message>
   <source>The script would not hold the same weights and was not saved.</source>
   <translation>Das Skript enthielte nicht dieselben Gewichte und wurde nicht gespeichert.</translation>
  </message>
  <message>
   <source>The search has no end.</source>
   <translation>Die Suche hat kein Ende.</translation>
  </message>
  <message>
   <source>The search was stopped and can go on.</source>
   <translation>Die Suche wurde angehalten und kann weitergehen.</translation>
  </message>
  <message>
   <source>The second argument of {function} must be a number greater than 1 and at most {most:,}.</source>
   <translation>Das zweite Argument von {function} muss eine Zahl größer als 1 und höchstens {most:,} sein.</translation>
  </message>
  <message>
   <source>The second argument of {function} must be a whole number from 1 to {most:,}.</source>
   <translation>Das zweite Argument von {function} muss eine ganze Zahl von 1 bis {most:,} sein.</translation>
  </message>
  <message>
   <source>The second value where the first is not 0, else the third.</source>
   <translation>Der zweite Wert, wo der erste nicht 0 ist, sonst der dritte.</translation>
  </message>
  <message>
   <source>The seed decides much</source>
   <translation>Der Seed entscheidet viel</translation>
  </message>
  <message>
   <source>The settings cannot be kept: {path} is not writable. Allow writing there, or they last until the program ends.</source>
   <translation>Die Einstellungen lassen sich nicht aufbewahren: {path} ist nicht beschreibbar. Dort Schreiben erlauben, sonst gelten sie nur bis zum Ende des Programms.</translation>
  </message>
  <message>
   <source>The share of new rows whose true value shall lie within the interval, or whose class within the set, that the validation rows give; 0: none.</source>
   <translation>Der Anteil neuer Zeilen, deren wahrer Wert im Intervall oder deren Klasse in der Menge liegen soll, die die Validierungszeilen ergeben; 0: keine.</translation>
  </message>
  <message>
   <source>The share of rows whose true class is in the set</source>
   <translation>Der Anteil der Zeilen, deren wahre Klasse in der Menge liegt</translation>
  </message>
  <message>
   <source>The share of true values that the interval holds</source>
   <translation>Der Anteil wahrer Werte, den das Intervall enthält</translation>
  </message>
  <message>
   <source>The shares of training, validation and test add up to {total:g}, not to 1.</source>
   <translation>Die Anteile von Training, Validierung und Test ergeben zusammen {total:g}, nicht 1.</translation>
  </message>
  <message>
   <source>The sheet or the table of the file that is read.</source>
   <translation>Das Blatt oder die Tabelle der Datei, die gelesen wird.</translation>
  </message>
  <message>
   <source>The sheet {sheet} of {name} is empty.</source>
   <translation>Das Blatt {sheet} von {name} ist leer.</translation>
  </message>
  <message>
   <source>The sheet {sheet} was read; there are also {names}.</source>
   <translation>Gelesen wurde das Blatt {sheet}; es gibt auch {names}.</translation>
  </message>
  <message>
   <source>The sign before the fraction.</source>
   <translation>Das Zeichen vor den Nachkommastellen.</translation>
  </message>
  <message>
   <source>The sign {sign} was left out: {word} became {number:g}.</source>
   <translation>Das Zeichen {sign} wurde weggelassen: Aus {word} wurde {number:g}.</translation>
  </message>
  <message>
   <source>The sine of an angle in radians.</source>
   <translation>Der Sinus eines Winkels im Bogenmaß.</translation>
  </message>
  <message>
   <source>The size of the steps. Too high: the loss jumps or explodes. Too low: it hardly falls.</source>
   <translation>Die Größe der Schritte. Zu groß: Der Verlust springt oder explodiert. Zu klein: Er fällt kaum.</translation>
  </message>
  <message>
   <source>The slope of the last batch's loss along every weight, penalties included.</source>
   <translation>Die Steigung des Verlusts des letzten Batches entlang jedes Gewichts, mit Straftermen.</translation>
  </message>
  <message numerus="yes">
   <source>The smallest class has {n:,} rows, which cannot be in each of {folds} folds.</source>
   <translation>
    <numerusform>Die kleinste Klasse hat {n:,} Zeile, die nicht in jedem von {folds} Teilen sein kann.</numerusform>
    <numerusform>Die kleinste Klasse hat {n:,} Zeilen, die nicht in jedem von {folds} Teilen sein können.</numerusform>
   </translation>
  </message>
  <message>
   <source>The smallest of several values.</source>
   <translation>Der kleinste von mehreren Werten.</translation>
  </message>
  <message>
   <source>The smallest value of the last n rows, this one included.</source>
   <translation>Der kleinste Wert der letzten n Zeilen, diese eingeschlossen.</translation>
  </message>
  <message>
   <source>The source {name} of derived columns is of an unknown kind.</source>
   <translation>Die Quelle {name} abgeleiteter Spalten ist von unbekannter Art.</translation>
  </message>
  <message>
   <source>The square root.</source>
   <translation>Die Quadratwurzel.</translation>
  </message>
  <message>
   <source>The states that fit into {size:,.0f} MB begin at epoch {epoch:,}.</source>
   <translation>Die Zustände, die in {size:,.0f} MB passen, beginnen bei Epoche {epoch:,}.</translation>
  </message>
  <message>
   <source>The strip begins with the first epochs.</source>
   <translation>Der Streifen beginnt mit den ersten Epochen.</translation>
  </message>
  <message numerus="yes">
   <source>The study has {n:,} networks.</source>
   <translation>
    <numerusform>Die Studie hat {n:,} Netz.</numerusform>
    <numerusform>Die Studie hat {n:,} Netze.</numerusform>
   </translation>
  </message>
  <message>
   <source>The study is paused: what is finished is kept.</source>
   <translation>Die Studie ist angehalten: Was fertig ist, bleibt erhalten.</translation>
  </message>
  <message>
   <source>The subset of each row. Click to order by it.</source>
   <translation>Die Teilmenge jeder Zeile. Anklicken, um danach zu ordnen.</translation>
  </message>
  <message>
   <source>The sum of the last n rows, this one included.</source>
   <translation>Die Summe der letzten n Zeilen, diese eingeschlossen.</translation>
  </message>
  <message>
   <source>The surface was not drawn to its end.</source>
   <translation>Die Fläche wurde nicht zu Ende gezeichnet.</translation>
  </message>
  <message>
   <source>The table</source>
   <translation>Die Tabelle</translation>
  </message>
  <message>
   <source>The table has a column {name} already.</source>
   <translation>Die Tabelle hat schon eine Spalte {name}.</translation>
  </message>
  <message>
   <source>The table has no file of its own, so the project holds it.</source>
   <translation>Die Tabelle hat keine eigene Datei, deshalb liegt sie im Projekt.</translation>
  </message>
  <message>
   <source>The table was not at hand when this report was written, so there are no plots of it.</source>
   <translation>Die Tabelle lag beim Schreiben dieses Berichts nicht vor; deshalb fehlen ihre Diagramme.</translation>
  </message>
  <message>
   <source>The table with the network's answer beside each row.</source>
   <translation>Die Tabelle mit der Antwort des Netzes neben jeder Zeile.</translation>
  </message>
  <message>
   <source>The table with what each row was given by networks that never saw it, as CSV.</source>
   <translation>Die Tabelle mit dem, was Netze über jede Zeile sagen, die sie nie gesehen haben, als CSV.</translation>
  </message>
  <message>
   <source>The table {table} was read; there are also {names}.</source>
   <translation>Gelesen wurde die Tabelle {table}; es gibt auch {names}.</translation>
  </message>
  <message>
   <source>The target has only one class.</source>
   <translation>Die Zielgröße hat nur eine Klasse.</translation>
  </message>
  <message numerus="yes">
   <source>The target has {n} classes, so {n} numbers of at least 0 are needed.</source>
   <translation>
    <numerusform>Die Zielgröße hat {n} Klasse, also ist {n} Zahl ab 0 nötig.</numerusform>
    <numerusform>Die Zielgröße hat {n} Klassen, also sind {n} Zahlen ab 0 nötig.</numerusform>
   </translation>
  </message>
  <message>
   <source>The target is the column to predict.</source>
   <translation>Die Zielgröße ist die Spalte, die vorhergesagt werden soll.</translation>
  </message>
  <message>
   <source>The target that is shown</source>
   <translation>Die gezeigte Zielgröße</translation>
  </message>
  <message>
   <source>The target {name} has no value in any row.</source>
   <translation>Die Zielgröße {name} hat in keiner Zeile einen Wert.</translation>
  </message>
  <message>
   <source>The target {name} has the same value in every used row.</source>
   <translation>Die Zielgröße {name} hat in jeder verwendeten Zeile denselben Wert.</translation>
  </message>
  <message>
   <source>The target {name} has values that are not finite numbers.</source>
   <translation>Die Zielgröße {name} enthält Werte, die keine endlichen Zahlen sind.</translation>
  </message>
  <message>
   <source>The target {name} has {n:,} different values in {rows:,} rows: too many to be classes.</source>
   <translation>Die Zielgröße {name} hat {n:,} verschiedene Werte in {rows:,} Zeilen: zu viele für Klassen.</translation>
  </message>
  <message>
   <source>The target {name} has {n:,} different values, not two.</source>
   <translation>Die Zielgröße {name} hat {n:,} verschiedene Werte, nicht zwei.</translation>
  </message>
  <message>
   <source>The target {name} holds text, so its numbers cannot be predicted.</source>
   <translation>Die Zielgröße {name} enthält Text; Zahlen lassen sich für sie nicht vorhersagen.</translation>
  </message>
  <message>
   <source>The target's task is: {task}.</source>
   <translation>Die Aufgabe der Zielgröße ist: {task}.</translation>
  </message>
  <message>
   <source>The temporary file with earlier weights of this run cannot be read again.</source>
   <translation>Die Zwischendatei mit früheren Gewichten dieses Laufs lässt sich nicht mehr lesen.</translation>
  </message>
  <message>
   <source>The test begins before the validation.</source>
   <translation>Der Test beginnt vor der Validierung.</translation>
  </message>
  <message>
   <source>The test subset is empty: no score comes from rows that had no part in training or stopping.</source>
   <translation>Die Teilmenge Test ist leer: Kein Gütemaß stammt aus Zeilen, die weder am Training noch am Anhalten beteiligt waren.</translation>
  </message>
  <message>
   <source>The text</source>
   <translation>Der Text</translation>
  </message>
  <message>
   <source>The time line begins at epoch {epoch:,}: the weights before are in no older file, or did not fit into its memory.</source>
   <translation>Die Zeitleiste beginnt bei Epoche {epoch:,}: Frühere Gewichte fehlen in älteren Dateien oder passten nicht in ihren Speicher.</translation>
  </message>
  <message>
   <source>The trained network and its history in one file, to predict with later.</source>
   <translation>Das trainierte Netz und sein Verlauf in einer Datei, um später damit vorherzusagen.</translation>
  </message>
  <message>
   <source>The training curve is the mean loss during each epoch.</source>
   <translation>Die Trainingskurve ist der mittlere Verlust während jeder Epoche.</translation>
  </message>
  <message>
   <source>The training curve is the mean loss during each epoch: {during} in epoch {epoch:,}. After it, the loss of all training rows is {after}.</source>
   <translation>Die Trainingskurve ist der mittlere Verlust während jeder Epoche: {during} in Epoche {epoch:,}. Danach ist der Verlust aller Trainingszeilen {after}.</translation>
  </message>
  <message>
   <source>The training rows are the earliest, the test rows the latest.</source>
   <translation>Die Trainingszeilen sind die frühesten, die Testzeilen die spätesten.</translation>
  </message>
  <message>
   <source>The training rows have only one class.</source>
   <translation>Die Trainingszeilen haben nur eine Klasse.</translation>
  </message>
  <message>
   <source>The transformation of {name} is not defined for all of its numbers.</source>
   <translation>Die Transformation von {name} ist nicht für alle Zahlen der Spalte definiert.</translation>
  </message>
  <message>
   <source>The true values as a grey line, the predictions over it in the colour of their subset, along a date or in the order of the file. Zoom: the other plots of time follow.</source>
   <translation>Die wahren Werte als graue Linie, darüber die Vorhersagen in der Farbe ihrer Teilmenge, entlang eines Datums oder in der Reihenfolge der Datei. Beim Vergrößern folgen die anderen Zeitdiagramme.</translation>
  </message>
  <message>
   <source>The tutorial has one more line, commented out: the logarithm of the target, without row {row} ({index} when counted from 0).</source>
   <translation>Das Tutorial hat eine weitere, auskommentierte Zeile: der Logarithmus des Ziels, ohne Zeile {row} (von 0 an gezählt {index}).</translation>
  </message>
  <message>
   <source>The tutorial needs a column {name!r}, which {table} has not.</source>
   <translation>Das Tutorial braucht eine Spalte {name!r}, die {table} nicht hat.</translation>
  </message>
  <message>
   <source>The two weights are the same.</source>
   <translation>Die zwei Gewichte sind dasselbe.</translation>
  </message>
  <message>
   <source>The unit {unit} was left out: {word} became {number:g}.</source>
   <translation>Die Einheit {unit} wurde weggelassen: Aus {word} wurde {number:g}.</translation>
  </message>
  <message>
   <source>The units of a layer are all the same</source>
   <translation>Die Neuronen einer Schicht sind alle gleich</translation>
  </message>
  <message>
   <source>The units of the network, blue for negative and orange for positive activations</source>
   <translation>Die Einheiten des Netzes, blau bei negativer und orange bei positiver Aktivierung</translation>
  </message>
  <message>
   <source>The validation subset is empty: nothing shows overfitting, no best epoch is kept, and early stopping that watches validation rows is off, so training ends at the last epoch.</source>
   <translation>Die Teilmenge Validierung ist leer: Nichts zeigt eine Überanpassung, keine beste Epoche wird behalten, und frühes Stoppen, das Validierungszeilen überwacht, ist aus; das Training endet mit der letzten Epoche.</translation>
  </message>
  <message>
   <source>The value less that of so many rows earlier; of the row before without a number.</source>
   <translation>Der Wert minus den von so vielen Zeilen früher; ohne Zahl den der Zeile davor.</translation>
  </message>
  <message>
   <source>The value of {name} to be reached</source>
   <translation>Der Wert von {name}, der erreicht werden soll</translation>
  </message>
  <message>
   <source>The value so many rows earlier.</source>
   <translation>Der Wert so viele Zeilen früher.</translation>
  </message>
  <message>
   <source>The value so many rows later; only a target may be made of it.</source>
   <translation>Der Wert so viele Zeilen später; nur ein Ziel darf daraus gebildet werden.</translation>
  </message>
  <message>
   <source>The value without its sign.</source>
   <translation>Der Wert ohne sein Vorzeichen.</translation>
  </message>
  <message>
   <source>The values of the input {name} are too large to compute with.</source>
   <translation>Die Werte der Eingabe {name} sind zu groß zum Rechnen.</translation>
  </message>
  <message>
   <source>The values of the target {name} are too large to compute with.</source>
   <translation>Die Werte der Zielgröße {name} sind zu groß zum Rechnen.</translation>
  </message>
  <message>
   <source>The values of the {last} rows before: {names}.</source>
   <translation>Die Werte der {last} Zeilen davor: {names}.</translation>
  </message>
  <message>
   <source>The verdict follows when training is paused.</source>
   <translation>Das Urteil folgt, sobald das Training ruht.</translation>
  </message>
  <message>
   <source>The weights after the last epoch</source>
   <translation>Die Gewichte nach der letzten Epoche</translation>
  </message>
  <message>
   <source>The weights in {where} are of another shape.</source>
   <translation>Die Gewichte in {where} haben eine andere Form.</translation>
  </message>
  <message>
   <source>The weights into a unit may not be longer than the limit.</source>
   <translation>Die Gewichte in ein Neuron dürfen nicht länger sein als die Grenze.</translation>
  </message>
  <message>
   <source>The weights of epoch {epoch:,} are kept.</source>
   <translation>Die Gewichte von Epoche {epoch:,} bleiben.</translation>
  </message>
  <message>
   <source>The weights of the epoch with the best monitored value</source>
   <translation>Die Gewichte der Epoche mit dem besten überwachten Wert</translation>
  </message>
  <message>
   <source>The weights of {name} are not kept: it can be compared by its scores.</source>
   <translation>Die Gewichte von {name} sind nicht aufbewahrt: Vergleichen lässt er sich an seinen Werten.</translation>
  </message>
  <message>
   <source>The weights take a step against the slope.</source>
   <translation>Die Gewichte machen einen Schritt gegen die Steigung.</translation>
  </message>
  <message>
   <source>The whole network as live formulas: type other inputs and see the answer. For small networks.</source>
   <translation>Das ganze Netz als lebende Formeln: andere Eingaben eintippen und die Antwort sehen. Für kleine Netze.</translation>
  </message>
  <message>
   <source>The window</source>
   <translation>Das Fenster</translation>
  </message>
  <message>
   <source>The window is closed.</source>
   <translation>Das Fenster wird geschlossen.</translation>
  </message>
  <message>
   <source>The winner's {score} in the search was chosen as the best of many and is too good; that of the test rows, which the search never saw, is honest.</source>
   <translation>Der Wert des Siegers in der Suche ({score}) wurde als der beste von vielen gewählt und ist zu gut; der auf den Testzeilen, die die Suche nie sah, ist ehrlich.</translation>
  </message>
  <message>
   <source>The winner's {score} was chosen as the best of many and is too good.</source>
   <translation>Der Wert des Siegers ({score}) wurde als der beste von vielen gewählt und ist zu gut.</translation>
  </message>
  <message>
   <source>The work was not saved, because its file would be too large.</source>
   <translation>Die Arbeit wurde nicht gespeichert, denn ihre Datei wäre zu groß.</translation>
  </message>
  <message>
   <source>The worker {worker} has {name} {theirs}, and this program has {own}.</source>
   <translation>Der Arbeiter {worker} hat {name} {theirs}, und dieses Programm hat {own}.</translation>
  </message>
  <message>
   <source>The workers of the cluster cannot use mlp_gui.</source>
   <translation>Die Arbeiter des Clusters können mlp_gui nicht verwenden.</translation>
  </message>
  <message>
   <source>The {limit:g} s of training are over.</source>
   <translation>Die {limit:g} s Training sind vorbei.</translation>
  </message>
  <message>
   <source>The {measure} of the two runs cannot be compared on {rows}.</source>
   <translation>{measure} der beiden Läufe lässt sich nicht vergleichen: {rows}.</translation>
  </message>
  <message>
   <source>The {measure} of {better} is {share} lower than that of {worse} ({low} to {high}) on the same {rows}. Other rows would turn the order with a chance of {chance}.</source>
   <translation>{better}: {measure} um {share} kleiner als bei {worse} ({low} bis {high}); dieselben {rows}. Andere Zeilen würden die Reihenfolge mit einer Wahrscheinlichkeit von {chance} umkehren.</translation>
  </message>
  <message numerus="yes">
   <source>The {n:,} epochs trained so far are in no file yet.</source>
   <translation>
    <numerusform>Die bisher trainierte Epoche ({n:,}) steht noch in keiner Datei.</numerusform>
    <numerusform>Die {n:,} bisher trainierten Epochen stehen noch in keiner Datei.</numerusform>
   </translation>
  </message>
  <message>
   <source>The {n:,} of {total:,} predictions that changed most</source>
   <translation>Die {n:,} von {total:,} Vorhersagen, die sich am stärksten geändert haben</translation>
  </message>
  <message>
   <source>The {subset} loss of {n} networks that differ in their random start: each, their median and their range.</source>
   <translation>Verlust von {n} Netzen mit verschiedenen Startwerten ({subset}): jedes einzeln, ihr Median und ihre Spannweite.</translation>
  </message>
  <message>
   <source>The {subset} rows do not fit together: inputs {inputs}, targets {targets}.</source>
   <translation>Die Zeilen ({subset}) passen nicht zusammen: Eingaben {inputs}, Zielgrößen {targets}.</translation>
  </message>
  <message>
   <source>The {subset} rows have other columns than the training rows: {inputs:,} inputs, {targets:,} targets.</source>
   <translation>Die Zeilen ({subset}) haben andere Spalten als die Trainingszeilen: Eingaben: {inputs:,}, Zielgrößen: {targets:,}.</translation>
  </message>
  <message>
   <source>Theme</source>
   <translation>Farbschema</translation>
  </message>
  <message>
   <source>Theme, text size, colours, cores, side copies.</source>
   <translation>Farbschema, Schriftgröße, Farben, Prozessorkerne, Sicherungskopien.</translation>
  </message>
  <message>
   <source>There are more than {n:,} derived columns.</source>
   <translation>Es sind mehr als {n:,} abgeleitete Spalten.</translation>
  </message>
  <message>
   <source>There are no best weights: nothing has been monitored yet</source>
   <translation>Es gibt keine besten Gewichte: Noch wurde nichts überwacht</translation>
  </message>
  <message>
   <source>There are no folds to repeat.</source>
   <translation>Es gibt keine Teile zu wiederholen.</translation>
  </message>
  <message>
   <source>There are no inputs.</source>
   <translation>Es gibt keine Eingaben.</translation>
  </message>
  <message>
   <source>There are no networks of folds to predict with.</source>
   <translation>Es gibt keine Netze von Teilen, mit denen vorhergesagt werden könnte.</translation>
  </message>
  <message>
   <source>There are no numbers of rows.</source>
   <translation>Es sind keine Zeilenzahlen angegeben.</translation>
  </message>
  <message>
   <source>There are no predictions of rows out of their fold.</source>
   <translation>Es gibt keine kreuzvalidierten Vorhersagen.</translation>
  </message>
  <message>
   <source>There are no rows to compare runs by.</source>
   <translation>Es gibt keine Zeilen, an denen Läufe verglichen werden könnten.</translation>
  </message>
  <message>
   <source>There are no texts in formulas, only numbers and columns.</source>
   <translation>In Formeln gibt es keine Texte, nur Zahlen und Spalten.</translation>
  </message>
  <message>
   <source>There are no training rows.</source>
   <translation>Es gibt keine Trainingszeilen.</translation>
  </message>
  <message>
   <source>There are no validation rows by which settings could be compared.</source>
   <translation>Es gibt keine Validierungszeilen, nach denen Einstellungen verglichen werden könnten.</translation>
  </message>
  <message>
   <source>There are {n} targets.</source>
   <translation>Es gibt {n} Zielgrößen.</translation>
  </message>
  <message>
   <source>There are {n}: {names}.</source>
   <translation>Es sind {n}: {names}.</translation>
  </message>
  <message>
   <source>There is no average: train several networks first.</source>
   <translation>Es gibt kein Mittel: Trainieren Sie zuerst mehrere Netze.</translation>
  </message>
  <message>
   <source>There is no column left as input.</source>
   <translation>Keine Spalte bleibt als Eingabe übrig.</translation>
  </message>
  <message>
   <source>There is no column {name!r} in {table}.</source>
   <translation>In {table} gibt es keine Spalte {name!r}.</translation>
  </message>
  <message>
   <source>There is no file {path}.</source>
   <translation>Die Datei {path} gibt es nicht.</translation>
  </message>
  <message>
   <source>There is no function {name}.</source>
   <translation>Es gibt keine Funktion {name}.</translation>
  </message>
  <message>
   <source>There is no history yet.</source>
   <translation>Es gibt noch keinen Verlauf.</translation>
  </message>
  <message>
   <source>There is no lesson named {name!r}.</source>
   <translation>Es gibt keine Lektion mit dem Namen {name!r}.</translation>
  </message>
  <message>
   <source>There is no network yet.</source>
   <translation>Noch gibt es kein Netz.</translation>
  </message>
  <message>
   <source>There is no preset named {name!r}.</source>
   <translation>Es gibt keine Voreinstellung mit dem Namen {name!r}.</translation>
  </message>
  <message>
   <source>There is no row {row:,} to leave out.</source>
   <translation>Es gibt keine Zeile {row:,}, die wegfallen könnte.</translation>
  </message>
  <message>
   <source>There is no sample named {name!r}.</source>
   <translation>Es gibt kein Beispiel mit dem Namen {name!r}.</translation>
  </message>
  <message>
   <source>There is no setting {path}.</source>
   <translation>Eine Einstellung {path} gibt es nicht.</translation>
  </message>
  <message>
   <source>There is no such row: the subset {name} has {count:,}.</source>
   <translation>Diese Zeile gibt es nicht: Die Teilmenge {name} hat {count:,}.</translation>
  </message>
  <message>
   <source>There is no table to predict.</source>
   <translation>Es gibt keine Tabelle zum Vorhersagen.</translation>
  </message>
  <message>
   <source>There is no table to train on.</source>
   <translation>Es gibt keine Tabelle zum Trainieren.</translation>
  </message>
  <message>
   <source>There is no target.</source>
   <translation>Es gibt keine Zielgröße.</translation>
  </message>
  <message>
   <source>There is no trained network yet.</source>
   <translation>Es gibt noch kein trainiertes Netz.</translation>
  </message>
  <message>
   <source>There is no {family} named {name!r}.</source>
   <translation>In der Liste „{family}“ gibt es {name!r} nicht.</translation>
  </message>
  <message>
   <source>There is not enough memory for this.</source>
   <translation>Dafür reicht der Arbeitsspeicher nicht.</translation>
  </message>
  <message>
   <source>There is nothing to make again.</source>
   <translation>Es gibt nichts zu wiederholen.</translation>
  </message>
  <message>
   <source>There is nothing to save yet.</source>
   <translation>Es gibt noch nichts zu speichern.</translation>
  </message>
  <message>
   <source>There is nothing to show yet.</source>
   <translation>Noch ist nichts zu zeigen.</translation>
  </message>
  <message>
   <source>There is nothing to take back.</source>
   <translation>Es gibt nichts zurückzunehmen.</translation>
  </message>
  <message>
   <source>There is nothing to train on yet.</source>
   <translation>Noch gibt es nichts zu trainieren.</translation>
  </message>
  <message>
   <source>There is nothing to try yet.</source>
   <translation>Es gibt noch nichts auszuprobieren.</translation>
  </message>
  <message>
   <source>There is only one run.</source>
   <translation>Es gibt nur einen Lauf.</translation>
  </message>
  <message>
   <source>These are too many cells to copy: select at most {n:,}.</source>
   <translation>Das sind zu viele Zellen zum Kopieren: höchstens {n:,} markieren.</translation>
  </message>
  <message>
   <source>These reach from {low:.4g} to {high:.4g}.</source>
   <translation>Diese reichen von {low:.4g} bis {high:.4g}.</translation>
  </message>
  <message>
   <source>They are {train:g}, {validation:g} and {test:g}.</source>
   <translation>Sie sind {train:g}, {validation:g} und {test:g}.</translation>
  </message>
  <message>
   <source>They are {words!r}.</source>
   <translation>Sie lautet {words!r}.</translation>
  </message>
  <message>
   <source>They differ in their random start.</source>
   <translation>Sie unterscheiden sich in ihrem zufälligen Start.</translation>
  </message>
  <message>
   <source>They differ: the loss may have a kink here (ReLU, MAE), or a number is not finite.</source>
   <translation>Sie weichen ab: Vielleicht hat der Verlust hier einen Knick (ReLU, MAE), oder eine Zahl ist nicht endlich.</translation>
  </message>
  <message>
   <source>They reach {value:.3g} in the {subset} subset.</source>
   <translation>Sie erreichen {value:.3g} in der Teilmenge {subset}.</translation>
  </message>
  <message>
   <source>They would be some {numbers:,}; {most:,} are shown at most.</source>
   <translation>Es wären etwa {numbers:,}; gezeigt werden höchstens {most:,}.</translation>
  </message>
  <message>
   <source>This batch has too many numbers to look at.</source>
   <translation>Dieser Batch hat zu viele Zahlen, um sie anzusehen.</translation>
  </message>
  <message>
   <source>This batch has too many rows to look at.</source>
   <translation>Dieser Batch hat zu viele Zeilen, um sie anzusehen.</translation>
  </message>
  <message>
   <source>This cell is empty or holds a missing marker.</source>
   <translation>Diese Zelle ist leer oder enthält ein Kennzeichen für fehlende Werte.</translation>
  </message>
  <message>
   <source>This class file locks the columns, the split and the rows.</source>
   <translation>Diese Klassendatei sperrt Spalten, Aufteilung und Zeilen.</translation>
  </message>
  <message>
   <source>This class file locks: {settings}.</source>
   <translation>Diese Klassendatei sperrt: {settings}.</translation>
  </message>
  <message>
   <source>This column takes no such value.</source>
   <translation>Diese Spalte nimmt einen solchen Wert nicht an.</translation>
  </message>
  <message>
   <source>This discards the current run.</source>
   <translation>Dadurch geht der jetzige Lauf verloren.</translation>
  </message>
  <message>
   <source>This is no number, so there is no prediction.</source>
   <translation>Das ist keine Zahl, daher gibt es keine Vorhersage.</translation>
  </message>
  <message>
   <source>This is the run that stands in the window.</source>
   <translation>Das ist der Lauf, der im Fenster steht.</translation>
  </message>
  <message>
   <source>This iteration on paper (HTML, PDF) or every number as CSV.</source>
   <translation>Diese Iteration auf Papier (HTML, PDF) oder alle Zahlen als CSV.</translation>
  </message>
  <message>
   <source>This network has {names}.</source>
   <translation>Dieses Netz hat {names}.</translation>
  </message>
  <message>
   <source>This notebook loads the trained network, trains it again from the table, and draws what came of it.</source>
   <translation>Dieses Notebook lädt das trainierte Netz, trainiert es aus der Tabelle erneut und zeichnet, was daraus wurde.</translation>
  </message>
  <message>
   <source>This one has {weights:,} weights, and {units:,} inputs and units.</source>
   <translation>Dieses hat {weights:,} Gewichte sowie {units:,} Eingaben und Neuronen.</translation>
  </message>
  <message>
   <source>This optimizer looks at the loss several times before it moves; only the move is shown.</source>
   <translation>Dieser Optimierer sieht sich den Verlust mehrmals an, bevor er sich bewegt; gezeigt wird nur die Bewegung.</translation>
  </message>
  <message>
   <source>This page computes predictions where JavaScript is allowed. Without it, it is the report of the run.</source>
   <translation>Diese Seite berechnet Vorhersagen, wo JavaScript erlaubt ist. Ohne JavaScript ist sie der Bericht des Laufs.</translation>
  </message>
  <message>
   <source>This page does not compute what the program does: its check rows differ by up to {difference}.</source>
   <translation>Diese Seite rechnet nicht wie das Programm: Ihre Prüfzeilen weichen um bis zu {difference} ab.</translation>
  </message>
  <message>
   <source>This plot is for targets that are classes; the target of this run is a number.</source>
   <translation>Dieses Diagramm ist für Zielgrößen mit Klassen; die Zielgröße dieses Laufs ist eine Zahl.</translation>
  </message>
  <message>
   <source>This plot is for targets that are numbers; the target of this run has classes.</source>
   <translation>Dieses Diagramm ist für Zielgrößen, die Zahlen sind; die Zielgröße dieses Laufs hat Klassen.</translation>
  </message>
  <message>
   <source>This row is not used.</source>
   <translation>Diese Zeile wird nicht verwendet.</translation>
  </message>
  <message>
   <source>This run stands in the window. Restore another one first.</source>
   <translation>Dieser Lauf steht im Fenster. Zuerst einen anderen wiederherstellen.</translation>
  </message>
  <message>
   <source>This seed is the best one so far; do not read much into its lead.</source>
   <translation>Dieser Seed ist bisher der beste; sein Vorsprung bedeutet wenig.</translation>
  </message>
  <message>
   <source>This table comes with the program; nothing was guessed about it.</source>
   <translation>Diese Tabelle gehört zum Programm; nichts daran wurde vermutet.</translation>
  </message>
  <message>
   <source>This table has no file of its own that could be read again.</source>
   <translation>Diese Tabelle hat keine eigene Datei, die noch einmal gelesen werden könnte.</translation>
  </message>
  <message numerus="yes">
   <source>This target has {n:,} outputs whose rows do not add up to 1.</source>
   <translation>
    <numerusform>Diese Zielgröße hat {n:,} Ausgabe, deren Zeilen nicht die Summe 1 ergeben.</numerusform>
    <numerusform>Diese Zielgröße hat {n:,} Ausgaben, deren Zeilen nicht die Summe 1 ergeben.</numerusform>
   </translation>
  </message>
  <message>
   <source>Thousands separator</source>
   <translation>Tausendertrennzeichen</translation>
  </message>
  <message>
   <source>Three classes in rings around a centre, with a little noise.</source>
   <translation>Drei Klassen in Ringen um eine Mitte, mit etwas Rauschen.</translation>
  </message>
  <message>
   <source>Three rings</source>
   <translation>Drei Ringe</translation>
  </message>
  <message>
   <source>Three times the epochs and the patience; then resume.</source>
   <translation>Dreimal so viele Epochen und dreimal so viel Geduld; danach fortsetzen.</translation>
  </message>
  <message>
   <source>Threshold</source>
   <translation>Schwelle</translation>
  </message>
  <message>
   <source>Tick a column first.</source>
   <translation>Haken Sie zuerst eine Spalte an.</translation>
  </message>
  <message>
   <source>Ties</source>
   <translation>Gleichstand</translation>
  </message>
  <message>
   <source>Tilde ~</source>
   <translation>Tilde ~</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>Zeit</translation>
  </message>
  <message>
   <source>Time line</source>
   <translation>Zeitleiste</translation>
  </message>
  <message>
   <source>Time line of the run</source>
   <translation>Zeitleiste des Laufs</translation>
  </message>
  <message>
   <source>Time line: {used:.1f} of {budget:,.0f} MB used</source>
   <translation>Zeitleiste: {used:.1f} von {budget:,.0f} MB belegt</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>Titel</translation>
  </message>
  <message>
   <source>Title, such as the lesson or the group</source>
   <translation>Titel, etwa die Stunde oder die Gruppe</translation>
  </message>
  <message>
   <source>Titles and notes above the table.</source>
   <translation>Titel und Anmerkungen über der Tabelle.</translation>
  </message>
  <message>
   <source>To</source>
   <translation>Bis</translation>
  </message>
  <message>
   <source>To open all of them takes a while.</source>
   <translation>Alle zu öffnen dauert eine Weile.</translation>
  </message>
  <message>
   <source>To repeat this run</source>
   <translation>Um diesen Lauf zu wiederholen</translation>
  </message>
  <message>
   <source>To the best epoch</source>
   <translation>Zur besten Epoche</translation>
  </message>
  <message>
   <source>To the first epoch</source>
   <translation>Zur ersten Epoche</translation>
  </message>
  <message>
   <source>To the last epoch</source>
   <translation>Zur letzten Epoche</translation>
  </message>
  <message>
   <source>To train it again takes too long.</source>
   <translation>Ein erneutes Training dauert zu lange.</translation>
  </message>
  <message>
   <source>Tol, bright</source>
   <translation>Tol, leuchtend</translation>
  </message>
  <message>
   <source>Tol, high contrast</source>
   <translation>Tol, hoher Kontrast</translation>
  </message>
  <message>
   <source>Tolerance</source>
   <translation>Toleranz</translation>
  </message>
  <message>
   <source>Train</source>
   <translation>Trainieren</translation>
  </message>
  <message>
   <source>Train a few epochs, or choose two weights.</source>
   <translation>Einige Epochen trainieren oder zwei Gewichte wählen.</translation>
  </message>
  <message>
   <source>Train a few epochs, then draw the surface.</source>
   <translation>Einige Epochen trainieren, dann die Fläche zeichnen.</translation>
  </message>
  <message>
   <source>Train a study with folds, such as 10.</source>
   <translation>Trainieren Sie eine Studie mit Teilen, etwa 10.</translation>
  </message>
  <message>
   <source>Train afresh, or open it again with the table as it was. The project's file has not changed.</source>
   <translation>Neu trainieren oder mit der Tabelle, wie sie war, noch einmal öffnen. Die Projektdatei ist unverändert.</translation>
  </message>
  <message>
   <source>Train at least one epoch first.</source>
   <translation>Zuerst mindestens eine Epoche trainieren.</translation>
  </message>
  <message>
   <source>Train it five times</source>
   <translation>Fünfmal trainieren</translation>
  </message>
  <message>
   <source>Train it in another library</source>
   <translation>In einer anderen Bibliothek trainieren</translation>
  </message>
  <message>
   <source>Train it in another library…</source>
   <translation>In einer anderen Bibliothek trainieren …</translation>
  </message>
  <message>
   <source>Train many networks</source>
   <translation>Viele Netze trainieren</translation>
  </message>
  <message>
   <source>Train many networks…</source>
   <translation>Viele Netze trainieren…</translation>
  </message>
  <message>
   <source>Train one epoch (Right); more steps in the menu.</source>
   <translation>Eine Epoche trainieren (Pfeil rechts); weitere Schritte im Menü.</translation>
  </message>
  <message>
   <source>Train several networks</source>
   <translation>Mehrere Netze trainieren</translation>
  </message>
  <message>
   <source>Train the final network</source>
   <translation>Endgültiges Netz trainieren</translation>
  </message>
  <message>
   <source>Train there</source>
   <translation>Dort trainieren</translation>
  </message>
  <message>
   <source>Train two networks or more.</source>
   <translation>Trainieren Sie zwei Netze oder mehr.</translation>
  </message>
  <message>
   <source>Train until it stops by itself (Space).</source>
   <translation>Trainieren, bis der Lauf von selbst endet (Leertaste).</translation>
  </message>
  <message>
   <source>Train with that line</source>
   <translation>Mit dieser Zeile trainieren</translation>
  </message>
  <message>
   <source>Train without these rows; the split of the others stays. The data panel takes them back.</source>
   <translation>Ohne diese Zeilen trainieren; die Aufteilung der anderen bleibt. Im Datenfeld lassen sie sich zurücknehmen.</translation>
  </message>
  <message>
   <source>Train {n}</source>
   <translation>{n} trainieren</translation>
  </message>
  <message>
   <source>Train {n} networks that differ in their random start only: how much of a score is luck, and an average that is better than most of them. The run in the window stays.</source>
   <translation>{n} Netze trainieren, die sich nur in ihrem zufälligen Start unterscheiden: wie viel eines Wertes Glück ist, und ein Mittel, das besser ist als die meisten von ihnen. Der Lauf im Fenster bleibt.</translation>
  </message>
  <message>
   <source>Train, stop, or go on exactly where it stopped.</source>
   <translation>Trainieren, anhalten oder genau dort weitermachen, wo es angehalten hat.</translation>
  </message>
  <message>
   <source>Train, stop, or go on.</source>
   <translation>Trainieren, anhalten oder weitermachen.</translation>
  </message>
  <message>
   <source>Trained again from its seeds, its run goes another way at epoch {epoch:,}.</source>
   <translation>Aus seinen Seeds erneut trainiert, geht der Lauf ab Epoche {epoch:,} anders weiter.</translation>
  </message>
  <message numerus="yes">
   <source>Trained again, it is the same for {n:,} epochs and then another, as where a machine rounds otherwise.</source>
   <translation>
    <numerusform>Erneut trainiert, gleicht der Lauf sich {n:,} Epoche lang und weicht dann ab, wie wenn ein Rechner anders rundet.</numerusform>
    <numerusform>Erneut trainiert, gleicht der Lauf sich {n:,} Epochen lang und weicht dann ab, wie wenn ein Rechner anders rundet.</numerusform>
   </translation>
  </message>
  <message>
   <source>Training</source>
   <translation>Training</translation>
  </message>
  <message>
   <source>Training %</source>
   <translation>Training %</translation>
  </message>
  <message>
   <source>Training controls</source>
   <translation>Steuerung des Trainings</translation>
  </message>
  <message>
   <source>Training in PyTorch (.zip)</source>
   <translation>Training in PyTorch (.zip)</translation>
  </message>
  <message>
   <source>Training in TensorFlow (.zip)</source>
   <translation>Training in TensorFlow (.zip)</translation>
  </message>
  <message>
   <source>Training in scikit-learn (.zip)</source>
   <translation>Training in scikit-learn (.zip)</translation>
  </message>
  <message>
   <source>Training loss</source>
   <translation>Trainingsverlust</translation>
  </message>
  <message>
   <source>Training loss of an epoch</source>
   <translation>Verlust einer Epoche</translation>
  </message>
  <message>
   <source>Training many networks</source>
   <translation>Viele Netze werden trainiert</translation>
  </message>
  <message>
   <source>Training row {n:,}</source>
   <translation>Trainingszeile {n:,}</translation>
  </message>
  <message>
   <source>Training rows</source>
   <translation>Trainingszeilen</translation>
  </message>
  <message>
   <source>Training rows: {low} to {high}</source>
   <translation>Trainingszeilen: {low} bis {high}</translation>
  </message>
  <message>
   <source>Training share</source>
   <translation>Trainingsanteil</translation>
  </message>
  <message>
   <source>Training takes what the others leave; a new training share is taken from the others in their proportion.</source>
   <translation>Das Training nimmt, was die anderen übrig lassen; ein neuer Trainingsanteil geht verhältnisgleich von den anderen ab.</translation>
  </message>
  <message>
   <source>Training.</source>
   <translation>Das Training läuft.</translation>
  </message>
  <message>
   <source>Trains all epochs and uses the last weights: without validation rows there is nothing to choose by.</source>
   <translation>Trainiert alle Epochen und verwendet die letzten Gewichte: Ohne Validierungszeilen gibt es nichts, wonach sich wählen ließe.</translation>
  </message>
  <message>
   <source>Trains all epochs, as the learning rate reaches 0 with the last one; the weights of the epoch with the lowest validation loss are used.</source>
   <translation>Trainiert alle Epochen, denn die Lernrate erreicht erst mit der letzten 0; verwendet werden die Gewichte der Epoche mit dem kleinsten Validierungsverlust.</translation>
  </message>
  <message>
   <source>Transform</source>
   <translation>Funktion</translation>
  </message>
  <message>
   <source>Transform {n:,} columns</source>
   <translation>{n:,} Spalten transformieren</translation>
  </message>
  <message>
   <source>Transformation</source>
   <translation>Transformation</translation>
  </message>
  <message>
   <source>Treat as missing</source>
   <translation>Als fehlend behandeln</translation>
  </message>
  <message>
   <source>Tries others, and says which mattered.</source>
   <translation>Versucht andere Einstellungen und sagt, welche zählten.</translation>
  </message>
  <message>
   <source>Trim blanks around cells</source>
   <translation>Leerzeichen um Zellen entfernen</translation>
  </message>
  <message>
   <source>True</source>
   <translation>Wahr</translation>
  </message>
  <message>
   <source>True class</source>
   <translation>Wahre Klasse</translation>
  </message>
  <message>
   <source>True class, then predicted as</source>
   <translation>Wahre Klasse, dann vorhergesagt als</translation>
  </message>
  <message>
   <source>True minus predicted along time. Long stretches on one side of 0 mean that the network misses a slow change.</source>
   <translation>Wahr minus vorhergesagt entlang der Zeit. Lange Strecken auf einer Seite von 0: Dem Netz entgeht eine langsame Veränderung.</translation>
  </message>
  <message>
   <source>True minus predicted, for every row. A good fit leaves no pattern: a bend or a funnel says what is missing.</source>
   <translation>Wahr minus vorhergesagt, für jede Zeile. Eine gute Anpassung lässt kein Muster übrig: Ein Bogen oder Trichter sagt, was fehlt.</translation>
  </message>
  <message>
   <source>Try a sample</source>
   <translation>Ein Beispiel ausprobieren</translation>
  </message>
  <message>
   <source>Try again when it is done.</source>
   <translation>Danach noch einmal versuchen.</translation>
  </message>
  <message>
   <source>Try another split</source>
   <translation>Andere Aufteilung versuchen</translation>
  </message>
  <message>
   <source>Try more, leave out choices, or take random settings.</source>
   <translation>Versuchen Sie mehr, lassen Sie Möglichkeiten weg oder nehmen Sie zufällige Einstellungen.</translation>
  </message>
  <message>
   <source>Trying learning rates</source>
   <translation>Lernraten werden ausprobiert</translation>
  </message>
  <message>
   <source>Trying learning rates on a network of its own.</source>
   <translation>Lernraten werden an einem eigenen Netz ausprobiert.</translation>
  </message>
  <message>
   <source>Tutorial with its commented line</source>
   <translation>Tutorial mit seiner auskommentierten Zeile</translation>
  </message>
  <message>
   <source>Tutorial: ANN in numpy</source>
   <translation>Tutorial: ANN in numpy</translation>
  </message>
  <message>
   <source>Twice the units</source>
   <translation>Doppelt so viele Einheiten</translation>
  </message>
  <message>
   <source>Two classes</source>
   <translation>Zwei Klassen</translation>
  </message>
  <message>
   <source>Two classes wound around each other: a classic that needs hidden layers.</source>
   <translation>Zwei ineinander gewundene Klassen: ein Klassiker, der verdeckte Schichten braucht.</translation>
  </message>
  <message>
   <source>Two classes, because {name} has only 2 different numbers.</source>
   <translation>Zwei Klassen, weil {name} nur 2 verschiedene Zahlen enthält.</translation>
  </message>
  <message>
   <source>Two classes: mean of (p - y)^2 for the second class. Several: mean over rows of the sum over the classes.</source>
   <translation>Zwei Klassen: Mittelwert von (p - y)^2 für die zweite Klasse. Mehrere: Mittelwert über die Zeilen von der Summe über die Klassen.</translation>
  </message>
  <message>
   <source>Two classes: {names} has two different values.</source>
   <translation>Zwei Klassen: {names} hat zwei verschiedene Werte.</translation>
  </message>
  <message>
   <source>Two inputs whose signs decide the class together: no straight line can separate it.</source>
   <translation>Zwei Eingaben, deren Vorzeichen zusammen die Klasse bestimmen: Keine Gerade kann sie trennen.</translation>
  </message>
  <message>
   <source>Two large plots.</source>
   <translation>Zwei große Diagramme.</translation>
  </message>
  <message>
   <source>Two spirals</source>
   <translation>Zwei Spiralen</translation>
  </message>
  <message>
   <source>Type a number or a category there.</source>
   <translation>Dort eine Zahl oder eine Kategorie eingeben.</translation>
  </message>
  <message>
   <source>Type a row in the units of the file. It is scaled as the rows of the file are.</source>
   <translation>Eine Zeile in den Einheiten der Datei eingeben. Sie wird wie die Zeilen der Datei skaliert.</translation>
  </message>
  <message>
   <source>UTF-16 with a byte order mark</source>
   <translation>UTF-16 mit Byte-Reihenfolge-Marke</translation>
  </message>
  <message>
   <source>UTF-16, big endian</source>
   <translation>UTF-16, Big Endian</translation>
  </message>
  <message>
   <source>UTF-16, little endian</source>
   <translation>UTF-16, Little Endian</translation>
  </message>
  <message>
   <source>UTF-32 with a byte order mark</source>
   <translation>UTF-32 mit Byte-Reihenfolge-Marke</translation>
  </message>
  <message>
   <source>UTF-8</source>
   <translation>UTF-8</translation>
  </message>
  <message>
   <source>UTF-8 with a byte order mark</source>
   <translation>UTF-8 mit Byte-Reihenfolge-Marke</translation>
  </message>
  <message>
   <source>Uncertainty</source>
   <translation>Unsicherheit</translation>
  </message>
  <message>
   <source>Undefined for these rows</source>
   <translation>Für diese Zeilen undefiniert</translation>
  </message>
  <message>
   <source>Under the hood</source>
   <translation>Unter der Haube</translation>
  </message>
  <message>
   <source>Understand</source>
   <translation>Verstehen</translation>
  </message>
  <message>
   <source>Understanding</source>
   <translation>Verstehen</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Rückgängig</translation>
  </message>
  <message>
   <source>Undo edit</source>
   <translation>Änderung rückgängig</translation>
  </message>
  <message>
   <source>Uniform in +-sqrt(3 s) with s = 1 / max(1, (fan_in + fan_out) / 2) (Glorot &amp; Bengio 2010).</source>
   <translation>Gleichverteilt in +-sqrt(3 s) mit s = 1 / max(1, (fan_in + fan_out) / 2) (Glorot &amp; Bengio 2010).</translation>
  </message>
  <message>
   <source>Uniform with variance 1 / fan_in (LeCun et al. 1998).</source>
   <translation>Gleichverteilt mit Varianz 1 / fan_in (LeCun et al. 1998).</translation>
  </message>
  <message>
   <source>Uniform with variance 2 / fan_in, made for relu (He et al. 2015).</source>
   <translation>Gleichverteilt mit Varianz 2 / fan_in, gemacht für ReLU (He et al. 2015).</translation>
  </message>
  <message>
   <source>Unit</source>
   <translation>Neuron</translation>
  </message>
  <message>
   <source>Units</source>
   <translation>Neuronen</translation>
  </message>
  <message>
   <source>Units and their weights. Click a row in another plot to see what every unit gives for it.</source>
   <translation>Neuronen und ihre Gewichte. Eine Zeile in einem anderen Diagramm anklicken, um zu sehen, was jedes Neuron für sie liefert.</translation>
  </message>
  <message>
   <source>Units are dead</source>
   <translation>Neuronen sind tot</translation>
  </message>
  <message>
   <source>Units are saturated</source>
   <translation>Neuronen sind gesättigt</translation>
  </message>
  <message>
   <source>Units that are left out pass on 0 in this batch.</source>
   <translation>Ausgelassene Neuronen geben in diesem Batch 0 weiter.</translation>
  </message>
  <message>
   <source>Unpack it and open one file.</source>
   <translation>Entpacken und eine Datei öffnen.</translation>
  </message>
  <message>
   <source>Unsaved work is copied aside, to be recovered if the program or the machine breaks down.</source>
   <translation>Von ungespeicherter Arbeit entsteht eine Kopie, aus der sie nach einem Absturz wiederhergestellt werden kann.</translation>
  </message>
  <message>
   <source>Unsaved work is not being copied aside.</source>
   <translation>Von ungespeicherter Arbeit entsteht keine Sicherungskopie.</translation>
  </message>
  <message>
   <source>Until it stops by itself</source>
   <translation>Bis der Lauf von selbst endet</translation>
  </message>
  <message>
   <source>Update</source>
   <translation>Aktualisierung</translation>
  </message>
  <message>
   <source>Use all columns that are listed below as inputs, or none of them.</source>
   <translation>Alle unten aufgeführten Spalten als Eingaben verwenden, oder keine davon.</translation>
  </message>
  <message>
   <source>Use another copy, or remove its entry {name} if you changed it on purpose.</source>
   <translation>Verwenden Sie eine andere Kopie, oder entfernen Sie den Eintrag {name}, wenn Sie sie absichtlich geändert haben.</translation>
  </message>
  <message>
   <source>Use another copy.</source>
   <translation>Eine andere Kopie verwenden.</translation>
  </message>
  <message>
   <source>Use binary cross-entropy for two classes, or mean squared error for numbers.</source>
   <translation>Binäre Kreuzentropie für zwei Klassen verwenden oder den mittleren quadratischen Fehler für Zahlen.</translation>
  </message>
  <message>
   <source>Use fewer units or fewer layers.</source>
   <translation>Verwenden Sie weniger Neuronen oder weniger Schichten.</translation>
  </message>
  <message>
   <source>Use fewer units, or another optimizer, for example L-BFGS or Adam.</source>
   <translation>Weniger Neuronen oder einen anderen Optimierer verwenden, etwa L-BFGS oder Adam.</translation>
  </message>
  <message>
   <source>Use it</source>
   <translation>Verwenden</translation>
  </message>
  <message>
   <source>Use mean squared error for numbers.</source>
   <translation>Den mittleren quadratischen Fehler für Zahlen verwenden.</translation>
  </message>
  <message>
   <source>Use mlp-gui predict with the run and a table.</source>
   <translation>mlp-gui predict mit dem Lauf und einer Tabelle verwenden.</translation>
  </message>
  <message>
   <source>Use one of these kinds: {names}.</source>
   <translation>Eine dieser Arten verwenden: {names}.</translation>
  </message>
  <message>
   <source>Use the best weights</source>
   <translation>Beste Gewichte verwenden</translation>
  </message>
  <message>
   <source>Use the proposed settings</source>
   <translation>Vorgeschlagene Einstellungen</translation>
  </message>
  <message>
   <source>Use the seed of {run} (begins a new run)</source>
   <translation>Seed von {run} nehmen (beginnt einen neuen Lauf)</translation>
  </message>
  <message>
   <source>Use them like any row</source>
   <translation>Wie andere Zeilen verwenden</translation>
  </message>
  <message>
   <source>Use these columns</source>
   <translation>Diese Spalten verwenden</translation>
  </message>
  <message>
   <source>Use {rate}</source>
   <translation>{rate} verwenden</translation>
  </message>
  <message>
   <source>Use {what} again</source>
   <translation>{what} wieder verwenden</translation>
  </message>
  <message>
   <source>V</source>
   <translation>V</translation>
  </message>
  <message>
   <source>Valid for</source>
   <translation>Gültig für</translation>
  </message>
  <message>
   <source>Validate with {share:.0%} of the rows (begins a new run)</source>
   <translation>Mit {share:.0%} der Zeilen validieren (beginnt einen neuen Lauf)</translation>
  </message>
  <message>
   <source>Validation %</source>
   <translation>Validierung %</translation>
  </message>
  <message>
   <source>Validation begins with {first}, the test with {second}.</source>
   <translation>Die Validierung beginnt mit {first}, der Test mit {second}.</translation>
  </message>
  <message>
   <source>Validation from</source>
   <translation>Validierung ab</translation>
  </message>
  <message>
   <source>Validation loss</source>
   <translation>Validierungsverlust</translation>
  </message>
  <message>
   <source>Validation promised R² {score}.</source>
   <translation>Die Validierung versprach R² {score}.</translation>
  </message>
  <message>
   <source>Validation row {n:,}</source>
   <translation>Validierungszeile {n:,}</translation>
  </message>
  <message>
   <source>Validation rows</source>
   <translation>Validierungszeilen</translation>
  </message>
  <message>
   <source>Validation share</source>
   <translation>Validierungsanteil</translation>
  </message>
  <message>
   <source>Validation: every n-th</source>
   <translation>Validierung: jede n-te</translation>
  </message>
  <message>
   <source>Value</source>
   <translation>Wert</translation>
  </message>
  <message>
   <source>Values</source>
   <translation>Werte</translation>
  </message>
  <message>
   <source>Values of earlier rows (lags)</source>
   <translation>Werte früherer Zeilen (Lags)</translation>
  </message>
  <message>
   <source>Values such as &lt;0.05</source>
   <translation>Werte wie &lt;0,05</translation>
  </message>
  <message>
   <source>Various</source>
   <translation>Verschieden</translation>
  </message>
  <message>
   <source>Verdict</source>
   <translation>Urteil</translation>
  </message>
  <message>
   <source>Very negative z give minus this value.</source>
   <translation>Sehr negatives z ergibt minus diesen Wert.</translation>
  </message>
  <message>
   <source>Volume error</source>
   <translation>Volumenfehler</translation>
  </message>
  <message>
   <source>Waiting for the cluster at {place}.</source>
   <translation>Warten auf den Cluster unter {place}.</translation>
  </message>
  <message>
   <source>Wanted</source>
   <translation>Gewünscht</translation>
  </message>
  <message>
   <source>Warm-up</source>
   <translation>Aufwärmen</translation>
  </message>
  <message>
   <source>Watch</source>
   <translation>Überwachte Größe</translation>
  </message>
  <message>
   <source>Watch a loss, or one of: {metrics}.</source>
   <translation>Einen Verlust überwachen oder eines von: {metrics}.</translation>
  </message>
  <message>
   <source>Weather and tide at a beach in South Korea, to predict an antibiotic resistance gene measured in the water.</source>
   <translation>Wetter und Gezeiten an einem Strand in Südkorea, um ein im Wasser gemessenes Antibiotikaresistenzgen vorherzusagen.</translation>
  </message>
  <message>
   <source>Web page</source>
   <translation>Webseite</translation>
  </message>
  <message>
   <source>Weeks</source>
   <translation>Wochen</translation>
  </message>
  <message>
   <source>Weight averaging</source>
   <translation>Gewichte mitteln</translation>
  </message>
  <message>
   <source>Weight averaging of {share:g}: validation and results use the mean of about the last {updates:,} updates, so that no single noisy epoch is chosen by luck.</source>
   <translation>Mittelung der Gewichte mit {share:g}: Validierung und Ergebnisse nehmen das Mittel etwa der letzten {updates:,} Aktualisierungen, sodass keine einzelne verrauschte Epoche durch Zufall gewählt wird.</translation>
  </message>
  <message>
   <source>Weight decay</source>
   <translation>Gewichtszerfall</translation>
  </message>
  <message>
   <source>Weight decay of hidden layer {layer}</source>
   <translation>Gewichtszerfall der verdeckten Schicht {layer}</translation>
  </message>
  <message>
   <source>Weight decay of the output</source>
   <translation>Gewichtszerfall der Ausgabe</translation>
  </message>
  <message>
   <source>Weight decay of {decay:g}: weights that no row needs fade away.</source>
   <translation>Gewichtszerfall von {decay:g}: Gewichte, die keine Zeile braucht, schwinden.</translation>
  </message>
  <message>
   <source>Weight decay, layer {layer}</source>
   <translation>Zerfall, Schicht {layer}</translation>
  </message>
  <message>
   <source>Weight decay, output</source>
   <translation>Zerfall, Ausgabe</translation>
  </message>
  <message>
   <source>Weight of each class</source>
   <translation>Gewicht jeder Klasse</translation>
  </message>
  <message>
   <source>Weight spread</source>
   <translation>Streuung der Gewichte</translation>
  </message>
  <message>
   <source>Weight strip</source>
   <translation>Gewichtsstreifen</translation>
  </message>
  <message>
   <source>Weighted sums of hidden layer {layer}</source>
   <translation>Gewichtete Summen der verdeckten Schicht {layer}</translation>
  </message>
  <message>
   <source>Weighted sums of the output</source>
   <translation>Gewichtete Summen der Ausgabe</translation>
  </message>
  <message>
   <source>Weights</source>
   <translation>Gewichte</translation>
  </message>
  <message>
   <source>Weights as CSV (.zip)</source>
   <translation>Gewichte als CSV (.zip)</translation>
  </message>
  <message>
   <source>Weights as numpy arrays with scalers, categories and settings; numpy.load reads it.</source>
   <translation>Gewichte als numpy-Arrays mit Skalierung, Kategorien und Einstellungen; numpy.load liest es.</translation>
  </message>
  <message>
   <source>Weights by name with everything else as text beside them; many deep learning tools read it.</source>
   <translation>Gewichte nach Namen, alles andere als Text daneben; viele Deep-Learning-Werkzeuge lesen es.</translation>
  </message>
  <message>
   <source>Weights cannot be read from {where}.</source>
   <translation>Aus {where} lassen sich keine Gewichte lesen.</translation>
  </message>
  <message>
   <source>Weights of past epochs are kept in so much memory; when it is full, fewer are kept, spread over the run.</source>
   <translation>So viel Speicher steht für die Gewichte früherer Epochen bereit; ist er voll, bleiben weniger, über den Lauf verteilt.</translation>
  </message>
  <message>
   <source>Weights were imported or changed by hand, so that no seed leads to them.</source>
   <translation>Gewichte wurden importiert oder von Hand geändert; kein Seed führt zu ihnen.</translation>
  </message>
  <message>
   <source>Weights, history or predictions for elsewhere.</source>
   <translation>Gewichte, Verlauf oder Vorhersagen für anderswo.</translation>
  </message>
  <message>
   <source>Weights, history, predictions</source>
   <translation>Gewichte, Verlauf, Vorhersagen</translation>
  </message>
  <message>
   <source>What a unit makes of its weighted sum.</source>
   <translation>Was ein Neuron aus seiner gewichteten Summe macht.</translation>
  </message>
  <message>
   <source>What becomes of a row that has more cells than the header.</source>
   <translation>Was aus einer Zeile wird, die mehr Zellen hat als die Kopfzeile.</translation>
  </message>
  <message>
   <source>What each of them holds: names, units or skip, with commas between them. Several of names are joined.</source>
   <translation>Was jede von ihnen enthält: names (Namen), units (Einheiten) oder skip (auslassen), mit Kommas dazwischen. Mehrere mit Namen werden zusammengefügt.</translation>
  </message>
  <message>
   <source>What if</source>
   <translation>Was wäre, wenn</translation>
  </message>
  <message>
   <source>What installs it</source>
   <translation>Was es installiert</translation>
  </message>
  <message>
   <source>What is finished is kept; the same command goes on with it.</source>
   <translation>Was fertig ist, bleibt erhalten; derselbe Befehl setzt es fort.</translation>
  </message>
  <message>
   <source>What is measured</source>
   <translation>Was gemessen wird</translation>
  </message>
  <message>
   <source>What is searched</source>
   <translation>Was durchsucht wird</translation>
  </message>
  <message>
   <source>What is searched, such as learning_rate=0.0001:0.1, units=8:64 or optimizer=adam,sgd; without any, the settings whose declaration has a range.</source>
   <translation>Was durchsucht wird, etwa learning_rate=0.0001:0.1, units=8:64 oder optimizer=adam,sgd; ohne Angabe die Einstellungen, deren Deklaration einen Bereich hat.</translation>
  </message>
  <message>
   <source>What is shown</source>
   <translation>Was gezeigt wird</translation>
  </message>
  <message>
   <source>What is shown of each layer</source>
   <translation>Was von jeder Schicht gezeigt wird</translation>
  </message>
  <message>
   <source>What is shown of the layer</source>
   <translation>Was von der Schicht gezeigt wird</translation>
  </message>
  <message>
   <source>What is studied</source>
   <translation>Was untersucht wird</translation>
  </message>
  <message>
   <source>What is to be done, in your words</source>
   <translation>Was zu tun ist, in Ihren Worten</translation>
  </message>
  <message>
   <source>What is wanted of {name}</source>
   <translation>Was von {name} gewünscht ist</translation>
  </message>
  <message>
   <source>What it looks like</source>
   <translation>Wonach es aussieht</translation>
  </message>
  <message>
   <source>What mattered, as shares of the spread: {shares}</source>
   <translation>Was zählte, als Anteile der Streuung: {shares}</translation>
  </message>
  <message>
   <source>What orders the rows</source>
   <translation>Was die Zeilen ordnet</translation>
  </message>
  <message>
   <source>What races</source>
   <translation>Was um die Wette läuft</translation>
  </message>
  <message>
   <source>What stands between two cells of a row.</source>
   <translation>Was zwischen zwei Zellen einer Zeile steht.</translation>
  </message>
  <message>
   <source>What stands in for an empty cell.</source>
   <translation>Was eine leere Zelle ersetzt.</translation>
  </message>
  <message>
   <source>What surrounds cells that contain separators or line ends.</source>
   <translation>Was Zellen umgibt, die Trennzeichen oder Zeilenenden enthalten.</translation>
  </message>
  <message>
   <source>What the cells of the column are; the file is read again.</source>
   <translation>Was die Zellen der Spalte sind; die Datei wird neu gelesen.</translation>
  </message>
  <message>
   <source>What the curves show</source>
   <translation>Was die Kurven zeigen</translation>
  </message>
  <message>
   <source>What the learning rate is multiplied with after every epoch.</source>
   <translation>Womit die Lernrate nach jeder Epoche multipliziert wird.</translation>
  </message>
  <message>
   <source>What the learning rate is multiplied with at each drop.</source>
   <translation>Womit die Lernrate bei jeder Stufe multipliziert wird.</translation>
  </message>
  <message>
   <source>What the network answers over two inputs, the others held at their medians or at the chosen row.</source>
   <translation>Was das Netz über zwei Eingaben antwortet; die anderen stehen auf ihrem Median oder auf der gewählten Zeile.</translation>
  </message>
  <message>
   <source>What the network answers. For numbers it is the last sum itself; for classes it is a probability.</source>
   <translation>Was das Netz antwortet. Bei Zahlen ist es die letzte Summe selbst, bei Klassen eine Wahrscheinlichkeit.</translation>
  </message>
  <message>
   <source>What the network does.</source>
   <translation>Was das Netz tut.</translation>
  </message>
  <message>
   <source>What the numbers mean, exactly.</source>
   <translation>Was die Zahlen genau bedeuten.</translation>
  </message>
  <message>
   <source>What the program has noticed about this run, with its evidence</source>
   <translation>Was das Programm an diesem Lauf bemerkt hat, mit Belegen</translation>
  </message>
  <message>
   <source>What the residuals are drawn against</source>
   <translation>Worüber die Residuen gezeichnet sind</translation>
  </message>
  <message>
   <source>What was found</source>
   <translation>Befund</translation>
  </message>
  <message>
   <source>What you chose for this file before ({parts}) no longer fits, so it was guessed anew: {problem}</source>
   <translation>Was für diese Datei früher gewählt war ({parts}), passt nicht mehr; deshalb wurde neu vermutet: {problem}</translation>
  </message>
  <message>
   <source>What η is multiplied with.</source>
   <translation>Womit η multipliziert wird.</translation>
  </message>
  <message>
   <source>When a run that took at least this long ends while you work in another window, the desktop says so.</source>
   <translation>Endet ein Lauf, der mindestens so lange gedauert hat, während ein anderes Fenster aktiv ist, meldet es der Desktop.</translation>
  </message>
  <message>
   <source>When it goes wrong: scores of the rows of each month, season or year of a column of dates.</source>
   <translation>Wann es danebengeht: Gütemaße der Zeilen jedes Monats, jeder Jahreszeit oder jedes Jahres einer Datumsspalte.</translation>
  </message>
  <message>
   <source>When no further settings are tried; 0: no limit.</source>
   <translation>Wann keine weiteren Einstellungen versucht werden; 0: ohne Grenze.</translation>
  </message>
  <message>
   <source>When the run ends by itself.</source>
   <translation>Wann der Lauf von selbst endet.</translation>
  </message>
  <message>
   <source>Where</source>
   <translation>Wo</translation>
  </message>
  <message>
   <source>Where the biases start.</source>
   <translation>Wo die Bias-Werte beginnen.</translation>
  </message>
  <message>
   <source>Where the sum of squares starts. PyTorch: 0.</source>
   <translation>Wo die Summe der Quadrate beginnt. PyTorch: 0.</translation>
  </message>
  <message>
   <source>Whether it has a value tells the class of the target {target}, so it was filled in afterwards.</source>
   <translation>Ob sie einen Wert hat, verrät die Klasse des Ziels {target}; sie wurde also nachträglich ausgefüllt.</translation>
  </message>
  <message>
   <source>Which classes belong to the set of a row. Smallest on average: those above one probability. Adaptive: the most probable ones, until their probabilities add up.</source>
   <translation>Welche Klassen zur Menge einer Zeile gehören. Im Mittel kleinste: die über einer Wahrscheinlichkeit. Adaptiv: die wahrscheinlichsten, bis ihre Wahrscheinlichkeiten sich aufsummieren.</translation>
  </message>
  <message>
   <source>Which classes give a row more where their shares are no whole numbers.</source>
   <translation>Welche Klassen eine Zeile mehr abgeben, wo ihre Anteile keine ganzen Zahlen sind.</translation>
  </message>
  <message>
   <source>Which column divides the rows?</source>
   <translation>Welche Spalte teilt die Zeilen auf?</translation>
  </message>
  <message>
   <source>Which columns are listed</source>
   <translation>Welche Spalten aufgeführt sind</translation>
  </message>
  <message>
   <source>Which curve is shown</source>
   <translation>Welche Kurve gezeigt wird</translation>
  </message>
  <message>
   <source>Which loss is compared</source>
   <translation>Welcher Verlust verglichen wird</translation>
  </message>
  <message>
   <source>Which rows are for training, validation and test</source>
   <translation>Welche Zeilen dem Training, der Validierung und dem Test dienen</translation>
  </message>
  <message>
   <source>Which rows are worked through.</source>
   <translation>Welche Zeilen durchgerechnet werden.</translation>
  </message>
  <message>
   <source>Which rows belong together</source>
   <translation>Welche Zeilen zusammengehören</translation>
  </message>
  <message>
   <source>Which rows decide means, fill values and categories. Anything but training rows lets the validation and test rows leak into the training.</source>
   <translation>Welche Zeilen Mittelwerte, Füllwerte und Kategorien bestimmen. Alles außer Trainingszeilen lässt Validierungs- und Testzeilen ins Training sickern.</translation>
  </message>
  <message>
   <source>Which series is shown</source>
   <translation>Welche Reihe gezeigt wird</translation>
  </message>
  <message>
   <source>Which units of hidden layer {layer} stay</source>
   <translation>Welche Neuronen der verdeckten Schicht {layer} bleiben</translation>
  </message>
  <message>
   <source>Who is to blame: the slope of the loss, carried back layer by layer.</source>
   <translation>Wer die Schuld trägt: die Steigung des Verlusts, Schicht für Schicht zurückgetragen.</translation>
  </message>
  <message>
   <source>Who stays in layer {layer}</source>
   <translation>Wer bleibt, Schicht {layer}</translation>
  </message>
  <message>
   <source>Whole lines in quotes</source>
   <translation>Ganze Zeilen in Anführungszeichen</translation>
  </message>
  <message>
   <source>Whole lines that begin with this sign are left out.</source>
   <translation>Ganze Zeilen, die mit diesem Zeichen beginnen, werden ausgelassen.</translation>
  </message>
  <message>
   <source>Whole numbers beyond {largest:,} count with 16 digits only.</source>
   <translation>Ganze Zahlen über {largest:,} zählen nur auf 16 Stellen genau.</translation>
  </message>
  <message>
   <source>Whose rows are shown</source>
   <translation>Wessen Zeilen gezeigt werden</translation>
  </message>
  <message>
   <source>Why it was proposed; it has no effect.</source>
   <translation>Warum sie vorgeschlagen wurde; ohne Wirkung.</translation>
  </message>
  <message>
   <source>Why these settings?</source>
   <translation>Warum diese Einstellungen?</translation>
  </message>
  <message>
   <source>Window</source>
   <translation>Fenster</translation>
  </message>
  <message>
   <source>Windows-1250, Central European</source>
   <translation>Windows-1250, mitteleuropäisch</translation>
  </message>
  <message>
   <source>Windows-1251, Cyrillic</source>
   <translation>Windows-1251, kyrillisch</translation>
  </message>
  <message>
   <source>Windows-1252, Western European</source>
   <translation>Windows-1252, westeuropäisch</translation>
  </message>
  <message>
   <source>Windows-1253, Greek</source>
   <translation>Windows-1253, griechisch</translation>
  </message>
  <message>
   <source>Windows-1254, Turkish</source>
   <translation>Windows-1254, türkisch</translation>
  </message>
  <message>
   <source>With 3, every third period is for the test, counted from the first; with 0 none is.</source>
   <translation>Mit 3 dient jede dritte Periode dem Test, von der ersten an gezählt; mit 0 keine.</translation>
  </message>
  <message>
   <source>With a remark</source>
   <translation>Mit Bemerkung</translation>
  </message>
  <message>
   <source>With missing values</source>
   <translation>Mit fehlenden Werten</translation>
  </message>
  <message>
   <source>With none of the settings a network could be trained.</source>
   <translation>Mit keiner der Einstellungen ließ sich ein Netz trainieren.</translation>
  </message>
  <message>
   <source>With none of the settings the score is a number.</source>
   <translation>Mit keiner der Einstellungen ist die Bewertung eine Zahl.</translation>
  </message>
  <message>
   <source>With {n:,} classes, the table of true and predicted classes is left out.</source>
   <translation>Bei {n:,} Klassen ist die Tafel der wahren und vorhergesagten Klassen ausgelassen.</translation>
  </message>
  <message>
   <source>With {names}.</source>
   <translation>Mit {names}.</translation>
  </message>
  <message>
   <source>Within groups of</source>
   <translation>Innerhalb der Gruppen von</translation>
  </message>
  <message>
   <source>Without hidden layers the network is a linear model, which does better here.</source>
   <translation>Ohne verdeckte Schichten ist das Netz ein lineares Modell, das hier besser ist.</translation>
  </message>
  <message>
   <source>Without target values there is nothing to learn from.</source>
   <translation>Ohne Zielwerte gibt es nichts zu lernen.</translation>
  </message>
  <message>
   <source>Words like any other</source>
   <translation>Wörter wie andere auch</translation>
  </message>
  <message>
   <source>Words that differ in case</source>
   <translation>Wörter, die sich in der Großschreibung unterscheiden</translation>
  </message>
  <message>
   <source>Working …</source>
   <translation>Läuft …</translation>
  </message>
  <message>
   <source>Worse than the mean of the rows themselves: {score} on {rows}, on another level than the training rows.</source>
   <translation>Schlechter als der Mittelwert der Zeilen selbst: {score} auf {rows}, auf einem anderen Niveau als die Trainingszeilen.</translation>
  </message>
  <message>
   <source>Worse than {constant}: {score} on {rows}.</source>
   <translation>Schlechter als {constant}: {score} auf {rows}.</translation>
  </message>
  <message>
   <source>Worst</source>
   <translation>Schlechtestes</translation>
  </message>
  <message>
   <source>Would more data help?</source>
   <translation>Würden mehr Daten helfen?</translation>
  </message>
  <message>
   <source>Write an object in each line, as JSON lines.</source>
   <translation>Je ein Objekt in eine Zeile schreiben (JSON Lines).</translation>
  </message>
  <message>
   <source>Write for example 1-7, 14.</source>
   <translation>Schreiben Sie zum Beispiel 1-7, 14.</translation>
  </message>
  <message>
   <source>Write it as name = formula, for example rain_lag1 = lag(rain, 1).</source>
   <translation>Schreiben Sie Name = Formel, zum Beispiel regen_lag1 = lag(regen, 1).</translation>
  </message>
  <message>
   <source>Write it in the same way, or as 2009-12-31.</source>
   <translation>Schreiben Sie es ebenso oder als 2009-12-31.</translation>
  </message>
  <message>
   <source>Write its first and its last cell, such as B3:F200. B:F means whole columns, 3:200 whole rows.</source>
   <translation>Die erste und die letzte Zelle angeben, etwa B3:F200. B:F sind ganze Spalten, 3:200 ganze Zeilen.</translation>
  </message>
  <message>
   <source>Write min(a &lt; b, b &lt; c) for a &lt; b &lt; c.</source>
   <translation>Schreiben Sie min(a &lt; b, b &lt; c) für a &lt; b &lt; c.</translation>
  </message>
  <message>
   <source>Write names, units or skip for each line, such as: names, units, skip.</source>
   <translation>Schreiben Sie für jede Zeile names, units oder skip, zum Beispiel: names, units, skip.</translation>
  </message>
  <message>
   <source>Write one SELECT; nothing else is allowed to run.</source>
   <translation>Ein einzelnes SELECT schreiben; anderes darf nicht ausgeführt werden.</translation>
  </message>
  <message>
   <source>Write order={date} into its formula, such as lag(rain, 1, order={date}).</source>
   <translation>Schreiben Sie order={date} in die Formel, etwa lag(regen, 1, order={date}).</translation>
  </message>
  <message>
   <source>Write their numbers as the table shows them, such as 318, 400-410.</source>
   <translation>Schreiben Sie ihre Nummern, wie die Tabelle sie zeigt, etwa 318, 400-410.</translation>
  </message>
  <message>
   <source>Write them below</source>
   <translation>Unten hinschreiben</translation>
  </message>
  <message>
   <source>Write what it holds to a file, and open that.</source>
   <translation>Schreiben Sie ihren Inhalt in eine Datei, und öffnen Sie diese.</translation>
  </message>
  <message numerus="yes">
   <source>Write {n:,} lines below</source>
   <translation>
    <numerusform>{n:,} Zeile unten hinschreiben</numerusform>
    <numerusform>{n:,} Zeilen unten hinschreiben</numerusform>
   </translation>
  </message>
  <message>
   <source>Write {one} or {other}.</source>
   <translation>{one} oder {other} schreiben.</translation>
  </message>
  <message>
   <source>Writing the file</source>
   <translation>Datei wird geschrieben</translation>
  </message>
  <message>
   <source>Writing the script.</source>
   <translation>Das Skript wird geschrieben.</translation>
  </message>
  <message>
   <source>Writing {name}.</source>
   <translation>{name} wird geschrieben.</translation>
  </message>
  <message>
   <source>Years</source>
   <translation>Jahre</translation>
  </message>
  <message>
   <source>Yeo-Johnson: a power that is learned</source>
   <translation>Yeo-Johnson: eine gelernte Potenz</translation>
  </message>
  <message>
   <source>Yes or no</source>
   <translation>Ja oder Nein</translation>
  </message>
  <message>
   <source>You cancelled it; no file has changed.</source>
   <translation>Der Vorgang wurde abgebrochen; keine Datei hat sich geändert.</translation>
  </message>
  <message>
   <source>Your answer</source>
   <translation>Antwort</translation>
  </message>
  <message>
   <source>Your table and the run are still there: you can go on, or save them first.</source>
   <translation>Tabelle und Lauf sind noch da: Es kann weitergehen; sicherer ist, zuerst zu speichern.</translation>
  </message>
  <message>
   <source>Your teacher has hidden this in the class file.</source>
   <translation>Ihre Lehrkraft hat das in der Klassendatei ausgeblendet.</translation>
  </message>
  <message>
   <source>Your teacher has locked this in the class file.</source>
   <translation>Ihre Lehrkraft hat das in der Klassendatei gesperrt.</translation>
  </message>
  <message>
   <source>Zeros</source>
   <translation>Nullen</translation>
  </message>
  <message>
   <source>a 7-Zip archive</source>
   <translation>ein 7-Zip-Archiv</translation>
  </message>
  <message>
   <source>a = 1 / (1 + e^-z), slope a (1 - a). Large |z| is safe: e^1000 becomes inf and 1 / inf is 0.</source>
   <translation>a = 1 / (1 + e^-z), Steigung a (1 - a). Großes |z| ist unbedenklich: e^1000 wird inf, und 1 / inf ist 0.</translation>
  </message>
  <message>
   <source>a = lambda z where z &gt; 0, else lambda alpha (e^z - 1) (Klambauer et al. 2017).</source>
   <translation>a = lambda z für z &gt; 0, sonst lambda alpha (e^z - 1) (Klambauer et al. 2017).</translation>
  </message>
  <message>
   <source>a = ln(1 + e^z), slope sigmoid(z) = 1 - e^-a. Computed as max(z, 0) + ln(1 + e^-|z|).</source>
   <translation>a = ln(1 + e^z), Steigung sigmoid(z) = 1 - e^-a. Berechnet als max(z, 0) + ln(1 + e^-|z|).</translation>
  </message>
  <message>
   <source>a = max(z, 0), slope 1 where z &gt; 0, else 0.</source>
   <translation>a = max(z, 0), Steigung 1 für z &gt; 0, sonst 0.</translation>
  </message>
  <message>
   <source>a = max(z, alpha z), slope 1 where z &gt; 0, else alpha.</source>
   <translation>a = max(z, alpha z), Steigung 1 für z &gt; 0, sonst alpha.</translation>
  </message>
  <message>
   <source>a = tanh z, slope 1 - a^2.</source>
   <translation>a = tanh z, Steigung 1 - a^2.</translation>
  </message>
  <message>
   <source>a = z Phi(z) with the normal distribution function Phi, slope Phi(z) + z phi(z) (Hendrycks &amp; Gimpel 2016).</source>
   <translation>a = z Phi(z) mit der Verteilungsfunktion Phi der Normalverteilung, Steigung Phi(z) + z phi(z) (Hendrycks &amp; Gimpel 2016).</translation>
  </message>
  <message>
   <source>a = z sigmoid(z), slope sigmoid(z) + a (1 - sigmoid(z)).</source>
   <translation>a = z sigmoid(z), Steigung sigmoid(z) + a (1 - sigmoid(z)).</translation>
  </message>
  <message>
   <source>a = z where z &gt; 0, else alpha (e^z - 1) (Clevert et al. 2016).</source>
   <translation>a = z für z &gt; 0, sonst alpha (e^z - 1) (Clevert et al. 2016).</translation>
  </message>
  <message>
   <source>a = z, slope 1.</source>
   <translation>a = z, Steigung 1.</translation>
  </message>
  <message>
   <source>a CSV file</source>
   <translation>eine CSV-Datei</translation>
  </message>
  <message>
   <source>a Feather file</source>
   <translation>eine Feather-Datei</translation>
  </message>
  <message>
   <source>a GIF image</source>
   <translation>ein GIF-Bild</translation>
  </message>
  <message>
   <source>a JPEG image</source>
   <translation>ein JPEG-Bild</translation>
  </message>
  <message>
   <source>a JSON document</source>
   <translation>ein JSON-Dokument</translation>
  </message>
  <message>
   <source>a JSON lines file</source>
   <translation>eine JSON-Lines-Datei</translation>
  </message>
  <message>
   <source>a MATLAB file</source>
   <translation>eine MATLAB-Datei</translation>
  </message>
  <message>
   <source>a NetCDF file</source>
   <translation>eine NetCDF-Datei</translation>
  </message>
  <message>
   <source>a PDF document</source>
   <translation>ein PDF-Dokument</translation>
  </message>
  <message>
   <source>a PNG image</source>
   <translation>ein PNG-Bild</translation>
  </message>
  <message>
   <source>a Parquet file</source>
   <translation>eine Parquet-Datei</translation>
  </message>
  <message>
   <source>a PostScript document</source>
   <translation>ein PostScript-Dokument</translation>
  </message>
  <message>
   <source>a RAR archive</source>
   <translation>ein RAR-Archiv</translation>
  </message>
  <message>
   <source>a Stata file</source>
   <translation>eine Stata-Datei</translation>
  </message>
  <message>
   <source>a TIFF image</source>
   <translation>ein TIFF-Bild</translation>
  </message>
  <message>
   <source>a Windows program</source>
   <translation>ein Windows-Programm</translation>
  </message>
  <message>
   <source>a Zstandard archive</source>
   <translation>ein Zstandard-Archiv</translation>
  </message>
  <message>
   <source>a bitmap image</source>
   <translation>ein Bitmap-Bild</translation>
  </message>
  <message>
   <source>a date</source>
   <translation>ein Datum</translation>
  </message>
  <message>
   <source>a learning rate that changes, with {name}</source>
   <translation>eine Lernrate, die sich ändert, mit {name}</translation>
  </message>
  <message>
   <source>a list</source>
   <translation>eine Liste</translation>
  </message>
  <message>
   <source>a list of texts</source>
   <translation>eine Liste von Texten</translation>
  </message>
  <message>
   <source>a number</source>
   <translation>eine Zahl</translation>
  </message>
  <message>
   <source>a numpy array</source>
   <translation>ein numpy-Array</translation>
  </message>
  <message>
   <source>a pickle</source>
   <translation>eine Pickle-Datei</translation>
  </message>
  <message>
   <source>a pointer of Git LFS to a file that was not downloaded</source>
   <translation>ein Git-LFS-Verweis auf eine Datei, die nicht heruntergeladen wurde</translation>
  </message>
  <message>
   <source>a program</source>
   <translation>ein Programm</translation>
  </message>
  <message>
   <source>a rich text document</source>
   <translation>ein Rich-Text-Dokument</translation>
  </message>
  <message>
   <source>a sample: {some:,} of {all:,} numbers, evenly spaced</source>
   <translation>eine Stichprobe: {some:,} von {all:,} Zahlen, gleichmäßig verteilt</translation>
  </message>
  <message>
   <source>a sample: {some:,} of {all:,} weights, evenly spaced</source>
   <translation>eine Stichprobe: {some:,} von {all:,} Gewichten, gleichmäßig verteilt</translation>
  </message>
  <message>
   <source>a sound file</source>
   <translation>eine Tondatei</translation>
  </message>
  <message>
   <source>a sound or video file</source>
   <translation>eine Ton- oder Videodatei</translation>
  </message>
  <message>
   <source>a spreadsheet</source>
   <translation>eine Arbeitsmappe</translation>
  </message>
  <message>
   <source>a web page (HTML)</source>
   <translation>eine Webseite (HTML)</translation>
  </message>
  <message>
   <source>a whole number</source>
   <translation>eine ganze Zahl</translation>
  </message>
  <message numerus="yes">
   <source>about {n:,} distinct values, {missing:,} missing</source>
   <translation>
    <numerusform>etwa {n:,} verschiedener Wert, {missing:,} fehlend</numerusform>
    <numerusform>etwa {n:,} verschiedene Werte, {missing:,} fehlend</numerusform>
   </translation>
  </message>
  <message>
   <source>about {shown:,} of {total:,} rows drawn, the extremes among them</source>
   <translation>etwa {shown:,} von {total:,} Zeilen gezeichnet, die Extreme darunter</translation>
  </message>
  <message>
   <source>acc {accuracy} prec {precision} rec {recall}</source>
   <translation>Gen. {accuracy} Präz. {precision} Treff. {recall}</translation>
  </message>
  <message>
   <source>accuracy</source>
   <translation>Genauigkeit</translation>
  </message>
  <message>
   <source>accuracy {accuracy}  precision {precision}  recall {recall}</source>
   <translation>Genauigkeit {accuracy}  Präzision {precision}  Trefferquote {recall}</translation>
  </message>
  <message>
   <source>activation</source>
   <translation>Aktivierung</translation>
  </message>
  <message>
   <source>after epoch {epoch:,}</source>
   <translation>nach Epoche {epoch:,}</translation>
  </message>
  <message>
   <source>after epoch {epoch:,}: {what}</source>
   <translation>nach Epoche {epoch:,}: {what}</translation>
  </message>
  <message>
   <source>again</source>
   <translation>erneut</translation>
  </message>
  <message>
   <source>all others</source>
   <translation>alle anderen</translation>
  </message>
  <message>
   <source>all series</source>
   <translation>alle Reihen</translation>
  </message>
  <message>
   <source>all subsets</source>
   <translation>alle Teilmengen</translation>
  </message>
  <message>
   <source>all targets</source>
   <translation>alle Ziele</translation>
  </message>
  <message numerus="yes">
   <source>all {n:,} numbers of the layer</source>
   <translation>
    <numerusform>die {n:,} Zahl der Schicht</numerusform>
    <numerusform>alle {n:,} Zahlen der Schicht</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>all {n:,} rows</source>
   <translation>
    <numerusform>die {n:,} Zeile</numerusform>
    <numerusform>alle {n:,} Zeilen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>all {n:,} weights</source>
   <translation>
    <numerusform>das {n:,} Gewicht</numerusform>
    <numerusform>alle {n:,} Gewichte</numerusform>
   </translation>
  </message>
  <message>
   <source>an ARFF file</source>
   <translation>eine ARFF-Datei</translation>
  </message>
  <message>
   <source>an Arrow file</source>
   <translation>eine Arrow-Datei</translation>
  </message>
  <message>
   <source>an HDF5 file</source>
   <translation>eine HDF5-Datei</translation>
  </message>
  <message>
   <source>an R data file</source>
   <translation>eine R-Datendatei</translation>
  </message>
  <message>
   <source>an SPSS file</source>
   <translation>eine SPSS-Datei</translation>
  </message>
  <message>
   <source>an SQLite database</source>
   <translation>eine SQLite-Datenbank</translation>
  </message>
  <message>
   <source>an SVG image</source>
   <translation>ein SVG-Bild</translation>
  </message>
  <message>
   <source>an XML document</source>
   <translation>ein XML-Dokument</translation>
  </message>
  <message>
   <source>an object of names and values</source>
   <translation>ein Objekt aus Namen und Werten</translation>
  </message>
  <message>
   <source>an old Excel or Office file</source>
   <translation>eine alte Excel- oder Office-Datei</translation>
  </message>
  <message numerus="yes">
   <source>and {n:,} more</source>
   <translation>
    <numerusform>und {n:,} weitere</numerusform>
    <numerusform>und {n:,} weitere</numerusform>
   </translation>
  </message>
  <message>
   <source>apostrophes between groups of three digits</source>
   <translation>Apostrophen zwischen Dreiergruppen</translation>
  </message>
  <message numerus="yes">
   <source>are copies of earlier rows</source>
   <translation>
    <numerusform>ist eine Kopie einer früheren Zeile</numerusform>
    <numerusform>sind Kopien früherer Zeilen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>are empty</source>
   <translation>
    <numerusform>leer</numerusform>
    <numerusform>leer</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>are in the gaps between two subsets</source>
   <translation>
    <numerusform>liegt in der Lücke zwischen zwei Teilmengen</numerusform>
    <numerusform>liegen in den Lücken zwischen zwei Teilmengen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>are left out by hand ({what})</source>
   <translation>
    <numerusform>ist von Hand weggelassen ({what})</numerusform>
    <numerusform>sind von Hand weggelassen ({what})</numerusform>
   </translation>
  </message>
  <message>
   <source>as set</source>
   <translation>wie eingestellt</translation>
  </message>
  <message>
   <source>at least</source>
   <translation>mindestens</translation>
  </message>
  <message>
   <source>at least {low}</source>
   <translation>mindestens {low}</translation>
  </message>
  <message>
   <source>at most</source>
   <translation>höchstens</translation>
  </message>
  <message>
   <source>at most {high}</source>
   <translation>höchstens {high}</translation>
  </message>
  <message numerus="yes">
   <source>at most {n:,} epochs</source>
   <translation>
    <numerusform>höchstens {n:,} Epoche</numerusform>
    <numerusform>höchstens {n:,} Epochen</numerusform>
   </translation>
  </message>
  <message>
   <source>autocorrelation</source>
   <translation>Autokorrelation</translation>
  </message>
  <message>
   <source>average of {n}</source>
   <translation>Mittel von {n}</translation>
  </message>
  <message>
   <source>average of {n} networks</source>
   <translation>Mittel von {n} Netzen</translation>
  </message>
  <message>
   <source>average precision</source>
   <translation>mittlere Präzision</translation>
  </message>
  <message>
   <source>backpropagation {slope:.9g}</source>
   <translation>Backpropagation {slope:.9g}</translation>
  </message>
  <message>
   <source>bands</source>
   <translation>Bänder</translation>
  </message>
  <message>
   <source>batch {batch:,} of {batches:,}</source>
   <translation>Batch {batch:,} von {batches:,}</translation>
  </message>
  <message>
   <source>before the edit: {number}</source>
   <translation>vor der Änderung: {number}</translation>
  </message>
  <message>
   <source>best</source>
   <translation>beste</translation>
  </message>
  <message>
   <source>best (epoch {epoch:,})</source>
   <translation>beste (Epoche {epoch:,})</translation>
  </message>
  <message>
   <source>best {epoch:,}</source>
   <translation>beste {epoch:,}</translation>
  </message>
  <message>
   <source>best {epoch:,}, in use</source>
   <translation>beste {epoch:,}, verwendet</translation>
  </message>
  <message>
   <source>best {epoch:,}: {value}</source>
   <translation>beste {epoch:,}: {value}</translation>
  </message>
  <message>
   <source>best {epoch:,}: {value}, in use</source>
   <translation>beste {epoch:,}: {value}, verwendet</translation>
  </message>
  <message>
   <source>bias</source>
   <translation>Bias</translation>
  </message>
  <message>
   <source>bias initializer</source>
   <translation>Start-Bias</translation>
  </message>
  <message>
   <source>bias {value}</source>
   <translation>Bias {value}</translation>
  </message>
  <message>
   <source>blanks between groups and decimal commas</source>
   <translation>Leerzeichen zwischen Gruppen und Dezimalkommas</translation>
  </message>
  <message>
   <source>blanks between groups of three digits</source>
   <translation>Leerzeichen zwischen Dreiergruppen</translation>
  </message>
  <message>
   <source>boolean</source>
   <translation>ja/nein</translation>
  </message>
  <message>
   <source>by month</source>
   <translation>nach Monat</translation>
  </message>
  <message>
   <source>by season</source>
   <translation>nach Jahreszeit</translation>
  </message>
  <message>
   <source>by year</source>
   <translation>nach Jahr</translation>
  </message>
  <message>
   <source>by= and order= stand last.</source>
   <translation>by= und order= stehen zuletzt.</translation>
  </message>
  <message>
   <source>cancel</source>
   <translation>abbrechen</translation>
  </message>
  <message>
   <source>cannot be</source>
   <translation>unmöglich</translation>
  </message>
  <message>
   <source>category</source>
   <translation>Kategorie</translation>
  </message>
  <message>
   <source>check row {n}</source>
   <translation>Prüfzeile {n}</translation>
  </message>
  <message>
   <source>chosen row</source>
   <translation>gewählte Zeile</translation>
  </message>
  <message>
   <source>classes of {name} ({level})</source>
   <translation>Klassen von {name} ({level})</translation>
  </message>
  <message>
   <source>column {number}</source>
   <translation>Spalte {number}</translation>
  </message>
  <message>
   <source>commas between groups of Indian numbers</source>
   <translation>Kommas zwischen indischen Zifferngruppen</translation>
  </message>
  <message>
   <source>commas between groups of three digits</source>
   <translation>Kommas zwischen Dreiergruppen</translation>
  </message>
  <message numerus="yes">
   <source>computed at {n:,} moments while it was trained</source>
   <translation>
    <numerusform>zu {n:,} Zeitpunkt während des Trainings berechnet</numerusform>
    <numerusform>zu {n:,} Zeitpunkten während des Trainings berechnet</numerusform>
   </translation>
  </message>
  <message>
   <source>computing: {share}</source>
   <translation>wird berechnet: {share}</translation>
  </message>
  <message>
   <source>counts as {value}</source>
   <translation>zählt als {value}</translation>
  </message>
  <message>
   <source>cov(true, predicted) / √(cov(true, true) cov(predicted, predicted))</source>
   <translation>cov(wahr, vorhergesagt) / √(cov(wahr, wahr) cov(vorhergesagt, vorhergesagt))</translation>
  </message>
  <message>
   <source>datetime</source>
   <translation>Datum</translation>
  </message>
  <message>
   <source>day of the year of {name}</source>
   <translation>Tag des Jahres von {name}</translation>
  </message>
  <message>
   <source>days_since needs the column of dates.</source>
   <translation>days_since braucht die Spalte der Daten.</translation>
  </message>
  <message>
   <source>dead units</source>
   <translation>tote Neuronen</translation>
  </message>
  <message>
   <source>decimal commas</source>
   <translation>Dezimalkommas</translation>
  </message>
  <message>
   <source>differences {slope:.9g}</source>
   <translation>Differenzen {slope:.9g}</translation>
  </message>
  <message>
   <source>direction {k} ({share:.1%} of the movement)</source>
   <translation>Richtung {k} ({share:.1%} der Bewegung)</translation>
  </message>
  <message>
   <source>drop in {score}</source>
   <translation>Abfall von {score}</translation>
  </message>
  <message>
   <source>e.g. {examples}</source>
   <translation>z. B. {examples}</translation>
  </message>
  <message>
   <source>each cell: largest of up to {most:,} numbers</source>
   <translation>je Zelle die größte von bis zu {most:,} Zahlen</translation>
  </message>
  <message>
   <source>each unit: its output over {across} (to the right) and {up} (up)</source>
   <translation>jedes Neuron: seine Ausgabe über {across} (nach rechts) und {up} (nach oben)</translation>
  </message>
  <message>
   <source>empty</source>
   <translation>leer</translation>
  </message>
  <message>
   <source>empty, filled</source>
   <translation>leer, gefüllt</translation>
  </message>
  <message>
   <source>epoch</source>
   <translation>Epoche</translation>
  </message>
  <message>
   <source>epoch {epoch:,}</source>
   <translation>Epoche {epoch:,}</translation>
  </message>
  <message>
   <source>epoch {epoch:,} of {last:,}</source>
   <translation>Epoche {epoch:,} von {last:,}</translation>
  </message>
  <message>
   <source>epoch {epoch:,}, batch {batch:,}</source>
   <translation>Epoche {epoch:,}, Batch {batch:,}</translation>
  </message>
  <message>
   <source>epoch {epoch:,}, layer {layer}: {name} {value}</source>
   <translation>Epoche {epoch:,}, Schicht {layer}: {name} {value}</translation>
  </message>
  <message>
   <source>epoch {epoch:,}, layer {layer}: {source} → {target} = {value}</source>
   <translation>Epoche {epoch:,}, Schicht {layer}: {source} → {target} = {value}</translation>
  </message>
  <message>
   <source>epoch {epoch:,}, {batch}</source>
   <translation>Epoche {epoch:,}, {batch}</translation>
  </message>
  <message>
   <source>epoch {epoch:,}:</source>
   <translation>Epoche {epoch:,}:</translation>
  </message>
  <message>
   <source>epoch {epoch:,}: {name} {value}</source>
   <translation>Epoche {epoch:,}: {name} {value}</translation>
  </message>
  <message>
   <source>epoch {epoch:,}: {share} from {low} to {high}</source>
   <translation>Epoche {epoch:,}: {share} von {low} bis {high}</translation>
  </message>
  <message>
   <source>epoch {epoch:,}: {what}</source>
   <translation>Epoche {epoch:,}: {what}</translation>
  </message>
  <message>
   <source>epoch {epoch:,}; other inputs at {held}; inputs scaled as the network sees them</source>
   <translation>Epoche {epoch:,}; andere Eingaben: {held}; Eingaben skaliert, wie das Netz sie sieht</translation>
  </message>
  <message>
   <source>epoch {n:,} of {total:,}</source>
   <translation>Epoche {n:,} von {total:,}</translation>
  </message>
  <message>
   <source>epochs</source>
   <translation>Epochen</translation>
  </message>
  <message>
   <source>error of {name}</source>
   <translation>Fehler von {name}</translation>
  </message>
  <message>
   <source>every number read back and compared; the header says how to compile its self-test</source>
   <translation>jede Zahl zurückgelesen und verglichen; der Header sagt, wie sein Selbsttest übersetzt wird</translation>
  </message>
  <message>
   <source>every number read back and compared; the page checks itself when it is opened</source>
   <translation>jede Zahl zurückgelesen und verglichen; die Seite prüft sich selbst, wenn sie geöffnet wird</translation>
  </message>
  <message>
   <source>exactly {value}</source>
   <translation>genau {value}</translation>
  </message>
  <message>
   <source>exceeded (% of the rows)</source>
   <translation>überschritten (% der Zeilen)</translation>
  </message>
  <message>
   <source>export format</source>
   <translation>Exportformat</translation>
  </message>
  <message>
   <source>false positive rate</source>
   <translation>Falsch-positiv-Rate</translation>
  </message>
  <message>
   <source>fold {fold}, seed {n}</source>
   <translation>Teil {fold}, Startwert {n}</translation>
  </message>
  <message>
   <source>folded</source>
   <translation>zugeklappt</translation>
  </message>
  <message>
   <source>for {k} other reasons</source>
   <translation>aus {k} anderen Gründen</translation>
  </message>
  <message>
   <source>fork of {parent}</source>
   <translation>Abzweigung von {parent}</translation>
  </message>
  <message>
   <source>fork of {parent} at epoch {epoch:,}</source>
   <translation>Abzweigung von {parent} bei Epoche {epoch:,}</translation>
  </message>
  <message>
   <source>from</source>
   <translation>von</translation>
  </message>
  <message>
   <source>from epoch {epoch:,}</source>
   <translation>ab Epoche {epoch:,}</translation>
  </message>
  <message>
   <source>gives {value}</source>
   <translation>liefert {value}</translation>
  </message>
  <message>
   <source>gradient</source>
   <translation>Gradient</translation>
  </message>
  <message>
   <source>gradient norm</source>
   <translation>Gradientennorm</translation>
  </message>
  <message>
   <source>gradient norm {norm:.4g} is at or below {limit:.4g}</source>
   <translation>die Norm des Gradienten {norm:.4g} ist höchstens {limit:.4g}</translation>
  </message>
  <message>
   <source>gradients</source>
   <translation>Gradienten</translation>
  </message>
  <message>
   <source>gradients of {layer}</source>
   <translation>Gradienten, {layer}</translation>
  </message>
  <message>
   <source>greater than {low}</source>
   <translation>größer als {low}</translation>
  </message>
  <message numerus="yes">
   <source>have no date that can be read</source>
   <translation>
    <numerusform>hat kein lesbares Datum</numerusform>
    <numerusform>haben kein lesbares Datum</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>have no value in {name}</source>
   <translation>
    <numerusform>ohne Wert in {name}</numerusform>
    <numerusform>ohne Wert in {name}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>have too many cells</source>
   <translation>
    <numerusform>mit zu vielen Zellen</numerusform>
    <numerusform>mit zu vielen Zellen</numerusform>
   </translation>
  </message>
  <message>
   <source>here {epoch:,}</source>
   <translation>hier {epoch:,}</translation>
  </message>
  <message>
   <source>hidden layer {layer}, unit {unit}</source>
   <translation>verdeckte Schicht {layer}, Einheit {unit}</translation>
  </message>
  <message>
   <source>higher is better</source>
   <translation>höher ist besser</translation>
  </message>
  <message>
   <source>histograms</source>
   <translation>Histogramme</translation>
  </message>
  <message>
   <source>hour of {name}</source>
   <translation>Stunde von {name}</translation>
  </message>
  <message>
   <source>hydrological metric</source>
   <translation>hydrologisches Gütemaß</translation>
  </message>
  <message>
   <source>in the file</source>
   <translation>in der Datei</translation>
  </message>
  <message>
   <source>in the file: {number}</source>
   <translation>in der Datei: {number}</translation>
  </message>
  <message>
   <source>infinite</source>
   <translation>unendlich</translation>
  </message>
  <message>
   <source>initializer</source>
   <translation>Startgewichte</translation>
  </message>
  <message>
   <source>integer</source>
   <translation>ganz</translation>
  </message>
  <message>
   <source>it differs from its settings' own run from epoch {epoch:,} on: a setting was changed while it ran, or it began with other weights</source>
   <translation>er weicht ab Epoche {epoch:,} vom Lauf seiner Einstellungen ab: eine Einstellung wurde währenddessen geändert, oder er begann mit anderen Gewichten</translation>
  </message>
  <message>
   <source>kind of table file</source>
   <translation>Art von Tabellendateien</translation>
  </message>
  <message>
   <source>lag (days)</source>
   <translation>Abstand (Tage)</translation>
  </message>
  <message>
   <source>lag (hours)</source>
   <translation>Abstand (Stunden)</translation>
  </message>
  <message>
   <source>lag (minutes)</source>
   <translation>Abstand (Minuten)</translation>
  </message>
  <message>
   <source>lag (rows)</source>
   <translation>Abstand (Zeilen)</translation>
  </message>
  <message>
   <source>lag (seconds)</source>
   <translation>Abstand (Sekunden)</translation>
  </message>
  <message>
   <source>lag looks back. To forecast, make lead(column, 1) the target.</source>
   <translation>lag blickt zurück. Um vorherzusagen, machen Sie lead(Spalte, 1) zum Ziel.</translation>
  </message>
  <message>
   <source>largest</source>
   <translation>größter</translation>
  </message>
  <message>
   <source>largest difference {difference} (epoch {epoch})</source>
   <translation>größte Abweichung {difference} (Epoche {epoch})</translation>
  </message>
  <message>
   <source>last</source>
   <translation>letzte</translation>
  </message>
  <message>
   <source>last (epoch {epoch:,})</source>
   <translation>letzte (Epoche {epoch:,})</translation>
  </message>
  <message>
   <source>layer {layer}</source>
   <translation>Schicht {layer}</translation>
  </message>
  <message>
   <source>layer {layer}: {ends} = {value}</source>
   <translation>Schicht {layer}: {ends} = {value}</translation>
  </message>
  <message numerus="yes">
   <source>layer {layer}: {error} ({n:,} weights)</source>
   <translation>
    <numerusform>Schicht {layer}: {error} ({n:,} Gewicht)</numerusform>
    <numerusform>Schicht {layer}: {error} ({n:,} Gewichte)</numerusform>
   </translation>
  </message>
  <message>
   <source>layer {layer}: {error} ({tried:,} of {every:,} weights)</source>
   <translation>Schicht {layer}: {error} ({tried:,} von {every:,} Gewichten)</translation>
  </message>
  <message>
   <source>layer {layer}: {source} → {unit}</source>
   <translation>Schicht {layer}: {source} → {unit}</translation>
  </message>
  <message>
   <source>layer {number}</source>
   <translation>Schicht {number}</translation>
  </message>
  <message>
   <source>lead takes values of later rows, which nobody knows when a prediction is made.</source>
   <translation>lead nimmt Werte späterer Zeilen, die niemand kennt, wenn vorhergesagt wird.</translation>
  </message>
  <message>
   <source>learning rate</source>
   <translation>Lernrate</translation>
  </message>
  <message>
   <source>leaves the row out</source>
   <translation>lässt die Zeile aus</translation>
  </message>
  <message>
   <source>less than {high}</source>
   <translation>kleiner als {high}</translation>
  </message>
  <message>
   <source>line {n:,}</source>
   <translation>Dateizeile {n:,}</translation>
  </message>
  <message>
   <source>linear</source>
   <translation>linear</translation>
  </message>
  <message>
   <source>linear model</source>
   <translation>lineares Modell</translation>
  </message>
  <message>
   <source>log</source>
   <translation>log</translation>
  </message>
  <message>
   <source>log loss</source>
   <translation>Log-Verlust</translation>
  </message>
  <message>
   <source>log loss {value}</source>
   <translation>Log-Verlust {value}</translation>
  </message>
  <message>
   <source>log loss {value} {interval} against {constant}</source>
   <translation>Log-Verlust {value} {interval} gegen {constant}</translation>
  </message>
  <message>
   <source>log x</source>
   <translation>log x</translation>
  </message>
  <message>
   <source>log y</source>
   <translation>log y</translation>
  </message>
  <message>
   <source>log-NSE</source>
   <translation>log-NSE</translation>
  </message>
  <message>
   <source>log-cosh</source>
   <translation>Log-cosh</translation>
  </message>
  <message>
   <source>loss</source>
   <translation>Verlust</translation>
  </message>
  <message>
   <source>loss of training rows</source>
   <translation>Verlust von Trainingszeilen</translation>
  </message>
  <message numerus="yes">
   <source>loss of {n:,} training rows; here ({first} | {second}); this plane captures {kept} of the path</source>
   <translation>
    <numerusform>Verlust von {n:,} Trainingszeile; hier ({first} | {second}); diese Ebene erfasst {kept} des Wegs</numerusform>
    <numerusform>Verlust von {n:,} Trainingszeilen; hier ({first} | {second}); diese Ebene erfasst {kept} des Wegs</numerusform>
   </translation>
  </message>
  <message>
   <source>lower end of {name} ({level})</source>
   <translation>unteres Ende von {name} ({level})</translation>
  </message>
  <message>
   <source>lower is better</source>
   <translation>niedriger ist besser</translation>
  </message>
  <message>
   <source>m ← β₁ m + (1 − β₁) g; v ← β₂ v + (1 − β₂) g²; θ ← θ − η √(1 − β₂ᵗ) / (1 − β₁ᵗ) m / (√v + ε).</source>
   <translation>m ← β₁ m + (1 − β₁) g; v ← β₂ v + (1 − β₂) g²; θ ← θ − η √(1 − β₂ᵗ) / (1 − β₁ᵗ) m / (√v + ε).</translation>
  </message>
  <message>
   <source>mean</source>
   <translation>Mittelwert</translation>
  </message>
  <message>
   <source>mean over classes of 2 TP / (2 TP + FP + FN)</source>
   <translation>Mittel über die Klassen von 2 TP / (2 TP + FP + FN)</translation>
  </message>
  <message>
   <source>mean over classes of TP / (TP + FN)</source>
   <translation>Mittel über die Klassen von TP / (TP + FN)</translation>
  </message>
  <message>
   <source>mean over classes of TP / (TP + FP)</source>
   <translation>Mittel über die Klassen von TP / (TP + FP)</translation>
  </message>
  <message>
   <source>mean probability of {name}</source>
   <translation>mittlere Wahrscheinlichkeit von {name}</translation>
  </message>
  <message>
   <source>mean recall of the classes</source>
   <translation>mittlere Trefferquote der Klassen</translation>
  </message>
  <message>
   <source>mean −ln p(true class)</source>
   <translation>Mittelwert von −ln p(wahre Klasse)</translation>
  </message>
  <message>
   <source>median</source>
   <translation>Median</translation>
  </message>
  <message>
   <source>median; bands: 50, 90, 100 %</source>
   <translation>Median; Bänder: 50, 90, 100 %</translation>
  </message>
  <message>
   <source>medians</source>
   <translation>Mediane</translation>
  </message>
  <message>
   <source>metric</source>
   <translation>Gütemaß</translation>
  </message>
  <message>
   <source>min</source>
   <translation>min</translation>
  </message>
  <message>
   <source>mlp_gui could not start. The details are in {path}.</source>
   <translation>mlp_gui konnte nicht starten. Einzelheiten stehen in {path}.</translation>
  </message>
  <message>
   <source>monitored value</source>
   <translation>überwachter Wert</translation>
  </message>
  <message>
   <source>negative</source>
   <translation>negativ</translation>
  </message>
  <message>
   <source>network</source>
   <translation>Netz</translation>
  </message>
  <message>
   <source>new</source>
   <translation>neu</translation>
  </message>
  <message>
   <source>no</source>
   <translation>nein</translation>
  </message>
  <message>
   <source>no layers</source>
   <translation>keine Schichten</translation>
  </message>
  <message>
   <source>no scaling</source>
   <translation>keine Skalierung</translation>
  </message>
  <message>
   <source>no step along the search direction makes the loss smaller</source>
   <translation>kein Schritt in der Suchrichtung macht den Verlust kleiner</translation>
  </message>
  <message>
   <source>no step makes the loss smaller, up to the damping {damping:g}</source>
   <translation>kein Schritt macht den Verlust kleiner, bis zur Dämpfung {damping:g}</translation>
  </message>
  <message>
   <source>no unit</source>
   <translation>keine Einheit</translation>
  </message>
  <message>
   <source>no value</source>
   <translation>kein Wert</translation>
  </message>
  <message>
   <source>nobody reads from that pipe</source>
   <translation>Niemand liest aus dieser Pipe</translation>
  </message>
  <message>
   <source>none</source>
   <translation>ohne</translation>
  </message>
  <message>
   <source>normal score</source>
   <translation>Normalwert</translation>
  </message>
  <message>
   <source>not used</source>
   <translation>nicht verwendet</translation>
  </message>
  <message>
   <source>now {value}</source>
   <translation>jetzt {value}</translation>
  </message>
  <message numerus="yes">
   <source>numbers in {n:,} pieces</source>
   <translation>
    <numerusform>Zahlen in {n:,} Stück</numerusform>
    <numerusform>Zahlen in {n:,} Stücken</numerusform>
   </translation>
  </message>
  <message>
   <source>numpy archive (.npz)</source>
   <translation>numpy-Archiv (.npz)</translation>
  </message>
  <message>
   <source>old</source>
   <translation>alt</translation>
  </message>
  <message>
   <source>one of the known reasons to stop</source>
   <translation>einer der bekannten Gründe zum Anhalten</translation>
  </message>
  <message numerus="yes">
   <source>one page with {n} scores, read back; it loads nothing from elsewhere.</source>
   <translation>
    <numerusform>eine Seite mit {n} Gütemaß, zurückgelesen; sie lädt nichts von anderswo.</numerusform>
    <numerusform>eine Seite mit {n} Gütemaßen, zurückgelesen; sie lädt nichts von anderswo.</numerusform>
   </translation>
  </message>
  <message>
   <source>one scale</source>
   <translation>eine Skala</translation>
  </message>
  <message>
   <source>open</source>
   <translation>aufgeklappt</translation>
  </message>
  <message>
   <source>optimizer</source>
   <translation>Optimierer</translation>
  </message>
  <message>
   <source>others at {held}</source>
   <translation>andere: {held}</translation>
  </message>
  <message>
   <source>out-of-fold</source>
   <translation>kreuzvalidiert</translation>
  </message>
  <message>
   <source>output {unit}</source>
   <translation>Ausgabe {unit}</translation>
  </message>
  <message>
   <source>outside of the training rows: a guess.</source>
   <translation>außerhalb der Trainingszeilen: nur geraten.</translation>
  </message>
  <message>
   <source>outside the training range</source>
   <translation>außerhalb des Trainingsbereichs</translation>
  </message>
  <message>
   <source>outside the training range: {names}</source>
   <translation>außerhalb des Trainingsbereichs: {names}</translation>
  </message>
  <message>
   <source>part of the path is not a folder</source>
   <translation>Ein Teil des Pfads ist kein Ordner</translation>
  </message>
  <message>
   <source>paused</source>
   <translation>angehalten</translation>
  </message>
  <message>
   <source>penalty</source>
   <translation>Strafterm</translation>
  </message>
  <message>
   <source>piece {n:,}</source>
   <translation>Stück {n:,}</translation>
  </message>
  <message>
   <source>plot</source>
   <translation>Diagramm</translation>
  </message>
  <message>
   <source>points</source>
   <translation>Dezimalpunkten</translation>
  </message>
  <message>
   <source>points between groups of three digits</source>
   <translation>Punkten zwischen Dreiergruppen</translation>
  </message>
  <message>
   <source>positive</source>
   <translation>positiv</translation>
  </message>
  <message>
   <source>precision</source>
   <translation>Präzision</translation>
  </message>
  <message>
   <source>precision-recall</source>
   <translation>Präzision-Trefferquote</translation>
  </message>
  <message>
   <source>predicted</source>
   <translation>vorhergesagt</translation>
  </message>
  <message>
   <source>predicted class: {name}</source>
   <translation>vorhergesagte Klasse: {name}</translation>
  </message>
  <message>
   <source>predicted {name}</source>
   <translation>{name} (vorhergesagt)</translation>
  </message>
  <message>
   <source>predicted {predicted}</source>
   <translation>vorhergesagt {predicted}</translation>
  </message>
  <message>
   <source>prediction</source>
   <translation>Vorhersage</translation>
  </message>
  <message>
   <source>probability of {name}</source>
   <translation>Wahrscheinlichkeit von {name}</translation>
  </message>
  <message>
   <source>product</source>
   <translation>Produkt</translation>
  </message>
  <message>
   <source>pyarrow says: {reason}.</source>
   <translation>pyarrow meldet: {reason}.</translation>
  </message>
  <message>
   <source>rate {before} → {rate}</source>
   <translation>Lernrate {before} → {rate}</translation>
  </message>
  <message>
   <source>raw</source>
   <translation>roh</translation>
  </message>
  <message numerus="yes">
   <source>read back and checked on {n} rows</source>
   <translation>
    <numerusform>zurückgelesen und an {n} Zeile geprüft</numerusform>
    <numerusform>zurückgelesen und an {n} Zeilen geprüft</numerusform>
   </translation>
  </message>
  <message>
   <source>read back from the notebook, of which {n} cells compile</source>
   <translation>aus dem Notebook zurückgelesen, von dem sich {n} Zellen übersetzen lassen</translation>
  </message>
  <message numerus="yes">
   <source>read back with the encoding of {n} rows; run it where {library} is, it tests itself</source>
   <translation>
    <numerusform>mit der Kodierung von {n} Zeile zurückgelesen; dort ausführen, wo es {library} gibt, es prüft sich selbst</numerusform>
    <numerusform>mit der Kodierung von {n} Zeilen zurückgelesen; dort ausführen, wo es {library} gibt, es prüft sich selbst</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>read back, computed by its formulas and checked on {n} rows</source>
   <translation>
    <numerusform>zurückgelesen, mit den Formeln berechnet und an {n} Zeile geprüft</numerusform>
    <numerusform>zurückgelesen, mit den Formeln berechnet und an {n} Zeilen geprüft</numerusform>
   </translation>
  </message>
  <message>
   <source>real</source>
   <translation>reell</translation>
  </message>
  <message>
   <source>recall</source>
   <translation>Trefferquote</translation>
  </message>
  <message numerus="yes">
   <source>repeat the header</source>
   <translation>
    <numerusform>mit wiederholter Kopfzeile</numerusform>
    <numerusform>mit wiederholter Kopfzeile</numerusform>
   </translation>
  </message>
  <message>
   <source>repetition {n}, {rest}</source>
   <translation>Wiederholung {n}, {rest}</translation>
  </message>
  <message>
   <source>residual {value}</source>
   <translation>Residuum {value}</translation>
  </message>
  <message>
   <source>result of {name}</source>
   <translation>Ergebnis von {name}</translation>
  </message>
  <message>
   <source>resumed</source>
   <translation>fortgesetzt</translation>
  </message>
  <message>
   <source>right</source>
   <translation>richtig</translation>
  </message>
  <message>
   <source>row</source>
   <translation>Zeile</translation>
  </message>
  <message>
   <source>row weights</source>
   <translation>Zeilengewichte</translation>
  </message>
  <message>
   <source>row {n:,}</source>
   <translation>Zeile {n:,}</translation>
  </message>
  <message>
   <source>row {n}</source>
   <translation>Zeile {n}</translation>
  </message>
  <message>
   <source>row {row:,}</source>
   <translation>Zeile {row:,}</translation>
  </message>
  <message>
   <source>row {row:,} ({subset}): true {true}, predicted {predicted}, error {error}</source>
   <translation>Zeile {row:,} ({subset}): wahr {true}, vorhergesagt {predicted}, Fehler {error}</translation>
  </message>
  <message>
   <source>row {row:,} ({subset}): {what}</source>
   <translation>Zeile {row:,} ({subset}): {what}</translation>
  </message>
  <message>
   <source>row {row:,}: true {true}, predicted {predicted}</source>
   <translation>Zeile {row:,}: wahr {true}, vorhergesagt {predicted}</translation>
  </message>
  <message>
   <source>row {row:,}: {value}</source>
   <translation>Zeile {row:,}: {value}</translation>
  </message>
  <message>
   <source>row {row:,}: {what}</source>
   <translation>Zeile {row:,}: {what}</translation>
  </message>
  <message>
   <source>rows</source>
   <translation>Zeilen</translation>
  </message>
  <message numerus="yes">
   <source>rows {rows}</source>
   <translation>
    <numerusform>Zeile {rows}</numerusform>
    <numerusform>Zeilen {rows}</numerusform>
   </translation>
  </message>
  <message>
   <source>rows {rows} and others</source>
   <translation>Zeilen {rows} und andere</translation>
  </message>
  <message numerus="yes">
   <source>run and checked on {n} rows</source>
   <translation>
    <numerusform>ausgeführt und an {n} Zeile geprüft</numerusform>
    <numerusform>ausgeführt und an {n} Zeilen geprüft</numerusform>
   </translation>
  </message>
  <message>
   <source>run {n}</source>
   <translation>Lauf {n}</translation>
  </message>
  <message>
   <source>s</source>
   <translation>s</translation>
  </message>
  <message>
   <source>s ← s + g²; θ ← θ − η g / √(s + ε) (Duchi et al. 2011, as in Keras: s starts at 0.1; PyTorch starts at 0).</source>
   <translation>s ← s + g²; θ ← θ − η g / √(s + ε) (Duchi et al. 2011, wie in Keras: s beginnt bei 0,1; PyTorch beginnt bei 0).</translation>
  </message>
  <message>
   <source>s ← ρ s + (1 − ρ) g²; θ ← θ − η g / √(s + ε) (Hinton 2012, as in Keras; PyTorch: ρ 0.99, ε outside the root).</source>
   <translation>s ← ρ s + (1 − ρ) g²; θ ← θ − η g / √(s + ε) (Hinton 2012, wie in Keras; PyTorch: ρ 0,99, ε außerhalb der Wurzel).</translation>
  </message>
  <message>
   <source>safetensors (.safetensors)</source>
   <translation>safetensors (.safetensors)</translation>
  </message>
  <message>
   <source>saturated units</source>
   <translation>gesättigte Neuronen</translation>
  </message>
  <message>
   <source>saved</source>
   <translation>gespeichert</translation>
  </message>
  <message>
   <source>scaled</source>
   <translation>skaliert</translation>
  </message>
  <message>
   <source>schedule</source>
   <translation>Lernratenplan</translation>
  </message>
  <message>
   <source>scikit-learn does not have the loss {loss}, so it cannot check this batch.</source>
   <translation>scikit-learn kennt den Verlust {loss} nicht und kann diesen Batch nicht prüfen.</translation>
  </message>
  <message>
   <source>scikit-learn does not have {activation}, so it cannot check this network.</source>
   <translation>scikit-learn kennt {activation} nicht und kann dieses Netz nicht prüfen.</translation>
  </message>
  <message>
   <source>scikit-learn has no L1 penalty, so it cannot check this batch.</source>
   <translation>scikit-learn kennt keinen L1-Strafterm und kann diesen Batch nicht prüfen.</translation>
  </message>
  <message>
   <source>scikit-learn has no dropout, so it cannot check this batch.</source>
   <translation>scikit-learn kennt kein Dropout und kann diesen Batch nicht prüfen.</translation>
  </message>
  <message>
   <source>scikit-learn has one activation for all hidden layers, so it cannot check this network.</source>
   <translation>scikit-learn hat eine Aktivierung für alle verdeckten Schichten und kann dieses Netz nicht prüfen.</translation>
  </message>
  <message>
   <source>scikit-learn has one activation for all hidden layers.</source>
   <translation>scikit-learn hat eine Aktivierung für alle verdeckten Schichten.</translation>
  </message>
  <message>
   <source>scikit-learn script (.py)</source>
   <translation>scikit-learn-Skript (.py)</translation>
  </message>
  <message>
   <source>scikit-learn weighs rows in another way, so it cannot check this batch.</source>
   <translation>scikit-learn gewichtet Zeilen anders und kann diesen Batch nicht prüfen.</translation>
  </message>
  <message>
   <source>seconds</source>
   <translation>Sekunden</translation>
  </message>
  <message>
   <source>seed {n}</source>
   <translation>Startwert {n}</translation>
  </message>
  <message>
   <source>several activations in one network</source>
   <translation>mehrere Aktivierungen in einem Netz</translation>
  </message>
  <message>
   <source>share of rows predicted right</source>
   <translation>Anteil der richtig vorhergesagten Zeilen</translation>
  </message>
  <message>
   <source>share that belongs to it</source>
   <translation>Anteil, der dazugehört</translation>
  </message>
  <message>
   <source>single rows</source>
   <translation>einzelne Zeilen</translation>
  </message>
  <message>
   <source>smallest</source>
   <translation>kleinster</translation>
  </message>
  <message>
   <source>smeared</source>
   <translation>Smearing</translation>
  </message>
  <message>
   <source>smooth {n:,}</source>
   <translation>geglättet {n:,}</translation>
  </message>
  <message>
   <source>something other than a file is there</source>
   <translation>Was dort liegt, ist keine Datei</translation>
  </message>
  <message>
   <source>specificity {specificity}  F1 {f1:.3f}</source>
   <translation>Spezifität {specificity}  F1 {f1:.3f}</translation>
  </message>
  <message>
   <source>spread of the probability of {name}</source>
   <translation>Streuung der Wahrscheinlichkeit von {name}</translation>
  </message>
  <message>
   <source>spread of {name}</source>
   <translation>Streuung von {name}</translation>
  </message>
  <message>
   <source>standard deviations</source>
   <translation>Standardabweichungen</translation>
  </message>
  <message>
   <source>starting from row {row:,}</source>
   <translation>ausgehend von Zeile {row:,}</translation>
  </message>
  <message>
   <source>step</source>
   <translation>Schritt</translation>
  </message>
  <message>
   <source>step {number} of {count}</source>
   <translation>Schritt {number} von {count}</translation>
  </message>
  <message>
   <source>steps</source>
   <translation>Schritte</translation>
  </message>
  <message>
   <source>stopped early</source>
   <translation>früh beendet</translation>
  </message>
  <message>
   <source>stopped {epoch:,}</source>
   <translation>angehalten {epoch:,}</translation>
  </message>
  <message>
   <source>subset</source>
   <translation>Teilmenge</translation>
  </message>
  <message>
   <source>symlog</source>
   <translation>symlog</translation>
  </message>
  <message>
   <source>test</source>
   <translation>Test</translation>
  </message>
  <message>
   <source>text</source>
   <translation>Text</translation>
  </message>
  <message>
   <source>that disk is read-only</source>
   <translation>Dieser Datenträger ist schreibgeschützt</translation>
  </message>
  <message>
   <source>the activation {name}</source>
   <translation>die Aktivierung {name}</translation>
  </message>
  <message>
   <source>the best constant</source>
   <translation>die beste Konstante</translation>
  </message>
  <message>
   <source>the class frequencies</source>
   <translation>die Klassenhäufigkeiten</translation>
  </message>
  <message>
   <source>the deletion of {name}</source>
   <translation>das Löschen von {name}</translation>
  </message>
  <message>
   <source>the disk is full</source>
   <translation>Der Datenträger ist voll</translation>
  </message>
  <message>
   <source>the end</source>
   <translation>das Ende</translation>
  </message>
  <message>
   <source>the file there is write-protected</source>
   <translation>Die Datei dort ist schreibgeschützt</translation>
  </message>
  <message>
   <source>the file would be larger than is allowed here</source>
   <translation>Die Datei wäre größer, als hier erlaubt ist</translation>
  </message>
  <message>
   <source>the folder does not exist</source>
   <translation>Der Ordner existiert nicht</translation>
  </message>
  <message>
   <source>the gradient's norm {norm:.3g} is below {limit:g}</source>
   <translation>die Norm des Gradienten {norm:.3g} liegt unter {limit:g}</translation>
  </message>
  <message>
   <source>the largest error of {total:,} {subset} rows</source>
   <translation>der größte Fehler von {total:,} Zeilen ({subset})</translation>
  </message>
  <message>
   <source>the largest slope is {slope:.3g}, at or below {limit:g}</source>
   <translation>die größte Steigung ist {slope:.3g}, höchstens {limit:g}</translation>
  </message>
  <message>
   <source>the layers {sizes}</source>
   <translation>die Schichten {sizes}</translation>
  </message>
  <message>
   <source>the loss {name}</source>
   <translation>der Verlust {name}</translation>
  </message>
  <message>
   <source>the mean</source>
   <translation>der Mittelwert</translation>
  </message>
  <message>
   <source>the median</source>
   <translation>der Median</translation>
  </message>
  <message>
   <source>the name is too long</source>
   <translation>Der Name ist zu lang</translation>
  </message>
  <message>
   <source>the network is large</source>
   <translation>das Netz ist groß</translation>
  </message>
  <message>
   <source>the network is large, but the other core is for the window</source>
   <translation>das Netz ist groß, aber der andere Kern gehört dem Fenster</translation>
  </message>
  <message>
   <source>the network is small</source>
   <translation>das Netz ist klein</translation>
  </message>
  <message>
   <source>the optimizer {name}</source>
   <translation>der Optimierer {name}</translation>
  </message>
  <message>
   <source>the same day last year</source>
   <translation>derselbe Tag im Vorjahr</translation>
  </message>
  <message>
   <source>the settings of {name}</source>
   <translation>die Einstellungen von {name}</translation>
  </message>
  <message>
   <source>the use of the columns</source>
   <translation>die Verwendung der Spalten</translation>
  </message>
  <message>
   <source>the value before</source>
   <translation>der Wert davor</translation>
  </message>
  <message>
   <source>the {n} strongest units</source>
   <translation>die {n} stärksten Neuronen</translation>
  </message>
  <message>
   <source>the {n} strongest units of a layer, {some:,} of {all:,} weights</source>
   <translation>die {n} stärksten Neuronen je Schicht, {some:,} von {all:,} Gewichten</translation>
  </message>
  <message>
   <source>the {ordinal} largest error of {total:,} {subset} rows</source>
   <translation>{ordinal} der größten Fehler unter {total:,} Zeilen ({subset})</translation>
  </message>
  <message>
   <source>the {some:,} strongest of {all:,} weights</source>
   <translation>die {some:,} stärksten von {all:,} Gewichten</translation>
  </message>
  <message>
   <source>there is a folder of that name</source>
   <translation>Es gibt einen Ordner dieses Namens</translation>
  </message>
  <message>
   <source>this computer; or a Dask cluster, such as tcp://host:8786</source>
   <translation>diesem Rechner; oder einem Dask-Cluster, etwa tcp://host:8786</translation>
  </message>
  <message>
   <source>to</source>
   <translation>bis</translation>
  </message>
  <message>
   <source>train</source>
   <translation>Train.</translation>
  </message>
  <message>
   <source>training</source>
   <translation>Training</translation>
  </message>
  <message>
   <source>training loss</source>
   <translation>Trainingsverlust</translation>
  </message>
  <message numerus="yes">
   <source>training loss has changed by only {change:.4g} % over {n:,} epochs</source>
   <translation>
    <numerusform>der Trainingsverlust hat sich über {n:,} Epoche nur um {change:.4g} % geändert</numerusform>
    <numerusform>der Trainingsverlust hat sich über {n:,} Epochen nur um {change:.4g} % geändert</numerusform>
   </translation>
  </message>
  <message>
   <source>training loss {loss:.4g} has reached the target {target:.4g}</source>
   <translation>der Trainingsverlust {loss:.4g} hat das Ziel {target:.4g} erreicht</translation>
  </message>
  <message>
   <source>training rows</source>
   <translation>Trainingszeilen</translation>
  </message>
  <message>
   <source>true</source>
   <translation>wahr</translation>
  </message>
  <message>
   <source>true - predicted {name}</source>
   <translation>Residuum {name}</translation>
  </message>
  <message>
   <source>true class probability</source>
   <translation>Wahrscheinlichkeit der wahren Klasse</translation>
  </message>
  <message>
   <source>true class: {name}</source>
   <translation>wahre Klasse: {name}</translation>
  </message>
  <message>
   <source>true or false</source>
   <translation>wahr oder falsch</translation>
  </message>
  <message>
   <source>true positive rate</source>
   <translation>Richtig-positiv-Rate</translation>
  </message>
  <message>
   <source>true {name}</source>
   <translation>{name} (wahr)</translation>
  </message>
  <message numerus="yes">
   <source>true {name}: {n:,} rows given {low:.2f} to {high:.2f}</source>
   <translation>
    <numerusform>{name}, wahr: {n:,} Zeile mit {low:.2f} bis {high:.2f}</numerusform>
    <numerusform>{name}, wahr: {n:,} Zeilen mit {low:.2f} bis {high:.2f}</numerusform>
   </translation>
  </message>
  <message>
   <source>true {true}</source>
   <translation>wahr {true}</translation>
  </message>
  <message>
   <source>typed row</source>
   <translation>eingegebene Zeile</translation>
  </message>
  <message>
   <source>typical values</source>
   <translation>typischen Werten</translation>
  </message>
  <message>
   <source>under {share}</source>
   <translation>unter {share}</translation>
  </message>
  <message>
   <source>unit {k}</source>
   <translation>Neuron {k}</translation>
  </message>
  <message>
   <source>unit {n}</source>
   <translation>Neuron {n}</translation>
  </message>
  <message>
   <source>unknown class</source>
   <translation>unbekannte Klasse</translation>
  </message>
  <message>
   <source>update / weight</source>
   <translation>Aktualisierung / Gewicht</translation>
  </message>
  <message>
   <source>upper end of {name} ({level})</source>
   <translation>oberes Ende von {name} ({level})</translation>
  </message>
  <message>
   <source>v ← μ v − η g; θ ← θ + v (Polyak 1964, as in scikit-learn and Keras).</source>
   <translation>v ← μ v − η g; θ ← θ + v (Polyak 1964, wie in scikit-learn und Keras).</translation>
  </message>
  <message>
   <source>v ← μ v − η g; θ ← θ + μ v − η g (Nesterov 1983, as in scikit-learn and Keras).</source>
   <translation>v ← μ v − η g; θ ← θ + μ v − η g (Nesterov 1983, wie in scikit-learn und Keras).</translation>
  </message>
  <message>
   <source>val</source>
   <translation>Val.</translation>
  </message>
  <message>
   <source>validation</source>
   <translation>Validierung</translation>
  </message>
  <message>
   <source>validation loss</source>
   <translation>Validierungsverlust</translation>
  </message>
  <message>
   <source>weight norm</source>
   <translation>Gewichtsnorm</translation>
  </message>
  <message>
   <source>weights</source>
   <translation>Gewichte</translation>
  </message>
  <message>
   <source>weights of {layer}</source>
   <translation>Gewichte, {layer}</translation>
  </message>
  <message>
   <source>where {condition}</source>
   <translation>wo {condition}</translation>
  </message>
  <message>
   <source>with probability {share}</source>
   <translation>mit Wahrscheinlichkeit {share}</translation>
  </message>
  <message>
   <source>without a title</source>
   <translation>ohne Titel</translation>
  </message>
  <message>
   <source>wrong</source>
   <translation>falsch</translation>
  </message>
  <message>
   <source>yes</source>
   <translation>ja</translation>
  </message>
  <message>
   <source>yes or no</source>
   <translation>Ja oder Nein</translation>
  </message>
  <message>
   <source>you may not write there</source>
   <translation>Dort darf nicht geschrieben werden</translation>
  </message>
  <message>
   <source>your answer</source>
   <translation>Ihre Antwort</translation>
  </message>
  <message>
   <source>your disk quota is used up</source>
   <translation>Das Speicherkontingent ist aufgebraucht</translation>
  </message>
  <message>
   <source>your settings</source>
   <translation>Ihre Einstellungen</translation>
  </message>
  <message>
   <source>zero</source>
   <translation>null</translation>
  </message>
  <message>
   <source>{activation}, layer {layer}</source>
   <translation>{activation}, Schicht {layer}</translation>
  </message>
  <message>
   <source>{at_most}, stops after {worse:,} epochs without improvement</source>
   <translation>{at_most}, Stopp nach {worse:,} Epochen ohne Verbesserung</translation>
  </message>
  <message>
   <source>{bins} bins; the darkest holds {share}</source>
   <translation>{bins} Intervalle; das dunkelste enthält {share}</translation>
  </message>
  <message>
   <source>{cells:,} cells lie in {rows:,} rows and {columns:,} columns.</source>
   <translation>{cells:,} Zellen liegen in {rows:,} Zeilen und {columns:,} Spalten.</translation>
  </message>
  <message>
   <source>{cell} was read with a decimal comma; choose the point as decimal sign if it is a thousand.</source>
   <translation>{cell} wurde mit Dezimalkomma gelesen; den Punkt als Dezimalzeichen wählen, falls es Tausender sind.</translation>
  </message>
  <message>
   <source>{change} at epoch {epoch:,}</source>
   <translation>{change} in Epoche {epoch:,}</translation>
  </message>
  <message>
   <source>{column} from {first} on</source>
   <translation>{column} ab {first}</translation>
  </message>
  <message>
   <source>{column} up to {last}</source>
   <translation>{column} bis {last}</translation>
  </message>
  <message>
   <source>{column} {first} to {last}</source>
   <translation>{column} {first} bis {last}</translation>
  </message>
  <message numerus="yes">
   <source>{column}: {n:,} rows for {subset} with a category that no fitted row has.</source>
   <translation>
    <numerusform>{column}: {n:,} Zeile ({subset}) mit einer Kategorie, die in keiner angepassten Zeile vorkommt.</numerusform>
    <numerusform>{column}: {n:,} Zeilen ({subset}) mit einer Kategorie, die in keiner angepassten Zeile vorkommt.</numerusform>
   </translation>
  </message>
  <message>
   <source>{count:,} inputs</source>
   <translation>{count:,} Eingaben</translation>
  </message>
  <message>
   <source>{count:,} outputs</source>
   <translation>{count:,} Ausgaben</translation>
  </message>
  <message numerus="yes">
   <source>{done:,} of {n:,} networks are finished.</source>
   <translation>
    <numerusform>{done:,} von {n:,} Netz ist fertig.</numerusform>
    <numerusform>{done:,} von {n:,} Netzen sind fertig.</numerusform>
   </translation>
  </message>
  <message>
   <source>{file} did not begin with a class file.</source>
   <translation>{file} begann nicht mit einer Klassendatei.</translation>
  </message>
  <message>
   <source>{file} has changed since it was opened or saved here.</source>
   <translation>{file} hat sich geändert, seit die Datei hier geöffnet oder gespeichert wurde.</translation>
  </message>
  <message>
   <source>{file} has changed since the project was saved.</source>
   <translation>{file} hat sich geändert, seit das Projekt gespeichert wurde.</translation>
  </message>
  <message>
   <source>{file} holds a trained network without its table.</source>
   <translation>{file} enthält ein trainiertes Netz ohne seine Tabelle.</translation>
  </message>
  <message>
   <source>{file} is a class file, which holds no trained network.</source>
   <translation>{file} ist eine Klassendatei; sie enthält kein trainiertes Netz.</translation>
  </message>
  <message>
   <source>{file} is a class file, with nobody's work in it.</source>
   <translation>{file} ist eine Klassendatei, in der noch niemand gearbeitet hat.</translation>
  </message>
  <message>
   <source>{file} is damaged.</source>
   <translation>{file} ist beschädigt.</translation>
  </message>
  <message>
   <source>{file} is gone or has changed since it was opened.</source>
   <translation>{file} ist nicht mehr da oder hat sich seit dem Öffnen geändert.</translation>
  </message>
  <message>
   <source>{file} is gone or has changed since it was opened; training goes on only from the file as it was.</source>
   <translation>{file} ist nicht mehr da oder hat sich seit dem Öffnen geändert; das Training geht nur mit der Datei weiter, wie sie war.</translation>
  </message>
  <message>
   <source>{file} is no class file.</source>
   <translation>{file} ist keine Klassendatei.</translation>
  </message>
  <message>
   <source>{file} is not a run of this program or is damaged.</source>
   <translation>{file} ist kein Lauf dieses Programms oder beschädigt.</translation>
  </message>
  <message>
   <source>{file} is not a run of this program.</source>
   <translation>{file} ist kein Lauf dieses Programms.</translation>
  </message>
  <message>
   <source>{file} was not opened.</source>
   <translation>{file} wurde nicht geöffnet.</translation>
  </message>
  <message>
   <source>{file} was opened without its training.</source>
   <translation>{file} wurde ohne das Training geöffnet.</translation>
  </message>
  <message>
   <source>{file} was written by another version of this program.</source>
   <translation>{file} stammt von einer anderen Version dieses Programms.</translation>
  </message>
  <message>
   <source>{file} would not hold the same state and was not saved.</source>
   <translation>{file} enthielte nicht denselben Zustand und wurde nicht gespeichert.</translation>
  </message>
  <message>
   <source>{file} would not hold the same tasks and was not saved.</source>
   <translation>{file} enthielte nicht dieselben Aufgaben und wurde nicht gespeichert.</translation>
  </message>
  <message>
   <source>{finding}; run {name} where {library} is.</source>
   <translation>{finding}; führen Sie {name} aus, wo {library} installiert ist.</translation>
  </message>
  <message>
   <source>{first} and {second} units, numbers in {pieces} pieces: follows fine detail.</source>
   <translation>{first} und {second} Neuronen, Zahlen in {pieces} Stücken: folgt feinen Einzelheiten.</translation>
  </message>
  <message>
   <source>{first} and {second} units, {weights:,} weights: follows fine detail.</source>
   <translation>{first} und {second} Neuronen, {weights:,} Gewichte: folgt feinen Einzelheiten.</translation>
  </message>
  <message>
   <source>{first} to {last}</source>
   <translation>{first} bis {last}</translation>
  </message>
  <message>
   <source>{first} units, {weights:,} weights: each can be read in the plots.</source>
   <translation>{first} Neuronen, {weights:,} Gewichte: Jedes lässt sich in den Bildern ablesen.</translation>
  </message>
  <message>
   <source>{function} has {n} arguments. {takes}.</source>
   <translation>{function} hat {n} Argumente. {takes}.</translation>
  </message>
  <message>
   <source>{function} takes no {name}=.</source>
   <translation>{function} nimmt kein {name}=.</translation>
  </message>
  <message>
   <source>{gap}, and an input says so</source>
   <translation>{gap}, und ein Eingang sagt es</translation>
  </message>
  <message numerus="yes">
   <source>{inputs:,} of {n:,} columns</source>
   <translation>
    <numerusform>{inputs:,} von {n:,} Spalte</numerusform>
    <numerusform>{inputs:,} von {n:,} Spalten</numerusform>
   </translation>
  </message>
  <message>
   <source>{kind}, taken for {said} with {share:.1f} %</source>
   <translation>{kind}, für {said} gehalten mit {share:.1f} %</translation>
  </message>
  <message>
   <source>{label} is the same on validation and on training.</source>
   <translation>{label} ist bei Validierung und Training gleich.</translation>
  </message>
  <message>
   <source>{label} is {ratio} times as large on validation as on training.</source>
   <translation>{label} ist bei der Validierung {ratio}-mal so groß wie beim Training.</translation>
  </message>
  <message>
   <source>{label} is {share} % larger on validation than on training.</source>
   <translation>{label} ist bei der Validierung um {share} % größer als beim Training.</translation>
  </message>
  <message>
   <source>{label} is {share} % smaller on validation than on training.</source>
   <translation>{label} ist bei der Validierung um {share} % kleiner als beim Training.</translation>
  </message>
  <message>
   <source>{lag} {n}: {value}, band of 95 % ±{band}</source>
   <translation>{lag} {n}: {value}, 95-%-Band ±{band}</translation>
  </message>
  <message>
   <source>{letter!r} has no meaning here.</source>
   <translation>{letter!r} hat hier keine Bedeutung.</translation>
  </message>
  <message>
   <source>{level} interval</source>
   <translation>{level}-Intervall</translation>
  </message>
  <message>
   <source>{level} interval of single rows</source>
   <translation>{level}-Intervall einzelner Zeilen</translation>
  </message>
  <message numerus="yes">
   <source>{level} promised, {share} of {n:,} rows held</source>
   <translation>
    <numerusform>{level} versprochen, {share} von {n:,} Zeile gehalten</numerusform>
    <numerusform>{level} versprochen, {share} von {n:,} Zeilen gehalten</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{level} promised, {share} of {n:,} {subset} rows held</source>
   <translation>
    <numerusform>{level} versprochen, {share} von {n:,} Zeile für {subset} gehalten</numerusform>
    <numerusform>{level} versprochen, {share} von {n:,} Zeilen für {subset} gehalten</numerusform>
   </translation>
  </message>
  <message>
   <source>{library} cannot train this run in the same way: {what}.</source>
   <translation>{library} kann diesen Lauf nicht ebenso trainieren: {what}.</translation>
  </message>
  <message>
   <source>{library} does not start in this Python: {error}</source>
   <translation>{library} startet in diesem Python nicht: {error}</translation>
  </message>
  <message>
   <source>{library} finds other gradients before clipping: in layer {layer} the relative difference is {difference}.</source>
   <translation>{library} findet vor der Begrenzung andere Gradienten: In Schicht {layer} ist die relative Abweichung {difference}.</translation>
  </message>
  <message>
   <source>{library} finds other gradients: in layer {layer} the relative difference is {difference}.</source>
   <translation>{library} findet andere Gradienten: In Schicht {layer} ist die relative Abweichung {difference}.</translation>
  </message>
  <message>
   <source>{library} finds the same gradients before clipping, but a loss that differs by {difference}.</source>
   <translation>{library} findet vor der Begrenzung dieselben Gradienten, aber einen Verlust, der um {difference} abweicht.</translation>
  </message>
  <message>
   <source>{library} finds the same gradients, but a loss that differs by {difference}.</source>
   <translation>{library} findet dieselben Gradienten, aber einen Verlust, der um {difference} abweicht.</translation>
  </message>
  <message>
   <source>{library} finds the same loss and the same gradients before clipping: the largest relative difference is {difference}.</source>
   <translation>{library} findet denselben Verlust und, vor der Begrenzung, dieselben Gradienten: Die größte relative Abweichung ist {difference}.</translation>
  </message>
  <message>
   <source>{library} finds the same loss and the same gradients: the largest relative difference is {difference}.</source>
   <translation>{library} findet denselben Verlust und dieselben Gradienten: Die größte relative Abweichung ist {difference}.</translation>
  </message>
  <message>
   <source>{library} has no counterpart of the activation {activation} of hidden layer {k}.</source>
   <translation>{library} hat kein Gegenstück zur Aktivierung {activation} der verdeckten Schicht {k}.</translation>
  </message>
  <message>
   <source>{library} is installed but does not start: {error}</source>
   <translation>{library} ist installiert, startet aber nicht: {error}</translation>
  </message>
  <message>
   <source>{library} is not installed in this Python.</source>
   <translation>{library} ist in diesem Python nicht installiert.</translation>
  </message>
  <message>
   <source>{library} is working it out.</source>
   <translation>{library} rechnet.</translation>
  </message>
  <message>
   <source>{library} works out the gradients of the same weights and rows, independently of this program.</source>
   <translation>{library} berechnet die Gradienten derselben Gewichte und Zeilen, unabhängig von diesem Programm.</translation>
  </message>
  <message>
   <source>{library} {found} is too old: the script needs {needed}.</source>
   <translation>{library} {found} ist zu alt: Das Skript braucht {needed}.</translation>
  </message>
  <message>
   <source>{library}: largest difference {difference} (epoch {epoch})</source>
   <translation>{library}: größte Abweichung {difference} (Epoche {epoch})</translation>
  </message>
  <message>
   <source>{library}: the largest difference of a loss is {difference} (epoch {epoch}).</source>
   <translation>{library}: Die größte Abweichung eines Verlusts ist {difference} (Epoche {epoch}).</translation>
  </message>
  <message>
   <source>{library}: the same losses</source>
   <translation>{library}: dieselben Verluste</translation>
  </message>
  <message>
   <source>{library}: the same losses in every epoch, to the last bit.</source>
   <translation>{library}: in jeder Epoche dieselben Verluste, bis auf das letzte Bit.</translation>
  </message>
  <message>
   <source>{loss} (after it {after})</source>
   <translation>{loss} (danach {after})</translation>
  </message>
  <message>
   <source>{loss} (all rows after it: {after})</source>
   <translation>{loss} (danach, alle Zeilen: {after})</translation>
  </message>
  <message>
   <source>{loss} needs one output per class.</source>
   <translation>{loss} braucht eine Ausgabe je Klasse.</translation>
  </message>
  <message>
   <source>{loss} needs targets between 0 and 1.</source>
   <translation>{loss} braucht Zielwerte zwischen 0 und 1.</translation>
  </message>
  <message>
   <source>{loss} of {what}</source>
   <translation>{loss} von {what}</translation>
  </message>
  <message>
   <source>{loss}: the usual loss for a target that is a number.</source>
   <translation>{loss}: der übliche Verlust für eine Zielgröße, die eine Zahl ist.</translation>
  </message>
  <message>
   <source>{loss}: the usual loss for a target with several classes.</source>
   <translation>{loss}: der übliche Verlust für eine Zielgröße mit mehreren Klassen.</translation>
  </message>
  <message>
   <source>{loss}: the usual loss for a target with two classes.</source>
   <translation>{loss}: der übliche Verlust für eine Zielgröße mit zwei Klassen.</translation>
  </message>
  <message>
   <source>{low} and {high}</source>
   <translation>{low} und {high}</translation>
  </message>
  <message>
   <source>{low} to {high}</source>
   <translation>{low} bis {high}</translation>
  </message>
  <message>
   <source>{low} to {high} ({level})</source>
   <translation>{low} bis {high} ({level})</translation>
  </message>
  <message>
   <source>{low} to {high}, mean {mean}, median {median}</source>
   <translation>{low} bis {high}, Mittelwert {mean}, Median {median}</translation>
  </message>
  <message>
   <source>{metric} ({subset}): at least {bound}</source>
   <translation>{metric} ({subset}): mindestens {bound}</translation>
  </message>
  <message>
   <source>{metric} ({subset}): at most {bound}</source>
   <translation>{metric} ({subset}): höchstens {bound}</translation>
  </message>
  <message>
   <source>{metric} cannot be watched here.</source>
   <translation>{metric} kann hier nicht überwacht werden.</translation>
  </message>
  <message>
   <source>{metric} lower by {low} to {high} than that of the run in the window, on the same {n:,} rows. Other rows would turn the order with a chance of {chance}.</source>
   <translation>{metric} um {low} bis {high} kleiner als beim Lauf im Fenster, auf denselben {n:,} Zeilen. Andere Zeilen würden die Reihenfolge mit einer Wahrscheinlichkeit von {chance} umkehren.</translation>
  </message>
  <message>
   <source>{metric} of the validation rows</source>
   <translation>{metric} der Validierungszeilen</translation>
  </message>
  <message>
   <source>{metric} on {subset}: {own} against {other}</source>
   <translation>{metric} auf {subset}: {own} gegen {other}</translation>
  </message>
  <message>
   <source>{metric}, {subset}</source>
   <translation>{metric}, {subset}</translation>
  </message>
  <message>
   <source>{n:,} are possible at most.</source>
   <translation>Höchstens {n:,} sind möglich.</translation>
  </message>
  <message numerus="yes">
   <source>{n:,} bytes are no letters in this encoding, shown as �.</source>
   <translation>
    <numerusform>{n:,} Byte ist in dieser Kodierung kein Zeichen, gezeigt als �.</numerusform>
    <numerusform>{n:,} Bytes sind in dieser Kodierung keine Zeichen, gezeigt als �.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} categories</source>
   <translation>
    <numerusform>{n:,} Kategorie</numerusform>
    <numerusform>{n:,} Kategorien</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} cells are limits and count as in the training: {cell} is {number:g}.</source>
   <translation>
    <numerusform>{n:,} Zelle ist ein Grenzwert und zählt wie beim Training: {cell} ist {number:g}.</numerusform>
    <numerusform>{n:,} Zellen sind Grenzwerte und zählen wie beim Training: {cell} ist {number:g}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} cells are no dates and count as missing, first {cell!r} in {place}.</source>
   <translation>
    <numerusform>{n:,} Zelle ist kein Datum und gilt als fehlend: {cell!r} in {place}.</numerusform>
    <numerusform>{n:,} Zellen sind keine Daten und gelten als fehlend, die erste ist {cell!r} in {place}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} cells are written in percent among shares: {word} is {number:g}.</source>
   <translation>
    <numerusform>{n:,} Zelle steht in Prozent zwischen Anteilen: {word} ist {number:g}.</numerusform>
    <numerusform>{n:,} Zellen stehen in Prozent zwischen Anteilen: {word} ist {number:g}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} cells are written in percent and were read as shares, as in the training: {cell} is {number:g}.</source>
   <translation>
    <numerusform>{n:,} Zelle ist in Prozent geschrieben und wurde wie beim Training als Anteil gelesen: {cell} ist {number:g}.</numerusform>
    <numerusform>{n:,} Zellen sind in Prozent geschrieben und wurden wie beim Training als Anteile gelesen: {cell} ist {number:g}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} cells cannot be read as {kind} and count as missing, first {word!r} in {place}.</source>
   <translation>
    <numerusform>{n:,} Zelle ist nicht als {kind} lesbar und gilt als fehlend: {word!r} in {place}.</numerusform>
    <numerusform>{n:,} Zellen sind nicht als {kind} lesbar und gelten als fehlend, zuerst {word!r} in {place}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} cells carry another unit and count as missing, first {word} in {place}.</source>
   <translation>
    <numerusform>{n:,} Zelle trägt eine andere Einheit und gilt als fehlend: {word} in {place}.</numerusform>
    <numerusform>{n:,} Zellen tragen eine andere Einheit und gelten als fehlend, zuerst {word} in {place}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} cells copied.</source>
   <translation>
    <numerusform>{n:,} Zelle kopiert.</numerusform>
    <numerusform>{n:,} Zellen kopiert.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} cells hold a trace and count as 0: {word}.</source>
   <translation>
    <numerusform>{n:,} Zelle enthält eine Spur und zählt als 0: {word}.</numerusform>
    <numerusform>{n:,} Zellen enthalten Spuren und zählen als 0: {word}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} cells hold numbers far from all others: {values}. If they mean no value, treat them as missing.</source>
   <translation>
    <numerusform>{n:,} Zelle enthält Zahlen weit weg von allen anderen: {values}. Falls sie „kein Wert“ bedeuten, als fehlend behandeln.</numerusform>
    <numerusform>{n:,} Zellen enthalten Zahlen weit weg von allen anderen: {values}. Falls sie „kein Wert“ bedeuten, als fehlend behandeln.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} cells hold {value}, far from all others, first in {place}. If it means no value, treat it as missing.</source>
   <translation>
    <numerusform>{n:,} Zelle enthält {value}, weit weg von allen anderen, in {place}. Falls das „kein Wert“ bedeutet, als fehlend behandeln.</numerusform>
    <numerusform>{n:,} Zellen enthalten {value}, weit weg von allen anderen, zuerst in {place}. Falls das „kein Wert“ bedeutet, als fehlend behandeln.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} cells hold {word} and count as missing; among codes of two letters it may be one of them.</source>
   <translation>
    <numerusform>{n:,} Zelle enthält {word} und gilt als fehlend; unter Kürzeln aus zwei Buchstaben kann es eines davon sein.</numerusform>
    <numerusform>{n:,} Zellen enthalten {word} und gelten als fehlend; unter Kürzeln aus zwei Buchstaben kann es eines davon sein.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} cells of bytes count as missing.</source>
   <translation>
    <numerusform>{n:,} Zelle mit Bytes zählt als fehlend.</numerusform>
    <numerusform>{n:,} Zellen mit Bytes zählen als fehlend.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} cells of {name} are no numbers, first {cell!r} in {place}; their rows do not count in the scores.</source>
   <translation>
    <numerusform>{n:,} Zelle von {name} ist keine Zahl: {cell!r} in {place}; ihre Zeile zählt in der Bewertung nicht.</numerusform>
    <numerusform>{n:,} Zellen von {name} sind keine Zahlen, zuerst {cell!r} in {place}; ihre Zeilen zählen in der Bewertung nicht.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} cells of {name} are not what the network was trained on, first {cell!r} in {place}. Their rows get no prediction.</source>
   <translation>
    <numerusform>{n:,} Zelle von {name} passt nicht zu dem, womit das Netz trainiert wurde: {cell!r} in {place}. Ihre Zeile erhält keine Vorhersage.</numerusform>
    <numerusform>{n:,} Zellen von {name} passen nicht zu dem, womit das Netz trainiert wurde, zuerst {cell!r} in {place}. Ihre Zeilen erhalten keine Vorhersage.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} cells of {name} hold a category that no fitted row has; they count as none of the known.</source>
   <translation>
    <numerusform>{n:,} Zelle von {name} enthält eine Kategorie, die in keiner angepassten Zeile vorkommt; sie zählt als keine der bekannten.</numerusform>
    <numerusform>{n:,} Zellen von {name} enthalten eine Kategorie, die in keiner angepassten Zeile vorkommt; sie zählen als keine der bekannten.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} cells of {name} lie outside of {range}, the range of the training rows.</source>
   <translation>
    <numerusform>{n:,} Zelle von {name} liegt außerhalb von {range}, dem Bereich der Trainingszeilen.</numerusform>
    <numerusform>{n:,} Zellen von {name} liegen außerhalb von {range}, dem Bereich der Trainingszeilen.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} cells without a unit count in {unit}, too.</source>
   <translation>
    <numerusform>{n:,} Zelle ohne Einheit zählt ebenfalls in {unit}.</numerusform>
    <numerusform>{n:,} Zellen ohne Einheit zählen ebenfalls in {unit}.</numerusform>
   </translation>
  </message>
  <message>
   <source>{n:,} classes: {names} has so many different values.</source>
   <translation>{n:,} Klassen: {names} hat so viele verschiedene Werte.</translation>
  </message>
  <message numerus="yes">
   <source>{n:,} columns</source>
   <translation>
    <numerusform>{n:,} Spalte</numerusform>
    <numerusform>{n:,} Spalten</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} columns have no name in the header and got one by place, such as column_1.</source>
   <translation>
    <numerusform>{n:,} Spalte hat in der Kopfzeile keinen Namen und wurde nach ihrem Platz benannt, etwa column_1.</numerusform>
    <numerusform>{n:,} Spalten haben in der Kopfzeile keinen Namen und wurden nach ihrem Platz benannt, etwa column_1.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} columns selected</source>
   <translation>
    <numerusform>{n:,} Spalte ausgewählt</numerusform>
    <numerusform>{n:,} Spalten ausgewählt</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} columns without name and value were left out.</source>
   <translation>
    <numerusform>{n:,} Spalte ohne Namen und Werte wurde ausgelassen.</numerusform>
    <numerusform>{n:,} Spalten ohne Namen und Werte wurden ausgelassen.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} dates have no time of day and count as midnight, first {cell}.</source>
   <translation>
    <numerusform>{n:,} Datum hat keine Uhrzeit und gilt als Mitternacht: {cell}.</numerusform>
    <numerusform>{n:,} Daten haben keine Uhrzeit und gelten als Mitternacht, das erste ist {cell}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} derived columns: {names}.</source>
   <translation>
    <numerusform>{n:,} abgeleitete Spalte: {names}.</numerusform>
    <numerusform>{n:,} abgeleitete Spalten: {names}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} distinct values, {missing:,} missing</source>
   <translation>
    <numerusform>{n:,} verschiedener Wert, {missing:,} fehlend</numerusform>
    <numerusform>{n:,} verschiedene Werte, {missing:,} fehlend</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} ditto marks repeat the cells above them.</source>
   <translation>
    <numerusform>{n:,} Unterführungszeichen wiederholt die Zelle darüber.</numerusform>
    <numerusform>{n:,} Unterführungszeichen wiederholen die Zellen darüber.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} earlier entries not shown</source>
   <translation>
    <numerusform>{n:,} früherer Eintrag nicht gezeigt</numerusform>
    <numerusform>{n:,} frühere Einträge nicht gezeigt</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} earlier runs of the list are in no file yet.</source>
   <translation>
    <numerusform>{n:,} früherer Lauf der Liste ist noch in keiner Datei.</numerusform>
    <numerusform>{n:,} frühere Läufe der Liste sind noch in keiner Datei.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} empty cells filled.</source>
   <translation>
    <numerusform>{n:,} leere Zelle gefüllt.</numerusform>
    <numerusform>{n:,} leere Zellen gefüllt.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} empty cells of {name} were filled.</source>
   <translation>
    <numerusform>{n:,} leere Zelle von {name} wurde gefüllt.</numerusform>
    <numerusform>{n:,} leere Zellen von {name} wurden gefüllt.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} epochs in {seconds:,.3g} seconds of training.</source>
   <translation>
    <numerusform>{n:,} Epoche in {seconds:,.3g} Sekunden Training.</numerusform>
    <numerusform>{n:,} Epochen in {seconds:,.3g} Sekunden Training.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} epochs repeated here and compared</source>
   <translation>
    <numerusform>{n:,} Epoche hier wiederholt und verglichen</numerusform>
    <numerusform>{n:,} Epochen hier wiederholt und verglichen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} epochs, read back and compared.</source>
   <translation>
    <numerusform>{n:,} Epoche, zurückgelesen und verglichen.</numerusform>
    <numerusform>{n:,} Epochen, zurückgelesen und verglichen.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} epochs: {updates:,} updates in all, with {rows:,} training rows.</source>
   <translation>
    <numerusform>{n:,} Epoche: insgesamt {updates:,} Aktualisierungen bei {rows:,} Trainingszeilen.</numerusform>
    <numerusform>{n:,} Epochen: insgesamt {updates:,} Aktualisierungen bei {rows:,} Trainingszeilen.</numerusform>
   </translation>
  </message>
  <message>
   <source>{n:,} for {subset}</source>
   <translation>{n:,} für {subset}</translation>
  </message>
  <message numerus="yes">
   <source>{n:,} groups cannot make {k} folds.</source>
   <translation>
    <numerusform>{n:,} Gruppe kann keine {k} Teile bilden.</numerusform>
    <numerusform>{n:,} Gruppen können keine {k} Teile bilden.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} ignored</source>
   <translation>
    <numerusform>{n:,} ignoriert</numerusform>
    <numerusform>{n:,} ignoriert</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} infinite values count as missing, first in row {row:,}.</source>
   <translation>
    <numerusform>{n:,} unendlicher Wert gilt als fehlend, zuerst in Zeile {row:,}.</numerusform>
    <numerusform>{n:,} unendliche Werte gelten als fehlend, zuerst in Zeile {row:,}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} inputs</source>
   <translation>
    <numerusform>{n:,} Eingabe</numerusform>
    <numerusform>{n:,} Eingaben</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} inputs give the target away.</source>
   <translation>
    <numerusform>{n:,} Eingabe verrät das Ziel.</numerusform>
    <numerusform>{n:,} Eingaben verraten das Ziel.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} inputs, no target</source>
   <translation>
    <numerusform>{n:,} Eingabe, keine Zielgröße</numerusform>
    <numerusform>{n:,} Eingaben, keine Zielgröße</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} inputs, target {names}</source>
   <translation>
    <numerusform>{n:,} Eingabe, Zielgröße {names}</numerusform>
    <numerusform>{n:,} Eingaben, Zielgröße {names}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} lines below the names were left out, first line {line:,}: “{text}”.</source>
   <translation>
    <numerusform>{n:,} Zeile unter den Namen wurde ausgelassen, Zeile {line:,}: „{text}“.</numerusform>
    <numerusform>{n:,} Zeilen unter den Namen wurden ausgelassen, die erste ist Zeile {line:,}: „{text}“.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} lines were left out as comments.</source>
   <translation>
    <numerusform>{n:,} Zeile wurde als Kommentar ausgelassen.</numerusform>
    <numerusform>{n:,} Zeilen wurden als Kommentare ausgelassen.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} lines were left out as notes below the table, first “{note}”.</source>
   <translation>
    <numerusform>{n:,} Zeile unter der Tabelle wurde als Anmerkung ausgelassen: „{note}“.</numerusform>
    <numerusform>{n:,} Zeilen unter der Tabelle wurden als Anmerkungen ausgelassen, zuerst „{note}“.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} listed</source>
   <translation>
    <numerusform>{n:,} aufgeführt</numerusform>
    <numerusform>{n:,} aufgeführt</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} more columns have remarks of this kind.</source>
   <translation>
    <numerusform>{n:,} weitere Spalte hat solche Bemerkungen.</numerusform>
    <numerusform>{n:,} weitere Spalten haben solche Bemerkungen.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} more columns have such remarks: {names}.</source>
   <translation>
    <numerusform>{n:,} weitere Spalte mit so einer Bemerkung: {names}.</numerusform>
    <numerusform>{n:,} weitere Spalten mit solchen Bemerkungen: {names}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} more rows have no prediction.</source>
   <translation>
    <numerusform>{n:,} weitere Zeile hat keine Vorhersage.</numerusform>
    <numerusform>{n:,} weitere Zeilen haben keine Vorhersage.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} networks have no average.</source>
   <translation>
    <numerusform>{n:,} Netz hat kein Mittel.</numerusform>
    <numerusform>{n:,} Netze haben kein Mittel.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} notes on reading this file</source>
   <translation>
    <numerusform>{n:,} Hinweis zum Lesen dieser Datei</numerusform>
    <numerusform>{n:,} Hinweise zum Lesen dieser Datei</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} notes on the rows</source>
   <translation>
    <numerusform>{n:,} Hinweis zu den Zeilen</numerusform>
    <numerusform>{n:,} Hinweise zu den Zeilen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} numbers also enter in up to {pieces} pieces, so that {rows:,} training rows can teach bends and steps. On three tables of 5,000 rows or more the error fell by 3 to 10 %, but not with 2,000 rows or fewer.</source>
   <translation>
    <numerusform>{n:,} Zahl geht auch in bis zu {pieces} Stücken ein, damit {rows:,} Trainingszeilen Knicke und Stufen lehren können. Bei drei Tabellen ab 5.000 Zeilen sank der Fehler um 3 bis 10 %, bei höchstens 2.000 Zeilen aber nicht.</numerusform>
    <numerusform>{n:,} Zahlen gehen auch in bis zu {pieces} Stücken ein, damit {rows:,} Trainingszeilen Knicke und Stufen lehren können. Bei drei Tabellen ab 5.000 Zeilen sank der Fehler um 3 bis 10 %, bei höchstens 2.000 Zeilen aber nicht.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} numbers are not finite (red)</source>
   <translation>
    <numerusform>{n:,} Zahl ist nicht endlich (rot)</numerusform>
    <numerusform>{n:,} Zahlen sind nicht endlich (rot)</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} numbers stand in several ways that may be different codes: {words} are all {number:g}.</source>
   <translation>
    <numerusform>{n:,} Zahl ist auf mehrere Arten geschrieben, die verschiedene Schlüssel sein können: {words} sind alle {number:g}.</numerusform>
    <numerusform>{n:,} Zahlen sind auf mehrere Arten geschrieben, die verschiedene Schlüssel sein können: {words} sind alle {number:g}.</numerusform>
   </translation>
  </message>
  <message>
   <source>{n:,} of categories</source>
   <translation>{n:,} mit Kategorien</translation>
  </message>
  <message>
   <source>{n:,} of dates</source>
   <translation>{n:,} mit Datumsangaben</translation>
  </message>
  <message>
   <source>{n:,} of nothing</source>
   <translation>{n:,} ohne Werte</translation>
  </message>
  <message>
   <source>{n:,} of numbers</source>
   <translation>{n:,} mit Zahlen</translation>
  </message>
  <message>
   <source>{n:,} of texts</source>
   <translation>{n:,} mit Texten</translation>
  </message>
  <message>
   <source>{n:,} of whole numbers</source>
   <translation>{n:,} mit Ganzzahlen</translation>
  </message>
  <message>
   <source>{n:,} of yes or no</source>
   <translation>{n:,} mit Ja oder Nein</translation>
  </message>
  <message>
   <source>{n:,} of {all:,}</source>
   <translation>{n:,} von {all:,}</translation>
  </message>
  <message>
   <source>{n:,} of {all:,} tasks reached</source>
   <translation>{n:,} von {all:,} Aufgaben erreicht</translation>
  </message>
  <message numerus="yes">
   <source>{n:,} of {cells:,} cells are neither; row {row:,} holds {cell!r}.</source>
   <translation>
    <numerusform>{n:,} von {cells:,} Zellen ist keins von beiden; Zeile {row:,} enthält {cell!r}.</numerusform>
    <numerusform>{n:,} von {cells:,} Zellen sind keins von beiden; Zeile {row:,} enthält {cell!r}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} of {cells:,} cells are not numbers; row {row:,} holds {cell!r}.</source>
   <translation>
    <numerusform>{n:,} von {cells:,} Zellen ist keine Zahl; Zeile {row:,} enthält {cell!r}.</numerusform>
    <numerusform>{n:,} von {cells:,} Zellen sind keine Zahlen; Zeile {row:,} enthält {cell!r}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} of {cells:,} numbers are outside; row {row:,} holds {value}.</source>
   <translation>
    <numerusform>{n:,} von {cells:,} Zahlen liegt außerhalb; Zeile {row:,} enthält {value}.</numerusform>
    <numerusform>{n:,} von {cells:,} Zahlen liegen außerhalb; Zeile {row:,} enthält {value}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} of {held:,} rows for validation and test are nearly training rows: no column differs by more than {tolerance:g} standard deviations.</source>
   <translation>
    <numerusform>{n:,} von {held:,} Zeilen für Validierung und Test ist fast eine Trainingszeile: Keine Spalte weicht um mehr als {tolerance:g} Standardabweichungen ab.</numerusform>
    <numerusform>{n:,} von {held:,} Zeilen für Validierung und Test sind fast Trainingszeilen: Keine Spalte weicht um mehr als {tolerance:g} Standardabweichungen ab.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} of {held:,} rows for validation and test have the same inputs and target as a training row.</source>
   <translation>
    <numerusform>{n:,} von {held:,} Zeilen für Validierung und Test hat dieselben Eingaben und dasselbe Ziel wie eine Trainingszeile.</numerusform>
    <numerusform>{n:,} von {held:,} Zeilen für Validierung und Test haben dieselben Eingaben und dasselbe Ziel wie eine Trainingszeile.</numerusform>
   </translation>
  </message>
  <message>
   <source>{n:,} of {rows:,} rows are left out for empty cells in {names}. Filled with the median, and flagged, they can teach.</source>
   <translation>{n:,} von {rows:,} Zeilen sind wegen leerer Zellen in {names} weggelassen. Mit dem Median gefüllt und gekennzeichnet, können sie etwas lehren.</translation>
  </message>
  <message numerus="yes">
   <source>{n:,} of {rows:,} rows get no prediction.</source>
   <translation>
    <numerusform>{n:,} von {rows:,} Zeilen erhält keine Vorhersage.</numerusform>
    <numerusform>{n:,} von {rows:,} Zeilen erhalten keine Vorhersage.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} of {rows:,} rows have a prediction; predictions first.</source>
   <translation>
    <numerusform>{n:,} von {rows:,} Zeilen hat eine Vorhersage; Vorhersagen zuerst.</numerusform>
    <numerusform>{n:,} von {rows:,} Zeilen haben eine Vorhersage; Vorhersagen zuerst.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} of {rows:,} rows lie outside of what the training rows held, so their predictions are guesses.</source>
   <translation>
    <numerusform>{n:,} von {rows:,} Zeilen liegt außerhalb dessen, was die Trainingszeilen enthielten; ihre Vorhersage ist also geraten.</numerusform>
    <numerusform>{n:,} von {rows:,} Zeilen liegen außerhalb dessen, was die Trainingszeilen enthielten; ihre Vorhersagen sind also geraten.</numerusform>
   </translation>
  </message>
  <message>
   <source>{n:,} of {total:,} rows: {series}</source>
   <translation>{n:,} von {total:,} Zeilen: {series}</translation>
  </message>
  <message numerus="yes">
   <source>{n:,} predictions are 0.</source>
   <translation>
    <numerusform>{n:,} Vorhersage ist 0.</numerusform>
    <numerusform>{n:,} Vorhersagen sind 0.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} predictions are below 0.</source>
   <translation>
    <numerusform>{n:,} Vorhersage liegt unter 0.</numerusform>
    <numerusform>{n:,} Vorhersagen liegen unter 0.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} predictions are not finite and not shown</source>
   <translation>
    <numerusform>{n:,} Vorhersage ist nicht endlich und nicht gezeigt</numerusform>
    <numerusform>{n:,} Vorhersagen sind nicht endlich und nicht gezeigt</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} rows</source>
   <translation>
    <numerusform>{n:,} Zeile</numerusform>
    <numerusform>{n:,} Zeilen</numerusform>
   </translation>
  </message>
  <message>
   <source>{n:,} rows are chosen: {some}</source>
   <translation>{n:,} Zeilen sind gewählt: {some}</translation>
  </message>
  <message numerus="yes">
   <source>{n:,} rows are for training.</source>
   <translation>
    <numerusform>{n:,} Zeile ist für das Training.</numerusform>
    <numerusform>{n:,} Zeilen sind für das Training.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} rows are needed at least.</source>
   <translation>
    <numerusform>Mindestens {n:,} Zeile ist nötig.</numerusform>
    <numerusform>Mindestens {n:,} Zeilen sind nötig.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} rows can be used, and the split gives all of them to validation and test.</source>
   <translation>
    <numerusform>{n:,} Zeile kann verwendet werden, und die Aufteilung gibt sie der Validierung oder dem Test.</numerusform>
    <numerusform>{n:,} Zeilen können verwendet werden, und die Aufteilung gibt sie alle der Validierung und dem Test.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} rows have a class in {name} that the network does not know, first {cell!r} in {place}; they do not count in the scores.</source>
   <translation>
    <numerusform>{n:,} Zeile hat in {name} eine Klasse, die das Netz nicht kennt: {cell!r} in {place}; sie zählt in der Bewertung nicht.</numerusform>
    <numerusform>{n:,} Zeilen haben in {name} eine Klasse, die das Netz nicht kennt, zuerst {cell!r} in {place}; sie zählen in der Bewertung nicht.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} rows have a quote sign inside a cell, which was kept, first in line {line:,}.</source>
   <translation>
    <numerusform>{n:,} Zeile hat ein Anführungszeichen in einer Zelle, das beibehalten wurde, in Zeile {line:,}.</numerusform>
    <numerusform>{n:,} Zeilen haben ein Anführungszeichen in einer Zelle, das beibehalten wurde, zuerst in Zeile {line:,}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} rows have more than {width:,} cells and were kept with extra columns; the first is line {line:,} with {cells:,}.</source>
   <translation>
    <numerusform>{n:,} Zeile hat mehr als {width:,} Zellen und wurde mit zusätzlichen Spalten behalten; die erste ist Zeile {line:,} mit {cells:,}.</numerusform>
    <numerusform>{n:,} Zeilen haben mehr als {width:,} Zellen und wurden mit zusätzlichen Spalten behalten; die erste ist Zeile {line:,} mit {cells:,}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} rows have no place on these axes</source>
   <translation>
    <numerusform>{n:,} Zeile hat keinen Platz auf diesen Achsen</numerusform>
    <numerusform>{n:,} Zeilen haben keinen Platz auf diesen Achsen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} rows have no true value in {name} and do not count in the scores.</source>
   <translation>
    <numerusform>{n:,} Zeile hat keinen wahren Wert in {name} und zählt in der Bewertung nicht.</numerusform>
    <numerusform>{n:,} Zeilen haben keinen wahren Wert in {name} und zählen in der Bewertung nicht.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} rows have no value in {name}.</source>
   <translation>
    <numerusform>{n:,} Zeile hat keinen Wert in {name}.</numerusform>
    <numerusform>{n:,} Zeilen haben keinen Wert in {name}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} rows left out: {reason}.</source>
   <translation>
    <numerusform>{n:,} Zeile ausgelassen: {reason}.</numerusform>
    <numerusform>{n:,} Zeilen ausgelassen: {reason}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} rows read.</source>
   <translation>
    <numerusform>{n:,} Zeile gelesen.</numerusform>
    <numerusform>{n:,} Zeilen gelesen.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} rows used: {subsets}.</source>
   <translation>
    <numerusform>{n:,} Zeile verwendet: {subsets}.</numerusform>
    <numerusform>{n:,} Zeilen verwendet: {subsets}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} rows were filled up with missing cells for having fewer than {width:,}; the first is line {line:,} with {cells:,}.</source>
   <translation>
    <numerusform>{n:,} Zeile mit weniger als {width:,} Zellen wurde mit fehlenden aufgefüllt; die erste ist Zeile {line:,} mit {cells:,}.</numerusform>
    <numerusform>{n:,} Zeilen mit weniger als {width:,} Zellen wurden mit fehlenden aufgefüllt; die erste ist Zeile {line:,} mit {cells:,}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} rows were left out for having more than {width:,} cells; the first is line {line:,} with {cells:,}.</source>
   <translation>
    <numerusform>{n:,} Zeile mit mehr als {width:,} Zellen wurde ausgelassen; die erste ist Zeile {line:,} mit {cells:,}.</numerusform>
    <numerusform>{n:,} Zeilen mit mehr als {width:,} Zellen wurden ausgelassen; die erste ist Zeile {line:,} mit {cells:,}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} rows were left out for having only empty cells.</source>
   <translation>
    <numerusform>{n:,} Zeile wurde ausgelassen, weil sie nur leere Zellen enthält.</numerusform>
    <numerusform>{n:,} Zeilen wurden ausgelassen, weil sie nur leere Zellen enthalten.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} rows were left out for repeating the header, first in line {line:,}.</source>
   <translation>
    <numerusform>{n:,} Zeile wurde ausgelassen, weil sie die Kopfzeile wiederholt, zuerst Zeile {line:,}.</numerusform>
    <numerusform>{n:,} Zeilen wurden ausgelassen, weil sie die Kopfzeile wiederholen, zuerst Zeile {line:,}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} rows with a true {name}</source>
   <translation>
    <numerusform>{n:,} Zeile mit wahrem Wert von {name}</numerusform>
    <numerusform>{n:,} Zeilen mit wahrem Wert von {name}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} rows with their predictions are in {file}.</source>
   <translation>
    <numerusform>{n:,} Zeile mit Vorhersage steht in {file}.</numerusform>
    <numerusform>{n:,} Zeilen mit Vorhersagen stehen in {file}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} rows, predictions first.</source>
   <translation>
    <numerusform>{n:,} Zeile, Vorhersagen zuerst.</numerusform>
    <numerusform>{n:,} Zeilen, Vorhersagen zuerst.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} rows, read back and compared.</source>
   <translation>
    <numerusform>{n:,} Zeile, zurückgelesen und verglichen.</numerusform>
    <numerusform>{n:,} Zeilen, zurückgelesen und verglichen.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} rows, {subset}</source>
   <translation>
    <numerusform>{n:,} Zeile, {subset}</numerusform>
    <numerusform>{n:,} Zeilen, {subset}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} rows: given {given}, true {true}</source>
   <translation>
    <numerusform>{n:,} Zeile: gegeben {given}, wahr {true}</numerusform>
    <numerusform>{n:,} Zeilen: gegeben {given}, wahr {true}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} runs</source>
   <translation>
    <numerusform>{n:,} Lauf</numerusform>
    <numerusform>{n:,} Läufe</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} settings were tried.</source>
   <translation>
    <numerusform>{n:,} Einstellung wurde versucht.</numerusform>
    <numerusform>{n:,} Einstellungen wurden versucht.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} snapshots, at most {most:,}</source>
   <translation>
    <numerusform>{n:,} Schnappschuss, höchstens {most:,}</numerusform>
    <numerusform>{n:,} Schnappschüsse, höchstens {most:,}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} targets</source>
   <translation>
    <numerusform>{n:,} Zielgröße</numerusform>
    <numerusform>{n:,} Zielgrößen</numerusform>
   </translation>
  </message>
  <message>
   <source>{n:,} targets: {names}</source>
   <translation>{n:,} Zielgrößen: {names}</translation>
  </message>
  <message numerus="yes">
   <source>{n:,} test rows</source>
   <translation>
    <numerusform>{n:,} Testzeile</numerusform>
    <numerusform>{n:,} Testzeilen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} training rows</source>
   <translation>
    <numerusform>{n:,} Trainingszeile</numerusform>
    <numerusform>{n:,} Trainingszeilen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} true values are 0.</source>
   <translation>
    <numerusform>{n:,} wahrer Wert ist 0.</numerusform>
    <numerusform>{n:,} wahre Werte sind 0.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} true values are below 0.</source>
   <translation>
    <numerusform>{n:,} wahrer Wert liegt unter 0.</numerusform>
    <numerusform>{n:,} wahre Werte liegen unter 0.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} validation rows</source>
   <translation>
    <numerusform>{n:,} Validierungszeile</numerusform>
    <numerusform>{n:,} Validierungszeilen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} validation rows are too few to choose networks by: the choice would follow chance.</source>
   <translation>
    <numerusform>{n:,} Validierungszeile ist zu wenig, um danach Netze auszuwählen: Die Auswahl folgte dem Zufall.</numerusform>
    <numerusform>{n:,} Validierungszeilen sind zu wenige, um danach Netze auszuwählen: Die Auswahl folgte dem Zufall.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} validation rows choose the epoch whose weights are kept. With so few, chance has a say in it.</source>
   <translation>
    <numerusform>{n:,} Validierungszeile wählt die Epoche, deren Gewichte behalten werden. Bei so wenigen redet der Zufall kräftig mit.</numerusform>
    <numerusform>{n:,} Validierungszeilen wählen die Epoche, deren Gewichte behalten werden. Bei so wenigen redet der Zufall kräftig mit.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} values are 0 or less and cannot be on a log axis</source>
   <translation>
    <numerusform>{n:,} Wert ist 0 oder kleiner und hat auf einer log-Achse keinen Platz</numerusform>
    <numerusform>{n:,} Werte sind 0 oder kleiner und haben auf einer log-Achse keinen Platz</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} values are not finite</source>
   <translation>
    <numerusform>{n:,} Wert ist nicht endlich</numerusform>
    <numerusform>{n:,} Werte sind nicht endlich</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} values are only known to lie below or above a limit: {word} counts as {number:g}.</source>
   <translation>
    <numerusform>Von {n:,} Wert ist nur bekannt, dass er unter oder über einer Grenze liegt: {word} zählt als {number:g}.</numerusform>
    <numerusform>Von {n:,} Werten ist nur bekannt, dass sie unter oder über einer Grenze liegen: {word} zählt als {number:g}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} values below or above a limit count as missing, first {word} in {place}.</source>
   <translation>
    <numerusform>{n:,} Wert unter oder über einer Grenze gilt als fehlend: {word} in {place}.</numerusform>
    <numerusform>{n:,} Werte unter oder über einer Grenze gelten als fehlend, zuerst {word} in {place}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} values have no place on this axis</source>
   <translation>
    <numerusform>{n:,} Wert hat auf dieser Achse keinen Platz</numerusform>
    <numerusform>{n:,} Werte haben auf dieser Achse keinen Platz</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} weights of epoch {epoch:,}, {how}.</source>
   <translation>
    <numerusform>{n:,} Gewicht aus Epoche {epoch:,}, {how}.</numerusform>
    <numerusform>{n:,} Gewichte aus Epoche {epoch:,}, {how}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} words are one each for several that differ only in case: {words}.</source>
   <translation>
    <numerusform>{n:,} Wort steht für mehrere, die sich nur in der Großschreibung unterscheiden: {words}.</numerusform>
    <numerusform>{n:,} Wörter stehen jeweils für mehrere, die sich nur in der Großschreibung unterscheiden: {words}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} words are written in ways that differ only in case or blanks, and count as several: {words}.</source>
   <translation>
    <numerusform>{n:,} Wort ist auf mehrere Arten geschrieben, die sich nur in Großschreibung oder Leerzeichen unterscheiden, und zählt als mehrere: {words}.</numerusform>
    <numerusform>{n:,} Wörter sind auf mehrere Arten geschrieben, die sich nur in Großschreibung oder Leerzeichen unterscheiden, und zählen als mehrere: {words}.</numerusform>
   </translation>
  </message>
  <message>
   <source>{n:,} {reason}</source>
   <translation>{n:,} {reason}</translation>
  </message>
  <message>
   <source>{n:,} {subset}</source>
   <translation>{n:,} {subset}</translation>
  </message>
  <message numerus="yes">
   <source>{n:,} {subset} rows</source>
   <translation>
    <numerusform>{n:,} Zeile ({subset})</numerusform>
    <numerusform>{n:,} Zeilen ({subset})</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n:,} {subset} rows are too few for intervals of {level}.</source>
   <translation>
    <numerusform>{n:,} Zeile für {subset} ist zu wenig für Intervalle von {level}.</numerusform>
    <numerusform>{n:,} Zeilen für {subset} sind zu wenige für Intervalle von {level}.</numerusform>
   </translation>
  </message>
  <message>
   <source>{n:,}nd</source>
   <translation>Nr. {n:,}</translation>
  </message>
  <message>
   <source>{n:,}rd</source>
   <translation>Nr. {n:,}</translation>
  </message>
  <message>
   <source>{n:,}st</source>
   <translation>Nr. {n:,}</translation>
  </message>
  <message>
   <source>{n:,}th</source>
   <translation>Nr. {n:,}</translation>
  </message>
  <message>
   <source>{names} and {n:,} more</source>
   <translation>{names} und {n:,} weitere</translation>
  </message>
  <message numerus="yes">
   <source>{names} are left out: they would give the target {target} away.</source>
   <translation>
    <numerusform>{names} ist weggelassen: Die Spalte würde das Ziel {target} verraten.</numerusform>
    <numerusform>{names} sind weggelassen: Sie würden das Ziel {target} verraten.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{names} are strongly skewed: a few extreme values decide what is learned.</source>
   <translation>
    <numerusform>{names} ist stark schief verteilt: Wenige extreme Werte bestimmen, was gelernt wird.</numerusform>
    <numerusform>{names} sind stark schief verteilt: Wenige extreme Werte bestimmen, was gelernt wird.</numerusform>
   </translation>
  </message>
  <message>
   <source>{names} cannot change in the middle of a run.</source>
   <translation>Mitten im Lauf nicht änderbar: {names}.</translation>
  </message>
  <message numerus="yes">
   <source>{names} have the same value in every training row and can teach nothing. Leave them out.</source>
   <translation>
    <numerusform>{names} hat in jeder Trainingszeile denselben Wert und kann nichts lehren. Besser weglassen.</numerusform>
    <numerusform>{names} haben in jeder Trainingszeile denselben Wert und können nichts lehren. Besser weglassen.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{names} hold text.</source>
   <translation>
    <numerusform>{names} enthält Text.</numerusform>
    <numerusform>{names} enthalten Text.</numerusform>
   </translation>
  </message>
  <message>
   <source>{names} or {last}</source>
   <translation>{names} oder {last}</translation>
  </message>
  <message>
   <source>{name} (true)</source>
   <translation>{name} (wahr)</translation>
  </message>
  <message>
   <source>{name} ({n:,})</source>
   <translation>{name} ({n:,})</translation>
  </message>
  <message>
   <source>{name} above</source>
   <translation>{name} darüber</translation>
  </message>
  <message>
   <source>{name} after</source>
   <translation>{name} nachher</translation>
  </message>
  <message numerus="yes">
   <source>{name} and its {n:,} pieces</source>
   <translation>
    <numerusform>{name} und {n:,} Stück</numerusform>
    <numerusform>{name} und {n:,} Stücke davon</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{name} and {n:,} more</source>
   <translation>
    <numerusform>{name} und {n:,} weitere</numerusform>
    <numerusform>{name} und {n:,} weitere</numerusform>
   </translation>
  </message>
  <message>
   <source>{name} before</source>
   <translation>{name} vorher</translation>
  </message>
  <message>
   <source>{name} below</source>
   <translation>{name} darunter</translation>
  </message>
  <message>
   <source>{name} branches off {parent} after epoch {epoch:,}</source>
   <translation>{name} zweigt von {parent} nach Epoche {epoch:,} ab</translation>
  </message>
  <message>
   <source>{name} cannot be read as a database.</source>
   <translation>{name} lässt sich nicht als Datenbank lesen.</translation>
  </message>
  <message>
   <source>{name} cannot be read as a table.</source>
   <translation>{name} lässt sich nicht als Tabelle lesen.</translation>
  </message>
  <message>
   <source>{name} cannot be read as a workbook.</source>
   <translation>{name} lässt sich nicht als Arbeitsmappe lesen.</translation>
  </message>
  <message>
   <source>{name} cannot be read.</source>
   <translation>{name} lässt sich nicht lesen.</translation>
  </message>
  <message>
   <source>{name} cannot be read: its cells find no place on the disk.</source>
   <translation>{name} lässt sich nicht lesen: Für die Zellen ist kein Platz auf der Festplatte.</translation>
  </message>
  <message>
   <source>{name} differs from what was written.</source>
   <translation>{name} weicht von dem ab, was geschrieben wurde.</translation>
  </message>
  <message>
   <source>{name} differs.</source>
   <translation>{name} weicht ab.</translation>
  </message>
  <message>
   <source>{name} does not say where its table is.</source>
   <translation>{name} sagt nicht, wo die Tabelle liegt.</translation>
  </message>
  <message>
   <source>{name} has a sheet with cells far apart.</source>
   <translation>{name} hat ein Blatt mit weit verstreuten Zellen.</translation>
  </message>
  <message>
   <source>{name} has names but no rows.</source>
   <translation>{name} enthält Namen, aber keine Zeilen.</translation>
  </message>
  <message>
   <source>{name} has no cells.</source>
   <translation>{name} enthält keine Zellen.</translation>
  </message>
  <message>
   <source>{name} has no sheet with cells.</source>
   <translation>{name} hat kein Blatt mit Zellen.</translation>
  </message>
  <message>
   <source>{name} has no sheet {sheet}.</source>
   <translation>{name} hat kein Blatt {sheet}.</translation>
  </message>
  <message>
   <source>{name} has no sheets to choose from.</source>
   <translation>{name} hat keine Blätter zur Auswahl.</translation>
  </message>
  <message>
   <source>{name} has no table with rows.</source>
   <translation>{name} hat keine Tabelle mit Zeilen.</translation>
  </message>
  <message>
   <source>{name} has no table {table}.</source>
   <translation>{name} hat keine Tabelle {table}.</translation>
  </message>
  <message>
   <source>{name} has {n:,} columns.</source>
   <translation>{name} hat {n:,} Spalten.</translation>
  </message>
  <message>
   <source>{name} holds another study.</source>
   <translation>{name} enthält eine andere Studie.</translation>
  </message>
  <message>
   <source>{name} holds the target {target} of the next row: nobody knows it when it is to be predicted.</source>
   <translation>{name} enthält das Ziel {target} der nächsten Zeile: Niemand kennt es, wenn es vorhergesagt werden soll.</translation>
  </message>
  <message>
   <source>{name} holds the target {target} of {n:,} rows later: nobody knows it when it is to be predicted.</source>
   <translation>{name} enthält das Ziel {target} von {n:,} Zeilen später: Niemand kennt es, wenn es vorhergesagt werden soll.</translation>
  </message>
  <message>
   <source>{name} is a damaged zip archive.</source>
   <translation>{name} ist ein beschädigtes Zip-Archiv.</translation>
  </message>
  <message>
   <source>{name} is a folder.</source>
   <translation>{name} ist ein Ordner.</translation>
  </message>
  <message>
   <source>{name} is a pipe or a device, not a file.</source>
   <translation>{name} ist eine Pipe oder ein Gerät, keine Datei.</translation>
  </message>
  <message>
   <source>{name} is a spreadsheet, not a text file.</source>
   <translation>{name} ist ein Tabellenkalkulationsblatt, keine Textdatei.</translation>
  </message>
  <message>
   <source>{name} is a tar archive, not a table.</source>
   <translation>{name} ist ein tar-Archiv, keine Tabelle.</translation>
  </message>
  <message>
   <source>{name} is an archive with {n:,} files.</source>
   <translation>{name} ist ein Archiv mit {n:,} Dateien.</translation>
  </message>
  <message>
   <source>{name} is an office document, not a text file.</source>
   <translation>{name} ist ein Office-Dokument, keine Textdatei.</translation>
  </message>
  <message>
   <source>{name} is damaged or of another kind.</source>
   <translation>{name} ist beschädigt oder von anderer Art.</translation>
  </message>
  <message>
   <source>{name} is damaged.</source>
   <translation>{name} ist beschädigt.</translation>
  </message>
  <message>
   <source>{name} is derived from {target} of the same row, which nobody knows when a prediction is made. Take an earlier row: lag({target}, 1).</source>
   <translation>{name} ist aus {target} derselben Zeile abgeleitet, das niemand kennt, wenn vorhergesagt wird. Nehmen Sie eine frühere Zeile: lag({target}, 1).</translation>
  </message>
  <message>
   <source>{name} is empty.</source>
   <translation>{name} ist leer.</translation>
  </message>
  <message>
   <source>{name} is learned as {function}. Its predictions are kept from {low} to {high}, at most {n:g} × the range of the training values beyond them: the way back would make a small error a huge one.</source>
   <translation>{name} wird als {function} gelernt. Die Vorhersagen bleiben zwischen {low} und {high}, höchstens {n:g} × die Spannweite der Trainingswerte über diese hinaus: Der Rückweg machte einen kleinen Fehler riesig.</translation>
  </message>
  <message>
   <source>{name} is locked by a password.</source>
   <translation>{name} ist mit einem Passwort gesperrt.</translation>
  </message>
  <message>
   <source>{name} is no study.</source>
   <translation>{name} ist keine Studie.</translation>
  </message>
  <message>
   <source>{name} is not a file.</source>
   <translation>{name} ist keine Datei.</translation>
  </message>
  <message>
   <source>{name} is not where it was when the project was saved.</source>
   <translation>{name} liegt nicht mehr dort, wo es beim Speichern des Projekts war.</translation>
  </message>
  <message>
   <source>{name} is off the list; Edit &gt; Undo brings it back.</source>
   <translation>{name} steht nicht mehr in der Liste; Bearbeiten &gt; Rückgängig holt den Lauf zurück.</translation>
  </message>
  <message>
   <source>{name} is searched twice.</source>
   <translation>{name} wird zweimal durchsucht.</translation>
  </message>
  <message>
   <source>{name} is too large for one list of objects.</source>
   <translation>{name} ist zu groß für eine einzige Liste von Objekten.</translation>
  </message>
  <message>
   <source>{name} is too large.</source>
   <translation>{name} ist zu groß.</translation>
  </message>
  <message>
   <source>{name} is {kind} that is damaged, or written in a way that is not known here.</source>
   <translation>{name} ist {kind}, die beschädigt oder auf eine hier unbekannte Art geschrieben ist.</translation>
  </message>
  <message>
   <source>{name} is {kind}; pyarrow, which reads it, is not installed.</source>
   <translation>{name} ist {kind}; pyarrow, das sie liest, ist nicht installiert.</translation>
  </message>
  <message numerus="yes">
   <source>{name} is {value:g} in all training rows and differs in {n:,} rows for validation and test: the network learns nothing from it, and its new values enter unscaled. Ignore it, or split the rows in another way.</source>
   <translation>
    <numerusform>{name} ist in allen Trainingszeilen {value:g} und in {n:,} Zeile für Validierung und Test anders: Das Netz lernt daraus nichts, und die neuen Werte gehen unskaliert ein. Ignorieren Sie die Spalte, oder teilen Sie die Zeilen anders auf.</numerusform>
    <numerusform>{name} ist in allen Trainingszeilen {value:g} und in {n:,} Zeilen für Validierung und Test anders: Das Netz lernt daraus nichts, und die neuen Werte gehen unskaliert ein. Ignorieren Sie die Spalte, oder teilen Sie die Zeilen anders auf.</numerusform>
   </translation>
  </message>
  <message>
   <source>{name} is {value} in row {row:,} of the {subset} subset.</source>
   <translation>{name} ist {value} in Zeile {row:,} der Teilmenge {subset}.</translation>
  </message>
  <message>
   <source>{name} is {what}, not a table of text.</source>
   <translation>{name} ist {what}, keine Texttabelle.</translation>
  </message>
  <message numerus="yes">
   <source>{name} lacks {absent:,} of the {n:,} input columns.</source>
   <translation>
    <numerusform>{name} fehlt {absent:,} der {n:,} Eingabespalte.</numerusform>
    <numerusform>{name} fehlen {absent:,} der {n:,} Eingabespalten.</numerusform>
   </translation>
  </message>
  <message>
   <source>{name} reaches the network with mean {mean:,.4g} and deviation {spread:,.4g}. Numbers that far from 0 and 1 drive units into saturation and make one learning rate fit badly.</source>
   <translation>{name} erreicht das Netz mit Mittelwert {mean:,.4g} und Standardabweichung {spread:,.4g}. So weit von 0 und 1 entfernte Zahlen treiben Neuronen in die Sättigung, und keine Lernrate passt zu allen.</translation>
  </message>
  <message>
   <source>{name} unseen</source>
   <translation>{name} unbekannt</translation>
  </message>
  <message>
   <source>{name} was not found.</source>
   <translation>{name} wurde nicht gefunden.</translation>
  </message>
  <message>
   <source>{name} was not written: it is the table that is open.</source>
   <translation>{name} wurde nicht geschrieben: Es ist die geöffnete Tabelle.</translation>
  </message>
  <message>
   <source>{name} was not written: {reason}.</source>
   <translation>{name} wurde nicht geschrieben. {reason}.</translation>
  </message>
  <message>
   <source>{name} was trained on other numbers: the table was read again since.</source>
   <translation>{name} wurde mit anderen Zahlen trainiert: Die Tabelle wurde seitdem neu gelesen.</translation>
  </message>
  <message>
   <source>{name} would unpack to {n:,} MB, which no table of its size does.</source>
   <translation>{name} würde ausgepackt {n:,} MB groß, was bei keiner Tabelle dieser Größe vorkommt.</translation>
  </message>
  <message>
   <source>{name} would unpack to {n:,} MB, which no workbook of its size does.</source>
   <translation>{name} würde ausgepackt {n:,} MB groß, was bei keiner Arbeitsmappe dieser Größe vorkommt.</translation>
  </message>
  <message>
   <source>{name} {place}: mean answer {answer}</source>
   <translation>{name} {place}: mittlere Antwort {answer}</translation>
  </message>
  <message>
   <source>{name} {share}</source>
   <translation>{name} {share}</translation>
  </message>
  <message>
   <source>{name} {true}, predicted {predicted}, error {error}</source>
   <translation>{name} {true}, vorhergesagt {predicted}, Fehler {error}</translation>
  </message>
  <message>
   <source>{name} {value} ({low} to {high})</source>
   <translation>{name} {value} ({low} bis {high})</translation>
  </message>
  <message>
   <source>{name} {value}, exceeded by {share} % of the rows</source>
   <translation>{name} {value}, überschritten von {share} % der Zeilen</translation>
  </message>
  <message>
   <source>{name}, epoch {epoch:,}: {value}</source>
   <translation>{name}, Epoche {epoch:,}: {value}</translation>
  </message>
  <message numerus="yes">
   <source>{name}, {n:,} rows</source>
   <translation>
    <numerusform>{name}, {n:,} Zeile</numerusform>
    <numerusform>{name}, {n:,} Zeilen</numerusform>
   </translation>
  </message>
  <message>
   <source>{name}: large values are {spread} times as large as small ones; skewness {before}, after {function} {after}.</source>
   <translation>{name}: große Werte sind {spread}-mal so groß wie kleine; Schiefe {before}, nach {function} {after}.</translation>
  </message>
  <message>
   <source>{name}: skewness {before}, after {function} {after}.</source>
   <translation>{name}: Schiefe {before}, nach {function} {after}.</translation>
  </message>
  <message>
   <source>{name}: {role}, {kind}</source>
   <translation>{name}: {role}, {kind}</translation>
  </message>
  <message>
   <source>{name}: {score} falls by {mean} ({low} to {high})</source>
   <translation>{name}: {score} fällt um {mean} ({low} bis {high})</translation>
  </message>
  <message>
   <source>{name}: {sentence}</source>
   <translation>{name}: {sentence}</translation>
  </message>
  <message>
   <source>{name}: {typed!r} is not a number.</source>
   <translation>{name}: {typed!r} ist keine Zahl.</translation>
  </message>
  <message>
   <source>{name}= stands twice.</source>
   <translation>{name}= steht zweimal da.</translation>
  </message>
  <message>
   <source>{number} can be read in two ways.</source>
   <translation>{number} lässt sich auf zwei Arten lesen.</translation>
  </message>
  <message>
   <source>{number} million</source>
   <translation>{number} Mio.</translation>
  </message>
  <message>
   <source>{n} folds leave one of them without rows: too many rows have the same time.</source>
   <translation>Bei {n} Teilen bliebe einer ohne Zeilen: Zu viele Zeilen haben dieselbe Zeit.</translation>
  </message>
  <message numerus="yes">
   <source>{n} markers</source>
   <translation>
    <numerusform>{n} Kennzeichen</numerusform>
    <numerusform>{n} Kennzeichen</numerusform>
   </translation>
  </message>
  <message>
   <source>{n} more</source>
   <translation>{n} weitere</translation>
  </message>
  <message numerus="yes">
   <source>{n} networks</source>
   <translation>
    <numerusform>{n} Netz</numerusform>
    <numerusform>{n} Netze</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} pages with {scores} scores.</source>
   <translation>
    <numerusform>{n} Seite mit {scores} Gütemaßen.</numerusform>
    <numerusform>{n} Seiten mit {scores} Gütemaßen.</numerusform>
   </translation>
  </message>
  <message>
   <source>{n} strongest</source>
   <translation>{n} stärkste</translation>
  </message>
  <message>
   <source>{n} targets</source>
   <translation>{n} Zielgrößen</translation>
  </message>
  <message>
   <source>{optimizer} does not work with: {settings}.</source>
   <translation>{optimizer} verträgt sich nicht mit: {settings}.</translation>
  </message>
  <message>
   <source>{optimizer} finds the length of its steps by itself.</source>
   <translation>{optimizer} findet die Länge der Schritte von selbst.</translation>
  </message>
  <message>
   <source>{optimizer} needs the mean squared error as loss.</source>
   <translation>{optimizer} braucht den mittleren quadratischen Fehler als Verlust.</translation>
  </message>
  <message>
   <source>{optimizer} takes all {rows:,} rows at once; {most:,} are shown at most.</source>
   <translation>{optimizer} nimmt alle {rows:,} Zeilen auf einmal; gezeigt werden höchstens {most:,}.</translation>
  </message>
  <message>
   <source>{optimizer} {rate}, batch {size:,}</source>
   <translation>{optimizer} {rate}, Batch {size:,}</translation>
  </message>
  <message>
   <source>{parted:,} of {n:,} groups ({name}) have rows in more than one subset: the scores will be better than for a new group.</source>
   <translation>{parted:,} von {n:,} Gruppen ({name}) haben Zeilen in mehr als einer Teilmenge: Die Bewertung wird besser ausfallen als für eine neue Gruppe.</translation>
  </message>
  <message>
   <source>{path} cannot be started.</source>
   <translation>{path} kann nicht gestartet werden.</translation>
  </message>
  <message>
   <source>{path} does not answer as Python does.</source>
   <translation>{path} antwortet nicht, wie Python es tut.</translation>
  </message>
  <message>
   <source>{path} is not known here.</source>
   <translation>{path} ist hier nicht bekannt.</translation>
  </message>
  <message>
   <source>{path} must be a list.</source>
   <translation>{path} muss eine Liste sein.</translation>
  </message>
  <message>
   <source>{path} needs the name of its {family}.</source>
   <translation>{path} braucht einen Namen aus der Liste „{family}“.</translation>
  </message>
  <message>
   <source>{percent} % · </source>
   <translation>{percent} % · </translation>
  </message>
  <message>
   <source>{place} holds {value:g}; a weight is a number from 0 up.</source>
   <translation>{place} enthält {value:g}; ein Gewicht ist eine Zahl ab 0.</translation>
  </message>
  <message>
   <source>{place}: no rows</source>
   <translation>{place}: keine Zeilen</translation>
  </message>
  <message>
   <source>{plot}, a picture</source>
   <translation>{plot}, ein Bild</translation>
  </message>
  <message>
   <source>{product}, and Σ for the biases → {made}</source>
   <translation>{product}, und Σ für die Bias-Werte → {made}</translation>
  </message>
  <message>
   <source>{rows:,} rows are too few for {n} folds: each needs two.</source>
   <translation>{rows:,} Zeilen sind zu wenige für {n} Teile: Jeder braucht zwei.</translation>
  </message>
  <message>
   <source>{rows:,} rows, {rest}</source>
   <translation>{rows:,} Zeilen, {rest}</translation>
  </message>
  <message>
   <source>{rows}, from {low} to {high}</source>
   <translation>{rows}, von {low} bis {high}</translation>
  </message>
  <message>
   <source>{run} differs from this one only in the seed, and its best validation loss is {other} instead of {own}: chance decides much here.</source>
   <translation>{run} unterscheidet sich von diesem Lauf nur im Seed, und sein bester Validierungsverlust ist {other} statt {own}: Der Zufall entscheidet hier viel.</translation>
  </message>
  <message>
   <source>{said} for each {by}</source>
   <translation>{said}, je {by}</translation>
  </message>
  <message>
   <source>{said}, and {target} is like it was a row before (correlation {likeness}): earlier values may be good inputs.</source>
   <translation>{said}, und {target} ähnelt dem Wert der Zeile davor (Korrelation {likeness}): Frühere Werte sind vielleicht gute Eingaben.</translation>
  </message>
  <message>
   <source>{said}; probabilities of the true class</source>
   <translation>{said}; Wahrscheinlichkeiten der wahren Klasse</translation>
  </message>
  <message>
   <source>{sample}; smallest and largest of all</source>
   <translation>{sample}; kleinster und größter von allen</translation>
  </message>
  <message>
   <source>{scaling} scaling</source>
   <translation>Skalierung: {scaling}</translation>
  </message>
  <message>
   <source>{score} is no score of this target.</source>
   <translation>{score} ist keine Bewertung dieses Ziels.</translation>
  </message>
  <message>
   <source>{score} on the {subset} rows: median {median}, from {low} to {high}, worst with {worst}; their average {average}.</source>
   <translation>{score} ({subset}): Median {median}, von {low} bis {high}, am schlechtesten mit {worst}; ihr Mittel {average}.</translation>
  </message>
  <message>
   <source>{score} on {subset}</source>
   <translation>{score}, {subset}</translation>
  </message>
  <message>
   <source>{score} on {subset}; the first {some:,} of {all:,}</source>
   <translation>{score}, {subset}; die ersten {some:,} von {all:,}</translation>
  </message>
  <message>
   <source>{seconds:.1f} s of training have reached the limit of {limit:g} s</source>
   <translation>{seconds:.1f} s Training haben die Grenze von {limit:g} s erreicht</translation>
  </message>
  <message>
   <source>{settings} cannot change during a run.</source>
   <translation>{settings} lässt sich im Lauf nicht ändern.</translation>
  </message>
  <message>
   <source>{setting} cannot be {value!r}.</source>
   <translation>{setting} kann nicht {value!r} sein.</translation>
  </message>
  <message>
   <source>{setting} of {place}</source>
   <translation>{setting}, {place}</translation>
  </message>
  <message>
   <source>{setting} {before} → {value}</source>
   <translation>{setting} {before} → {value}</translation>
  </message>
  <message>
   <source>{setting}: use a value</source>
   <translation>{setting}: einen Wert verwenden</translation>
  </message>
  <message>
   <source>{shape} · {n:,} weights</source>
   <translation>{shape} · {n:,} Gewichte</translation>
  </message>
  <message>
   <source>{share:.0%} of the units of layer {layer} give the same for every row and have no slope: they cannot learn any more.</source>
   <translation>{share:.0%} der Neuronen der Schicht {layer} liefern für jede Zeile dasselbe und haben keine Steigung: Sie können nichts mehr lernen.</translation>
  </message>
  <message>
   <source>{share} %</source>
   <translation>{share} %</translation>
  </message>
  <message>
   <source>{share} better; by chance {chance}</source>
   <translation>{share} besser; Zufall {chance}</translation>
  </message>
  <message>
   <source>{share} lower {measure} than a linear model {interval}, {more} lower than {constant}, on {rows}.</source>
   <translation>{measure} um {share} kleiner als ein lineares Modell {interval}, um {more} kleiner als {constant}, auf {rows}.</translation>
  </message>
  <message>
   <source>{share} lower {measure} than a linear model, {more} lower than {constant}, but that rests on only {rows}.</source>
   <translation>{measure} um {share} kleiner als ein lineares Modell, um {more} kleiner als {constant}, doch das beruht nur auf {rows}.</translation>
  </message>
  <message>
   <source>{share} lower {measure} than {constant} {interval}, on {rows}.</source>
   <translation>{measure} um {share} kleiner als {constant} {interval}, auf {rows}.</translation>
  </message>
  <message>
   <source>{share} of the way from {low} to {high}</source>
   <translation>{share} des Weges von {low} bis {high}</translation>
  </message>
  <message>
   <source>{share} right ({right:,} of {total:,})</source>
   <translation>{share} richtig ({right:,} von {total:,})</translation>
  </message>
  <message>
   <source>{share} worse; by chance {chance}</source>
   <translation>{share} schlechter; Zufall {chance}</translation>
  </message>
  <message>
   <source>{shown:,} of {total:,} rows drawn, the extremes among them</source>
   <translation>{shown:,} von {total:,} Zeilen gezeichnet, die Extreme darunter</translation>
  </message>
  <message>
   <source>{shown:,} of {total:,} rows, evenly spaced</source>
   <translation>{shown:,} von {total:,} Zeilen, gleichmäßig verteilt</translation>
  </message>
  <message>
   <source>{shown:,} of {total:,} rows, evenly spaced; R² and r² of these</source>
   <translation>{shown:,} von {total:,} Zeilen, gleichmäßig verteilt; R² und r² von diesen</translation>
  </message>
  <message>
   <source>{size}: {kinds}</source>
   <translation>{size}: {kinds}</translation>
  </message>
  <message>
   <source>{some:,} of {all:,}</source>
   <translation>{some:,} von {all:,}</translation>
  </message>
  <message>
   <source>{source} → {target}: weight {weight}</source>
   <translation>{source} → {target}: Gewicht {weight}</translation>
  </message>
  <message>
   <source>{speed} epochs/s</source>
   <translation>{speed} Epochen/s</translation>
  </message>
  <message>
   <source>{subset}, {group} ({rows})</source>
   <translation>{subset}, {group} ({rows})</translation>
  </message>
  <message>
   <source>{subset}: threshold {threshold}</source>
   <translation>{subset}: Schwelle {threshold}</translation>
  </message>
  <message>
   <source>{subset}: {model}</source>
   <translation>{subset}: {model}</translation>
  </message>
  <message numerus="yes">
   <source>{subset}: {n:,} rows given {given} on average, {true} belong</source>
   <translation>
    <numerusform>{subset}: {n:,} Zeile mit im Mittel {given}, {true} gehören dazu</numerusform>
    <numerusform>{subset}: {n:,} Zeilen mit im Mittel {given}, {true} gehören dazu</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{subset}: {n:,} rows with an error from {low} to {high}</source>
   <translation>
    <numerusform>{subset}: {n:,} Zeile mit einem Fehler von {low} bis {high}</numerusform>
    <numerusform>{subset}: {n:,} Zeilen mit einem Fehler von {low} bis {high}</numerusform>
   </translation>
  </message>
  <message>
   <source>{subset}: {rows:,}, {low} to {high}</source>
   <translation>{subset}: {rows:,}, {low} bis {high}</translation>
  </message>
  <message numerus="yes">
   <source>{subset}: {some:,} of {n:,} rows of {true} taken for {other} ({share})</source>
   <translation>
    <numerusform>{subset}: {some:,} von {n:,} Zeile von {true} für {other} gehalten ({share})</numerusform>
    <numerusform>{subset}: {some:,} von {n:,} Zeilen von {true} für {other} gehalten ({share})</numerusform>
   </translation>
  </message>
  <message>
   <source>{table} has one column; a network needs a target and at least one input.</source>
   <translation>{table} hat eine Spalte; ein Netz braucht eine Zielgröße und mindestens eine Eingabe.</translation>
  </message>
  <message>
   <source>{table} has one row: nothing can be learned from it.</source>
   <translation>{table} hat eine Zeile: Daraus lässt sich nichts lernen.</translation>
  </message>
  <message numerus="yes">
   <source>{table} has {n:,} rows.</source>
   <translation>
    <numerusform>{table} hat {n:,} Zeile.</numerusform>
    <numerusform>{table} hat {n:,} Zeilen.</numerusform>
   </translation>
  </message>
  <message>
   <source>{table} lacks {absent:,} of the {inputs:,} input columns.</source>
   <translation>{table} fehlen {absent:,} der {inputs:,} Eingabespalten.</translation>
  </message>
  <message>
   <source>{targets} from {data}</source>
   <translation>{targets} aus {data}</translation>
  </message>
  <message numerus="yes">
   <source>{targets} from {n:,} inputs · {weights}</source>
   <translation>
    <numerusform>{targets} aus {n:,} Eingabe · {weights}</numerusform>
    <numerusform>{targets} aus {n:,} Eingaben · {weights}</numerusform>
   </translation>
  </message>
  <message>
   <source>{target} is exactly a product or quotient of {names}. If these are known only together with it, they give it away.</source>
   <translation>{target} ist genau ein Produkt oder Quotient aus {names}. Sind diese erst zusammen mit dem Ziel bekannt, verraten sie es.</translation>
  </message>
  <message>
   <source>{target} is exactly a sum or difference of {names}. If these are known only together with it, they give it away.</source>
   <translation>{target} ist genau eine Summe oder Differenz aus {names}. Sind diese erst zusammen mit dem Ziel bekannt, verraten sie es.</translation>
  </message>
  <message>
   <source>{task} (auto)</source>
   <translation>{task} (automatisch)</translation>
  </message>
  <message>
   <source>{task}, as chosen: {name} has {n:,} different values.</source>
   <translation>{task}, wie gewählt: {name} hat {n:,} verschiedene Werte.</translation>
  </message>
  <message>
   <source>{task}, because {name} has {n:,} different dates.</source>
   <translation>{task}, weil {name} {n:,} verschiedene Datumsangaben enthält.</translation>
  </message>
  <message>
   <source>{task}, because {name} has {n:,} different texts.</source>
   <translation>{task}, weil {name} {n:,} verschiedene Texte enthält.</translation>
  </message>
  <message>
   <source>{task}, because {name} has {n:,} different values.</source>
   <translation>{task}, weil {name} {n:,} verschiedene Werte enthält.</translation>
  </message>
  <message>
   <source>{task}: a perceptron with the layers {sizes}, {n:,} weights.</source>
   <translation>{task}: ein Perzeptron mit den Schichten {sizes}, {n:,} Gewichte.</translation>
  </message>
  <message>
   <source>{text!r} are no numbers of rows.</source>
   <translation>{text!r} sind keine Zeilenzahlen.</translation>
  </message>
  <message>
   <source>{text!r} is no date.</source>
   <translation>{text!r} ist kein Datum.</translation>
  </message>
  <message>
   <source>{text!r} is no number.</source>
   <translation>{text!r} ist keine Zahl.</translation>
  </message>
  <message>
   <source>{text!r} is no range.</source>
   <translation>{text!r} ist kein Bereich.</translation>
  </message>
  <message>
   <source>{text!r} is not a number.</source>
   <translation>{text!r} ist keine Zahl.</translation>
  </message>
  <message>
   <source>{text!r} names no rows.</source>
   <translation>{text!r} nennt keine Zeilen.</translation>
  </message>
  <message>
   <source>{text!r} says no numbers of rows.</source>
   <translation>{text!r} nennt keine Zahlen von Zeilen.</translation>
  </message>
  <message>
   <source>{text} is no range of cells.</source>
   <translation>{text} ist kein Zellbereich.</translation>
  </message>
  <message>
   <source>{time} left</source>
   <translation>noch {time}</translation>
  </message>
  <message>
   <source>{training:.0%} training, {validation:.0%} validation, {test:.0%} test</source>
   <translation>{training:.0%} Training, {validation:.0%} Validierung, {test:.0%} Test</translation>
  </message>
  <message>
   <source>{typed!r} divides by 0.</source>
   <translation>{typed!r} teilt durch 0.</translation>
  </message>
  <message>
   <source>{unit} in {n:,}</source>
   <translation>{unit} in {n:,}</translation>
  </message>
  <message>
   <source>{used:,} of {read:,} rows used: {reasons}.</source>
   <translation>{used:,} von {read:,} Zeilen verwendet: {reasons}.</translation>
  </message>
  <message numerus="yes">
   <source>{value} ({n:,} cells, first in {place})</source>
   <translation>
    <numerusform>{value} ({n:,} Zelle, in {place})</numerusform>
    <numerusform>{value} ({n:,} Zellen, zuerst in {place})</numerusform>
   </translation>
  </message>
  <message>
   <source>{value}, outside the training range</source>
   <translation>{value}, außerhalb des Trainingsbereichs</translation>
  </message>
  <message>
   <source>{value}; 95 % interval {interval}, from drawing the rows anew</source>
   <translation>{value}; 95-%-Intervall {interval} aus neu gezogenen Zeilen</translation>
  </message>
  <message>
   <source>{wanted!r} is expected, not {found}.</source>
   <translation>Hier wird {wanted!r} erwartet, nicht {found}.</translation>
  </message>
  <message numerus="yes">
   <source>{weights:,} weights of {n:,} networks, whose answers are averaged, {how}.</source>
   <translation>
    <numerusform>{weights:,} Gewichte von {n:,} Netz, {how}.</numerusform>
    <numerusform>{weights:,} Gewichte von {n:,} Netzen, deren Antworten gemittelt werden, {how}.</numerusform>
   </translation>
  </message>
  <message>
   <source>{weights}; each line: largest of up to {most:,} weights</source>
   <translation>{weights}; je Linie das größte von bis zu {most:,} Gewichten</translation>
  </message>
  <message>
   <source>{weights}; of a number and its pieces the strongest</source>
   <translation>{weights}; von einer Zahl und ihren Stücken das stärkste</translation>
  </message>
  <message>
   <source>{weights}; units show row {row:,}</source>
   <translation>{weights}; Neuronen zeigen Zeile {row:,}</translation>
  </message>
  <message>
   <source>{weight} was {old} before the edit. The run goes on from the new value.</source>
   <translation>{weight} hatte vor der Änderung den Wert {old}. Der Lauf geht mit dem neuen Wert weiter.</translation>
  </message>
  <message>
   <source>{what} (marked ×)</source>
   <translation>{what} (markiert mit ×)</translation>
  </message>
  <message>
   <source>{what}, epoch {epoch:,}</source>
   <translation>{what}, Epoche {epoch:,}</translation>
  </message>
  <message>
   <source>{where} cannot be {value!r}.</source>
   <translation>{where} kann nicht {value!r} sein.</translation>
  </message>
  <message>
   <source>{where} does not hold the weights of a network.</source>
   <translation>{where} enthält nicht die Gewichte eines Netzes.</translation>
  </message>
  <message>
   <source>{where} has a shift or scale that is not finite or 0.</source>
   <translation>{where} hat eine Verschiebung oder einen Maßstab, der nicht endlich oder 0 ist.</translation>
  </message>
  <message>
   <source>{where} has an unknown transformation: {name!r}.</source>
   <translation>{where} hat eine unbekannte Transformation: {name!r}.</translation>
  </message>
  <message>
   <source>{where} holds no weights.</source>
   <translation>{where} enthält keine Gewichte.</translation>
  </message>
  <message>
   <source>{where} is damaged or of another kind.</source>
   <translation>{where} ist beschädigt oder von anderer Art.</translation>
  </message>
  <message>
   <source>{where} is damaged.</source>
   <translation>{where} ist beschädigt.</translation>
  </message>
  <message>
   <source>{where} is not a file of this kind.</source>
   <translation>{where} ist keine Datei dieser Art.</translation>
  </message>
  <message>
   <source>{where} is not a model of this program.</source>
   <translation>{where} ist kein Modell dieses Programms.</translation>
  </message>
  <message>
   <source>{where} is not a safetensors file or is damaged.</source>
   <translation>{where} ist keine safetensors-Datei oder beschädigt.</translation>
  </message>
  <message>
   <source>{where} is not a table of numbers.</source>
   <translation>{where} ist keine Zahlentabelle.</translation>
  </message>
  <message>
   <source>{where} is not a table of weights.</source>
   <translation>{where} ist keine Tabelle von Gewichten.</translation>
  </message>
  <message numerus="yes">
   <source>{where} is one table; the network has {n} layers of weights.</source>
   <translation>
    <numerusform>{where} ist eine Tabelle; das Netz hat {n} Schicht von Gewichten.</numerusform>
    <numerusform>{where} ist eine Tabelle; das Netz hat {n} Schichten von Gewichten.</numerusform>
   </translation>
  </message>
  <message>
   <source>{where} lacks a layer.</source>
   <translation>{where} fehlt eine Schicht.</translation>
  </message>
  <message>
   <source>{where} lacks {names}.</source>
   <translation>{where} fehlt: {names}.</translation>
  </message>
  <message>
   <source>{where} must be a list.</source>
   <translation>{where} muss eine Liste sein.</translation>
  </message>
  <message>
   <source>{where} must be an object of names and values.</source>
   <translation>{where} muss ein Objekt aus Namen und Werten sein.</translation>
  </message>
  <message>
   <source>{where} must be {wanted}, not {value!r}.</source>
   <translation>{where} muss {wanted} sein, nicht {value!r}.</translation>
  </message>
  <message>
   <source>{where} needs {n} shifts and scales, it has {shifts} and {scales}.</source>
   <translation>{where} braucht {n} Verschiebungen und Maßstäbe, es sind {shifts} und {scales}.</translation>
  </message>
  <message>
   <source>{where} was not opened.</source>
   <translation>{where} wurde nicht geöffnet.</translation>
  </message>
  <message>
   <source>{where} was written by another version of this program.</source>
   <translation>{where} stammt von einer anderen Version dieses Programms.</translation>
  </message>
  <message>
   <source>{where}, {part},</source>
   <translation>{where}, {part},</translation>
  </message>
  <message>
   <source>{where}.edges must be finite, rising numbers.</source>
   <translation>{where}.edges müssen endliche, steigende Zahlen sein.</translation>
  </message>
  <message>
   <source>{where}.encoding is unknown: {encoding!r}.</source>
   <translation>{where}.encoding ist unbekannt: {encoding!r}.</translation>
  </message>
  <message>
   <source>{where}.fill must be a number.</source>
   <translation>{where}.fill muss eine Zahl sein.</translation>
  </message>
  <message>
   <source>{word!r} is not expected there.</source>
   <translation>{word!r} wird dort nicht erwartet.</translation>
  </message>
  <message>
   <source>{word} ({count})</source>
   <translation>{word} ({count})</translation>
  </message>
  <message>
   <source>{word} ({n:,}×)</source>
   <translation>{word} ({n:,}×)</translation>
  </message>
  <message>
   <source>{word} could also be a decimal comma; correct the decimal sign if it is.</source>
   <translation>{word} könnte auch ein Dezimalkomma enthalten; in diesem Fall das Dezimalzeichen berichtigen.</translation>
  </message>
  <message>
   <source>{word} could also be a decimal point; correct the decimal sign if it is.</source>
   <translation>{word} könnte auch einen Dezimalpunkt enthalten; in diesem Fall das Dezimalzeichen berichtigen.</translation>
  </message>
  <message>
   <source>{word} was read as the number {number:g}.</source>
   <translation>{word} wurde als die Zahl {number:g} gelesen.</translation>
  </message>
  <message>
   <source>±: how far the networks of the average lie apart, without noise</source>
   <translation>±: wie weit die Netze des Mittels auseinander liegen, ohne Rauschen</translation>
  </message>
  <message>
   <source>Σ rows · F1 / Σ rows</source>
   <translation>Σ Zeilen · F1 / Σ Zeilen</translation>
  </message>
  <message>
   <source>Σ rows · TP / (TP + FN) / Σ rows</source>
   <translation>Σ Zeilen · TP / (TP + FN) / Σ Zeilen</translation>
  </message>
  <message>
   <source>Σ rows · TP / (TP + FP) / Σ rows</source>
   <translation>Σ Zeilen · TP / (TP + FP) / Σ Zeilen</translation>
  </message>
  <message>
   <source>η / epoch^power.</source>
   <translation>η / Epoche^Exponent.</translation>
  </message>
  <message>
   <source>η as set.</source>
   <translation>η wie eingestellt.</translation>
  </message>
  <message>
   <source>η · factor whenever the watched number has not improved for `patience` epochs (Keras's ReduceLROnPlateau).</source>
   <translation>η · Faktor, sobald sich die überwachte Größe `patience` Epochen lang nicht verbessert hat (ReduceLROnPlateau von Keras).</translation>
  </message>
  <message>
   <source>η · factor^(epoch − 1).</source>
   <translation>η · Faktor^(Epoche − 1).</translation>
  </message>
  <message>
   <source>η · factor^⌊(epoch − 1) / every⌋.</source>
   <translation>η · Faktor^⌊(Epoche − 1) / Abstand⌋.</translation>
  </message>
  <message>
   <source>θ ← θ + α d with d = −H g, H from the last m pairs s = θ' − θ, y = g' − g (Nocedal &amp; Wright 2006, alg. 7.4).</source>
   <translation>θ ← θ + α d mit d = −H g, H aus den letzten m Paaren s = θ' − θ, y = g' − g (Nocedal &amp; Wright 2006, Alg. 7.4).</translation>
  </message>
  <message>
   <source>θ ← θ − (H + μ I)⁻¹ g with H = 2 JᵀJ / n from the Jacobian J of the outputs (Hagan &amp; Menhaj 1994).</source>
   <translation>θ ← θ − (H + μ I)⁻¹ g mit H = 2 JᵀJ / n aus der Jacobi-Matrix J der Ausgaben (Hagan &amp; Menhaj 1994).</translation>
  </message>
  <message>
   <source>θ ← θ − η g.</source>
   <translation>θ ← θ − η g.</translation>
  </message>
  <message>
   <source>μ at the start.</source>
   <translation>μ am Anfang.</translation>
  </message>
  <message>
   <source>… and {n:,} more lines</source>
   <translation>… und {n:,} weitere Zeilen</translation>
  </message>
  <message>
   <source>−100 (Σ ln(p / min p) − Σ ln(y / min y)) / Σ ln(y / min y); y and p sorted, their lowest 30 %</source>
   <translation>−100 (Σ ln(p / min p) − Σ ln(y / min y)) / Σ ln(y / min y); y und p sortiert, ihre niedrigsten 30 %</translation>
  </message>
 </context>
</TS>
