// Starts Python in a worker (or in Node): CPython's own asyncio, not Pyodide's loop.

const PACKED = "/lib/executed.zip"; // our Python package
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

/**
 * Python with our package, `packed`, and asyncio as CPython has it.
 * `host` has sleep(milliseconds), write(stream, seconds, text) and clock(), in seconds.
 */
export async function start({ base, packed, module, host }) {
  if (module) instead(module);
  const { loadPyodide } = await import(base.startsWith("/") ? `${base}pyodide.mjs` : new URL("pyodide.mjs", base));
  const python = await loadPyodide({ indexURL: base, stdin: () => null });
  python.FS.writeFile(PACKED, new Uint8Array(packed));
  python.runPython(`import sys; sys.path.insert(0, "${PACKED}")`);
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
