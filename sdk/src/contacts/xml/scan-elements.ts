/** A part of a text. */
export interface Span {
  readonly start: number;
  /** Behind its last character. */
  readonly end: number;
}

/** An attribute, from its name to its closing quote. */
export interface XmlAttribute extends Span {
  readonly name: string;
  /** What stands between the quotes. */
  readonly value: string;
}

/** An element, from its start tag to the end of its end tag. */
export interface XmlElement extends Span {
  readonly name: string;
  /** 0 for the root. */
  readonly depth: number;
  readonly tag: Span;
  readonly isEmptyTag: boolean;
  readonly attributes: readonly XmlAttribute[];
}

/** Why a text is no XML of the plain kind that MicroSIP writes. */
export class XmlFault extends Error {
  /** 1-based. */
  readonly line: number;

  constructor(reason: string, text: string, position: number) {
    super(reason);
    this.line = text.slice(0, position).split('\n').length;
  }
}

/** Nothing that MicroSIP writes is nested at all. */
const deepest = 64;

/**
 * The elements of an XML text in the order of their start tags, each with its place in the text, so that a change can
 * leave all else as it is. The libraries for XML do not keep places: they join line ends, and forget quotes and the
 * order of comments.
 *
 * @throws XmlFault when the text is not well-formed, or has a document type: what such a type defines is never looked up
 */
export function scanElements(text: string): readonly XmlElement[] {
  const elements: XmlElement[] = [];
  const open: { readonly index: number; readonly element: XmlElement }[] = [];
  let position = text.startsWith('\uFEFF') ? 1 : 0;

  const fault = (reason: string, at = position): XmlFault => new XmlFault(reason, text, at);
  const skipTo = (end: string, what: string): void => {
    const found = text.indexOf(end, position);
    if (found < 0) throw fault(`${what} has no end`);
    position = found + end.length;
  };

  while (position < text.length) {
    const next = text.indexOf('<', position);
    const end = next < 0 ? text.length : next;
    if (open.length === 0 && !isBlank(text, position, end))
      throw fault('there is text outside the root element');
    position = end;
    if (next < 0) break;

    if (text.startsWith('<!--', position)) skipTo('-->', 'a comment');
    else if (text.startsWith('<?', position)) skipTo('?>', 'an instruction');
    else if (text.startsWith('<![CDATA[', position) && open.length > 0) skipTo(']]>', 'a CDATA section');
    else if (text.startsWith('<!', position))
      throw fault('it has a document type, which MicroSIP never writes');
    else if (text.startsWith('</', position)) {
      const [tag, name] = matchAt(endTag, text, position) ?? [];
      const ended = open.pop();
      if (tag === undefined || ended === undefined || ended.element.name !== name)
        throw fault('an end tag does not fit');
      position += tag.length;
      elements[ended.index] = { ...ended.element, end: position };
    } else {
      if (open.length === 0 && elements.length > 0) throw fault('there are two root elements');
      if (open.length >= deepest) throw fault('its elements are nested too deep');
      const element = readStartTag(text, position, open.length);
      if (element === undefined) throw fault('a tag is damaged');
      if (!element.isEmptyTag) open.push({ index: elements.length, element });
      elements.push(element);
      position = element.tag.end;
    }
  }
  const [unended] = open;
  if (unended !== undefined) throw fault(`<${unended.element.name}> is not ended`, unended.element.start);
  if (elements.length === 0) throw fault('it has no element');
  return elements;
}

const startOfTag = /<([^\s<>/="'!?]+)/uy;
const attribute = /\s+([^\s<>/="']+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/uy;
const endOfTag = /\s*(\/?)>/uy;
const endTag = /<\/([^\s<>/="']+)\s*>/uy;

function readStartTag(text: string, start: number, depth: number): XmlElement | undefined {
  const [begun, name] = matchAt(startOfTag, text, start) ?? [];
  if (begun === undefined || name === undefined) return undefined;
  let position = start + begun.length;

  const attributes: XmlAttribute[] = [];
  const names = new Set<string>();
  for (;;) {
    const [whole, attributeName, doubleQuoted, singleQuoted] = matchAt(attribute, text, position) ?? [];
    if (whole === undefined || attributeName === undefined) break;
    if (names.has(attributeName)) return undefined;
    names.add(attributeName);
    const end = position + whole.length;
    attributes.push({
      name: attributeName,
      value: doubleQuoted ?? singleQuoted ?? '',
      start: end - whole.trimStart().length,
      end,
    });
    position = end;
  }

  const [ending, slash] = matchAt(endOfTag, text, position) ?? [];
  if (ending === undefined) return undefined;
  const end = position + ending.length;
  return { name, depth, start, end, tag: { start, end }, isEmptyTag: slash === '/', attributes };
}

function matchAt(pattern: RegExp, text: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position;
  return pattern.exec(text);
}

function isBlank(text: string, start: number, end: number): boolean {
  return text.slice(start, end).trim() === '';
}
