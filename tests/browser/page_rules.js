// What is looked for in a page as it stands in the browser. Each function gives a line for every fault it finds.
({
  name(el) {
    return `${el.tagName.toLowerCase()}.${el.className} '${(el.innerText || el.name || "").slice(0, 30)}'`;
  },

  // Nothing may reach beyond the window, except inside what scrolls by itself.
  tooWide() {
    const root = document.documentElement, edge = root.clientWidth;
    if (root.scrollWidth <= edge) return [];
    const scrolls = (el) => el && el !== document.body
      && (/auto|scroll|hidden/.test(getComputedStyle(el).overflowX) || scrolls(el.parentElement));
    const beyond = (el) => {
      const box = el.getBoundingClientRect();
      return (box.right > edge + 1 || box.left < -1) && getComputedStyle(el).position !== "absolute";
    };
    return [...document.querySelectorAll("body *")].filter((el) => beyond(el) && !scrolls(el.parentElement)).slice(0, 4)
      .map((el) => `${this.name(el)} ends at ${Math.round(el.getBoundingClientRect().right)} of ${edge}`)
      .concat([`the page is ${root.scrollWidth} wide`]);
  },

  // No words may be cut off by their own box.
  cutOff() {
    const hides = (el) => ["hidden", "clip"].some((how) => [getComputedStyle(el).overflowX, getComputedStyle(el).overflowY].includes(how));
    return [...document.querySelectorAll("body *")]
      .filter((el) => !el.closest("svg, .out-of-sight, iframe, textarea, input, select") && hides(el))
      .filter((el) => el.scrollHeight > el.clientHeight + 2 || el.scrollWidth > el.clientWidth + 2)
      .map((el) => this.name(el));
  },

  // A thumb hits what matters. (24 pixels for everything else is axe's rule.)
  small(controls, least) {
    const touched = (el) => ["radio", "checkbox"].includes(el.type) ? el.closest("label") || el : el;
    return [...document.querySelectorAll(controls)]
      .filter((el) => el.checkVisibility({ visibilityProperty: true }) && !el.closest(".out-of-sight"))
      .map((el) => [el, touched(el).getBoundingClientRect()])
      .filter(([, box]) => Math.min(box.height, box.width) < least - 0.5)
      .map(([el, box]) => `${this.name(el)} is ${Math.round(box.width)} x ${Math.round(box.height)}`);
  },

  // Two parts with one id: a label, or a link to what is wrong, leads to the other one.
  twins() {
    const ids = [...document.querySelectorAll("[id]")].map((el) => el.id);
    return [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))];
  },

  // Nothing moves for somebody who asked for less motion.
  moves() {
    const lasts = (text) => text.split(",").some((one) => parseFloat(one) > 0.0001);
    const moving = (style) => lasts(style.transitionDuration) || (style.animationName !== "none" && lasts(style.animationDuration));
    return [...document.querySelectorAll("*")].filter((el) => moving(getComputedStyle(el))).slice(0, 4).map((el) => this.name(el));
  },

  // Whatever can be pressed takes the focus, in the order of the page, and shows it.
  focus() {
    const can = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]:not([tabindex='-1']), iframe";
    const marked = (style) => (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== "none";
    const faults = [];
    for (const el of document.querySelectorAll(can)) {
      if (el.disabled || el.tabIndex < 0 || !el.checkVisibility({ visibilityProperty: true }) || el.closest("[inert]")) continue;
      el.focus();
      if (el.tabIndex > 0) faults.push(`jumps the order: ${this.name(el)}`);
      if (document.activeElement !== el) faults.push(`takes no focus: ${this.name(el)}`);
      else if (el.tagName !== "IFRAME" && !marked(getComputedStyle(el))) faults.push(`does not show its focus: ${this.name(el)}`);
    }
    return faults;
  },

  // What this browser would still hold when the page is gone.
  async kept() {
    const bases = indexedDB.databases ? await indexedDB.databases() : [];
    const stores = window.isSecureContext && window.caches ? await caches.keys() : [];
    return [...Object.keys(localStorage), ...Object.keys(sessionStorage), ...bases.map((one) => one.name), ...stores];
  },
})
