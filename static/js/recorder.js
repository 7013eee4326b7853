// Recording a voice in the page: how loud it is, pause, go on, listen back, record again. Nothing leaves the phone and nothing
// is kept in the browser until "Keep it" is pressed. Without this file, or without a microphone, a recording can be chosen.
(function () {
  "use strict";
  const box = document.querySelector("[data-recorder]");
  if (!box || !window.MediaRecorder || !navigator.mediaDevices || !navigator.mediaDevices.getUserMedia) return;
  const form = box.closest("form"), words = box.dataset, most = Number(words.most);
  const state = box.querySelector("[data-state]"), clock = box.querySelector("[data-clock]"), back = box.querySelector("[data-listen-back]");
  const bars = Array.from(box.querySelectorAll("[data-meter] i")), file = document.querySelector("[data-or-file]");
  const key = {};
  ["start", "pause", "go-on", "stop", "keep", "again"].forEach(function (name) { key[name] = box.querySelector("[data-" + name + "]"); });
  const TYPES = ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg;codecs=opus"];
  const QUIET = 0.015, QUIET_FOR = 5000, TICK = 120, STILL_HERE = 240000;
  let recorder = null, stream = null, context = null, analyser = null, pieces = [], blob = null, address = "", kept = false;
  let before = 0, since = 0, ticking = 0, lastLoud = 0, lastSign = 0, warned = false;

  function say(sentence) { if (state.textContent !== sentence) state.textContent = sentence; }
  function keys() {
    const shown = Array.from(arguments);
    Object.keys(key).forEach(function (name) { key[name].hidden = !shown.includes(name); });
  }
  function seconds() { return (before + (since ? performance.now() - since : 0)) / 1000; }
  function tell(time) {
    const whole = Math.floor(time);
    clock.textContent = Math.floor(whole / 60) + ":" + String(whole % 60).padStart(2, "0");
  }
  function loudness() {
    const wave = new Float32Array(analyser.fftSize);
    analyser.getFloatTimeDomainData(wave);
    return Math.sqrt(wave.reduce(function (sum, one) { return sum + one * one; }, 0) / wave.length);
  }
  function draw(loud) {
    for (let place = 0; place < bars.length - 1; place += 1) bars[place].style.transform = bars[place + 1].style.transform;
    bars[bars.length - 1].style.transform = "scaleY(" + Math.max(0.06, Math.min(1, loud * 5)) + ")";
  }
  function tick() {
    const time = seconds(), loud = loudness();
    tell(time);
    draw(loud);
    if (loud > QUIET) lastLoud = performance.now();
    if (time >= most) { stop(); return; }
    if (performance.now() - lastSign > STILL_HERE) {  // somebody who speaks is not away: their page stays open
      lastSign = performance.now();
      fetch(window.location.href, { method: "HEAD", credentials: "same-origin" }).catch(function () {});
    }
    if (most > 120 && time > most - 60) {
      if (!warned) say(words.almost);
      warned = true;
    } else {
      say(performance.now() - lastLoud > QUIET_FOR ? words.silent : words.recording);
    }
  }
  function run() {
    since = lastLoud = lastSign = performance.now();
    ticking = window.setInterval(tick, TICK);
    say(words.recording);
    keys("pause", "stop");
  }
  function rest() {
    window.clearInterval(ticking);
    before = seconds() * 1000;
    since = 0;
  }
  function letGo() {
    window.clearInterval(ticking);
    if (stream) stream.getTracks().forEach(function (track) { track.stop(); });
    if (context) context.close();
    stream = context = null;
  }
  function forget() {
    if (address) URL.revokeObjectURL(address);
    back.removeAttribute("src");
    back.hidden = true;
    blob = null;
    address = "";
  }
  function begin() {
    forget();
    tell(0);
    bars.forEach(function (bar) { bar.style.transform = ""; });
    say(words.ready);
    box.dataset.now = "ready";
    keys("start");
  }
  async function start() {
    key.start.disabled = true;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: { echoCancellation: true, noiseSuppression: true } });
    } catch (why) {
      say(why.name === "NotAllowedError" || why.name === "SecurityError" ? words.refused : words.missing);
      box.dataset.now = "refused";
      file.open = true;
      return;
    } finally {
      key.start.disabled = false;
    }
    context = new AudioContext();
    analyser = context.createAnalyser();
    analyser.fftSize = 1024;
    context.createMediaStreamSource(stream).connect(analyser);
    const type = TYPES.find(function (one) { return MediaRecorder.isTypeSupported(one); });
    recorder = new MediaRecorder(stream, type ? { mimeType: type, audioBitsPerSecond: 48000 } : {});
    pieces = [];
    before = 0;
    kept = warned = false;
    recorder.ondataavailable = function (event) { if (event.data.size) pieces.push(event.data); };
    recorder.onstop = listen;
    stream.getAudioTracks()[0].onended = function () { if (recorder.state !== "inactive") { stop(); words.listen = words.broken; } };
    recorder.start(1000);
    box.dataset.now = "recording";
    run();
    key.stop.focus();
  }
  function stop() {
    if (since) rest();
    if (recorder && recorder.state !== "inactive") recorder.stop();
  }
  function listen() {
    letGo();
    blob = new Blob(pieces, { type: (recorder.mimeType || "audio/webm").split(";")[0] });
    address = URL.createObjectURL(blob);
    back.src = address;
    back.hidden = false;
    box.dataset.now = "recorded";
    tell(before / 1000);
    say(words.listen);
    keys("keep", "again");
    key.keep.focus();
  }
  // A recording says how long it is only once it was read to its end.
  back.addEventListener("loadedmetadata", function () {
    if (back.duration !== Infinity) return;
    back.addEventListener("durationchange", function () { back.currentTime = 0; }, { once: true });
    back.currentTime = 1e7;
  });

  key.start.addEventListener("click", start);
  key.pause.addEventListener("click", function () {
    recorder.pause();
    rest();
    box.dataset.now = "paused";
    say(words.paused);
    keys("go-on", "stop");
    key["go-on"].focus();
  });
  key["go-on"].addEventListener("click", function () { recorder.resume(); box.dataset.now = "recording"; run(); key.pause.focus(); });
  key.stop.addEventListener("click", stop);
  key.again.addEventListener("click", function () { begin(); start(); });
  key.keep.addEventListener("click", function () {
    const ending = { "audio/mp4": ".m4a", "audio/ogg": ".ogg" }[blob.type] || ".webm";
    keys();
    form.dispatchEvent(new CustomEvent("recorded", { detail: new File([blob], "recording" + ending, { type: blob.type }) }));
  });
  form.addEventListener("kept", function () { kept = true; });
  form.addEventListener("dropped", function () { if (blob && !kept) keys("keep", "again"); });
  window.addEventListener("beforeunload", function (event) {
    if ((recorder && recorder.state !== "inactive") || (blob && !kept)) event.preventDefault();
  });
  window.addEventListener("pagehide", letGo);
  box.hidden = false;
  file.open = false;
  begin();
})();
