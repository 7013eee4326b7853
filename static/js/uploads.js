// Photos, drawings and recordings on their way to us: each keeps its place, says how far it is, and is tried again when it did
// not get through. What is being made ready shows by itself as soon as it is. Nothing is kept in the browser.
(function () {
  "use strict";
  const fresh = document.querySelector("[data-fresh]");
  let looks = 0;

  async function pageAt(address) {
    const answer = await fetch(address, { credentials: "same-origin" });
    return answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
  }
  async function look(address) {
    try {
      const page = await pageAt(address), there = page && page.querySelector("[data-fresh]");
      if (there && !fresh.contains(document.activeElement)) fresh.replaceChildren(...there.childNodes);
    } catch { /* we look again */ }
  }
  async function lookUntilReady() {
    if (!fresh || !fresh.querySelector("[data-waits]") || looks > 80) return;
    await look(window.location.href);
    looks += 1;
    window.setTimeout(lookUntilReady, Math.min(600 + 300 * looks, 8000));
  }
  window.setTimeout(lookUntilReady, 700);

  // After a change that shows already: what is there stays until the new one is ready.
  let settling = 0;
  async function settle(mine, tries) {
    if (mine !== settling || tries > 30) return;
    let there = null;
    try {
      const page = await pageAt(window.location.href);
      there = page && page.querySelector("[data-fresh]");
    } catch { /* we look again */ }
    if (mine !== settling) return;
    if (!there || there.querySelector("[data-waits]")) { window.setTimeout(settle, 500 + 200 * tries, mine, tries + 1); return; }
    const here = fresh.contains(document.activeElement) && document.activeElement.value;
    fresh.replaceChildren(...there.childNodes);
    const again = here && Array.from(fresh.querySelectorAll("button")).find(function (one) { return one.value === here; });
    if (again) again.focus({ preventScroll: true });
  }
  document.addEventListener("changed", function () { settling += 1; window.setTimeout(settle, 900, settling, 0); });

  const form = document.querySelector("form[data-uploads]");
  if (!form) return;
  form.classList.add("is-live");
  const list = form.querySelector("[data-queue]"), blank = form.querySelector("template[data-row]").content, words = form.dataset;
  const WAITING = "waiting", SENDING = "sending", DONE = "done", FAILED = "failed", REFUSED = "refused";
  const items = [];
  let place = Number(words.there), left = Number(words.left), pause = 4000, timer = 0, draft = "", page = "";

  function say(item, sentence, link) {
    item.said.textContent = sentence;
    if (!link) return;
    const a = Object.assign(document.createElement("a"), { href: link, target: "_blank", rel: "noopener", textContent: " \u2197" });
    a.setAttribute("aria-label", sentence);
    item.said.append(a);
  }
  function show(item) {
    item.bar.hidden = item.state !== SENDING && item.state !== WAITING;
    item.again.hidden = item.state !== FAILED;
    item.drop.hidden = item.state !== FAILED && item.state !== REFUSED;
    item.row.dataset.state = item.state;
  }
  function add(file) {
    if (left < 1) { list.append(Object.assign(document.createElement("li"), { textContent: words.full })); return; }
    left -= 1;
    place += 1;
    const row = blank.cloneNode(true).firstElementChild;
    const item = { file, row, place, state: WAITING, said: row.querySelector("[data-said]"), bar: row.querySelector("progress") };
    item.again = row.querySelector("[data-again]");
    item.drop = row.querySelector("[data-drop]");
    item.again.addEventListener("click", function () { item.state = WAITING; run(); });
    item.drop.addEventListener("click", function () { items.splice(items.indexOf(item), 1); row.remove(); left += 1; form.dispatchEvent(new CustomEvent("dropped")); finish(); });
    if (file.type.startsWith("image/")) picture(file, row.querySelector(".on-the-way__look"));
    items.push(item);
    list.append(row);
    say(item, words.sending);
    show(item);
  }
  function picture(file, where) {
    const image = new Image();
    image.alt = "";
    image.onerror = function () { image.remove(); };
    image.src = URL.createObjectURL(file);
    where.append(image);
  }
  async function freshToken() {
    const found = await pageAt(words.page), token = found && found.querySelector("form[data-uploads] [name=csrfmiddlewaretoken]");
    const author = found && found.querySelector("form[data-uploads] [name=author]");
    if (!token) return false;
    form.elements.csrfmiddlewaretoken.value = token.value;
    return Boolean(author);
  }
  function post(item) {
    return new Promise(function (answered, failed) {
      const body = new FormData(form), request = new XMLHttpRequest();
      body.delete("files");
      body.set("place", item.place);
      body.append("files", item.file, item.file.name || "recording");
      request.upload.onprogress = function (event) { if (event.lengthComputable) item.bar.value = 100 * event.loaded / event.total; };
      request.onload = function () {
        let said = {};
        try { said = JSON.parse(request.responseText); } catch { /* a page, not an answer of ours */ }
        answered({ status: request.status, said });
      };
      request.onerror = request.ontimeout = request.onabort = failed;
      request.open("POST", form.action);
      request.setRequestHeader("Accept", "application/json");
      request.send(body);
    });
  }
  function take(item, answer) {
    if (answer.status === 200) {
      item.state = DONE;
      draft = answer.said.draft;
      page = answer.said.page;
      say(item, words.kept);
    } else if (answer.status === 413) {
      item.state = REFUSED;
      say(item, words.large);
    } else if (answer.said.sentence && answer.status !== 401) {
      item.state = REFUSED;
      say(item, answer.said.sentence);
    } else {
      item.state = FAILED;
      say(item, answer.said.sentence || words.waits, answer.status === 401 ? words.page : "");
    }
  }
  async function send(item) {
    item.state = SENDING;
    say(item, words.sending);
    show(item);
    try {
      let answer = await post(item);
      if ((answer.status === 403 || answer.status === 401) && await freshToken()) answer = await post(item);
      take(item, answer);
      if (item.state === DONE) pause = 4000;
    } catch {
      item.state = FAILED;
      say(item, words.waits);
    }
    show(item);
  }
  async function run() {
    window.clearTimeout(timer);
    if (items.some(function (item) { return item.state === SENDING; })) return;
    const next = items.find(function (item) { return item.state === WAITING; });
    if (next) { await send(next); run(); return; }
    finish();
  }
  function again() {
    items.forEach(function (item) { if (item.state === FAILED) item.state = WAITING; });
    run();
  }
  function finish() {
    const done = items.filter(function (item) { return item.state === DONE; });
    if (items.some(function (item) { return item.state === FAILED; })) {
      timer = window.setTimeout(again, pause);
      pause = Math.min(pause * 2, 60000);
    }
    if (!done.length) return;
    form.dispatchEvent(new CustomEvent("kept"));
    const here = words.page + "?draft=" + draft;
    if (done.length < items.length) { look(here).then(lookUntilReady); return; }
    window.location.assign(done.length === 1 ? page : here);
  }

  form.querySelectorAll("input[type=file]").forEach(function (input) {
    input.addEventListener("change", function () {
      Array.from(input.files).forEach(add);
      input.value = "";
      run();
    });
  });
  form.addEventListener("recorded", function (event) { add(event.detail); run(); });
  window.addEventListener("online", again);
  window.addEventListener("beforeunload", function (event) {
    if (items.some(function (item) { return item.state !== DONE && item.state !== REFUSED; })) event.preventDefault();
  });
})();
