// Whether a graphics card draws, or the processor has to: then fewer points are drawn, with plain edges.

const KEY = "coxa.draws"; // asked once for a visit: the answer costs a canvas of its own
const BY_PROCESSOR = /swiftshader|llvmpipe|softpipe|software|basic render/i;

export function hasCard() {
  try {
    sessionStorage[KEY] ??= BY_PROCESSOR.test(drawsWith()) ? "processor" : "card";
    return sessionStorage[KEY] === "card";
  } catch {
    return true; // no storage to be had: taken to be the common case
  }
}

function drawsWith() {
  const canvas = Object.assign(document.createElement("canvas"), { width: 1, height: 1 });
  const context = canvas.getContext("webgl2");
  if (!context) return "";
  const name = context.getParameter(context.RENDERER);
  // Some browsers hide the name there and give it here; those that do not, warn of asking here.
  const more = name.startsWith("WebKit") && context.getExtension("WEBGL_debug_renderer_info");
  const found = more ? context.getParameter(more.UNMASKED_RENDERER_WEBGL) : name;
  context.getExtension("WEBGL_lose_context")?.loseContext();
  return found;
}
