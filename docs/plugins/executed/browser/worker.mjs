// One program runs here, once; the page ends the worker to stop it.

import { compile, start } from "./python.mjs";

const MOST = 200_000; // characters, and lines, that a page shows
const MOST_LINES = 2_000;
// Nothing that a program could reach other pages of the site or the reader's data with.
const LOCKED = ["fetch", "XMLHttpRequest", "WebSocket", "EventSource", "WebTransport", "BroadcastChannel", "indexedDB", "caches", "Worker", "SharedWorker", "importScripts"];

const post = self.postMessage.bind(self);
const clock = performance.now.bind(performance);
const cell = new Int32Array(new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }).buffer);
let characters = 0;
let lines = 0;
let began = 0;

function pause(milliseconds) {
  Atomics.wait(cell, 0, 0, milliseconds);
}

const host = {
  clock: () => (clock() - began) / 1000,
  sleep: pause,
  write(stream, at, text) {
    post({ type: "output", part: [stream, at, text.slice(0, MOST - characters)] });
    characters += text.length;
    lines += text.split("\n").length - 1;
    if (characters > MOST || lines > MOST_LINES) {
      post({ type: "flood", characters, lines });
      pause(Infinity); // the page ends us
    }
  },
};

function reason(error) {
  const text = String(error?.message ?? error);
  if (error instanceof RangeError || /call stack|Maximum.*stack/.test(text)) return "The stack of the browser is full: too many calls inside one another.";
  if (/memory/i.test(text)) return "The browser has no more memory for this program.";
  return text.trim().split("\n").at(-1);
}

async function bytes(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url.pathname.split("/").pop()}: ${answer.status} ${answer.statusText}`);
  return answer.arrayBuffer();
}

async function boot({ base, module, packed, total }) {
  if (!module) {
    const tell = (loaded) => post({ type: "loading", loaded, total });
    module = await compile(await fetch(new URL("pyodide.asm.wasm", base)), tell);
  }
  packed ??= await bytes(new URL("executed.zip", base));
  // Pyodide asks for the file again; nothing is to be read from it.
  const fetched = self.fetch;
  self.fetch = (url, ...rest) => (String(url).endsWith(".wasm") ? Promise.resolve(new Response(null)) : fetched(url, ...rest));
  const python = await start({ base, packed, module, host });
  for (const name of LOCKED) Object.defineProperty(self, name, { value: undefined });
  post({ type: "ready", module, packed });
  return python;
}

const actions = {
  run: (python, { source, filename, virtual, names }) => python.run(source, filename, virtual, names),
  check: (python, { source, checks, filename }) => python.check(source, checks, filename),
};

let python;
self.onmessage = async ({ data }) => {
  try {
    if (data.type === "boot") {
      python = boot(data);
      await python;
      return;
    }
    const ready = await python;
    began = clock();
    const result = await actions[data.type](ready, data);
    post({ type: "done", result, seconds: host.clock() });
  } catch (error) {
    post({ type: "failed", while: data.type, reason: reason(error) });
  }
};
// Pyodide throws away a promise that fails; what failed is told by the one above.
self.onunhandledrejection = (event) => event.preventDefault();
post({ type: "hello" });
