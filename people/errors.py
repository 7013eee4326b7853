"""How a rule says no: a code for machines and a sentence for people, which says what to do next."""


class NotAllowed(Exception):
    """The rules do not allow this. `code` is stable; `sentence` is shown."""

    def __init__(self, code: str, sentence: object) -> None:
        super().__init__(code)
        self.code = code
        self.sentence = str(sentence)
