// Runs before the page is drawn: what its script shows for the question in its address must push nothing aside.
// The script says when that is done; without it a style shows the page after a while.
if (location.search || location.hash) document.documentElement.dataset.kbAsked = "";
