"""What `make` runs: small scripts for newcomers, testers and operators. Nothing here is imported by the product."""
