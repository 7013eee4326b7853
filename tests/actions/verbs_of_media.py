"""The verbs of photos and recordings on their way, for tests/actions/every_verb.py."""

SILENT_MEDIA = {
    "add_media": "a draft is its author's alone",
    "describe_media": "a draft is its author's alone",
    "move_media": "a draft is its author's alone",
    "change_picture": "a draft is its author's alone",
    "throw_media_away": "a draft is its author's alone",
    "seal_attachments": "part of send, which writes the line",
}
