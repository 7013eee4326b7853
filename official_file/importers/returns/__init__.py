"""Reading a return (SSDA903): tables in CSV or XML become rows, rows become facts. Plain Python, no database."""
