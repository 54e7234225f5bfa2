// Runs programs under Node as a browser would, each in a worker of its own.
//
//     node node.mjs FOLDER_OF_ASSETS [SNAPSHOT]
//
// Standard input is JSON: {workers, jobs: [{id, type, source, filename, seconds, …}]}.
// For each job a line of JSON goes to standard output: {id, parts, result} or {id, parts, failed}.

import { readFile } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Worker, isMainThread, parentPort, workerData } from "node:worker_threads";

import { start } from "./python.mjs";

const DIGEST = 32; // bytes in front of a snapshot

async function main() {
  const folder = pathToFileURL(`${process.argv[2]}/`).href;
  const read = (name) => readFile(new URL(name, folder));
  const module = await WebAssembly.compile(await read("pyodide.asm.wasm"));
  const packed = await read("executed.zip");
  const snapshot = process.argv[3] && shared(await readFile(process.argv[3]));
  const chunks = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  const { workers, jobs } = JSON.parse(Buffer.concat(chunks));
  const one = async () => {
    for (let job = jobs.shift(); job; job = jobs.shift()) {
      const answer = await outcome(job, { folder, packed, module, snapshot });
      process.stdout.write(`${JSON.stringify({ id: job.id, ...answer })}\n`);
    }
  };
  await Promise.all(Array.from({ length: workers }, one));
}

/** What comes after the digest, where all workers see it. */
function shared(content) {
  const bytes = new Uint8Array(new SharedArrayBuffer(content.length - DIGEST));
  bytes.set(content.subarray(DIGEST));
  return bytes;
}

/** What a job prints, and its result, unless it takes too long. */
function outcome(job, data) {
  return new Promise((resolve) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: { job, ...data }, stderr: true });
    const parts = [];
    let timer;
    const end = (answer) => {
      clearTimeout(timer);
      worker.terminate();
      resolve({ parts, ...answer });
    };
    worker.on("message", (message) => {
      if (message.started) timer = setTimeout(() => end({ failed: "timeout" }), job.seconds * 1000);
      else if (message.part) parts.push(message.part);
      else end(message);
    });
    worker.on("error", (error) => end({ failed: String(error.message) }));
    worker.on("exit", (code) => end({ failed: `the worker ended with ${code}` }));
  });
}

async function work({ job, folder, packed, module, snapshot }) {
  const cell = new Int32Array(new SharedArrayBuffer(4));
  let began = 0;
  const host = {
    clock: () => (performance.now() - began) / 1000,
    sleep: (milliseconds) => Atomics.wait(cell, 0, 0, milliseconds),
    write: (stream, at, text) => parentPort.postMessage({ part: [stream, at, text] }),
  };
  const python = await start({ base: fileURLToPath(folder), packed, module, host, snapshot });
  parentPort.postMessage({ started: true });
  began = performance.now();
  const { source, filename, checks, names = "", virtual = false } = job;
  const result = checks === undefined ? await python.run(source, filename, virtual, names) : await python.check(source, checks, filename);
  parentPort.postMessage({ result });
}

if (isMainThread) await main();
else await work(workerData).catch((error) => parentPort.postMessage({ failed: String(error.message ?? error) }));
