// Sends the chosen files in pieces, so that a broken connection or a reload loses nothing: the server says how much of a
// file it has, and the next piece begins behind it. Without this script the form is sent as it is.
(() => {
  "use strict";
  const form = document.getElementById("upload");
  if (!form || !window.fetch || !window.ReadableStream) {
    return;
  }
  const PIECE = 4 << 20;
  const WAITS = [1, 2, 4, 8, 15, 30];
  const KEY = "shotdeed-upload";
  const JUNK = /^(\._.*|\.DS_Store|Thumbs\.db|desktop\.ini)$/;
  const byId = (id) => document.getElementById(id);
  const token = form.elements.csrf.value;
  const words = form.dataset;
  const fill = (text, ...values) => text.replace(/\{(\d)\}/g, (all, i) => values[i]);
  const pause = (seconds) => new Promise((go) => setTimeout(go, seconds * 1000));
  let upload = 0;
  let said = 0;

  const remembered = () => {
    try {
      return Number(localStorage.getItem(KEY)) || 0;
    } catch (e) {
      return 0;
    }
  };
  const remember = (id) => {
    try {
      if (id) {
        localStorage.setItem(KEY, String(id));
      } else {
        localStorage.removeItem(KEY);
      }
    } catch (e) {
      // A browser that keeps nothing cannot go on after a reload; the upload itself works.
    }
  };

  // An answer of the server, or an error with `refused`; what never arrives is an error without it.
  const ask = async (method, address, body, type) => {
    const headers = { "X-Shotdeed-Form": token };
    if (type) {
      headers["Content-Type"] = type;
    }
    const reply = await fetch(address, { method, headers, body, credentials: "same-origin" });
    const answer = await reply.json();
    if (!reply.ok) {
      throw Object.assign(new Error(answer.title), { refused: answer, status: reply.status });
    }
    return answer;
  };

  // Again and again as long as only the connection is to blame, or the server is busy.
  const insist = async (step) => {
    for (let i = 0; ; i++) {
      try {
        const answer = await step();
        byId("sending-notice").textContent = "";
        return answer;
      } catch (e) {
        if (e.refused && e.status !== 503 && e.status !== 408) {
          throw e;
        }
        if (!e.refused) {
          byId("sending-notice").textContent = words.offline;
        }
        await pause(WAITS[Math.min(i, WAITS.length - 1)]);
      }
    }
  };

  const chosen = () => {
    const all = [...byId("file").files, ...byId("folder").files];
    return all.filter((file) => !JUNK.test(file.name));
  };
  const path = (file) => file.webkitRelativePath || file.name;

  const row = (file) => {
    const item = document.createElement("li");
    const name = document.createElement("bdi");
    name.textContent = path(file);
    const bar = document.createElement("progress");
    bar.max = Math.max(1, file.size);
    bar.value = 0;
    bar.setAttribute("aria-label", path(file));
    const state = document.createElement("small");
    item.append(name, bar, state);
    byId("sending-files").append(item);
    return { bar, state };
  };

  const show = (jobs) => {
    const total = jobs.reduce((sum, job) => sum + job.file.size, 0) || 1;
    const here = jobs.reduce((sum, job) => sum + Math.min(job.received, job.file.size), 0);
    const sent = jobs.filter((job) => job.ended).length;
    const percent = Math.floor((100 * here) / total);
    const text = fill(words.progress, sent, jobs.length, percent);
    byId("sending-sum").textContent = text;
    byId("sending-all").value = percent;
    if (Date.now() - said > 5000 || sent === jobs.length) {
      said = Date.now();
      byId("sending-said").textContent = text; // not more often than it can be read out
    }
  };

  const send = async (job, jobs) => {
    const address = `/uploads/${upload}/files/${job.id}`;
    while (job.state === "receiving" && job.received < job.file.size) {
      const piece = job.file.slice(job.received, job.received + PIECE);
      try {
        const answer = await insist(async () => {
          try {
            return await ask("PUT", `${address}?offset=${job.received}`, piece, "application/octet-stream");
          } catch (e) {
            if (e.refused || !navigator.onLine) {
              throw e;
            }
            // A part of the piece may have arrived: ask before it is sent again.
            const status = await ask("GET", `/uploads/${upload}/status?after=2147483647`);
            const known = status.files.find((file) => file.id === job.id);
            if (known && known.received !== job.received) {
              return { received: known.received };
            }
            throw e;
          }
        });
        job.received = answer.received;
      } catch (e) {
        if (e.refused && e.refused.code === "upload-offset" && e.refused.received !== job.received) {
          job.received = e.refused.received;
        } else {
          job.row.state.textContent = fill(words.failed, path(job.file), e.message);
          job.state = "failed";
        }
      }
      job.row.bar.value = job.received;
      show(jobs);
    }
    if (job.state !== "failed") {
      job.row.bar.value = job.row.bar.max;
      job.row.state.textContent = words.sent;
    }
    job.ended = true;
    show(jobs);
  };

  const wait = async (jobs) => {
    let after = 0;
    let answered = 0;
    const byFile = new Map(jobs.map((job) => [job.id, job]));
    const waited = (status) => status.files.filter((file) => file.state !== "receiving");
    for (;;) {
      const status = await insist(() => ask("GET", `/uploads/${upload}/status?after=${after}`));
      for (const line of status.lines) {
        after = Math.max(after, line.id);
        const job = byFile.get(line.file);
        if (job) {
          job.row.state.textContent = line.words;
        }
      }
      answered = status.files.filter((file) => file.state === "done").length;
      byId("sending-sum").textContent = fill(words.reviewing, answered, status.files.length);
      if (Date.now() - said > 5000) {
        said = Date.now();
        byId("sending-said").textContent = byId("sending-sum").textContent;
      }
      if (waited(status).every((file) => file.state === "done")) {
        return status.done;
      }
      await pause(1);
    }
  };

  const start = async (event) => {
    const files = chosen();
    if (files.length === 0) {
      return; // the form itself says that one is missing
    }
    event.preventDefault();
    const published = form.elements.publication.value === "published";
    if (published && (!form.elements.firstPublished.value.trim() || !form.elements.publishedOn.value)) {
      const missing = form.elements.firstPublished.value.trim() ? "publishedOn" : "firstPublished";
      form.elements[missing].required = true;
      form.elements[missing].reportValidity();
      return;
    }
    form.hidden = true;
    byId("unfinished").hidden = true;
    byId("sending").hidden = false;
    byId("sending-title").focus();
    const list = files.map((file) => ({ name: path(file), size: file.size, modified: file.lastModified }));
    const request = {
      upload: remembered(),
      unpublished: form.elements.publication.value === "unpublished",
      basis: form.elements.basis.value,
      firstPublished: form.elements.firstPublished.value,
      publishedOn: form.elements.publishedOn.value,
      category: form.elements.category.value,
      person: form.elements.person.value,
      files: list,
    };
    try {
      const opened = await insist(() => ask("POST", "/uploads", JSON.stringify(request), "application/json"));
      upload = opened.upload;
      remember(upload);
      const jobs = opened.files.map((known, i) => ({
        id: known.id, file: files[i], received: known.received, state: known.state, row: row(files[i]), ended: false,
      }));
      for (const job of jobs) {
        await send(job, jobs); // one after the other: certificates are numbered in the order of the files
      }
      if (await wait(jobs)) {
        remember(0);
      }
      location.assign(`/uploads/${upload}`);
    } catch (e) {
      byId("sending-notice").textContent = e.refused ? `${e.refused.title}. ${e.refused.detail}` : e.message;
      form.hidden = false;
    }
  };

  const unfinished = async () => {
    const id = remembered();
    if (!id) {
      return;
    }
    try {
      const status = await ask("GET", `/uploads/${id}/status?after=2147483647`);
      const open = status.files.filter((file) => file.state === "receiving").length;
      if (open === 0) {
        remember(0);
        return;
      }
      byId("unfinished-words").textContent =
        `${fill(words.unfinished, status.created, status.files.length - open, status.files.length)} ${words.again}`;
      byId("unfinished").hidden = false;
      form.before(byId("unfinished"));
      form.elements.basis.value = status.basis;
      form.elements.publication.value = status.unpublished ? "unpublished" : "published";
      form.elements.firstPublished.value = status.firstPublished || "";
      form.elements.publishedOn.value = status.publishedOn || "";
      form.elements.category.value = status.category;
      form.elements.person.value = status.person;
      byId("unfinished-discard").addEventListener("click", async () => {
        await ask("POST", `/uploads/${id}/discard`);
        remember(0);
        byId("unfinished").hidden = true;
      });
    } catch (e) {
      if (e.refused) {
        remember(0); // another person's, or long forgotten
      }
    }
  };

  byId("folder-part").hidden = false;
  byId("folder").addEventListener("change", () => {
    byId("file").required = byId("folder").files.length === 0;
  });
  form.addEventListener("submit", start);
  unfinished();
})();
