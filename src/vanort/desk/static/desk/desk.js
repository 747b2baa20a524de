/* Two small things: the date choosers of Wagtail without inline scripts, and how the publication of a change goes. */
(() => {
  "use strict";

  /* Wagtail's widgets call initDateChooser from inside the page; ours say what they want in an attribute. */
  const chosen = new WeakSet();
  const choose = (root) => {
    for (const mark of root.querySelectorAll("[data-desk-chooser]")) {
      const start = window[mark.dataset.deskChooser];
      if (chosen.has(mark) || !start || !document.getElementById(mark.dataset.deskFor)) continue;
      chosen.add(mark);
      const config = JSON.parse(mark.dataset.deskConfig);
      if (/^[A-Z]/.test(mark.dataset.deskChooser)) new start(mark.dataset.deskFor, config);
      else start(mark.dataset.deskFor, config);
    }
  };

  /* What Wagtail leaves without a name or in the wrong place for a screen reader. */
  const mend = (root) => {
    const fields = root.querySelectorAll("[data-panel] :is(input:not([type=hidden]), select, textarea, [contenteditable])");
    for (const field of fields) {
      if (field.labels?.length || field.closest("[aria-label], [aria-labelledby]") === field) continue;
      const heading = field.closest("[data-panel][aria-labelledby]");
      if (heading) field.setAttribute("aria-labelledby", heading.getAttribute("aria-labelledby"));
    }
    for (const tab of root.querySelectorAll('[role="tab"]')) {
      if (!tab.closest('[role="tablist"]')) tab.removeAttribute("role");
    }
  };

  const follow = (link, wait) => {
    setTimeout(async () => {
      try {
        const answer = await fetch(link.dataset.published, { headers: { Accept: "application/json" } });
        if (!answer.ok) return;
        const told = await answer.json();
        link.textContent = told.text;
        link.dataset.state = told.state;
        if (!told.is_final) follow(link, Math.min(wait * 1.5, 5000));
      } catch {
        follow(link, 5000);
      }
    }, wait);
  };

  const begin = () => {
    const look = () => { choose(document); mend(document); };
    look();
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
    for (const link of document.querySelectorAll("[data-published]")) follow(link, 150);
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
})();
