// Loads the stepper when the reader asks for it, and not before.

document.addEventListener("click", async (event) => {
  const button = event.target.closest?.("button.executed-replay");
  if (!button || button.disabled) return;
  button.disabled = true;
  try {
    const [{ open }, answer] = await Promise.all([
      import(new URL("stepper.js", import.meta.url)),
      fetch(new URL(button.dataset.replay, location.href)),
    ]);
    if (!answer.ok) throw new Error(`${answer.status} ${answer.statusText}`);
    open(button, await answer.json());
  } catch (error) {
    button.disabled = false;
    const note = document.createElement("p");
    note.className = "executed-missing";
    note.setAttribute("role", "alert");
    note.textContent = `The steps could not be loaded (${error.message}). Try again.`;
    button.parentElement.querySelectorAll(".executed-missing[role=alert]").forEach((old) => old.remove());
    button.after(note);
  }
});
