import { refusedRows, waitingRows } from "./kept.js";
import { send } from "./sending.js";

export { forgetAll } from "./kept.js";

/** Sends what can be sent, and says how many entries are left. */
export async function unsent(address, csrf) {
  await send(address, csrf);
  return (await waitingRows()).length + (await refusedRows()).length;
}
