"""The same work by mediapipe, run by benchmarks/video.py in a Python that has it.

PYTHON _mediapipe_video.py TASK VIDEO -> {"pictures", "seconds", "processor"}
"""

import json
import sys
from time import perf_counter, process_time

import cv2
import mediapipe
from mediapipe.tasks import python
from mediapipe.tasks.python import vision


def main(task: str, video: str) -> None:
    options = vision.PoseLandmarkerOptions(
        base_options=python.BaseOptions(model_asset_path=task),
        running_mode=vision.RunningMode.VIDEO,
    )
    clock, processor = perf_counter(), process_time()
    film = cv2.VideoCapture(video)
    rate = film.get(cv2.CAP_PROP_FPS)
    done = seen = 0
    with vision.PoseLandmarker.create_from_options(options) as landmarker:
        while True:
            there, picture = film.read()
            if not there:
                break
            rgb = cv2.cvtColor(picture, cv2.COLOR_BGR2RGB)
            image = mediapipe.Image(image_format=mediapipe.ImageFormat.SRGB, data=rgb)
            seen += bool(landmarker.detect_for_video(image, int(done * 1000 / rate)).pose_landmarks)
            done += 1
    run = {
        "pictures": seen,
        "seconds": perf_counter() - clock,
        "processor": process_time() - processor,
    }
    print(json.dumps(run))


if __name__ == "__main__":
    main(*sys.argv[1:])
