// Joining: the picture on the paper carries the code after the # of its address, which no server ever sees.
// Put it in the box, and take it out of the address. Without this file the code is typed.
(function () {
  "use strict";
  const box = document.querySelector('input[name="code"]');
  const code = decodeURIComponent(window.location.hash.slice(1));
  if (!box || !code) return;
  box.value = code;
  history.replaceState(null, "", window.location.pathname);
  box.form.querySelector("button").focus();
})();
