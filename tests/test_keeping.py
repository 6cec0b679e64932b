"""What is remembered: the same result, worked out once, and no more than a bound."""

from conventassembler.keeping import KEPT, kept


def test_a_result_is_worked_out_once_and_forgotten_in_the_end() -> None:
    asked: list[int] = []

    @kept
    def double(number: int) -> int:
        asked.append(number)
        return 2 * number

    assert [double(1), double(1), double(2)] == [2, 2, 4]
    assert asked == [1, 2]
    for number in range(3, KEPT + 3):
        double(number)
    asked.clear()
    assert double(1) == 2
    assert asked == [1]
