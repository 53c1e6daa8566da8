"""The preview of the form beside the page that it foretells, both as plain text."""

from difflib import SequenceMatcher

# What a page has besides: the form names each of these below its preview. The first line is only for print.
_LEFT_OUT = ", ".join(
    (
        *("script", ".kb-masthead", ".kb-page-tools", ".kb-crumbs", ".kb-actions", ".kb-nota", ".kb-map-where"),
        *(".kb-neighbours", ".kb-edit", ".headerlink", ".footnote-backref"),
    )
)
_NEARBY = 60

# Answers for each case its text on the page, and in the preview once the form has opened its file.
WHOLE = """async ({ cases, rules }) => {
    const folder = "/assets/javascripts/assistant/";
    const { preview } = await import(folder + "preview.js");
    const { toCase } = await import(folder + "writer.js");
    const { withKept } = await import(folder + "kept.js");
    const { opened, settled } = await import(folder + "open.js");
    const onPage = (html) => {
        const article = new DOMParser().parseFromString(html, "text/html").querySelector("article");
        for (const part of article.querySelectorAll("LEFT_OUT")) part.remove();
        for (const heading of article.querySelectorAll("h2")) {
            if (heading.textContent !== "Leg hiernaast") continue;
            while (heading.nextElementSibling?.tagName !== "H2") heading.nextElementSibling.remove();
            heading.remove();
        }
        const about = [...article.querySelectorAll("h2")].at(-1);
        const [reviewed, ...others] = about.nextElementSibling.children;
        for (const other of others) other.remove();
        reviewed.firstChild.textContent = reviewed.firstChild.textContent.replace(/^Nagekeken op [^.]+[.]/, "");
        return article.textContent;
    };
    const inForm = (text) => {
        const { answers: given, kept } = opened(text, "x.md", rules);
        const answers = { ...given, kept: settled(kept, given, given, rules).kept };
        const place = document.createElement("div");
        place.append(...preview(withKept(toCase(answers, rules), answers), rules));
        return place.textContent;
    };
    return cases.map(({ text, html }) => ({ page: onPage(html), shown: inForm(text) }));
}""".replace("LEFT_OUT", _LEFT_OUT)


def shown_otherwise(page: str, shown: str) -> list[str]:
    """Where the two differ: what the page says and what the preview says, with a little of what stands before it."""
    found = SequenceMatcher(None, page, shown, autojunk=False).get_opcodes()
    parts = [(page[max(0, a - 20) : b + _NEARBY], shown[c:d]) for kind, a, b, c, d in found if kind != "equal"]
    return [f"…{there[: _NEARBY * 2]} / {here[:_NEARBY]}" for there, here in parts[:6]]
