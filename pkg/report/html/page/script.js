"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const main = document.querySelector("main"), list = $("list"), form = $("filter"), status = $("shown");

  // The summary is written last and read first.
  main.insertBefore($("summary"), main.firstChild);
  for (const from of $("lists").content.querySelectorAll("select")) {
    const select = $(from.dataset.for);
    select.append(...from.children);
    select.value = "";
  }
  form.hidden = $("theme").hidden = false;
  document.documentElement.classList.add("live");

  const weight = (el) => el.classList.contains("rejected") ? 0 : el.classList.contains("undetermined") ? 1 : 2;
  const dossiers = Array.from(list.children, (el, n) => ({
    el, n, shown: true, text: null, weight: weight(el),
    u: el.dataset.u, p: el.dataset.p, s: +el.dataset.s, r: " " + el.dataset.r + " ",
  }));

  // What a section holds is plain text until it is opened. It was escaped for
  // this when it was written.
  const fill = (el) => {
    for (const raw of el.querySelectorAll("noscript.body")) {
      const holder = document.createElement("template");
      holder.innerHTML = raw.textContent;
      raw.replaceWith(holder.content);
    }
  };
  list.addEventListener("toggle", (e) => { if (e.target.open) fill(e.target); }, true);

  // fold takes marks off letters, so that "ket hon" finds "kết hôn".
  const fold = (s) => s.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase();
  const entities = { "&lt;": "<", "&gt;": ">", "&amp;": "&", "&#39;": "'", "&#34;": '"', "&#43;": "+" };
  const textOf = (d) => {
    if (d.text === null) {
      const raw = d.el.querySelector("noscript.body"), summary = d.el.firstElementChild.textContent;
      const body = raw ? raw.textContent.replace(/<[^>]*>/g, " ").replace(/&[#\w]+;/g, (e) => entities[e] ?? e)
        : d.el.querySelector(".b")?.textContent ?? "";
      d.text = fold(summary + " " + body).replace(/\s+/g, " ");
    }
    return d.text;
  };
  // The text is gathered while nobody waits for it.
  let gathered = 0;
  const gather = () => {
    const end = performance.now() + 12;
    while (gathered < dossiers.length && performance.now() < end) textOf(dossiers[gathered++]);
    if (gathered < dossiers.length) setTimeout(gather, 8);
  };
  setTimeout(gather, 200);

  const choice = { verdict: $("f-verdict"), severity: $("f-severity"), u: $("f-unit"), p: $("f-procedure"), rule: $("f-rule") };
  const apply = () => {
    const words = fold($("q").value).split(/\s+/).filter(Boolean);
    const { verdict, severity, u, p, rule } = choice;
    let n = 0;
    for (const d of dossiers) {
      const show = (!verdict.value || d.el.classList.contains(verdict.value)) && d.s >= +severity.value &&
        (!u.value || d.u === u.value) && (!p.value || d.p === p.value) &&
        (!rule.value || d.r.includes(" " + rule.value + " ")) && words.every((w) => textOf(d).includes(w));
      if (show) n++;
      if (show !== d.shown) d.el.hidden = !(d.shown = show);
    }
    status.textContent = n || !dossiers.length ? status.dataset.text.replace("{n}", n).replace("{of}", dossiers.length) : status.dataset.none;
    for (const b of document.querySelectorAll("button[data-for]"))
      b.setAttribute("aria-pressed", String($(b.dataset.for).value === b.dataset.value));
  };

  const arrange = () => {
    const worst = $("order").value === "worst";
    const sorted = dossiers.slice().sort((a, b) => (worst ? a.weight - b.weight : 0) || a.n - b.n);
    if (sorted.some((d, i) => list.children[i] !== d.el)) list.append(...sorted.map((d) => d.el));
  };

  let waiting = 0;
  const soon = () => { cancelAnimationFrame(waiting); waiting = requestAnimationFrame(apply); };
  $("q").addEventListener("input", soon);
  form.addEventListener("change", (e) => { if (e.target.id === "order") arrange(); else apply(); });
  form.addEventListener("submit", (e) => e.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => { arrange(); apply(); }));

  // A number of the summary is a filter.
  $("summary").addEventListener("click", (e) => {
    const button = e.target.closest("button[data-for]");
    if (!button) return;
    const select = $(button.dataset.for);
    select.value = select.value === button.dataset.value ? "" : button.dataset.value;
    apply();
    if (select.value) $("dossiers").scrollIntoView({ block: "start" });
  });

  // Opening thousands goes on in pieces, so that the page stays alive.
  let opening = 0;
  const openFrom = (i, run) => {
    if (run !== opening) return;
    const end = performance.now() + 20;
    for (; i < dossiers.length && performance.now() < end; i++) if (dossiers[i].shown) dossiers[i].el.open = true;
    if (i < dossiers.length) setTimeout(openFrom, 0, i, run);
  };
  $("open-all").addEventListener("click", () => openFrom(0, ++opening));
  $("close-all").addEventListener("click", () => { opening++; for (const d of dossiers) d.el.open = false; });

  $("theme").addEventListener("click", () => {
    const root = document.documentElement;
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
  });

  arrange();
  apply();
})();
