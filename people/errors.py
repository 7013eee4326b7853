"""How a rule says no: a code for machines and a sentence for people, which says what to do next."""


class NotAllowed(Exception):
    """The rules do not allow this. `code` is stable; `sentence` is shown."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence
