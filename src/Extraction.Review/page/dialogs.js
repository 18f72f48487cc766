// The dialogs: keys, the reviewer's name; and the theme.
import { $, el, fill } from "./dom.js";
import { state, emit } from "./state.js";
import { help } from "./keys.js";

export function showHelp() {
  fill($("help"), el("h2", { id: "help-title" }, "Keys"),
    el("dl", { class: "keys" }, help.map(([key, what]) => [el("dt", {}, key.split("  ").map(k => el("kbd", {}, k))), el("dd", {}, what)])),
    el("p", { class: "muted" }, "Every decision is saved at once, with your name and the time. The extraction itself is never changed."),
    el("form", { method: "dialog" }, el("button", { class: "yes", autofocus: true }, "Close")));
  $("help").showModal();
}

export function askWho() {
  const input = el("input", { id: "who-name", value: state.who, list: "who-known", maxlength: 80, required: true, autocomplete: "off", placeholder: "Your name" });
  fill($("who"), el("h2", { id: "who-title" }, "Who reviews?"),
    el("p", { class: "muted" }, "Decisions carry this name, so that several people can review the same records."),
    el("form", { method: "dialog", onsubmit: event => { const name = input.value.trim(); if (!name) { event.preventDefault(); return; } emit("who", name); } },
      el("label", {}, el("span", { class: "sr" }, "Your name"), input), el("datalist", { id: "who-known" }, state.session.reviewers.map(name => el("option", { value: name }))),
      el("button", { class: "yes" }, "Start")));
  $("who").showModal();
  input.focus();
}

const themes = ["auto", "light", "dark"];
apply(localStorage.getItem("review.theme") ?? "auto");

export function toggleTheme() {
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const now = document.documentElement.dataset.theme;
  apply((now === "auto" ? dark : now === "dark") ? "light" : "dark");
}

function apply(theme) {
  const name = themes.includes(theme) ? theme : "auto";
  document.documentElement.dataset.theme = name;
  localStorage.setItem("review.theme", name);
}
