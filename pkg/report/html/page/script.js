"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const main = document.querySelector("main"), list = $("list"), form = $("filter"), more = $("more"), status = $("shown");

  // The summary is written last and read first.
  main.insertBefore($("summary"), main.firstChild);
  for (const from of $("lists").content.querySelectorAll("select")) {
    const select = $(from.dataset.for);
    select.append(...from.children);
    select.value = "";
  }
  form.hidden = $("theme").hidden = false;
  document.documentElement.classList.add("live");

  // A dossier is plain text in a noscript element, and its pictures in a second
  // one, until somebody comes near it. They were escaped for this when written.
  const dossiers = [];
  for (const raw of list.children) {
    if (raw.className === "more") {
      dossiers[dossiers.length - 1].pictures = raw;
      continue;
    }
    const { u, p, r, s } = raw.dataset, verdict = raw.className;
    dossiers.push({ raw, pictures: null, el: null, text: null, n: dossiers.length, verdict, u, p, r: " " + r + " ", s: +s,
      weight: verdict === "rejected" ? 0 : verdict === "undetermined" ? 1 : 2 });
  }
  const parse = (raw) => {
    const holder = document.createElement("template");
    holder.innerHTML = raw.textContent;
    return holder.content.firstElementChild;
  };
  const element = (d) => {
    if (d.el) return d.el;
    d.el = parse(d.raw);
    d.el.addEventListener("toggle", () => { if (d.el.open) show(d); });
    return d.el;
  };
  const show = (d) => {
    if (!d.pictures) return;
    d.el.append(parse(d.pictures).lastElementChild);
    d.pictures = null;
  };

  // fold takes marks off letters, so that "ket hon" finds "kết hôn".
  const fold = (s) => s.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase();
  const entities = { "&lt;": "<", "&gt;": ">", "&amp;": "&", "&#39;": "'", "&#34;": '"', "&#43;": "+" };
  const textOf = (d) => d.text ??= fold(d.raw.textContent.replace(/<[^>]*>/g, " ").replace(/&[#\w]+;/g, (e) => entities[e] ?? e));
  // The text is gathered while nobody waits for it.
  let gathered = 0;
  const gather = () => {
    const end = performance.now() + 15;
    while (gathered < dossiers.length && performance.now() < end) textOf(dossiers[gathered++]);
    if (gathered < dossiers.length) setTimeout(gather);
  };
  setTimeout(gather, 50);

  // Of the dossiers that fit, as many stand in the page as somebody has come to.
  const step = 50;
  let fitting = [], standing = 0, opened = false;
  const extend = (to) => {
    const add = fitting.slice(standing, to);
    for (const d of add) if (opened) { element(d).open = true; show(d); }
    list.append(...add.map(element));
    standing += add.length;
    const left = fitting.length - standing;
    more.hidden = !left;
    more.textContent = more.dataset.text.replace("{n}", left);
  };
  const choice = { verdict: $("f-verdict"), severity: $("f-severity"), u: $("f-unit"), p: $("f-procedure"), rule: $("f-rule") };
  const apply = () => {
    const words = fold($("q").value).split(/\s+/).filter(Boolean);
    const verdict = choice.verdict.value, severity = +choice.severity.value, u = choice.u.value, p = choice.p.value;
    const rule = choice.rule.value && " " + choice.rule.value + " ";
    fitting = dossiers.filter((d) => (!verdict || d.verdict === verdict) && d.s >= severity && (!u || d.u === u) && (!p || d.p === p) &&
      d.r.includes(rule) && words.every((w) => textOf(d).includes(w)));
    if ($("order").value === "worst") fitting.sort((a, b) => a.weight - b.weight || a.n - b.n);
    list.textContent = "";
    standing = 0;
    extend(step);
    status.textContent = (fitting.length || !dossiers.length ? status.dataset.text : status.dataset.none)
      .replace("{n}", fitting.length).replace("{of}", dossiers.length);
    for (const b of document.querySelectorAll("button[data-for]"))
      b.setAttribute("aria-pressed", String($(b.dataset.for).value === b.dataset.value));
  };
  more.addEventListener("click", () => {
    const next = fitting[standing];
    extend(standing + step);
    next?.el.firstElementChild.focus();
  });
  if (window.IntersectionObserver) {
    const watch = new IntersectionObserver((seen) => {
      if (!seen.some((e) => e.isIntersecting)) return;
      extend(standing + step);
      watch.unobserve(more); // so that it is told again where the button is still near
      watch.observe(more);
    }, { rootMargin: "800px" });
    watch.observe(more);
  }
  addEventListener("beforeprint", () => extend(fitting.length));

  let waiting = 0;
  $("q").addEventListener("input", () => { cancelAnimationFrame(waiting); waiting = requestAnimationFrame(apply); });
  form.addEventListener("change", (e) => { if (e.target.id !== "q") apply(); });
  form.addEventListener("submit", (e) => e.preventDefault());
  form.addEventListener("reset", () => setTimeout(apply));

  // A number of the summary is a filter.
  $("summary").addEventListener("click", (e) => {
    const button = e.target.closest("button[data-for]");
    if (!button) return;
    const select = $(button.dataset.for);
    select.value = select.value === button.dataset.value ? "" : button.dataset.value;
    apply();
    if (select.value) $("dossiers").scrollIntoView({ block: "start" });
  });

  const openAll = (open) => {
    opened = open;
    for (const d of dossiers) if (d.el) d.el.open = false;
    if (open) for (const d of fitting.slice(0, standing)) { d.el.open = true; show(d); }
  };
  $("open-all").addEventListener("click", () => openAll(true));
  $("close-all").addEventListener("click", () => openAll(false));

  $("theme").addEventListener("click", () => {
    const root = document.documentElement;
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
  });

  apply();
})();
