// Makes everything else that the browser loads, from what npm has fetched.
//
//     node build.mjs OUT

import { copyFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const [out] = process.argv.slice(2);
const PACKAGES = "node_modules";
const read = (...path) => readFileSync(join(...path), "utf8");

for (const name of ["pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm"]) {
  copyFileSync(join(PACKAGES, "pyodide", name), join(out, name));
}

// Pyodide looks at who it was built for; of the packages that could be loaded none are here.
const { info } = JSON.parse(read(PACKAGES, "pyodide", "pyodide-lock.json"));
writeFileSync(join(out, "pyodide-lock.json"), JSON.stringify({ info, packages: {} }));

const { metafile } = await build({
  entryPoints: ["editor.js"],
  outfile: join(out, "editor.js"),
  bundle: true,
  format: "esm",
  minify: true,
  charset: "utf8",
  target: "es2022",
  legalComments: "none", // NOTICE.txt says it
  metafile: true,
});

// The licence of each package of which something is in editor.js.
const [{ inputs }] = Object.values(metafile.outputs);
const bundled = new Set();
for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
  const name = /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1];
  if (name && bytesInOutput > 0) bundled.add(name);
}
const shared = new Map(); // licence text -> packages
for (const name of [...bundled].sort()) {
  const folder = join(PACKAGES, name);
  const { version, license } = JSON.parse(read(folder, "package.json"));
  const file = ["LICENSE", "LICENSE.md", "LICENSE.txt"].find((file) => existsSync(join(folder, file)));
  if (!file) throw new Error(`${name} has no licence file: look for its licence, then mend build.mjs`);
  const text = read(folder, file).trim();
  shared.set(text, [...(shared.get(text) ?? []), `${name} ${version} (${license})`]);
}
const { version } = JSON.parse(read(PACKAGES, "pyodide", "package.json"));
const parts = [read("notice.txt").replace("VERSION", version).trim()];
const heading = "CodeMirror: editor.js, bundled and minified";
parts.push(`${heading}\n${"-".repeat(heading.length)}`);
for (const [text, names] of shared) parts.push(`${names.join("\n")}\n\n${text}`);
writeFileSync(join(out, "NOTICE.txt"), `${parts.join("\n\n\n")}\n`);
