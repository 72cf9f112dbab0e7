/* What links and forms cannot do alone. Every page works without it. */
"use strict";

/* Pointing at an event lights its words in the text, and the other way round. */
const numbersOf = (element) => (element?.dataset.events || "").split(" ").filter(Boolean);

function light(numbers) {
  for (const element of document.querySelectorAll("[data-events]")) {
    element.classList.toggle("lit", numbersOf(element).some((number) => numbers.includes(number)));
  }
}

function lightUnder(event) {
  const element = event.target.closest?.("[data-events]");
  light(element ? numbersOf(element) : []);
  if (element && !element.closest(".near")) {
    showBeside(numbersOf(element)[0]);
  }
}

/* The column moves by itself, never the page: scrollIntoView would move both. */
function showBeside(number) {
  const item = document.getElementById(`e${number}`);
  const column = item?.closest(".near");
  if (!column || column.scrollHeight <= column.clientHeight) return;
  const place = item.getBoundingClientRect();
  const frame = column.getBoundingClientRect();
  if (place.top < frame.top || place.bottom > frame.bottom) {
    column.scrollTop += place.top - frame.top - frame.height / 3;
  }
}

for (const name of ["pointerover", "focusin"]) {
  document.addEventListener(name, lightUnder);
}

/* Reading on, the column keeps in step with the text. */
let waiting = false;
document.addEventListener("scroll", () => {
  if (waiting || !document.querySelector(".near")) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    const reading = [...document.querySelectorAll(".prose .num")].find(
      (number) => number.getBoundingClientRect().top > window.innerHeight / 4,
    );
    if (reading) showBeside(numbersOf(reading)[0]);
  });
}, { passive: true });

/* The search form stands outside what htmx swaps, so that typing is never disturbed. After a chip or a
   facet changed the address, its fields must say what the address says. */
function fieldsFromAddress() {
  const form = document.getElementById("search");
  if (!form) return;
  const query = new URLSearchParams(location.search);
  for (const field of form.querySelectorAll("input[name]:not([type=hidden])")) {
    if (field !== document.activeElement) field.value = query.get(field.name) || "";
  }
}
for (const name of ["htmx:pushedIntoHistory", "htmx:replacedInHistory"]) {
  document.addEventListener(name, fieldsFromAddress);
}

/* What was pressed may be gone after a swap. Whoever uses the keyboard goes on where it was: at the first
   of the rows that were added, or at the results. */
let rowsBefore = null;
document.addEventListener("htmx:beforeSwap", (event) => {
  rowsBefore = event.detail.target.id === "more" ? document.querySelectorAll(".ev").length : null;
});
document.addEventListener("htmx:afterSettle", () => {
  if (document.activeElement && document.activeElement !== document.body) return;
  const added = rowsBefore === null ? null : document.querySelectorAll(".ev")[rowsBefore];
  const next = added?.querySelector("h3 a") || document.getElementById("results");
  next?.focus({ preventScroll: true });
});

document.addEventListener("htmx:configRequest", (event) => {
  const token = document.querySelector("input[name=csrfmiddlewaretoken]");
  if (token && event.detail.verb !== "get") event.detail.headers["X-CSRFToken"] = token.value;
});
document.addEventListener("htmx:beforeRequest", (event) => {
  event.detail.target?.setAttribute("aria-busy", "true");
});
document.addEventListener("htmx:afterRequest", (event) => {
  event.detail.target?.removeAttribute("aria-busy");
  if (event.detail.successful) document.getElementById("trouble").hidden = true;
});
for (const name of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(name, () => {
    document.getElementById("trouble").hidden = false;
  });
}
document.getElementById("trouble").addEventListener("click", (event) => {
  if (event.target.closest("button")) location.reload();
});
