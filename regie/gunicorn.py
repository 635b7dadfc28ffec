"""How gunicorn serves Regie; measured with ``python -m tests.bench``. Put a buffering proxy in front (README)."""

bind = "127.0.0.1:8000"
worker_class = "gthread"  # keeps connections, and bears more slow clients than sync
workers = 2
threads = 4
timeout = 30
graceful_timeout = 30
keepalive = 5
max_requests = 10_000
max_requests_jitter = 1_000
control_socket_disable = True
accesslog = None  # a path can hold the key of a calendar: strict_headers logs the route instead
