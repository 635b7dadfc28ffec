"""What kind of device a browser says it runs on: enough to recognise one's own, too little to follow anyone."""

# The first word that a browser's own description holds; the order matters, since most also name their ancestors.
BROWSERS = (
    ("Edg", "Edge"),
    ("OPR", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("CrOS", "ChromeOS"),
    ("Windows", "Windows"),
    ("Mac OS", "Mac"),
    ("Linux", "Linux"),
)


def device_of(user_agent: str) -> str:
    """Browser and system in words, such as "Firefox · Windows"; empty when neither is known."""
    found = (first_in(user_agent, names) for names in (BROWSERS, SYSTEMS))
    return " · ".join(name for name in found if name)


def first_in(user_agent: str, names) -> str:
    """The name that belongs to the first sign found, or nothing."""
    return next((name for sign, name in names if sign in user_agent), "")
