"""What the pages show, put together from the apps below. Nothing here changes anything."""
