// A link to something that is folded away opens the fold first. Without this file the fold is opened by hand.
"use strict";

function unfold() {
  const at = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
  const folded = at && at.closest("details:not([open])");
  if (folded) {
    folded.open = true;
    at.scrollIntoView();
  }
}

unfold();
addEventListener("hashchange", unfold);
