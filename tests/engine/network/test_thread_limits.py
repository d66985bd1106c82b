"""BLAS threads by network size: chosen, visible, set while training and put back afterwards."""

from threadpoolctl import threadpool_info

from helpers.engine_cases import config, regression
from mlp_gui.engine.network.activations import Tanh
from mlp_gui.engine.network.thread_limits import blas_threads, choose_thread_count, describe
from mlp_gui.engine.training.trainer import Trainer


def blas() -> list[int]:
    return [pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas"]


def test_that_small_networks_take_one_thread_and_large_ones_leave_a_core_free() -> None:
    assert choose_thread_count((13, 10, 5, 1), 32, cores=8) == 1
    assert choose_thread_count((32, 256, 128, 1), 256, cores=8) == 7
    assert choose_thread_count((32, 256, 128, 1), 256, cores=2) == 1
    assert choose_thread_count((32, 256, 128, 1), 256, cores=1) == 1
    assert choose_thread_count((32, 256, 128, 1), 32, cores=8) == 1


def test_that_the_number_is_set_while_training_and_put_back() -> None:
    before = blas()
    with blas_threads(1):
        assert set(blas()) <= {1}
    assert blas() == before
    epochs = Trainer(config([(4, Tanh())]), regression()).epochs()
    next(epochs)
    assert set(blas()) <= {1}
    epochs.close()
    assert blas() == before


def test_that_the_choice_is_said() -> None:
    trainer = Trainer(config([(4, Tanh())]), regression())
    assert trainer.blas_note == "Matrix products run on one thread: the network is small."
    assert describe(3, large=True) == "Matrix products run on 3 threads: the network is large."
    assert describe(1, large=True).endswith("the network is large, but the other core is for the window.")
