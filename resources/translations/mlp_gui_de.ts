<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
 <context>
  <name>mlp_gui</name>
  <message>
   <source>Encoding</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How the bytes stand for letters.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Separator</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What stands between two cells of a row.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Decimal sign</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The sign before the fraction.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Point 1.5</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Comma 1,5</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Thousands sign</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Digits in groups of three are only joined when every number of a column is written so.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>As each column shows</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>None</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Comma 1,234</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Point 1.234</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Blank 1 234</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Apostrophe 1'234</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Quotes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What surrounds cells that contain separators or line ends.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Escape sign</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A sign that takes the meaning from the separator or quote after it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Backslash \</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>First row holds the names</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Otherwise the columns are named column_1, column_2, ...</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lines before the table</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Titles and notes above the table.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Comment sign</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Whole lines that begin with this sign are left out.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Missing markers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cells that mean: no value here.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Missing among numbers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cells that mean no value in a column whose other cells are all numbers; text elsewhere.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Trim blanks around cells</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Blanks at both ends of a text are removed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Rows with too many cells</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What becomes of a row that has more cells than the header.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Column</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Role</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Missing values</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What stands in for an empty cell.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Constant</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The number or text that stands in for an empty cell.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Scaling</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>As the table</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Reason</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Split</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>In file order suits time series: the future is not used to predict the past.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Random</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stratified: every class in the same share</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>In file order</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>As a column says</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Training share</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Validation share</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Test share</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Seed</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Its cells say train, validation or test.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Columns</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Task</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Regression predicts numbers, classification predicts one of a few classes.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>As the target suggests</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Regression</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Two classes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Several classes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Scale inputs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Scale target</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Only numbers are scaled, never classes. Scores are always in original units.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Fit on</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Which rows decide means, fill values and categories. Anything but training rows lets the validation and test rows leak into the training.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Training rows</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>All used rows</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Every row of the file</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>activation</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Identity (linear)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sigmoid (logistic)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Tanh</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>ReLU</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Leaky ReLU</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>ELU</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>SELU</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Softplus</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>SiLU (swish)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>GELU (exact)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Slope below zero</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Slope for negative z.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Alpha</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Very negative z give minus this value.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Accuracy</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Balanced accuracy</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Precision (macro)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Precision (weighted)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Recall (macro)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Recall (weighted)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>F1 (macro)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>F1 (weighted)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Matthews correlation</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Log loss</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Brier score</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>ROC AUC</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Average precision</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Units</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How many units the layer has.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Activation</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What a unit makes of its weighted sum.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Hidden layers</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>From the inputs to the outputs. None at all gives linear regression, or logistic regression for classes.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Initial weights</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The distribution the weights are drawn from.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Initial biases</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Where the biases start.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Seed of the weights</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The same seed draws the same weights.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Same seed for each layer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Every layer starts a generator of its own with the seed (the tutorial's way). Otherwise one generator draws all layers.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Precision</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>32 bit halves the memory and is faster for large networks.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>64 bit</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>32 bit</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Loss</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The number that training makes small.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Optimizer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How a gradient becomes a step.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Learning rate</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The size of the steps. Too high: the loss jumps or explodes. Too low: it hardly falls.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Schedule</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How the learning rate changes.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Batch size</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>rows</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Rows per update. More rows than there are means one update per epoch with all of them.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Shuffle</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>New order of the training rows in every epoch.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Epochs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>An epoch passes all training rows once. The run ends after this many at the latest.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>L1 penalty</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Adds λ₁ Σ|W| to the loss of every batch, biases excepted. Drives weights to 0.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>L2 penalty</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Adds λ₂/2 ΣW² to the loss of every batch, biases excepted. Keeps weights small.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Weight decay</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Takes this share, times the learning rate, off each weight after every update.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Dropout</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Share of hidden units left out at random in every training batch; none is left out when predicting.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Input noise</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Standard deviation of normal noise added to the scaled inputs of every training batch.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Gradient clipping</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Keeps a steep gradient from making a huge step.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Each number</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Norm of each layer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Norm of all layers together</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Clipping limit</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The largest size the gradient may have.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Max-norm</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>After every update, the incoming weights of each unit are scaled down to this norm if they are longer.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Class weights</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Balanced: each class counts the same in the loss, however many rows it has.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>All rows alike</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Balanced</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>As given</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Weight of each class</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>One number per class, in the order of the classes: 1, 3</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Training loss of an epoch</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How the losses of the batches are averaged. They differ when the last batch is smaller.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mean over the rows</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Plain mean of the batches</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Seed of the training</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Fixes the shuffling, dropout and noise.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stopping</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>When the run ends by itself.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Network</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Training</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>initializer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Glorot uniform (Xavier)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Glorot normal (Xavier)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>He uniform (Kaiming)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>He normal (Kaiming)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>LeCun uniform</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>LeCun normal</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Standard normal</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Orthogonal</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Zeros</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>bias initializer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Same as the weights</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Gain</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Factor on the orthonormal matrix.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Value</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Every bias starts at this value.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>L-BFGS (all rows)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Memory</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>steps</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How many past steps tell the curvature.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Tolerance</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stop at this largest gradient.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Levenberg-Marquardt (all rows)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Initial damping</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>μ at the start.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Damping falls by</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Factor on μ after a success.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Damping rises by</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Factor on μ after a failure.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Largest damping</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The run ends when μ passes it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Smallest gradient</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The run ends when the gradient's norm is below.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>loss</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mean squared error (MSE)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mean absolute error (MAE)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Huber</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Log-cosh</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Binary cross-entropy</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Categorical cross-entropy</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Delta</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Errors up to this size (in scaled units) count squared, larger ones only linearly.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>metric</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>MSE</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>RMSE</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>MAE</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>MAPE (%)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>R²</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>NSE</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Squared correlation r²</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>KGE (2009)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>PBIAS (%)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Largest error</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>SGD (gradient descent)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>SGD with momentum</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nesterov momentum</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Adagrad</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>RMSprop</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Adam</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>AMSGrad</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>AdamW</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nadam</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Epsilon</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Momentum</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Share of the last step kept.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Initial sum</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Where the sum of squares starts. PyTorch: 0.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Centred</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Divide by the deviation of the gradient instead.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Share of each weight, times the learning rate, taken off at each update. Biases are not decayed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>schedule</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Steps</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Exponential</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cosine</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Inverse scaling</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Warm-up</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Reduce on plateau</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>epochs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Final share</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Learning rate of the last epoch / the first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Power</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>0.5: a quarter of the rate takes 16 epochs.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Last learning rate / full one; 1: no fall.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Factor</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What η is multiplied with.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Smallest improvement</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Less does not count.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lowest learning rate</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>It never falls below this.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Early stopping</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stop when the monitored number no longer improves.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Watch</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The number that must improve. Whether it must fall or rise is known from the number.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Patience</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Epochs without improvement before stopping.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>An improvement smaller than this does not count.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Start watching after</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Epochs at the start that are not watched, neither for the best weights nor for stopping.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Use the best weights</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Results come from the best epoch's weights. The last ones are kept too.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Rule</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>As in Keras: only a strictly better value counts, and the run stops when patience is reached. Count exceeds patience: an equal value counts as better, and one more epoch is allowed (the tutorial's way).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>As in Keras</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Count exceeds patience</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stop at loss</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stop when the training loss is at or below this.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stop after</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>s</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stop after this training time.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stop when the norm of the last batch's gradient is at or below this.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Plateau of the training loss</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stop when the training loss has changed by less than the tolerance over this many epochs.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Plateau tolerance</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Relative change of the training loss that counts as none.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>optimizer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>C header (.h)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>export format</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>History (.csv)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>JSON (.json)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Keras script (.py)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Run (.mlp)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>numpy archive (.npz)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>ONNX (.onnx)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Predictions (.csv)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Python script (.py)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Report (.html)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>safetensors (.safetensors)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>scikit-learn script (.py)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>PyTorch script (.py)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Weights as CSV (.zip)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Excel workbook (.xlsx)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Theme</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Light or dark ground. Plots follow at once.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Text size</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Of everything in the window, plots included.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Colours of lines</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Each set can be told apart with any kind of colour vision. Lines also differ by their dashes.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Text size when presenting</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>F11 shows only the plots, full screen, in this size, for a projector.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Processor cores</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>For the matrix products of runs that begin from now on. Small networks are fastest on one core.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Memory of the time line</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>MB</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Weights of past epochs are kept in so much memory; when it is full, fewer are kept, spread over the run.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Side copy every</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Unsaved work is copied aside, to be recovered if the program or the machine breaks down.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Notify after</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>When a run that took at least this long ends while you work in another window, the desktop says so.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>plot</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Calibration</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Metrics over time</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Partial dependence</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Error histogram</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Predicted against true</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Gradients</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Importance of the inputs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Layers over time</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Probabilities</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Decision regions</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Residuals</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>ROC and precision-recall</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Runs side by side</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Series</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Weights over time</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>All layers over time</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Weights</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What if</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Report (.pdf)</source>
   <translation type="unfinished" />
  </message>
 </context>
</TS>
