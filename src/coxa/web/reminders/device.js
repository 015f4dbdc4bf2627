import { behaviour } from "../assets/attach.js";

// Messages to this browser: offered where it can, and where Coxa has keys; on or off by one button.
behaviour("push-device", async (element) => {
  const { address, key, csrf } = element.dataset;
  if (!navigator.serviceWorker || !window.PushManager || !window.Notification) return;
  const worker = await navigator.serviceWorker.ready;
  const on = element.querySelector("[data-on]");
  const off = element.querySelector("[data-off]");
  const refused = element.querySelector("[data-refused]");
  element.hidden = false;
  show(await worker.pushManager.getSubscription());

  on.addEventListener("click", async () => {
    const allowed = (await Notification.requestPermission()) === "granted";
    refused.hidden = allowed;
    if (!allowed) return;
    const made = await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
    if (await told(made, "")) show(made);
    else await made.unsubscribe();
  });

  off.addEventListener("click", async () => {
    const made = await worker.pushManager.getSubscription();
    if (made && (await told(made, "?do=stop"))) await made.unsubscribe();
    show(await worker.pushManager.getSubscription());
  });

  function show(made) {
    on.hidden = Boolean(made);
    off.hidden = !made;
  }

  async function told(made, how) {
    const headers = { "Content-Type": "application/json", "X-CSRFToken": csrf };
    const answer = await fetch(address + how, { method: "POST", headers, body: JSON.stringify(made) }).catch(() => null);
    return Boolean(answer?.ok);
  }
});
