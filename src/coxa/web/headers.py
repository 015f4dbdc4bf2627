"""Headers on every answer: nothing loads from elsewhere, only what was built with Coxa runs."""

from collections.abc import Callable, Mapping

from django.http import HttpRequest, HttpResponse

POLICY: Mapping[str, str] = {
    "default-src": "'self'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "connect-src": "'self'",
    "font-src": "'self'",
    "manifest-src": "'self'",
    "worker-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
}
# A page with a camera shows it, or a file. What it computes runs in workers, and only they may run
# WebAssembly; a worker has the policy of its own script's answer.
OF_CAMERA_PAGE = POLICY | {"media-src": "'self' blob: mediastream:"}
OF_CAMERA_WORKER = POLICY | {"script-src": "'self' 'wasm-unsafe-eval'"}
# The addresses of pages with a camera begin so; those under them that have none are left out.
CAMERA_PAGES = ("/camera/", "/session/")
WITHOUT_CAMERA = ("/session/done/",)
CAMERA_WORKERS = ("/static/camera-pose-", "/static/camera-watch-")

FEATURES = (
    "accelerometer", "browsing-topics", "camera", "display-capture", "geolocation", "gyroscope",
    "magnetometer", "microphone", "midi", "payment", "serial", "usb",
)  # fmt: skip

Handler = Callable[[HttpRequest], HttpResponse]


def has_camera(path: str) -> bool:
    """Whether the page at that address may show a camera's picture."""
    return path.startswith(CAMERA_PAGES) and not path.startswith(WITHOUT_CAMERA)


def content_security_policy(path: str) -> str:
    """The policy of the answer at that address."""
    policy = POLICY
    if has_camera(path):
        policy = OF_CAMERA_PAGE
    elif path.startswith(CAMERA_WORKERS):
        policy = OF_CAMERA_WORKER
    return "; ".join(f"{name} {value}" for name, value in policy.items())


CONTENT_SECURITY_POLICY = content_security_policy("/")


def permissions_policy(path: str) -> str:
    """No page may use any of them, but a page with a camera that."""
    allowed = {"camera": "(self)"} if has_camera(path) else {}
    return ", ".join(f"{feature}={allowed.get(feature, '()')}" for feature in FEATURES)


class StrictHeaders:
    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response["Content-Security-Policy"] = content_security_policy(request.path)
        response["Permissions-Policy"] = permissions_policy(request.path)
        response["Cross-Origin-Resource-Policy"] = "same-origin"
        # Pages are about a person: none stays in the browser's cache. Built files say otherwise.
        response.headers.setdefault("Cache-Control", "no-store")
        return response
