"""A table as an XLSX file in which text stays text: nothing typed by somebody else becomes a formula or a link."""

import datetime as dt
import io
from collections.abc import Iterable, Sequence

import xlsxwriter
from django.http import HttpResponse
from django.utils import timezone
from django.utils.text import slugify

_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_WIDEST = 60


def spreadsheet(name: str, heading: Sequence[str], rows: Iterable[Sequence[object]]) -> HttpResponse:
    """Return a download named after `name` and today, with a heading that stays in view. Times become local ones."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(
        stream,
        {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False},
    )
    sheet = book.add_worksheet(name[:31])
    bold, when = book.add_format({"bold": True, "bottom": 1}), book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.write_row(0, 0, heading, bold)
    sheet.freeze_panes(1, 0)
    widths = [len(word) for word in heading]
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row):
            if isinstance(value, dt.datetime):
                sheet.write_datetime(
                    number, column, timezone.localtime(value).replace(tzinfo=None, microsecond=0), when
                )
            else:
                sheet.write(number, column, value, wrapped)
            longest = max((len(line) for line in str(value).splitlines()), default=0)
            widths[column] = max(widths[column], 19 if isinstance(value, dt.datetime) else longest)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, min(width + 2, _WIDEST))
    book.close()
    response = HttpResponse(stream.getvalue(), content_type=_TYPE)
    day = timezone.localdate().isoformat()
    response["Content-Disposition"] = f'attachment; filename="{slugify(name) or "table"}-{day}.xlsx"'
    return response
