"""What a machine asks: is this process well, and may it get visitors."""

from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpResponse
from django.views.decorators.http import require_safe


@require_safe
@login_not_required
def healthz(request):
    """For a load balancer: 200 when this process reaches its database; an error (500) when it does not."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok", content_type="text/plain")


@require_safe
@login_not_required
def readyz(request):
    """For a rollout: 200 when the database also holds every migration of this code, 503 while it does not yet."""
    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return HttpResponse("migrating" if waiting else "ready", status=503 if waiting else 200, content_type="text/plain")
