// Places in texts. Records count Unicode code points, the browser counts UTF-16 units: turned into each other here only.
const pairs = /[\uD800-\uDBFF][\uDC00-\uDFFF]/g;

/** Functions between code points and units of one text. */
export function places(text) {
  if (!/[\uD800-\uDBFF]/.test(text)) return { unit: p => p, point: u => u };
  const seconds = Array.from(text.matchAll(pairs), match => match.index + 1);
  const before = u => { let n = 0; for (const s of seconds) { if (s >= u) break; n++; } return n; };
  return {
    point: u => u - before(u),
    unit: p => { let u = p; for (const s of seconds) { if (s > u) break; u++; } return u; },
  };
}

/** Paragraphs of a text as [start, end) in units: what blank lines part. */
export function paragraphs(text) {
  const found = [];
  for (const match of text.matchAll(/\S(?:[^\n]|\n(?![^\S\n]*\n))*/g)) {
    const end = match.index + match[0].trimEnd().length;
    if (end > match.index) found.push([match.index, end]);
  }
  return found;
}

/** Whether the lines of a paragraph were broken to a width, so that they should flow. */
export function isWrapped(paragraph) {
  const lines = paragraph.split("\n").slice(0, -1);
  return lines.length > 0 && lines.filter(line => line.length >= 50).length >= lines.length * 0.6;
}

/** The sentence around a place, as [start, end) in units. */
export function sentenceAround(text, at) {
  const [from, to] = paragraphs(text).find(([s, e]) => s <= at && at < e) ?? [at, at + 1];
  const ends = /[.!?]["”’)]*\s+(?=["“‘(]?\p{Lu})/gu;
  let start = from, end = to;
  ends.lastIndex = from;
  for (let match; (match = ends.exec(text)) && match.index < to;) {
    const edge = match.index + match[0].length;
    if (edge <= at) start = edge;
    else { end = match.index + match[0].trimEnd().length; break; }
  }
  return [start, end];
}

export const clean = text => text.replace(/\s+/g, " ").trim();

const months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

/** An EDTF date from words that say day, month or year outright; null otherwise. */
export function edtf(words) {
  const text = words.toLowerCase();
  const iso = text.match(/\b(\d{4})-(\d{2})(-\d{2})?\b/);
  if (iso) return iso[0];
  const name = text.match(/\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?/);
  const year = text.match(/\b(1[89]\d\d|20\d\d)\b/)?.[1];
  if (!name) return year ?? null;
  const month = String(months.findIndex(m => m.startsWith(name[1])) + 1).padStart(2, "0");
  const day = text.match(/\b(\d{1,2})(?:st|nd|rd|th)?\b(?!\d)/)?.[1];
  const full = day && +day >= 1 && +day <= 31 ? `-${day.padStart(2, "0")}` : "";
  return year || full ? `${year ?? "XXXX"}-${month}${full}` : null;
}
