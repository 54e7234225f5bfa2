// The playground: an editor with a menu of the site's programs, output and timeline beside it.

import { Panel, make, program, style } from "./panel.js";

const EMPTY = `import asyncio


async def main() -> None:
    await asyncio.sleep(1)
    print("hello")


asyncio.run(main())
`;

/** Fill the place on the playground page; `place` knows where the list of programs is. */
export async function mount(place, stepper, brought) {
  await style();
  const at = (path) => new URL(path, location.href).href;
  const menu = make("select", { class: "live-menu", "aria-label": "Programs of this site" });
  const panel = new Panel({ slug: "playground", name: "program.py", original: EMPTY, stepper, clocks: true, menu });
  place.replaceChildren(panel.element);
  if (brought !== undefined) panel.bring(brought);
  panel.improve();
  menu.append(make("option", { value: "" }, "an empty program"));
  try {
    const answer = await fetch(at(place.dataset.programs));
    if (!answer.ok) throw new Error(`${answer.status} ${answer.statusText}`);
    for (const { page, programs } of await answer.json()) {
      menu.append(make("optgroup", { label: page }, ...programs.map(({ source, names }) => make("option", { value: source, "data-names": names }, source.split("/").pop()))));
    }
  } catch (error) {
    panel.say(`The list of programs could not be loaded (${error.message}).`);
  }
  menu.addEventListener("change", async () => {
    const { value, selectedOptions } = menu;
    try {
      const answer = value ? await fetch(new URL(value, at(place.dataset.programs))) : null;
      if (answer && !answer.ok) throw new Error(`${answer.status} ${answer.statusText}`);
      const original = answer ? program(await answer.text()) : EMPTY;
      const name = value ? value.split("/").pop() : "program.py";
      panel.replace({ original, name, names: selectedOptions[0].dataset.names ?? "" });
      panel.say(value ? `${name}: press Run.` : "");
    } catch (error) {
      panel.say(`${value} could not be loaded (${error.message}).`);
    }
  });
}
