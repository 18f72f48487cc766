// The filters, their chips, and the names they propose.
import { $, el, fill, words } from "./dom.js";
import { get } from "./api.js";
import { state, emit, on } from "./state.js";

const inputs = { actor: "f-actor", target: "f-target", action: "f-action", status: "f-status", date: "f-date", objective: "f-objective", min: "f-min", max: "f-max", document: "f-document" };
const labels = { actor: "Sender", target: "Target", action: "Act", status: "Status", date: "Date", objective: "Reason", min: "From", max: "To", document: "Document", q: "Search" };

export function startFilters() {
  $("state").querySelector("[value=bare]").hidden = !state.session.has_articles;
  const lists = state.session.words;
  const option = value => el("option", { value }, words(value));
  $("f-action").append(...lists.actions.map(option));
  $("f-status").append(...lists.statuses.map(option));
  $("f-objective").append(...lists.objectives.map(option), el("option", { value: "none" }, "no reason given"));
  try { Object.assign(state.query, JSON.parse(sessionStorage.getItem("review.query") ?? "{}")); } catch { /* begin anew */ }
  for (const id of [...Object.values(inputs), "state", "sort"]) $(id).addEventListener("change", read);
  on("show", addFilter);
  let wait;
  $("search").addEventListener("input", () => { clearTimeout(wait); wait = setTimeout(read, 180); });
  $("search").addEventListener("keydown", event => { if (event.key === "Enter") { clearTimeout(wait); read(); $("list").focus(); } });
  for (const name of ["actor", "target"]) $(`f-${name}`).addEventListener("input", () => propose(name, $(`f-${name}`).value));
  propose("actor", "");
  propose("target", "");
  write();
}

/** What narrows the queue, besides whose verdict it asks for. */
export const narrowing = () => Object.fromEntries(Object.entries(state.query).filter(([name]) => name !== "sort" && name !== "state"));

/** Adds these filters to those that are set, and shows the queue. */
export function addFilter(filter) {
  state.query = { ...state.query, ...filter };
  write();
  emit("filter", { query: state.query, toQueue: true });
}

export function clearFilters() {
  state.query = { sort: state.query.sort, state: state.query.state };
  addFilter({});
}

async function propose(name, typed) {
  const names = await get("names", { field: name, q: typed }).catch(() => []);
  fill($(`names-${name}`), names.map(n => el("option", { value: n.name }, `${n.records}`)));
}

function read() {
  const query = { sort: $("sort").value, state: $("state").value };
  if ($("search").value.trim()) query.q = $("search").value.trim();
  for (const [name, id] of Object.entries(inputs)) if ($(id).value.trim()) query[name] = $(id).value.trim();
  if (JSON.stringify(query) === JSON.stringify(state.query)) return;
  state.query = query;
  write();
  emit("filter", { query });
}

function write() {
  const { query } = state;
  $("sort").value = query.sort;
  $("state").value = query.state ?? "";
  $("search").value = query.q ?? "";
  for (const [name, id] of Object.entries(inputs)) $(id).value = query[name] ?? "";
  const set = Object.keys(inputs).filter(name => query[name]);
  $("filter-count").textContent = set.length ? `(${set.length})` : "";
  fill($("chips"), set.map(name => el("button", { type: "button", class: "chip", title: "Remove this filter", onclick: () => { $(inputs[name]).value = ""; read(); } }, `${labels[name]}: ${words(query[name])}`, el("span", { "aria-hidden": true }, " ✕"))));
  sessionStorage.setItem("review.query", JSON.stringify(query));
}
