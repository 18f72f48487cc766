// Talks to the server. A decision is kept in the browser until the server says that it is on the disk, so that neither a
// reload nor a killed server loses one.
const Patience = 30_000; // milliseconds
let Pending = "review.pending";
let listener = () => {};
let sending = false;

export class ApiError extends Error {
  constructor(message, status) { super(message); this.status = status; }
}

async function ask(path, options) {
  let response;
  try {
    response = await fetch(path, { ...options, credentials: "same-origin", signal: AbortSignal.timeout(Patience) });
  } catch {
    throw new ApiError("The server does not answer.", 0);
  }
  if (response.ok) return response.json();
  const text = await response.text();
  let message = text;
  try { message = JSON.parse(text).error ?? text; } catch { /* plain text */ }
  throw new ApiError(message || `The server answered ${response.status}.`, response.status);
}

export const get = (path, params = {}) => {
  const query = new URLSearchParams(Object.entries(params).filter(([, v]) => v !== undefined && v !== null && v !== ""));
  return ask(`/api/${path}?${query}`);
};

export const pending = () => JSON.parse(localStorage.getItem(Pending) ?? "[]");
const keep = list => localStorage.setItem(Pending, JSON.stringify(list));

/** Keeps what waits apart from what waits for other records, reviewed at the same address another time. */
export function forReview(id) { Pending = `review.pending.${id}`; }

/** Tells of the state of saving: ("saving" | "saved" | "waiting", message). */
export function onSaving(callback) { listener = callback; }

export function newKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), b => b.toString(16).padStart(2, "0")).join("");
}

/** Stores a decision. Resolves with the stored one, or with null where it waits for the server; throws what the server found wrong. */
export async function decide(decision) {
  keep([...pending(), decision]);
  const outcome = await flush(decision.key);
  if (outcome instanceof ApiError) throw outcome;
  return outcome ?? null;
}

/** Sends what waits, oldest first. */
export async function flush(wanted) {
  while (sending) await new Promise(resolve => setTimeout(resolve, 15));
  sending = true;
  let result;
  try {
    for (let next; (next = pending()[0]);) {
      listener("saving", "Saving…");
      try {
        const answer = await ask("/api/decisions", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(next) });
        if (next.key === wanted) result = answer.decision;
      } catch (error) {
        if (error.status !== 400) {
          listener("waiting", error.status === 401
            ? "The server was started anew: open the link that it printed. What you decided is kept here and will be sent."
            : `${error.message} What you decide is kept here and sent when it is back.`);
          return null;
        }
        if (next.key === wanted) result = error;
      }
      keep(pending().filter(d => d.key !== next.key));
    }
    listener("saved", "Saved");
    return result;
  } finally {
    sending = false;
  }
}
