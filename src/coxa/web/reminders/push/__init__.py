"""Messages to a browser (web push). Off unless this Coxa has keys of its own: `coxa push keys`."""
