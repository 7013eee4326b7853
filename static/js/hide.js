// Every page: empty the screen at once when "Hide this page" is pressed, or when Shift is pressed three times in
// three seconds. Leaving itself is an ordinary form, so it works without this file.
(function () {
  "use strict";
  const form = document.querySelector("form[data-hide]");
  if (!form) return;
  let presses = [];
  function leave() {
    document.title = " ";
    document.body.style.visibility = "hidden";
  }
  form.addEventListener("submit", leave);
  document.addEventListener("keyup", function (event) {
    if (event.key !== "Shift") { presses = []; return; }
    const now = Date.now();
    presses = presses.filter(function (then) { return now - then < 3000; }).concat(now);
    if (presses.length >= 3) { leave(); form.submit(); }
  });
  window.addEventListener("pageshow", function (event) {
    if (event.persisted) window.location.reload();
  });
})();
