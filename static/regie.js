// Comfort only: everything works without it.
const all = (selector) => document.querySelectorAll(selector);

// Print buttons are hidden without script.
for (const button of all("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

// What needs script is hidden without it.
for (const part of all("[data-scripted]")) part.hidden = false;

// Copy what stands in the element that data-copy names, and say so in the button.
for (const button of all("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).innerText);
    button.textContent = button.dataset.copied;
  });
}

// A choice such as the country goes at once when it is tapped. By keyboard one looks around first: then its button goes.
for (const form of all("form[data-at-once]")) {
  form.addEventListener("click", (event) => {
    if (event.detail && event.target.type === "radio" && !event.target.defaultChecked) form.requestSubmit();
  });
}

// Help stays readable without internet: asked for by help pages only, once the page is there.
const worker = document.querySelector("[data-worker]")?.dataset.worker;
if (worker) addEventListener("load", () => navigator.serviceWorker?.register(worker).catch(() => {}));

// What went wrong is read first.
document.querySelector(".error-summary")?.focus();

// Shift three times leaves, and the page does not stay behind the next one.
const exit = document.querySelector(".quick-exit");
if (exit) {
  const leave = (event) => {
    event?.preventDefault();
    location.replace(exit.href);
  };
  let presses = [];
  exit.addEventListener("click", leave);
  addEventListener("keydown", (event) => {
    if (event.key !== "Shift") presses = [];
    else if (!event.repeat) presses.push(event.timeStamp);
    if (presses.length >= 3 && event.timeStamp - presses.at(-3) < 3000) leave();
  });
}
