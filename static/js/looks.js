// How pages look: shows a choice as soon as it is made. It is kept by the button below; without this file, only then.
(function () {
  "use strict";
  const form = document.querySelector("form[data-looks]"), page = document.documentElement;
  if (!form) return;
  form.addEventListener("change", function (event) {
    const box = event.target;
    if (box.name === "size" || box.name === "colours") page.dataset[box.name] = box.value;
    if (box.name === "easy_letters") page.dataset.letters = box.checked ? "easy" : "";
  });
})();
