import assert from 'node:assert/strict';
import { XMLParser } from 'fast-xml-parser';
import fc from 'fast-check';
import { scanElements, XmlFault } from '../../../../sdk/src/contacts/xml/scan-elements.ts';

describe('the elements of an XML text', () => {
  it('are found with their places, whatever stands between them', () => {
    const text =
      '\uFEFF<?xml version="1.0"?>\r\n<!-- <contact/> -->\n<contacts a = \'1\'>\r<![CDATA[<contact/>]]>' +
      '<contact number="1>2"  name=\'"\' /><group><contact></contact ></group>text</contacts>\n<!-- end -->';
    const elements = scanElements(text);
    assert.deepEqual(
      elements.map(({ depth, end, start }) => [depth, text.slice(start, end)]),
      [
        [0, text.slice(text.indexOf('<contacts'), text.indexOf('\n<!-- end'))],
        [1, '<contact number="1>2"  name=\'"\' />'],
        [1, '<group><contact></contact ></group>'],
        [2, '<contact></contact >'],
      ],
    );
    assert.deepEqual(
      elements[1]?.attributes.map(({ end, name, start, value }) => [name, value, text.slice(start, end)]),
      [
        ['number', '1>2', 'number="1>2"'],
        ['name', '"', "name='\"'"],
      ],
    );
  });

  const faults: readonly (readonly [string, string, number])[] = [
    ['cut off within a tag', '<contacts>\n<contact number="1', 2],
    ['cut off before the end of the root', '<contacts>\n<contact number="1"/>', 1],
    ['cut off within a comment', '<contacts><!-- ', 1],
    ['with the wrong end tag', '<contacts>\n\n</contact>', 3],
    ['with an end tag too many', '<a/></a>', 1],
    ['with two roots', '<a/><b/>', 1],
    ['with text before its root', 'x<a/>', 1],
    ['with text behind its root', '<a/>x', 1],
    ['without an element', '<?xml version="1.0"?>', 1],
    ['with an attribute twice', '<a b="1" b="2"/>', 1],
    ['with an attribute without quotes', '<a b=1/>', 1],
    ['with attributes that touch', '<a b="1"c="2"/>', 1],
    ['with a tag in a value', '<a b="<c/>"/>', 1],
    ['of zeros, as after a power cut', '\0'.repeat(4096), 1],
    ['with a thousand million laughs', '<!DOCTYPE lolz [<!ENTITY lol "lol">]><contacts/>', 1],
    ['that names another file', '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', 1],
    ['nested deeper than anything', '<a>'.repeat(100_000), 1],
  ];
  for (const [title, text, line] of faults) {
    it(`are refused in a text ${title}, with its line`, () => {
      assert.throws(
        () => scanElements(text),
        (error) => error instanceof XmlFault && error.line === line,
      );
    });
  }

  it('are looked for in no more time than a text is long', () => {
    for (const piece of ['<', '<a ', '<a b="', '<!--', '<a b="1" ', ' ', '</', '<a', '&amp;', "<a b='"]) {
      assert.throws(() => scanElements(`<contacts>${piece.repeat(300_000)}`), XmlFault);
    }
  });

  it('are those that another parser finds', () => {
    const part = fc.constantFrom(
      '<a>',
      '</a>',
      '<b c="1">',
      '</b>',
      '<b c=\'2\' d="3"/>',
      '<!-- x -->',
      'text',
      ' ',
      '<![CDATA[<]]>',
      '<?p q?>',
      '&amp;',
    );
    const parser = new XMLParser({ preserveOrder: true });
    let accepted = 0;
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const text = `<r>${parts.join('')}</r>`;
        let names: readonly string[];
        try {
          names = scanElements(text).map(({ name }) => name);
        } catch (error) {
          assert.ok(error instanceof XmlFault);
          return;
        }
        accepted++;
        assert.deepEqual(names, namesIn(parser.parse(text)));
      }),
      { numRuns: 2000 },
    );
    assert.ok(accepted > 100);
  });
});

/** The names of elements in what the other parser makes of a text. */
function namesIn(nodes: unknown): readonly string[] {
  if (!Array.isArray(nodes)) return [];
  return nodes
    .flatMap((node: object) => Object.entries(node))
    .filter(([name]) => /^[a-z]+$/u.test(name))
    .flatMap(([name, children]) => [name, ...namesIn(children)]);
}
