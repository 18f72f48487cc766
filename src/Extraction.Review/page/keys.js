// Every command has a key; none fires while text is typed.
import { $ } from "./dom.js";
import { state, emit, mergeable } from "./state.js";
import { hasSelection, pick, hidePicker } from "./article.js";

const keys = {
  a: "accept", r: "reject", e: "edit", u: "undo", n: "next", j: "next", p: "previous", k: "previous", c: "add", s: "split", m: "merge",
  w: "why", "/": "search", "?": "help", o: "overview", t: "theme", ArrowRight: "next", ArrowLeft: "previous",
};

export const help = [
  ["a", "accept"], ["r", "reject"], ["e", "edit the record"], ["u", "undo your last decision"], ["n  p", "next, previous"], ["w", "say why"],
  ["c", "add a record that was missed"], ["s", "split: another record of the same act"], ["m", "merge into another record of the article"],
  ["1 – 5", "use the selected words as sender, act, target, date, reason"], ["Ctrl ↵", "save what you edit"], ["Esc", "leave a field, or cancel"],
  ["/", "search"], ["o", "overview and back"], ["t", "light or dark"], ["?", "this help"],
];

export function startKeys() {
  document.addEventListener("keydown", event => {
    if (document.querySelector("dialog[open]")) return;
    const typing = event.target.matches("input:not([type=checkbox]), textarea, select");
    if (event.key === "Escape") { event.preventDefault(); escape(event, typing); return; }
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && state.draft) { event.preventDefault(); emit("act", "save"); return; }
    if (event.key === "Enter" && event.target.id === "why" && !state.draft) { event.target.blur(); event.preventDefault(); return; }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^[1-9]$/.test(event.key) && !typing) {
      if (hasSelection()) { if (pick(+event.key)) event.preventDefault(); }
      else if (state.merging) { const other = mergeable()[event.key - 1]; if (other) emit("merge", other.id); }
      return;
    }
    if (typing || state.draft) return;
    const act = keys[event.key];
    const overview = !$("view-overview").hidden;
    if (!act || (event.repeat && (state.waiting || act !== "next" && act !== "previous")) || (overview && !["overview", "help", "theme", "search"].includes(act))) return;
    event.preventDefault();
    emit("act", act);
  });
}

function escape(event, typing) {
  if (hasSelection()) { hidePicker(); getSelection().removeAllRanges(); }
  else if (state.draft || state.merging) emit("act", "cancel");
  else if (typing) event.target.blur();
}
