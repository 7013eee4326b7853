"""Every address of the portal, and who may open it. `test_every_address.py` holds the portal to this table.

A visitor who is not named gets the answer for a page that does not exist; somebody who is not signed in is asked to sign in.
The things in addresses are Amara's: an entry that is open to her, one that is closed, words she sent, a draft, a task.
"""

from dataclasses import dataclass

NOBODY = "nobody"
WITHOUT_SECOND_FACTOR = "without second factor"
YOUNG = frozenset({"amara", "noor", "idris"})
STAFF = frozenset({"ben", "carys", "joan", "david", "dev", "gwen", "sana", "olu", "imani", "tom", "ellie", "ruth"})
ANYBODY = YOUNG | STAFF | {NOBODY}
SIGNED_IN = YOUNG | STAFF
AMARA = frozenset({"amara"})
HERS = frozenset({"ben", "joan", "david"})  # her worker, his manager, her reviewing officer
OPENERS = frozenset({"ben", "joan"})  # of those, who may open, hold and withhold, and invite
CHECKERS = frozenset({"joan", "david"})  # and who makes the second decision about her
WORKERS = frozenset({"ben", "carys", "joan", "dev", "gwen", "sana", "olu"})
READERS = WORKERS | {"david"}
MANAGERS = frozenset({"joan", "gwen", "olu"})
COVERERS = MANAGERS | {"sana"}
IDRIS = frozenset({"idris"})  # who made the requests of tests/views/things_of_requests.py
OFFICERS = frozenset({"imani", "sana"})  # who handle requests for files
ON_REQUESTS = OFFICERS | {"tom"}  # and who checks them
DRAFT = (("draft", "3f2b7c1e-5d4a-4c8e-9b1a-2f6d7e8a9b0c"), ("words", "My side."), ("version", "0"), ("tab", "t"), ("turn", "1"))


@dataclass(frozen=True, slots=True)
class Row:
    """Who may open an address. `post`: it answers only forms. `thing`: which of Amara's things its id names."""

    allowed: frozenset[str]
    thing: str = ""
    post: bool = False
    data: tuple[tuple[str, str], ...] = ()


TABLE: dict[str, Row] = {
    # open to everybody
    "healthz": Row(ANYBODY),
    "account_login": Row(ANYBODY),
    "account_inactive": Row(ANYBODY),
    "portal:hide": Row(ANYBODY, post=True),
    "portal:help": Row(ANYBODY),
    "portal:forgotten": Row(ANYBODY),
    "portal:display": Row(ANYBODY),
    "wagtail_serve": Row(ANYBODY),
    "stories:kept": Row(YOUNG),
    # joining: a code is asked for; somebody who is signed in has joined already
    "portal:join": Row(ANYBODY),
    "portal:join_name": Row(ANYBODY),
    # everybody's own
    "portal:home": Row(SIGNED_IN),
    "account_logout": Row(SIGNED_IN),
    "account_reauthenticate": Row(SIGNED_IN),
    "account_change_password": Row(SIGNED_IN),
    # the young person's pages
    **{
        f"portal:{name}": Row(YOUNG)
        for name in (
            "welcome", "about_me", "my_story", "newly_open", "why", "my_people", "my_papers", "who_has_looked", "answers",
            "ask_for_my_file", "settings", "what_we_call_you", "my_copy", "search",
        )
    },
    **{f"portal:{name}": Row(AMARA, "open_entry") for name in ("entry", "entry_wrong", "entry_talk", "entry_not_me")},
    "portal:check_words": Row(AMARA, "shown_words"),
    "portal:entry_level": Row(AMARA, "open_entry", post=True, data=(("level", "easy"),)),
    "portal:paper": Row(AMARA, "open_paper"),
    **{f"portal:paper_{name}": Row(AMARA, "open_paper+page") for name in ("picture", "small")},
    "portal:paper_sound": Row(AMARA, "open_recording"),
    "portal:media": Row(AMARA, "media"),
    "portal:staff_media": Row(HERS, "media"),
    # being told that something is new; to add a way, the passphrase comes first, whoever comes
    "portal:telling": Row(YOUNG),
    "portal:telling_add": Row(YOUNG),
    "portal:telling_when": Row(YOUNG, post=True, data=(("quiet_from", "20:00"), ("quiet_until", "08:00"))),
    "portal:telling_code": Row(AMARA, "way_to_tell"),
    "portal:telling_stop": Row(AMARA, "way_to_tell", post=True),
    "portal:my_person": Row(AMARA, "known_person"),
    "portal:paper_copy": Row(YOUNG),
    "portal:paper_copy_back": Row(AMARA, "paper_copy", post=True),
    "portal:keep_order": Row(YOUNG, post=True, data=(("order", "section"),)),
    # pace: never, not now, my place, together
    **{f"portal:{name}": Row(YOUNG) for name in ("set_aside", "never", "take_a_break", "reading_together", "before_you_hide")},
    **{f"portal:entry_{name}": Row(AMARA, "open_entry") for name in ("not_now", "company")},
    **{f"portal:entry_{name}": Row(AMARA, "open_entry", post=True) for name in ("open_it", "place")},
    "portal:entry_after_all": Row(AMARA, "set_aside", post=True),
    "portal:entry_alone": Row(AMARA, "with_company", post=True),
    "portal:end_reading_together": Row(YOUNG, post=True),
    "portal:read_together": Row(OPENERS, "child"),
    "portal:read_together_end": Row(OPENERS, "child", post=True),
    # plans and meetings
    "portal:my_plans": Row(YOUNG),
    **{f"portal:{name}": Row(AMARA, "plan") for name in ("plan", "plan_answer")},
    "stories:prepare": Row(AMARA, "meeting"),
    "stories:prepare_send": Row(AMARA, "meeting"),
    "stories:prepare_write": Row(AMARA, "meeting+question"),
    "portal:write_plan": Row(OPENERS, "child"),
    "portal:next_plan": Row(OPENERS, "plan"),
    **{f"portal:{name}": Row(HERS, "child") for name in ("meetings", "last_months")},
    "portal:meeting": Row(HERS, "meeting"),
    **{f"portal:{name}": Row(HERS, "meeting", post=True) for name in ("meeting_told", "meeting_invite", "meeting_cancel")},
    "portal:meeting_summary": Row(OPENERS, "held"),
    "portal:ask_chapter": Row(AMARA, "open_entry", post=True),
    "portal:kept_back_again": Row(AMARA, "withheld", post=True),
    "portal:kept_back_talk": Row(AMARA, "withheld", post=True),
    "stories:list": Row(YOUNG),
    "stories:write": Row(YOUNG),
    "stories:taps": Row(YOUNG),
    "stories:worried": Row(YOUNG),
    "stories:picture": Row(YOUNG),
    "stories:voice": Row(YOUNG),
    "stories:add_media": Row(YOUNG, post=True, data=(*DRAFT, ("upload", "0f2b7c1e-5d4a-4c8e-9b1a-2f6d7e8a9b0c"))),
    **{f"stories:{name}": Row(AMARA, "draft_photo") for name in ("media", "shape_picture", "throw_media_away")},
    "stories:move_media": Row(AMARA, "draft_photo", post=True),
    "stories:attachment_copy": Row(AMARA, "draft_photo+form"),
    "stories:save": Row(YOUNG, post=True, data=DRAFT),
    "stories:one": Row(AMARA, "sent"),
    "stories:throw_away": Row(AMARA, "draft"),
    "stories:check": Row(AMARA, "draft"),
    "stories:send": Row(AMARA, "draft", post=True),
    "stories:sent": Row(AMARA, "sent"),
    "stories:take_back": Row(AMARA, "sent"),
    "stories:hide": Row(AMARA, "sent", post=True),
    # the passphrase is asked for again first, whoever comes and whatever is there; tests/stories shows what follows
    "stories:hidden": Row(YOUNG, "sent"),
    "stories:show": Row(YOUNG, "sent", post=True),
    "stories:look_again": Row(AMARA, "sent", post=True),
    # life story books: hers alone, because she signs in herself
    **{f"portal:{name}": Row(YOUNG) for name in ("books", "begin_book")},
    **{
        f"portal:{name}": Row(AMARA, "book")
        for name in ("book", "change_book", "choose_for_book", "look_at_book", "book_progress", "book_file", "throw_book_away")
    },
    **{f"portal:{name}": Row(AMARA, "book", post=True) for name in ("order_book", "make_book")},
    "portal:beside_in_book": Row(AMARA, "book+entry"),
    "portal:bring_book_back": Row(AMARA, "book_away", post=True),
    "portal:child_books": Row(OPENERS, "child"),
    "portal:begin_child_book": Row(frozenset(), "child"),  # only for a child who does not sign in; tests/views/test_books.py
    # staff: signing in with a second factor
    "second_factor": Row(STAFF),
    "mfa_authenticate": Row(ANYBODY),  # sends everybody on who is not in the middle of signing in
    "mfa_reauthenticate": Row(STAFF),
    "mfa_index": Row(STAFF),
    "mfa_activate_totp": Row(STAFF),
    "mfa_deactivate_totp": Row(STAFF),
    "mfa_view_recovery_codes": Row(frozenset()),  # nobody in the cast has made any
    "mfa_generate_recovery_codes": Row(STAFF),
    **{name: Row(frozenset()) for name in ("account_signup", "account_email", "account_set_password", "account_reset_password")},
    # staff: every day
    "portal:design": Row(STAFF),
    "portal:changes_of_words": Row(STAFF),
    "portal:desk": Row(STAFF),
    "portal:children": Row(READERS | {"imani", "tom"}),
    "portal:child": Row(HERS, "child"),
    "portal:search_child": Row(HERS, "child"),
    "portal:search_all": Row(READERS | {"imani", "tom"}),
    "portal:child_about_me_read": Row(HERS, "child", post=True),
    "portal:confirm_known": Row(OPENERS, "child+connection", post=True),
    "portal:people_in_life": Row(HERS, "child"),
    "portal:letter_in_care": Row(OPENERS, "child"),
    "portal:services_around": Row(HERS, "child"),
    "portal:recorded_about": Row(HERS, "child"),
    "portal:what_is_recorded": Row(READERS | {"imani", "tom"}),
    "portal:names": Row(HERS, "child"),
    "portal:add_name": Row(OPENERS, "child", post=True),
    "portal:known_as": Row(OPENERS, "child", post=True),
    "portal:name": Row(OPENERS, "child+name"),
    "portal:gaps": Row(HERS, "child"),
    "portal:explain_gap": Row(OPENERS, "child+gap", post=True),
    "portal:look_for": Row(OPENERS, "child+gap", post=True),
    "portal:looked": Row(OPENERS, "child+search", post=True),
    "portal:mark_part": Row(OPENERS, "child", post=True),
    "portal:conflicts": Row(HERS, "child"),
    "portal:keeping": Row(HERS, "child"),
    "portal:keep_longer": Row(frozenset(), "child", post=True),  # only while a record's time is over; tests/views/test_keeping_pages.py
    "portal:lift_hold": Row(CHECKERS, "hold"),
    "portal:records_due": Row(frozenset({"imani"})),
    "portal:propose_disposal": Row(frozenset(), "closed_entry"),  # only while something is asked of information governance
    "portal:opening": Row(OPENERS, "child"),
    "portal:sharing": Row(WORKERS),
    "portal:sharing_look": Row(WORKERS, post=True),
    "portal:sharing_open": Row(WORKERS, post=True),
    "portal:routine_rules": Row(WORKERS),
    "portal:open_ticked": Row(OPENERS, "child", post=True),
    "portal:invite": Row(OPENERS, "child"),
    "portal:join_code": Row(OPENERS, "child", post=True),
    "portal:close_way_in": Row(OPENERS, "child", post=True),
    "portal:cancel_join_code": Row(OPENERS, "child+code", post=True),
    "portal:alike": Row(OPENERS, "child"),
    "portal:answer_alike": Row(OPENERS, "child+duplicate", post=True),
    "portal:together": Row(OPENERS, "child"),
    "portal:part_source": Row(OPENERS, "joined_source", post=True, data=(("reason", "Two homes."),)),
    "portal:write_why": Row(OPENERS, "child"),
    "portal:write_pen_picture": Row(OPENERS, "child"),
    "portal:staff_entry": Row(HERS, "closed_entry"),
    "portal:entry_plain": Row(OPENERS, "closed_entry"),
    "portal:plain_keep": Row(OPENERS, "closed_entry", post=True),
    "portal:plain_preview": Row(HERS, "closed_entry"),
    "portal:words_to_look_over": Row(frozenset({"joan"}), "asked_draft"),
    "portal:second_look": Row(frozenset({"joan"}), "asked_draft", post=True, data=(("do", "fine"),)),
    "portal:sentences": Row(READERS),
    "portal:approve_sentences": Row(MANAGERS, post=True),
    "portal:entry_preview": Row(HERS, "closed_entry"),
    **{
        f"portal:entry_{verb}": Row(OPENERS, "closed_entry", post=True) for verb in ("open", "told", "hold", "withhold")
    },
    **{f"portal:entry_{verb}_withholding": Row(CHECKERS, "withheld_entry", post=True) for verb in ("confirm", "return")},
    **{f"portal:{name}": Row(HERS, "paper") for name in ("staff_paper", "staff_paper_progress", "staff_original")},
    **{f"portal:staff_paper_{name}": Row(HERS, "paper+page") for name in ("picture", "small")},
    "portal:staff_paper_sound": Row(HERS, "recording"),
    "portal:staff_read_again": Row(HERS, "paper", post=True),
    "portal:task": Row(HERS, "task"),
    "portal:print_copy": Row(HERS, "paper_copy"),
    "portal:disposal": Row(frozenset({"tom"}), "proposal"),
    "portal:gone": Row(HERS, "child"),
    "portal:figures": Row(MANAGERS | {"david", "imani"}),
    "portal:imports": Row(frozenset({"joan", "gwen", "olu", "sana", "imani"})),
    "portal:import_run": Row(frozenset({"joan", "gwen", "olu", "sana", "imani"}), "run"),
    "portal:who_is_this": Row(WORKERS | {"imani"}),
    "portal:match_answer": Row(OPENERS, "match", post=True),
    "portal:emergency": Row(READERS),
    "portal:emergency_take": Row(frozenset(), "child"),  # only somebody who has just found the child by name or number
    # what a young person says and is asked
    "portal:wrong_again": Row(AMARA, "answered_wrong", post=True),
    "portal:answer_wrong": Row(HERS, "said_wrong"),
    "portal:wrong_longer": Row(HERS, "said_wrong", post=True),
    "portal:hand_over_wrong": Row(HERS, "said_wrong", post=True),
    **{f"portal:{name}": Row(YOUNG) for name in ("consents", "letters", "about_part", "who_can_see")},
    "portal:sharing_question": Row(AMARA, "asked_before"),
    "portal:letter": Row(AMARA, "letter"),
    "portal:ask_for_paper": Row(YOUNG, post=True, data=(("paper", "passport"),)),
    "portal:asked_before": Row(HERS, "child"),
    "portal:question_asked": Row(HERS, "asked_before"),
    "portal:withdraw_question": Row(OPENERS, "asked_before", post=True),
    "portal:identity_papers": Row(HERS, "child"),
    "portal:write_letter": Row(OPENERS, "child"),
    "portal:look_over": Row(WORKERS, post=True, data=(("words", "You absconded."),)),
    "portal:write_said": Row(OPENERS, "child"),
    # staff: reading what young people sent
    "moderation:queue": Row(READERS),
    "moderation:reading": Row(HERS, "sent"),
    "moderation:attachment_copy": Row(HERS, "sent_photo+form"),
    "moderation:describe": Row(HERS, "sent_photo", post=True),
    "moderation:saved_replies": Row(READERS),
    "moderation:saved_reply": Row(frozenset({"ben"}), "saved"),
    "moderation:throw_away_saved_reply": Row(frozenset({"ben"}), "saved", post=True),
    **{
        f"moderation:{verb}": Row(HERS, "sent", post=True)
        for verb in (
            "claim", "release", "file_words", "talk_first", "propose_limit", "propose_not_adding", "reply", "add_note", "keep_reply",
            "confirm_proposal", "return_proposal", "send_again", "begin_with", "hand_over", "escalate",
            "answer_flags", "raise_worry", "ask_for_interpreter", "understood",
        )
    },
    "moderation:meaning": Row(HERS, "sent"),
    "moderation:report_image": Row(HERS, "sent_photo"),
    "moderation:image_report": Row(HERS, "reported"),
    # staff: people
    **{f"portal:{name}": Row(frozenset({"ruth"})) for name in ("staff_people", "staff_add", "teams")},
    "portal:staff_person": Row(frozenset({"ruth"}), "staff"),
    "portal:staff_close": Row(frozenset({"ruth"}), "staff", post=True),
    "portal:staff_reset_sign_in": Row(frozenset({"ruth"}), "staff", post=True),
    "portal:allocation": Row(MANAGERS),
    "portal:allocate": Row(frozenset({"joan"}), "child"),
    "portal:end_allocation": Row(frozenset({"joan"}), "tie", post=True),
    "portal:cover": Row(COVERERS),
    "portal:end_cover": Row(frozenset({"joan"}), "cover", post=True),
    # the board of those who handle and check requests, and the page of one
    "access_requests:breaches": Row(frozenset({"imani", "tom"})),
    "access_requests:breach": Row(frozenset({"imani", "tom"}), "breach"),
    "access_requests:report_breach": Row(STAFF),
    "access_requests:request_figures": Row(frozenset({"imani", "tom"})),
    "portal:data_protection": Row(frozenset({"imani", "tom"})),
    "portal:data_protection_document": Row(frozenset({"imani", "tom"}), "data_protection_document"),
    **{f"access_requests:{name}": Row(ON_REQUESTS) for name in ("board", "how_are_you")},
    "access_requests:say_how_i_am": Row(frozenset({"imani"}), "how_imani_is", post=True, data=(("says", "not_now"),)),
    "access_requests:request": Row(ON_REQUESTS, "request"),
    **{
        f"access_requests:{name}": Row(OFFICERS, "request", post=True)
        for name in ("name_officer", "record_contact", "begin_search", "begin_gathering", "back_to_search", "share_reading")
    },
    **{f"access_requests:{name}": Row(OFFICERS, "request", post=True) for name in ("stop_request", "other_route")},
    # who asks for a file: proof, whose record it is, asking for another, and the young person's own say
    **{f"access_requests:{name}": Row(OFFICERS, "request_asked") for name in ("identity", "identity_questions")},
    "access_requests:ask_to_vouch": Row(OFFICERS, "request_asked", post=True),
    "access_requests:vouch": Row(frozenset({"sana", "olu"}), "request_asked"),
    "access_requests:find_record": Row(OFFICERS, "request_unmatched"),
    **{f"access_requests:{name}": Row(OFFICERS, "request_unmatched", post=True) for name in ("match_record", "no_record")},
    "access_requests:other_person": Row(OFFICERS, "request_asked"),
    "access_requests:authority": Row(OFFICERS, "asked_for_idris"),
    "access_requests:hear_view": Row(OFFICERS | {"olu"}, "asked_for_idris"),
    "access_requests:let_say": Row(OFFICERS | {"olu"}, "asked_for_idris", post=True),
    "access_requests:ask_for_view": Row(OFFICERS, "asked_for_idris", post=True),
    "access_requests:understanding": Row(ON_REQUESTS | {"olu"}, "request"),
    "access_requests:my_view": Row(frozenset({"idris"}), "asked_for_idris"),
    # complaints, and looking again at an answer
    **{f"access_requests:{name}": Row(ANYBODY) for name in ("complain", "complain_sent", "status_complain")},
    "access_requests:status_complaint": Row(ANYBODY, "complaint"),
    "access_requests:status_complaint_back": Row(ANYBODY, "complaint", post=True),
    "access_requests:my_complain": Row(YOUNG),
    "access_requests:my_request_complain": Row(IDRIS, "request"),
    "access_requests:my_complaint": Row(IDRIS, "complaint"),
    "access_requests:my_complaint_back": Row(IDRIS, "complaint", post=True),
    "access_requests:complaints": Row(ON_REQUESTS | MANAGERS),
    "access_requests:take_complaint_down": Row(STAFF),
    "access_requests:complaint": Row(ON_REQUESTS | {"olu"}, "complaint"),
    **{
        f"access_requests:{name}": Row(ON_REQUESTS | {"olu"}, "complaint", post=True)
        for name in ("look_at_complaint", "give_complaint_to", "acknowledge_complaint", "tell_progress", "note_on_complaint")
        + ("decide_complaint", "complaint_taken_back")
    },
    # the time of a request
    "access_requests:request_time": Row(ON_REQUESTS, "request"),
    **{f"access_requests:{name}": Row(OFFICERS, "request", post=True) for name in ("ask_question", "extend_request", "keep_fact")},
    **{f"access_requests:{name}": Row(OFFICERS, "our_question") for name in ("answer_question", "take_out_fact")},
    # reading what was gathered, proposing an answer, checking it, and giving it
    **{f"access_requests:{name}": Row(ON_REQUESTS, "request_reading") for name in ("pack", "pack_conflicts")},
    "access_requests:pack_item": Row(ON_REQUESTS, "thing_of_pack"),
    "access_requests:pack_picture": Row(ON_REQUESTS, "thing_of_pack+page"),
    **{f"access_requests:{name}": Row(OFFICERS, "thing_of_pack", post=True) for name in ("say_of_item", "hold_item", "give_alike")},
    "access_requests:propose_answer": Row(OFFICERS, "request_reading"),
    **{
        f"access_requests:{name}": Row(OFFICERS, "request_reading", post=True)
        for name in ("begin_reading", "carry_over", "take_back_proposal", "release")
    },
    "access_requests:print_pack": Row(ON_REQUESTS, "request_given"),
    "access_requests:check_pack": Row(frozenset({"tom"}), "request_second_check"),
    **{f"access_requests:{name}": Row(frozenset({"tom"}), "request_second_check", post=True) for name in ("countersign", "send_back")},
    # what was given, to be read: signed in; with a reference and a code, or else sent to the door
    **{f"access_requests:my_room{name}": Row(frozenset({"idris"}), "request_given") for name in ("", "_list", "_whole")},
    **{f"access_requests:my_room_{name}": Row(frozenset({"idris"}), "request_given", post=True) for name in ("search", "paper")},
    "access_requests:my_room_item": Row(frozenset({"idris"}), "given_thing"),
    "access_requests:my_room_picture": Row(frozenset({"idris"}), "given_thing+page"),
    **{f"access_requests:status_room{name}": Row(ANYBODY) for name in ("", "_list", "_whole")},
    **{f"access_requests:status_room_{name}": Row(ANYBODY, post=True) for name in ("search", "paper")},
    "access_requests:status_room_item": Row(ANYBODY, "thing_given"),
    "access_requests:status_room_picture": Row(ANYBODY, "thing_given+page"),
    # where was searched for a request, and who was consulted
    "access_requests:gathered": Row(ON_REQUESTS, "request"),
    "access_requests:bring_in": Row(OFFICERS, "request"),
    "access_requests:gather": Row(OFFICERS, "request", post=True),
    "access_requests:leave_upload": Row(OFFICERS, "upload", post=True),
    "access_requests:thing": Row(ON_REQUESTS, "gathered"),
    **{
        f"access_requests:{verb}": Row(OFFICERS, "gathered", post=True)
        for verb in ("place_thing", "set_thing_aside", "take_thing_back", "part_thing", "join_thing", "unfold_thing")
    },
    "access_requests:fold_thing": Row(OFFICERS, "gathered+gathered", post=True),
    "access_requests:tried": Row(ON_REQUESTS),
    "access_requests:searching": Row(ON_REQUESTS, "request"),
    "access_requests:add_place": Row(OFFICERS, "request", post=True),
    "access_requests:several_places": Row(OFFICERS, "request"),
    "access_requests:search_own_file": Row(OFFICERS, "request", post=True),
    "access_requests:search": Row(OFFICERS, "place"),
    "access_requests:ask_to_search": Row(OFFICERS, "place", post=True),
    "access_requests:consultations": Row(ON_REQUESTS, "request"),
    "access_requests:consultation": Row(ON_REQUESTS, "consultation"),
    "access_requests:chase_consultation": Row(OFFICERS, "consultation", post=True),
    # asking for a file: without an account, signed in, and taken down by any member of staff
    **{f"access_requests:ask_{name}": Row(ANYBODY) for name in ("begin", "expect", "check", "sent", "later", "come_back", "away")},
    "access_requests:ask_step": Row(ANYBODY, "page_of_asking"),
    "access_requests:ask_send": Row(ANYBODY, post=True),
    **{f"access_requests:{name}": Row(ANYBODY) for name in ("status_door", "new_code")},
    "access_requests:status_leave": Row(ANYBODY, post=True),
    **{f"access_requests:my_ask_{name}": Row(YOUNG) for name in ("begin", "expect", "check", "away")},
    "access_requests:my_ask_step": Row(YOUNG, "page_of_asking"),
    "access_requests:my_ask_send": Row(YOUNG, post=True),
    "access_requests:my_ask_sent": Row(frozenset({"idris"}), "request"),
    "access_requests:take_down_begin": Row(STAFF),
    "access_requests:give_code": Row(OFFICERS, "request_unmatched", post=True),
    "access_requests:take_down_for": Row(HERS, "child"),
    "access_requests:take_down_sent": Row(ON_REQUESTS, "request_unmatched"),
    **{f"access_requests:take_down_{name}": Row(frozenset({"ben"}), "bens_draft") for name in ("expect", "check", "away")},
    "access_requests:take_down_step": Row(frozenset({"ben"}), "bens_draft+page"),
    "access_requests:take_down_send": Row(frozenset({"ben"}), "bens_draft", post=True),
    # following a request: signed in; with a reference and a code, or else sent to the door; and what staff write
    **{f"access_requests:my_request{name}": Row(frozenset({"idris"}), "request") for name in ("", "_stop")},
    "access_requests:my_request_write": Row(frozenset({"idris"}), "request", post=True),
    "access_requests:my_answer": Row(frozenset({"idris"}), "our_question", post=True),
    **{f"access_requests:my_letter{name}": Row(frozenset({"idris"}), "request_letter") for name in ("", "_file")},
    **{f"access_requests:status{name}": Row(ANYBODY) for name in ("", "_stop")},
    "access_requests:status_write": Row(ANYBODY, post=True),
    "access_requests:status_answer": Row(ANYBODY, "our_question", post=True),
    **{f"access_requests:status_letter{name}": Row(ANYBODY, "request_letter") for name in ("", "_file")},
    **{f"access_requests:{name}": Row(OFFICERS, "request", post=True) for name in ("write_to_requester", "send_letter")},
    **{f"access_requests:staff_letter{name}": Row(ON_REQUESTS, "request_letter") for name in ("", "_file")},
    "access_requests:letter_posted": Row(OFFICERS, "request_letter", post=True, data=(("how", "hand"),)),
    # the content editor's desk: tests/cms tries every address of it
    "cms_picture": Row(frozenset()),
}  # fmt: skip
