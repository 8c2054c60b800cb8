import { languageTag, type Lang, type TwoText } from '#language/lang.ts';
import { accountWords } from '#language/words/accounts.ts';
import { viewWords } from '#language/words/view.ts';
import { errorText } from './errors.ts';
import base from './styles/base.css?url&no-inline';
import display from './styles/display.css?url&no-inline';
import forms from './styles/forms.css?url&no-inline';
import tokens from './styles/tokens.css?url&no-inline';

const styles = [tokens, base, forms, display].map((address) => `<link rel="stylesheet" href="${address}">`).join('\n');

/** What the door says to a person, before any page was asked: in words, with the ways that are open. Nothing in it is typed by anybody. */
export function refusalPage(lang: Lang, says: TwoText, isView: boolean): string {
  const end = `<form method="post" action="/${lang}/end-view"><button class="quiet">${viewWords.end[lang]}</button></form>`;
  return `<!doctype html>
<html lang="${languageTag[lang]}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="robots" content="noindex">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
${styles}
<title>${errorText(403).title[lang]}</title></head>
<body><main id="main"><div class="wrap"><div class="surface prose"><p class="meta">403</p>
<h1>${errorText(403).title[lang]}</h1><p>${says[lang]}</p>
<p><a class="button" href="/${lang}/desk">${accountWords.desk[lang]}</a></p>${isView ? end : ''}</div></div></main></body>
</html>
`;
}
