"""From a one-time code on paper to a signed-in young person who has read the first-use notice. Three pages."""

from secrets import SystemRandom

from allauth.core import ratelimit
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from cms.queries import support_contacts
from law.working_time import london_day
from people.access import current_user, own_child
from people.actions.acknowledge_notice import acknowledge_notice
from people.actions.join import find_code, join
from people.encryption import decrypt, encrypt
from people.errors import NotAllowed
from people.passphrase import suggest
from portal.forms.joining import CodeForm, NameForm
from portal.queries.readers import readers_in_words

KEPT_CODE = "join_code"
BACKEND = "people.sign_in.SignInBackend"


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def code(request: HttpRequest) -> HttpResponse:
    """Step 1: the code. It is kept in the session, encrypted, not in an address, and used only when a name is chosen."""
    if request.user.is_authenticated:
        return redirect("portal:home")
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            _check_not_guessing(request)
            find_code(code=form.cleaned_data["code"], now=timezone.now())
        except NotAllowed as refusal:
            form.add_error("code", refusal.sentence)
        else:
            request.session[KEPT_CODE] = encrypt(form.cleaned_data["code"])
            return redirect("portal:join_name")
    return render(request, "portal/join.html", {"form": form})


def _check_not_guessing(request: HttpRequest) -> None:
    """Raise NotAllowed when codes were tried too often from here: nobody guesses one of 58 bits at this pace."""
    if not ratelimit.consume(request, action="join_code"):
        raise NotAllowed("too_often", gettext("Too many codes were tried from here. Wait five minutes, then try again."))


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def name(request: HttpRequest) -> HttpResponse:
    """Step 2: a name and a passphrase of three random words. Another suggestion keeps the name already typed."""
    kept = request.session.get(KEPT_CODE)
    if not kept:
        return redirect("portal:join")
    if request.method != "POST" or "another" in request.POST:
        start = {"username": request.POST.get("username", ""), "passphrase": suggest(SystemRandom())}
        return render(request, "portal/join_name.html", {"form": NameForm(initial=start)})
    form = NameForm(request.POST)
    if form.is_valid():
        try:
            words = {key: form.cleaned_data[key] for key in ("username", "passphrase")}
            user = join(code=decrypt(kept), now=timezone.now(), **words)
        except NotAllowed as refusal:
            form.add_error("username" if refusal.code == "name_taken" else None, refusal.sentence)
        else:
            login(request, user, backend=BACKEND)
            request.session.pop(KEPT_CODE, None)
            return redirect("portal:welcome")
    return render(request, "portal/join_name.html", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
def welcome(request: HttpRequest) -> HttpResponse:
    """Step 3, and once for everybody: what is kept, who sees it, when somebody reads, whom to call. Nothing else opens before."""
    child, now = own_child(request), timezone.now()
    if request.method == "POST":
        acknowledge_notice(child=child, by=current_user(request), now=now)
        return redirect("portal:before_you_hide")
    shown = {
        "readers": readers_in_words(child, now),
        "contacts": support_contacts(child.age_on(london_day(now)), child.nation),
    }
    return render(request, "portal/welcome.html", shown)
