"""Ways of speaking that hold a risk word and mean something else: masked before risk words are looked for. Pure.

Only what nobody says when they are in danger: "I hurt myself playing" is here, "I hurt myself" never. An editor cannot change
these; whoever thinks that one hides a true word takes it out, and the labelled sentences in tests/rules say what that does.
"""

# "to laugh" and words like it are found with their endings, as risk words are.
HARMLESS: tuple[str, ...] = (
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
