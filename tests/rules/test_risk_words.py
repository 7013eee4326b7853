"""Risk words on labelled sentences: how many true prompts are found and missed, how many harmless sentences are flagged.

The counts are stated, so that whoever changes a word, the harmless ways of speaking or the matching sees what it does. What is
missed is why a person reads everything: words are a prompt, never a verdict.
"""

import json
import time
from pathlib import Path

import pytest

from cms.first_contents import risk_rows
from stories.risk_words import RiskTerm, find

TERMS = [RiskTerm(**row) for row in risk_rows()]
LABELLED = json.loads((Path(__file__).parent / "data" / "risk_sentences.json").read_text(encoding="utf-8"))
# language: (true prompts, found, harmless sentences, flagged all the same)
STATED = {"en": (177, 174, 193, 14), "cy": (22, 22, 14, 2), "ar": (26, 26, 14, 0)}
# English sentences that were written after the list and never used to mend it: what to expect of what nobody thought of.
BLIND = (40, 36, 40, 9)


@pytest.mark.need("R55")
@pytest.mark.parametrize("language", STATED)
def test_the_stated_number_of_true_prompts_is_found_and_of_harmless_sentences_flagged(language: str) -> None:
    prompts, harmless = LABELLED["prompts"][language], LABELLED["harmless"][language]
    found = [sentence for sentence in prompts if find(sentence, TERMS)]
    flagged = [sentence for sentence in harmless if find(sentence, TERMS)]
    assert (len(prompts), len(found), len(harmless), len(flagged)) == STATED[language], (set(prompts) - set(found), flagged)


def test_of_sentences_the_list_was_not_mended_by_only_the_stated_few_are_found() -> None:
    prompts, harmless = LABELLED["blind"]["prompts"], LABELLED["blind"]["harmless"]
    found, flagged = ([sentence for sentence in part if find(sentence, TERMS)] for part in (prompts, harmless))
    assert (len(prompts), len(found), len(harmless), len(flagged)) == BLIND, (found, flagged)


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("I DONT WANNA LIVE ANYMORE", "hurt_myself"),
        ("I don\u2019t want to live any more", "hurt_myself"),
        ("i dont realllly want to live", "hurt_myself"),
        ("ive been cuttin my self", "hurt_myself"),
        ("k.m.s", "hurt_myself"),
        ("#killmyself", "hurt_myself"),
        ("w4nna d1e", "hurt_myself"),
        ("suiicdal", "hurt_myself"),
        ("He was hitting me.", "hurt_by_somebody"),
        ("strangeled me", "hurt_by_somebody"),
        ("Dw i'n brifo fy hun", "hurt_myself"),
        ("Mae e'n fy nharo i", "hurt_by_somebody"),
        ("ma fo’n fy mrifo fi", "hurt_by_somebody"),
        ("أُرِيدُ أَنْ أَمُوتَ", "hurt_myself"),
        ("اريد ان امـــوت", "hurt_myself"),
        ("وبيضربني", "hurt_by_somebody"),
        ("صور عاريه", "made_to"),
    ],
)
def test_the_same_words_are_found_however_they_are_written(text: str, group: str) -> None:
    assert find(text, TERMS) == [group]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "👍🏽💛",
        "he rapped",
        "I want to. Die Hard is on.",
        "to want die",
        "My brother said:\nkill\nmyself is a song title",
        "عاش الملك",
    ],
)
def test_words_of_other_sentences_and_words_that_are_only_alike_are_not_joined(text: str) -> None:
    assert find(text, TERMS) == []


def test_one_letter_may_be_wrong_in_a_long_word_only() -> None:
    words = [RiskTerm("overdose", "en", "hurt_myself"), RiskTerm("rape", "en", "hurt_by_somebody")]
    assert find("i took an overdoze", words) == ["hurt_myself"]
    assert find("i took an overrdose", words) == ["hurt_myself"]
    assert find("i took an ovredose", words) == ["hurt_myself"]
    assert find("grape, tape, rope, ripe", words) == []


def test_only_the_groups_come_out_once_each_and_in_order() -> None:
    assert find("he hit me and hits me. I want to die. I dont feel safe.", TERMS) == ["hurt_by_somebody", "hurt_myself", "not_safe"]


def test_whose_it_is_and_who_it_is_make_no_difference_and_a_word_or_two_may_stand_between() -> None:
    words = [RiskTerm("hit my mum", "en", "hurt_by_somebody"), RiskTerm("carry a knife", "en", "hurt_somebody")]
    assert find("he hits our nan", words) == ["hurt_by_somebody"]
    assert find("they carry round the big knife", words) == ["hurt_somebody"]
    assert find("carry it to the table and lay a knife", words) == []


def test_a_slash_stands_between_words_of_which_one_is_said_and_a_star_for_a_few_others() -> None:
    words = [RiskTerm("hit/kick me", "en", "hurt_by_somebody"), RiskTerm("think about * dying/death", "en", "hurt_myself")]
    assert find("he kicked me", words) == ["hurt_by_somebody"]
    assert find("thinking about dying", words) == find("I thought about my own slow death", words) == ["hurt_myself"]
    assert find("think about what we had for tea, and death", words) == []
    assert find("hit kick he me", words) == []


def test_a_star_finds_the_rest_after_a_first_try_that_leads_nowhere() -> None:
    words = [RiskTerm("want * hurt my sister", "en", "hurt_somebody")]
    assert find("I want hurt to hurt my sister", words) == ["hurt_somebody"]


def test_everyday_words_in_their_thousands_take_no_second_either() -> None:
    text = ("he was with them at the house and we want to have some more to eat and she did not like it " * 300)[:20_000]
    find("warm", TERMS)
    begun = time.perf_counter()
    find(text, TERMS)
    assert time.perf_counter() - begun < 1


def test_a_masked_way_of_speaking_hides_no_true_word_beside_it() -> None:
    assert find("I was dying of laughter, and I want to die", TERMS) == ["hurt_myself"]


def test_the_longest_text_takes_less_than_a_second() -> None:
    long = "the quick strangers wandering everywhere something happened yesterday "
    text = " ".join(f"{word}{place % 97}x" for place, word in enumerate((long * 300).split()))[:20_000]
    find("warm", TERMS)
    begun = time.perf_counter()
    assert find(text, TERMS) == []
    assert time.perf_counter() - begun < 1


@pytest.mark.parametrize(
    "text", ["\u0640" * 50, "'" * 500, "a" * 5000, "1" * 5000, "\u202e\u200b kill \u200dmyself", "ﷺ ﷽", "İI\u0307", "𝓴𝓲𝓵𝓵 𝓶𝔂𝓼𝓮𝓵𝓯"]
)
def test_no_text_stops_it(text: str) -> None:
    assert isinstance(find(text, TERMS), list)
