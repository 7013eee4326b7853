// Pages that ask for a passphrase: a box to see what is typed. Without this file the passphrase stays dotted.
(function () {
  "use strict";
  const fields = document.querySelectorAll('input[type="password"]');
  const label = document.querySelector("[data-show-passphrase]");
  if (!fields.length || !label) return;
  const box = label.querySelector("input");
  label.hidden = false;
  box.addEventListener("change", function () {
    fields.forEach(function (field) { field.type = box.checked ? "text" : "password"; });
  });
  fields[0].form.addEventListener("submit", function () {
    fields.forEach(function (field) { field.type = "password"; });
  });
})();
