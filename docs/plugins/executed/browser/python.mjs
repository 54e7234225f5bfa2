// Starts Python in a worker (or in Node): CPython's own asyncio, not Pyodide's loop.

const PACKED = "/lib/executed.zip"; // our Python package
// What would be the same in each run from one snapshot; Pyodide has put "" on the path once more.
const RENEW = `
import random, sys
sys.path.remove("")
random.seed()
`;
const MOST_MEMORY = 1024 * 1024 * 1024; // bytes: then Python raises MemoryError

/** Compiled code from a response, telling how much has come. */
export async function compile(response, tell) {
  if (!response.ok) throw new Error(`${new URL(response.url).pathname.split("/").pop()}: ${response.status} ${response.statusText}`);
  let loaded = 0;
  const counted = response.body.pipeThrough(
    new TransformStream({
      transform(part, controller) {
        loaded += part.byteLength;
        tell(loaded);
        controller.enqueue(part);
      },
    }),
  );
  return WebAssembly.compileStreaming(new Response(counted, { headers: { "Content-Type": "application/wasm" } }));
}

/** All workers of a page share one compiled module: Pyodide gets it from here. */
function instead(module) {
  WebAssembly.instantiateStreaming = async (_, imports) => {
    for (const part of Object.values(imports)) {
      const grow = part.emscripten_resize_heap;
      const bounded = (size) => (size >>> 0 > MOST_MEMORY ? 0 : grow(size));
      if (grow) part.emscripten_resize_heap = Object.assign(bounded, { sig: grow.sig });
    }
    return { module, instance: await WebAssembly.instantiate(module, imports) };
  };
}

/** Python with our package on its path; files are not part of a snapshot, so they are written each time. */
async function load({ base, packed, module, snapshot }, options) {
  if (module) instead(module);
  const { loadPyodide } = await import(base.startsWith("/") ? `${base}pyodide.mjs` : new URL("pyodide.mjs", base));
  const python = await loadPyodide({ indexURL: base, stdin: () => null, ...options });
  python.FS.writeFile(PACKED, new Uint8Array(packed));
  python.runPython(snapshot ? RENEW : `import sys; sys.path.insert(0, "${PACKED}")`);
  return python;
}

/** The memory of Python when it has loaded all that a run needs, and before anything in it belongs to this worker. */
export async function photograph(place) {
  const python = await load(place, { _makeSnapshot: true });
  python.runPython("import executed.live.worker");
  return python.makeMemorySnapshot();
}

/**
 * Python with our package, `packed`, and asyncio as CPython has it, from a snapshot if there is one.
 * `host` has sleep(milliseconds), write(stream, seconds, text) and clock(), in seconds.
 */
export async function start({ base, packed, module, host, snapshot }) {
  const python = await load({ base, packed, module, snapshot }, snapshot && { _loadSnapshot: snapshot });
  const decoders = { stdout: new TextDecoder(), stderr: new TextDecoder() };
  for (const [stream, set] of [["stdout", "setStdout"], ["stderr", "setStderr"]]) {
    python[set]({
      write(bytes) {
        host.write(stream, host.clock(), decoders[stream].decode(bytes, { stream: true }));
        return bytes.length;
      },
    });
  }
  const inside = python.pyimport("executed.live.worker");
  inside.prepare();
  const stacks = "Suspending" in WebAssembly || "Suspender" in WebAssembly; // the latter in Node 20
  const call = (name, ...values) => (stacks ? inside[name].callPromising(...values) : inside[name](...values));
  return {
    /** The report of a run. */
    run: async (source, filename, virtual, names) => JSON.parse(await call("run", host, source, filename, virtual, names)),
    /** The verdicts of checks. */
    check: async (source, checks, filename) => JSON.parse(await call("check", source, checks, filename)),
  };
}
