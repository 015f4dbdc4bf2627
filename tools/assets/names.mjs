import { createHash } from "node:crypto";

/** `icons.svg` -> `icons-3F9A0C1B.svg`: a name that changes with what the file holds, safe to cache for ever. */
export function hashedName(name, content) {
  const digest = createHash("sha256").update(content).digest("hex").slice(0, 8).toUpperCase();
  return name.replace(/(\.[^.]+)$/, `-${digest}$1`);
}
