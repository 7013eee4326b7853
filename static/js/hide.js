// Every page: empty the screen at once when "Hide this page" is pressed, or when Shift is pressed three times in five
// seconds; end the session on the server; put another site in this page's place, so that going back shows nothing.
// Other tabs of this browser leave too. Leaving itself is an ordinary form, so it works without this file.
(function () {
  "use strict";
  const form = document.querySelector("form[data-hide]");
  if (!form) return;
  const PRESSES = 3, WITHIN = 5000, LONGEST_WAIT = 800;
  const others = "BroadcastChannel" in window ? new BroadcastChannel("hide") : null;
  const says = document.createElement("p");
  says.className = "out-of-sight";
  says.setAttribute("aria-live", "assertive");
  document.body.appendChild(says);
  let presses = [], leaving = false;

  function empty() {
    document.title = " ";
    document.documentElement.style.visibility = "hidden";
  }
  function away() { window.location.replace(form.dataset.elsewhere); }
  function leave() {
    if (leaving) return;
    leaving = true;
    empty();
    if (others) others.postMessage("leave");
    const ended = window.fetch(form.action, { method: "POST", credentials: "same-origin", keepalive: true, redirect: "manual" });
    const waited = new Promise(function (done) { window.setTimeout(done, LONGEST_WAIT); });
    Promise.race([ended, waited]).then(away, function () { form.submit(); });
  }

  form.addEventListener("submit", function (event) { event.preventDefault(); leave(); });
  document.addEventListener("keyup", function (event) {
    if (event.key !== "Shift") { presses = []; return; }
    const now = Date.now();
    presses = presses.filter(function (then) { return now - then < WITHIN; }).concat(now);
    if (presses.length >= PRESSES) { leave(); return; }
    says.textContent = presses.length === 1 ? form.dataset.two : form.dataset.one;
  });
  if (others) others.addEventListener("message", function () { leaving = true; empty(); away(); });
  window.addEventListener("pageshow", function (event) {
    if (event.persisted) { empty(); window.location.reload(); }
  });
})();
