"""Judges a motion by machine, as a physiotherapist and a carpenter would: joints in range, nothing
through floor, things or limbs, what is planted stays, and the muscles it names do the work.
"""
