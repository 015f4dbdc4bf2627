// Where the picture comes from: a camera of this device, or a video file that stays on it.
import { eachAsItComes, eachStep } from "./frames.js";

const SIZE = { width: { ideal: 640 }, height: { ideal: 480 } };

/** Shows a camera in `video`. Gives what is known of it, and what closes it. */
export async function openCamera(video, wanted) {
  const which = wanted ? { deviceId: { exact: wanted } } : { facingMode: "user" };
  const stream = await navigator.mediaDevices.getUserMedia({ video: { ...SIZE, ...which }, audio: false });
  video.srcObject = stream;
  await video.play();
  const [track] = stream.getVideoTracks();
  return {
    camera: true,
    mirrored: track.getSettings().facingMode !== "environment",
    pictures(look, then) {
      track.addEventListener("ended", then, { once: true }); // pulled out, or taken back by the person
      return eachAsItComes(video, look);
    },
    close: () => {
      stream.getTracks().forEach((one) => one.stop());
      video.srcObject = null;
    },
  };
}

/** Opens a video file in `video`, to be gone through once. */
export async function openFile(video, file) {
  const address = URL.createObjectURL(file);
  const close = () => {
    video.removeAttribute("src");
    video.load();
    URL.revokeObjectURL(address);
  };
  video.src = address;
  try {
    await readable(video);
  } catch (fault) {
    close();
    throw fault;
  }
  return { camera: false, mirrored: false, pictures: (look, then, failed) => eachStep(video, look, then, failed), close };
}

function readable(video) {
  return new Promise((done, failed) => {
    video.addEventListener("loadeddata", done, { once: true });
    video.addEventListener("error", () => failed(new DOMException("", "UnreadableFile")), { once: true });
  });
}

/** The cameras there are, once one may be used: before that a browser does not name them. */
export async function cameras() {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices.filter((one) => one.kind === "videoinput" && one.deviceId);
}
