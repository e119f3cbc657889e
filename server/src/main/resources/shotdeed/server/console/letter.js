// Copies the letter; without it the text can be selected, or downloaded.
"use strict";
const button = document.getElementById("copy");
if (button && navigator.clipboard) {
  button.hidden = false;
  button.addEventListener("click", () => {
    navigator.clipboard.writeText(document.getElementById("letter").value).then(() => {
      document.getElementById("copied").textContent = button.dataset.done;
    });
  });
}
