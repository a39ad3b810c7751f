/* Runs before Streamlit's own script. Four duties, each for people:
   1. bare letters do nothing (WCAG 2.1.4): Streamlit reruns the app on "r";
   2. Streamlit's fixed English words are replaced, on a Welsh page;
   3. what is typed in a text area is sent a second after the last key, and when the page is left;
   4. "Back" after a change of language leads to the page before, in the language that was chosen last. */
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
  const mendText = (node) => {
    if (node.parentElement?.closest(OURS)) return;
    const text = translated(node.data);
    if (text !== null) node.data = text;
  };
  const mendAttribute = (element, name) => {
    const value = element.getAttribute(name);
    const text = value && translated(value);
    if (text) element.setAttribute(name, text);
  };
  const mendElement = (element) => {
    for (const name of ATTRIBUTES) if (element.hasAttribute(name)) mendAttribute(element, name);
  };
  const mendTree = (root) => {
    if (root.nodeType === Node.TEXT_NODE) return mendText(root);
    if (root.nodeType !== Node.ELEMENT_NODE) return;
    mendElement(root);
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
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

  // 3. Text areas.
  const SECOND = 1000;
  const waiting = new Map();
  const send = (area) => {
    clearTimeout(waiting.get(area));
    waiting.delete(area);
    area.dispatchEvent(
      new KeyboardEvent("keydown", { key: "Enter", code: "Enter", keyCode: 13, ctrlKey: true, bubbles: true, cancelable: true }),
    );
  };
  document.addEventListener("input", (event) => {
    const area = event.target;
    if (!(area instanceof HTMLTextAreaElement)) return;
    clearTimeout(waiting.get(area));
    waiting.set(area, setTimeout(send, SECOND, area));
  });
  window.addEventListener("pagehide", () => [...waiting.keys()].forEach(send));

  // 4. Back and the language. The switch takes the place of this page in the history; a page from before the switch,
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
})();
