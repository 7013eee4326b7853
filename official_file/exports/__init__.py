"""The file of one person as it stands in an export, and whether it is whole: read without any database."""
