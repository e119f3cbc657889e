// Puts a button beside each field that copies it, and says so. Without this script a field is marked by hand and copied.
(() => {
  "use strict";
  const said = document.getElementById("copied");
  if (!said || !navigator.clipboard) {
    return;
  }
  for (const field of document.querySelectorAll("[data-copy]:not(#copied)")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "secondary outline copy";
    button.textContent = said.dataset.copy;
    button.setAttribute("aria-label", `${said.dataset.copy}: ${field.dataset.copy}`);
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(field.value);
        said.textContent = said.dataset.done.replace("{0}", field.dataset.copy);
      } catch {
        field.focus();
        field.select();
        said.textContent = said.dataset.failed;
      }
    });
    field.after(button);
  }
})();
