// The article, with the record's words marked in it. All text is set as text.
import { $, el, fill, words } from "./dom.js";
import { state, fields, emit } from "./state.js";
import { clearFilters, narrowing } from "./filters.js";
import { places, paragraphs, isWrapped, clean } from "./text.js";

const pane = $("article"), picker = $("picker");
let pieces = [];   // { text, start, exact, at: places(text) }
let chosen = null; // { text, span, piece, from }

export const piecesOf = () => pieces;

/** Shows the article of the current record, marked for what stands in the draft or the record. */
export function show({ keepScroll = false } = {}) {
  const answer = state.current, scroll = pane.scrollTop;
  hidePicker();
  if (!answer) { fill(pane, nothing()); return; }
  const record = state.draft?.content ?? answer.current;
  pieces = answer.pieces.map(p => ({ ...p, at: places(p.text) }));
  const nodes = pieces.flatMap(piece => paragraphs(piece.text).map(range => paragraph(piece, range, marksOf(piece, record, answer))));
  // A title that the text begins with is shown once, where its words can be selected.
  const headed = answer.whole_text && record.title && clean(nodes[0]?.textContent ?? "") === clean(record.title);
  if (headed) nodes[0].classList.add("title");
  fill(pane,
    el("div", { class: "sheet" },
      el("div", { class: "source" },
        el("p", { class: "muted num" }, [record.published ? `Published ${record.published}` : "No publication date", `${answer.record.document_id}${answer.record.article > 1 ? `, article ${answer.record.article}` : ""}`].join(" · ")),
        headed ? null : el("h1", { dir: "auto" }, record.title ?? answer.record.document_id)),
      answer.whole_text ? null : el("p", { class: "note" }, "Only the evidence is at hand. Start the review with ", el("code", {}, "--articles FILE"), " to see whole articles."),
      el("div", { class: "text", id: "text", dir: "auto" }, nodes)));
  if (keepScroll) pane.scrollTop = scroll;
  else scrollToMark(state.draft ? "" : "target") || scrollToMark("action") || (pane.scrollTop = 0);
}

export function scrollToMark(name) {
  const mark = pane.querySelector(name === "evidence" ? ".ev" : `.m-${name || "none"}`);
  if (!mark) return false;
  const view = pane.getBoundingClientRect(), box = mark.getBoundingClientRect();
  if (box.top < view.top + 60 || box.bottom > view.bottom - 60) pane.scrollTop += box.top - view.top - view.height * 0.35;
  return true;
}

export function scrollToPoint(point) {
  for (const p of pane.querySelectorAll("p[data-from]")) {
    const piece = pieces[+p.dataset.piece];
    const from = piece.start + piece.at.point(+p.dataset.from), to = piece.start + piece.at.point(+p.dataset.to);
    if (point >= from && point < to) { p.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" }); p.classList.remove("flash"); void p.offsetWidth; p.classList.add("flash"); return; }
  }
}

const note = (sign, title, said, ...ways) => el("div", { class: "empty" }, el("div", { class: "big", "aria-hidden": true }, sign), el("h2", {}, title), el("p", { class: "muted" }, said), el("p", { class: "ways" }, ways));
const way = (label, act) => el("button", { type: "button", onclick: act }, label);

/** Why the queue is empty, and where to go. */
function nothing() {
  const bare = state.session.has_articles && state.query.state !== "bare" ? way("Articles without a record", () => emit("show", { state: "bare" })) : null;
  if (Object.keys(narrowing()).length) return note("⌕", "Nothing matches", "No record has all that is searched and filtered for.", way("Clear search and filters", clearFilters));
  if (!state.session.records && state.query.state !== "bare") return note("○", "There are no records", `${state.session.file} is empty.`, bare);
  return note("✓", "Nothing left in this queue", "Every record that it shows has been reviewed.", way("Show all", () => emit("show", { state: "" })), bare, way("Overview", () => emit("act", "overview")));
}

/** Says why no article is shown. */
export function showFault(message) {
  hidePicker();
  fill(pane, note("⚠", "This record could not be opened", message));
}

function marksOf(piece, record, answer) {
  const length = piece.at.point(piece.text.length);
  const found = [];
  const add = (range, field, other) => {
    const [from, to] = [range[0] - piece.start, range[1] - piece.start];
    if (to > 0 && from < length) found.push({ from: piece.at.unit(Math.max(0, from)), to: piece.at.unit(Math.min(length, to)), field, other });
  };
  for (const sentence of record.evidence) add([sentence.start, sentence.end], "evidence");
  if (!piece.exact) return [...found, ...searched(piece, record)];
  for (const field of fields) if (record.spans[field.span]) add(record.spans[field.span], field.css);
  for (const sibling of answer.siblings) {
    const span = sibling.record.spans.target_text, own = record.spans.target_text;
    if (span && !(own && own[0] < span[1] && span[0] < own[1])) add(span, "other", sibling);
  }
  return found;
}

/** Without exact places the words are looked for in the sentence. */
function searched(piece, record) {
  return fields.flatMap(field => {
    const said = field.key === "justification" ? record.justification : record[field.span];
    const from = said ? piece.text.indexOf(said) : -1;
    return from < 0 ? [] : [{ from, to: from + said.length, field: field.css }];
  });
}

function paragraph(piece, [start, end], marks) {
  const inside = marks.filter(m => m.from < end && m.to > start);
  const edges = [...new Set([start, end, ...inside.flatMap(m => [Math.max(start, m.from), Math.min(end, m.to)])])].sort((a, b) => a - b);
  const nodes = [];
  for (let i = 0; i + 1 < edges.length; i++) {
    const [from, to] = [edges[i], edges[i + 1]];
    const over = inside.filter(m => m.from <= from && m.to >= to);
    const text = piece.text.slice(from, to);
    const named = over.filter(m => m.field !== "evidence" && m.field !== "other").sort((a, b) => (a.to - a.from) - (b.to - b.from));
    const other = over.find(m => m.field === "other");
    if (over.length === 0) { nodes.push(text); continue; }
    const label = named.filter(m => m.from === from).map(m => fields.find(f => f.css === m.field).label).join(" · ");
    nodes.push(el(named.length ? "mark" : "span", {
      class: [over.some(m => m.field === "evidence") && "ev", other && !named.length && "other", ...named.map((m, n) => n ? `u-${m.field} m-${m.field}` : `m-${m.field} top-${m.field}`)].filter(Boolean).join(" "),
      "data-label": label || null,
      title: named.length ? null : other ? `Also a record: ${other.other.record.actor} ${other.other.record.action} ${other.other.record.target}` : null,
      onclick: other && !named.length ? () => { if (getSelection().isCollapsed) emit("open", other.other.id); } : null,
    }, text));
  }
  const whole = piece.text.slice(start, end);
  return el("p", { "data-from": start, "data-to": end, "data-piece": pieces.indexOf(piece), class: isWrapped(whole) ? "flow" : null }, nodes);
}

// --- Selecting words ---

function place(node, offset) {
  const p = (node.nodeType === 1 ? node : node.parentElement)?.closest("p[data-from]");
  if (!p || !pane.contains(p)) return null;
  const range = document.createRange();
  range.setStart(p, 0);
  range.setEnd(node, offset);
  return { piece: +p.dataset.piece, unit: +p.dataset.from + range.toString().length };
}

function selection() {
  const marked = getSelection();
  if (!marked.rangeCount || marked.isCollapsed) return null;
  const range = marked.getRangeAt(0);
  const from = place(range.startContainer, range.startOffset), to = place(range.endContainer, range.endOffset);
  if (!from || !to || from.piece !== to.piece) return null;
  const piece = pieces[from.piece];
  let [start, end] = [from.unit, to.unit];
  while (start < end && /\s/.test(piece.text[start])) start++;
  while (end > start && /\s/.test(piece.text[end - 1])) end--;
  if (end <= start) return null;
  const span = piece.exact ? [piece.start + piece.at.point(start), piece.start + piece.at.point(end)] : null;
  return { text: clean(piece.text.slice(start, end)), span, piece, from: start, box: range.getBoundingClientRect() };
}

export const hasSelection = () => chosen !== null;

/** Uses the selected words for the nth field, from 1. */
export function pick(n) {
  if (!chosen || !fields[n - 1]) return false;
  const what = chosen;
  hidePicker();
  getSelection().removeAllRanges();
  emit("pick", { field: fields[n - 1], ...what });
  return true;
}

export function hidePicker() {
  chosen = null;
  picker.hidden = true;
}

document.addEventListener("selectionchange", () => {
  chosen = state.current ? selection() : null;
  picker.hidden = !chosen;
  if (!chosen) return;
  fill(picker, fields.map((field, i) => el("button", { type: "button", class: `use top-${field.css}`, onpointerdown: event => event.preventDefault(), onclick: () => pick(i + 1) }, el("kbd", {}, i + 1), words(field.label))));
  const { box } = chosen, width = picker.offsetWidth, above = box.top > 64, view = pane.getBoundingClientRect();
  picker.style.left = `${Math.max(view.left + 8, Math.min(view.right - width - 8, box.left + box.width / 2 - width / 2))}px`;
  picker.style.top = `${above ? box.top - picker.offsetHeight - 10 : box.bottom + 10}px`;
});
pane.addEventListener("scroll", () => { if (chosen) picker.hidden = true; });
