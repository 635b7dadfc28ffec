"""What "My circle" shows: facts in a fixed number of queries, judged by the rules, drawn by the pictures."""
