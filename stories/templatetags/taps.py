"""What somebody said with taps, for pages that hold a contribution: `{{ contribution|taps }}` for components/board.html."""

from django import template
from django.utils.translation import gettext

from stories.boards import ShownBoard, said_by_taps
from stories.models import Contribution

register = template.Library()


@register.filter
def taps(contribution: Contribution) -> list[ShownBoard]:
    """Its boards as they were tapped; none for words alone."""
    return said_by_taps(contribution.board, translate=gettext)
