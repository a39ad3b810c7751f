"""What holds for every test."""

import pytest


@pytest.fixture(scope="session", autouse=True)
def _no_test_touches_what_people_keep(tmp_path_factory):
    """The data folder of the checkout and the database of whoever runs the tests are out of reach."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GYDA_DATA", str(tmp_path_factory.mktemp("kept") / "data"))
        patch.delenv("DATABASE_URL", raising=False)
        yield
