// The queue: a list of any length of which only the rows in sight exist. Rows are asked for by hundreds as they come near.
import { $, el, fill, meter, percent, plural } from "./dom.js";
import { get } from "./api.js";
import { state, on, emit, marks } from "./state.js";

const RowHeight = 66, Chunk = 100, Margin = 6, LongestScroll = 8_000_000;
const list = $("list"), space = $("list-space");
let total = 0, selected = -1, chunks = new Map(), rows = new Map(), generation = 0, moving = Promise.resolve();

export const length = () => total;
export const index = () => selected;

export const parameters = () => ({ ...state.query, dir: state.query.sort === "date" ? "desc" : null, who: state.who, as_of: state.asOf });

/** Done when the list stands and the record that is selected in it is open. */
export const settled = () => moving;
const move = step => { moving = step.catch(() => {}); return step; };

/** Runs the query anew, over what is decided now where refresh; selects the record with this id, else the one at this place. */
export const reload = options => move(load(options));

async function load({ id, at = 0, refresh = true } = {}) {
  const mine = ++generation;
  const page = await get("records", { ...parameters(), as_of: refresh ? null : state.asOf, offset: 0, limit: Chunk });
  if (mine !== generation) return;
  state.asOf = page.as_of;
  const place = id ? (await get("position", { ...parameters(), id })).index : at;
  if (mine !== generation) return;
  chunks = new Map([[0, Promise.resolve(page.rows)]]);
  rows = new Map(page.rows.map((row, i) => [i, row]));
  total = page.total;
  emit("progress", page);
  space.style.height = `${Math.min(total * RowHeight, LongestScroll)}px`;
  selected = -1;
  list.scrollTop = 0;
  draw();
  if (total === 0) { foot(); await emit("select", null); return; }
  await go(Math.max(0, Math.min(place < 0 ? at : place, total - 1)));
}

export const select = i => move(go(i));

async function go(i) {
  if (i < 0 || i >= total) return false;
  selected = i;
  reveal(i);
  draw();
  foot();
  try {
    const row = await rowAt(i);
    if (selected === i) await emit("select", row.id);
  } catch (error) {
    if (selected === i) await emit("fault", error.message);
  }
  return true;
}

export const next = () => select(selected + 1);
export const previous = () => select(selected - 1);

/** Shows what was decided without asking for the row again. */
export function mark(id, verdict) {
  for (const row of rows.values()) if (row.id === id) row.state = verdict;
  draw();
}

async function rowAt(i) {
  await ask(Math.floor(i / Chunk));
  return rows.get(i);
}

function ask(chunk) {
  if (!chunks.has(chunk)) {
    const mine = generation;
    chunks.set(chunk, get("records", { ...parameters(), offset: chunk * Chunk, limit: Chunk }).then(page => {
      if (mine !== generation) return;
      page.rows.forEach((row, i) => rows.set(chunk * Chunk + i, row));
      draw();
    }));
    chunks.get(chunk).catch(() => chunks.delete(chunk)); // asked for again when it is wanted again
  }
  return chunks.get(chunk);
}

// Browsers end an element's height at some millions of pixels: a longer list is scrolled in proportion.
const stretch = () => Math.max(1, (total * RowHeight - list.clientHeight) / Math.max(1, Math.min(total * RowHeight, LongestScroll) - list.clientHeight));

function reveal(i) {
  const top = i * RowHeight, view = list.clientHeight, seen = list.scrollTop * stretch();
  if (top < seen) list.scrollTop = top / stretch();
  else if (top + RowHeight > seen + view) list.scrollTop = (top + RowHeight - view) / stretch();
}

function draw() {
  const seen = list.scrollTop * stretch();
  const first = Math.max(0, Math.floor(seen / RowHeight) - Margin);
  const last = Math.min(total, Math.ceil((seen + list.clientHeight) / RowHeight) + Margin);
  for (let chunk = Math.floor(first / Chunk); chunk <= Math.floor(Math.max(first, last - 1) / Chunk) && last > first; chunk++) ask(chunk);
  const nodes = [];
  for (let i = first; i < last; i++) {
    const node = rows.has(i) ? rowNode(i, rows.get(i)) : el("div", { class: "row waiting", "aria-hidden": true });
    node.style.transform = `translateY(${i * RowHeight - seen + list.scrollTop}px)`;
    nodes.push(node);
  }
  fill(space, nodes);
  if (selected >= 0) list.setAttribute("aria-activedescendant", `row-${selected}`);
}

function rowNode(i, row) {
  const [sign, said] = marks[row.state] ?? ["", "to review"];
  const differs = row.state && row.others.some(o => (o === "reject") !== (row.state === "reject"));
  const place = { id: `row-${i}`, class: `row ${row.state ?? ""}`, role: "option", "aria-selected": i === selected, "aria-posinset": i + 1, "aria-setsize": total, onclick: () => select(i) };
  if (row.bare) {
    return el("div", { ...place, "aria-label": `${row.bare}, an article without a record` },
      el("span", { class: "sign", title: said }, sign), el("span", { class: "line" }, el("b", {}, row.bare)), el("span", { class: "line muted" }, el("span", { class: "whom" }, row.document_id)));
  }
  return el("div", { ...place, "aria-label": `${row.actor} ${row.action} ${row.target}, ${row.status}, ${row.date ?? "no date"}, confidence ${percent(row.confidence)}, ${said}` },
    el("span", { class: "sign", title: said }, sign),
    el("span", { class: "line" }, el("b", {}, row.actor), el("i", { class: `act ${row.action}` }, row.action),
      el("span", { class: "conf num", title: "confidence" }, meter(row.confidence), percent(row.confidence))),
    el("span", { class: "line" }, el("span", { class: "whom" }, row.target),
      el("span", { class: "meta num" }, row.status === "actual" ? "" : `${row.status} · `, row.date ?? "no date", differs ? " · ≠" : "")));
}

function foot() {
  const what = state.query.state === "bare" ? "article" : "record";
  fill($("list-foot"), total ? `${(selected + 1).toLocaleString("en")} of ${plural(total, what)}` : `No ${what} matches`);
}

let frame = 0;
list.addEventListener("scroll", () => { frame ||= requestAnimationFrame(() => { frame = 0; draw(); }); });
new ResizeObserver(draw).observe(list);
list.addEventListener("keydown", event => {
  const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.key];
  const to = event.key === "Home" ? 0 : event.key === "End" ? total - 1 : step ? Math.max(0, Math.min(total - 1, selected + step)) : null;
  if (to === null) return;
  event.preventDefault();
  select(to);
});
on("decided", ({ id, verdict }) => mark(id, verdict));
