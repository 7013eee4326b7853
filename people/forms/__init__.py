"""What sign-in and the pages for staff ask."""
