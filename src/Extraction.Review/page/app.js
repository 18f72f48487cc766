// Puts the page together: decisions, keys, filters, several reviewers, and what to do when the server is away.
import { $, el, fill, plural } from "./dom.js";
import * as api from "./api.js";
import * as queue from "./queue.js";
import * as article from "./article.js";
import * as panel from "./panel.js";
import * as form from "./form.js";
import { startFilters } from "./filters.js";
import { startKeys } from "./keys.js";
import { askWho, showHelp, toggleTheme } from "./dialogs.js";
import { showOverview } from "./overview.js";
import { state, on, emit, marks, mergeable } from "./state.js";

const PollSeconds = 3;
let opening = 0;
let progress = { all: 0, decided: 0 };
let turn = Promise.resolve();

/**
 * One thing after the other, and each only when the record that it is about is open: a key pressed while the next record
 * still comes acts on that one, never again on the last.
 */
function inTurn(act) {
  state.waiting++;
  turn = turn.then(queue.settled).then(act).catch(error => banner(error.message)).finally(() => { state.waiting--; });
}

async function open(id) {
  const mine = ++opening;
  Object.assign(state, { draft: null, merging: false, remark: "" });
  if (!id) { state.current = null; show(); return; }
  try {
    const answer = await api.get(`records/${encodeURIComponent(id)}`, { who: state.who });
    if (mine !== opening) return; // another was opened meanwhile
    state.current = answer;
    show();
  } catch (error) {
    if (mine === opening) lose(error.message);
  }
}

/** Nothing is open, or a key would act on the record that was open before. */
function lose(message) {
  state.current = null;
  article.showFault(message);
  panel.show();
}

function show(options) {
  article.show(options);
  panel.show();
}

async function decide(what, more = {}) {
  const answer = state.current, at = queue.index();
  if (!answer) return;
  const decision = { key: api.newKey(), who: state.who, what, record: answer.record.id, why: state.remark || null, ...more };
  const fresh = answer.state === null;
  try {
    const waiting = api.decide(decision);
    if (what !== "edit" && what !== "add") settle(decision, fresh);
    const stored = await waiting;
    if (what === "edit" || what === "add") { state.draft = null; settle(stored ?? decision, fresh); }
    state.undo.push({ id: stored?.record ?? decision.record, key: decision.key });
    if (what === "add") { await open(answer.record.id); say(`Added ${decision.content.target}`); return; }
    if (queue.index() === at && !(await queue.next())) await open(answer.record.id);
  } catch (error) {
    if (state.draft) { state.draft.error = error.message; panel.show(); return; }
    emit("decided", { id: decision.record, verdict: answer.state });
    banner(error.message);
  }
}

function settle(decision, fresh) {
  if (decision.what !== "add") emit("decided", { id: decision.record, verdict: decision.what });
  if (fresh && decision.what !== "add" && !state.current?.bare) emit("progress", { ...progress, decided: progress.decided + 1 });
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
  await queue.reload({ id, at: queue.index(), refresh: false });
  if (id && state.current?.record.id !== id) await open(id);
}

const acts = {
  accept: () => decide("accept"),
  reject: () => decide("reject"),
  edit: () => { if (state.current) { form.begin("edit"); show({ keepScroll: true }); form.focus(); } },
  add: () => { if (state.current) { form.begin("add"); show({ keepScroll: true }); form.focus(); } },
  split: () => { if (state.current) { form.begin("add", { copy: true }); show({ keepScroll: true }); form.focus(); } },
  merge: () => { if (state.current && mergeable().length) { state.merging = !state.merging; panel.show(); } },
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

// Some need no record; while a record is edited, only the edit can be ended.
const anyTime = new Set(["help", "theme", "overview", "search"]), ofDrafts = new Set(["save", "cancel"]), ofRecords = new Set(["reject", "edit", "split", "merge"]);
const isMeant = name => state.draft ? ofDrafts.has(name) : !(state.current?.bare && ofRecords.has(name));
on("act", name => anyTime.has(name) ? acts[name]() : inTurn(() => isMeant(name) ? acts[name]() : null));
on("fault", lose);
on("open", id => inTurn(async () => {
  const place = await api.get("position", { ...queue.parameters(), id });
  if (place.index >= 0) await queue.select(place.index); else await open(id);
}));
on("select", open);
on("merge", id => inTurn(() => decide("merge", { other: id })));
on("pick", picked => inTurn(async () => {
  if (!state.draft) form.begin(state.current.bare ? "add" : "edit");
  await form.use(picked);
  show({ keepScroll: true });
}));
on("progress", page => {
  progress = { all: page.all ?? progress.all, decided: page.decided ?? progress.decided };
  const share = progress.all ? progress.decided / progress.all : 0;
  $("progress-fill").style.width = `${share * 100}%`;
  $("progress-text").textContent = `${progress.decided.toLocaleString("en")} of ${progress.all.toLocaleString("en")}`;
  $("progress").setAttribute("aria-valuemax", progress.all);
  $("progress").setAttribute("aria-valuenow", progress.decided);
  $("progress").setAttribute("aria-valuetext", `${progress.decided} of ${plural(progress.all, "record")} reviewed`);
});
on("filter", ({ query, toQueue }) => { state.query = query; if (toQueue) view("queue"); queue.reload().catch(error => banner(error.message)); });
on("who", who => { state.who = who; localStorage.setItem("review.who", who); state.undo = []; $("reviewer").textContent = who; queue.reload({ id: state.current?.record.id }).catch(error => banner(error.message)); });

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
      if (state.current && others.some(d => d.record === state.current.record.id)) {
        const answer = await api.get(`records/${encodeURIComponent(state.current.record.id)}`, { who: state.who });
        if (!state.draft && state.current?.record.id === answer.record.id) { state.current = answer; panel.show(); }
      }
    }
    if (!state.current && queue.length()) await queue.select(queue.index());
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
