"""What the service does, counted without telling of anybody: figures of a quarter that is over, by team."""
