// The record at the article's side: its fields, why it was made, what was decided, and the decisions to take.
import { $, el, fill, kbd, meter, percent, words } from "./dom.js";
import { state, fields, marks, emit, mergeable } from "./state.js";
import { scrollToPoint, scrollToMark } from "./article.js";
import { form } from "./form.js";

const panel = $("panel");

/** Shows the current record, or the form. */
export function show() {
  const answer = state.current, writing = document.activeElement?.id === "why";
  panel.classList.toggle("editing", state.draft !== null);
  if (!answer) { fill(panel); return; }
  fill(panel, state.draft ? form(remark()) : [answer.bare ? bareCard(answer) : card(answer), actions(answer)]);
  if (writing) $("why")?.focus();
}

/** Why, in the reviewer's words; kept while the record is shown, whatever else is drawn anew. */
export const remark = () => el("label", { class: "why" }, el("span", { class: "sr" }, "Why"),
  el("input", { id: "why", list: "reasons", placeholder: "Why (optional)", value: state.remark, autocomplete: "off", oninput: event => { state.remark = event.target.value; } }), kbd("w"));

function card(answer) {
  const record = answer.current;
  return el("div", { class: "card" },
    el("div", { class: "verdict" }, badge(answer.state), confidence(record.confidence)),
    el("h2", { class: "headline" }, el("span", {}, record.actor), el("em", { class: `act ${record.action}` }, record.action), el("span", {}, record.target)),
    el("p", { class: "tags" }, el("span", { class: `tag status ${record.status}` }, record.status), el("span", { class: "tag" }, record.target_type),
      record.measures.map(m => el("span", { class: "tag" }, words(m))), record.objectives.map(o => el("span", { class: "tag soft" }, words(o)))),
    el("dl", { class: "fields" }, fields.map(field => row(field, record, answer))),
    el("h3", {}, "Evidence"),
    el("ol", { class: "evidence" }, record.evidence.map(sentence => el("li", {}, el("button", { type: "button", class: "plain", dir: "auto", onclick: () => scrollToPoint(sentence.start) }, sentence.text)))),
    why(record, answer),
    siblings(answer),
    history(answer));
}

/** An article of which no record was made. */
function bareCard(answer) {
  return el("div", { class: "card" },
    el("div", { class: "verdict" }, answer.state ? el("span", { class: "badge accept" }, "✓ none here") : badge(null)),
    el("h2", { class: "headline" }, "No record was made of this article"),
    el("p", { class: "muted" }, "Does it state a sanction? Select the words of its target, or press ", kbd("c"), ", and add it. If it states none, ", kbd("a"), " says so; training learns from both."),
    siblings(answer),
    history(answer));
}

function badge(verdict) {
  const [sign, said] = marks[verdict] ?? ["○", "to review"];
  return el("span", { class: `badge ${verdict ?? ""}` }, el("span", { "aria-hidden": true }, sign), ` ${said}`);
}

function confidence(p) {
  return el("span", { class: "conf num", title: "Probability that sender, act, status and target are all right" }, meter(p), `${percent(p)} sure`);
}

function row(field, record, answer) {
  const value = record[field.key], said = field.key === "justification" ? null : record[field.span];
  const before = answer.record[field.key];
  const note = [said && said !== value ? `“${said}”` : null, field.key === "date" && record.date_basis ? record.date_basis : null, field.key === "actor" ? record.actor_agency : null, field.key === "target" ? record.target_role : null].filter(Boolean).join(" · ");
  return el("div", { class: `field f-${field.css}` },
    el("dt", {}, field.label),
    el("dd", {}, el("button", { type: "button", class: "plain value", dir: "auto", onclick: () => scrollToMark(field.css) }, value ?? el("span", { class: "muted" }, "none")),
      note && el("small", { class: "muted", dir: "auto" }, note),
      before !== value && el("small", { class: "was" }, "was ", el("s", {}, before ?? "none"))));
}

/** What the file tells about the making: the words behind each field, and what was not found. */
function why(record, answer) {
  const lost = fields.filter(f => !record.spans[f.span]).map(f => f.label.toLowerCase());
  return el("details", { class: "more", open: state.wantsWhy, ontoggle: event => { state.wantsWhy = event.target.open; } }, el("summary", {}, "Why this record"),
    el("p", {}, record.evidence.length === 1 ? "One sentence states it." : `${record.evidence.length} sentences state it.`, lost.length ? ` No words of its own: ${lost.join(", ")}.` : " Every field has words of its own.",
      record.date_basis ? ` The date is ${record.date_basis}.` : ""),
    answer.record.weighed ? weighed(answer.record) : null,
    el("p", { class: "muted" }, `Made by ${answer.record.extractor} · ${answer.record.id}`),
    answer.record.weighed ? null : el("p", { class: "muted" }, "Extract with ", el("code", {}, "run --weighed"), " to see here how sure the model was of each part."));
}

/** What the confidence was made of, where the run was asked to say it. */
function weighed(record) {
  const w = record.weighed;
  const parts = [["Act", w.act], ["Status", w.status], ["Sender", w.actor], ["Target", w.target], ["All of it", record.confidence]];
  return el("table", { class: "weighed num" }, el("caption", {}, "How sure the model was"), el("tbody", {}, parts.map(([name, p]) =>
    el("tr", {}, el("th", { scope: "row" }, name), el("td", {}, meter(p)), el("td", {}, percent(p))))));
}

function siblings(answer) {
  if (!answer.siblings.length) return null;
  const merging = state.merging;
  return el("section", { class: `siblings ${merging ? "merging" : ""}` },
    el("h3", {}, merging ? "Merge into which record? Press its number, or Esc" : `Also in this article (${answer.siblings.length})`),
    el("ul", {}, (merging ? mergeable() : answer.siblings).map((sibling, i) => el("li", {}, el("button", { type: "button", class: "plain", onclick: () => merging ? emit("merge", sibling.id) : emit("open", sibling.id) },
      merging && i < 9 ? kbd(i + 1) : el("span", { class: `sign ${sibling.state ?? ""}` }, marks[sibling.state]?.[0] ?? "○"),
      el("span", {}, `${sibling.record.actor} `, el("i", { class: `act ${sibling.record.action}` }, sibling.record.action), ` ${sibling.record.target}`))))));
}

function history(answer) {
  if (!answer.decisions.length) return null;
  const said = { accept: "accepted", reject: "rejected", edit: "corrected", add: "added", merge: "merged", undo: "took that back" };
  return el("details", { class: "more", open: answer.decisions.length < 4 }, el("summary", {}, `Decisions (${answer.decisions.length})`),
    el("ol", { class: "history" }, answer.decisions.map(d => el("li", {}, el("b", {}, d.who), ` ${said[d.what]}`, d.changed?.length ? ` ${d.changed.filter(c => c !== "spans").map(words).join(", ")}` : "",
      d.why && el("q", { dir: "auto" }, d.why), el("time", { class: "muted num", datetime: d.at }, d.at.slice(0, 16).replace("T", " "))))));
}

function actions(answer) {
  const button = (label, key, event, css = "") => el("button", { type: "button", class: css, id: `do-${event}`, onclick: () => emit("act", event) }, label, kbd(key));
  return el("div", { class: "actions" },
    remark(),
    answer.bare
      ? el("div", { class: "main three" }, button("None here", "a", "accept", "yes"), button("Add one", "c", "add"), button("Undo", "u", "undo"))
      : el("div", { class: "main" }, button("Accept", "a", "accept", "yes"), button("Reject", "r", "reject", "no"), button("Edit", "e", "edit"), button("Undo", "u", "undo")),
    el("div", { class: "side" }, answer.bare ? null : [button("Add one", "c", "add"), button("Split", "s", "split"), mergeable().length ? button("Merge", "m", "merge") : null], button("Back", "p", "previous"), button("Next", "n", "next")));
}
