extension PageScript {
  /// Searches a document, marks the endpoint that is read, and copies what stands in blocks.
  static let reference = PageScript(
    #"""
    (() => {
      "use strict";
      const drawer = document.getElementById("drawer");
      const field = document.getElementById("search");
      const results = document.getElementById("results");
      const lists = document.getElementById("lists");
      const text = document.querySelector(".reference .text");
      const plain = element => element.textContent.replace(/\s*#\s*$/, "").trim();

      // Every heading and every row with a name is an entry, with the headings that it stands below.
      let entries = null;
      const index = () => {
        const above = [];
        entries = [];
        const seen = text.querySelectorAll("h2, h3, h4, tr[id], p, li, dd");
        let heading = null;
        for (const element of seen) {
          const level = /^H[234]$/.test(element.tagName) ? Number(element.tagName[1]) : 0;
          if (level) {
            above.length = level - 2;
            const name = plain(element);
            heading = {
              id: element.id, name, place: above.filter(Boolean).join(" › "), text: "",
            };
            above[level - 2] = name;
            entries.push(heading);
          } else if (element.tagName === "TR") {
            const cell = element.querySelector("code") || element.cells[0];
            const words = [...element.cells].map(part => part.textContent).join(" ");
            entries.push({
              id: element.id, name: cell.textContent, place: above.filter(Boolean).join(" › "),
              text: words, says: [...element.cells].slice(1, 3).map(part => part.textContent).join(", "),
            });
          } else if (heading && !element.closest("table")) {
            heading.text += ` ${element.textContent}`;
          }
        }
        for (const entry of entries) {
          entry.lowerName = entry.name.toLowerCase();
          entry.lowerText = `${entry.name} ${entry.place} ${entry.text}`.toLowerCase();
        }
      };

      const rank = (entry, words, whole) => {
        if (!words.every(word => entry.lowerText.includes(word))) return 0;
        if (entry.lowerName === whole) return 4;
        if (entry.lowerName.startsWith(whole)) return 3;
        return words.every(word => entry.lowerName.includes(word)) ? 2 : 1;
      };

      const search = () => {
        const whole = field.value.trim().toLowerCase();
        lists.hidden = whole !== "";
        results.hidden = whole === "";
        results.replaceChildren();
        if (!whole) return;
        if (!entries) index();
        const words = whole.split(/\s+/);
        const found = entries.map((entry, place) => ({ entry, place, rank: rank(entry, words, whole) }))
          .filter(hit => hit.rank > 0)
          .sort((left, right) => right.rank - left.rank || left.place - right.place);
        const list = document.createElement("ul");
        list.className = "results";
        for (const { entry } of found.slice(0, 40)) {
          const item = document.createElement("li");
          const link = document.createElement("a");
          link.href = `#${entry.id}`;
          link.append(entry.name);
          for (const words of [entry.says, entry.place]) {
            if (!words) continue;
            const line = document.createElement("span");
            line.append(words.length > 90 ? `${words.slice(0, 90)}…` : words);
            link.append(line);
          }
          item.append(link);
          list.append(item);
        }
        const count = document.createElement("p");
        count.className = "small muted";
        count.setAttribute("role", "status");
        count.append(found.length > 40 ? `40 of ${found.length} places` : `${found.length} places`);
        results.append(count, list);
      };
      document.getElementById("searching").hidden = false;
      field.addEventListener("input", search);
      field.addEventListener("keydown", event => {
        if (event.key === "Escape") { field.value = ""; search(); }
        if (event.key === "Enter") results.querySelector("a")?.click();
      });
      document.addEventListener("keydown", event => {
        const isTyping = event.target.closest("input, textarea, select");
        if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        drawer.checked = true;
        field.focus();
      });

      // A fold opens when a link leads into it.
      const reveal = () => {
        const id = decodeURIComponent(location.hash.slice(1));
        const place = id && document.getElementById(id);
        if (!place) return;
        let isClosed = false;
        for (let fold = place.closest("details"); fold; fold = fold.parentElement.closest("details")) {
          isClosed ||= !fold.open;
          fold.open = true;
        }
        if (isClosed) place.scrollIntoView();
      };
      addEventListener("hashchange", reveal);
      reveal();
      document.querySelector(".sidebar").addEventListener("click", event => {
        if (event.target.closest("a")) drawer.checked = false;
      });

      // The endpoint that is read: the last one whose heading is above the upper part of the window.
      const links = new Map([...lists.querySelectorAll("a")].map(link => [link.hash.slice(1), link]));
      const headings = [...text.querySelectorAll("h2")].filter(heading => links.has(heading.id));
      let current = null;
      let isWaiting = false;
      const mark = () => {
        isWaiting = false;
        const limit = innerHeight / 3;
        const read = headings.findLast(heading => heading.getBoundingClientRect().top < limit);
        const link = read ? links.get(read.id) : null;
        if (link === current) return;
        current?.removeAttribute("aria-current");
        link?.setAttribute("aria-current", "true");
        if (link && innerWidth > 960) link.scrollIntoView({ block: "nearest" });
        current = link;
      };
      addEventListener("scroll", () => {
        if (isWaiting) return;
        isWaiting = true;
        requestAnimationFrame(mark);
      }, { passive: true });
      mark();

      for (const block of text.querySelectorAll("pre.code")) {
        const frame = document.createElement("div");
        frame.className = "block";
        block.replaceWith(frame);
        const button = document.createElement("button");
        button.type = "button";
        button.className = "copy";
        button.append("Copy");
        button.addEventListener("click", async () => {
          try {
            await navigator.clipboard.writeText(block.textContent.replace(/\n$/, ""));
            button.textContent = "Copied";
          } catch {
            // Without the permission the reader copies the selection.
            getSelection().selectAllChildren(block);
            button.textContent = "Selected";
          }
          setTimeout(() => { button.textContent = "Copy"; }, 2000);
        });
        frame.append(block, button);
      }
    })();
    """#
  )
}
