import fc from 'fast-check';
import type { Block, Inline, Mark, RichDocument } from '#text/document.ts';

const words = fc.oneof(
  fc.string({ minLength: 1, maxLength: 12 }),
  fc.constantFrom('相城经开区', '**', '> ', '- a', '1. b', '## c', '[[1]]', '[x](y)', '\\', '<br>', ' ', 'a_b^c~'),
);
const addresses = fc.constantFrom('https://zone.example/a?b=c(d)', '/zh/news/1', 'mailto:a@b.example', '#x', 'tel:110');
const mark: fc.Arbitrary<Mark> = fc.oneof(
  fc.constantFrom('bold', 'italic', 'superscript', 'subscript').map((type) => ({ type }) as Mark),
  addresses.map((href) => ({ type: 'link', attrs: { href } }) as const),
);
const text = fc
  .record({ text: words, marks: fc.option(fc.array(mark, { maxLength: 4 }), { nil: undefined }) })
  .map(({ marks, ...rest }) => ({ type: 'text' as const, ...rest, ...(marks && { marks }) }));
const inline: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 6, arbitrary: text },
  { weight: 1, arbitrary: fc.constant({ type: 'hardBreak' } as const) },
);
const inlines = fc.array(inline, { maxLength: 5 });
const paragraph = inlines.map((content) => ({ type: 'paragraph' as const, content }));
const span = fc.integer({ min: 1, max: 3 });
const cell = fc.record({
  type: fc.constantFrom('tableCell' as const, 'tableHeader' as const),
  attrs: fc.record({ colspan: span, rowspan: span }),
  content: fc.array(paragraph, { maxLength: 2 }),
});
const some = (of: fc.Arbitrary<Extract<Block, { type: 'paragraph' }>>) => fc.array(of, { minLength: 1, maxLength: 3 });

const block: fc.Arbitrary<Block> = fc.oneof(
  paragraph,
  fc.record({
    type: fc.constant('heading' as const),
    attrs: fc.record({ level: fc.constantFrom(2 as const, 3 as const) }),
    content: inlines,
  }),
  fc.record({
    type: fc.constantFrom('bulletList' as const, 'orderedList' as const),
    content: fc.array(fc.record({ type: fc.constant('listItem' as const), content: some(paragraph) }), {
      minLength: 1,
      maxLength: 3,
    }),
  }),
  fc.record({ type: fc.constant('blockquote' as const), content: some(paragraph) }),
  fc.record({
    type: fc.constant('table' as const),
    content: fc.array(
      fc.record({ type: fc.constant('tableRow' as const), content: fc.array(cell, { maxLength: 3 }) }),
      { minLength: 1, maxLength: 3 },
    ),
  }),
  fc.record({
    type: fc.constant('figure' as const),
    attrs: fc.record({
      file: fc.option(fc.uuid()),
      source: fc.option(addresses),
      alt: fc.string({ maxLength: 20 }),
      caption: fc.string({ maxLength: 20 }),
    }),
  }),
);

/** Any document that the closed schema allows, also the odd ones: marks twice, empty runs side by side, empty cells. */
export const anyDocument: fc.Arbitrary<RichDocument> = fc
  .array(block, { maxLength: 6 })
  .map((content) => ({ type: 'doc', content }));
