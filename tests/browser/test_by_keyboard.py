"""A newcomer with a keyboard and nothing else, in Firefox and WebKit; `test_newcomer.py` does it in Chromium."""

from base64 import b64encode
from io import BytesIO
from pathlib import Path

from PIL import Image

from ..support.by_keyboard import ESCAPE, Board
from ..support.counted import COST, minutes
from ..support.example_library import CONTACT
from ..support.whole_case import write_a_case
from ..support.window import TAB, Window, until
from .test_elsewhere import CHOOSE, KEEP_FILES
from .test_newcomer import STORY, WHOLE, accepted

# The Tab key passes all that stands before what one wants.
_QUICK = (150, 7)
_TEXT = "return document.getElementById('assistent-tekst').value"
_AGREED = """
    const boxes = [...document.querySelectorAll("[data-agreed]")];
    return boxes.map((box) => box.labels[0].textContent.trim().replace(/\\s+/g, " "));
"""
_MAILS = """
    window.mails = [];
    addEventListener("click", (event) => {
        if (event.defaultPrevented || !event.target.href?.startsWith("mailto:")) return;
        event.preventDefault();
        window.mails.push(event.target.href);
    });
    window.copied = [];
    const writeText = async (text) => { window.copied.push(text); };
    Object.defineProperty(navigator, "clipboard", { value: { writeText }, configurable: true });
"""


def _from_home(window: Window, *names: str) -> Board:
    window.open("")
    window.run("sessionStorage.clear()")
    board = Board(window)
    board.press("Ga naar inhoud")
    for name in names:
        board.press(name)
        until(lambda: window.run("return document.readyState") == "complete" and name not in board.focused(), name)  # noqa: B023 - used at once
    return board


def test_a_quick_start(window: Window, tmp_path: Path) -> None:
    board = _from_home(window, "Heb je zelf een case?", "Draag een case snel aan")
    board.write("Titel", "Drie scholen deelden een zonnedak")
    board.complete("Plaats", "tilb", "Tilburg")
    board.write("Wat gebeurde er?", STORY)
    board.write("Waar is het na te lezen?", "www.voorbeeld.example/dak")
    board.press("Maak er een concept van")
    window.sees("#snel-klaar-kop", "Je concept is klaar")
    text = str(window.run(_TEXT))
    assert STORY in text and "places: [tilburg]" in text
    accepted(tmp_path, "een-case.md", text)
    cost = window.run(COST)
    assert 5 < cost["steps"] <= _QUICK[0] and minutes(cost) <= _QUICK[1], cost


def test_a_whole_case_up_to_its_file_and_its_mail(window: Window, tmp_path: Path) -> None:
    board = _from_home(window, "Heb je zelf een case?", "de case-assistent")
    write_a_case(board)
    window.sees("#assistent-nog", "vindt niets meer")
    window.run(KEEP_FILES + _MAILS)
    text = str(window.run(_TEXT))
    for box in window.run(_AGREED):
        board.tick(box)
    board.press("Kopieer de tekst en begin de mail")
    until(lambda: window.run("return window.mails.length"), "er opent geen mail")
    assert window.run("return window.copied") == [text] and f"mailto:{CONTACT}" in window.run("return window.mails[0]")
    board.press("Download het bestand")
    until(lambda: window.run("return window.files.length"), "er komt geen bestand")
    assert window.run("return window.files") == [len(text.encode())]
    accepted(tmp_path, "een-case.md", text)
    cost = window.run(COST)
    assert 5 < cost["steps"] <= WHOLE[0] and minutes(cost) <= WHOLE[1], cost


def test_a_photo(window: Window) -> None:
    """The window in which people choose a file is the browser's own; the field that opens it has the focus."""
    window.open("bijdragen/assistent/#foto")
    board = Board(window)
    board.tab_to("De foto")
    file = BytesIO()
    Image.linear_gradient("L").resize((1600, 900)).convert("RGB").save(file, "JPEG")
    window.run(CHOOSE, b64encode(file.getvalue()).decode())
    window.sees("#v-photo-file-gelezen", "De foto staat klaar als img-1.jpg")
    board.write("Wat je ziet", "Een dak.")
    board.press("Volgende stap")
    board.at_page("Van wie is dit beeld?")
    board.write("Maker", "Ik")
    board.pick("Licentie", "De maker vindt goed")
    window.sees("#assistent-stand", "Bewaard in deze browser.")


def test_a_report_that_something_is_wrong(window: Window) -> None:
    window.open("cases/gas-blijft/")
    board = Board(window)
    board.press("Klopt dit niet?")
    window.press(TAB)
    assert "Mail de redactie" in board.focused()
    assert f"mailto:{CONTACT}" in window.run("return document.activeElement.href")
    window.press(ESCAPE)
    until(lambda: "Klopt dit niet?" in board.focused(), "Escape sluit het niet")
