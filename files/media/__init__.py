"""Photos and recordings people make: what is taken, made new without what nobody needs to know, refused in a plain sentence.

    kind_of(content)                         ->   "photo" or "sound", or NotTaken
    make(content, "image/heic", recipe)      ->   Made(copies={"photo": ..., "small": ...}, width=2048, height=1536, ...)

Nothing of the original is ever served: every byte a page gets was written here.
"""

from files.media.refusals import NotTaken

__all__ = ["NotTaken"]
