/* Runs before Streamlit's own script. Six duties, each for people:
   1. bare letters do nothing (WCAG 2.1.4): Streamlit reruns the app on "r";
   2. Streamlit's fixed English words are replaced: all of them on a Welsh page, a few on an English one;
   3. what is typed in a text area is sent a second after the last key, all that is typed when the page is left, and a
      tap right after typing arrives;
   4. on a phone, numbers are typed on a keyboard of digits;
   5. "Back" leads to the page before as it was left, and in the language that was chosen last;
   6. another page begins at its top, and what was just done is told where it can be seen. */
(() => {
  "use strict";

  const WORDS = /* FIXED WORDS */ null;

  // 1. Bare letters.
  const TYPING = "input, textarea, select, [contenteditable], [role=listbox], [role=menu], [role=combobox]";
  window.addEventListener(
    "keydown",
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !event.isTrusted) return;
      if (!/^\p{L}$/u.test(event.key)) return;
      if (event.target instanceof Element && event.target.closest(TYPING)) return;
      event.stopImmediatePropagation();
    },
    true,
  );

  // 2. Fixed words.
  const EXACT = new Map(Object.entries(WORDS.exact));
  const PATTERNS = WORDS.patterns.map(([pattern, text]) => [new RegExp(`^${pattern}$`, "u"), text]);
  const ATTRIBUTES = ["aria-label", "title", "placeholder", "alt", "aria-roledescription"];
  // Our own words and what people typed are never touched.
  const OURS = ".stHtml, [data-testid=stTable], [data-testid=stMarkdown], textarea, script, style";

  const translated = (text) => {
    const words = text.trim();
    if (!words) return null;
    const exact = EXACT.get(words);
    if (exact !== undefined) return text.replace(words, () => exact);
    for (const [pattern, replacement] of PATTERNS) {
      if (pattern.test(words)) return words.replace(pattern, replacement);
    }
    return null;
  };
  // Nor the inside of a drawing: a chart has hundreds of parts, and all its words are ours.
  const isDrawn = (element) => Boolean(element?.ownerSVGElement);
  const mendText = (node) => {
    if (isDrawn(node.parentElement) || node.parentElement?.closest(OURS)) return;
    const text = translated(node.data);
    if (text !== null) node.data = text;
  };
  // Streamlit reads a label as Markdown where it is seen, and not where it is heard: there stood a backslash.
  const heard = new WeakMap();
  const unescaped = (element, value) => {
    if (!(element instanceof HTMLInputElement) || !value.includes("\\") || heard.get(element) === value) return null;
    heard.set(element, value.replace(/\\(\p{P}|\p{S})/gu, "$1"));
    return heard.get(element);
  };
  const mendAttribute = (element, name) => {
    const value = element.getAttribute(name);
    const text = value && (translated(value) ?? (name === "aria-label" ? unescaped(element, value) : null));
    if (text) element.setAttribute(name, text);
  };
  const mendElement = (element) => {
    for (const name of ATTRIBUTES) if (element.hasAttribute(name)) mendAttribute(element, name);
  };
  const mendTree = (root) => {
    if (root.nodeType === Node.TEXT_NODE) return mendText(root);
    if (root.nodeType !== Node.ELEMENT_NODE || isDrawn(root)) return;
    mendElement(root);
    const seen = (node) => (isDrawn(node) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, seen);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      node.nodeType === Node.TEXT_NODE ? mendText(node) : mendElement(node);
    }
  };
  if (EXACT.size) {
    new MutationObserver((changes) => {
      for (const change of changes) {
        if (change.type === "characterData") mendText(change.target);
        else if (change.type === "attributes") mendAttribute(change.target, change.attributeName);
        else change.addedNodes.forEach(mendTree);
      }
    }).observe(document.documentElement, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: ATTRIBUTES,
    });
  }

  // 3. Typing. Streamlit keeps a text area when it is left, and a line at every pause if it is asked to; it does not
  // know of a page that is closed, or of a computer that is.
  const SECOND = 1000;
  const waiting = new Map();
  let sentAt = -Infinity;
  let isGathering = false;
  const onItsWay = () => {
    [sentAt, isGathering] = [performance.now(), true];
    // Twice, for Streamlit's own turn may come after the first.
    setTimeout(() => setTimeout(() => (isGathering = false)));
  };
  const send = (field) => {
    done(field);
    const enter = { key: "Enter", code: "Enter", keyCode: 13, bubbles: true, cancelable: true };
    field.dispatchEvent(new KeyboardEvent("keydown", { ...enter, ctrlKey: field instanceof HTMLTextAreaElement }));
  };
  const sendAll = () => [...waiting.keys()].forEach(send);
  const done = (field) => {
    clearTimeout(waiting.get(field));
    if (waiting.delete(field)) onItsWay();
  };
  const typed = (event) => {
    const field = event.target;
    const isArea = field instanceof HTMLTextAreaElement;
    const isLine = field instanceof HTMLInputElement && field.closest("[data-testid=stTextInput]");
    // Enter in a line of a form would send the form.
    if (!(isArea || isLine) || field.closest("[data-testid=stForm]")) return;
    clearTimeout(waiting.get(field));
    // Half a letter (^ before the w of ŵ) is not sent.
    waiting.set(field, isArea && !event.isComposing ? setTimeout(send, SECOND, field) : undefined);
  };
  document.addEventListener("input", typed);
  document.addEventListener("compositionend", typed);
  document.addEventListener("focusout", (event) => done(event.target));
  document.addEventListener("visibilitychange", () => document.hidden && sendAll());
  // A page that goes has no later: what Streamlit puts off is done at once. And what is still on its way when the
  // connection closes is dropped, so the page waits a moment with going.
  const MOMENT = 250;
  const later = window.setTimeout;
  const leave = () => {
    if (!waiting.size) return;
    window.setTimeout = (what, when, ...rest) => (when ? later(what, when, ...rest) : void queueMicrotask(what));
    later(() => (window.setTimeout = later));
    sendAll();
  };
  window.addEventListener("beforeunload", leave);
  window.addEventListener("pagehide", () => {
    leave();
    if (performance.now() - sentAt > SECOND) return;
    for (const end = performance.now() + MOMENT; performance.now() < end; );
  });

  // A tap right after typing. Streamlit gathers for a moment what it sends, and sends it as if all came from the part of
  // the page that came first: a button elsewhere is not pressed then. So what was typed is sent as the finger comes down,
  // and a click without any pause, as screen readers make them, comes a moment later.
  document.addEventListener("pointerdown", (event) => waiting.has(event.target) || sendAll(), true);
  document.addEventListener(
    "click",
    (event) => {
      const { target, isTrusted, ctrlKey, metaKey, shiftKey, altKey } = event;
      if (!isGathering || !isTrusted || ctrlKey || metaKey || shiftKey || altKey) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      setTimeout(() => target.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true })));
    },
    true,
  );

  // 4. Where a number of people is asked for, a phone shows its digits.
  const NUMBERS = ":is(.st-key-roles, .st-key-how-many) input";
  const showDigits = ({ target }) => target instanceof HTMLInputElement && target.matches(NUMBERS) && (target.inputMode = "numeric");
  document.addEventListener("pointerdown", showDigits, true);
  document.addEventListener("focusin", showDigits);

  // A long card that is closed at its foot: whoever closed it stays with it, and is not thrown down the page.
  document.addEventListener("click", (event) => {
    const foot = event.target instanceof Element && event.target.closest("button") && event.target.closest("[class*=st-key-plan-end-]");
    const card = foot && [...foot.closest("[class*=st-key-plan-card-]").classList].find((name) => name.startsWith("st-key-plan-card-"));
    if (card) setTimeout(() => document.querySelector(`.${CSS.escape(card)}`)?.scrollIntoView({ block: "nearest" }), 500);
  });

  // 5. Back and the language. The switch takes the place of this page in the history; a page from before the switch,
  // whose address names the old language, is asked for again in the new one.
  const LAST = "gyda_language";
  const keepLanguage = (isBack) => {
    const [shown, last] = [document.documentElement.lang, sessionStorage.getItem(LAST)];
    if (!isBack || !last || last === shown) return sessionStorage.setItem(LAST, shown);
    const there = new URL(window.location.href);
    there.searchParams.set("lang", last);
    window.location.replace(there.href);
  };
  keepLanguage(performance.getEntriesByType("navigation")[0]?.type === "back_forward");
  window.addEventListener("pageshow", (event) => event.persisted && keepLanguage(true));
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("a.gyda-language");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    window.location.replace(link.href);
  });

  // Streamlit goes to another page in two steps: first this page with the query of the next one, then the next one. The
  // second takes the place of the first in the history; else "Back" would lead to this page with another's query. Nor is
  // it a step when a page that has just come writes into the address what it shows: nobody has done anything yet, and
  // "Back" would lead to the same page for ever.
  const scrolled = () => document.querySelector("[data-testid=stMain]");
  const tops = new Map();
  const push = window.history.pushState.bind(window.history);
  let step = { href: "", at: -Infinity };
  let hasActed = false;
  for (const act of ["pointerdown", "keydown", "click"]) {
    window.addEventListener(act, () => (hasActed = true), { capture: true, passive: true });
  }
  window.history.pushState = (state, title, url) => {
    const [here, there] = [window.location, new URL(url ?? "", window.location.href)];
    const isSamePage = there.pathname === here.pathname;
    const isSecond = !isSamePage && step.href === here.href && performance.now() - step.at < SECOND;
    const isNoStep = isSamePage ? !hasActed || there.href === here.href : isSecond && there.search === here.search;
    if (!isSamePage) hasActed = false;
    if (isNoStep) return window.history.replaceState(state, title, url);
    tops.set(here.href, scrolled()?.scrollTop ?? 0);
    if (isSamePage) step = { href: there.href, at: performance.now() };
    push(state, title, url);
  };
  // Whoever comes back finds the page as far down as they left it; it grows for a while, until they move it themselves.
  let back = null;
  window.addEventListener("popstate", () => {
    back = { top: tops.get(window.location.href) ?? 0, until: performance.now() + 4 * SECOND };
    hasActed = false;
  });
  for (const moved of ["wheel", "touchstart", "pointerdown", "keydown"]) {
    window.addEventListener(moved, () => (back = null), { capture: true, passive: true });
  }

  // 6. Streamlit leaves a page that is drawn anew, and the next one too, as far down as the one before was.
  let page = window.location.pathname;
  new MutationObserver(() => {
    if (page !== window.location.pathname) {
      page = window.location.pathname;
      scrolled()?.scrollTo(0, 0);
    }
    if (back && performance.now() < back.until) scrolled()?.scrollTo(0, back.top);
    // What changes in here is read aloud: a part that was itself drawn anew would not be.
    document.querySelector(":is(.st-key-how-far, .st-key-picked-told):not([role])")?.setAttribute("role", "status");
    const told = document.querySelector(".st-key-told:not([tabindex])");
    if (!told) return;
    told.tabIndex = -1;
    told.focus();
    told.scrollIntoView({ block: "center" });
  }).observe(document.documentElement, { subtree: true, childList: true });
})();
