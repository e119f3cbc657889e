// Lets a file be dragged out of the page as a file (DownloadURL, which Chromium knows; other browsers drag its address).
// Without this script a click saves it.
(() => {
  "use strict";
  for (const link of document.querySelectorAll("a[data-type]")) {
    link.draggable = true;
    link.addEventListener("dragstart", (event) => {
      event.dataTransfer.effectAllowed = "copy";
      event.dataTransfer.setData("DownloadURL", `${link.dataset.type}:${link.download}:${link.href}`);
    });
  }
})();
