"""Forms of the circle: text in, values out; after ``is_valid`` nobody parses again."""
