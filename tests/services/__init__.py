"""Real servers on loopback, started for a run and stopped with it: PostgreSQL, an S3 server, a virus scanner.

`docker-compose.yml` names the versions a council runs; `tests/architecture/test_compose.py` compares them with what
these modules start.
"""
