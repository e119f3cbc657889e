// What is wrong with a page of the console, in any language, as a list of sentences.
// Data of people (names, addresses, codes) is marked in the pages by dir=auto, bdi, code, pre, time or a lang of its own.
({language, narrow}) => {
  const faults = [];
  const root = document.documentElement;
  if (root.lang !== language) faults.push(`lang is ${root.lang}`);
  const headings = document.querySelectorAll('h1');
  if (headings.length !== 1) faults.push(`${headings.length} headings of the first level`);
  if (!document.title.trim()) faults.push('no title');
  const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
  for (const id of ids.filter((id, i) => ids.indexOf(id) !== i)) faults.push(`twice id ${id}`);

  const known = /\b(Alibaba\.com|version|validFrom|stamp-url|witness-(?:url|logs)|verify\.html|evidence\.pdf|ShotDeed|SHA-256|JPEG|PNG|WebP|GIF|RAW|EXIF|TIFF|HEIC|PDF|CSV|DOCX?|GiB|MiB|KiB|JPG|XLSX|MB|KB|Excel|Chrome|Edge|Alibaba|Amazon|eBay|Etsy|Lazada|Shopify|UTC|AI|ID|originals|URL|zip|https?|SKU|JImageHash[\d.]*|PerceptiveHash|English|ZIP|IP|RFC|JSON|Esc|Enter|Tab|Ctrl|Shift|Asia\/\w+|Europe\/\w+|POST|(?:Standard )?Webhooks?|webhook-(?:id|timestamp|signature)|\w+\.example\.com(?:\/\w+)?)\b/g;
  const data = '[dir=auto], bdi, code, pre, time, script, style, [lang]:not(html)';
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    if (!walker.currentNode.parentElement.closest(data)) texts.push(walker.currentNode.data.trim());
  }
  for (const e of document.querySelectorAll('[aria-label], [alt], [title], [placeholder]')) {
    if (!e.closest(data) && !e.hasAttribute('dir')) {
      for (const name of ['aria-label', 'alt', 'title', 'placeholder']) texts.push((e.getAttribute(name) || '').trim());
    }
  }
  texts.push(document.title);
  for (const text of texts.filter(Boolean)) {
    if (/^[a-z][a-z-]*(\.[a-z][a-z-]*)+$/.test(text)) faults.push(`a key instead of words: ${text}`);
    if (/\{\d\}/.test(text)) faults.push(`an unfilled place: ${text}`);
    if (language.startsWith('zh')) {
      const left = text.replace(known, '').match(/[A-Za-z]{2,}/g);
      if (left) faults.push(`not translated: ${left.join(' ')} in “${text.slice(0, 80)}”`);
    }
  }

  for (const picture of document.querySelectorAll('img')) {
    if (picture.getAttribute('src') && picture.complete && picture.naturalWidth === 0) faults.push(`a picture that does not load: ${picture.src}`);
  }
  for (const form of document.querySelectorAll('form[method=post]')) {
    const open = ['/language', '/sign-in'];
    if (!form.querySelector('[name=csrf]') && !open.some(path => form.getAttribute('action').startsWith(path))) {
      faults.push(`a form without a token: ${form.getAttribute('action')}`);
    }
  }
  for (const e of document.querySelectorAll('main *')) {
    const size = parseFloat(getComputedStyle(e).fontSize);
    const range = document.createRange();
    for (const text of [...e.childNodes].filter(node => node.nodeType === Node.TEXT_NODE && node.data.trim().length > 5)) {
      range.selectNodeContents(text);
      const box = range.getBoundingClientRect();
      if (box.height > 6 * size && box.width < 3 * size) faults.push(`squeezed: ${text.data.trim().slice(0, 40)}`);
    }
  }
  if (narrow && root.scrollWidth > root.clientWidth) {
    const wide = [...document.querySelectorAll('body *')]
        .filter(e => e.getBoundingClientRect().right > root.clientWidth + 1)
        .map(e => e.tagName.toLowerCase() + (e.className ? '.' + String(e.className).replace(/ /g, '.') : '')
            + ` “${e.textContent.trim().slice(0, 60)}”`);
    faults.push(`${root.scrollWidth} px wide: ${wide.slice(0, 4).join(', ')}`);
  }
  return faults;
}
