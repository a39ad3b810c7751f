"""What holds for every test."""

import pytest
from hypothesis import settings

# A busy machine is no fault of the code: how long one example takes is measured elsewhere.
settings.register_profile("gyda", deadline=None, max_examples=80)
settings.load_profile("gyda")


@pytest.fixture(scope="session", autouse=True)
def _no_test_touches_what_people_keep(tmp_path_factory):
    """The data folder of the checkout and the database of whoever runs the tests are out of reach."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GYDA_DATA", str(tmp_path_factory.mktemp("kept") / "data"))
        patch.delenv("DATABASE_URL", raising=False)
        yield
