"""A Trace as a picture: inline SVG with a lane for each task and thread.

The standard library only: it also draws the reader's own run, in the
browser. Horizontal positions are percentages and text keeps its size, so
that one picture fits every screen. Colours come from the style sheet; shape
and pattern tell the states apart without them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape
from math import ceil, floor, log10

from executed import story
from executed.trace import Lane, Mark, Segment, State, Trace

ROW, BAR, LABEL, HEAD, AXIS = 32, 12, 14, 22, 26  # heights in pixels
MOST_LANES = 14
MOST_SEGMENTS = 260  # in one picture, and on a lane at least, however many lanes there are:
LEAST_ROOM = 12
MOST_MARKS = 24  # on one lane
NARROW = 290  # pixels: a text must fit its segment on a small screen
LETTER = 6.3  # pixels: a letter of a reason, generously
LONGEST_LABEL = 38  # letters that fit a small screen
_SMALL = 0.05  # percent: less is not drawn, unless it is a run


@dataclass(frozen=True)
class Strip:
    """One run in a picture: its trace, and what it printed with the times."""

    title: str
    trace: Trace
    printed: Sequence[tuple[float, str]] = ()


@dataclass(frozen=True)
class Row:
    """One lane, or several folded into a curve of how many exist."""

    label: str
    lane: Lane | None = None
    folded: tuple[Lane, ...] = ()
    counts: tuple[tuple[float, int], ...] = ()


def figure(strips: Sequence[Strip], ident: str, title: str) -> str:
    """The picture with its legend and its text equivalent, as HTML."""
    words = "".join(_words(strip, len(strips) > 1) for strip in strips)
    return (
        f'<figure class="timeline" id="{escape(ident)}">'
        f"{svg(strips, ident, title)}{_legend(strips, ident)}"
        f'<details class="timeline-words"><summary>This picture in words</summary>{words}'
        "</details></figure>"
    )


def svg(strips: Sequence[Strip], ident: str, title: str) -> str:
    """The picture alone. The same strips always give the same text."""
    tables = [rows(strip.trace) for strip in strips]
    ends = [_end(strip, table) for strip, table in zip(strips, tables, strict=True)]
    end = max(ends, default=0.0) or 1.0
    scale = _Scale(_start(tables, end), end)
    head = HEAD if len(strips) > 1 else 0
    lanes = [row.lane for table in tables for row in table if row.lane]
    room = _room([len(_visible(lane.segments, scale)) for lane in lanes])
    body: list[str] = []
    top = 0
    for strip, table in zip(strips, tables, strict=True):
        if head:
            body.append(f'<text class="tl-head" x="0" y="{top + 15}">{escape(strip.title)}</text>')
        top += head
        body.append(_Rows(strip, table, scale, ident, top, room).draw())
        top += ROW * len(table)
    height = top + AXIS
    about = "; ".join(_summary(strip, table) for strip, table in zip(strips, tables, strict=True))
    return (
        f'<svg class="tl" width="100%" height="{height}" role="group" '
        f'aria-labelledby="{ident}-title {ident}-desc" '
        f'data-start="{scale.start:.6f}" data-end="{end:.6f}" data-top="{top}">'
        f'<title id="{ident}-title">{escape(title)}</title>'
        f'<desc id="{ident}-desc">{escape(about)}</desc>'
        f"{_patterns(ident)}{_axis(scale, top)}{''.join(body)}</svg>"
    )


def _start(tables: Sequence[Sequence[Row]], end: float) -> float:
    """0, unless nothing is drawn for long: then just before the first lane."""
    first = min((row.lane.created if row.lane else 0.0 for t in tables for row in t), default=0.0)
    return first - (end - first) / 50 if first > end / 8 else 0.0


def _end(strip: Strip, table: Sequence[Row]) -> float:
    """When the last lane ended; the wall time counts how Python shuts down."""
    lanes = [lane for row in table for lane in ([row.lane] if row.lane else row.folded)]
    if not lanes or strip.trace.left or any(lane.ended is None for lane in lanes):
        return strip.trace.wall
    last = max(at for lane in lanes if (at := lane.ended) is not None)
    return max([last, *(at for at, _ in strip.printed)])


class _Scale:
    """Seconds to percent of the width, and where the ticks are."""

    def __init__(self, start: float, end: float) -> None:
        self.start, self.end = start, end
        self.length = end - start
        rough = self.length / 4
        power = 10.0 ** floor(log10(rough))
        self.step = next(power * n for n in (1, 2, 5, 10) if power * n >= rough * 0.999)
        unit, factor = "s", 1.0
        if end < 0.0009:
            unit, factor = "µs", 1e6
        elif end < 0.09:
            unit, factor = "ms", 1e3
        digits = max(0, ceil(-log10(self.step * factor) - 1e-9))
        first = ceil(start / self.step - 1e-9)
        self.ticks = [
            (n * self.step, f"{n * self.step * factor:.{digits}f} {unit}")
            for n in range(first, int(end / self.step + 1e-9) + 1)
        ]

    def percent(self, at: float) -> float:
        return min(100.0, max(0.0, (at - self.start) / self.length * 100))

    def x(self, at: float) -> str:
        return f"{self.percent(at):.2f}%"


def _axis(scale: _Scale, top: int) -> str:
    parts = ['<g class="tl-axis" aria-hidden="true">']
    for at, text in scale.ticks:
        x = scale.x(at)
        place = scale.percent(at)
        anchor = "start" if place < 4 else "end" if place > 88 else "middle"
        parts.append(f'<line x1="{x}" x2="{x}" y1="0" y2="{top + 5}"/>')
        parts.append(f'<text x="{x}" y="{top + 18}" text-anchor="{anchor}">{text}</text>')
    return "".join(parts) + "</g>"


def _patterns(ident: str) -> str:
    """Hatching, so that states differ without colour."""
    return (
        "<defs>"
        f'<pattern id="{ident}-ready" class="tl-p-ready" width="5" height="5" '
        'patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        '<line x1="0" y1="0" x2="0" y2="5"/></pattern>'
        f'<pattern id="{ident}-blocked" class="tl-p-blocked" width="6" height="6" '
        'patternUnits="userSpaceOnUse">'
        '<path d="M0 0L6 6M6 0L0 6"/></pattern>'
        f'<pattern id="{ident}-hold" class="tl-p-hold" width="4" height="4" '
        'patternUnits="userSpaceOnUse"><rect width="4" height="4"/>'
        '<circle cx="2" cy="2" r="1"/></pattern>'
        "</defs>"
    )


# state -> (height in pixels, pattern)
_SHAPES: dict[str, tuple[int, str]] = {
    "run": (BAR, ""),
    "part": (BAR // 2, ""),
    "hold": (BAR, "hold"),
    "wait": (2, ""),
    "ready": (8, "ready"),
    "blocked": (BAR, "blocked"),
    "created": (2, ""),
}
# kind of mark -> path around its place on the bar
_GLYPHS = {
    "print": "M-3 0A3 3 0 1 0 3 0A3 3 0 1 0-3 0Z",
    "returned": "M0-8V8",
    "ended": "M0-8V8",
    "raised": "M-4-4L4 4M4-4L-4 4",
    "cancelled": "M-4-4H4V4H-4ZM-4 4L4-4",
    "cancel": "M-4-9H4L0-3Z",
    "delivered": "M-4 9H4L0 3Z",
    "swallowed": "M-5 0A5 5 0 1 0 5 0A5 5 0 1 0-5 0ZM-5 0H5",
}


class _Rows:
    """The rows of one strip, from `top` downwards."""

    def __init__(
        self, strip: Strip, table: Sequence[Row], scale: _Scale, ident: str, top: int, room: int
    ) -> None:
        self.strip, self.table, self.scale = strip, table, scale
        self.ident, self.top, self.room = ident, top, room
        self.trace = strip.trace
        self.rows_of = {row.lane.number: index for index, row in enumerate(table) if row.lane}

    def draw(self) -> str:
        return "".join(
            self._lane(row.lane, row.label, self.top + index * ROW)
            if row.lane
            else self._curve(row, self.top + index * ROW)
            for index, row in enumerate(self.table)
        )

    def _lane(self, lane: Lane, label: str, y: int) -> str:
        said = story.sentence(self.trace, lane)
        notes = story.relations(self.trace, lane)
        bar = y + LABEL
        parts = [
            f'<g class="tl-lane tl-{lane.kind}" tabindex="0" role="img" '
            f'data-lane="{lane.number}" aria-label="{escape(said)}">',
            # Something to point at, also where nothing is drawn.
            f'<rect class="tl-hit" x="0" y="{y}" width="100%" height="{ROW - 2}"/>',
            f'<text class="tl-label" x="0" y="{y + 11}">{escape(_short(label))}</text>',
        ]
        if notes:
            text = escape(f"{_short(label)} · {notes}")
            parts.append(f'<text class="tl-note" x="0" y="{y + 11}">{text}</text>')
        parts += self._links(lane, bar + BAR // 2)
        shown = _bounded(lane.segments, self.scale, self.room)
        parts += [self._segment(one, bar) for one in shown]
        parts += self._reasons(shown, bar)
        parts += self._marks(lane, bar + BAR // 2)
        return "".join(parts) + "</g>"

    def _segment(self, one: Segment, bar: int) -> str:
        height, pattern = _SHAPES[one.state]
        width = max(0.1, self.scale.percent(one.end) - self.scale.percent(one.start))
        fill = f' fill="url(#{self.ident}-{pattern})"' if pattern else ""
        return (
            f'<rect class="tl-{one.state}" x="{self.scale.x(one.start)}" '
            f'y="{bar + (BAR - height) // 2}" width="{width:.2f}%" height="{height}"{fill}/>'
        )

    def _reasons(self, shown: Iterable[Segment], bar: int) -> Iterator[str]:
        """What it waits for, where the words fit even on a small screen."""
        for one in shown:
            if one.state not in ("wait", "blocked") or not one.why:
                continue
            text = story.reason(self.trace, one)
            start, end = self.scale.percent(one.start), self.scale.percent(one.end)
            if (end - start) / 100 * NARROW >= (len(text) + 2) * LETTER:
                yield (
                    f'<text class="tl-why" x="{(start + end) / 2:.2f}%" y="{bar + 10}">'
                    f"{escape(text)}</text>"
                )

    def _marks(self, lane: Lane, middle: int) -> Iterator[str]:
        texts = {round(at, 6): text for at, text in self.strip.printed}
        for mark in _chosen(lane.marks):
            said = story.moment(self.trace, lane, mark, _quoted(texts.get(round(mark.at, 6), "")))
            yield (
                f'<svg x="{self.scale.x(mark.at)}" y="{middle}" overflow="visible">'
                f'<path class="tl-m tl-m-{mark.kind}" d="{_GLYPHS[mark.kind]}">'
                f"<title>{escape(said)}</title></path></svg>"
            )

    def _links(self, lane: Lane, middle: int) -> Iterator[str]:
        """From its creator, and to those who await it; seen on hover and focus."""
        others = [(lane.by, lane.created, "made")]
        if lane.ended is not None:
            others += [
                (other.number, lane.ended, "awaited")
                for other in story.awaited_by(self.trace, lane)
            ]
        for number, at, kind in others:
            if number in self.rows_of and number != lane.number:
                y = self.top + self.rows_of[number] * ROW + LABEL + BAR // 2
                x = self.scale.x(at)
                yield (
                    f'<line class="tl-link tl-link-{kind}" '
                    f'x1="{x}" x2="{x}" y1="{y}" y2="{middle}"/>'
                )

    def _curve(self, row: Row, y: int) -> str:
        """How many of the folded lanes exist, over time."""
        most = max((count for _, count in row.counts), default=0) or 1
        label = f"{row.label}: up to {most:,} at once"
        parts = [
            f'<g class="tl-lane tl-fold" tabindex="0" role="img" aria-label="{escape(label)}">',
            f'<rect class="tl-hit" x="0" y="{y}" width="100%" height="{ROW - 2}"/>',
            f'<text class="tl-label" x="0" y="{y + 11}">{escape(label)}</text>',
        ]
        ends = [at for at, _ in row.counts[1:]] + [self.scale.end]
        for (at, count), until in zip(row.counts, ends, strict=True):
            height = round(BAR * count / most, 1)
            width = self.scale.percent(until) - self.scale.percent(at)
            if count and width > 0:
                parts.append(
                    f'<rect class="tl-count" x="{self.scale.x(at)}" '
                    f'y="{y + LABEL + BAR - height:.1f}" width="{width:.2f}%" height="{height}"/>'
                )
        return "".join(parts) + "</g>"


def _short(label: str) -> str:
    return label if len(label) <= LONGEST_LABEL else label[: LONGEST_LABEL - 1] + "…"


def _quoted(text: str) -> str:
    text = text.strip()
    return f"“{text[:60]}…”" if len(text) > 60 else f"“{text}”" if text else ""


def _chosen(marks: Sequence[Mark]) -> Sequence[Mark]:
    """All that matter, and as many prints as there is room for."""
    prints = [mark for mark in marks if mark.kind == "print"]
    skip = max(1, ceil(len(prints) / MOST_MARKS))
    kept = set(map(id, prints[::skip]))
    return [mark for mark in marks if mark.kind != "print" or id(mark) in kept][: 3 * MOST_MARKS]


def _room(needs: Sequence[int]) -> int:
    """How many segments a lane may have: what quiet lanes leave goes to the busy ones."""
    left, room = MOST_SEGMENTS, 0
    for done, need in enumerate(sorted(needs)):
        room = max(room, left // (len(needs) - done))
        left -= min(need, room)
    return max(LEAST_ROOM, room)


def _visible(segments: Sequence[Segment], scale: _Scale) -> list[Segment]:
    return [
        one
        for one in _joined(segments)
        if one.state in ("run", "hold")
        or scale.percent(one.end) - scale.percent(one.start) >= _SMALL
    ]


def _bounded(segments: Sequence[Segment], scale: _Scale, room: int) -> list[Segment]:
    """At most `room` segments; a part that changes faster is summed up."""
    visible = _visible(segments, scale)
    if len(visible) <= room:
        return visible
    found: list[Segment] = []
    width = scale.length / room
    index = 0
    for column in range(room):
        left = scale.start + column * width
        right = left + width
        shares: dict[str, float] = {}
        while index < len(segments) and segments[index].end <= left:
            index += 1
        for one in segments[index:]:
            if one.start >= right:
                break
            part = min(one.end, right) - max(one.start, left)
            shares[one.state] = shares.get(one.state, 0.0) + part
        if not shares:
            continue
        state = _mixed(shares)
        start = max(left, segments[0].start)
        end = min(right, segments[-1].end)
        if found and found[-1].state == state and found[-1].end == start:
            start = found.pop().start
        found.append(Segment(start, end, state))
    return found


def _joined(segments: Iterable[Segment]) -> list[Segment]:
    """Neighbours that differ in nothing that can be seen, as one."""
    found: list[Segment] = []
    for one in segments:
        if found and found[-1].end == one.start and _look(found[-1]) == _look(one):
            one = replace(one, start=found.pop().start)
        found.append(one)
    return found


def _look(one: Segment) -> tuple[object, ...]:
    return one.state, one.why, one.lanes


def _mixed(shares: dict[str, float]) -> State:
    """The state that fills a column; "part" if it runs now and then."""
    strongest = max(shares, key=lambda state: shares[state])
    if strongest in ("wait", "ready") and "run" in shares:
        return "part"  # type: ignore[return-value]  # drawn, never traced
    return strongest  # type: ignore[return-value]


def rows(trace: Trace) -> list[Row]:
    """The lanes to draw, in order; too many are folded, none is cropped."""
    lanes = _ordered(trace)
    labels = {lane.number: label(trace, lane) for lane in lanes}
    everything = [Row(labels[lane.number], lane) for lane in lanes]
    if trace.left.get("lane"):
        everything = everything[: MOST_LANES - 1]
        everything.append(Row("all tasks", counts=tuple(trace.existing)))
        return everything
    if len(everything) <= MOST_LANES:
        return everything
    groups: dict[str, list[Lane]] = {}
    for lane in lanes:
        groups.setdefault(labels[lane.number].partition("(")[0], []).append(lane)
    folded = {
        one.number: name
        for name, members in groups.items()
        if len(members) > 5
        for one in members[3:-1]
    }
    found: list[Row] = []
    for name, members in groups.items():
        for lane in members:
            if lane.number not in folded:
                found.append(Row(labels[lane.number], lane))
            elif lane is members[3]:
                hidden = tuple(one for one in members if one.number in folded)
                found.append(_folded(f"{len(hidden)} more {name}", hidden, trace))
    if len(found) > MOST_LANES:
        rest = found[MOST_LANES - 1 :]
        hidden = tuple(
            lane for row in rest for lane in ([row.lane] if row.lane else list(row.folded))
        )
        found = [*found[: MOST_LANES - 1], _folded(f"{len(hidden)} more lanes", hidden, trace)]
    return found


def _folded(label: str, lanes: tuple[Lane, ...], trace: Trace) -> Row:
    changes: dict[float, int] = {}
    for lane in lanes:
        changes[lane.created] = changes.get(lane.created, 0) + 1
        if lane.ended is not None:
            changes[lane.ended] = changes.get(lane.ended, 0) - 1
    counts: list[tuple[float, int]] = []
    number = 0
    for at in sorted(changes):
        number += changes[at]
        counts.append((at, number))
    # A curve needs no more corners than there are pixels.
    width = trace.wall / 100
    thinned: list[tuple[float, int]] = []
    for at, number in counts:
        if thinned and at - thinned[-1][0] < width:
            thinned[-1] = (thinned[-1][0], max(number, thinned[-1][1]))
        else:
            thinned.append((at, number))
    if thinned and not number:
        thinned.append((counts[-1][0], 0))
    return Row(label, folded=lanes, counts=tuple(thinned))


def _ordered(trace: Trace) -> list[Lane]:
    """Each thread with its loop and tasks, then pools and processes."""
    lanes = [lane for lane in trace.lanes.values() if not lane.internal]
    loops = [lane for lane in lanes if lane.kind == "loop"]
    threads = [lane for lane in lanes if lane.kind == "thread"]
    workers = [lane for lane in lanes if lane.kind == "worker" and lane.segments]
    with_loop = {lane.by for lane in loops}
    several = len({loop.by for loop in loops}) > 1 or len(threads) > 1 or bool(workers)
    found: list[Lane] = []
    for thread in threads:
        if thread.number not in with_loop and _is_shown(thread, lanes):
            found.append(thread)
        mine = [one for one in loops if one.by == thread.number]
        if mine and several:
            found.append(_one_after_another(mine))
        for loop in mine:
            found += [lane for lane in lanes if lane.kind == "task" and lane.loop == loop.number]
    known = {lane.number for lane in found}
    found += [lane for lane in lanes if lane.kind == "task" and lane.number not in known]
    found += [lane for lane in lanes if lane.kind in ("call", "generator", "coroutine")]
    return found + workers + [lane for lane in lanes if lane.kind == "process"]


def _one_after_another(loops: Sequence[Lane]) -> Lane:
    """The loops of a thread, which never run at the same time, in one lane."""
    if len(loops) == 1:
        return loops[0]
    return replace(
        loops[0],
        ended=loops[-1].ended,
        segments=[one for loop in loops for one in loop.segments],
        marks=[mark for loop in loops for mark in loop.marks],
    )


def _is_shown(thread: Lane, lanes: Sequence[Lane]) -> bool:
    """The main thread is left out where the lanes of its calls tell the same."""
    if thread.number != 0:
        return True
    return not any(lane.kind in ("call", "generator", "coroutine", "task") for lane in lanes)


def label(trace: Trace, lane: Lane) -> str:
    """What stands above a lane: what it is, and its name."""
    if lane.kind == "loop":
        thread = trace.lanes.get(lane.by)
        return f"event loop · {thread.label}" if thread else "event loop"
    if lane.kind == "worker":
        jobs = list(dict.fromkeys(one.why.rpartition(", in ")[2] for one in lane.segments))
        return f"{lane.label}: {', '.join(jobs)}"
    if lane.kind == "thread" and lane.number:
        return f"thread {lane.label}"
    if lane.kind == "process":
        return f"process {lane.label}"
    return lane.label


def _summary(strip: Strip, table: Sequence[Row]) -> str:
    named = ", ".join(row.label for row in table[:MOST_LANES])
    return f"{strip.title}: {story.seconds(strip.trace.wall)}, lanes {named}"


def _states(strips: Sequence[Strip]) -> list[str]:
    shown = {
        one.state
        for strip in strips
        for row in rows(strip.trace)
        for lane in ([row.lane] if row.lane else row.folded)
        for one in lane.segments
        if one.state in ("run", "hold") or one.end - one.start >= strip.trace.wall * _SMALL / 100
    }
    return [state for state in story.STATES if state in shown]


def _marks(strips: Sequence[Strip]) -> list[str]:
    shown = {
        mark.kind
        for strip in strips
        for row in rows(strip.trace)
        if row.lane
        for mark in row.lane.marks
    }
    # One sign for every good end.
    shown -= {"ended"} if "returned" in shown else set()
    return [kind for kind in story.MARKS if kind in shown]


def _legend(strips: Sequence[Strip], ident: str) -> str:
    items = []
    shown = [row.lane for strip in strips for row in rows(strip.trace) if row.lane]
    steps = all(lane.kind in ("generator", "coroutine") for lane in shown)
    names = story.STATES | (story.STEPS if steps else {})
    for state in _states(strips):
        height, pattern = _SHAPES[state]
        fill = f' fill="url(#{ident}-{pattern})"' if pattern else ""
        items.append(
            f'<li><svg width="22" height="14" aria-hidden="true"><rect class="tl-{state}" x="1" '
            f'y="{1 + (BAR - height) // 2}" width="20" height="{height}"{fill}/></svg>'
            f"{names[state]}</li>"
        )
    for kind in _marks(strips):
        items.append(
            '<li><svg width="16" height="20" aria-hidden="true">'
            f'<svg x="8" y="10" overflow="visible"><path class="tl-m tl-m-{kind}" '
            f'd="{_GLYPHS[kind]}"/></svg></svg>{story.MARKS[kind]}</li>'
        )
    return f'<ul class="timeline-legend">{"".join(items)}</ul>'


def _words(strip: Strip, several: bool) -> str:
    """The text equivalent: what each lane did, and what was left out."""
    table = rows(strip.trace)
    lines = []
    for row in table:
        if row.lane:
            lines.append(story.sentence(strip.trace, row.lane))
        else:
            most = max((count for _, count in row.counts), default=0)
            lines.append(f"{row.label}: up to {most:,} of them at once.")
    if left := story.left_out(strip.trace):
        lines.append(left)
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    head = f"<p>{escape(strip.title)}</p>" if several else ""
    return f"{head}<ul>{items}</ul>"
