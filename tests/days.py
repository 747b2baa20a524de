"""The day on which tests happen; any day after the events in them."""

import datetime as dt

TODAY = dt.date(2026, 11, 24)
