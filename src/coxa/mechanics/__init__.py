"""What muscles do in a motion: how long they are, how they pull, what it stretches and loads."""
