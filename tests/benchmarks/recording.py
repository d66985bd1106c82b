"""What the time machine costs: the processor's time in its recorder by that in the training, on the tutorial's run.

python tests/benchmarks/recording.py [ROUNDS]        # exit code 1 when recording takes more than 5 %

Both are taken from the same slices, so that whatever else the machine does slows both alike; the median round counts.
"""

from __future__ import annotations

import sys
from statistics import median
from time import thread_time

from mlp_gui.data.open_table import open_table
from mlp_gui.data.preprocessing.prepare import prepare
from mlp_gui.engine.training.stopping_config import StoppingConfig
from mlp_gui.presets import preset
from mlp_gui.session.timeline.recorder import TimelineRecorder
from mlp_gui.session.training.worker import Worker
from mlp_gui.session.training.worker_messages import Job, SliceRequest

LIMIT = 0.05
SLICES = 40  # of 12 ms, a round


class Meter:
    """Stands before and behind the recorder among those who hear of a slice."""

    def __init__(self) -> None:
        tutorial = preset("tutorial")
        table = open_table(tutorial.source)
        without_end = StoppingConfig(enabled=False, restore_best=False)
        training = tutorial.config.training.replace(max_epochs=10**9, stopping=without_end)
        self.worker, self.recording, self._began = Worker(), 0.0, 0.0
        self.worker.advanced.connect(self._on_before)
        self.recorder = TimelineRecorder(self.worker)
        self.worker.advanced.connect(self._on_after)
        dataset = prepare(table, tutorial.spec_for(table)).dataset
        self.worker.build(Job(1, tutorial.config.replace(training=training), dataset, None))

    def round(self) -> float:
        """Recording by training."""
        self.recording, start = 0.0, thread_time()
        for _ in range(SLICES):
            self.worker.advance(SliceRequest(1))
        return self.recording / (thread_time() - start - self.recording)

    def _on_before(self, progress: object) -> None:
        self._began = thread_time()

    def _on_after(self, progress: object) -> None:
        self.recording += thread_time() - self._began


def main() -> int:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    meter = Meter()
    share = median(meter.round() for _ in range(rounds))
    trainer, line = meter.worker.trainer, meter.recorder.line
    assert trainer is not None
    print(
        f"{trainer.epoch:,} epochs, {len(line.checkpoints)} states in "
        f"{line.used / 1e6:.1f} of {line.budget / 1e6:.0f} MB"
    )
    print(f"recording takes {100 * share:.1f} % of the training, target {100 * LIMIT:.0f} %")
    print("met" if share <= LIMIT else "MISSED")
    return int(share > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
