// Charts as plain SVG: readable when printed, every bar and cell a link to its records, each with its numbers in words.
import { el, svg } from "./dom.js";

const palette = { actual: "c1", planned: "c2", urged: "c3", rejected: "c4" };
const link = (label, act, ...children) => svg("g", { class: "hit", tabindex: 0, role: "button", "aria-label": label, onclick: act, onkeydown: event => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); act(); } } }, svg("title", {}, label), ...children);
const label = (x, y, text, props = {}) => svg("text", { x, y, ...props }, text);
const cut = (text, most) => text.length > most ? `${text.slice(0, most - 1)}…` : text;
const frame = (width, height, name, ...children) => svg("svg", { viewBox: `0 0 ${width} ${height}`, role: "group", "aria-label": name, class: "chart", xmlns: "http://www.w3.org/2000/svg" }, ...children);

/** Steps of an axis: round numbers up to at least the highest value. */
export function ticks(most) {
  const step = [1, 2, 5].flatMap(n => [n, n * 10, n * 100, n * 1e3, n * 1e4, n * 1e5]).sort((a, b) => a - b).find(s => most / s <= 5) ?? most;
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, i) => i * step);
}

/** Stacked columns. groups: [{ name, label, parts: { status: n } }]. */
export function columns(name, groups, order, act) {
  const width = 860, height = 250, left = 44, bottom = 34, top = 12;
  const most = Math.max(1, ...groups.map(g => order.reduce((sum, k) => sum + (g.parts[k] ?? 0), 0)));
  const steps = ticks(most), scale = (height - top - bottom) / steps.at(-1), each = (width - left - 8) / Math.max(1, groups.length);
  const every = Math.ceil(groups.length / Math.floor((width - left) / 62));
  return frame(width, height, name,
    steps.map(s => [svg("line", { class: "rule", x1: left, x2: width - 8, y1: height - bottom - s * scale, y2: height - bottom - s * scale }), label(left - 8, height - bottom - s * scale + 4, s.toLocaleString("en"), { class: "tick", "text-anchor": "end" })]),
    groups.map((g, i) => {
      let y = height - bottom;
      const x = left + i * each, bar = Math.min(46, Math.max(2, each * 0.72)), at = x + (each - bar) / 2;
      return [order.filter(k => g.parts[k]).map(k => {
        const h = g.parts[k] * scale;
        y -= h;
        return link(`${g.label}, ${k}: ${g.parts[k]}`, () => act(g.name, k), svg("rect", { class: palette[k], x: at, y, width: bar, height: Math.max(1, h - 1), rx: 2 }));
      }), i % every === 0 && label(x + each / 2, height - bottom + 18, g.label, { class: "tick", "text-anchor": "middle" })];
    }));
}

/** Who sanctions whom: shades by number, none so dark that the number in the cell is hard to read. */
export function matrix(name, { actors, targets, cells }, act) {
  const left = 206, top = 18 + 4.6 * Math.min(22, Math.max(0, ...targets.map(t => t.length))), side = 44, row = 32, width = left + Math.max(1, targets.length) * side + 70, height = top + actors.length * row + 6;
  const most = Math.max(1, ...cells.flat());
  return frame(width, height, name,
    targets.map((t, i) => svg("g", { transform: `translate(${left + i * side + side / 2 + 4},${top - 8}) rotate(-42)` }, svg("title", {}, t), label(0, 0, cut(t, 22), { class: "tick" }))),
    actors.map((a, r) => [label(left - 10, top + r * row + 21, cut(a, 26), { class: "name", "text-anchor": "end" }),
      targets.map((t, c) => {
        const n = cells[r][c], x = left + c * side, y = top + r * row;
        if (!n) return svg("rect", { class: "void", x: x + 1, y: y + 1, width: side - 2, height: row - 2, rx: 4 });
        const shade = 0.12 + 0.4 * Math.sqrt(n / most);
        return link(`${a} against ${t}: ${n}`, () => act(a, t), svg("rect", { class: "c1", "fill-opacity": shade.toFixed(2), x: x + 1, y: y + 1, width: side - 2, height: row - 2, rx: 4 }),
          label(x + side / 2, y + 21, n, { class: "on", "text-anchor": "middle" }));
      })]));
}

/** Lying bars, for names that are long. rows: [{ name, label, value }]. */
export function bars(name, rows, act) {
  const left = 122, width = 340, row = 25, height = Math.max(1, rows.length) * row + 6;
  const most = Math.max(1, ...rows.map(r => r.value));
  return frame(width, height, name, rows.map((r, i) => link(`${r.label}: ${r.value}`, () => act(r.name),
    svg("rect", { class: "back", x: 0, y: i * row, width, height: row }),
    label(left - 10, i * row + 18, r.label, { class: "name", "text-anchor": "end" }),
    svg("rect", { class: r.css ?? "c1", x: left, y: i * row + 5, width: Math.max(2, (width - left - 52) * r.value / most), height: row - 10, rx: 3 }),
    label(left + Math.max(2, (width - left - 52) * r.value / most) + 7, i * row + 18, r.value.toLocaleString("en"), { class: "tick" }))));
}

/** Acts by status. */
export function grid(name, rowsOf, columnsOf, value, act) {
  const left = 60, top = 30, side = 70, row = 56, width = left + columnsOf.length * side, height = top + rowsOf.length * row;
  const most = Math.max(1, ...rowsOf.flatMap(r => columnsOf.map(c => value(r, c))));
  return frame(width, height, name,
    columnsOf.map((c, i) => label(left + i * side + side / 2, 20, c, { class: "tick", "text-anchor": "middle" })),
    rowsOf.map((r, i) => [label(left - 10, top + i * row + 33, r, { class: "name", "text-anchor": "end" }), columnsOf.map((c, j) => {
      const n = value(r, c), x = left + j * side, y = top + i * row;
      if (!n) return svg("rect", { class: "void", x: x + 2, y: y + 2, width: side - 4, height: row - 4, rx: 5 });
      const shade = 0.12 + 0.4 * Math.sqrt(n / most);
      return link(`${r}, ${c}: ${n}`, () => act(r, c), svg("rect", { class: "c1", "fill-opacity": shade.toFixed(2), x: x + 2, y: y + 2, width: side - 4, height: row - 4, rx: 5 }), label(x + side / 2, y + 33, n.toLocaleString("en"), { class: "on", "text-anchor": "middle" }));
    })]));
}

/** Confidence against what was right: on the diagonal, confidence keeps its word. */
export function calibration(name, bins, act) {
  const width = 340, height = 300, left = 62, bottom = 46, top = 10, w = width - left - 26, h = height - top - bottom;
  const x = p => left + p * w, y = p => top + (1 - p) * h, known = bins.filter(b => b.reviewed);
  const most = Math.max(1, ...known.map(b => b.reviewed));
  return frame(width, height, name,
    [0, 0.25, 0.5, 0.75, 1].map(p => [svg("line", { class: "rule", x1: left, x2: left + w, y1: y(p), y2: y(p) }), label(left - 8, y(p) + 4, `${p * 100}%`, { class: "tick", "text-anchor": "end" }), label(x(p), height - bottom + 18, `${p * 100}%`, { class: "tick", "text-anchor": "middle" })]),
    svg("line", { class: "ideal", x1: x(0), y1: y(0), x2: x(1), y2: y(1) }),
    label(left + w / 2, height - 4, "confidence", { class: "axis", "text-anchor": "middle" }), svg("g", { transform: `translate(11,${top + h / 2}) rotate(-90)` }, label(0, 0, "right when reviewed", { class: "axis", "text-anchor": "middle" })),
    known.length > 1 && svg("polyline", { class: "path", points: known.map(b => `${x(b.confidence).toFixed(1)},${y(b.right / b.reviewed).toFixed(1)}`).join(" ") }),
    known.map(b => link(`Confidence ${Math.round(b.from * 100)} to ${Math.round(b.to * 100)} %: ${b.right} of ${b.reviewed} right`, () => act(b.from, b.to),
      svg("circle", { class: "c1", cx: x(b.confidence), cy: y(b.right / b.reviewed), r: 4 + 8 * Math.sqrt(b.reviewed / most) }))),
    known.length === 0 && label(left + w * 0.68, top + h * 0.72, "Nothing reviewed yet", { class: "axis", "text-anchor": "middle" }));
}

export const legend = names => el("p", { class: "legend" }, names.map(n => el("span", {}, el("i", { class: `key ${palette[n]}` }), n)));
