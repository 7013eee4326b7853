"""What the portal asks of people."""
