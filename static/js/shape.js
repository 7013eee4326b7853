// Squares that are tapped answer at once, and the picture follows when it is ready. And an extra for a mouse or a pen: draw a box on the picture, and the numbers below are filled in. Taps and numbers do the same
// without it; a finger that drags scrolls the page, as it always does.
(function () {
  "use strict";
  document.addEventListener("submit", function (event) {
    const square = event.submitter;
    if (event.defaultPrevented || !square || square.name !== "square") return;
    event.preventDefault();
    const form = event.target, body = new FormData(form), was = square.getAttribute("aria-pressed");
    body.append(square.name, square.value);
    square.setAttribute("aria-pressed", was === "true" ? "false" : "true");
    const sent = { method: "POST", body: new URLSearchParams(body), credentials: "same-origin", keepalive: true, redirect: "manual" };
    fetch(form.action, sent).then(function (answer) {
      if (answer.type !== "opaqueredirect") throw new Error(String(answer.status));
      document.dispatchEvent(new CustomEvent("changed"));
    }).catch(function () { square.setAttribute("aria-pressed", was); });
  });

  const numbers = document.querySelector("[data-numbers]");
  if (!numbers) return;
  const LEAST = 4;  // per cent: anything smaller was a press
  let canvas = null, drawn = null, from = null, to = null;

  function place(event) {
    const box = canvas.getBoundingClientRect();
    const per = function (at, start, length) { return Math.round(Math.max(0, Math.min(100, 100 * (at - start) / length))); };
    return [per(event.clientX, box.left, box.width), per(event.clientY, box.top, box.height)];
  }
  function edges() { return [Math.min(from[0], to[0]), Math.min(from[1], to[1]), Math.max(from[0], to[0]), Math.max(from[1], to[1])]; }
  function isBox() { const box = edges(); return box[2] - box[0] >= LEAST && box[3] - box[1] >= LEAST; }
  function draw() {
    const box = edges();
    drawn.style.left = box[0] + "%";
    drawn.style.top = box[1] + "%";
    drawn.style.width = box[2] - box[0] + "%";
    drawn.style.height = box[3] - box[1] + "%";
    drawn.hidden = !isBox();
  }
  function refuseOnePress(event) { event.preventDefault(); event.stopPropagation(); }

  document.addEventListener("pointerdown", function (event) {
    canvas = event.pointerType === "touch" || event.button ? null : event.target.closest("[data-canvas]");
    if (!canvas) return;
    from = to = place(event);
    drawn = canvas.querySelector(".drawn") || canvas.appendChild(Object.assign(document.createElement("div"), { className: "drawn" }));
    draw();
  });
  document.addEventListener("pointermove", function (event) {
    if (!canvas) return;
    to = place(event);
    draw();
  });
  document.addEventListener("dragstart", function (event) { if (canvas) event.preventDefault(); });
  document.addEventListener("pointerup", function () {
    if (!canvas) return;
    if (isBox()) {
      document.addEventListener("click", refuseOnePress, { capture: true, once: true });
      window.setTimeout(function () { document.removeEventListener("click", refuseOnePress, { capture: true }); }, 50);
      const box = edges();
      ["left", "top", "right", "bottom"].forEach(function (name, number) { numbers.querySelector("[name=" + name + "]").value = box[number]; });
      numbers.open = true;
      numbers.querySelector("[name=part]").focus();
    }
    canvas = null;
  });
})();
