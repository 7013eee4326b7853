"""How much of anything is taken, and how large what is made from it may be. Checked before anything is decoded."""

MOST_PHOTO_BYTES = 25_000_000  # a photo of 50 million dots is about 20 million bytes
MOST_SOUND_BYTES = 50_000_000  # half an hour as any phone records it
MOST_PIXELS = 60_000_000  # what a phone takes in its largest usual setting is 50 million
MANY_PIXELS, MOST_DOTS_A_BYTE = 25_000_000, 250  # above the first, more dots than that in a byte are a bomb and no photo
LONGEST_ORIGINAL_SIDE = 30_000  # pixels
MOST_SOUND_SECONDS = 30 * 60
MOST_HELD_BYTES = 300_000_000  # of one person, not sent yet
MOST_HELD = 60  # photos and recordings of one person, not sent yet
MOST_BLURRED = 30  # places in one picture

PHOTO_SIDE, SMALL_SIDE = 2_048, 320  # pixels of the longer side of what is shown
WORKING_SIDE = 4_096  # pixels: a larger original is made smaller before it is turned and cropped
MOST_COLOUR_PROFILE = 4_000_000  # bytes
BLURRED_CELLS = 6  # of the longer side of a blurred place: what is left of a face is six by six patches of colour
MOST_PATCHES = 60  # in the longer side of the whole picture, however small the places are that were blurred
WAVE_BARS = 120

PHOTO_MEMORY = 1_000_000_000  # bytes of the process that decodes one picture
PHOTO_SECONDS = 40  # of processor time
SOUND_LOOK_SECONDS = 20
