"""The rows of the balance: three forces and three moments on the whole body (about its centre of
mass, along the axes of the room), then the moment on each coordinate that muscles must hold."""

WHOLE = 6
_LEG = ("hip_flexion", "hip_adduction", "hip_rotation", "knee_angle", "ankle_angle")
_TRUNK = ("lumbar_extension", "lumbar_bending", "lumbar_rotation")
#: The coordinates, in the order of the rows that follow the first six.
JOINTS: tuple[str, ...] = (
    *(f"{name}_l" for name in _LEG),
    *(f"{name}_r" for name in _LEG),
    *_TRUNK,
)
ROWS = WHOLE + len(JOINTS)
WORDS: tuple[str, ...] = (
    "balance forward",
    "balance upward",
    "balance sideways",
    "balance about the axis forward",
    "balance about the vertical",
    "balance about the axis to the right",
    *JOINTS,
)
