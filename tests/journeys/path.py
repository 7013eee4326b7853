"""The steps of a contribution's path, from the invitation to the words in the file: what Amara does, and what Ben does."""

import re

from tests.journeys.council import HERS, LETTER, PICTURE, REPLY, WORDS, Council, given_her_file_came_in, sign_in
from tests.journeys.visitor import Browsing


def open_her_page(worker: Browsing) -> None:
    """From his list of children to her page."""
    worker.open("/work/children/")
    worker.follow("Amara")


def ben_writes_and_opens(ben: Browsing) -> None:
    """Why she is in care and the pen picture, written and opened with her; then the visit, read and opened with her too."""
    for link, words in (("Write why they are in care", LETTER), ("Write two or three sentences about them", PICTURE)):
        open_her_page(ben)
        ben.follow(link)
        ben.write("Your words to them", words)
        ben.choose("Now. I am with them")
        ben.press("Put it in the file")
    open_her_page(ben)
    ben.follow("Visit at home")
    ben.unfold("Open it")
    ben.choose("Now. I am with them")
    ben.choose("None of these")
    ben.press("Open it")


def ben_invites(council: Council, ben: Browsing) -> None:
    """How she was made ready, then the code, which is on the paper and nowhere else."""
    open_her_page(ben)
    ben.follow("Invite them to join")
    ben.write("Who decided with you that they are ready?", "Joy, her carer, and David Osei. Amara said: at last.")
    ben.write("Who sits with them the first time?", "Joy")
    ben.choose("They have a phone or computer where nobody else reads along")
    ben.press("They are ready")
    ben.press("Make a code and show it once")
    shown = re.search(r"\b([2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4})\b", ben.text())
    assert shown, ben.text()
    council.code = shown[1]
    ben.follow("Done")


def given_an_invitation(council: Council) -> Browsing:
    """Everything up to the code in her hand, unless it is in her hand already; her worker's browser."""
    if council.invited_by:
        return council.invited_by
    given_her_file_came_in(council)
    ben = sign_in(council, "ben")
    ben_writes_and_opens(ben)
    ben_invites(council, ben)
    return ben


def amara_joins(council: Council) -> Browsing:
    """The code, a name, three words, the notice; then Home."""
    amara = council.browser("amara")
    amara.open("/join/")
    amara.write("What is your code?", council.code)
    amara.press("Go on")
    amara.write("A name to sign in with", HERS["username"])
    amara.write("Your passphrase", HERS["passphrase"])
    amara.write("Type it once more", HERS["passphrase"])
    amara.press("Go on")
    amara.press("I have read this")
    amara.follow("Go on")
    return amara


def amara_signs_in(council: Council) -> Browsing:
    """With her name and her three words, on another day."""
    amara = council.browser("amara")
    amara.open("/sign-in/")
    amara.write("The name you sign in with", HERS["username"])
    amara.write("Your passphrase", HERS["passphrase"])
    amara.press("Sign in")
    return amara


def amara_writes_about(amara: Browsing, entry: str = "Visit at home", words: str = WORDS) -> None:
    """From an entry of her story to the page that says who will read her words."""
    amara.open("/my-story/?by=time")
    amara.follow(entry)
    amara.follow("Add my side")
    amara.write("What do you want to say?", words)
    amara.press("Next: see who will read it")


def amara_writes(amara: Browsing, words: str = WORDS) -> None:
    """About nothing in particular, up to the page that says who will read it."""
    amara.open("/my-words/")
    amara.follow("Write")
    amara.write("What do you want to say?", words)
    amara.press("Next: see who will read it")


def ben_starts_reading(ben: Browsing) -> None:
    """From today's work to her words, claimed."""
    ben.open("/work/reading/")
    ben.follow("Amara")
    ben.press("Start reading")


def ben_files(ben: Browsing, reply: str = REPLY) -> None:
    """The answer, and into the file."""
    ben_starts_reading(ben)
    ben.write("Your answer", reply)
    ben.press("Put in the file")


def given_words_in_the_file(council: Council) -> tuple[Browsing, Browsing]:
    """The whole path; Amara's browser and Ben's."""
    ben = given_an_invitation(council)
    amara = amara_joins(council)
    amara_writes_about(amara)
    amara.press("Send")
    ben_files(ben)
    return amara, ben
