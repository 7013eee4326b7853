"""Telling somebody outside the portal that something is new: by e-mail or text, and never what."""
