// The printed form of a page: opens the browser's print window for whoever pressed "Print this page", and again for the button.
"use strict";
(() => {
  const button = document.querySelector("[data-print-now]");
  if (button) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
  if (location.hash === "#print") {
    history.replaceState(null, "", location.pathname + location.search);
    window.addEventListener("load", () => window.print());
  }
})();
