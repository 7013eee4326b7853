"""The demonstration council: its people and what they do in their first weeks, by the same verbs as anybody."""
