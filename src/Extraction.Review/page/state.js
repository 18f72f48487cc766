// What the page knows; views subscribe to what they show.
const listeners = new Map();

export const state = {
  session: null,
  who: localStorage.getItem("review.who") ?? "",
  query: { sort: "uncertain", state: "open" },
  asOf: 0,
  current: null,   // answer of /api/records/ID
  draft: null,     // { mode: "edit" | "add", content, other }
  merging: false,  // whether a number chooses the record to merge into
  wantsWhy: false, // whether it is open what a record was made of
  remark: "",      // why, for the next decision
  waiting: 0,      // acts that were asked for and are not done
  undo: [],        // my decisions of this sitting, newest last
};

export function on(event, callback) {
  listeners.set(event, [...(listeners.get(event) ?? []), callback]);
}

/** Done when everybody who was told is done. */
export function emit(event, detail) {
  return Promise.all((listeners.get(event) ?? []).map(callback => callback(detail)));
}

/** What the open record can be merged into. */
export const mergeable = () => state.current.siblings.filter(sibling => sibling.stands);

export const fields = [
  { key: "actor", span: "actor_text", label: "Sender", css: "actor" },
  { key: "action", span: "action_text", label: "Act", css: "action" },
  { key: "target", span: "target_text", label: "Target", css: "target" },
  { key: "date", span: "date_text", label: "Date", css: "date" },
  { key: "justification", span: "justification", label: "Reason", css: "reason" },
];

export const marks = { accept: ["✓", "accepted"], edit: ["✎", "corrected"], reject: ["✕", "rejected"], add: ["+", "added"], merge: ["⇄", "merged"] };
