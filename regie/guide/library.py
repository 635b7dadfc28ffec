"""The content of the guide, read and joined when Regie starts: a mistake stops the start with its file and line."""

from dataclasses import dataclass, replace
from pathlib import Path

from regie.content import Document, Words
from regie.guide.records import Claim, KeywordList, KindPage, Page, Place, Source, SourceList, Tip
from regie.help.records import Slot
from relations.kinds import Kind

CONTENT = Path(__file__).parent / "content"
URL_NAMES = {
    "circle": "guide:circle",
    "lasting": "guide:lasting",
    "home": "home",
    "about": "about",
    "privacy": "privacy",
    "accessibility": "accessibility",
}


@dataclass(frozen=True)
class Library:
    """Everything that the guide says. Tips, steps, sources, kinds and pages by their ids."""

    kinds: dict[Kind, KindPage]
    tips: dict[str, Tip]
    steps: dict[str, Tip]
    sources: dict[str, Source]
    pages: dict[str, Page]
    keywords: dict[str, Words]

    def tips_of(self, kind: Kind | str) -> list[Tip]:
        """The tips of a kind in the order of its page."""
        return list(self.kinds[Kind(kind)].tips_in_order)

    def uses(self, source: Source) -> list[Place]:
        """Every place that rests on ``source``."""
        cited_by = [
            *((page.title, page.url_name, page.claims) for page in self.kinds.values()),
            *((page.title, URL_NAMES[page.id], _claims(page)) for page in self.pages.values()),
        ]
        claims = [
            Place(title, url_name, claim.anchor)
            for title, url_name, all_claims in cited_by
            for claim in all_claims
            if claim.source == source.id
        ]
        tips = [
            Place(tip.title, self.url_name_of(tip), tip.anchor, tip)
            for tip in (*self.tips.values(), *self.steps.values())
            if source in tip.records
        ]
        return claims + tips

    def url_name_of(self, tip: Tip) -> str:
        """The page on which ``tip`` stands."""
        return self.kinds[tip.kind].url_name if tip.kind else URL_NAMES["circle"]


def load(folder: Path = CONTENT) -> Library:
    """Read every file under ``folder``; raises ``ContentError`` for the first thing that is wrong."""
    sources = _sources(Document.read(folder / "sources.toml"))
    tips = {path.stem: _tip(Document.read(path), sources) for path in _files(folder / "tips")}
    steps = {path.stem: _tip(Document.read(path), sources) for path in _files(folder / "steps")}
    kinds = [_kind(Document.read(path), tips, sources) for path in _files(folder / "kinds")]
    pages = {path.stem: _page(Document.read(path), steps, sources) for path in _files(folder / "pages")}
    in_order = {page.kind: page for kind in Kind for page in kinds if page.kind == kind}
    keywords = _keywords(Document.read(folder / "keywords.toml"), {**tips, **steps, **pages})
    return Library(in_order, tips, steps, sources, pages, keywords)


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.toml"))


def _sources(document: Document) -> dict[str, Source]:
    sources: dict[str, Source] = {}
    for index, source in enumerate(document.build(SourceList).sources):
        if source.id in sources:
            raise document.error(("sources", index, "id"), f"{source.id} is there twice")
        if source.is_worded_differently and not source.in_article:
            raise document.error(("sources", index), "in_article is missing: say what is worded differently")
        sources[source.id] = replace(source, number=index + 1)
    return sources


def _tip(document: Document, sources: dict[str, Source]) -> Tip:
    tip = document.build(Tip, id=document.path.stem, records=())
    if not tip.sources and not tip.is_advice:
        raise document.error((), "sources is missing: name a source, or say is_advice")
    cited = [_known(document, ("sources", index), id, sources) for index, id in enumerate(tip.sources)]
    if tip.is_advice:
        cited.append(_known(document, ("is_advice",), "rijks-regie", sources))
    return replace(tip, records=tuple(cited))


def _kind(document: Document, tips: dict[str, Tip], sources: dict[str, Source]) -> KindPage:
    page = document.build(KindPage, id=document.path.stem, tips_in_order=())
    for index, id in enumerate(page.tips):
        tip = _known(document, ("tips", index), id, tips)
        if tip.kind != page.kind:
            raise document.error(("tips", index), f"{id} is a tip of another kind")
    claims = _joined(document, ("claims",), page.claims, sources)
    return replace(page, claims=claims, tips_in_order=tuple(tips[id] for id in page.tips))


def _page(document: Document, steps: dict[str, Tip], sources: dict[str, Source]) -> Page:
    page = document.build(Page, id=document.path.stem)
    for index, id in enumerate(page.steps):
        _known(document, ("steps", index), id, steps)
    sections = [
        replace(section, claims=_joined(document, ("sections", index, "claims"), section.claims, sources))
        for index, section in enumerate(page.sections)
    ]
    return replace(page, sections=tuple(sections))


def _keywords(document: Document, things: dict) -> dict[str, Words]:
    keywords = document.build(KeywordList).keywords
    for index, each in enumerate(keywords):
        _known(document, ("keywords", index, "of"), each.of, things | {slot.value: slot for slot in Slot})
    return {each.of: each.words for each in keywords}


def _joined(document: Document, place: tuple, claims: tuple[Claim, ...], sources: dict[str, Source]) -> tuple:
    """Each claim with the record it rests on."""
    joined = []
    for index, claim in enumerate(claims):
        record = _known(document, (*place, index, "source"), claim.source, sources)
        if claim.certainty not in range(4):
            raise document.error((*place, index, "certainty"), "certainty must be 0 to 3")
        if claim.certainty and not claim.reason:
            raise document.error((*place, index), "reason is missing: say why it is that sure")
        joined.append(replace(claim, record=record))
    return tuple(joined)


def _known(document: Document, place: tuple, id: str, known: dict):
    if id not in known:
        raise document.error(place, f"{id} is not known")
    return known[id]


def _claims(page: Page) -> list[Claim]:
    return [claim for section in page.sections for claim in section.claims]


library = load()
kinds, tips, steps, sources, pages = library.kinds, library.tips, library.steps, library.sources, library.pages
tips_of = library.tips_of
