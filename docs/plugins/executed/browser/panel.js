// The panel below an example: its editor, its controls, and what the reader's own run does.

import { figureFrom } from "./copy.js";
import { LONGEST, toFragment } from "./link.js";
import { Run, endSpare, prepare } from "./workers.js";

const METADATA = /^# \/\/\/ script\n(?:#(?: .*)?\n)*?# \/\/\/\n+/m;
const MARKER = /^\s*#\s*--8<--\s*\[(?:start|end):[\w-]+\]\s*\n/gm;
const ESCAPES = /\x1b\[[0-9;?]*[ -/]*[@-~]/g; // colours of a terminal
const panels = new Set();
let count = 0;
let styled;

/** The style sheet of panels, loaded once. */
export function style() {
  styled ??= new Promise((resolve) => {
    const link = make("link", { rel: "stylesheet", href: new URL("live.css", import.meta.url).href, onload: resolve, onerror: resolve });
    document.head.append(link);
  });
  return styled;
}

/** An element with attributes, `on…` handlers and children. */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, "");
    else if (value !== false && value != null) element.setAttribute(key, value);
  }
  element.append(...children);
  return element;
}

async function text(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url.split("/").pop()}: ${answer.status} ${answer.statusText}`);
  return answer.text();
}

/** A program as the page shows it: without its metadata and section marks. */
export function program(source) {
  return source.replace(METADATA, "").replace(MARKER, "").trimStart();
}

function seconds(at) {
  return at >= 0.0995 || at === 0 ? `${at.toFixed(2)} s` : `${(at * 1000).toFixed(1)} ms`;
}

/** What the reader has written, by page and example, as long as it differs. */
class Draft {
  constructor(slug) {
    this.key = `executed:${location.pathname}#${slug}`;
  }

  load() {
    try {
      const kept = JSON.parse(localStorage.getItem(this.key));
      return typeof kept?.text === "string" && typeof kept?.original === "string" ? kept : null;
    } catch {
      return null;
    }
  }

  keep(text, original) {
    try {
      if (text === original) localStorage.removeItem(this.key);
      else localStorage.setItem(this.key, JSON.stringify({ text, original: digest(original) }));
    } catch {
      // Storage is full or forbidden: the text lives as long as the page.
    }
  }
}

function digest(words) {
  let hash = 5381;
  for (let i = 0; i < words.length; i++) hash = ((hash * 33) ^ words.charCodeAt(i)) >>> 0;
  return `${words.length}-${hash.toString(36)}`;
}

export class Panel {
  /**
   * `about` has slug, name (of the file), original (its text), and perhaps checks (an address),
   * names (of functions to trace), note, stepper (an address), clocks (whether time may be virtual), menu.
   */
  constructor(about) {
    this.about = about;
    this.number = ++count;
    this.draft = new Draft(about.slug);
    this.run = null;
    this.element = this.build();
    const kept = this.draft.load();
    this.area.value = kept ? kept.text : about.original;
    if (kept && kept.original !== digest(about.original)) {
      this.say("This is your text of an earlier visit. The program on the page has changed since; Reset shows it.");
    } else if (kept) this.say("This is your text of an earlier visit. Reset brings the original back.");
    // Python is loaded when the reader does something here, and not before.
    for (const kind of ["pointerdown", "keydown"]) this.element.addEventListener(kind, prepare, { once: true });
    panels.add(this);
  }

  build() {
    const { about } = this;
    const button = (label, title, act, more = {}) => make("button", { type: "button", class: "md-button live-button", title, onclick: act, ...more }, label);
    this.runButton = button("Run", "Run it (Ctrl+Enter)", () => this.start());
    this.stopButton = button("Stop", "Stop it", () => this.run?.stop(), { disabled: true });
    this.checkButton = about.checks ? button("Check", "Look whether anything is missing", () => this.check()) : null;
    this.area = make("textarea", {
      class: "live-text",
      "aria-label": `Program ${about.name}`,
      spellcheck: "false",
      autocapitalize: "off",
      autocomplete: "off",
      rows: 12,
      wrap: "off",
      oninput: () => this.changed(),
      onkeydown: (event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          this.start();
        }
      },
    });
    this.clock = about.clocks
      ? make(
          "select",
          { "aria-label": "Clock", title: "Real time, or a clock that jumps to the next timer" },
          make("option", { value: "real" }, "real time"),
          make("option", { value: "virtual" }, "virtual time"),
        )
      : null;
    this.status = make("p", { class: "live-status", role: "status" });
    this.progress = make("progress", { class: "live-progress", max: 1, hidden: true, "aria-label": "Loading Python" });
    this.lines = make("code", { role: "log", "aria-live": "polite", "aria-label": "What it printed" });
    this.result = make("div", { class: "live-result executed-result" });
    this.link = make("input", { class: "live-link", type: "url", readonly: true, hidden: true, "aria-label": "Link to this program" });
    this.editing = make("div", { class: "live-editing" }, this.area);
    return make(
      "section",
      { class: about.menu ? "live live-wide" : "live", "aria-label": `Edit and run ${about.name}` },
      make(
        "div",
        { class: "live-bar" },
        this.runButton,
        this.stopButton,
        ...[this.checkButton, this.clock].filter(Boolean),
        button("Reset", "Bring the original back", () => this.reset()),
        button("Copy", "Copy the program", () => this.copy()),
        button("Download", "Download the program", () => this.download()),
        button("Link", "Copy a link that carries this program", () => this.share()),
        ...(about.menu ? [about.menu] : [button("Close", "Close the editor", () => this.close())]),
      ),
      this.status,
      this.progress,
      this.link,
      ...(about.note ? [make("p", { class: "live-note" }, about.note)] : []),
      make("div", { class: "live-parts" }, this.editing, this.result),
    );
  }

  get source() {
    return this.editor ? this.editor.text : this.area.value;
  }

  set source(value) {
    if (this.editor) this.editor.setText(value);
    else this.area.value = value;
    this.changed();
  }

  /** Another program takes the place of this one. */
  replace(about) {
    this.run?.stop();
    Object.assign(this.about, about);
    this.result.replaceChildren();
    this.source = about.original;
  }

  changed() {
    clearTimeout(this.keeping);
    this.keeping = setTimeout(() => this.keep(), 300);
    this.editor?.markLine(0);
  }

  keep() {
    clearTimeout(this.keeping);
    if (this.source === this.brought) return; // somebody else's: the reader's own text stays kept
    this.draft.keep(this.source, this.about.original);
  }

  /** The plain text area becomes an editor, if that can be loaded. */
  async improve() {
    try {
      const { open } = await import("./editor.js");
      if (this.editor || !this.element.isConnected) return;
      const focused = document.activeElement === this.area;
      this.editor = open(this.area, { onRun: () => this.start(), onChange: () => this.changed() });
      if (focused) this.editor.focus();
    } catch {
      // The text area does all that is needed.
    }
  }

  focus() {
    if (this.editor) this.editor.focus();
    else this.area.focus();
  }

  say(words) {
    this.status.textContent = words;
  }

  start() {
    const virtual = this.clock?.value === "virtual";
    this.begin({ type: "run", source: this.source, filename: this.about.name, virtual, names: this.about.names ?? "" });
    this.open = {};
    this.printed = [];
    this.lines.replaceChildren();
    const listing = make("pre", { tabindex: "0" }, this.lines);
    this.result.replaceChildren(make("div", { class: "highlight executed-transcript" }, listing));
    this.virtual = virtual;
  }

  async check() {
    let checks;
    try {
      checks = await text(this.about.checks);
    } catch (error) {
      this.say(`The checks could not be loaded (${error.message}). Try again.`);
      return;
    }
    this.begin({ type: "check", source: this.source, checks, filename: this.about.name });
    this.result.replaceChildren();
  }

  begin(job) {
    this.run?.stop();
    this.keep();
    this.editor?.markLine(0);
    this.say("Loading Python …");
    this.runButton.disabled = true;
    if (this.checkButton) this.checkButton.disabled = true;
    this.stopButton.disabled = false;
    this.run = new Run(job, {
      loading: (part) => {
        this.progress.hidden = part >= 1;
        this.progress.value = part;
      },
      started: () => {
        this.progress.hidden = true;
        this.say(job.type === "check" ? "Checking …" : "Running …");
      },
      output: (parts) => this.output(parts),
      ended: (ending) => this.ended(job, ending),
    });
  }

  output(parts) {
    const fragment = document.createDocumentFragment();
    for (const [stream, at, words] of parts) {
      const pieces = words.replace(ESCAPES, "").split("\n");
      pieces.forEach((piece, index) => {
        const ends = index < pieces.length - 1;
        if (!this.open[stream] && (piece || ends)) {
          this.open[stream] = make("span", { class: "executed-line", "data-at": at.toFixed(2), "data-stream": stream === "stderr" && stream });
          fragment.append(this.open[stream]);
        }
        this.open[stream]?.append(piece + (ends ? "\n" : ""));
        if (ends) this.open[stream] = null;
      });
    }
    this.lines.append(fragment);
  }

  ended(job, ending) {
    this.run = null;
    const focused = document.activeElement === this.stopButton;
    this.runButton.disabled = false;
    if (this.checkButton) this.checkButton.disabled = false;
    this.stopButton.disabled = true;
    this.progress.hidden = true;
    if (focused) this.runButton.focus();
    this.say(told(ending));
    if (ending.kind !== "done") return;
    if (job.type === "check") this.verdicts(ending.result);
    else this.report(ending.result);
  }

  report(result) {
    if (!this.lines.childNodes.length) {
      this.lines.append(make("span", { class: "executed-line executed-empty", "data-at": "" }, "(no output)\n"));
    }
    if (result.stuck) {
      const [head, ...tasks] = result.stuck.split("\n");
      this.say(`It would wait for ever: ${head}.`);
      this.result.append(make("ul", { class: "live-stuck" }, ...tasks.map((one) => make("li", {}, one))));
    }
    const figure = result.figure && figureFrom(result.figure, `live-${this.number}`);
    if (figure) {
      this.result.append(figure);
      if (result.steps && this.about.stepper) this.result.append(this.stepButton(result.steps));
    }
    const ending = result.stuck ? "waits for ever" : `exit ${result.returncode}`;
    const clock = this.virtual ? `${seconds(result.seconds)} of virtual time` : seconds(result.seconds);
    this.result.append(make("p", { class: "executed-provenance" }, `your browser · CPython ${result.python} · ${ending} · ${clock}`));
    this.mark();
  }

  /** The line that the last traceback names. */
  mark() {
    const named = [...this.lines.querySelectorAll("[data-stream]")]
      .map((line) => line.textContent.match(/^ *File "(.+)", line (\d+)/))
      .filter((match) => match?.[1] === this.about.name);
    if (named.length) this.editor?.markLine(Number(named.at(-1)[2]));
  }

  stepButton(steps) {
    const button = make("button", { type: "button", class: "md-button" }, "Step through");
    button.addEventListener("click", async () => {
      button.disabled = true;
      try {
        const { open } = await import(this.about.stepper);
        open(button, JSON.parse(steps));
      } catch (error) {
        button.disabled = false;
        this.say(`The steps cannot be shown (${error.message}).`);
      }
    });
    return button;
  }

  verdicts(verdicts) {
    const missing = verdicts.filter((one) => one.missing);
    this.say(missing.length ? `${missing.length} of ${verdicts.length} still missing.` : "All done. Well done!");
    const row = (one) =>
      make(
        "li",
        { "data-passed": one.missing ? "no" : "yes" },
        make("span", { class: "live-wanted" }, `${one.missing ? "✗" : "✓"} ${one.wanted}`),
        ...(one.missing ? [make("span", { class: "live-missing" }, one.missing)] : []),
      );
    this.result.append(make("ul", { class: "live-verdicts" }, ...verdicts.map(row)));
  }

  reset() {
    this.run?.stop();
    this.source = this.about.original;
    this.keep();
    this.link.hidden = true;
    this.say("This is the original.");
    this.focus();
  }

  async copy() {
    this.say((await copied(this.source)) ? "Copied." : "The browser does not let us copy: select the text and press Ctrl+C.");
  }

  download() {
    const url = URL.createObjectURL(new Blob([this.source], { type: "text/x-python" }));
    make("a", { href: url, download: this.about.name }).click();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
    this.say(`Saved as ${this.about.name}. Run it with: python ${this.about.name}`);
  }

  async share() {
    try {
      const address = new URL(location.href);
      address.hash = await toFragment(this.about.slug, this.source);
      this.link.value = address.href;
      this.link.hidden = false;
      this.link.select();
      this.say((await copied(address.href)) ? "The link is copied. Whoever opens it sees this program, and decides whether to run it." : "This is the link; copy it with Ctrl+C.");
    } catch (error) {
      this.say(error instanceof RangeError ? `The program is too long for a link (${LONGEST.toLocaleString("en")} characters at most, and 8,000 when compressed). Download it instead.` : error.message);
    }
  }

  /** A program that came with a link: shown, and not run. */
  bring(source) {
    this.brought = source;
    this.source = source;
    this.say("This program came with the link. Read it, then press Run if you like.");
  }

  close() {
    this.end();
    this.element.remove();
    this.about.closed?.();
    if (!panels.size) endSpare();
  }

  end() {
    this.run?.stop();
    this.keep();
    this.editor?.destroy();
    panels.delete(this);
  }
}

function told(ending) {
  switch (ending.kind) {
    case "stopped":
      return "Stopped.";
    case "flood":
      return `Stopped, because it printed ${ending.lines > 2000 ? "more than 2,000 lines" : "more than 200,000 characters"}.`;
    case "failed":
      return `Python has ended: ${ending.reason}`;
    case "unloaded":
      return navigator.onLine
        ? `Python could not be loaded (${ending.reason}). Press Run to try again.`
        : "Python could not be loaded: there is no connection. Press Run when there is.";
  }
  if (ending.result.asked) return "Done. The program asked for input, and nobody can type here: input() ends with EOFError.";
  return "Done.";
}

async function copied(words) {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    return false;
  }
}

addEventListener("pagehide", () => panels.forEach((panel) => panel.keep()));

/** End the runs of panels that have left the document. */
export function tidy() {
  for (const panel of [...panels]) if (!panel.element.isConnected) panel.end();
  if (!panels.size) endSpare();
}

/** Open the panel of an example; `button` knows where everything is. */
export async function openAt(button, stepper, brought) {
  const at = (path) => new URL(path, location.href).href;
  const { source, checks, slug, names, note } = button.dataset;
  const name = source.split("/").pop();
  const [listing] = await Promise.all([text(at(source)), style()]);
  const original = program(listing);
  const panel = new Panel({
    slug,
    name,
    original,
    names,
    note,
    stepper,
    checks: checks && at(checks),
    closed() {
      button.hidden = false;
      button.disabled = false;
      button.focus();
    },
  });
  button.hidden = true;
  const place = button.closest(".executed-result") ?? button.parentElement;
  place.after(panel.element);
  if (brought !== undefined) panel.bring(brought);
  panel.improve();
  return panel;
}
