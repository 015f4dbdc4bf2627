"""Still pictures of the posed figure and its things, without a browser or a graphics card."""
