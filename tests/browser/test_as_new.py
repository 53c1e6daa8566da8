"""A window that tests share tells none of them what another did in it."""

from playwright.sync_api import Browser

from ..support.in_browser import NEEDS_BROWSER, as_new

pytestmark = NEEDS_BROWSER

_LEAVE = """async () => {
  localStorage.setItem("a", "1");
  sessionStorage.setItem("a", "1");
  document.cookie = "a=1";
  await new Promise((done) => { indexedDB.open("a", 1).onsuccess = ({ target }) => done(target.result.close()); });
}"""
_LEFT = """async () => [
  localStorage.length, sessionStorage.length, document.cookie, (await indexedDB.databases()).length,
  (await navigator.permissions.query({ name: "geolocation" })).state === "granted", document.body.innerText.trim(),
]"""
_SPOILT = "een antwoord van een ander"


def test_nothing_is_left_of_who_was_there_before(browser: Browser, origin: str) -> None:
    page = browser.new_context().new_page()
    told = as_new(page, origin).evaluate(_LEFT)
    assert told[:-1] == [0, 0, "", 0, False] and told[-1]
    page.context.grant_permissions(["geolocation"], origin=origin.rstrip("/"))
    page.route("**/robots.txt", lambda route: route.fulfill(body=f"{_SPOILT}\n"))
    page.goto(f"{origin}robots.txt")
    page.evaluate(_LEAVE)
    page.context.new_page()
    assert page.evaluate(_LEFT) == [1, 1, "a=1", 1, True, _SPOILT]
    assert as_new(page, origin).evaluate(_LEFT) == told
    assert page.context.pages == [page]
    page.context.close()
