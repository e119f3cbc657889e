'use strict';

// Thumbnails choose the main picture.
const main = document.getElementById('main');
for (const button of document.querySelectorAll('.thumbnails button')) {
  button.addEventListener('click', () => {
    main.src = button.querySelector('img').dataset.zoomSrc;
    for (const other of button.parentElement.children) {
      other.classList.toggle('chosen', other === button);
    }
  });
}

// One of each group of variants.
for (const button of document.querySelectorAll('.swatches button')) {
  button.addEventListener('click', () => {
    for (const other of button.parentElement.children) {
      other.classList.toggle('chosen', other === button);
    }
  });
}

// Lazy pictures load shortly before they come into view.
const arriving = new IntersectionObserver(entries => {
  for (const entry of entries) {
    if (entry.isIntersecting) {
      entry.target.src = entry.target.dataset.src;
      arriving.unobserve(entry.target);
    }
  }
}, {rootMargin: '200px'});
for (const picture of document.querySelectorAll('img.lazy')) {
  arriving.observe(picture);
}
