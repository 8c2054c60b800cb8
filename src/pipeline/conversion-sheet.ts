import type { Lang } from '#language/lang.ts';
import { conversionWords as words } from '#language/words/conversion.ts';
import { inWan } from '#listings/money.ts';
import type { SheetColumn, SheetShape } from '#lists/sheet.ts';
import { conversionSteps, type Dimension, type Figures } from './conversion.ts';

/** The figures as a file: numbers as numbers, each with what it is a share of. */
export function conversionSheet(by: Dimension, lang: Lang): SheetShape {
  const steps = conversionSteps.flatMap((step): SheetColumn[] => {
    const name = words.steps[step];
    const more = [
      { key: `${step}-share`, title: words.share(name[lang]) },
      { key: `${step}-days`, title: words.medianDays(name[lang]) },
    ];
    return [{ key: step, title: name }, ...(step === 'signed' ? [] : more)];
  });
  return {
    columns: [
      { key: 'part', title: words.dimensions[by] },
      ...steps,
      { key: 'agreed', title: words.agreedWan },
      { key: 'arrived', title: words.arrivedWan },
      { key: 'arrived-share', title: words.arrivedPercent },
    ],
  };
}

const percent = (share: number | undefined) => (share === undefined ? '' : (share * 100).toFixed(1));

export function conversionSheetRow(part: string, { steps, agreed, arrived, arrivedShare }: Figures) {
  const cells = steps.flatMap(({ step, count, share, days }) => [
    [step, String(count)],
    [`${step}-share`, percent(share)],
    [`${step}-days`, days === undefined ? '' : String(days)],
  ]);
  const money = { agreed: inWan(agreed), arrived: inWan(arrived), 'arrived-share': percent(arrivedShare) };
  return { part, ...Object.fromEntries(cells), ...money } as Record<string, string>;
}
