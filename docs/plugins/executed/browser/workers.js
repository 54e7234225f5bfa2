// Workers that run one program each, with one spare started ahead.

const BASE = new URL("./", import.meta.url).href;
const SPARES = 1;
const EVERY = 25; // milliseconds between two updates of the page
const loaded = {}; // what later workers need not load again: the compiled module, our package
let sizes; // of the files, from assets.json
let spare = null;

async function manifest() {
  sizes ??= fetch(new URL("assets.json", BASE)).then((answer) => {
    if (!answer.ok) throw new Error(`assets.json: ${answer.status} ${answer.statusText}`);
    return answer.json();
  });
  try {
    return await sizes;
  } catch (error) {
    sizes = undefined;
    throw error;
  }
}

/** A worker that starts Python; `ready` is settled when it has. */
class Boot {
  constructor() {
    this.told = new Set();
    this.progress = 0;
    this.ready = this.start();
    this.ready.catch(() => {});
  }

  async start() {
    const { wasm } = await manifest();
    if (this.ended) throw new Error("stopped");
    // From a blob the worker has the page's Content-Security-Policy, from a file it would have none.
    const text = `import ${JSON.stringify(new URL("worker.mjs", BASE).href)};`;
    const url = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
    this.worker = new Worker(url, { type: "module", name: "python" });
    try {
      await new Promise((resolve, reject) => {
        this.worker.onerror = (event) => reject(new Error(event.message || "the worker could not be loaded"));
        this.worker.onmessage = ({ data }) => {
          if (data.type === "hello") this.worker.postMessage({ type: "boot", base: BASE, ...loaded, total: wasm });
          if (data.type === "loading") this.tell(data.loaded / data.total);
          if (data.type === "failed") reject(new Error(data.reason));
          if (data.type === "ready") resolve(Object.assign(loaded, { module: data.module, packed: data.packed }));
        };
        this.reject = reject;
      });
    } finally {
      URL.revokeObjectURL(url);
    }
  }

  tell(part) {
    this.progress = part;
    for (const told of this.told) told(part);
  }

  end() {
    this.ended = true;
    this.reject?.(new Error("stopped"));
    this.worker?.terminate();
  }
}

function another() {
  if (SPARES && loaded.module && !document.hidden) spare ??= new Boot();
}

/** Start loading Python, before somebody presses Run. */
export function prepare() {
  spare ??= new Boot();
}

/** End what waits for a run that may never come. */
export function endSpare() {
  spare?.end();
  spare = null;
}

/**
 * Runs a program: `job` is {type: "run" | "check", …}. The handlers are called with
 * what happens: loading(part), started(), output(parts), and once ended({…}).
 */
export class Run {
  constructor(job, handlers) {
    this.handlers = handlers;
    this.boot = spare ?? new Boot();
    spare = null;
    this.over = false;
    this.begin(job);
  }

  async begin(job) {
    const { boot, handlers } = this;
    boot.told.add((part) => this.over || handlers.loading(part));
    if (boot.progress) handlers.loading(boot.progress);
    try {
      await boot.ready;
    } catch (error) {
      this.end({ kind: "unloaded", reason: error.message });
      return;
    }
    if (this.over) return;
    handlers.started();
    boot.worker.onerror = (event) => this.end({ kind: "failed", reason: event.message });
    boot.worker.onmessage = ({ data }) => {
      if (this.over) return;
      if (data.type === "output") this.output(data.part);
      if (data.type === "flood") this.end({ kind: "flood", ...data });
      if (data.type === "failed") this.end({ kind: "failed", reason: data.reason });
      if (data.type === "done") this.end({ kind: "done", result: data.result, seconds: data.seconds });
    };
    boot.worker.postMessage(job);
  }

  /** Hand what was printed on, several times a second and not for each line. */
  output(part) {
    this.parts ??= [];
    const last = this.parts.at(-1);
    if (last?.[0] === part[0] && !last[2].endsWith("\n")) last[2] += part[2];
    else this.parts.push(part);
    this.flushing ??= setTimeout(() => this.flush(), EVERY);
  }

  flush() {
    clearTimeout(this.flushing);
    this.flushing = null;
    if (this.parts) this.handlers.output(this.parts);
    this.parts = null;
  }

  /** End it at once, also in a busy loop. */
  stop() {
    this.end({ kind: "stopped" });
  }

  end(ending) {
    if (this.over) return;
    this.over = true;
    this.boot.end();
    this.flush();
    another();
    this.handlers.ended(ending);
  }
}
