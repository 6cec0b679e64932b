"""Numbers of European texts, as they are typed and as they are cited."""

import pytest

from conventassembler.french.european import write_directive_number, write_regulation_number


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("2016/679", "(UE) 2016/679"),
        ("(UE) 2016/679", "(UE) 2016/679"),
        ("ue 2016/679", "(UE) 2016/679"),
        ("n° 2016/679", "(UE) 2016/679"),
        ("(UE) n° 1407/2013", "(UE) n°\u00a01407/2013"),
        ("(CE) n° 883/2004", "(CE) n°\u00a0883/2004"),
        ("cee 2081/92", "(CEE) n°\u00a02081/92"),
    ],
)
def test_regulations(typed: str, written: str) -> None:
    assert write_regulation_number(typed) == written


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("95/46/CE", "95/46/CE"),
        ("2014/24/ue", "2014/24/UE"),
        ("2016/680", "(UE) 2016/680"),
        ("(UE) 2016/680", "(UE) 2016/680"),
    ],
)
def test_directives(typed: str, written: str) -> None:
    assert write_directive_number(typed) == written


@pytest.mark.parametrize("typed", ["", "1407/2013", "95/46/CE", "RGPD", "2016-679", "(UE) 2016"])
def test_what_is_no_number_of_a_regulation_is_refused(typed: str) -> None:
    assert write_regulation_number(typed) is None


@pytest.mark.parametrize("typed", ["", "95/46", "(CE) 95/46/CE", "2016/679/", "directive"])
def test_what_is_no_number_of_a_directive_is_refused(typed: str) -> None:
    assert write_directive_number(typed) is None


@pytest.mark.parametrize("written", ["(UE) 2016/679", "(CE) n°\u00a0883/2004"])
def test_a_number_in_form_comes_back_as_the_same_object(written: str) -> None:
    assert write_regulation_number(written) is written
