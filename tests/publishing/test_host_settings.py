"""What a host fills in in mkdocs.yml: taken when it is what it says, refused in Dutch when it is not."""

from pathlib import Path

import pytest

from kennisbank.cli import main
from kennisbank.publishing.host_settings import SETTINGS, BadSetting, Host, host_of

from ..conftest import ROOT


def _host(folder: Path, extra: str) -> Host:
    (folder / SETTINGS).write_text(f"site_name: x\nsite_url: !ENV [A, '']\n{extra}", encoding="utf-8")
    return host_of(folder)


@pytest.mark.parametrize("address", ["redactie@voorbeeld.nl", "a.b+c_d-1@sub.voorbeeld-2.example"])
def test_an_address_is_taken(tmp_path: Path, address: str) -> None:
    assert _host(tmp_path, f"extra: {{contact: '{address}'}}").contact == address


@pytest.mark.parametrize("extra", ["", "extra:", "extra: {}", "extra: {contact: ''}", "extra: {contact: }"])
def test_nothing_filled_in_is_nothing(tmp_path: Path, extra: str) -> None:
    assert _host(tmp_path, extra) == Host()


def test_a_project_without_settings_has_nothing_filled_in(tmp_path: Path) -> None:
    assert host_of(tmp_path) == Host()


@pytest.mark.parametrize(
    "value",
    [
        *("redactie", "'@'", "javascript:alert(1)", "mailto:a@b.nl", "a@b", "a@b.nl?bcc=c@d.nl", "a@b.nl, c@d.nl"),
        *('"a@b.nl\\nBcc: c@d.nl"', '"a@b.nl\\r\\n\\r\\nx"', "a b@c.nl", "<a@b.nl>", "'a@b.nl&body=x'", "a..b@c.nl"),
        *('"a\\u200b@b.nl"', '"a@b.nl\\0"', "12", "true", "[a@b.nl]", "{a: b}", "!ENV [CONTACT, '']", "a@-b.nl"),
        "x" * 250 + "@b.nl",
    ],
)
def test_what_is_no_address_is_refused_in_dutch(tmp_path: Path, value: str) -> None:
    with pytest.raises(BadSetting, match=r"mkdocs\.yml"):
        _host(tmp_path, f"extra:\n  contact: {value}\n")


@pytest.mark.parametrize("value", ['"a\\nb"', "[Jan]", '"' + "x" * 301 + '"', '"Jan\\u202e"'])
def test_editors_are_one_line(tmp_path: Path, value: str) -> None:
    with pytest.raises(BadSetting, match=r"extra\.editors"):
        _host(tmp_path, f"extra:\n  editors: {value}\n")


def test_editors_are_told_as_they_are_written(tmp_path: Path) -> None:
    assert _host(tmp_path, 'extra: {editors: "Noor & José, gemeente <Ede>"}').editors == "Noor & José, gemeente <Ede>"


def test_settings_that_cannot_be_read_are_told_in_dutch(tmp_path: Path) -> None:
    with pytest.raises(BadSetting, match="geen goede YAML"):
        _host(tmp_path, "extra: {contact: [")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("extra: {contact: [", r"bij regel \d+;"),
        ("a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> ander\n", "op regel 4 staat wat git achterlaat"),
    ],
)
def test_settings_that_cannot_be_read_are_told_with_their_place(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(BadSetting, match=told):
        _host(tmp_path, text)


def test_the_command_refuses_a_bad_address_and_builds_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = (ROOT / SETTINGS).read_text(encoding="utf-8")
    (tmp_path / SETTINGS).write_text(settings.replace('contact: ""', 'contact: "javascript:x"'), encoding="utf-8")
    (tmp_path / "cases").mkdir()
    assert main(["site", "--map", str(tmp_path)]) == 2
    told = capsys.readouterr().err
    assert "extra.contact" in told and "Traceback" not in told
    assert not (tmp_path / "site").exists()


def test_the_settings_of_this_repository_are_sound() -> None:
    host_of(ROOT)
