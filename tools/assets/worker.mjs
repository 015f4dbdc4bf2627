import { join } from "node:path";
import { build } from "esbuild";

/** The service worker in one plain script, which every browser takes, unlike one that imports. Its name in `into`. */
export async function bundleWorker(root, into) {
  const result = await build({
    absWorkingDir: root,
    entryPoints: [join(root, "src/coxa/web/offline/worker.js")],
    outdir: into,
    entryNames: "[name]-[hash]",
    bundle: true,
    minify: true,
    format: "iife",
    target: ["es2022", "chrome109", "firefox115", "safari16.4"],
    nodePaths: [join(root, "node_modules")],
    legalComments: "none",
    metafile: true,
    logLevel: "warning",
  });
  return Object.keys(result.metafile.outputs)[0].split("/").at(-1);
}
