"""Who asks for somebody's file and what comes of it, in words the young person reads: aged 9 or 61."""

from django.utils.translation import gettext, gettext_noop

from access_requests.models import AccessRequest, ChildView
from people.models import User

BY_WHOM = {
    AccessRequest.Asker.PARENT: gettext_noop("%(name)s asked to see your file, as a parent or as somebody with a parent's rights."),
    AccessRequest.Asker.ADVOCATE: gettext_noop("%(name)s asked to see your file. An advocate asks on your side, for you."),
    AccessRequest.Asker.SOLICITOR: gettext_noop("%(name)s asked to see your file. They are a lawyer, and say they act for you."),
    AccessRequest.Asker.SUPPORTER: gettext_noop("%(name)s asked to see your file, and says that it is for you."),
    AccessRequest.Asker.BODY: gettext_noop("%(name)s works for an organisation that asked to see your file for you."),
    AccessRequest.Asker.ATTORNEY: gettext_noop("%(name)s asked to see your file, because a paper lets them decide things for you."),
}
NEXT = {
    ChildView.Says.YES: gettext_noop("You said yes. We go on, and keep what you asked us to keep."),
    ChildView.Says.NO: gettext_noop("You said no. We stop here. Nobody gets your file because of this."),
    ChildView.Says.TALK: gettext_noop("You want to talk first. %(worker)s talks with you, and everything waits until then."),
    ChildView.Says.CANNOT_SAY: gettext_noop("Somebody wrote down that you could not say yet. You can say it now."),
}
ENDED = gettext_noop("You said no. They are out now, and see nothing of it any more. They could ask again only with a new yes from you.")
NOT_SAID = gettext_noop("Nothing happens before we know what you think.")
SOMEBODY = gettext_noop("Somebody you know here")


def asked_by_whom(request: AccessRequest) -> str:
    """Who asks, in one or two short sentences."""
    words = BY_WHOM[AccessRequest.Asker(request.asker)]
    return gettext(words) % {"name": request.known_as}


def what_comes_next(said: ChildView | None, worker: User | None, *, ended: bool = False) -> str:
    """What happens now, by what was said last. `ended`: with it ended what let somebody ask in their name."""
    if said is None:
        return gettext(NOT_SAID)
    if ended and said.says == ChildView.Says.NO:
        return gettext(ENDED)
    return gettext(NEXT[ChildView.Says(said.says)]) % {"worker": str(worker) if worker else gettext(SOMEBODY)}
