"""Names of acts, as the info bar and Undo say them: "Tiredness: Moderate", "Undo Tiredness"."""

_BETWEEN = ": "


def act(subject: str, value: str) -> str:
    """The name of an act: what it was about, and what was said."""
    return f"{subject}{_BETWEEN}{value}" if value else subject


def act_subject(name: str) -> str:
    """What an act was about, for the Undo button."""
    return name.partition(_BETWEEN)[0]
