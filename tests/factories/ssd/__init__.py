"""A made-up Standard Safeguarding Dataset of any size: coherent lives in every table, the same at every run.

export = Export(children=2_000)
export.write_csv(folder)
later, day = a_day_later(export)      # what a day changes, and exactly which rows
"""

from tests.factories.ssd.days import Day, a_day_later
from tests.factories.ssd.export import Export

__all__ = ["Day", "Export", "a_day_later"]
