"""How long a record must be kept. A date here never deletes anything: it opens an appraisal by people.

    keep_until(date(2010, 6, 15), nation="EW").dispose_from   ->   date(2085, 6, 16)

Sources: England SI 2010/959 regs 49-50; Wales WSI 2015/1818 Pt 10; Scotland SSI 2009/210 reg 43; Northern Ireland 1996 Regs.
Adoption: England and Wales at least 100 years from the order (SI 2005/888 reg 6), Northern Ireland 75. Scotland's own
regulations were not to hand: the longest of the three is used until a council's lawyer says otherwise.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from law.ages import ADULT, age_on, anniversary
from law.bank_holidays import Nation
from law.wording import gettext_noop


@dataclass(frozen=True, slots=True)
class Periods:
    """Years of keeping in one nation: from birth, from a death under 18, from an adoption order."""

    from_birth: int
    from_death_under_18: int
    from_adoption_order: int


PERIODS = {
    Nation.ENGLAND_AND_WALES: Periods(from_birth=75, from_death_under_18=15, from_adoption_order=100),
    Nation.SCOTLAND: Periods(from_birth=100, from_death_under_18=25, from_adoption_order=100),
    Nation.NORTHERN_IRELAND: Periods(from_birth=75, from_death_under_18=15, from_adoption_order=75),
}

FROM_BIRTH = gettext_noop("We keep this record until the {years}th anniversary of birth.")
FROM_DEATH = gettext_noop("We keep this record for {years} years from the death.")
FROM_ADOPTION = gettext_noop("We keep this record for {years} years from the adoption order.")


@dataclass(frozen=True, slots=True)
class Retention:
    """The last day a record must be kept, and why: `message` is a sentence with a place for `years`."""

    until: date
    message: str
    years: int

    @property
    def dispose_from(self) -> date:
        """The first day on which people may look at whether to keep it longer."""
        return self.until + timedelta(days=1)


def keep_until(born: date, *, nation: str, died: date | None = None) -> Retention:
    """The care record: an anniversary of birth, or years beginning with the death of somebody under 18. Raises ValueError for a nation."""
    periods = PERIODS[Nation(nation)]
    if died is not None and age_on(born, died) < ADULT:
        # "for 15 years beginning with the date of death": the day of death is the first of them.
        end = anniversary(died, periods.from_death_under_18) - timedelta(days=1)
        return Retention(end, FROM_DEATH, periods.from_death_under_18)
    return Retention(anniversary(born, periods.from_birth), FROM_BIRTH, periods.from_birth)


def keep_adoption_record_until(order_made: date, *, nation: str) -> Retention:
    """The adoption record: years from the order. Raises ValueError for a nation."""
    years = PERIODS[Nation(nation)].from_adoption_order
    return Retention(anniversary(order_made, years), FROM_ADOPTION, years)


def may_be_appraised(retention: Retention, *, today: date, holds: Collection[str] = ()) -> bool:
    """Whether people may decide about disposal; a live request, complaint, claim, inquiry or police hold blocks it (DPA 2018 s 173)."""
    return not holds and today >= retention.dispose_from
