"""How much of anything we take in: checked before it is decoded, and held to by the operating system while it is."""

MOST_BYTES = 100_000_000  # of one document
MOST_PAGES = 2_000  # of one document; more is several documents
MOST_PIXELS = 80_000_000  # of one page: A3 at 600 dots an inch is 70 million
MOST_UNPACKED = 200_000_000  # bytes, of everything inside a Word document
MOST_UNPACKED_PART = 60_000_000
MOST_RATIO = 300  # of what is unpacked to what is packed, in a part larger than a megabyte
MOST_INSIDE = 3_000  # parts of a Word document
MOST_IN_ARCHIVE = 5_000  # files of an archive that is brought in
MOST_UNPACKED_ARCHIVE = 1_000_000_000  # bytes, of everything inside it
MOST_MAIL_PARTS = 200
DEEPEST_MAIL = 10  # messages and bundles inside each other
MOST_TEXT_OF_A_PAGE = 200_000  # characters
MOST_SOUND_SECONDS = 12 * 3600
MOST_OBJECTS = 400_000  # of a PDF

MEMORY = 1_500_000_000  # bytes of a process that reads
LOOK_SECONDS = 60  # to look at one file before it is read
PAGE_SECONDS = 60  # to read or draw one page
LETTERS_SECONDS = 90  # for Tesseract to read one page
SOUND_SECONDS = 400  # to make a safe copy of a recording
PAGES_A_PROCESS = 50

PICTURE_WIDTH, SMALL_WIDTH = 1_000, 200  # pixels of the pictures that are shown
DOTS_AN_INCH = 200  # of the picture Tesseract reads
LONGEST_SIDE = 3_400  # pixels of that picture
