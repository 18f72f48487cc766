// Puts the page together: decisions, keys, filters, several reviewers, and what to do when the server is away.
import { $, el, fill, plural } from "./dom.js";
import * as api from "./api.js";
import * as queue from "./queue.js";
import * as article from "./article.js";
import * as panel from "./panel.js";
import * as form from "./form.js";
import { startFilters, setFilter } from "./filters.js";
import { startKeys } from "./keys.js";
import { askWho, showHelp, toggleTheme } from "./dialogs.js";
import { showOverview } from "./overview.js";
import { state, on, emit, marks } from "./state.js";

const PollSeconds = 3;
let opening = 0;
let progress = { all: 0, decided: 0 };

async function open(id) {
  const mine = ++opening;
  state.draft = null;
  state.merging = false;
  if (!id) { state.current = null; show(); return; }
  try {
    const answer = await api.get(`records/${encodeURIComponent(id)}`, { who: state.who });
    if (mine !== opening) return; // another was opened meanwhile
    state.current = answer;
    show();
  } catch (error) {
    banner(error.message);
  }
}

function show(options) {
  article.show(options);
  panel.show();
}

async function decide(what, more = {}, { advance = true } = {}) {
  const answer = state.current;
  if (!answer) return;
  const decision = { key: api.newKey(), who: state.who, what, record: answer.record.id, why: panel.remark() || null, ...more };
  const fresh = answer.state === null;
  try {
    const waiting = api.decide(decision);
    if (what !== "edit" && what !== "add") settle(decision, fresh);
    const stored = await waiting;
    if (what === "edit" || what === "add") { state.draft = null; settle(stored ?? decision, fresh); }
    state.undo.push({ id: stored?.record ?? decision.record, key: decision.key });
    if (what === "add") { await refresh(stored?.record); return; }
    if (advance && state.current === answer && !(await queue.next())) await open(answer.record.id);
  } catch (error) {
    if (state.draft) { state.draft.error = error.message; panel.show(); } else banner(error.message);
  }
}

function settle(decision, fresh) {
  emit("decided", { id: decision.record, verdict: decision.what });
  if (fresh && decision.what !== "add") emit("progress", { ...progress, decided: progress.decided + 1 });
}

async function undo() {
  const last = state.undo.pop() ?? (state.current?.state_key ? { id: state.current.record.id, key: state.current.state_key } : null);
  if (!last) { say("Nothing to undo"); return; }
  try {
    await api.decide({ key: api.newKey(), who: state.who, what: "undo", record: last.id, undoes: last.key });
    emit("decided", { id: last.id, verdict: null });
    emit("progress", { ...progress, decided: Math.max(0, progress.decided - 1) });
    await refresh(last.id);
  } catch (error) { banner(error.message); }
}

/** The queue as it stands, with one record opened: in its place, or by itself. */
async function refresh(id) {
  state.asOf = Math.max(state.asOf, 0);
  await queue.reload({ id, at: queue.index(), refresh: false });
  if (id && state.current?.record.id !== id) await open(id);
}

const acts = {
  accept: () => decide("accept"),
  reject: () => decide("reject"),
  edit: () => { if (state.current) { form.begin("edit"); show({ keepScroll: true }); form.focus(); } },
  add: () => { if (state.current) { form.begin("add"); show({ keepScroll: true }); form.focus(); } },
  split: () => { if (state.current) { form.begin("add", { copy: true }); show({ keepScroll: true }); form.focus(); } },
  merge: () => { if (state.current?.siblings.length) { state.merging = !state.merging; panel.show(); } },
  save: () => state.draft && decide(state.draft.mode, { content: state.draft.content, other: state.draft.other }),
  cancel: () => { state.draft = null; state.merging = false; article.hidePicker(); show({ keepScroll: true }); },
  undo,
  next: () => queue.next(),
  previous: () => queue.previous(),
  why: () => $("why")?.focus(),
  search: () => { view("queue"); $("search").focus(); },
  help: showHelp,
  theme: toggleTheme,
  overview: () => view($("view-overview").hidden ? "overview" : "queue"),
};

on("act", name => acts[name]());
on("open", async id => {
  const place = await api.get("position", { ...state.query, who: state.who, as_of: state.asOf, id });
  if (place.index >= 0) await queue.select(place.index); else await open(id);
});
on("select", open);
on("merge", id => decide("merge", { other: id }));
on("pick", async picked => {
  if (!state.draft) form.begin("edit");
  await form.use(picked);
  show({ keepScroll: true });
});
on("progress", page => {
  progress = { all: page.all ?? progress.all, decided: page.decided ?? progress.decided };
  const share = progress.all ? progress.decided / progress.all : 0;
  $("progress-fill").style.width = `${share * 100}%`;
  $("progress-text").textContent = `${progress.decided.toLocaleString("en")} of ${progress.all.toLocaleString("en")}`;
  $("progress").setAttribute("aria-valuemax", progress.all);
  $("progress").setAttribute("aria-valuenow", progress.decided);
  $("progress").setAttribute("aria-valuetext", `${progress.decided} of ${plural(progress.all, "record")} reviewed`);
});
on("filter", async ({ query, toQueue }) => { state.query = query; if (toQueue) view("queue"); await queue.reload().catch(error => banner(error.message)); });
on("who", async who => { state.who = who; localStorage.setItem("review.who", who); state.undo = []; $("reviewer").textContent = who; await queue.reload({ id: state.current?.record.id }); });

function view(name) {
  const overview = name === "overview";
  $("view-overview").hidden = !overview;
  $("view-queue").hidden = overview;
  (overview ? $("tab-overview") : $("tab-queue")).setAttribute("aria-current", "page");
  (overview ? $("tab-queue") : $("tab-overview")).removeAttribute("aria-current");
  if (overview) showOverview().catch(error => banner(error.message));
}

function banner(message) {
  fill($("banner"), message ?? "", message ? el("button", { type: "button", class: "quiet", "aria-label": "Close", onclick: () => banner(null) }, "✕") : null);
  $("banner").hidden = !message;
}

let quiet;
function say(message) {
  $("saved").textContent = message;
  clearTimeout(quiet);
  quiet = setTimeout(() => { $("saved").textContent = ""; }, 2500);
}

/** What others decided meanwhile; and whether the server is back. */
async function poll() {
  try {
    if (api.pending().length) await api.flush();
    const changes = await api.get("changes", { since: state.session.sequence });
    const others = changes.decisions.filter(d => d.who !== state.who);
    state.session.sequence += changes.decisions.length;
    if (others.length) {
      say(`${others.at(-1).who} ${marks[others.at(-1).what]?.[1] ?? "took back"} a record`);
      if (!state.draft && state.current && others.some(d => d.record === state.current.record.id)) {
        state.current = await api.get(`records/${encodeURIComponent(state.current.record.id)}`, { who: state.who });
        panel.show();
      }
    }
  } catch (error) {
    if (error.status === 401) banner("The server was started anew: open the link that it printed. What you decided is kept here and will be sent.");
  }
  setTimeout(poll, PollSeconds * 1000);
}

async function start() {
  api.onSaving((kind, message) => {
    if (kind === "waiting") banner(message); else { if (!$("banner").hidden && kind === "saved") banner(null); say(message); }
  });
  state.session = await api.get("session");
  api.forReview(state.session.id);
  document.title = `${state.session.file} · Review`;
  $("file").textContent = state.session.file;
  $("tab-queue").addEventListener("click", () => view("queue"));
  $("tab-overview").addEventListener("click", () => view("overview"));
  $("help-open").addEventListener("click", showHelp);
  $("theme").addEventListener("click", toggleTheme);
  $("reviewer").addEventListener("click", askWho);
  startKeys();
  if (api.pending().length) { await api.flush(); state.session = await api.get("session"); }
  startFilters();
  if (!state.who && state.session.reviewer) state.who = state.session.reviewer;
  $("reviewer").textContent = state.who || "Who reviews?";
  await queue.reload();
  $("list").focus({ preventScroll: true });
  if (!state.who) askWho();
  setTimeout(poll, PollSeconds * 1000);
}

window.addEventListener("beforeunload", event => { if (state.draft) event.preventDefault(); });
start().catch(error => banner(error.message));
export { setFilter };
