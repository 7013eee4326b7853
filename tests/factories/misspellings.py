"""A hundred things somebody may type in search of Amara's life, as people of every age spell them, and what they mean.

As phones, tired thumbs, dyslexia, ears and half-remembered names make them. Each meaning stands in the demonstration.
"""

MISSPELT: tuple[tuple[str, str], ...] = (
    # as it sounds
    ("skool", "school"), ("fone", "phone"), ("sosial", "social"), ("plasement", "placement"), ("shure", "sure"), ("kichen", "kitchen"),
    ("nurce", "nurse"), ("docters", "doctors"), ("hospitle", "hospital"), ("coart", "court"), ("juge", "judge"), ("desishun", "decision"),
    ("ilness", "illness"), ("medisin", "medicine"), ("glases", "glasses"), ("brava", "brother"), ("anty", "auntie"), ("rabit", "rabbit"),
    ("swiming", "swimming"), ("captin", "captain"), ("comik", "comic"), ("senta", "centre"), ("frends", "friends"),
    ("foster carrer", "foster carer"), ("edukation", "education"), ("atendance", "attendance"), ("alergy", "allergy"),
    ("pasport", "passport"), ("vidio", "video"), ("stoke", "stroke"),
    # letters the wrong way round, missing, doubled, or beside the right key
    ("shcool", "school"), ("hopsital", "hospital"), ("firend", "friend"), ("freind", "friend"), ("beleive", "believe"),
    ("assesment", "assessment"), ("reveiw", "review"), ("reviww", "review"), ("letetr", "letter"), ("metting", "meeting"),
    ("meating", "meeting"), ("decison", "decision"), ("carre plan", "care plan"), ("soical worker", "social worker"),
    ("offcier", "officer"), ("holyday", "holiday"), ("contcat", "contact"), ("famliy", "family"), ("hosue", "house"), ("litle", "little"),
    ("tomorow", "tomorrow"), ("diffrent", "different"), ("becuase", "because"), ("untill", "until"), ("neigbour", "neighbour"),
    ("tramploine", "trampoline"), ("calender", "calendar"), ("cardigen", "cardigan"), ("jolof", "jollof"), ("christmass", "christmas"),
    ("chrismas", "christmas"), ("febuary", "february"), ("janury", "january"), ("septmber", "september"), ("wensday", "wednesday"),
    ("tuseday", "tuesday"), ("thurdsay", "thursday"),
    # names, as heard
    ("grase", "grace"), ("mauren", "maureen"), ("maureene", "maureen"), ("ngosi", "ngozi"), ("desmund", "desmond"), ("desmon", "desmond"),
    ("prya", "priya"), ("aneka", "anneka"), ("annika", "anneka"), ("beverly", "beverley"), ("hargreaves", "hargreave"),
    ("baptist", "baptiste"), ("okafour", "okafor"), ("thackery", "thackray"), ("biscit", "biscuit"), ("peper", "pepper"),
    ("safia", "safiya"), ("linder", "linda"), ("sian", "siân"), ("tobena", "tobenna"), ("nigera", "nigeria"), ("tarnly", "tarnley"),
    ("milerby", "millerby"),
    # together or apart
    ("carehome", "care home"), ("fostercarer", "foster carer"), ("lock down", "lockdown"), ("puffpuff", "puff puff"),
    ("farmpark", "farm park"), ("socialworker", "social worker"), ("brutha", "brother"), ("trampaline", "trampoline"), ("panal", "panel"),
    ("tablits", "tablets"),
)  # fmt: skip
