"""What every test may use; its presence also puts `tests/` on the path, for `strategies`."""

import gc
import os
import shutil
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "explore", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.register_profile("project", settings.get_profile("explore"), derandomize=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "project"))

REPOSITORY = Path(__file__).parent.parent


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep what the program keeps apart from the user's own; tests share it, as runs do."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CONVENTASSEMBLER_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session", autouse=True)
def _own_garbage() -> Iterator[None]:
    """Let no batch in this process look through all that tests loaded, nor take it back."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("conventassembler.batch.executors.here.rarely_collected", nullcontext)
        yield


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write what the program says now into the stored files; look before you commit",
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Skip what needs LibreOffice where there is none, and the long runs unless asked for."""
    present = shutil.which("soffice") and shutil.which("pdftotext")
    if os.environ.get("REQUIRE_LIBREOFFICE") and not present:
        pytest.exit("LibreOffice (soffice) and pdftotext are required and absent", 4)
    absent = pytest.mark.skip(reason="LibreOffice (soffice) or pdftotext is not installed")
    unserved = pytest.mark.skip(reason="yaml-language-server is not installed (npm)")
    server = os.environ.get("YAML_LANGUAGE_SERVER", "yaml-language-server")
    for item in items:
        if "libreoffice" in item.keywords and not present:
            item.add_marker(absent)
        if "language_server" in item.keywords and not shutil.which(server):
            item.add_marker(unserved)
    if "long" not in (config.getoption("markexpr") or ""):
        kept = [item for item in items if "long" not in item.keywords]
        config.hook.pytest_deselected(items=[item for item in items if "long" in item.keywords])
        items[:] = kept


def pytest_collection_finish(session: pytest.Session) -> None:
    """Set aside what was imported and collected: a million objects, of which none is garbage.

    To look through them again and again took half the time of all tests.
    """
    gc.freeze()
    gc.set_threshold(50_000)


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether stored files are to be renewed."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A small workspace without faults."""
    base = REPOSITORY / "tests" / "errors" / "_base"
    shutil.copytree(base, tmp_path, dirs_exist_ok=True)
    return tmp_path
