"""What everyone says who cannot take what was handed in; it loads nothing, so that the reader of tables starts soon."""


class Refused(Exception):
    """What was handed in cannot become a case; the message is Dutch and says what to do."""
