// "Edit & run": nothing of it is loaded before the reader asks for it.

const stepper = new URL("stepper.js", import.meta.url).href;
let panels; // the module, once it is loaded

function complain(button, error) {
  button.disabled = false;
  const note = document.createElement("p");
  note.className = "executed-missing";
  note.setAttribute("role", "alert");
  note.textContent = `The editor could not be loaded (${error.message}). Try again.`;
  button.parentElement.querySelectorAll(".executed-missing[role=alert]").forEach((old) => old.remove());
  button.after(note);
}

async function open(button, brought) {
  button.disabled = true;
  try {
    panels = await import(new URL(`${button.dataset.live}panel.js`, location.href));
    return await panels.openAt(button, stepper, brought);
  } catch (error) {
    complain(button, error);
  }
}

document.addEventListener("click", async (event) => {
  const button = event.target.closest?.("button.executed-edit");
  if (!button || button.disabled) return;
  const panel = await open(button);
  panel?.start();
  panel?.focus();
});

/** The program that the address carries, if any: {slug, source}, or {error}. */
async function brought(live) {
  if (!location.hash.startsWith("#live=")) return null;
  try {
    const { fromFragment } = await import(new URL(`${live}link.js`, location.href));
    return (await fromFragment(location.hash)) ?? { error: "it is damaged" };
  } catch (error) {
    return { error: error instanceof RangeError ? "it is too long" : "it is damaged" };
  }
}

async function arrive() {
  panels?.tidy();
  const buttons = [...document.querySelectorAll("button.executed-edit")];
  for (const button of buttons) if (!button.disabled) button.hidden = false;
  const place = document.querySelector(".live-playground[data-live]");
  if (!buttons.length && !place) return;
  const { live } = (place ?? buttons[0]).dataset;
  const link = await brought(live);
  if (place) {
    const source = link?.slug === "playground" ? link.source : undefined;
    try {
      panels = await import(new URL(`${live}panel.js`, location.href));
      const { mount } = await import(new URL(`${live}playground.js`, location.href));
      await mount(place, stepper, source);
    } catch (error) {
      place.textContent = `The playground could not be loaded (${error.message}). Reload the page to try again.`;
    }
  }
  const button = link && buttons.find((one) => one.dataset.slug === link.slug);
  if (button) {
    const panel = await open(button, link.source);
    panel?.element.scrollIntoView({ block: "start" });
    panel?.focus();
  } else if (link && !(place && link.slug === "playground")) {
    const what = link.error ? `because ${link.error}` : "because this page has no such example any more";
    complainAtTop(`The program in this link cannot be shown, ${what}.`);
  }
}

function complainAtTop(words) {
  const note = document.createElement("p");
  note.className = "executed-missing";
  note.setAttribute("role", "alert");
  note.textContent = words;
  document.querySelector("article")?.prepend(note);
}

// Material tells of each page that instant navigation brings.
if (window.document$) window.document$.subscribe(arrive);
else arrive();
addEventListener("hashchange", () => location.hash.startsWith("#live=") && arrive());
