import { expect, test } from 'vitest';
import { visit } from '../support/browser.ts';
import { beginArticle, zone } from '../support/desk.ts';
import { signedIn } from '../support/sign-in.ts';
import { as, button } from '../support/walk.ts';

const written = [
  '## 一*二*三',
  '**粗[官网](https://example.org/a)**与[本站](/zh/news)，10^3^米，CO~2~<br>次行',
  '- 甲**乙**',
  '1. 子',
  '> 引**文**',
].join('\n\n');

const drawn = [
  '<h2>一<em>二</em>三</h2>',
  '<p><strong>粗</strong><a href="https://example.org/a" rel="external noopener nofollow"><strong>官网</strong></a>与',
  '<a href="/zh/news">本站</a>，10<sup>3</sup>米，CO<sub>2</sub><br>次行</p>',
  '<ul><li><p>甲<strong>乙</strong></p></li></ul><ol><li><p>子</p></li></ol>',
  '<blockquote><p>引<strong>文</strong></p></blockquote>',
].join('');

test('what was written with signs is shown with its marks, and no blank comes between Chinese words', async () => {
  const { storageState } = await signedIn('text-editor', { role: 'editor', zone });
  await visit('/zh/desk', as({ javaScriptEnabled: false, storageState }), async ({ page }) => {
    const path = await beginArticle(page, '有标记的正文');
    await page.fill('#article-body', written);
    await button(page, '保存').click();
    await page.locator('[role=status].surface').first().waitFor();
    await page.goto(`${path}/preview?edition=zh`);
    const shown = await page.locator('.rich-text').innerHTML();
    expect(shown.replaceAll(/ class="[^"]*"|<!--.*?-->/g, '')).toBe(drawn);
  });
});
