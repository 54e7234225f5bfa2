// Starts Python in a worker (or in Node): CPython's own asyncio, not Pyodide's loop.

const LOCK = {
  info: { abi_version: "2026_0", arch: "wasm32", platform: "emscripten_5_0_3", python: "3.14.2", version: "314.0.7" },
  packages: {},
};
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
      if (grow) part.emscripten_resize_heap = (size) => (size >>> 0 > MOST_MEMORY ? 0 : grow(size));
    }
    return { module, instance: await WebAssembly.instantiate(module, imports) };
  };
}

/**
 * Python with our package loaded and asyncio as CPython has it.
 * `host` has sleep(milliseconds), write(stream, seconds, text) and clock(), in seconds.
 */
export async function start({ base, stdlib, module, host }) {
  if (module) instead(module);
  const { loadPyodide } = await import(base.startsWith("/") ? `${base}pyodide.mjs` : new URL("pyodide.mjs", base));
  const python = await loadPyodide({ indexURL: base, stdLibURL: stdlib, lockFileContents: LOCK, stdin: () => null });
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
