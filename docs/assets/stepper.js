// The stepper: walks through a recorded run, moment by moment.

const SVG = "http://www.w3.org/2000/svg";
const STATES = {
  run: "runs",
  hold: "keeps its thread",
  wait: "waits",
  ready: "is ready",
  blocked: "is blocked",
  created: "has not begun",
};
const SPEEDS = [0.05, 0.1, 0.25, 0.5, 1, 2];
const STEP_PAUSE = 700; // milliseconds for one step, with reduced motion

/** An element with attributes, `on…` handlers and children. */
function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, "");
    else if (value !== false && value != null) element.setAttribute(key, value);
  }
  element.append(...children);
  return element;
}

function seconds(at) {
  if (at >= 0.0995) return `${at.toFixed(2)} s`;
  return at >= 0.0009995 ? `${(at * 1000).toFixed(1)} ms` : `${Math.round(at * 1e6)} µs`;
}

/** The index of the last entry that is not after `at`, or -1. */
function lastBefore(list, at, key) {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (key(list[middle]) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** What a run was doing at one moment; `data` comes from executed.replay. */
export function stateAt(data, at) {
  const word = (index) => data.words[index];
  const lanes = data.lanes
    .filter((lane) => lane.created <= at)
    .map((lane) => {
      const ended = lane.ended !== null && lane.ended <= at;
      const segment = lane.segments[lastBefore(lane.segments, at, (one) => one[0])];
      const inside = segment && !ended && at < segment[1] + 1e-6;
      const mark = lane.marks[lastBefore(lane.marks, at, (one) => one[0])];
      return {
        number: lane.number,
        kind: lane.kind,
        label: lane.label,
        state: ended ? "done" : inside ? segment[2] : "idle",
        why: inside ? word(segment[3]) : "",
        line: inside ? segment[4] : 0,
        since: inside ? segment[0] : lane.ended,
        said: mark ? word(mark[1]) : "",
      };
    });
  const ready = lanes
    .filter((lane) => lane.kind === "task" && (lane.state === "ready" || lane.state === "blocked"))
    .sort((one, other) => one.since - other.since)
    .map((lane) => lane.label);
  const loops = Object.entries(data.loops).flatMap(([number, label]) => {
    const polls = data.polls.filter((poll) => String(poll[2]) === number);
    const poll = polls[lastBefore(polls, at, (one) => one[0])];
    if (!poll) return [];
    const timers = poll[5].filter(([due]) => due > at).map(([due, name]) => [due, word(name)]);
    const more = poll[6] - poll[5].length;
    const running = lanes.find((lane) => lane.state === "run" || lane.state === "hold");
    let does = "runs callbacks of asyncio itself";
    if (at < poll[1] - 1e-6) {
      does = timers.length
        ? `sleeps in its selector; the next timer is due at ${seconds(timers[0][0])}`
        : "sleeps in its selector; no timer will wake it";
    } else if (running && running.kind === "task") does = `runs ${running.label}`;
    const turn = poll[3].map(word);
    return [{ label, does, turn: at < poll[1] ? [] : turn, timers, more, round: poll[7] }];
  });
  const printed = data.printed.slice(0, lastBefore(data.printed, at, (line) => line[0]) + 1);
  return { at, lanes, ready, loops, printed };
}

/** The moment at which the next round of a loop (or the one before) has taken up its work. */
export function otherRound(data, index, direction) {
  const roundOf = (at) => lastBefore(data.polls, at, (poll) => poll[0]);
  const here = roundOf(data.moments[index]);
  let found = index + direction;
  while (data.moments[found] !== undefined && roundOf(data.moments[found]) === here) found += direction;
  if (data.moments[found] === undefined) return direction > 0 ? data.moments.length - 1 : 0;
  const round = roundOf(data.moments[found]);
  const inRound = data.moments.flatMap((at, one) => (roundOf(at) === round ? [one] : []));
  return inRound.find((one) => round < 0 || data.moments[one] >= data.polls[round][1] - 1e-6) ?? inRound[0];
}

class Stepper {
  constructor(button, data) {
    this.data = data;
    this.button = button;
    this.index = 0;
    this.timer = 0;
    this.calm = matchMedia("(prefers-reduced-motion: reduce)");
    const figure = button.closest(".tabbed-block, .executed-result").querySelector("figure.timeline");
    this.svg = figure.querySelector("svg.tl");
    this.panel = this.build();
    button.hidden = true;
    button.after(this.panel);
    this.line = document.createElementNS(SVG, "line");
    this.line.setAttribute("class", "tl-cursor");
    this.line.setAttribute("y1", "0");
    this.line.setAttribute("y2", this.svg.dataset.top);
    this.svg.append(this.line);
    this.show(0);
    this.range.focus();
  }

  build() {
    const control = (label, title, act) =>
      make("button", { type: "button", class: "stepper-button", "aria-label": title, title, onclick: act }, label);
    this.playButton = control("▶", "Play", () => this.toggle());
    this.range = make("input", {
      type: "range",
      min: 0,
      max: this.data.moments.length - 1,
      value: 0,
      "aria-label": "Moment of the run",
      oninput: () => {
        this.pause();
        this.show(Number(this.range.value));
      },
    });
    this.speed = make(
      "select",
      { "aria-label": "Speed" },
      ...SPEEDS.map((speed) => make("option", { value: speed, selected: speed === 0.25 }, `${speed} ×`)),
    );
    this.clock = make("output", { class: "stepper-clock" });
    this.source = make(
      "pre",
      { class: "stepper-source", tabindex: "0", role: "region", "aria-label": "Program" },
      ...this.data.source.map(([number, text]) =>
        make("div", { "data-line": number }, make("code", {}, text || " "), make("span", { class: "stepper-who" })),
      ),
    );
    this.lanes = make("ul", { class: "stepper-lanes" });
    this.loop = make("div", { class: "stepper-loop" });
    this.printed = make("pre", { class: "stepper-printed", tabindex: "0", role: "region", "aria-label": "Printed so far" });
    this.status = make("p", { class: "stepper-status", role: "status" });
    const part = (title, content) => make("section", {}, make("h4", {}, title), content);
    const panel = make(
      "div",
      { class: "stepper", role: "group", "aria-label": "Step through the run", onkeydown: (event) => this.key(event) },
      make(
        "div",
        { class: "stepper-controls" },
        control("|◀", "To the start", () => this.go(0)),
        control("◀", "One step back", () => this.go(this.index - 1)),
        this.playButton,
        control("▶|", "One step forward", () => this.go(this.index + 1)),
        ...(this.data.polls.length
          ? [
              control("◀ round", "One round of the loop back", () => this.turn(-1)),
              control("round ▶", "One round of the loop forward", () => this.turn(1)),
            ]
          : []),
        this.speed,
        this.clock,
        control("✕", "Close the stepper", () => this.close()),
      ),
      this.range,
      this.status,
      make(
        "div",
        { class: "stepper-parts" },
        part("Where each one stands", this.source),
        make("div", {}, part("Lanes", this.lanes), part("Event loop", this.loop), part("Printed so far", this.printed)),
      ),
      make("p", { class: "stepper-help" }, `Keys: ← → one step,${this.data.polls.length ? " [ ] one round of the loop," : ""} Space plays, Home and End, Esc closes.`),
    );
    if (this.data.cut) {
      panel.append(make("p", { class: "stepper-help" }, `The steps end at ${seconds(this.data.until)}; the run went on.`));
    }
    return panel;
  }

  key(event) {
    if (event.target === this.speed || event.altKey || event.ctrlKey || event.metaKey) return;
    const onButton = event.target.tagName === "BUTTON";
    const acts = {
      ArrowLeft: () => this.go(this.index - 1),
      ArrowRight: () => this.go(this.index + 1),
      ArrowDown: () => this.go(this.index - 1),
      ArrowUp: () => this.go(this.index + 1),
      "[": () => this.turn(-1),
      "]": () => this.turn(1),
      Home: () => this.go(0),
      End: () => this.go(this.data.moments.length - 1),
      " ": onButton ? null : () => this.toggle(),
      Escape: () => this.close(),
    };
    if (event.target.tagName === "PRE" && event.key.startsWith("Arrow")) return; // it scrolls
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  go(index) {
    this.pause();
    this.show(Math.min(Math.max(index, 0), this.data.moments.length - 1));
  }

  turn(direction) {
    this.go(otherRound(this.data, this.index, direction));
  }

  toggle() {
    if (this.timer) this.pause();
    else this.play();
  }

  play() {
    if (this.index >= this.data.moments.length - 1) this.show(0);
    this.face("❚❚", "Pause");
    let before = performance.now();
    let at = this.data.moments[this.index];
    const tick = (now) => {
      if (!this.panel.isConnected) return this.pause();
      if (this.calm.matches) {
        this.show(this.index + 1);
      } else {
        at += ((now - before) / 1000) * Number(this.speed.value);
        before = now;
        const index = Math.max(this.index, lastBefore(this.data.moments, at, (one) => one));
        if (index !== this.index) this.show(index);
        this.place(Math.min(at, this.data.until));
      }
      if (this.index >= this.data.moments.length - 1) return this.pause();
      this.next(tick);
    };
    this.next(tick);
  }

  next(tick) {
    this.timer = this.calm.matches
      ? setTimeout(() => tick(performance.now()), STEP_PAUSE)
      : requestAnimationFrame(tick);
  }

  pause() {
    cancelAnimationFrame(this.timer);
    clearTimeout(this.timer);
    this.timer = 0;
    this.face("▶", "Play");
  }

  face(label, title) {
    this.playButton.textContent = label;
    this.playButton.title = title;
    this.playButton.setAttribute("aria-label", title);
  }

  place(at) {
    const [start, end] = [Number(this.svg.dataset.start), Number(this.svg.dataset.end)];
    const x = `${Math.min(Math.max(((at - start) / (end - start)) * 100, 0), 100).toFixed(2)}%`;
    this.line.setAttribute("x1", x);
    this.line.setAttribute("x2", x);
  }

  show(index) {
    this.index = index;
    this.range.value = index;
    const state = stateAt(this.data, this.data.moments[index]);
    this.place(state.at);
    const moment = `${seconds(state.at)} · step ${index + 1} of ${this.data.moments.length}`;
    this.clock.textContent = moment;
    this.range.setAttribute("aria-valuetext", moment);
    this.showSource(state);
    this.lanes.replaceChildren(
      ...state.lanes.map((lane) =>
        make(
          "li",
          { "data-lane": lane.number, "data-state": lane.state },
          make("code", {}, lane.label),
          ` ${describe(lane)}`,
        ),
      ),
    );
    this.loop.replaceChildren(
      make("p", {}, `Ready queue: ${state.ready.join(", ") || "empty"}`),
      ...state.loops.flatMap((loop) => [
        make("p", {}, `The ${loop.label} ${loop.does}.`),
        make("p", {}, `Taken up in round ${loop.round}: ${loop.turn.join(", ") || "nothing yet"}`),
        make(
          "p",
          {},
          `Timers: ${loop.timers.map(([due, name]) => `${name} at ${seconds(due)}`).join(", ") || "none"}` +
            (loop.more > 0 ? ` and ${loop.more} more` : ""),
        ),
      ]),
    );
    this.printed.replaceChildren(
      ...state.printed.map(([at, stream, text]) => make("div", { "data-stream": stream }, `${seconds(at)}  ${text}`)),
    );
    if (!this.timer) this.status.textContent = summary(state);
  }

  showSource(state) {
    for (const row of this.source.children) {
      row.removeAttribute("class");
      row.lastChild.textContent = "";
    }
    let active = null;
    for (const lane of state.lanes) {
      const row = lane.line && this.source.querySelector(`[data-line="${lane.line}"]`);
      if (!row) continue;
      const runs = lane.state === "run" || lane.state === "hold";
      if (runs) row.className = "stepper-runs";
      else if (!row.className) row.className = "stepper-stands";
      row.lastChild.textContent += ` ◂ ${lane.label}`;
      active = runs ? row : (active ?? row);
    }
    if (!active) return;
    const above = active.offsetTop - this.source.offsetTop;
    const { scrollTop, clientHeight } = this.source;
    if (above < scrollTop || above + active.offsetHeight > scrollTop + clientHeight) {
      this.source.scrollTop = above - clientHeight / 2;
    }
  }

  close() {
    this.pause();
    this.line.remove();
    this.panel.remove();
    this.button.hidden = false;
    this.button.disabled = false;
    this.button.focus();
  }
}

function describe(lane) {
  if (lane.state === "done") return `is done. ${lane.said}`.trim();
  if (lane.state === "idle") return "has nothing to do";
  const words = STATES[lane.state];
  if (!lane.why) return words;
  if (lane.why === "suspended" || lane.why === "running") return lane.why;
  if (lane.state === "wait") return `${words} for ${lane.why}`;
  if (lane.state === "ready") return words;
  return lane.state === "blocked" ? `is ${lane.why}` : `${words}: ${lane.why}`;
}

function summary(state) {
  const active = state.lanes.filter((lane) => lane.state === "run" || lane.state === "hold");
  const tasks = active.filter((lane) => lane.kind !== "loop" && lane.kind !== "thread");
  const who = (tasks.length ? tasks : active).map((lane) => `${lane.label} ${describe(lane)}`);
  return who.length ? who.join("; ") : "Nobody runs; everything waits.";
}

/** Put the stepper below the picture that belongs to `button`. */
export function open(button, data) {
  return new Stepper(button, data);
}
