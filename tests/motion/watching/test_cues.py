"""What is said while somebody moves: seldom, one thing at a time, and good news too."""

from coxa.motion.watching.cues import ALL_THE_WAY, Cues
from coxa.motion.watching.faults import BY_ID
from coxa.motion.watching.faults.finder import Found


def found(*ids: str) -> list[Found]:
    return [Found(BY_ID[id_], None, 0.0, 1.0, 1.0) for id_ in ids]


def said(*repetitions: tuple[str, ...]) -> list[tuple[str, bool] | None]:
    """(id, good news?) after each repetition, all of them full."""
    cues = Cues()
    spoken = [cues.after(found(*ids), full=True) for ids in repetitions]
    return [(cue.id, cue.good) if cue else None for cue in spoken]


KNEE = ("knee_in", False)


def test_the_same_cue_is_said_at_most_once_in_three_repetitions():
    assert said(*[("knee_in",)] * 7) == [KNEE, None, None, KNEE, None, None, KNEE]


def test_the_most_important_of_two_faults_is_spoken_of_and_then_the_other():
    both = ("knee_in", "too_fast")
    assert said(both, both, both, both) == [KNEE, ("too_fast", False), None, KNEE]


def test_a_fault_that_has_gone_is_good_news():
    assert said(("knee_in",), ()) == [KNEE, ("knee_in", True)]


def test_good_news_is_not_told_twice():
    assert said(("knee_in",), (), ("knee_in",), ())[3] != ("knee_in", True)


def test_two_full_and_clean_repetitions_are_praised_and_then_there_is_quiet():
    praise = (ALL_THE_WAY, True)
    assert said((), (), (), (), ()) == [None, praise, None, None, praise]


def test_a_part_of_the_way_is_not_called_all_the_way():
    cues = Cues()
    assert [cues.after([], full=False) for _ in range(4)] == [None] * 4


def test_a_cue_during_a_repetition_is_not_followed_by_another_at_its_end():
    cues = Cues()
    first = cues.during(found("knee_in"))
    assert first is not None
    assert first.words == BY_ID["knee_in"].cue
    assert cues.during(found("trunk_lean")) is None
    assert cues.after(found("knee_in", "trunk_lean"), full=True) is None
    late = cues.after(found("trunk_lean"), full=True)
    assert late is not None
    assert late.good  # the knee has gone straight: said before the next thing to mend


def test_nothing_new_is_nothing_to_say():
    assert Cues().during([]) is None
