"""Log lines that a machine can read and that hold nothing of a person: no path, no answer, no text that was typed."""

import json
import logging
import traceback
from datetime import UTC, datetime


class JsonLines(logging.Formatter):
    """One JSON object a line: when, how grave, who says it, what, and for an error where in the code it arose.

    Django's own lines on a request hold its path, which can hold the key of a calendar: they name the route instead.
    An exception's message can hold what a person typed: only its class and the places in the code are told.
    """

    def format(self, record):
        """``record`` as one line of JSON."""
        request = getattr(record, "request", None)
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": about(record, request) if hasattr(request, "method") else record.getMessage(),
        }
        if record.exc_info and record.exc_info[0]:
            kind, _, trace = record.exc_info
            line["error"] = kind.__name__
            line["where"] = [f"{frame.filename}:{frame.lineno}" for frame in traceback.extract_tb(trace)]
        return json.dumps(line, ensure_ascii=False)


def about(record, request) -> str:
    """What Django says of a request, without the path: ``GET mijn/<int:pk>/ 404``."""
    match = getattr(request, "resolver_match", None)
    return f"{request.method} {match.route if match else '-'} {getattr(record, 'status_code', '')}".strip()
