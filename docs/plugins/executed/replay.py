"""A Trace as data for the stepper: small, and loaded only when asked for.

The standard library only: it also runs in the reader's browser.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from typing import Any

from executed import story, timeline
from executed.trace import Lane, Segment, Trace

LIMIT = 30_000  # bytes of JSON, for one example
MOST_MOMENTS = 400


def data(
    trace: Trace, source: Sequence[tuple[int, str]], printed: Sequence[tuple[float, str, str]]
) -> str:
    """JSON that the stepper reads; at most `LIMIT` bytes.

    `source` are the lines that the page shows, each with its number in the
    file; `printed` are moment, stream and text of each line of output. What
    is too long ends early, and `until` says when (seconds).
    """
    shown = [row.lane for row in timeline.rows(trace) if row.lane]
    moments = _moments(trace, shown, [at for at, _, _ in printed])
    count = min(len(moments), MOST_MOMENTS)
    while True:
        text = json.dumps(
            _document(trace, shown, source, printed, moments[:count], count < len(moments)),
            ensure_ascii=False,
            separators=(",", ":"),
        )
        if len(text.encode()) <= LIMIT or count <= 2:
            return text
        count = count * 3 // 4


def _moments(trace: Trace, lanes: Sequence[Lane], printed: Sequence[float]) -> list[float]:
    """When anything changes that the stepper shows, at most `MOST_MOMENTS`."""
    found = {0.0, *printed}
    for lane in lanes:
        found |= {one.start for one in lane.segments} | {mark.at for mark in lane.marks}
        if lane.ended is not None:
            found.add(lane.ended)
    found |= {poll.start for poll in trace.iterations if poll.end - poll.start > 0.0005}
    found.add(max([*found, *(lane.segments[-1].end for lane in lanes if lane.segments)]))
    return sorted({_round(at) for at in found})


def _round(at: float) -> float:
    return round(at, 6)


def _document(
    trace: Trace,
    lanes: Sequence[Lane],
    source: Sequence[tuple[int, str]],
    printed: Sequence[tuple[float, str, str]],
    moments: Sequence[float],
    cut: bool,
) -> dict[str, Any]:
    last = moments[-1] if moments else 0.0
    words: dict[str, int] = {}

    def word(text: str) -> int:
        return words.setdefault(text, len(words))

    def segment(one: Segment) -> list[Any]:
        reason = story.reason(trace, one) if one.why or one.lanes else ""
        return [_round(one.start), _round(one.end), one.state, word(reason), one.line]

    def entry(one: int | str) -> str:
        if isinstance(one, int):
            return trace.lanes[one].label if one in trace.lanes else "a task"
        return one

    polls = [poll for poll in trace.iterations if poll.start <= last]
    # Of the polls only those that a moment falls behind are ever looked at.
    starts = [_round(poll.start) for poll in polls]
    seen = sorted({bisect_right(starts, at) - 1 for at in moments} - {-1})
    rounds: Counter[int] = Counter()
    numbers = []
    for poll in polls:
        rounds[poll.loop] += 1
        numbers.append(rounds[poll.loop])
    return {
        "end": trace.wall,
        "until": last,
        "cut": cut,
        "moments": list(moments),
        "source": [list(row) for row in source],
        "lanes": [
            {
                "number": lane.number,
                "kind": lane.kind,
                "label": timeline.label(trace, lane),
                "created": _round(lane.created),
                "ended": None if lane.ended is None else _round(lane.ended),
                "segments": [segment(one) for one in lane.segments if one.start <= last],
                "marks": [
                    [_round(mark.at), word(story.moment(trace, lane, mark))]
                    for mark in lane.marks
                    if mark.at <= last and mark.kind != "print"
                ],
            }
            for lane in lanes
        ],
        "polls": [
            [
                _round(poll.start),
                _round(poll.end),
                poll.loop,
                [word(entry(one)) for one in poll.ready],
                poll.ready_count,
                [[_round(due), word(entry(one))] for due, one in poll.timers],
                poll.timer_count,
                number,
            ]
            for poll, number in ((polls[index], numbers[index]) for index in seen)
        ],
        "loops": {
            lane.number: timeline.label(trace, lane)
            for lane in trace.lanes.values()
            if lane.kind == "loop"
        },
        "printed": [[_round(at), stream, text[:300]] for at, stream, text in printed if at <= last],
        "words": list(words),
    }
