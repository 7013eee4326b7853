// Writing plain words: keeps the draft a moment after each change, shows what to look at again, and draws the phone anew.
// Without this file the button "Keep, and look it over" does the same.
(function () {
  "use strict";
  const form = document.querySelector("form[data-plain]");
  if (!form) return;
  const kept = form.querySelector("[data-kept]"), advice = form.querySelector("[data-advice]");
  const phone = document.querySelector("iframe[name=phone]");
  const PAUSE = 900;
  let timer = 0, stopped = false, sending = false, again = false;

  async function keep() {
    timer = 0;
    if (sending) { again = true; return; }
    sending = true;
    try {
      const answer = await fetch(form.dataset.plain, { method: "POST", body: new URLSearchParams(new FormData(form)), credentials: "same-origin", redirect: "error" });
      const said = await answer.json();
      kept.textContent = said.sentence;
      stopped = answer.status === 409;
      if (answer.ok) {
        form.elements.version.value = said.version;
        advice.innerHTML = said.advice;
        if (phone) phone.src = phone.src;
      }
    } catch {
      kept.textContent = form.dataset.waiting;
      timer = window.setTimeout(keep, 5 * PAUSE);
    }
    sending = false;
    if (again) { again = false; later(); }
  }
  function later() {
    if (stopped) return;
    window.clearTimeout(timer);
    timer = window.setTimeout(keep, PAUSE);
  }
  form.addEventListener("input", later);
  form.addEventListener("submit", function () { window.clearTimeout(timer); stopped = true; });
})();
