// A picture from a run, copied piece by piece: only what a timeline is made of.

const SVG = "http://www.w3.org/2000/svg";
const HTML = "http://www.w3.org/1999/xhtml";
const ELEMENTS = {
  [HTML]: new Set(["figure", "figcaption", "details", "summary", "ul", "li", "p", "span"]),
  [SVG]: new Set(["svg", "g", "title", "desc", "defs", "pattern", "line", "path", "rect", "circle", "text", "tspan"]),
};
const ATTRIBUTES = new Set(
  "class width height x y x1 x2 y1 y2 cx cy r rx d fill overflow role tabindex viewBox text-anchor dx dy id points".split(" ").concat(
    "aria-labelledby aria-label aria-hidden aria-describedby patternUnits patternTransform preserveAspectRatio transform".split(" "),
  ),
);
const FILL = /^(none|url\(#[\w-]+\))$/;

function copied(node) {
  if (node.nodeType === Node.TEXT_NODE) return document.createTextNode(node.data);
  if (node.nodeType !== Node.ELEMENT_NODE) return null;
  if (!ELEMENTS[node.namespaceURI]?.has(node.localName)) return null;
  const element = document.createElementNS(node.namespaceURI, node.localName);
  for (const { name, value } of node.attributes) {
    const allowed = name === "fill" ? FILL.test(value) : ATTRIBUTES.has(name) || /^data-[a-z-]+$/.test(name);
    if (allowed) element.setAttribute(name, value);
  }
  for (const child of node.childNodes) {
    const one = copied(child);
    if (one) element.append(one);
  }
  return element;
}

/** The figure in this text, made anew; every id begins with `prefix`, so that none occurs twice. */
export function figureFrom(text, prefix) {
  const inert = new DOMParser().parseFromString(text, "text/html");
  const source = inert.querySelector("figure.timeline");
  if (!source) return null;
  const figure = copied(source);
  const named = (id) => `${prefix}-${id}`;
  for (const element of [figure, ...figure.querySelectorAll("*")]) {
    if (element.id) element.id = named(element.id);
    for (const name of ["aria-labelledby", "aria-describedby"]) {
      const value = element.getAttribute(name);
      if (value) element.setAttribute(name, value.split(" ").map(named).join(" "));
    }
    const fill = element.getAttribute("fill");
    if (fill?.startsWith("url(#")) element.setAttribute("fill", `url(#${named(fill.slice(5, -1))})`);
  }
  return figure;
}
