"""Logs say what happened and where, never what a record says."""

import logging


class NoRecordText(logging.Filter):
    """Drops the arguments and local details that could carry words of a record: exceptions keep type and place only."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Strip the exception's message, whose text may quote a person's words, and keep where it happened."""
        if record.exc_info and record.exc_info[0] is not None:
            kind, _value, trace = record.exc_info
            while trace and trace.tb_next:
                trace = trace.tb_next
            where = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "unknown place"
            record.msg = f"{record.getMessage()} [{kind.__name__} at {where}]"
            record.args, record.exc_info, record.exc_text = (), None, None
        return True
