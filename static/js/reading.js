// The desks of staff: keeps the answer while it is typed, says what to look at again, and takes letters to what they stand for
// (data-key). A letter only moves; Enter decides. Without this file everything is a link or a button. Only "use these letters" is kept.
(function () {
  "use strict";
  const form = document.querySelector("form[data-answer]");
  const hint = document.querySelector("[data-keys-hint]");
  const EVERY = 5000;

  if (form && form.dataset.keep) {
    const box = form.elements.reply, said = form.querySelector("[data-kept]"), advice = form.querySelector("[data-advice]");
    let kept = box.value, timer = 0;
    const keep = async function (leaving) {
      timer = 0;
      if (box.value === kept) return;
      const text = box.value;
      const body = new URLSearchParams({ reply: text, csrfmiddlewaretoken: form.elements.csrfmiddlewaretoken.value });
      try {
        const answer = await fetch(form.dataset.keep, { method: "POST", body: body, credentials: "same-origin", redirect: "error", keepalive: leaving === true });
        const back = await answer.json();
        said.textContent = back.sentence;
        if (answer.ok) kept = text;
        if (answer.ok && advice) advice.innerHTML = back.advice;
      } catch {
        timer = window.setTimeout(keep, EVERY);
      }
    };
    box.addEventListener("input", function () { if (!timer) timer = window.setTimeout(keep, EVERY); });
    let sent = false;
    form.addEventListener("submit", function () { sent = true; window.clearTimeout(timer); });
    // Another form of the page, or a link: what was typed is kept first. Hiding the page waits for nothing.
    const keepFirst = async function (event, go) {
      if (sent || event.defaultPrevented || box.value === kept) return;
      event.preventDefault();
      window.clearTimeout(timer);
      await Promise.race([keep(), new Promise(function (done) { window.setTimeout(done, 2000); })]);
      window.clearTimeout(timer);
      sent = box.value === kept;
      go();
    };
    let going = false;
    document.addEventListener("submit", function (event) {
      const other = event.target, pressed = event.submitter;
      if (going || other === form || other.matches("[data-hide]")) return;
      keepFirst(event, function () { going = true; other.requestSubmit(pressed); });
    });
    document.addEventListener("click", function (event) {
      const link = event.target.closest("a[href]");
      if (!link || link.target || link.hash || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
      keepFirst(event, function () { window.location.href = link.href; });
    });
    window.addEventListener("pagehide", function () { if (!sent) keep(true); });
    window.addEventListener("pageshow", function () { sent = going = false; });
  }

  if (!hint) return;
  const on = hint.querySelector("[data-keys-on]");
  hint.hidden = false;
  on.checked = localStorage.getItem("letters") !== "off";
  on.addEventListener("change", function () { localStorage.setItem("letters", on.checked ? "on" : "off"); });
  document.addEventListener("keydown", function (event) {
    if (!on.checked || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
    const target = /^[a-z]$/.test(event.key) && document.querySelector('[data-key="' + event.key + '"]');
    if (!target) return;
    event.preventDefault();
    if (target.matches("a")) { target.click(); return; }
    if (target.matches("details")) target.open = true;
    (target.matches("details") ? target.querySelector("summary") : target).focus();
  });
})();
