"""What a camera sees of a movement: from landmarks to angles, repetitions, faults and cues.

Standard library and `coxa.anatomy` only, so that the same code runs under CPython for files and in
the browser for the live coach. Every function is pure or keeps its state in an object of its own.
"""
