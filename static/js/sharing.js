// One entry at the sharing desk: words selected in the record are put into the box of words to cover, and the phone shows at
// once what is ticked. Without this file the words are typed, and a button shows the phone.
(function () {
  "use strict";
  const form = document.querySelector("form[data-opening]");
  const original = document.querySelector("[data-original]");
  if (!form) return;
  const look = form.querySelector("[data-preview]");
  const byHand = form.querySelector("[data-by-hand]");

  if (look) form.addEventListener("change", function (event) {
    if (event.target.name === "cover" || event.target.name === "by_hand") form.requestSubmit(look);
  });

  if (!original || !byHand) return;
  byHand.querySelector("[data-select-hint]").hidden = false;
  document.addEventListener("selectionchange", function () {
    const chosen = document.getSelection();
    if (!chosen.rangeCount || chosen.isCollapsed || !original.contains(chosen.anchorNode) || !original.contains(chosen.focusNode)) return;
    const words = chosen.toString().replace(/\s+/g, " ").trim();
    if (words.length > 1) { form.elements.words.value = words; byHand.open = true; }
  });
})();
