"""The sentences of a page as a person reads them, without citations."""

import re
from html.parser import HTMLParser

BLOCKS = {
    "p",
    "li",
    "dt",
    "dd",
    "h1",
    "h2",
    "h3",
    "summary",
    "label",
    "legend",
    "th",
    "td",
    "div",
    "a.button",
    "option",
}
NOT_READ = {"script", "style", "svg", "sup", "cite", "nav", "noscript"}
SENTENCE = re.compile(r"(?<=[.?!:…])[’”)]?\s+")
WORD = re.compile(r"\w[\w’'./-]*")


class Reader(HTMLParser):
    """Collects the text of ``main``, one block after another."""

    def __init__(self):
        super().__init__()
        self.blocks, self.skipping, self.is_main = [""], 0, False

    def handle_starttag(self, tag, attrs):
        self.is_main = self.is_main or tag == "main"
        self.skipping += tag in NOT_READ
        if tag in BLOCKS:
            self.blocks.append("")

    def handle_endtag(self, tag):
        self.is_main = self.is_main and tag != "main"
        self.skipping -= tag in NOT_READ
        if tag in BLOCKS:
            self.blocks.append("")

    def handle_data(self, data):
        if self.is_main and not self.skipping:
            self.blocks[-1] += data


def blocks_of(html):
    """The text of each block inside ``main``."""
    reader = Reader()
    reader.feed(html)
    return [" ".join(block.split()) for block in reader.blocks if block.strip()]


def sentences_of(html):
    """The sentences inside ``main``: what ends in a full stop, question mark or colon, of at least one word."""
    return [
        sentence
        for block in blocks_of(html)
        for sentence in SENTENCE.split(block)
        if sentence.endswith((".", "?", "!", "’", ":")) and WORD.search(sentence)
    ]


def length(sentence):
    """Its number of words."""
    return len(WORD.findall(sentence))
