extension PageScript {
  /// Filters the cases, keeps the filter in the address, opens what a link leads to, and copies
  /// commands.
  static let cases = PageScript(
    #"""
    (() => {
      "use strict";
      const form = document.getElementById("filter");
      const count = document.getElementById("count");
      const names = ["verdict", "rule", "endpoint", "kind", "status"];
      const sections = [...document.querySelectorAll("section.endpoint")].map(section => ({
        section,
        endpoint: section.getAttribute("aria-labelledby"),
        chunks: [...section.querySelectorAll(".chunk")].map(chunk => {
          const held = chunk.querySelector(":scope > noscript");
          const cases = held
            ? null : [...chunk.children].map(element => ({ element, text: null }));
          return { chunk, held, cases, count: held ? Number(chunk.dataset.cases) : cases.length };
        }),
      }));
      const chunks = sections.flatMap(section => section.chunks);
      const total = chunks.reduce((sum, chunk) => sum + chunk.count, 0);
      const limit = \#(CasesSection.mostShown);

      // The cases of a chunk; of one that is held back they are text.
      const listed = part => part.cases ??= part.held.textContent.split(/^(?=<details class="case")/m)
        .filter(markup => markup.startsWith("<details"))
        .map(markup => ({ element: null, markup, text: null }));

      // Makes elements of a chunk that is held back; the markup is the page's own.
      const unfold = part => {
        if (!part.held) return;
        const cases = listed(part);
        part.chunk.innerHTML = part.held.textContent;
        part.held = null;
        [...part.chunk.children].forEach((element, index) => {
          Object.assign(cases[index], { element, markup: null });
        });
      };

      // Everything that is said of a case is searched. In a large page it is text until the case is
      // opened: the tags are taken out, and the references of the standard characters resolved.
      const characters = { amp: "&", lt: "<", gt: ">", quot: "\"", "#39": "'" };
      const plain = markup => markup.replace(/<[^>]*>/g, "")
        .replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => characters[name]);
      const text = entry => {
        if (entry.text === null && !entry.element) {
          const name = entry.markup.slice(entry.markup.indexOf("<code>"));
          const content = entry.markup.slice(entry.markup.indexOf("<div class=\"content\""));
          entry.text = plain(`${name.slice(0, name.indexOf("</code>"))}\n${content}`).toLowerCase();
        }
        if (entry.text === null) {
          const held = entry.element.querySelector("noscript");
          const content = held
            ? plain(held.textContent)
            : entry.element.querySelector(".content").textContent;
          entry.text = `${entry.element.querySelector("code").textContent}\n${content}`
            .toLowerCase();
        }
        return entry.text;
      };

      // Builds what a large page holds back; the markup is the page's own.
      const build = fold => {
        const held = fold.querySelector("noscript");
        if (held) held.parentElement.innerHTML = held.textContent;
      };

      // The first showing of a body that several cases have in common.
      const body = id => {
        const found = document.getElementById(id);
        if (found) return found;
        for (const held of document.querySelectorAll(".case noscript")) {
          if (!held.textContent.includes(`id="${id}"`)) continue;
          build(held.closest(".case"));
          return document.getElementById(id);
        }
        for (const part of chunks) {
          if (!part.held?.textContent.includes(`id="${id}"`)) continue;
          unfold(part);
          return document.getElementById(id);
        }
        return null;
      };

      const wanted = () => {
        const filter = { q: form.elements.q.value.trim().toLowerCase() };
        for (const name of names) filter[name] = form.elements[name].value;
        return filter;
      };

      const matches = (entry, filter) => {
        const data = entry.element?.dataset ?? (entry.data ??= Object.fromEntries(
          [...entry.markup.slice(0, entry.markup.indexOf(">")).matchAll(/data-([a-z]+)="([^"]*)"/g)]
            .map(([, name, value]) => [name, plain(value)])));
        for (const name of names) {
          if (name === "endpoint" || !filter[name]) continue;
          if (!data[name].split(" ").includes(filter[name])) return false;
        }
        return filter.q.split(/\s+/).every(word => text(entry).includes(word));
      };

      // What a link led to, which may be beyond those that are shown at once.
      let opened = null;

      const apply = () => {
        const filter = wanted();
        const isFiltered = filter.q || names.some(name => filter[name]);
        let shown = 0;
        let found = 0;
        for (const { section, endpoint, chunks } of sections) {
          let isSectionShown = false;
          const isWanted = !filter.endpoint || filter.endpoint === endpoint;
          for (const part of chunks) {
            let isChunkShown = false;
            // What is held back is looked into where something is searched for.
            const cases = part.held && (!isFiltered || !isWanted) ? [] : listed(part);
            const states = cases.map(entry => {
              const isFound = isWanted && (!isFiltered || matches(entry, filter));
              if (isFound) found += 1;
              return isFound && ++shown <= limit;
            });
            if (states.includes(true)) { unfold(part); isChunkShown = true; }
            cases.forEach(({ element }, index) => {
              if (element && element.hidden === states[index]) element.hidden = !states[index];
            });
            part.chunk.hidden = !isChunkShown;
            if (isChunkShown) isSectionShown = true;
          }
          section.hidden = !isSectionShown;
        }
        count.textContent = isFiltered
          ? `${found} of ${total} cases` + (found > limit ? `, the first ${limit} shown` : "")
          : total > limit
            ? `The first ${limit} of ${total} cases; a search finds the others` : `All ${total} cases`;
        if (isFiltered) return;
        for (let fold = opened?.closest("[hidden]"); fold; fold = opened.closest("[hidden]"))
          fold.hidden = false;
      };

      // The filter is a part of the address, so that a filtered list can be passed on.
      const remember = () => {
        const query = new URLSearchParams();
        for (const [name, value] of Object.entries(wanted())) if (value) query.set(name, value);
        const search = query.size ? `?${query}` : location.pathname;
        try { history.replaceState(null, "", search + location.hash); } catch { /* a sandbox */ }
      };

      const restore = () => {
        for (const [name, value] of new URLSearchParams(location.search)) {
          const field = form.elements[name];
          if (field && (name === "q" || names.includes(name))) field.value = value;
        }
      };

      const reveal = () => {
        let id = location.hash.slice(1);
        try { id = decodeURIComponent(id); } catch { /* as it stands */ }
        let target = id && document.getElementById(id);
        if (!target && id.startsWith("body:")) target = body(id);
        if (!target && id) {
          const part = chunks.find(({ held }) => held?.textContent.includes(`id="${id}"`));
          if (part) { unfold(part); target = document.getElementById(id); }
        }
        if (!target) return;
        opened = target;
        if (target.closest("[hidden]")) { form.reset(); apply(); remember(); }
        for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details"))
          fold.open = true;
        target.scrollIntoView();
      };

      let timer = 0;
      form.addEventListener("input", () => {
        clearTimeout(timer);
        timer = setTimeout(() => { apply(); remember(); }, 80);
      });
      form.addEventListener("submit", event => event.preventDefault());
      form.addEventListener("reset", () => setTimeout(() => { apply(); remember(); }));
      addEventListener("hashchange", reveal);

      document.addEventListener("click", async event => {
        const cell = event.target.closest("a[data-kind]");
        if (cell) {
          form.reset();
          form.elements.endpoint.value = cell.hash.slice(1);
          form.elements.kind.value = cell.dataset.kind;
          apply();
          remember();
        }
        const copy = event.target.closest(".copy");
        if (!copy) return;
        const command = copy.parentElement.querySelector(".curl");
        try {
          await navigator.clipboard.writeText(command.textContent);
        } catch {
          getSelection().selectAllChildren(command);
          document.execCommand("copy");
        }
        copy.textContent = "Copied";
        setTimeout(() => { copy.textContent = "Copy"; }, 2000);
      });

      // What a case needs is added when it is opened.
      document.addEventListener("toggle", event => {
        const fold = event.target;
        if (!fold.open || !fold.matches("details")) return;
        const curl = fold.querySelector(":scope > .curl");
        if (curl && !fold.querySelector(".copy")) {
          const copy = document.createElement("button");
          copy.type = "button";
          copy.className = "copy";
          copy.textContent = "Copy";
          curl.before(copy);
        }
        if (!fold.matches(".case")) return;
        build(fold);
        for (const same of fold.querySelectorAll(".same")) {
          const first = body(same.querySelector("a").hash.slice(1));
          if (!first) continue;
          const copy = first.cloneNode(true);
          copy.removeAttribute("id");
          same.replaceWith(copy);
        }
      }, true);

      form.hidden = false;
      restore();
      apply();
      reveal();
    })();
    """#
  )
}
