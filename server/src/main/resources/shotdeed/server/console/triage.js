// The inbox by keyboard. Without this script the page's buttons do all of it.
"use strict";
(() => {
  const KEY = "shotdeed-triage-keys";
  const keys = document.getElementById("keys");
  const on = () => {
    try {
      return localStorage.getItem(KEY) !== "off";
    } catch {
      return true;
    }
  };
  if (keys) {
    keys.checked = on();
    keys.closest("label").hidden = false;
    keys.addEventListener("change", () => {
      try {
        localStorage.setItem(KEY, keys.checked ? "on" : "off");
      } catch {
        // The choice holds for this page.
      }
    });
  }
  let sent = false;
  document.addEventListener("submit", (event) => {
    if (sent) {
      event.preventDefault(); // a key pressed twice is one decision
    }
    sent = true;
  });
  window.addEventListener("pageshow", () => {
    sent = false;
  });
  const writes = (element) =>
    element.isContentEditable
    || element.matches("textarea, select, input:not([type=checkbox], [type=radio])");

  document.addEventListener("keydown", (event) => {
    const off = keys ? !keys.checked : !on();
    if (off || event.ctrlKey || event.metaKey || event.altKey || event.repeat || writes(event.target)) {
      return;
    }
    const key = event.key.toLowerCase();
    if (!/^[a-z]$/.test(key)) {
      return;
    }
    const fold = document.querySelector(`details[data-open="${key}"]`);
    if (fold) {
      event.preventDefault();
      fold.open = true;
      fold.querySelector("button").focus();
      return;
    }
    const button = document.querySelector(`[data-key="${key}"]`);
    if (button) {
      event.preventDefault();
      button.click();
    }
  });
  const problem = document.querySelector(".problem");
  if (problem) {
    problem.tabIndex = -1;
    problem.focus();
  }
})();
