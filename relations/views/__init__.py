"""Pages of the circle: find, bind, act, answer."""
