// Writes the memory of a Python that has started, to start others from.
//
//     node snapshot.mjs FOLDER_OF_ASSETS OUT

import { readFileSync, writeFileSync } from "node:fs";

import { photograph } from "./python.mjs";

const [folder, out] = process.argv.slice(2);
const packed = readFileSync(`${folder}/executed.zip`);
writeFileSync(out, await photograph({ base: `${folder}/`, packed }));
process.exit(0); // Pyodide may keep Node alive
