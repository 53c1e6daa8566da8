"""Keeps the weekly report as one open issue, which is renewed and never doubled."""

from .api import Api, is_own, within

MARK = "<!-- kennisbank-weekrapport -->"
LABEL = "weekrapport"
TITLE = "Weekrapport: links naar buiten en nakijkdatums"


def report(api: Api, text: str) -> str:
    """Renew the open issue, or open one; gives a Dutch sentence on what was done."""
    body = within(f"{MARK}\n{text}")
    issues = api.pages(f"issues?labels={LABEL}&state=open")
    number = next((int(one["number"]) for one in issues if is_own(one, MARK) and "pull_request" not in one), None)
    if number is None:
        made = api.send("POST", "issues", {"title": TITLE, "body": body, "labels": [LABEL]})
        return f"Issue {int(made['number'])} is geopend."
    api.send("PATCH", f"issues/{number}", {"title": TITLE, "body": body})
    return f"Issue {number} is vernieuwd."
