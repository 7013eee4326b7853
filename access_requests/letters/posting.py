"""How a letter leaves on paper: slugs with their names for staff, and as whoever gets it reads them. Plain Python."""

from law.wording import gettext_noop

HOWS: dict[str, str] = {
    "tracked": gettext_noop("By post, tracked"),
    "post": gettext_noop("By post"),
    "hand": gettext_noop("Given by hand"),
}
TOLD: dict[str, str] = {
    "tracked": gettext_noop("We sent it by post on {day}."),
    "post": gettext_noop("We sent it by post on {day}."),
    "hand": gettext_noop("One of us gave it to you on {day}."),
}
