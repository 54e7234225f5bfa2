// A program in the fragment of an address: compressed, and limited in size.

export const LONGEST = 20_000; // characters of a program
export const LONGEST_LINK = 8_000; // characters of a fragment

async function through(stream, bytes, most) {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const parts = [];
  for (let size = 0; ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > most) {
      await reader.cancel();
      throw new RangeError("too long");
    }
    parts.push(value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/**
 * The fragment for a program, without "#".
 * Throws RangeError if it is too long for a link.
 */
export async function toFragment(slug, source) {
  const bytes = await through(new CompressionStream("deflate-raw"), new TextEncoder().encode(source), 4 * LONGEST);
  const text = btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  const fragment = `live=${slug}:${text}`;
  if (source.length > LONGEST || fragment.length > LONGEST_LINK) throw new RangeError("too long");
  return fragment;
}

/** {slug, source} of a fragment, or null if it carries no program. Throws if it is damaged or too long. */
export async function fromFragment(fragment) {
  const match = /^#live=([\w-]+):([\w-]+)$/.exec(fragment);
  if (!match) return null;
  if (fragment.length > LONGEST_LINK + 1) throw new RangeError("too long");
  const packed = Uint8Array.from(atob(match[2].replaceAll("-", "+").replaceAll("_", "/")), (one) => one.charCodeAt(0));
  const bytes = await through(new DecompressionStream("deflate-raw"), packed, 4 * LONGEST);
  const source = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  if (source.length > LONGEST) throw new RangeError("too long");
  return { slug: match[1], source };
}
