// Reviews by keyboard. Without this script the page's forms do all of it.
"use strict";
(() => {
  const done = document.getElementById("done");
  if (done) {
    done.focus();
  }
  const sheet = document.getElementById("sheet");
  const undo = document.getElementById("undo");
  const picks = sheet ? [...sheet.querySelectorAll("input[name=ids]:not(:disabled)")] : [];
  const chosen = document.getElementById("chosen");
  const rejection = document.getElementById("rejection");

  const count = () => {
    const all = picks.filter((pick) => pick.checked).length;
    if (chosen) {
      chosen.textContent = all ? chosen.dataset.some.replace("#", all) : chosen.dataset.none;
    }
    return all;
  };
  const at = () => picks.indexOf(document.activeElement);
  const go = (index) => {
    const pick = picks[Math.max(0, Math.min(picks.length - 1, index))];
    if (pick) {
      pick.focus();
      pick.closest("li").scrollIntoView({ block: "nearest" });
    }
  };
  // The picture above or below: the nearest across in the next row that differs in height on the page.
  const row = (step) => {
    const from = picks[at()];
    if (!from) {
      go(0);
      return;
    }
    const here = from.closest("li").getBoundingClientRect();
    let best = null;
    for (const pick of picks) {
      const there = pick.closest("li").getBoundingClientRect();
      const down = (there.top - here.top) * step;
      if (down > 1) {
        const far = down * 10 + Math.abs(there.left - here.left);
        if (!best || far < best.far) {
          best = { pick, far };
        }
      }
    }
    if (best) {
      go(picks.indexOf(best.pick));
    }
  };
  const takeCurrent = () => {
    if (count() === 0 && at() >= 0) {
      picks[at()].checked = true;
    }
    return count() > 0;
  };

  const keys = {
    j: () => go(at() + 1),
    k: () => go(at() - 1),
    ArrowRight: () => go(at() + 1),
    ArrowLeft: () => go(at() - 1),
    ArrowDown: () => row(1),
    ArrowUp: () => row(-1),
    s: () => {
      const series = (picks[at()] || picks[0] || sheet).closest("section");
      const own = picks.filter((pick) => series && series.contains(pick));
      const all = own.every((pick) => pick.checked);
      own.forEach((pick) => {
        pick.checked = !all;
      });
      count();
    },
    o: () => {
      const pick = picks[at()];
      if (pick) {
        pick.closest("li").querySelector("a.open").click();
      }
    },
    a: () => {
      if (takeCurrent()) {
        sheet.requestSubmit(document.getElementById("approve"));
      }
    },
    r: () => {
      if (takeCurrent()) {
        rejection.open = true;
        document.getElementById("because").focus();
      }
    },
    u: () => {
      if (undo) {
        undo.requestSubmit();
      }
    },
    Escape: () => {
      picks.forEach((pick) => {
        pick.checked = false;
      });
      if (rejection) {
        rejection.open = false;
      }
      count();
    },
    "?": () => {
      const help = document.querySelector("details.keys");
      if (help) {
        help.open = !help.open;
        help.querySelector("summary").focus();
      }
    },
  };

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input:not([type=checkbox]), select, textarea");
    // Enter in the reasons rejects; without this the form's first button would approve.
    if (event.key === "Enter" && event.target.closest("#rejection") && typing) {
      event.preventDefault();
      sheet.requestSubmit(document.getElementById("reject"));
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || (typing && event.key !== "Escape")) {
      return;
    }
    const action = keys[event.key];
    if (action) {
      event.preventDefault();
      action();
    }
  });
  if (sheet) {
    sheet.addEventListener("change", count);
    count();
  }
  window.addEventListener("pageshow", count);
})();
