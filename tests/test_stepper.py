"""Timeline and stepper in a real browser."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from conftest import Visit
from executed import replay
from looks import serious
from playwright.sync_api import Locator, Page, Route

EXAMPLE = "working/threads/", "example-nap-blocking"


def test_every_replay_is_small(site: Path) -> None:
    files = list((site / "replays").rglob("*.json"))
    assert len(files) > 20
    assert max(path.stat().st_size for path in files) <= replay.LIMIT


def test_nothing_loads_before_the_reader_asks(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + EXAMPLE[0], wait_until="networkidle")
    assert not [url for url in asked if "stepper" in url or "replays" in url]


def open_stepper(page: Page, address: str) -> tuple[Locator, dict[str, Any]]:
    """Open the stepper of the example with the keyboard; its panel and its data."""
    page.goto(address + EXAMPLE[0], wait_until="networkidle")
    button = page.locator(f"#{EXAMPLE[1]} .executed-replay")
    button.focus()
    with page.expect_response("**/replays/**") as answer:
        page.keyboard.press("Enter")
    panel = page.locator(f"#{EXAMPLE[1]} .stepper")
    panel.wait_for()
    return panel, json.loads(answer.value.text())


def expected_states(data: dict[str, Any], at: float) -> list[tuple[str, str]]:
    """What the trace says of this moment, worked out apart from the script."""
    found = []
    for lane in data["lanes"]:
        if lane["created"] > at:
            continue
        if lane["ended"] is not None and lane["ended"] <= at:
            found.append((lane["label"], "done"))
            continue
        inside = [one for one in lane["segments"] if one[0] <= at < one[1]]
        found.append((lane["label"], inside[-1][2] if inside else "idle"))
    return found


def shown_states(panel: Locator) -> list[tuple[str, str]]:
    rows = panel.locator(".stepper-lanes li").all()
    return [
        (row.locator("code").inner_text(), row.get_attribute("data-state") or "") for row in rows
    ]


def test_each_step_shows_what_the_trace_says(page: Page, address: str) -> None:
    panel, data = open_stepper(page, address)
    for number, at in enumerate(data["moments"]):
        assert f"step {number + 1} of" in panel.locator(".stepper-clock").inner_text()
        assert shown_states(panel) == expected_states(data, at)
        printed = panel.locator(".stepper-printed div").count()
        assert printed == sum(line[0] <= at for line in data["printed"])
        page.keyboard.press("ArrowRight")
    transcript = page.locator(f"#{EXAMPLE[1]} .executed-line").all_inner_texts()
    shown = panel.locator(".stepper-printed div").all_inner_texts()
    assert [text.partition("  ")[2].strip() for text in shown] == [
        one.strip() for one in transcript
    ]


def test_the_source_shows_where_each_task_stands(page: Page, address: str) -> None:
    panel, data = open_stepper(page, address)
    held = next(at for at in data["moments"] if ("nap(0.3)", "hold") in expected_states(data, at))
    for _ in range(data["moments"].index(held)):
        page.keyboard.press("ArrowRight")
    line = panel.locator(".stepper-runs")
    assert "time.sleep(seconds)" in line.inner_text()
    assert "◂ nap(0.3)" in line.inner_text()
    assert "Timers: none" in panel.locator(".stepper-loop").inner_text()
    assert "runs nap(0.3)" in panel.locator(".stepper-loop").inner_text()
    assert "Ready queue: nap(0.3), nap(0.3)" in panel.locator(".stepper-loop").inner_text()


def test_keyboard_alone(page: Page, address: str) -> None:
    panel, data = open_stepper(page, address)
    clock, last = panel.locator(".stepper-clock"), len(data["moments"])
    for key, step in [("End", last), ("ArrowLeft", last - 1), ("Home", 1), ("ArrowRight", 2)]:
        page.keyboard.press(key)
        assert f"step {step} of {last}" in clock.inner_text()
    page.keyboard.press("Escape")
    assert panel.count() == 0
    assert page.evaluate("document.activeElement.textContent") == "Step through"


def test_one_key_goes_one_round_of_the_loop(page: Page, address: str) -> None:
    panel, data = open_stepper(page, address)
    rounds = [poll[7] for poll in data["polls"]]
    seen = []
    for _ in rounds[1:]:
        page.keyboard.press("]")
        words = panel.locator(".stepper-loop").inner_text()
        seen.append(int(re.findall(r"Taken up in round (\d+): \S", words)[0]))
    assert seen == sorted(set(seen)), "each press goes to a later round"
    assert set(seen) <= set(rounds)
    assert len(seen) >= 3
    panel.get_by_role("button", name="One round of the loop back").click()
    words = panel.locator(".stepper-loop").inner_text()
    assert f"Taken up in round {seen[-2]}:" in words


def test_play_reaches_the_end_and_stops(page: Page, address: str) -> None:
    panel, data = open_stepper(page, address)
    panel.get_by_label("Speed").select_option("2")
    panel.get_by_role("button", name="Play").click()
    last = len(data["moments"])
    panel.get_by_text(f"step {last} of {last}").wait_for()
    panel.get_by_role("button", name="Play").wait_for()


def test_reduced_motion_goes_from_step_to_step(visit: Visit, address: str) -> None:
    calm = visit(reduced_motion="reduce")
    calm.add_init_script(
        "window.frames_asked = 0; const ask = window.requestAnimationFrame;"
        "window.requestAnimationFrame = (act) => { if (act.name === 'tick') window.frames_asked++;"
        " return ask(act); };"
    )
    panel, data = open_stepper(calm, address)
    calm.keyboard.press(" ")
    panel.get_by_text(f"step 3 of {len(data['moments'])}").wait_for()
    assert calm.evaluate("window.frames_asked") == 0


def test_without_javascript_picture_words_and_transcript_remain(visit: Visit, address: str) -> None:
    page = visit(java_script_enabled=False)
    page.goto(address + EXAMPLE[0])
    example = page.locator(f"#{EXAMPLE[1]}")
    assert example.locator("svg.tl").is_visible()
    assert example.locator(".executed-line").first.is_visible()
    assert not example.locator(".executed-replay").is_visible()
    example.locator(".timeline-words summary").click()
    words = r"keeps its thread for \d\.\d\d s in time\.sleep\(0\.3\)"
    assert re.search(words, example.inner_text())


def test_a_failed_download_is_told_and_can_be_repeated(page: Page, address: str) -> None:
    page.goto(address + EXAMPLE[0], wait_until="networkidle")
    example = page.locator(f"#{EXAMPLE[1]}")

    def refuse(route: Route) -> None:
        route.fulfill(status=404)

    page.route("**/replays/**", refuse)
    example.locator(".executed-replay").click()
    example.get_by_role("alert").wait_for()
    assert "could not be loaded" in example.get_by_role("alert").inner_text()
    page.unroute("**/replays/**", refuse)
    example.locator(".executed-replay").click()
    example.locator(".stepper").wait_for()


def test_it_works_after_instant_navigation(page: Page, address: str) -> None:
    page.goto(address, wait_until="networkidle")
    page.get_by_role("link", name="Threads and the loop").first.click()
    example = page.locator(f"#{EXAMPLE[1]}")
    example.locator(".executed-replay").click()
    example.locator(".stepper").wait_for()
    page.get_by_role("link", name="The waiter").first.click()
    page.locator("#example-two-waiters .executed-replay").click()
    page.locator("#example-two-waiters .stepper").wait_for()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_open_stepper_is_accessible(visit: Visit, address: str, scheme: str) -> None:
    page = visit(color_scheme=scheme, viewport={"width": 360, "height": 800})
    open_stepper(page, address)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert not serious(page, f"#{EXAMPLE[1]}")


def test_hover_and_focus_show_who_created_whom(page: Page, address: str) -> None:
    page.goto(address + EXAMPLE[0], wait_until="networkidle")
    lane = page.locator(f"#{EXAMPLE[1]} .tl-lane").nth(1)
    note = lane.locator(".tl-note")
    assert note.evaluate("(one) => getComputedStyle(one).visibility") == "hidden"
    lane.focus()
    assert note.evaluate("(one) => getComputedStyle(one).visibility") == "visible"
    assert note.text_content() == "nap(0.3) · created by main() · awaited by main()"
    assert lane.locator(".tl-link").count() == 2
