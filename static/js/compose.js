// Pages on which a young person writes or taps: keep the draft on our side a few seconds after each change, when the page is
// put aside, and as it goes away. A button leaves the page only when the words are kept: without a connection, or when we fail, they stay here.
// Without this file the buttons do the same as best they can. Nothing is kept in the browser.
(function () {
  "use strict";
  const form = document.querySelector("form[data-compose]");
  if (!form) return;
  const words = form.elements.words, state = form.querySelector("[data-save-state]");
  const address = form.dataset.save || form.action;
  const EVERY = 5000;
  const KEPT = "kept", REFUSED = "refused", WAITING = "waiting";  // refused: the page that follows says why, with the words
  const LONGEST_BEACON = 60000;  // bytes: browsers refuse to send more than 64 KB as a page goes away
  let saved = content(), saving = null, stopped = false, leaving = false, timer = 0;

  // What is kept: the words, what is tapped on a page with boards, what is said of a photo.
  function content() {
    const more = form.querySelectorAll("[name=taps]:checked, [name=in_words], [name=others_shown]:checked, [name=is_drawing]:checked");
    return JSON.stringify([words.value, Array.from(more, function (one) { return one.name + one.value; })]);
  }
  function body() {
    form.elements.turn.value = Number(form.elements.turn.value) + 1;
    return new URLSearchParams(new FormData(form));
  }
  function say(sentence, link) {
    state.textContent = sentence;
    if (!link) return;
    const a = document.createElement("a");
    a.href = link; a.target = "_blank"; a.rel = "noopener"; a.textContent = " \u2197";
    a.setAttribute("aria-label", sentence);
    state.append(a);
  }
  async function freshToken() {
    const answer = await fetch(state.dataset.signIn, { credentials: "same-origin" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const token = page.querySelector("form[data-compose] [name=csrfmiddlewaretoken]");
    if (!token) return false;
    form.elements.csrfmiddlewaretoken.value = token.value;
    return true;
  }
  async function post(sent) {
    return fetch(address, { method: "POST", body: sent, headers: { Accept: "application/json" }, credentials: "same-origin", redirect: "error" });
  }
  async function take(answer, text) {
    if (answer.status === 403 && await freshToken()) answer = await post(body());
    const said = (answer.headers.get("Content-Type") || "").includes("json") ? await answer.json() : {};
    if (answer.ok) {
      saved = text;
      form.elements.version.value = said.version;
      say(said.sentence);
      form.querySelectorAll("[data-when-saved]").forEach(function (part) { part.hidden = false; });
      return KEPT;
    }
    if (answer.status === 401 || answer.status === 403) {
      say(state.dataset.away, state.dataset.signIn);
      return answer.status === 401 ? REFUSED : WAITING;
    }
    if (!said.sentence) throw new Error(String(answer.status));
    stopped = answer.status === 409;
    say(said.sentence);
    return REFUSED;
  }
  async function save() {
    const text = content();
    try {
      return await take(await post(body()), text);
    } catch {
      say(state.dataset.waiting);
      return WAITING;
    }
  }
  function nothingToKeep() { return stopped || content() === saved; }
  async function keep() {
    window.clearTimeout(timer);
    timer = 0;
    if (saving) return saving;
    if (nothingToKeep()) return KEPT;
    saving = save();
    const how = await saving;
    saving = null;
    if (content() !== saved) later();
    return how;
  }
  function later() { if (!timer && !stopped) timer = window.setTimeout(keep, EVERY); }

  form.addEventListener("input", later);
  form.addEventListener("change", later);
  document.addEventListener("visibilitychange", function () { if (document.hidden && !leaving) keep(); });
  window.addEventListener("online", keep);
  window.addEventListener("focus", keep);
  form.addEventListener("submit", async function (event) {
    const button = event.submitter, again = !leaving && (saving || !nothingToKeep());
    if (again) {
      event.preventDefault();
      await saving;
      if (await keep() === WAITING) return;
    }
    if (!leaving) form.elements.turn.value = Number(form.elements.turn.value) + 1;
    window.clearTimeout(timer);
    leaving = stopped = true;
    if (again) form.requestSubmit(button);
  });
  window.addEventListener("pageshow", function () { leaving = stopped = false; });
  window.addEventListener("pagehide", function () {
    if (nothingToKeep()) return;
    const last = body();
    last.append("quiet", "1");
    // Words of other scripts are three times as long in an address's letters: those go as they are.
    if (String(last).length < LONGEST_BEACON && navigator.sendBeacon(address, last)) return;
    const whole = new FormData();
    last.forEach(function (value, name) { whole.append(name, value); });
    if (!navigator.sendBeacon(address, whole)) post(whole).catch(function () {});
  });
})();
