"""Mail: what waits to be sent as rows, reminders and the weekly note."""
