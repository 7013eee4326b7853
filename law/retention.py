"""How long a record must be kept. A date here never deletes anything: it opens an appraisal by people.

    keep_until(date(2010, 6, 15), nation="EW").dispose_from   ->   date(2085, 6, 16)

Sources: England SI 2010/959 regs 49-50; Wales WSI 2015/1818 Pt 10; Scotland SSI 2009/210 reg 43; Northern Ireland 1996 Regs.
Adoption: England and Wales at least 100 years from an order made from 30 December 2005 (SI 2005/888 reg 6; for an earlier one
the agency decides, and here the care record's own time stands), Northern Ireland 75. Scotland's own regulations were not to
hand: the longest of the three is used until a council's lawyer says otherwise.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from law.ages import ADULT, age_on, anniversary
from law.bank_holidays import Nation
from law.wording import gettext_noop


@dataclass(frozen=True, slots=True)
class Periods:
    """Years of keeping in one nation: from birth, from a death under 18, from an adoption order; and where each is written."""

    from_birth: int
    from_death_under_18: int
    from_adoption_order: int
    care_law: str
    adoption_law: str


ADOPTION_LAW_BEGAN = date(2005, 12, 30)  # England and Wales: the Adoption and Children Act 2002 came into force
PERIODS = {
    Nation.ENGLAND_AND_WALES: Periods(
        from_birth=75,
        from_death_under_18=15,
        from_adoption_order=100,
        care_law="England: SI 2010/959 reg 50; Wales: WSI 2015/1818 Part 10",
        adoption_law="SI 2005/888 reg 6",
    ),
    Nation.SCOTLAND: Periods(
        from_birth=100,
        from_death_under_18=25,
        from_adoption_order=100,
        care_law="SSI 2009/210 reg 43",
        adoption_law="the longest period known; ask the council's lawyer",
    ),
    Nation.NORTHERN_IRELAND: Periods(
        from_birth=75,
        from_death_under_18=15,
        from_adoption_order=75,
        care_law="the 1996 Regulations of Northern Ireland",
        adoption_law="Department of Health schedule P4",
    ),
}

FROM_BIRTH = gettext_noop("We keep this record until the {years}th anniversary of birth.")
FROM_DEATH = gettext_noop("We keep this record for {years} years from the death.")
FROM_ADOPTION = gettext_noop("We keep this record for {years} years from the adoption order.")


@dataclass(frozen=True, slots=True)
class Retention:
    """The last day a record must be kept, and why: `message` is a sentence with a place for `years`; `law` says where it is written."""

    until: date
    message: str
    years: int
    law: str = ""

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
        return Retention(end, FROM_DEATH, periods.from_death_under_18, periods.care_law)
    return Retention(anniversary(born, periods.from_birth), FROM_BIRTH, periods.from_birth, periods.care_law)


def keep_adoption_record_until(order_made: date, *, nation: str) -> Retention:
    """The adoption record: years from the order. Raises ValueError for a nation."""
    periods = PERIODS[Nation(nation)]
    return Retention(anniversary(order_made, periods.from_adoption_order), FROM_ADOPTION, periods.from_adoption_order, periods.adoption_law)


def keep_record_until(born: date | None, *, nation: str, died: date | None = None, adopted_on: date | None = None) -> Retention | None:
    """The whole record: whichever rule keeps it longest. None when no date of birth is known: then it is never due.

    `adopted_on` is the day of an adoption order. In England and Wales one made before 30 December 2005 adds nothing: the agency
    keeps that record as long as it sees fit, and never less than the care record. Raises ValueError for a nation.
    """
    if born is None:
        return None
    kept = keep_until(born, nation=nation, died=died)
    if adopted_on is None or (Nation(nation) is Nation.ENGLAND_AND_WALES and adopted_on < ADOPTION_LAW_BEGAN):
        return kept
    adoption = keep_adoption_record_until(adopted_on, nation=nation)
    return max(kept, adoption, key=lambda one: one.until)


def may_be_appraised(retention: Retention, *, today: date, holds: Collection[str] = ()) -> bool:
    """Whether people may decide about disposal; a live request, complaint, claim, inquiry or police hold blocks it (DPA 2018 s 173)."""
    return not holds and today >= retention.dispose_from
