"""Every page of Coxa, to be looked at one by one: by the tests of accessibility and in pictures."""
