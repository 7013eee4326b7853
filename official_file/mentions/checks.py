"""The sums that tell a number of a person from any other: NHS and CHI numbers, UPN, National Insurance numbers. Pure."""

import re

UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
# HM Revenue & Customs: letters that no prefix has, and prefixes that were never given out. QQ is its own example.
NINO = re.compile(r"(?!BG|GB|KN|NK|NT|TN|ZZ)(?:[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]|QQ)\d{6}[A-D]?")


def is_nhs_number(number: str) -> bool:
    """Ten digits of which the last is the check digit (modulus 11): NHS numbers, CHI numbers and health and care numbers.

    One digit ten times passes the sum and was never given to anybody.
    """
    digits = [int(sign) for sign in number if sign.isdigit()]
    if len(digits) != 10 or len(set(digits)) == 1:
        return False
    rest = 11 - sum(weight * digit for weight, digit in zip(range(10, 1, -1), digits[:9], strict=True)) % 11
    return rest != 10 and rest % 11 == digits[9]


def is_upn(number: str) -> bool:
    """A unique pupil number: check letter, eleven digits, and a digit or (for a temporary one) a letter."""
    plain = number.upper().replace(" ", "")
    if not re.fullmatch(r"[A-HJ-NP-RT-Z][0-9]{11}[0-9A-HJ-NP-RT-Z]", plain):
        return False
    last = int(plain[-1]) if plain[-1].isdigit() else UPN_LETTERS.index(plain[-1])
    total = sum(weight * int(digit) for weight, digit in zip(range(2, 13), plain[1:12], strict=True)) + 13 * last
    return UPN_LETTERS[total % 23] == plain[0]


def is_ni_number(number: str) -> bool:
    """A National Insurance number; it has no check digit, only letters that are given out and letters that are not."""
    return NINO.fullmatch(re.sub(r"[^A-Z0-9]", "", number.upper())) is not None
