(function () {
  "use strict";
  var doc = document;
  function all(selector, within) { return Array.from((within || doc).querySelectorAll(selector)); }
  function make(name, cls, text) {
    var e = doc.createElement(name);
    if (cls) e.className = cls;
    if (text) e.textContent = text;
    return e;
  }
  var narrow = matchMedia("(max-width: 44rem)"), wide = matchMedia("(min-width: 70rem)");
  doc.documentElement.classList.add("js");

  // On a small screen the differences come before the table of outlets is read.
  if (narrow.matches) doc.querySelector(".compared").open = false;

  // Keys go through the items.
  var help = doc.getElementById("help"), find = doc.getElementById("find"), at = null, entries;
  function items() {
    return all(".difference, .claim, .quote, .report").filter(function (e) { return e.checkVisibility(); });
  }
  // step goes on from the item last used, or when that is out of sight, from what
  // is to be seen.
  function step(by) {
    var list = items(), n = list.indexOf(at), box = n < 0 ? null : at.getBoundingClientRect();
    if (!box || box.bottom < 0 || box.top > innerHeight) {
      n = list.findIndex(function (e) { return e.getBoundingClientRect().top >= 0; });
      if (n < 0) n = list.length;
      if (by > 0) n--;
    }
    at = list[Math.min(Math.max(n + by, 0), list.length - 1)];
    if (!at) return;
    at.focus({ preventScroll: true });
    at.scrollIntoView({ block: "start" });
  }
  doc.addEventListener("focusin", function (e) {
    at = e.target.closest(".difference, .claim, .quote, .report") || at;
  });
  doc.addEventListener("keydown", function (e) {
    if (e.ctrlKey || e.metaKey || e.altKey || help.open) return;
    if (e.key === "Escape") {
      if (e.target === find) { find.value = ""; search(); find.blur(); } else fold(true);
      return;
    }
    if (e.target.matches("textarea, select, input:not([type=checkbox])")) return;
    var folded = at && at.querySelector("details");
    if (e.key === "j") step(1);
    else if (e.key === "k") step(-1);
    else if (e.key === "o" && folded) folded.open = !folded.open;
    else if (e.key === "/") { find.scrollIntoView({ block: "nearest" }); find.focus(); }
    else if (e.key === "?") help.showModal();
    else return;
    e.preventDefault();
  });
  var keys = doc.getElementById("keys");
  keys.hidden = false;
  keys.addEventListener("click", function () { help.showModal(); });
  doc.getElementById("close").addEventListener("click", function () { help.close(); });

  // Lines of outlets that are not ticked are hidden, and what has no line left.
  var filter = doc.getElementById("filter"), boxes = all("input", filter);
  filter.hidden = boxes.length < 2;
  filter.open = boxes.length <= 12 && wide.matches;
  function sift() {
    var shown = {};
    boxes.forEach(function (b) { shown[b.value] = b.checked; });
    all("[data-o]").forEach(function (e) {
      e.classList.toggle("off", e.dataset.o.split(" ").every(function (n) { return shown[n] === false; }));
    });
    all(".claim, .quote, .positions tbody tr, .ledger tbody tr").forEach(function (e) {
      e.classList.toggle("off", !!e.querySelector(".lines") && !e.querySelector(".lines > li:not(.off)"));
    });
    // One side alone is no difference.
    all(".difference").forEach(function (e) { e.classList.toggle("off", all(".positions tbody tr:not(.off)", e).length < 2); });
    all("main > section").forEach(function (e) { e.classList.toggle("off", !!e.querySelector(".off") && !left(e, "off")); });
  }
  // left tells whether a section has an entry without the class.
  function left(section, cls) {
    return all(entries, section).some(function (e) { return !e.classList.contains(cls); });
  }
  function tick(on) {
    boxes.forEach(function (b) { b.checked = on; });
    sift();
  }
  filter.addEventListener("change", sift);
  doc.getElementById("all").addEventListener("click", function () { tick(true); });
  doc.getElementById("none").addEventListener("click", function () { tick(false); });

  // Finding hides what does not have all the words, and sets them off.
  entries = ".difference, .claim, .quote, .short > li, .ledger > tbody > tr, .people > tbody > tr, .more-people > li, .plain > li, .matrix > tbody > tr, .report";
  var texts = new Map(), wait = 0;
  function plain(s) { return s.toLowerCase().replace(/[‘’]/g, "'").replace(/[“”]/g, '"'); }
  function search() {
    var words = plain(find.value).split(/\s+/).filter(Boolean), n = 0;
    if (!texts.size) all(entries).forEach(function (e) { texts.set(e, plain(e.textContent)); });
    texts.forEach(function (text, e) {
      var has = words.every(function (w) { return text.includes(w); });
      e.classList.toggle("miss", !has);
      if (has) n++;
    });
    all("main > section, .by").forEach(function (e) {
      e.classList.toggle("miss", words.length > 0 && !!e.querySelector(".miss") && !left(e, "miss"));
    });
    paint(words);
    if (words.length) all(".more-claims, .people ~ details").forEach(function (d) { d.open = true; });
    doc.getElementById("found").textContent = !words.length ? "" : n ? n + " of " + texts.size + " entries" : "nothing found";
  }
  // paint sets off the first places that have the words.
  function paint(words) {
    if (!window.Highlight) return;
    CSS.highlights.delete("found");
    if (!words.join("")) return;
    var marks = new Highlight(), walk = doc.createTreeWalker(doc.querySelector("main"), NodeFilter.SHOW_TEXT);
    while (walk.nextNode() && marks.size < 2000) {
      var text = plain(walk.currentNode.data);
      words.forEach(function (w) {
        for (var i = text.indexOf(w); i >= 0 && marks.size < 2000; i = text.indexOf(w, i + w.length)) {
          var range = new Range();
          range.setStart(walk.currentNode, i);
          range.setEnd(walk.currentNode, Math.min(i + w.length, walk.currentNode.length));
          marks.add(range);
        }
      });
    }
    CSS.highlights.set("found", marks);
  }
  doc.getElementById("tools").hidden = false;
  find.addEventListener("input", function () { clearTimeout(wait); wait = setTimeout(search, 120); });

  // Marked words of a report open to what the others say of them.
  var beside = null, opener = null;
  function fold(back) {
    if (!beside) return;
    beside.remove();
    if (opener) { opener.removeAttribute("aria-expanded"); if (back) opener.focus({ preventScroll: true }); }
    beside = opener = null;
  }
  // refs lists the links that stand behind marked words.
  function refs(mark) {
    var list = [];
    for (; mark && mark.matches("mark, span"); mark = mark.parentElement.closest("mark")) {
      var next = mark;
      while (next && !next.nextElementSibling && next.matches("mark, span")) next = next.parentElement;
      next = next && next.nextElementSibling;
      while (next && next.matches("mark, span") && next.firstElementChild && next.firstChild === next.firstElementChild) next = next.firstElementChild;
      for (; next && next.matches(".ref"); next = next.nextElementSibling) list.push(next);
    }
    return list;
  }
  // others returns a list without what the report says itself and what shown has;
  // those on the other side of a difference come first.
  function others(from, report, shown) {
    var copy = from.cloneNode(true), own = 'a[href^="#' + report.id + '-"]';
    Array.from(copy.tBodies || []).forEach(function (body, i) {
      if (from.tBodies[i].querySelector(own)) copy.append(body);
    });
    all(".whose > span", copy).forEach(function (who) { if (who.querySelector(own)) who.remove(); });
    all("li", copy).forEach(function (li) {
      var said = li.querySelector("a.said");
      if (!li.querySelector(".who") || said && shown[said.hash]) li.remove();
      else if (said) shown[said.hash] = true;
    });
    all("tr", copy).forEach(function (tr) { if (tr.querySelector("td .lines") && !tr.querySelector("li")) tr.remove(); });
    return copy;
  }
  function open(list, report, paragraph) {
    fold();
    beside = make("aside", "beside");
    beside.tabIndex = -1;
    beside.setAttribute("aria-label", "What the others say");
    var close = make("button", "", "Close");
    close.type = "button";
    close.addEventListener("click", function () { fold(true); });
    beside.append(close);
    var shown = {};
    list.forEach(function (ref) {
      var target = doc.getElementById(ref.hash.slice(1)), head = make("h4"), link = make("a");
      link.href = ref.hash;
      link.textContent = ref.title.charAt(0).toUpperCase() + ref.title.slice(1);
      head.append(link);
      beside.append(head);
      if (target.matches("section")) return;
      var about = target.querySelector("h3 .about"), box = make("div", target.className);
      if (about) head.append(" ", about.cloneNode(true));
      box.append(others(target.querySelector(".positions, .lines"), report, shown));
      if (box.querySelector("li")) beside.append(box);
    });
    paragraph.after(beside);
    if (wide.matches) beside.style.top = paragraph.offsetTop + "px";
    opener = list[0];
    opener.setAttribute("aria-expanded", "true");
  }
  doc.getElementById("reports").addEventListener("click", function (e) {
    var ref = e.target.closest(".ref"), mark = e.target.closest("mark");
    if (e.ctrlKey || e.metaKey || e.shiftKey || !ref && (!mark || e.target.closest("a"))) return;
    var list = ref ? [ref] : refs(mark), report = e.target.closest(".report");
    if (!list.length || !report || String(getSelection())) return;
    e.preventDefault();
    if (opener === list[0] && beside) { fold(true); return; }
    open(list, report, e.target.closest("p"));
    if (!e.detail) beside.focus();
  });

  // What a link leads to is unfolded.
  function unfold() {
    var target = doc.getElementById(location.hash.slice(1)), folded = false;
    for (var d = target && target.parentElement.closest("details:not([open])"); d; d = d.parentElement.closest("details:not([open])")) d.open = folded = true;
    if (folded) target.scrollIntoView();
  }
  addEventListener("hashchange", unfold);
  unfold();

  addEventListener("beforeprint", function () {
    all("main details, header details").forEach(function (d) { d.open = true; });
  });
})();
