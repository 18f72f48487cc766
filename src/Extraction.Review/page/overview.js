// What the records say together. Every chart leads to its records and can be saved.
import { $, el, fill, plural, words } from "./dom.js";
import { get } from "./api.js";
import { state } from "./state.js";
import { addFilter, narrowing } from "./filters.js";
import * as charts from "./charts.js";
import { saveCsv, saveSvg } from "./save.js";

const statuses = ["actual", "planned", "urged", "rejected"], actions = ["impose", "extend", "ease", "lift"];
const MostMonths = 72;

export async function showOverview() {
  const counts = await get("overview", narrowing());
  const filtered = Object.keys(narrowing()).length > 0;
  const reviewed = counts.calibration.reduce((sum, b) => sum + b.reviewed, 0), right = counts.calibration.reduce((sum, b) => sum + b.right, 0);
  fill($("view-overview"),
    el("div", { class: "intro" }, el("h1", {}, "Overview"),
      el("p", { class: "muted" }, filtered ? "Of the records that match the queue’s filters. " : "Of all records, as they stand after review. ", el("span", { class: "screen" }, "Click a bar or a cell to see its records.")),
      el("div", { class: "tiles" }, tile(counts.records, "records"), tile(counts.rejected, "rejected or merged"), tile(counts.matrix.actors.length ? counts.matrix.actors[0] : "–", "most frequent sender"),
        tile(reviewed ? `${Math.round(right / reviewed * 100)}%` : "–", reviewed ? `right of ${plural(reviewed, "record")} reviewed` : "right when reviewed"))),
    el("div", { class: "charts" },
      card("Records by " + period(counts.months).unit, "wide", months(counts.months), [["month", "status", "records"], ...counts.months.map(m => [m.month, m.status, m.records])], charts.legend(statuses), undated(counts.months)),
      card("Who sanctions whom", "wide", charts.matrix("Sender by target", counts.matrix, (actor, target) => go({ actor, target })),
        [["sender", ...counts.matrix.targets], ...counts.matrix.actors.map((a, i) => [a, ...counts.matrix.cells[i]])], el("p", { class: "muted small" }, "The most frequent senders and targets.")),
      card("Acts and statuses", "", charts.grid("Act by status", actions, statuses, (a, s) => counts.acts.find(c => c.action === a && c.status === s)?.records ?? 0, (action, status) => go({ action, status })),
        [["act", "status", "records"], ...counts.acts.map(a => [a.action, a.status, a.records])]),
      card("Reasons by objective", "", charts.bars("Records by objective", counts.objectives.map(o => ({ name: o.name, label: o.name === "none" ? "no reason given" : words(o.name), value: o.records, css: o.name === "none" ? "c0" : "c1" })), objective => go({ objective })),
        [["objective", "records"], ...counts.objectives.map(o => [o.name, o.records])]),
      card("Confidence against review", "", charts.calibration("Confidence against measured precision", counts.calibration, (min, max) => go({ min, max, state: "judged" })),
        [["from", "to", "records", "reviewed", "right"], ...counts.calibration.map(b => [b.from, b.to, b.records, b.reviewed, b.right])], el("p", { class: "muted small" }, "On the dashed line, a confidence of 80 % is right 8 times in 10. Larger dots: more records."))));
  // Where the months do not fit, the latest are in sight.
  const scroller = $("view-overview").querySelector(".scroller");
  scroller.scrollLeft = scroller.scrollWidth;
}

/** The records behind a bar: what was rejected or merged away is not counted in it. */
const go = filter => addFilter({ state: "standing", ...filter });
const tile = (value, label) => el("div", { class: "tile" }, el("b", { class: "num" }, typeof value === "number" ? value.toLocaleString("en") : value), el("span", { class: "muted" }, label));

function card(title, css, chart, table, ...notes) {
  const name = title.toLowerCase().replaceAll(" ", "-");
  return el("section", { class: `tilebox ${css}`, "aria-label": title },
    el("header", {}, el("h2", {}, title), el("div", { class: "saves" },
      el("button", { type: "button", class: "quiet", "aria-label": `Save ${title} as SVG`, onclick: () => saveSvg(chart, name, title) }, "SVG"),
      el("button", { type: "button", class: "quiet", "aria-label": `Save ${title} as CSV`, onclick: () => saveCsv(table, name) }, "CSV"))),
    el("div", { class: "scroller" }, chart), notes);
}

/** Months where they fit, else years. */
function period(list) {
  const all = list.filter(m => m.month !== "none").map(m => m.month).sort(), monthly = all.filter(m => m.length === 7), dated = monthly.length ? monthly : all;
  if (!dated.length) return { unit: "month", keys: [] };
  const first = dated[0], last = dated.at(-1), years = Number(last.slice(0, 4)) - Number(first.slice(0, 4)) + 1;
  const yearOnly = list.filter(m => m.month.length === 4 && m.month !== "none").reduce((sum, m) => sum + m.records, 0);
  const byMonth = yearOnly * 10 <= list.reduce((sum, m) => sum + m.records, 0) && years * 12 <= MostMonths;
  if (!byMonth) return { unit: "year", keys: Array.from({ length: Math.min(200, Number(all.at(-1).slice(0, 4)) - Number(all[0].slice(0, 4)) + 1) }, (_, i) => String(Number(all[0].slice(0, 4)) + i)) };
  const keys = [];
  for (let y = Number(first.slice(0, 4)), m = Number(first.slice(5)) || 1; `${y}-${String(m).padStart(2, "0")}` <= last; m === 12 ? (y++, m = 1) : m++) keys.push(`${y}-${String(m).padStart(2, "0")}`);
  return { unit: "month", keys };
}

function months(list) {
  const { keys, unit } = period(list);
  const names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  const groups = keys.map(key => {
    const parts = {};
    for (const m of list) if (m.month.startsWith(key) && m.month !== "none") parts[m.status] = (parts[m.status] ?? 0) + m.records;
    return { name: key, label: unit === "year" ? key : `${names[Number(key.slice(5)) - 1]} ${key.slice(0, 4)}`, parts };
  });
  return charts.columns(`Records by ${unit}`, groups, statuses, (date, status) => go({ date, status }));
}

function undated(list) {
  const count = chosen => list.filter(chosen).reduce((sum, m) => sum + m.records, 0);
  const none = count(m => m.month === "none"), yearOnly = period(list).unit === "month" ? count(m => m.month !== "none" && m.month.length === 4) : 0;
  return el("p", { class: "small muted" }, none > 0 && el("button", { type: "button", class: "plain link", onclick: () => go({ date: "none" }) }, `${plural(none, "record")} without a year`),
    none > 0 && yearOnly > 0 && ", ", yearOnly > 0 && `${plural(yearOnly, "record")} with a year but no month`, (none || yearOnly) > 0 && " not shown");
}
