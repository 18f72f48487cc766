// Files from what is shown. An SVG takes its colours along, so that it looks the same anywhere; it is saved light, for paper.
const kept = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "font-family", "font-size", "font-weight", "opacity", "text-anchor"];

function download(name, type, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

export function saveSvg(chart, name, title) {
  const root = document.documentElement, theme = root.dataset.theme;
  root.dataset.theme = "light";
  const copy = chart.cloneNode(true), from = [chart, ...chart.querySelectorAll("*")], to = [copy, ...copy.querySelectorAll("*")];
  from.forEach((node, i) => {
    const style = getComputedStyle(node);
    for (const property of kept) if (style.getPropertyValue(property)) to[i].setAttribute(property, style.getPropertyValue(property));
    for (const attribute of ["class", "tabindex", "role"]) to[i].removeAttribute(attribute);
  });
  root.dataset.theme = theme;
  const [, , width, height] = copy.getAttribute("viewBox").split(" ");
  copy.setAttribute("width", width);
  copy.setAttribute("height", height);
  copy.setAttribute("aria-label", title);
  download(`${name}.svg`, "image/svg+xml", new XMLSerializer().serializeToString(copy));
}

/** Cells that a spreadsheet would take for formulas are told that they are text. */
const cell = value => {
  const text = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

export function saveCsv(rows, name) {
  download(`${name}.csv`, "text/csv", rows.map(row => row.map(cell).join(",")).join("\r\n") + "\r\n");
}
