"""Ways of speaking that hold a risk word and mean something else: masked before risk words are looked for. Pure.

Only what nobody says when they are in danger: "I hurt myself playing" is here, "I hurt myself" never. An editor cannot change
these; whoever thinks that one hides a true word takes it out, and the labelled sentences in tests/rules say what that does.
"""

# The signs of the list hold here too (stories/risk_words.py). "to laugh" and words like it are found with their endings, as risk words are.
HARMLESS: tuple[str, ...] = (
    "cut the grass/lawn/hedge/cake/bread/hair/paper/cardboard/wood/veg/vegetables/pizza", "cut class/out/hearts/shapes",
    "knife and fork/spoon", "nerf/water/glue/toy/laser/bb gun", "bath bomb", "roller blade", "blade of grass", "hide and seek",
    "run away with the", "run away from bees/wasps/spiders/geese/seagulls/pigeons", "follow me on/back",
    "help me with/find/choose/understand/learn/make/build/write/draw/bake/cook/plan/move/pack/revise/practise",
    "need/want help with/choosing the/homework/maths/english/science/spellings/reading/cv",
    "cat/dog/puppy/kitten/hamster/rabbit/duvet * on top of me", "kiss me goodnight/goodbye", "kick out of the group/team/cup/game",
    "cat/dog/hamster/horse/rabbit/goose/insect/spider/ball bite/scratch/hit/kick/push/attack me/us", "kill me when she see",
    "push me on the swing/swings", "grab/throw/chuck me a/some/one", "hate living far/near/next", "sex education", "live far from",
    "hit/kick/throw/punch/push the ball/air/button/door/gym/road", "by a goose/cactus/bee/wasp/jellyfish/nettle",
    "burn the toast/pizza/dinner/cake/tongue", "voice note/notes/message/actor/over",
    "film/video/photo of me and/with/at/on/dancing/singing",
    "scared of spiders/heights/dogs/clowns/bees/wasps", "hungry caterpillar", "throw up the ball",
    "hear/heard voices/voice of/on the radio",
    "cannot wait", "kill myself laughing", "kill myself with laughter", "die laughing", "die of laughter", "want to die laughing",
    "to die for",
    "want to die of embarrassment", "die of embarrassment", "cut myself shaving", "cut myself cooking", "cut myself a slice",
    "cut myself a piece", "cut myself some slack", "burn myself cooking", "burn myself baking", "burn myself ironing",
    "hurt myself playing", "hurt myself skating", "hurt myself in pe", "hurt myself at football", "beat myself up",
    "make myself sick on sweets", "make myself sick eating",
    "ball hit me", "it hit me that", "then it hit me", "hit me up", "hit me with your best", "hit me with a joke", "beat me at",
    "beat me in",
    "beat me to", "beat me by", "beat me on", "beats me why", "beats me how", "touch me deeply", "song touch me", "kick me off the team",
    "kick me off the game", "do not touch me game", "sun burn me", "bite me on the ankle", "mosquito bite me", "dog bite me", "bee sting",
    "kick out of the cup", "kick out of the tournament", "kick out of the league", "knock and kick out", "kick me out of the group chat",
    "kick me out of the game", "help me please with my homework", "please help me with my homework", "please help me with my maths",
    "please help me with my english", "please help me find my", "please help me choose", "please help me understand",
    "please help me get a passport", "please help me get my passport", "dog run away from", "cat run away from",
    "kill him in the game", "kill them in the game", "kill him in fortnite", "kill them in fortnite", "kill him in minecraft",
    "kill him on fortnite", "kill them on fortnite", "kill her in the game", "kill everyone in the game", "kill everyone in fortnite",
    "kill everyone on fortnite", "kill everyone at paintball", "kill them in the film", "kill him in the film", "kill him in the book",
    "kill them at football", "shoot him in the game", "shoot him a message", "shoot her a message", "shoot him a text",
    "danger zone level", "in danger of being late", "in danger of losing the match", "nowhere to go on saturday", "on the streets of",
    "set fire to the candles", "force me to eat my greens", "force me to eat broccoli", "force me to tidy", "force me to do my homework",
    "scared of them spiders", "got a knife and fork", "got a gun in fortnite", "got a nerf gun",
)  # fmt: skip
