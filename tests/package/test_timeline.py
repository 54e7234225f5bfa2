"""The picture of a run, its words, and the data of its stepper."""

from __future__ import annotations

import json
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from executed import replay, story, timeline
from executed.timeline import Strip
from executed.trace import Lane, Mark, Segment, Trace

SVG = "{http://www.w3.org/2000/svg}"


def lane(number: int, label: str, *segments: Segment, **more: object) -> Lane:
    known = {"created": segments[0].start, "ended": segments[-1].end, "loop": 1, "by": 0}
    return Lane(number, "task", label, segments=list(segments), **(known | more))  # type: ignore[arg-type]


def small_trace() -> Trace:
    main = lane(
        2,
        "main()",
        Segment(0.0, 0.01, "run"),
        Segment(0.01, 1.0, "wait", "task", 4, (3,)),
        Segment(1.0, 1.01, "run"),
        marks=[Mark(1.01, "returned", "None")],
    )
    child = lane(
        3,
        "serve('<Amir>')",
        Segment(0.0, 0.01, "ready"),
        Segment(0.01, 0.1, "blocked", "", 0, (2,)),
        Segment(0.1, 0.2, "hold", "time.sleep(0.1)"),
        Segment(0.2, 1.0, "wait", "timer 0.8", 7),
        by=2,
        marks=[
            Mark(0.5, "cancel", "", 9, 2),
            Mark(0.5, "print"),
            Mark(1.0, "raised", "ValueError: <b>"),
        ],
    )
    return Trace(1.2, {2: main, 3: child})


def crowd(number: int) -> Trace:
    lanes = {
        n: lane(n, f"fetch({n})", Segment(0.0, 0.01 * n + 0.1, "wait", "timer 1"))
        for n in range(1, number + 1)
    }
    return Trace(0.01 * number + 0.2, lanes)


def busy(number: int) -> Trace:
    """A lane that changes its state very often."""
    pieces = [
        Segment(n / number, (n + 1) / number, "run" if n % 10 == 0 else "wait", "timer 0.1")
        for n in range(number)
    ]
    return Trace(1.0, {1: lane(1, "main()", *pieces), 2: lane(2, "other()", *pieces)})


def draw(*traces: Trace) -> ElementTree.Element:
    strips = [Strip(f"program{n}.py", trace) for n, trace in enumerate(traces)]
    text = timeline.svg(strips, "one", "A <title>")
    return ElementTree.fromstring(
        text.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    )


def of_class(root: ElementTree.Element, name: str) -> list[ElementTree.Element]:
    return [one for one in root.iter() if one.get("class") == name]


PICTURES = {"small": small_trace(), "crowd": crowd(80), "busy": busy(5000), "empty": Trace(0.0)}


@pytest.mark.parametrize("trace", PICTURES.values(), ids=PICTURES)
def test_svg_is_valid_and_named(trace: Trace) -> None:
    root = draw(trace)
    named = root.attrib["aria-labelledby"].split()
    assert [root.find(f"{SVG}title").attrib["id"], root.find(f"{SVG}desc").attrib["id"]] == named  # type: ignore[union-attr]
    assert root.findtext(f"{SVG}title") == "A <title>"
    assert root.findtext(f"{SVG}desc")


@pytest.mark.parametrize("trace", PICTURES.values(), ids=PICTURES)
def test_the_same_run_gives_the_same_picture(trace: Trace) -> None:
    strips = [Strip("program.py", trace)]
    assert timeline.figure(strips, "one", "T") == timeline.figure(strips, "one", "T")


@pytest.mark.parametrize("trace", PICTURES.values(), ids=PICTURES)
def test_everything_is_inside_the_picture(trace: Trace) -> None:
    for element in draw(trace).iter():
        for name in ("x", "x1", "x2"):
            if element.attrib.get(name, "").endswith("%"):
                assert 0 <= float(element.attrib[name][:-1]) <= 100
        if element.attrib.get("width", "").endswith("%") and "x" in element.attrib:
            right = float(element.attrib["x"].rstrip("%")) + float(element.attrib["width"][:-1])
            assert right <= 100.2


def test_segments_are_drawn_to_scale() -> None:
    root = draw(replace(small_trace()))
    wait = min(of_class(root, "tl-wait"), key=lambda one: float(one.attrib["width"][:-1]))
    assert float(wait.attrib["x"][:-1]) == pytest.approx(0.2 / 1.01 * 100, abs=0.02)
    assert float(wait.attrib["width"][:-1]) == pytest.approx(0.8 / 1.01 * 100, abs=0.02)


def test_states_differ_without_colour() -> None:
    """By height or pattern, whatever the style sheet says."""
    looks = [timeline._SHAPES[state] for state in ("run", "hold", "wait", "ready", "blocked")]
    assert len(set(looks)) == len(looks)


def test_a_short_run_can_be_seen() -> None:
    trace = Trace(10.0, {1: lane(1, "a()", Segment(0, 9, "wait"), Segment(9, 9.000001, "run"))})
    (run,) = of_class(draw(trace), "tl-run")
    assert float(run.attrib["width"][:-1]) >= 0.1


def test_lanes_can_be_reached_and_tell_what_they_did() -> None:
    lanes = [one for one in draw(small_trace()).iter(f"{SVG}g") if "data-lane" in one.attrib]
    assert [one.attrib["tabindex"] for one in lanes] == ["0", "0"]
    assert "waits 0.80 s for sleep(0.8)" in lanes[1].attrib["aria-label"]
    notes = [one.text for one in of_class(lanes[1], "tl-note")]
    assert notes == ["serve('<Amir>') · created by main() · awaited by main()"]


def test_many_lanes_are_folded_and_none_is_lost() -> None:
    table = timeline.rows(crowd(80))
    assert len(table) <= timeline.MOST_LANES
    shown = {row.lane.number for row in table if row.lane}
    folded = {one.number for row in table for one in row.folded}
    assert shown | folded == set(range(1, 81))
    assert not shown & folded


def test_the_curve_tells_how_many_there_are() -> None:
    (row,) = [row for row in timeline.rows(crowd(80)) if row.folded]
    assert max(count for _, count in row.counts) == len(row.folded)
    assert row.counts[-1][1] == 0


def test_what_quiet_lanes_leave_goes_to_a_busy_one() -> None:
    trace = crowd(12)
    fast = max(busy(200).lanes.values(), key=lambda one: len(one.segments))
    trace.lanes[99] = replace(fast, number=99)
    assert not of_class(draw(trace), "tl-part")
    assert len(of_class(draw(trace), "tl-run")) == 20


def test_a_lane_that_changes_fast_is_summed_up() -> None:
    assert len(timeline.svg([Strip("p.py", busy(50_000))], "one", "T")) < 40_000
    assert of_class(draw(busy(50_000)), "tl-part")


def test_a_picture_of_100000_tasks_is_light() -> None:
    trace = crowd(600)
    trace.left = {"lane": 99_400, "step": 500_000}
    trace.existing = [(n / 100, n * 250) for n in range(400)]
    html = timeline.figure([Strip("p.py", trace)], "one", "T")
    assert len(html.encode()) < 50_000
    assert "99,400 tasks" in html
    assert len(replay.data(trace, [], [])) < replay.LIMIT


def test_strips_share_one_axis() -> None:
    short = Trace(0.5, {1: lane(1, "a()", Segment(0, 0.5, "wait"))})
    root = draw(small_trace(), short)
    waits = [one.attrib["width"] for one in of_class(root, "tl-wait")]
    assert waits[-1] == f"{0.5 / 1.01 * 100:.2f}%"
    assert [one.text for one in of_class(root, "tl-head")] == ["program0.py", "program1.py"]


@pytest.mark.parametrize(
    ("end", "ticks"),
    [
        (1.01, ["0.0 s", "0.5 s", "1.0 s"]),
        (0.012, ["0 ms", "5 ms", "10 ms"]),
        (0.0004, ["0 µs", "100 µs", "200 µs", "300 µs", "400 µs"]),
        (73, ["0 s", "20 s", "40 s", "60 s"]),
    ],
)
def test_ticks(end: float, ticks: list[str]) -> None:
    assert [text for _, text in timeline._Scale(0.0, end).ticks] == ticks


def test_words_tell_the_whole_story() -> None:
    trace = small_trace()
    said = story.sentence(trace, trace.lanes[3])
    assert said == (
        "serve('<Amir>') is created at 0 µs (created by main() · awaited by main()), "
        "is blocked by main() for 90 ms, keeps its thread for 0.10 s in time.sleep(0.1), "
        "waits 0.80 s for sleep(0.8), runs for 0.10 s in all, is ready but queued for 10 ms, "
        "main() asks to cancel serve('<Amir>') at 0.50 s, and raises ValueError: <b> at 1.00 s."
    )


def test_text_of_the_program_is_escaped() -> None:
    html = timeline.figure([Strip("<p>.py", small_trace(), [(0.5, "<script>")])], "one", "<T>")
    assert "<script" not in html and "<b>" not in html and "<Amir>" not in html
    assert "&lt;script&gt;" in html


class TestReplay:
    SOURCE = ((1, "import asyncio"), (7, "await asyncio.sleep(0.8)"))

    def data(self, trace: Trace) -> dict[str, object]:
        return json.loads(replay.data(trace, self.SOURCE, [(0.5, "stdout", "hello")]))  # type: ignore[no-any-return]

    def test_moments_are_those_at_which_something_changes(self) -> None:
        assert self.data(small_trace())["moments"] == [0, 0.01, 0.1, 0.2, 0.5, 1.0, 1.01]

    def test_what_is_too_long_ends_early_and_says_so(self) -> None:
        text = replay.data(busy(5000), self.SOURCE, [])
        assert len(text.encode()) <= replay.LIMIT
        found = json.loads(text)
        assert found["cut"] is True
        assert found["until"] < 1.0
        assert self.data(small_trace())["cut"] is False
