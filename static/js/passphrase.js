// Pages that ask for a passphrase: a box to see what is typed, and a way back to a page that said what was wrong (a browser
// warns instead of showing it). Without this file the passphrase stays dotted.
(function () {
  "use strict";
  if (document.querySelector(".errors")) window.history.replaceState(null, "", window.location.href);
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
