(function () {
  "use strict";
  // j and k go to the next and the previous item.
  var at = -1;
  document.addEventListener("keydown", function (e) {
    if (e.ctrlKey || e.metaKey || e.altKey || e.target.matches("textarea, select, input:not([type=checkbox])")) return;
    if (e.key !== "j" && e.key !== "k") return;
    var all = document.querySelectorAll(".difference, .claim, .quote, .report:not([hidden])");
    at = Math.min(Math.max(at + (e.key === "j" ? 1 : -1), 0), all.length - 1);
    if (all[at]) { all[at].focus({ preventScroll: true }); all[at].scrollIntoView({ block: "start" }); }
  });
  document.addEventListener("focusin", function (e) {
    var item = e.target.closest(".difference, .claim, .quote, .report");
    if (item) at = Array.prototype.indexOf.call(document.querySelectorAll(".difference, .claim, .quote, .report:not([hidden])"), item);
  });

  // On a small screen the differences come before the table of outlets is read.
  if (matchMedia("(max-width: 44rem)").matches) document.querySelector(".compared").open = false;

  // Lines of outlets that are not ticked are hidden.
  var filter = document.getElementById("filter");
  var boxes = filter.querySelectorAll("input");
  filter.hidden = boxes.length < 2;
  filter.open = boxes.length <= 12 && matchMedia("(min-width: 70rem)").matches;
  filter.addEventListener("change", function () {
    var shown = {};
    boxes.forEach(function (b) { shown[b.value] = b.checked; });
    document.querySelectorAll("[data-o]").forEach(function (line) {
      line.hidden = line.dataset.o.split(" ").every(function (n) { return shown[n] === false; });
    });
  });

  // What a link leads to is unfolded.
  function unfold() {
    var target = document.getElementById(location.hash.slice(1));
    var fold = target && target.parentElement.closest("details:not([open])");
    if (fold) { fold.open = true; target.scrollIntoView(); }
  }
  addEventListener("hashchange", unfold);
  unfold();

  addEventListener("beforeprint", function () {
    document.querySelectorAll(".claim details, .more-claims, .more, .compared").forEach(function (d) { d.open = true; });
  });
})();
