// Reads "SIZE" and then SVG paths, one a line, from standard input; writes each as SIZE x SIZE RGBA bytes to standard output.
import { readFileSync, writeSync } from "node:fs";
import { createRequire } from "node:module";

const { Resvg } = createRequire(`${process.cwd()}/`)("@resvg/resvg-js");
const [size, ...paths] = readFileSync(0, "utf8").split("\n").filter(line => line);
for (const path of paths) {
  const pixels = new Resvg(readFileSync(path), { fitTo: { mode: "width", value: +size }, font: { loadSystemFonts: false } }).render().pixels;
  for (let at = 0; at < pixels.length;) at += writeSync(1, pixels, at);
}
