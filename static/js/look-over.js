// Writing to a young person: shows what to look at again a moment after each change. Nothing is kept by it.
// Without this file the button "Look over the words" does the same.
(function () {
  "use strict";
  const form = document.querySelector("form[data-look-over]");
  if (!form) return;
  const advice = form.querySelector("[data-advice]"), PAUSE = 900;
  let timer = 0, asked = 0;

  function words() {
    return Array.from(form.querySelectorAll("textarea"), (box) => box.value.trim()).filter(Boolean).join("\n\n");
  }
  async function look() {
    const mine = ++asked;
    const body = new URLSearchParams({ words: words(), csrfmiddlewaretoken: form.elements.csrfmiddlewaretoken.value });
    try {
      const answer = await fetch(form.dataset.lookOver, { method: "POST", body, credentials: "same-origin", redirect: "error" });
      if (answer.ok && mine === asked) advice.innerHTML = (await answer.json()).advice;
    } catch {
      // without a connection nothing is marked: the words stay in the form
    }
  }
  form.addEventListener("input", function () { window.clearTimeout(timer); timer = window.setTimeout(look, PAUSE); });
  if (words()) look();
})();
