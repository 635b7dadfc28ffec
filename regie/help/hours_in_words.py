"""Opening hours as a person says them, in Dutch and in English. Pure: the language is an argument."""

from datetime import datetime
from zoneinfo import ZoneInfo

from regie.help.hours import DAYS, WHOLE_DAY, Hours, Span, closes_at_minute, opens_at

DAY_NAMES = {
    "nl": ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
# fmt: off
MONTH_NAMES = {
    "nl": ("januari", "februari", "maart", "april", "mei", "juni",
           "juli", "augustus", "september", "oktober", "november", "december"),
    "en": ("January", "February", "March", "April", "May", "June",
           "July", "August", "September", "October", "November", "December"),
}
# fmt: on
SENTENCES = {
    "nl": {
        "always": "Dag en nacht open",
        "open": "Nu open, tot {time}",
        "today": "Vandaag weer open, om {time}",
        "tomorrow": "Morgen weer open, om {time}",
        "weekday": "{day} weer open, om {time}",
        "date": "Op {day} {month} weer open, om {time}",
        "span": "{days} van {opens} tot {closes}",
        "every day": "elke dag",
        "from day to day": "{first} tot en met {last}",
        "and": "{first} en {last}",
        "not on holidays": "niet op feestdagen",
        "by phone": "Telefoon: {hours}",
        "hour": "{hour} uur",
        "half": "{hour}.{minute:02} uur",
    },
    "en": {
        "always": "Open day and night",
        "open": "Open now, until {time}",
        "today": "Opens again today, at {time}",
        "tomorrow": "Opens again tomorrow, at {time}",
        "weekday": "Opens again on {day}, at {time}",
        "date": "Opens again on {day} {month}, at {time}",
        "span": "{days} from {opens} to {closes}",
        "every day": "every day",
        "from day to day": "{first} to {last}",
        "and": "{first} and {last}",
        "not on holidays": "not on public holidays",
        "by phone": "By phone: {hours}",
        "hour": "{hour} {half_of_day}",
        "half": "{hour}.{minute:02} {half_of_day}",
    },
}


def now_in_words(hours: Hours, at: datetime, language: str) -> str:
    """What holds at this moment: day and night, open until when, or open again when."""
    words = SENTENCES[language]
    if hours.is_always:
        return words["always"]
    closes = closes_at_minute(hours, at)
    if closes is not None:
        return words["open"].format(time=time_in_words(closes, language))
    return _next_opening(hours, at, language)


def _next_opening(hours: Hours, at: datetime, language: str) -> str:
    opening = opens_at(hours, at)
    words, names = SENTENCES[language], DAY_NAMES[language]
    days = (opening.date() - at.astimezone(ZoneInfo(hours.time_zone)).date()).days
    time = time_in_words(opening.hour * 60 + opening.minute, language)
    if days < 7:
        sentence = words["today"] if days == 0 else words["tomorrow"] if days == 1 else words["weekday"]
        return _capital(sentence.format(day=names[opening.weekday()], time=time))
    return words["date"].format(day=opening.day, month=MONTH_NAMES[language][opening.month - 1], time=time)


def week_in_words(hours: Hours, language: str) -> str:
    """The whole week, without a clock: for print and for a page that is kept offline."""
    words = SENTENCES[language]
    if hours.is_always:
        return words["always"]
    parts = [_span_in_words(span, language) for span in hours.spans]
    if hours.closed_on_holidays_of:
        parts.append(words["not on holidays"])
    return _capital(", ".join(parts))


def _span_in_words(span: Span, language: str) -> str:
    return SENTENCES[language]["span"].format(
        days=_days_in_words(span.days, language),
        opens=_bare_hour(span, language),
        closes=time_in_words(span.closes, language),
    )


def _days_in_words(days: tuple[int, ...], language: str) -> str:
    words, names = SENTENCES[language], [DAY_NAMES[language][day] for day in days]
    if len(days) == len(DAYS):
        return words["every day"]
    if len(days) > 2 and days[-1] - days[0] == len(days) - 1:
        return words["from day to day"].format(first=names[0], last=names[-1])
    return words["and"].format(first=", ".join(names[:-1]), last=names[-1]) if len(days) > 1 else names[0]


def _bare_hour(span: Span, language: str) -> str:
    """The opening time; in Dutch without a second "uur": "van 9 tot 21 uur"."""
    return time_in_words(span.opens, language).removesuffix(" uur")


def time_in_words(minute_of_day: int, language: str) -> str:
    """``21 uur``, ``13.30 uur``; ``9 pm``, ``1.30 pm``; midnight at the end of a day is 24 uur, 12 am."""
    hour, minute = divmod(minute_of_day, 60)
    half_of_day = "am" if minute_of_day < WHOLE_DAY // 2 or minute_of_day == WHOLE_DAY else "pm"
    shown = hour if language == "nl" else (hour - 1) % 12 + 1
    sentence = SENTENCES[language]["half" if minute else "hour"]
    return sentence.format(hour=shown, minute=minute, half_of_day=half_of_day)


def by_phone(hours_in_words: str, language: str) -> str:
    """The same hours, told of the telephone only: a chat beside it has hours of its own."""
    keeps_capital = hours_in_words.startswith(DAY_NAMES["en"])
    hours = hours_in_words if keeps_capital else hours_in_words[:1].lower() + hours_in_words[1:]
    return SENTENCES[language]["by phone"].format(hours=hours)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
