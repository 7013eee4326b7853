"""The names of days and months, as messages, and how a day or time is said to a person.

For example:

    say_day(date(2026, 12, 3), today=date(2026, 11, 22))   ->   "Thursday 3 December"
    say_by(date(2026, 11, 26), today=date(2026, 11, 22))   ->   "by Thursday"
    say_moment(monday_nine, now=saturday_noon)             ->   "on Monday at 9am"
"""

from datetime import date, datetime, time

from law.wording import Translate, fill, gettext_noop, identity
from law.working_time import StaffedHours

WEEKDAYS = (
    gettext_noop("Monday"),
    gettext_noop("Tuesday"),
    gettext_noop("Wednesday"),
    gettext_noop("Thursday"),
    gettext_noop("Friday"),
    gettext_noop("Saturday"),
    gettext_noop("Sunday"),
)
MONTHS = (
    gettext_noop("January"),
    gettext_noop("February"),
    gettext_noop("March"),
    gettext_noop("April"),
    gettext_noop("May"),
    gettext_noop("June"),
    gettext_noop("July"),
    gettext_noop("August"),
    gettext_noop("September"),
    gettext_noop("October"),
    gettext_noop("November"),
    gettext_noop("December"),
)
A_WEEK = 7
NOON = 12

AT_MIDDAY = gettext_noop("midday")
MORNING = gettext_noop("{hour}am")
MORNING_MINUTES = gettext_noop("{hour}.{minutes}am")
AFTERNOON = gettext_noop("{hour}pm")
AFTERNOON_MINUTES = gettext_noop("{hour}.{minutes}pm")

FULL_DATE = gettext_noop("{day} {month} {year}")
WEEKDAY_DATE = gettext_noop("{weekday} {day} {month}")
WEEKDAY_FULL_DATE = gettext_noop("{weekday} {day} {month} {year}")

BY_TODAY = gettext_noop("by the end of today")
BY_TOMORROW = gettext_noop("by tomorrow")
BY_DAY = gettext_noop("by {day}")

NOW = gettext_noop("now")
TODAY_AT = gettext_noop("today at {time}")
TOMORROW_AT = gettext_noop("tomorrow at {time}")
DAY_AT = gettext_noop("on {day} at {time}")

SOMEBODY_IS_HERE = gettext_noop("Somebody is here to read this now.")
SOMEBODY_READS_NEXT = gettext_noop("Somebody will next read this {when}.")
HOURS_OF_DAYS = gettext_noop("{first} to {last}, {opens} to {closes}")
HOURS_OF_ONE_DAY = gettext_noop("{first}, {opens} to {closes}")
LIST_JOIN = gettext_noop("{before}, {last}")


def say_date(day: date, translate: Translate = identity) -> str:
    """A whole date: "4 May 2016"."""
    return fill(FULL_DATE, translate, day=day.day, month=translate(MONTHS[day.month - 1]), year=day.year)


def say_time(clock: time, translate: Translate = identity) -> str:
    """A time of day: "9am", "9.30am", "midday", "5pm"."""
    if (clock.hour, clock.minute) == (NOON, 0):
        return translate(AT_MIDDAY)
    hour, minutes = (clock.hour % NOON) or NOON, f"{clock.minute:02d}"
    plain, with_minutes = (MORNING, MORNING_MINUTES) if clock.hour < NOON else (AFTERNOON, AFTERNOON_MINUTES)
    return fill(with_minutes if clock.minute else plain, translate, hour=hour, minutes=minutes)


def say_day(day: date, *, today: date, translate: Translate = identity) -> str:
    """A day near `today`: its weekday within the coming week, else with its date, and with the year when it is another year."""
    weekday = translate(WEEKDAYS[day.weekday()])
    if 0 <= (day - today).days < A_WEEK:
        return weekday
    message = WEEKDAY_DATE if day.year == today.year else WEEKDAY_FULL_DATE
    return fill(message, translate, weekday=weekday, day=day.day, month=translate(MONTHS[day.month - 1]), year=day.year)


def say_by(day: date, *, today: date, translate: Translate = identity) -> str:
    """A promise: "by Thursday", "by tomorrow". A day already past is said with its date."""
    if day == today:
        return translate(BY_TODAY)
    if (day - today).days == 1:
        return translate(BY_TOMORROW)
    return fill(BY_DAY, translate, day=say_day(day, today=today, translate=translate))


def say_moment(at: datetime, *, now: datetime, hours: StaffedHours | None = None, translate: Translate = identity) -> str:
    """A moment to come, on the council's clock: "now", "today at 2pm", "tomorrow at 9am", "on Monday at 9am"."""
    clock = hours or StaffedHours()
    local, today = clock.local(at), clock.local(now).date()
    if at <= now:
        return translate(NOW)
    time_of_day, ahead = say_time(local.time(), translate), (local.date() - today).days
    if ahead <= 1:
        return fill(TOMORROW_AT if ahead else TODAY_AT, translate, time=time_of_day)
    day = say_day(local.date(), today=today, translate=translate)
    return fill(DAY_AT, translate, day=day, time=time_of_day)


def say_next_read(at: datetime, *, now: datetime, hours: StaffedHours | None = None, translate: Translate = identity) -> str:
    """Who reads and when, as one sentence; `at` comes from `next_staffed`."""
    if at <= now:
        return translate(SOMEBODY_IS_HERE)
    return fill(SOMEBODY_READS_NEXT, translate, when=say_moment(at, now=now, hours=hours, translate=translate))


def say_hours(hours: StaffedHours, translate: Translate = identity) -> str:
    """The staffed hours: "Monday to Friday, 9am to 5pm"; separate days are listed."""
    days = sorted(hours.days)
    runs = [days[0:1]]
    for day in days[1:]:
        runs[-1].append(day) if day == runs[-1][-1] + 1 else runs.append([day])
    said = [_say_run(run, hours, translate) for run in runs]
    text = said[0]
    for one in said[1:]:
        text = fill(LIST_JOIN, translate, before=text, last=one)
    return text


def _say_run(run: list[int], hours: StaffedHours, translate: Translate) -> str:
    """One run of days with the hours."""
    message = HOURS_OF_DAYS if len(run) > 1 else HOURS_OF_ONE_DAY
    return fill(
        message,
        translate,
        first=translate(WEEKDAYS[run[0]]),
        last=translate(WEEKDAYS[run[-1]]),
        opens=say_time(hours.opens, translate),
        closes=say_time(hours.closes, translate),
    )
