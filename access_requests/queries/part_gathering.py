"""The part of a request's page about what was gathered. Shown by templates/access_requests/part_gathering.html."""

from access_requests.queries.gathered import gathering_part as part

__all__ = ["part"]
