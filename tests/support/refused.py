"""What a page refuses under its Content-Security-Policy, and what its console calls an error."""

from playwright.sync_api import BrowserContext, ConsoleMessage, Page

# Keeps in a page what it refuses.
WATCH = """window.refused = [];
document.addEventListener("securitypolicyviolation", (event) => refused.push(
  `${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ${event.sample}`));"""


class Refusals:
    """Keeps both of the pages that are opened in a window from now on."""

    def __init__(self, context: BrowserContext) -> None:
        self._errors: list[str] = []
        context.add_init_script(WATCH)
        context.on("console", self._hear)

    def forget(self) -> None:
        """Begin anew, before another page is opened."""
        self._errors.clear()

    def of(self, page: Page) -> list[str]:
        """What went wrong in the page that lies open."""
        refused: list[str] = page.evaluate("refused")
        return [*refused, *self._errors]

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self._errors.append(message.text)
