// Where nothing was found: a report of it names the address that was asked for, and not that of this page.

const MOST = 500; // signs: a mail program takes no link that is far longer

const stood = document.querySelector(".kb-report").dataset.address;
const asked = encodeURIComponent(location.href.slice(0, MOST));
for (const link of document.querySelectorAll(".kb-report a[href]")) {
  link.href = link.getAttribute("href").replaceAll(encodeURIComponent(stood), asked);
}
