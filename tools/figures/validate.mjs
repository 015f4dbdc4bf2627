// What the Khronos validator says of glTF files, as JSON: node tools/figures/validate.mjs FILE...
// [{file, errors, warnings, infos, messages: ["CODE pointer: words"]}], and status 1 if a file has errors or warnings.
import { readFileSync } from "node:fs";
import { validateBytes } from "gltf-validator";

const MOST_MESSAGES = 20; // a file: the first few say what is wrong with the rest
const WARNING = 1; // the validator's severities: 0 error, 1 warning, 2 information, 3 hint

async function judged(file) {
  const { issues } = await validateBytes(new Uint8Array(readFileSync(file)), { maxIssues: 0, writeTimestamp: false });
  const grave = issues.messages.filter((one) => one.severity <= WARNING);
  return {
    file,
    errors: issues.numErrors,
    warnings: issues.numWarnings,
    infos: issues.numInfos,
    messages: grave.slice(0, MOST_MESSAGES).map((one) => `${one.code} ${one.pointer ?? ""}: ${one.message}`),
  };
}

const found = [];
for (const file of process.argv.slice(2)) found.push(await judged(file));
process.stdout.write(`${JSON.stringify(found)}\n`);
if (found.some((one) => one.errors || one.warnings)) process.exitCode = 1;
