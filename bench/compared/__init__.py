"""Programs of others that we compare ours with. They run in an environment of their own (requirements/compared.txt)."""
