"""Why a photo or a recording is not taken: a code, and a sentence for a young person that says what to do. One readable table."""

from law.wording import gettext_noop as _

REFUSALS: dict[str, str] = {
    "empty": _("There is nothing in this file. Choose it again, or take it again."),
    "not_taken": _("We cannot open this kind of file. Send a photo, or a recording of sound."),
    "film": _("This is a film. We cannot take films yet. Send a photo, or a recording of sound."),
    "paper": _("This is a document. Take a photo of each page, and send the photos."),
    "photo_too_large": _("This photo is too big to send. Make it smaller on your phone, or take it again."),
    "sound_too_large": _("This recording is too big to send. Send it in shorter parts."),
    "too_many_pixels": _("This picture is too big to open. Make it smaller on your phone, or take it again with the normal camera."),
    "broken_photo": _("This picture is broken, or only a part of it came. Choose it again, or take it again."),
    "broken_sound": _("This recording is broken, or there is no sound in it. Choose it again, or record it again."),
    "too_long": _("This recording is longer than 30 minutes. Send it in shorter parts."),
    "too_hard": _("We could not open this one. Save it as a new photo or recording on your phone, and send that."),
    "infected": _("Our virus checker found something harmful in this file. Nobody can open it. Take it off, and send another one."),
    "too_much": _("You have a lot of photos and recordings that are not sent yet. Send some, or take some off. Then try again."),
    "shut": _("This one cannot be sent here. If something about it worries you, use the button for when you are worried."),
    "stopped": _("We tried three times and could not get this ready. Take it off and add it again, or tell your worker."),
    "bad_change": _("We did not understand that change. Nothing was changed. Try it once more."),
    "sent_already": _("This was sent already, so it stays as it is. You can add a note to it."),
}
# Not refusals: it waits, and is tried again by itself.
WAITS_FOR_SCANNER = _("It is safe with us. Our virus checker is busy. We try again by ourselves.")
WAITS_FOR_PROGRAM = _("It is safe with us. We cannot get recordings ready at the moment. We try again by ourselves.")


class NotTaken(Exception):
    """A photo or recording that is not taken. `code` is one of REFUSALS, `sentence` says why and what to do (translate it to show it)."""

    def __init__(self, code: str) -> None:
        super().__init__(REFUSALS[code])
        self.code, self.sentence = code, REFUSALS[code]

    @classmethod
    def because(cls, sentence: str) -> "NotTaken":
        """The same refusal again, from the sentence that was kept of it."""
        return cls(next((code for code, said in REFUSALS.items() if said == sentence), "too_hard"))


class NotNow(Exception):
    """It cannot be made ready at this moment, through nobody's fault but ours. `sentence` says so; it is tried again."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
