// In the worker: a message that came in is shown, and a tap on it opens what it is about.

self.addEventListener("push", (event) => {
  const { title, text, address, tag } = event.data.json();
  event.waitUntil(self.registration.showNotification(title, { body: text, tag, data: { address } }));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(open(new URL(event.notification.data.address, self.location.origin).href));
});

/** In a window of Coxa that is open, else in a new one. */
async function open(address) {
  const [window] = await self.clients.matchAll({ type: "window" });
  if (!window) return self.clients.openWindow(address);
  await window.focus();
  return window.navigate(address);
}
