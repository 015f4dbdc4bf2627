"""Self-checks before a camera: landmarks in, tries and a proposed value out.

One kind of measuring a file. All of it is read **in the picture**, so the device has to stand
upright and level: the picture's vertical is taken for gravity's.
"""
