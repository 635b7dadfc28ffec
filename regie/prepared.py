"""Questions to the database whose SQL is written once, and then asked again with other values.

Django writes the SQL of a queryset anew each time it is asked. Where a page asks many questions about few rows, that
takes longer than all the answers together.
"""

from collections.abc import Callable
from copy import copy
from datetime import date, datetime
from functools import cache, wraps
from inspect import signature

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import BigIntegerField, DateField, DateTimeField, Expression, QuerySet, TextField

FIELDS = {int: BigIntegerField, str: TextField, date: DateField, datetime: DateTimeField}


class Place(Expression):
    """Where a value comes as soon as the question is asked."""

    def __init__(self, name: str, output_field):
        super().__init__(output_field)
        self.name = name

    def as_sql(self, compiler, connection):
        return "%s", [self]

    def value_in(self, values: dict, connection):
        """Its value among ``values``, as this database takes it."""
        return self.output_field.get_db_prep_value(values[self.name], connection)


def prepared(question: Callable[..., QuerySet]) -> Callable[..., list]:
    """A question whose parameters, of a type in ``FIELDS`` and never None, only say where in its queryset they come.

    Asked by name, it answers with a list, like its queryset and in as many queries. What it answers may depend on
    nothing else: no language, no time zone, no clock. A value too few, too many or None raises ``TypeError``: who asks
    about nobody made a mistake, and must not hear that there is nothing::

        @prepared
        def felt_since(owner: int, day: date):
            return ContactMoment.objects.of(owner).filter(happened_on__gte=day)

        felt_since(owner=user.pk, day=today)
    """
    fields = {name: FIELDS[parameter.annotation] for name, parameter in signature(question).parameters.items()}

    @cache
    def written():
        queryset = question(**{name: Place(name, field()) for name, field in fields.items()})
        # A connection that is never opened: what is kept may hold none of a thread that ends.
        compiler = queryset.query.get_compiler(connection=connections[DEFAULT_DB_ALIAS].copy())
        sql_and_params = compiler.as_sql()
        converters = compiler.get_converters([column for column, *_ in compiler.select[: compiler.col_count]])
        compiler.get_converters = lambda columns: converters
        return queryset, compiler, sql_and_params

    @wraps(question)
    def ask(**values) -> list:
        if values.keys() != fields.keys() or None in values.values():
            raise TypeError(f"{question.__name__} asks for {', '.join(fields)}, and none of them may be None")
        queryset, compiler, (sql, params) = written()
        connection = connections[DEFAULT_DB_ALIAS]
        compiler = copy(compiler)
        compiler.connection = connection  # each thread has its own
        filled = [param.value_in(values, connection) if isinstance(param, Place) else param for param in params]
        compiler.as_sql = lambda: (sql, filled)
        queryset = queryset.all()
        queryset.query.get_compiler = lambda using: compiler
        return list(queryset)

    return ask
