// The least there is to do: a camera, the vendor's library in a worker, a dot for every landmark.
const video = document.querySelector("video");
const canvas = document.querySelector("canvas");
const worker = new Worker("worker.js", { type: "module" });
const answer = () => new Promise((done) => (worker.onmessage = ({ data }) => done(data)));
window.seen = [];

video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { width: 640, height: 480 } });
await video.play();
worker.postMessage({ model: new URLSearchParams(location.search).get("model") });
await answer();
Object.assign(canvas, { width: video.videoWidth, height: video.videoHeight });
const pen = canvas.getContext("2d");
video.requestVideoFrameCallback(look);

async function look(now, about) {
  const picture = await createImageBitmap(video);
  worker.postMessage({ picture, time: now }, [picture]);
  const { points, ms } = await answer();
  pen.clearRect(0, 0, canvas.width, canvas.height);
  for (const { x, y } of points) pen.fillRect(x * canvas.width - 2, y * canvas.height - 2, 4, 4);
  const done = performance.now();
  window.seen.push({ at: done, took_ms: done - (about.captureTime ?? now), stages: { pose: ms } });
  video.requestVideoFrameCallback(look);
}
