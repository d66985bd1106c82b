"""The loss surface in its window: along the path, over two weights, before and after training."""

import numpy as np
import pytest

from helpers.person import Person
from mlp_gui.session.training.phase import Phase

pytestmark = pytest.mark.usefixtures("shared_person")  # one window, which each test begins anew


@pytest.fixture
def trained(person: Person) -> Person:
    person.menu("File", "Tutorial: ANN in numpy")
    person.come_forward()
    person.wait_ready()
    person.click(person.window.control_bar.primary)
    person.wait_for(Phase.FINISHED)
    return person


def test_that_the_path_through_the_surface_ends_where_the_run_stands(trained: Person) -> None:
    trained.menu("Inspect", "Loss surface")
    window = trained.program.loss_landscape.window
    trained.wait(lambda: window.landscape_view.landscape is not None)
    surface = window.landscape_view.landscape
    assert surface.epochs[0] == 0
    assert surface.epochs[-1] == 103
    assert len(surface.epochs) == 104
    assert np.allclose(surface.trajectory[-1], 0)
    assert surface.explained_share > 0.99
    assert "152 training rows" in window.message_label.text()
    here = window.landscape_view.point(*surface.trajectory[-1])
    window.landscape_view.pointed.emit("")
    assert window.landscape_view.field().contains(here)
    window.close()


def test_that_two_weights_can_be_chosen_by_their_names(trained: Person) -> None:
    trained.menu("Inspect", "Loss surface")
    window = trained.program.loss_landscape.window
    trained.choose(window.kind, "Over two weights")
    assert window.first.count() == 201
    window.second.setCurrentIndex(window.second.findText("layer 3: bias → tetx_coppml"))
    window.request_slice()
    trained.wait(
        lambda: window.landscape_view.landscape is not None and "bias" in window.landscape_view.landscape.names[1],
        seconds=30,
    )
    theta = trained.run.weights.last.theta
    assert window.landscape_view.landscape.trajectory[-1] == pytest.approx([theta[0], theta[-1]])
    window.close()


def test_that_an_untrained_run_is_told_what_to_do(person: Person) -> None:
    person.menu("File", "Tutorial: ANN in numpy")
    person.come_forward()
    person.wait_ready()
    person.menu("Inspect", "Loss surface")
    window = person.program.loss_landscape.window
    person.wait(lambda: "Train a few epochs" in window.message_label.text())
    window.close()
