"""Numbers for made-up people, in the ways people write them. Nobody has them: telephone numbers are those kept for drama."""

import random

MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]


def nhs_number(chance: random.Random) -> str:
    """Ten digits with their check digit, by modulus 11."""
    while True:
        digits = [chance.choice((4, 6, 7)), *(chance.randrange(10) for _ in range(8))]
        check = (11 - sum(digit * weight for digit, weight in zip(digits, range(10, 1, -1), strict=True)) % 11) % 11
        if check < 10:
            number = "".join(map(str, [*digits, check]))
            return chance.choice((number, f"{number[:3]} {number[3:6]} {number[6:]}", f"{number[:3]}-{number[3:6]}-{number[6:]}"))


def upn(chance: random.Random) -> str:
    """A check letter and twelve digits."""
    digits = [chance.randrange(10) for _ in range(12)]
    total = sum(digit * weight for digit, weight in zip(digits, range(2, 14), strict=True))
    return "ABCDEFGHJKLMNPQRTUVWXYZ"[total % 23] + "".join(map(str, digits))


def ni_number(chance: random.Random) -> str:
    """Two letters, six digits, one letter."""
    number = "".join(str(chance.randrange(10)) for _ in range(6))
    letters, last = chance.choice(("AB", "JG", "SC", "PW", "YL", "NE")), chance.choice("ABCD")
    return chance.choice((f"{letters}{number}{last}", f"{letters} {number[:2]} {number[2:4]} {number[4:]} {last}"))


def phone(chance: random.Random) -> str:
    """A mobile or a landline."""
    tail = f"{chance.randrange(1000):03d}"
    mobile, line = f"07700 900{tail}", f"0113 496 0{tail}"
    return chance.choice(
        (mobile, mobile.replace(" ", ""), f"07700 900 {tail}", f"+44 7700 900{tail}", line, f"(0113) 4960{tail}", f"020 7946 0{tail}",
         f"01632 960{tail}", f"07700-900-{tail}", f"0{7}700900{tail}")
    )  # fmt: skip


def birth(chance: random.Random) -> str:
    """A day of birth."""
    day, month, year = chance.randrange(1, 29), chance.randrange(1, 13), chance.randrange(1944, 2019)
    return chance.choice(
        (f"{day:02d}/{month:02d}/{year}", f"{day}.{month}.{year % 100:02d}", f"{day} {MONTHS[month - 1]} {year}",
         f"{year}-{month:02d}-{day:02d}",
         f"{day}/{month}/{year % 100:02d}", f"{day} {MONTHS[month - 1][:3]} {year}", f"{day:02d}-{month:02d}-{year}")
    )  # fmt: skip


def case(chance: random.Random) -> str:
    """A reference of police, court or council."""
    number = chance.randrange(10_000, 999_999)
    return chance.choice(
        (f"{number}", f"LS{chance.randrange(10, 24)}C0{chance.randrange(1000, 9999)}", f"13/{number}/{chance.randrange(10, 24)}",
         f"CYP/{chance.randrange(2008, 2024)}/{number}", f"{chance.randrange(1000, 9999)} of 12/05/2019")
    )  # fmt: skip
