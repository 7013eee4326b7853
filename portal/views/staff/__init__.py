"""Pages of staff that cross apps: today's work, a child, what opens, what was asked, invitations."""
