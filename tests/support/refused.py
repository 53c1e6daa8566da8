"""What a page refuses under its Content-Security-Policy, and what its console calls an error."""

from playwright.sync_api import BrowserContext, ConsoleMessage, Page

_WATCH = """window.refused = [];
document.addEventListener("securitypolicyviolation", (event) => refused.push(
  `${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ${event.sample}`));"""


class Refusals:
    """Keeps both of the pages that are opened in a window from now on."""

    def __init__(self, context: BrowserContext) -> None:
        self._errors: list[tuple[Page | None, str]] = []
        context.add_init_script(_WATCH)
        context.on("console", self._hear)

    def of(self, page: Page) -> list[str]:
        """What went wrong in the page that lies open, and in those before it that nobody asked about."""
        refused: list[str] = page.evaluate("refused")
        errors = [text for where, text in self._errors if where == page]
        self._errors = [(where, text) for where, text in self._errors if where != page]
        return [*refused, *errors]

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self._errors.append((message.page, message.text))
