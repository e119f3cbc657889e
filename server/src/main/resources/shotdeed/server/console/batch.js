// Ticks all listings or none, and says into how many complaints those ticked are split. Without it everything works too.
"use strict";
const form = document.getElementById("batch");
const boxes = Array.from(form.querySelectorAll("input[name=listing]"));
const shares = Array.from(form.querySelectorAll("[data-share]"));
const count = document.getElementById("count");

function say() {
  let listings = 0;
  let complaints = 0;
  for (const share of shares) {
    const ticked = boxes.filter((box) => box.checked && box.dataset.of === share.dataset.share).length;
    listings += ticked;
    complaints += Math.ceil(ticked / Number(share.dataset.limit));
  }
  if (count) {
    count.textContent = count.dataset.words.replace("{0}", listings).replace("{1}", complaints);
  }
}

for (const [id, checked] of [["all", true], ["none", false]]) {
  const button = document.getElementById(id);
  if (button) {
    button.hidden = false;
    button.addEventListener("click", () => {
      for (const box of boxes) {
        box.checked = checked;
      }
      say();
    });
  }
}
form.addEventListener("change", say);
say();
