// Pages while somebody types in the form at the top; without it the form asks as any form does.
(() => {
  const form = document.querySelector("form.find");
  const field = form && form.querySelector("input");
  if (!field) return;
  let status, list, timer, asking;

  const build = () => {
    const box = document.createElement("div");
    box.className = "typed";
    status = document.createElement("p");
    status.setAttribute("role", "status");
    list = document.createElement("ul");
    box.append(status, list);
    form.append(box);
  };
  const clear = () => {
    if (asking) asking.abort();
    if (!list) return;
    status.textContent = "";
    list.replaceChildren();
  };
  const item = (hit) => {
    const link = document.createElement("a");
    link.href = hit.address;
    link.textContent = hit.title;
    const kind = document.createElement("small");
    kind.textContent = ` ${hit.kind}`;
    const row = document.createElement("li");
    row.append(link, kind);
    return row;
  };
  const ask = async () => {
    clear();
    if (!field.value.trim()) return;
    asking = new AbortController();
    const query = new URLSearchParams({ format: "json", q: field.value });
    try {
      const answer = await fetch(`${form.action}?${query}`, { signal: asking.signal });
      if (!answer.ok) return;
      const found = await answer.json();
      if (!list) build();
      status.textContent = found.said;
      list.replaceChildren(...found.hits.map(item));
    } catch {
      // Asked anew, or no answer: the form itself still asks.
    }
  };
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 150);
  });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    clear();
    field.focus();
  });
})();
