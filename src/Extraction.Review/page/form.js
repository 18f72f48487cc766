// Correcting a record, or adding one that was missed: by typing, or by selecting words in the article.
import { $, el, kbd, words } from "./dom.js";
import { get } from "./api.js";
import { state, fields, emit } from "./state.js";
import { edtf, sentenceAround, clean } from "./text.js";
import { piecesOf } from "./article.js";

/** Begins a draft. mode "edit" keeps the record's id; "add" makes a new one beside it. */
export function begin(mode, { copy = false } = {}) {
  const from = structuredClone(state.current.current);
  if (mode === "add") {
    from.target = ""; from.target_text = null; from.target_role = null; delete from.spans.target_text; delete from.spans.target_role;
    if (!copy) {
      Object.assign(from, { actor: "", actor_text: null, actor_code: null, actor_agency: null, action: "impose", status: "actual", action_text: null, date: null, date_text: null, date_basis: null,
        justification: null, measures: [], objectives: [], evidence: [], spans: {} });
    }
  }
  state.draft = { mode, content: from, other: copy ? state.current.record.id : null, error: null };
}

/** Fills a field with words of the article. */
export async function use({ field, text, span, piece, from }) {
  const record = state.draft.content;
  if (field.key !== "justification") record[field.span] = text;
  if (span) record.spans[field.span] = span; else delete record.spans[field.span];
  if (field.key === "target" || field.key === "justification") record[field.key] = text;
  if (field.key === "date") {
    const value = edtf(text);
    if (value) Object.assign(record, { date: value, date_basis: "explicit" });
  }
  if (field.key === "actor") {
    const found = await get("authority", { words: text }).catch(() => ({}));
    Object.assign(record, { actor: found.name ?? text, actor_code: found.code ?? null, actor_agency: found.agency ?? record.actor_agency });
  }
  if ((field.key === "target" || field.key === "action") && span) {
    const [start, end] = sentenceAround(piece.text, from);
    const range = { text: clean(piece.text.slice(start, end)), start: piece.start + piece.at.point(start), end: piece.start + piece.at.point(end) };
    if (!record.evidence.some(e => e.start <= span[0] && span[1] <= e.end)) record.evidence = [...record.evidence, range];
  }
}

/** @param remark the field for why */
export function form(remark) {
  const { content: record, mode, error } = state.draft;
  const lists = state.session.words;
  return el("form", { class: "form", novalidate: true, onsubmit: event => { event.preventDefault(); emit("act", "save"); } },
    el("h2", {}, mode === "edit" ? "Correct the record" : "Add a record"),
    el("p", { class: "hint" }, "Select words in the article and press ", fields.map((f, i) => [kbd(i + 1), ` ${f.label.toLowerCase()} `])),
    error && el("p", { class: "error", role: "alert" }, error),
    text("Sender", "actor", record, { list: "names-actor", required: true, css: "actor" }),
    choice("Act", "action", record, lists.actions, "action"),
    text("Target", "target", record, { required: true, css: "target" }),
    text("Date", "date", record, { placeholder: "2021-12-07, 2018-05, 2017", css: "date", note: record.date_text && `“${record.date_text}”` }),
    area("Reason", "justification", record),
    choice("Status", "status", record, lists.statuses),
    el("details", { class: "more", open: state.draft.more, ontoggle: event => { if (state.draft) state.draft.more = event.target.open; } }, el("summary", {}, "More fields"),
      choice("Kind of target", "target_type", record, lists.target_types),
      text("Role of the target", "target_role", record), text("Agency", "actor_agency", record), text("Words of the date", "date_text", record),
      choice("Date known by", "date_basis", record, ["", ...lists.date_bases]),
      checks("Measures", "measures", record, lists.measures), checks("What the reason is about", "objectives", record, lists.objectives)),
    remark,
    el("div", { class: "actions" }, el("div", { class: "main two" },
      el("button", { type: "submit", class: "yes", id: "do-save" }, "Save", kbd("Ctrl ↵")), el("button", { type: "button", id: "do-cancel", onclick: () => emit("act", "cancel") }, "Cancel", kbd("Esc")))));
}

/** Puts the cursor where work begins. */
export function focus() {
  const record = state.draft.content;
  $(record.actor === "" ? "e-actor" : "e-target")?.focus();
}

const nullable = new Set(["date", "justification", "target_role", "actor_agency", "date_text", "date_basis"]);
const put = (record, key) => event => {
  const value = event.target.value.trim();
  record[key] = value === "" && nullable.has(key) ? null : value;
  if (key === "justification") delete record.spans.justification;
  if (key === "date" && value === "") record.date_basis = null;
};

function label(name, css, input, note) {
  return el("label", { class: `edit ${css ? `f-${css}` : ""}` }, el("span", {}, name), input, note && el("small", { class: "muted" }, note));
}

function text(name, key, record, { css, note, ...props } = {}) {
  return label(name, css, el("input", { id: `e-${key}`, value: record[key] ?? "", autocomplete: "off", dir: "auto", oninput: put(record, key), ...props }), note);
}

function area(name, key, record) {
  return label(name, "reason", el("textarea", { id: `e-${key}`, rows: 3, value: record[key] ?? "", dir: "auto", oninput: put(record, key) }));
}

function choice(name, key, record, options, css) {
  const select = el("select", { id: `e-${key}`, onchange: put(record, key) }, options.map(o => el("option", { value: o }, o === "" ? "unknown" : words(o))));
  select.value = record[key] ?? "";
  return label(name, css, select);
}

function checks(name, key, record, options) {
  return el("fieldset", {}, el("legend", {}, name), options.map(option => el("label", { class: "check" },
    el("input", { type: "checkbox", checked: record[key].includes(option), onchange: event => { record[key] = event.target.checked ? [...record[key], option] : record[key].filter(o => o !== option); } }), words(option))));
}
