// The screen stays awake during a session. Where the browser cannot do that, the voice still leads.

let lock = null;
let wanted = false;

async function take() {
  if (!wanted || lock || document.hidden || !navigator.wakeLock) return;
  try {
    lock = await navigator.wakeLock.request("screen");
    lock.addEventListener("release", () => {
      lock = null;
    });
  } catch {
    lock = null; // battery saver says no: nothing to do about that
  }
}

export function stayAwake() {
  wanted = true;
  take();
}

export function maySleep() {
  wanted = false;
  lock?.release();
}

// The browser takes the lock away when the page is hidden; it is asked for again on return.
document.addEventListener("visibilitychange", take);
