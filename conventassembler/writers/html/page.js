"use strict";
// The page renews itself when the files change, and stays where it was read.

const status_line = document.getElementById("status");
let shown_until = 0;

function say(text, lost) {
  status_line.textContent = text;
  status_line.classList.toggle("lost", lost);
  clearTimeout(shown_until);
  if (!lost && text) shown_until = setTimeout(() => say("", false), 4000);
}

/** Return what is at the top of the window: the first thing of the text that is named and seen. */
function top_of_window() {
  for (const one of document.querySelectorAll("#text [id]")) {
    const box = one.getBoundingClientRect();
    if (box.height && box.bottom > 0) return { id: one.id, at: box.top };
  }
  return null;
}

function renew(fresh) {
  const top = window.scrollY > 0 ? top_of_window() : null;
  const opened = [...document.querySelectorAll("details[open]")].map((one) => one.id);
  const held = document.activeElement ? document.activeElement.id : "";
  const scroll = window.scrollY;
  document.getElementById("page").replaceWith(fresh.getElementById("page"));
  document.title = fresh.title;
  document.body.dataset.stamp = fresh.body.dataset.stamp;
  for (const id of opened) {
    const one = document.getElementById(id);
    if (one) one.open = true;
  }
  const focused = held ? document.getElementById(held) : null;
  if (focused) focused.focus({ preventScroll: true });
  const same = top ? document.getElementById(top.id) : null;
  const to = same ? window.scrollY + same.getBoundingClientRect().top - top.at : scroll;
  window.scrollTo({ top: to, behavior: "instant" });
}

async function fetch_again() {
  try {
    const answer = await fetch(location.pathname, { cache: "no-store" });
    const text = await answer.text();
    renew(new DOMParser().parseFromString(text, "text/html"));
    say(document.body.dataset.renewed.replace("{time}", new Date().toLocaleTimeString(document.documentElement.lang)), false);
  } catch {
    say(document.body.dataset.lost, true);
  }
}

// A page that nobody sees waits for nothing: a browser has few connections to one server.
let source = null;

function listen() {
  if (source) source.close();
  source = null;
  if (document.hidden) return;
  source = new EventSource("/events");
  source.addEventListener("message", (event) => {
    if (event.data !== document.body.dataset.stamp) fetch_again();
  });
  source.addEventListener("open", () => { if (status_line.classList.contains("lost")) say("", false); });
  source.addEventListener("error", () => say(document.body.dataset.lost, true));
}

document.addEventListener("visibilitychange", listen);
listen();
