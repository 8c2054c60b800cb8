import { languageTag, type Lang, type TwoText } from '#language/lang.ts';
import { accountWords } from '#language/words/accounts.ts';
import { viewWords } from '#language/words/view.ts';
import { errorText } from './errors.ts';

/** What the door says to a person, before any page was asked: in words, with the ways that are open. Nothing in it is typed by anybody. */
export function refusalPage(lang: Lang, says: TwoText, isView: boolean): string {
  const end = `<form method="post" action="/${lang}/end-view"><button>${viewWords.end[lang]}</button></form>`;
  return `<!doctype html>
<html lang="${languageTag[lang]}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="robots" content="noindex">
<title>${errorText(403).title[lang]}</title></head>
<body><main><h1>${errorText(403).title[lang]}</h1><p>${says[lang]}</p>
<p><a href="/${lang}/desk">${accountWords.desk[lang]}</a></p>${isView ? end : ''}</main></body>
</html>
`;
}
