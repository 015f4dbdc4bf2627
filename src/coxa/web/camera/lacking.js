// What this browser lacks for the camera coach, as the name of the words that say so; "" if nothing.

export function lacking() {
  if (!window.Worker || !window.WebAssembly || !window.createImageBitmap) return "old";
  // The model asks for a drawing context even where it computes without one.
  if (!drawsInWorkers()) return "webgl";
  return "";
}

/** A camera is handed out on secure pages only: https, or this very machine. */
export const cameraPossible = () => Boolean(navigator.mediaDevices?.getUserMedia);

function drawsInWorkers() {
  try {
    const context = new OffscreenCanvas(1, 1).getContext("webgl2");
    context?.getExtension("WEBGL_lose_context")?.loseContext();
    return Boolean(context);
  } catch {
    return false;
  }
}

const WORDS = {
  NotAllowedError: "denied",
  SecurityError: "denied",
  NotFoundError: "none",
  OverconstrainedError: "none",
  NotReadableError: "busy",
  AbortError: "busy",
  UnreadableFile: "file",
};

/** Which words a fault is told with. */
export const wordsFor = (fault) => WORDS[fault?.name] ?? "broken";
